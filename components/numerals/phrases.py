"""Tokens that belong together as one number, and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.numerals.sums import Sum, UncertainError
from components.numerals.tokens import Token, tokens
from components.numerals.words import (
    GLUED,
    JOINED,
    ROUGH,
    vocabulary,
)

YEARS = range(1800, 2200)
_NUMBERS = ("figure", "unit", "scale", "half", "odd", "vague")
_DASHES = "-–—‑−"
_OF = frozenset(("of", "de", "d", "di", "von", "des", "از", "من"))
_PER = frozenset(("per", "por", "pour"))
_HUNDREDTHS = frozenset(("cent", "cento", "ciento"))


@dataclass(frozen=True)
class Phrase:
    """A number in a text.

    Parameters
    ----------
    value
        None if it is not certain.
    tokens
        Of which it consists.
    first, last
        Places of its first and last token among those of the text.
    is_value
        Whether it may be what the text says something is worth: no year, no share.
    """

    value: float | None
    tokens: tuple[Token, ...]
    first: int
    last: int
    is_value: bool = True

    @property
    def text(self) -> str:
        """The phrase as it is written, in small letters."""
        return " ".join(token.text for token in self.tokens)

    @property
    def scaled(self) -> bool:
        """Whether it ends in thousands or more."""
        last = self.tokens[-1]
        return last.kind == "scale" and (last.value or 0) >= 1e3

    @property
    def is_soft(self) -> bool:
        """Whether it is a small number in words, which may be another word."""
        return self.is_value and [token.kind for token in self.tokens] == ["unit"]


def phrases(text: str, language: str) -> list[Phrase]:
    """Return the numbers of a text in order, those that are not certain too."""
    found = tokens(text, language)
    result: list[Phrase] = []
    place = 0
    while place < len(found):
        if not _begins(found, place):
            place += 1
            continue
        phrase = _collected(found, place, language)
        place = phrase.last + 1
        if not _is_word_alone(phrase):
            result.append(_in_context(phrase, found, language))
    return _ranges(result, found)


def _begins(found: Sequence[Token], place: int) -> bool:
    """Return whether a number begins at a place."""
    kind, follows = found[place].kind, _kind(found, place + 1)
    if kind == "article":
        return follows in ("scale", "half", "vague", "odd")
    if kind == "vague":
        rough = bool(ROUGH.fullmatch(found[place].text))
        return rough or follows in ("scale", "odd", "unit")
    return kind in _NUMBERS


def _kind(found: Sequence[Token], place: int) -> str:
    return found[place].kind if 0 <= place < len(found) else ""


def _is_word_alone(phrase: Phrase) -> bool:
    """Return whether nothing but a Latin word was like a scale: a billboard."""
    (only, *more) = phrase.tokens
    return not more and only.kind == "odd" and only.text.isascii()


def _collected(found: Sequence[Token], place: int, language: str) -> Phrase:
    """Return the number that begins at a place, as far as it goes."""
    parts, first = [found[place]], place
    while place + 1 < len(found):
        follows = found[place + 1]
        if follows.kind in _NUMBERS or (
            follows.kind == "article" and parts[-1].kind in ("half", "and")
        ):
            place += 1
        elif _is_repeated(parts, found, place + 1):
            parts.append(found[place + 2])
            place += 3
            continue
        elif _is_hyphen(found, place + 1):
            place += 2
        elif follows.kind == "and" and _goes_on(parts, found, place + 2, language):
            parts.append(follows)
            place += 2
        else:
            break
        parts.append(found[place])
    value = evaluated(parts, language)
    return Phrase(value, tuple(parts), first, place)


def _is_repeated(parts: Sequence[Token], found: Sequence[Token], place: int) -> bool:
    """Return whether a word is repeated as a figure in brackets: twenty (20)."""
    texts = [token.text for token in found[place : place + 3]]
    return (
        len(texts) == 3
        and (texts[0], texts[2]) == ("(", ")")
        and _kind(found, place + 1) == "figure"
        and parts[-1].kind == "unit"
    ) and found[place + 1].value == parts[-1].value


def _is_hyphen(found: Sequence[Token], place: int) -> bool:
    """Return whether a hyphen joins parts of one number: 10-billion, twenty-one."""
    if place + 1 >= len(found) or found[place].text not in _DASHES:
        return False
    before, after = found[place - 1], found[place + 1]
    return (
        before.end == found[place].start
        and found[place].end == after.start
        and after.kind in ("scale", "unit", "half")
        and (before.kind != "figure" or after.kind == "scale")
    )


def _goes_on(
    parts: Sequence[Token], found: Sequence[Token], place: int, language: str
) -> bool:
    """Return whether a number goes on behind an "and"."""
    if _kind(found, place) == "half" or (
        _kind(found, place) == "article" and _kind(found, place + 1) == "half"
    ):
        return True
    last, first = parts[-1], _kind(found, place) == "unit" and found[place].value
    if language == "es":
        return last.kind == "unit" and bool(first) and 0 < (first or 0) < 10
    if language == "en":
        return last.value in (1e2, 1e3) and bool(first)
    more = []
    while _kind(found, place) in ("figure", "unit", "scale"):
        more.append(found[place])
        place += 1
    value = evaluated(more, language)
    return language in JOINED and value is not None and value < _room(last)


def _room(last: Token) -> float:
    """Return below what a part must be to add up with the one before it."""
    if last.kind == "scale":
        return last.value or 0
    if last.kind == "unit" and last.value and last.value >= 20:
        return 10 if last.value < 100 else 100
    return 0


def evaluated(parts: Sequence[Token], language: str) -> float | None:
    """Return the number that tokens add up to; None if that is not certain."""
    sum_so_far = Sum(language)
    try:
        for place, token in enumerate(parts):
            follows = parts[place + 1].kind if place + 1 < len(parts) else ""
            sum_so_far.take(token, follows)
    except UncertainError:
        return None
    if not any(token.kind in ("figure", "unit", "scale") for token in parts):
        return None
    return sum_so_far.value


def _in_context(phrase: Phrase, found: Sequence[Token], language: str) -> Phrase:
    """Return a number as what it is beside its neighbours: a year, a share, a value."""
    beside = [
        found[place]
        for place in (phrase.first - 1, phrase.last + 1)
        if 0 <= place < len(found)
    ]
    if _is_no_value(phrase, found, beside):
        return replace(phrase, value=phrase.value or 0.0, is_value=False)
    in_unknown_words = vocabulary(language) is None and any(
        token.kind in ("word", "odd") for token in beside
    )
    is_money = any(token.kind == "currency" for token in beside)
    has_letter = any(token.text in GLUED for token in phrase.tokens)
    if in_unknown_words or _is_part_of(phrase, found) or (has_letter and not is_money):
        return replace(phrase, value=None)
    if len(phrase.tokens) > 1 or phrase.value is None:
        return phrase
    (only,) = phrase.tokens
    is_year = len(only.text) == 4 and only.text.isdigit() and phrase.value in YEARS
    is_article = only.kind == "unit" and phrase.value == 1
    in_a_date = any(token.kind == "month" for token in beside)
    return replace(
        phrase, is_value=not (in_a_date or (is_year and not is_money) or is_article)
    )


def _is_no_value(
    phrase: Phrase, found: Sequence[Token], beside: Sequence[Token]
) -> bool:
    """Return whether a number is an ordinal, a share or part of a name."""
    after = beside[-1] if beside and beside[-1].start >= phrase.tokens[-1].end else None
    return _is_part_of_a_name(phrase, found) or (
        after is not None
        and (
            after.kind in ("share", "ordinal")
            or (after.text in _PER and _text(found, phrase.last + 2) in _HUNDREDTHS)
        )
    )


def _text(found: Sequence[Token], place: int) -> str:
    return found[place].text if 0 <= place < len(found) else ""


def _is_part_of_a_name(phrase: Phrase, found: Sequence[Token]) -> bool:
    """Return whether letters are written onto a figure: G20, Covid-19, no. #5."""
    place = phrase.first - 1
    if phrase.tokens[0].kind != "figure" or place < 0:
        return False
    if found[place].text in ("#", "№"):
        return True
    glued = found[place].end == phrase.tokens[0].start
    if glued and found[place].text in _DASHES and place:
        place -= 1
        glued = found[place].end == found[place + 1].start
    return glued and found[place].kind in ("word", "odd", "month")


