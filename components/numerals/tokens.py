"""A text as tokens: figures, words and signs, and what each means in a language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from components.numerals.figures import CLUSTER, figure
from components.numerals.words import (
    CURRENCIES,
    GLUED,
    LIKE_A_SCALE,
    MONTHS,
    ORDINALS,
    SHARES,
    SIGNS,
    Vocabulary,
    plain,
    vocabulary,
)

_TOKEN = re.compile(rf"{CLUSTER}|[^\W\d_]+|\S")
# Arabic and Persian attach "and" to the figure that follows.
_ONTO = re.compile(r"\bو(?=[0-9])")
# Fractions and raised figures (½, ²), which are not letters here.
_ODD = "\ue000"


@dataclass(frozen=True)
class Token:
    """A part of a text.

    Parameters
    ----------
    kind
        figure, unit, scale, half, article, vague, compound, and, to, currency, month,
        share, ordinal, word or sign; odd: like a scale or a fraction, but uncertain.
    text
        As written, in lower case.
    value
        Of a figure, a number word or a scale, if certain.
    start, end
        Where it stands.
    """

    kind: str
    text: str
    value: float | None
    start: int
    end: int


def tokens(text: str, language: str) -> list[Token]:
    """Return the tokens of a text."""
    known = vocabulary(language)
    read: list[Token] = []
    written = _ONTO.sub("و ", plain(text))
    shape = "".join(
        _ODD if unicodedata.category(letter) in ("No", "Nl") else letter
        for letter in written
    )
    for match in _TOKEN.finditer(shape):
        start, end = match.span()
        at_figure = bool(read) and read[-1].kind == "figure" and read[-1].end == start
        kind, value = _meaning(match[0], at_figure, known, language)
        read.append(Token(kind, written[start:end], value, start, end))
    return read


def _meaning(
    word: str, at_figure: bool, known: Vocabulary | None, language: str
) -> tuple[str, float | None]:
    """Return what a word is; one next to a figure may be its ending."""
    if word[0] in "0123456789":
        return "figure", figure(word, language)
    if word == _ODD:
        return "odd", None
    if at_figure and word in GLUED:
        return ("scale", GLUED[word]) if language == "en" else ("odd", None)
    if at_figure and word in ORDINALS:
        return "ordinal", None
    if known and word in known.scales:
        return "scale", known.scales[word]
    if known and word in known.units:
        return "unit", known.units[word]
    for kind, words in (known.kinds if known else {}).items():
        if word in words:
            return kind, None
    if known and known.compound.fullmatch(word):
        return "compound", None
    if word in SIGNS or word in CURRENCIES:
        return "currency", None
    if word in ("%", "٪", "‰", "°") or word in SHARES:
        return "share", None
    if word in MONTHS:
        return "month", None
    if LIKE_A_SCALE.fullmatch(word):
        return "odd", None
    return ("word" if word[0].isalpha() else "sign"), None
