"""Text of the data as a reader sees it: escaped, and kept from reordering the rest."""

from __future__ import annotations

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|$~:^=&@/])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Hebrew, Arabic and their neighbours; what may stand between their words; a
# number that such a phrase begins with, unless it is an amount of money.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_MONEY = "$£¥\u20a0-\u20cf"
_RIGHT_TO_LEFT = re.compile(
    rf"(?:(?<![\w.,{_MONEY}])\d[\d.,]*\s+)?[{_RIGHT}](?:[\s\d,،؛.'’\-{_RIGHT}]*[{_RIGHT}])?"
)
_ISOLATE, _END = "\u2067", "\u2069"
# An address in a text, without the punctuation that follows it.
_ADDRESS = re.compile(
    r"((?:(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|doi:|(?:[\w-]+\.)+[^\W\d_]{2,}/)"
    r"(?:[^\s<>()]|\([^\s<>()]*\))+|[^\s@<>()]+@[^\s@<>()]+\.[^\s<>()]+)"
    r"(?<![.,;:!?'\"’”»\[\]،؛؟]))",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_IN_ADDRESS = {"<": "%3C", ">": "%3E", " ": "%20", "\\": "%5C", "\n": "%0A"}


def isolated(text: str) -> str:
    """Return text in which right-to-left phrases do not reorder what is around them.

    Without isolation (Unicode Bidirectional Algorithm, UAX 9) the number after an
    Arabic label changes sides with it. Addresses stay as they are.
    """
    if text.isascii():
        return text
    return "".join(
        part if is_address else _isolated(part) for part, is_address in pieces(text)
    )


def _isolated(text: str) -> str:
    return _RIGHT_TO_LEFT.sub(lambda match: f"{_ISOLATE}{match[0]}{_END}", text)


def pieces(text: str) -> list[tuple[str, bool]]:
    """Return the pieces of a text, each with whether it is an address."""
    # Split by a pattern with one group: every second piece is a match.
    return [
        (part, place % 2 == 1)
        for place, part in enumerate(_ADDRESS.split(text))
        if part
    ]


def link_to(address: str) -> str:
    """Return an address escaped so that it cannot end a Markdown link early."""
    return "".join(_IN_ADDRESS.get(letter, letter) for letter in address)


def behind_a_name(address: str) -> str:
    """Return an address for a named link, where `&copy;` would become a sign."""
    return _ENTITY.sub("&amp;", link_to(address))


# Streamlit turns these into arrows, dashes, comparison signs and its own mark after
# parsing the Markdown, so escapes do not help; a zero-width joiner does.
_SYMBOLS = re.compile(r"(?<=[-<>=~])(?=[-<>=~])|(?<=:)(?=streamlit:)", re.IGNORECASE)
_JOINER = "\u2060"


def as_markdown(text: str) -> str:
    """Return text that Markdown shows verbatim: no markup, icons or formulas.

    A web address in it becomes a link to itself.
    """
    return "".join(
        _address(part)
        if is_address
        else _escaped(_SYMBOLS.sub(_JOINER, _isolated(part)))
        for part, is_address in pieces(text.replace("\n", " "))
    )


def _address(part: str) -> str:
    is_page = part.casefold().startswith(("https://", "http://"))
    return f"<{link_to(part)}>" if is_page else _escaped(part)


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def as_plotly(text: str) -> str:
    """Return text that Plotly shows verbatim: no pseudo-HTML, no line breaks."""
    plain = isolated(text.replace("\n", " "))
    return "".join(_MARKUP.get(letter, letter) for letter in plain)
