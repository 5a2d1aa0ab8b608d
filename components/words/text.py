"""Text of the data as a reader sees it: escaped, and moving nothing around it."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|$~:^=&@/])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Hebrew, Arabic and their neighbours; what may stand between their words; a
# number that such a phrase begins with.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(
    rf"(?:(?<![\w$.,])\d[\d.,]*\s+)?[{_RIGHT}](?:[\s\d,،؛.'’\-{_RIGHT}]*[{_RIGHT}])?"
)
_ISOLATE, _END = "\u2067", "\u2069"


def isolated(text: str) -> str:
    """Return text in which a phrase from right to left moves nothing around it.

    Unicode Bidirectional Algorithm (UAX 9): without isolation the number after
    an Arabic label changes sides with it.
    """
    if text.isascii():
        return text
    return _RIGHT_TO_LEFT.sub(lambda found: f"{_ISOLATE}{found[0]}{_END}", text)


# Streamlit makes arrows, dashes, comparisons and its own mark out of these after
# it has read the Markdown, so no escape holds; a joiner that has no width does.
_SYMBOLS = re.compile(r"(?<=[-<>=~])(?=[-<>=~])|(?<=:)(?=streamlit:)", re.IGNORECASE)
_JOINER = "\u2060"


def as_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, icons or formulas.

    An address of a page that stands in the text becomes a link to itself.
    """
    plain = _SYMBOLS.sub(_JOINER, isolated(text.replace("\n", " ")))
    return _MARKDOWN.sub(r"\\\1", plain)


def as_plotly(text: str) -> str:
    """Return text that Plotly shows as it is: no pseudo-HTML, no line breaks."""
    plain = isolated(text.replace("\n", " "))
    return "".join(_MARKUP.get(letter, letter) for letter in plain)
