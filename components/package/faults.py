"""Why a cell cannot be read, and what to do about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.package.kinds import DATE, LIST, PARTIAL_DATE, TYPES, Type

# What spreadsheets make of a date: 3/5/1961, 5.3.61, 1961/03/05, May-61, 5-May-61,
# mai 61, 1961-03-05 00:00:00, and the number of the day, 44260.
_OF_A_SPREADSHEET = re.compile(
    r"\d{1,4}[/.]\d{1,2}(?:[/.]\d{1,4})?|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{1,2}-\d{1,2}"
    r"|(?:\d{1,2}[- ./])?[^\W\d_]{3,12}\.?[- ./]\d{2,4}|[34]\d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}",
)
_TIME = re.compile(r"[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[AP]M)?$", re.IGNORECASE)
_GROUPED = re.compile(r"[^\w]?\d{1,3}(?:[.,'’ \u00a0\u202f]\d{2,3})+(?:[.,]\d+)?")
_DECIMALS = re.compile(r"[0-9]+[.,]0+")


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be read.

    Parameters
    ----------
    cause
        Shared by all cells of a column that fail for the same reason.
    expected, remedy
        The rule, and what to do.
    what
        What the cell is instead; follows the cell in the message.
    unseen
        Characters to spell out even though they are visible.
    """

    cause: str
    expected: str
    remedy: str
    what: str = ""
    unseen: str = ""


def fault(text: str, field: Mapping[str, Any], kind: Type) -> Fault:
    """Return why a text cannot be read in a column."""
    expected = rule_of(field, kind)
    remedy = f"Correct the cell; datapackage.json describes {field['name']}."
    digits = "".join({x for x in text if x.isdecimal() and not x.isascii()})
    if digits and kind not in (TYPES["string"], TYPES["any"], LIST):
        return Fault(
            "digits",
            f"{expected}, in the digits 0 to 9",
            "Write the digits 0 to 9.",
            f", in {_script(digits[0])} digits",
        )
    if kind in (DATE, TYPES["date"], TYPES["year"]) and _is_of_a_spreadsheet(text):
        return Fault(
            "spreadsheet",
            expected,
            "Type the dates anew: which number was the month cannot be told for "
            "certain. So that a spreadsheet leaves dates alone, import the file with "
            "this column as text (Data, From Text/CSV) instead of opening it.",
            ", as a spreadsheet writes dates",
        )
    if kind in (TYPES["number"], TYPES["integer"]) and _GROUPED.fullmatch(text):
        return Fault(
            "separators",
            expected,
            "Write the number in digits alone, with a point before decimals.",
        )
    if kind in (TYPES["year"], TYPES["integer"], DATE) and _DECIMALS.fullmatch(text):
        return Fault("decimals", expected, "Write the number without decimals.")
    if kind is TYPES["boolean"]:
        return Fault(f"text {text}", expected, "Write true, or empty the cell.")
    return Fault(f"text {text}", expected, remedy, "", _strange(text, field))


def _is_of_a_spreadsheet(text: str) -> bool:
    return bool(_OF_A_SPREADSHEET.fullmatch(_TIME.sub("", text))) and not (
        PARTIAL_DATE.fullmatch(text)
    )


def _script(digit: str) -> str:
    """Return the script of a digit: Persian, or Unicode's name such as Devanagari."""
    name = unicodedata.name(digit).split(" DIGIT")[0].title()
    return {"Extended Arabic-Indic": "Persian", "Arabic-Indic": "Arabic"}.get(
        name, name
    )


_LOOK_ALIKES = 3  # up to this many letters of another script in a code are a slip


def _strange(text: str, field: Mapping[str, Any]) -> str:
    """Return letters that occur in no code of the column, if they are a slip."""
    constraints = field.get("constraints", {})
    known = "".join(map(str, constraints.get("enum", ())))
    foreign = {x for x in text if not x.isascii() and x not in known}
    coded = "enum" in constraints or "pattern" in constraints
    few = len(foreign) <= _LOOK_ALIKES and not text.startswith(("http:", "https:"))
    return "".join(foreign) if coded and few else ""


def rule_of(field: Mapping[str, Any], kind: Type) -> str:
    """Return what a field of the schema accepts, in words."""
    constraints = field.get("constraints", {})
    if "enum" in constraints:
        return "one of " + ", ".join(str(item) for item in constraints["enum"])
    rule = kind.rule
    limits = {
        "minimum": "at least",
        "maximum": "at most",
        "exclusiveMinimum": "more than",
        "exclusiveMaximum": "less than",
    }
    for name, words in limits.items():
        if name in constraints:
            rule += f", {words} {constraints[name]}"
    if "pattern" in constraints and (kind is not DATE or "example" in field):
        rule = f"text such as {field.get('example', constraints['pattern'])}"
    if constraints.get("required"):
        rule += ", not empty"
    return rule
