"""What the text of a cell may be, by the type of its column."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.package.names import folded, trimmed

# As in Table Schema, which has no other way to write them.
BOOLEANS = {
    **dict.fromkeys(("true", "True", "TRUE", "1"), True),
    **dict.fromkeys(("false", "False", "FALSE", "0"), False),
}
MAX_WHOLE = 10**15
PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
SEPARATOR = ";"
_WHOLE = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotThisTypeError(ValueError):
    """A text that is not of the type."""


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text) or len(text) > 20 or abs(int(text)) > MAX_WHOLE:
        raise NotThisTypeError
    return int(text)


def _number(text: str) -> float:
    if not _NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise NotThisTypeError
    return float(text)


def _year(text: str) -> int:
    if not _YEAR.fullmatch(text):
        raise NotThisTypeError
    return int(text)


def _boolean(text: str) -> bool:
    if text not in BOOLEANS:
        raise NotThisTypeError
    return BOOLEANS[text]


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise NotThisTypeError
    try:
        date.fromisoformat(text)
    except ValueError:
        raise NotThisTypeError from None
    return text


def partial_date(text: str) -> str:
    """Return a year, month or day as it stands.

    Raises
    ------
    ValueError
        If it is not one, in the digits 0 to 9.
    """
    if not PARTIAL_DATE.fullmatch(text):
        raise NotThisTypeError
    return text


def list_cell(text: str) -> str:
    """Return the list in a cell: parts trimmed, empty and repeated ones dropped.

    Examples
    --------
    >>> list_cell("energy; mining;;energy ;")
    'energy;mining'
    """
    parts = {folded(part): trimmed(part) for part in text.split(SEPARATOR)}
    return SEPARATOR.join(part for fold, part in parts.items() if fold)


@dataclass(frozen=True)
class Type:
    """How a type of Table Schema is read.

    Parameters
    ----------
    read
        Returns the value of a text, or raises ValueError.
    dtype
        Of the column in a frame.
    empty
        The value of an empty cell.
    rule
        What it accepts, in words.
    """

    read: Callable[[str], Any]
    dtype: str
    empty: Any
    rule: str


# Every type that a schema may use.
TYPES = {
    "string": Type(str, "str", "", "text"),
    "any": Type(str, "str", "", "text"),
    "integer": Type(_whole, "Int64", None, "a whole number of at most fifteen digits"),
    "number": Type(
        _number, "Float64", None, "a number with a point and no thousands separators"
    ),
    "boolean": Type(_boolean, "bool", False, "true or false, or nothing"),
    "year": Type(_year, "Int64", None, "a year in four digits"),
    "date": Type(_day, "str", "", "a day such as 1961-05-13"),
}
DATE = Type(partial_date, "str", "", "text such as 1961, 1961-05 or 1961-05-13")
LIST = Type(list_cell, "str", "", "texts with a semicolon between them")
