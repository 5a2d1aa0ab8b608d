"""Figures and their separators: what point and comma mean in each language."""

from __future__ import annotations

import re

# Languages that write 3.000 for three thousand and 3,5 for three and a half.
COMMA_DECIMALS = frozenset(("de", "es", "fr", "is", "it", "nl", "pl", "pt", "ru"))
POINT_DECIMALS = frozenset(("en", "fa", "ar"))
_SPACES = "\u00a0\u202f\u2009\u2007"
# Figures that belong together: separators between them, spaces before threes.
CLUSTER = rf"[0-9]+(?:(?:[.,٫٬،'’·/:⁄]|[{_SPACES} ](?=[0-9]{{3}}(?![0-9])))[0-9]+)*"
_SPACED = re.compile(rf"[0-9]{{1,3}}(?:[{_SPACES} ][0-9]{{3}})+(?:[.,][0-9]{{1,2}})?")
_RAISED = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:[.,][0-9]+)?")
_ARABIC = re.compile(r"[0-9]{1,3}(?:٬[0-9]{3})+(?:[.٫][0-9]+)?|[0-9]+٫[0-9]+")
_MIXED = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+"
)
_THREES = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_ONE = re.compile(r"([0-9]+)([.,،])([0-9]+)")


def figure(text: str, language: str) -> float | None:
    """Return the number that a cluster of figures is; None if uncertain.

    A separator not followed by three figures is a decimal one in any language. One
    followed by three groups thousands where the language does so; elsewhere it is
    uncertain, since the figure may come from another language.

    Examples
    --------
    >>> figure("3.5", "es"), figure("3.500", "es"), figure("3,500", "es")
    (3.5, 3500.0, None)
    >>> figure("1,234.5", "es"), figure("12,34,567", "en"), figure("3/6", "fa")
    (1234.5, 1234567.0, None)
    """
    if text.isdigit():
        return float(text)
    if _SPACED.fullmatch(text):
        certain = " " not in text or language in COMMA_DECIMALS
        return _joined(text, ".,") if certain else None
    if _RAISED.fullmatch(text):
        return _joined(text, ".,")
    if _ARABIC.fullmatch(text):
        return _joined(text, ".٫")
    if _MIXED.fullmatch(text):
        return _joined(text, max(".,", key=text.rfind))
    if _THREES.fullmatch(text):
        return _joined(text, "")
    if _LAKHS.fullmatch(text) and language not in COMMA_DECIMALS:
        return _joined(text, "")
    one = _ONE.fullmatch(text)
    return _with_one(one[1], one[2], one[3], language) if one else None


def _with_one(whole: str, separator: str, rest: str, language: str) -> float | None:
    cannot_group = len(rest) != 3 or len(whole) > 3 or whole.startswith("0")
    if cannot_group:
        return float(f"{whole}.{rest}")
    groups = (separator == "." and language in COMMA_DECIMALS) or (
        separator == "," and language in POINT_DECIMALS
    )
    return float(whole + rest) if groups else None


def _joined(text: str, decimals: str) -> float:
    """Return figures as a number; decimals follow the last of some separators."""
    parts = re.split(f"[{decimals}]", text) if decimals else [text]
    whole, *rest = (re.sub(r"[^0-9]", "", part) for part in parts)
    return float(f"{whole}.{rest[0]}" if rest else whole)
