"""What numbers are in context: values, years, ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.numerals.phrases import DASHES, Phrase, kind_at, phrases
from components.numerals.tokens import Token, tokens
from components.numerals.words import GLUED, NEGATIVE, YEAR_WORDS, vocabulary

YEARS = range(1800, 2200)
# The solar and the lunar Hijri year, in the languages that count by them.
OTHER_YEARS = {"fa": range(1300, 1500), "ar": range(1300, 1500)}
_OF = frozenset(("of", "de", "d", "di", "von", "des", "از", "من"))
_PER = frozenset(("per", "por", "pour"))
_HUNDREDTHS = frozenset(("cent", "cento", "ciento"))


def numbers_in(text: str, language: str) -> list[Phrase]:
    """Return the numbers of a text in order, uncertain ones included."""
    sentence = tokens(text, language)
    alone = [
        _in_context(item, sentence, language) for item in phrases(sentence, language)
    ]
    return _ranges(alone, sentence)


def _in_context(phrase: Phrase, sentence: Sequence[Token], language: str) -> Phrase:
    """Return a number as its neighbours define it: a year, a share, a value."""
    beside = [
        sentence[place]
        for place in (phrase.first - 1, phrase.last + 1)
        if 0 <= place < len(sentence)
    ]
    if _is_no_value(phrase, sentence, beside):
        return replace(phrase, value=phrase.value or 0.0, is_value=False)
    in_unknown_words = vocabulary(language) is None and any(
        token.kind in ("word", "odd") for token in beside
    )
    is_money = any(token.kind == "currency" for token in beside)
    has_letter = any(token.text in GLUED for token in phrase.tokens)
    doubtful = in_unknown_words or (has_letter and not is_money)
    if doubtful or _is_part_of(phrase, sentence) or _is_negative(phrase, sentence):
        return replace(phrase, value=None)
    if len(phrase.tokens) > 1 or phrase.value is None:
        return phrase
    (only,) = phrase.tokens
    is_year = not is_money and _is_year(only, beside, language)
    is_article = only.kind == "unit" and phrase.value == 1
    in_a_date = any(token.kind == "month" for token in beside)
    return replace(phrase, is_value=not (in_a_date or is_year or is_article))


def _is_year(only: Token, beside: Sequence[Token], language: str) -> bool:
    if len(only.text) != 4 or not only.text.isdigit():
        return False
    if any(token.text in YEAR_WORDS for token in beside):
        return True
    return any(only.value in years for years in (YEARS, OTHER_YEARS.get(language, ())))


def _is_negative(phrase: Phrase, sentence: Sequence[Token]) -> bool:
    """Return whether a sign or a word turns a number, and no dash before it does."""
    place = phrase.first - 1
    if place < 0:
        return False
    before = sentence[place]
    at_word = place > 0 and sentence[place - 1].end == before.start
    is_sign = before.text in DASHES and before.end == phrase.tokens[0].start
    return before.text in NEGATIVE or (is_sign and not at_word)


def _is_no_value(
    phrase: Phrase, sentence: Sequence[Token], beside: Sequence[Token]
) -> bool:
    """Return whether a number is an ordinal, a share or part of a name."""
    after = beside[-1] if beside and beside[-1].start >= phrase.tokens[-1].end else None
    return _is_part_of_a_name(phrase, sentence) or (
        after is not None
        and (
            after.kind in ("share", "ordinal")
            or (after.text in _PER and _text(sentence, phrase.last + 2) in _HUNDREDTHS)
        )
    )


def _text(sentence: Sequence[Token], place: int) -> str:
    return sentence[place].text if 0 <= place < len(sentence) else ""


def _is_part_of_a_name(phrase: Phrase, sentence: Sequence[Token]) -> bool:
    """Return whether letters are attached to a figure: G20, Covid-19, no. #5."""
    place = phrase.first - 1
    if phrase.tokens[0].kind != "figure" or place < 0:
        return False
    if sentence[place].text in ("#", "№"):
        return True
    glued = sentence[place].end == phrase.tokens[0].start
    if glued and sentence[place].text in DASHES and place:
        place -= 1
        glued = sentence[place].end == sentence[place + 1].start
    return glued and sentence[place].kind in ("word", "odd", "month")


def _is_part_of(phrase: Phrase, sentence: Sequence[Token]) -> bool:
    """Return whether a text speaks of a part of a number: a third of a billion."""
    return (
        phrase.tokens[0].kind == "article"
        and _text(sentence, phrase.first - 1) in _OF
        and kind_at(sentence, phrase.first - 2) in ("vague", "half", "scale", "unit")
    )


def _ranges(result: list[Phrase], sentence: Sequence[Token]) -> list[Phrase]:
    """Return numbers, with both ends of a range in the scale that they share."""
    for place in range(len(result) - 2, -1, -1):
        one, other = result[place], result[place + 1]
        between = [
            token
            for token in sentence[one.last + 1 : other.first]
            if token.kind != "currency"
        ]
        if len(between) != 1:
            continue
        joint = between[0]
        is_range = joint.kind in ("to", "and") or joint.text in DASHES
        if is_range and not one.scaled and other.scaled:
            result[place] = _end_of_range(one, other, sentence)
        elif is_range and joint.kind != "and" and not (one.scaled or other.is_value):
            # Of ten to twenty per cent, neither is a value.
            result[place] = replace(one, is_value=False)
        elif joint.kind == "and" and one.scaled and _may_go_on(one, other, sentence):
            result[place] = replace(one, value=None)
            result[place + 1] = replace(other, value=None)
        elif joint.text in DASHES and not (one.is_value or other.scaled):
            # The second year of 1961-62.
            result[place + 1] = replace(other, is_value=False)
        elif joint.text == "," and not one.scaled and _may_share(one, other, sentence):
            result[place] = replace(one, value=None)
    return result


def _end_of_range(one: Phrase, other: Phrase, sentence: Sequence[Token]) -> Phrase:
    """Return the first end of a range with the second's scale, if that is certain."""
    first, value = other.tokens[0].value, one.value
    if value is None or other.value is None or not first:
        return one
    money = [
        kind_at(sentence, phrase.first - 1) == "currency" for phrase in (one, other)
    ]
    simple = all(token.kind == "scale" for token in other.tokens[1:])
    if not one.is_value and value >= first:
        return one
    if value < first and simple and one.is_value and money != [False, True]:
        shared = replace(one, value=value * other.value / first)
        return replace(shared, tokens=(*one.tokens, *other.tokens[1:]))
    return replace(one, value=None, is_value=True)


def _may_share(one: Phrase, other: Phrase, sentence: Sequence[Token]) -> bool:
    """Return whether a number before a comma may have the scale of the next one."""
    in_a_list = len(other.tokens) > other.last - other.first + 1
    money = [kind_at(sentence, item.first - 1) == "currency" for item in (one, other)]
    return one.is_value and other.scaled and (in_a_list or all(money))


def _may_go_on(one: Phrase, other: Phrase, sentence: Sequence[Token]) -> bool:
    """Return whether what follows an "and" may belong to the number before it."""
    if other.value is None or other.value >= (one.tokens[-1].value or 0):
        return False
    own = kind_at(sentence, other.first - 1) == "currency"
    counted = kind_at(sentence, other.last + 1) == "word"
    return other.is_value and not own and not counted
