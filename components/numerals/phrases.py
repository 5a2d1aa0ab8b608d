"""Tokens that form one number, and what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.numerals.sums import Sum, UncertainError
from components.numerals.tokens import Token
from components.numerals.words import (
    JOINED,
    ROUGH,
)

_NUMBERS = ("figure", "unit", "scale", "half", "odd", "vague", "compound")
DASHES = "-–—‑−"


@dataclass(frozen=True)
class Phrase:
    """A number in a text.

    Parameters
    ----------
    value
        None if uncertain.
    tokens
        Those it consists of.
    first, last
        Positions of its first and last token in the text.
    is_value
        Whether it may be a value: not a year, not a share.
    """

    value: float | None
    tokens: tuple[Token, ...]
    first: int
    last: int
    is_value: bool = True

    @property
    def text(self) -> str:
        """The phrase as written, in lower case."""
        return " ".join(token.text for token in self.tokens)

    @property
    def scaled(self) -> bool:
        """Whether it ends in thousands or more."""
        last = self.tokens[-1]
        return last.kind == "scale" and (last.value or 0) >= 1e3

    @property
    def is_soft(self) -> bool:
        """Whether it is a small number in words, which may mean something else."""
        return self.is_value and [token.kind for token in self.tokens] == ["unit"]


def phrases(sentence: Sequence[Token], language: str) -> Iterator[Phrase]:
    """Yield the numbers among tokens, uncertain ones included."""
    place = 0
    while place < len(sentence):
        if not _begins(sentence, place):
            place += 1
            continue
        phrase = _collected(sentence, place, language)
        place = phrase.last + 1
        if not _is_word_alone(phrase):
            yield phrase


def _begins(sentence: Sequence[Token], place: int) -> bool:
    """Return whether a number begins at a position."""
    kind, follows = sentence[place].kind, kind_at(sentence, place + 1)
    if kind == "article":
        return follows in ("scale", "half", "vague", "odd")
    if kind == "vague":
        rough = bool(ROUGH.fullmatch(sentence[place].text))
        return rough or follows in ("scale", "odd", "unit")
    return kind in _NUMBERS


def kind_at(sentence: Sequence[Token], place: int) -> str:
    """Return the kind of a token; empty where there is none."""
    return sentence[place].kind if 0 <= place < len(sentence) else ""


def _is_word_alone(phrase: Phrase) -> bool:
    """Return whether only a Latin word resembled a scale: a billboard."""
    (only, *more) = phrase.tokens
    return not more and only.kind == "odd" and only.text.isascii()


def _collected(sentence: Sequence[Token], place: int, language: str) -> Phrase:
    """Return the longest number that begins at a position."""
    parts, first = [sentence[place]], place
    while place + 1 < len(sentence):
        follows = sentence[place + 1]
        if follows.kind in _NUMBERS or (
            follows.kind == "article" and parts[-1].kind in ("half", "and")
        ):
            place += 1
        elif _is_repeated(parts, sentence, place + 1):
            parts.append(sentence[place + 2])
            place += 3
            continue
        elif _is_hyphen(sentence, place + 1):
            place += 2
        elif follows.kind == "and" and _goes_on(parts, sentence, place + 2, language):
            parts.append(follows)
            place += 2
        else:
            break
        parts.append(sentence[place])
    value = evaluated(parts, language)
    return Phrase(value, tuple(parts), first, place)


def _is_repeated(parts: Sequence[Token], sentence: Sequence[Token], place: int) -> bool:
    """Return whether a word is repeated as a figure in brackets: twenty (20)."""
    texts = [token.text for token in sentence[place : place + 3]]
    return (
        len(texts) == 3
        and (texts[0], texts[2]) == ("(", ")")
        and kind_at(sentence, place + 1) == "figure"
        and parts[-1].kind == "unit"
    ) and sentence[place + 1].value == parts[-1].value


def _is_hyphen(sentence: Sequence[Token], place: int) -> bool:
    """Return whether a hyphen joins parts of one number: 10-billion, twenty-one."""
    if place + 1 >= len(sentence) or sentence[place].text not in DASHES:
        return False
    before, after = sentence[place - 1], sentence[place + 1]
    return (
        before.end == sentence[place].start
        and sentence[place].end == after.start
        and after.kind in ("scale", "unit", "half")
        and (before.kind != "figure" or after.kind == "scale")
    )


def _goes_on(
    parts: Sequence[Token], sentence: Sequence[Token], place: int, language: str
) -> bool:
    """Return whether a number continues after an "and"."""
    if kind_at(sentence, place) == "half" or (
        kind_at(sentence, place) == "article" and kind_at(sentence, place + 1) == "half"
    ):
        return True
    last, first = (
        parts[-1],
        kind_at(sentence, place) == "unit" and sentence[place].value,
    )
    if language == "es":
        return last.kind == "unit" and bool(first) and 0 < (first or 0) < 10
    if language == "en":
        return last.value in (1e2, 1e3) and bool(first)
    more = []
    while kind_at(sentence, place) in ("figure", "unit", "scale"):
        more.append(sentence[place])
        place += 1
    value = evaluated(more, language)
    return language in JOINED and value is not None and value < _room(last)


def _room(last: Token) -> float:
    """Return the limit that a part must stay below to add to the one before."""
    if last.kind == "scale":
        return last.value or 0
    if last.kind == "unit" and last.value and last.value >= 20:
        return 10 if last.value < 100 else 100
    return 0


def evaluated(parts: Sequence[Token], language: str) -> float | None:
    """Return the number that tokens add up to; None if uncertain."""
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