def _is_part_of(phrase: Phrase, found: Sequence[Token]) -> bool:
    """Return whether a text speaks of a part of a number: a third of a billion."""
    return (
        phrase.tokens[0].kind == "article"
        and _text(found, phrase.first - 1) in _OF
        and _kind(found, phrase.first - 2) in ("vague", "half", "scale", "unit")
    )


def _ranges(result: list[Phrase], found: Sequence[Token]) -> list[Phrase]:
    """Return numbers in which the ends of a range have the scale that they share."""
    for place in range(len(result) - 2, -1, -1):
        one, other = result[place], result[place + 1]
        between = [
            token
            for token in found[one.last + 1 : other.first]
            if token.kind != "currency"
        ]
        if len(between) != 1:
            continue
        joint = between[0]
        is_range = joint.kind in ("to", "and") or joint.text in _DASHES
        if is_range and not one.scaled and other.scaled:
            result[place] = _end_of_range(one, other, found)
        elif joint.kind == "and" and one.scaled and _may_go_on(one, other, found):
            result[place] = replace(one, value=None)
            result[place + 1] = replace(other, value=None)
        elif joint.text in _DASHES and not (one.is_value or other.scaled):
            # The second year of 1961-62.
            result[place + 1] = replace(other, is_value=False)
        elif joint.text == "," and not one.scaled and _has_scale_of_next(other):
            result[place] = replace(one, value=None)
    return result


def _end_of_range(one: Phrase, other: Phrase, found: Sequence[Token]) -> Phrase:
    """Return the first end of a range with the second's scale, if that is certain."""
    first, value = other.tokens[0].value, one.value
    if value is None or other.value is None or not first:
        return one
    money = [_kind(found, phrase.first - 1) == "currency" for phrase in (one, other)]
    simple = all(token.kind == "scale" for token in other.tokens[1:])
    if not one.is_value and value >= first:
        return one
    if value < first and simple and one.is_value and money != [False, True]:
        shared = replace(one, value=value * other.value / first)
        return replace(shared, tokens=(*one.tokens, *other.tokens[1:]))
    return replace(one, value=None, is_value=True)


def _has_scale_of_next(phrase: Phrase) -> bool:
    return phrase.scaled and len(phrase.tokens) > phrase.last - phrase.first + 1


def _may_go_on(one: Phrase, other: Phrase, found: Sequence[Token]) -> bool:
    """Return whether what follows an "and" may belong to the number before it."""
    if other.value is None or other.value >= (one.tokens[-1].value or 0):
        return False
    own = _kind(found, other.first - 1) == "currency"
    counted = _kind(found, other.last + 1) == "word"
    return other.is_value and not own and not counted
