"""The tables that the page reads: ``model.json``, which every package must match.

It is a descriptor like any other, with what a reader of cells must know besides:
``optional`` (a package may leave it out), ``together`` (all tables that share the word,
or none), ``holds`` (texts that are dates, lists or addresses), ``names`` (two cells
name one thing, or two) and ``only`` (which sort of value has such a cell). Its code
lists are those that the page can draw.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_PATH = Path(__file__).with_name("model.json")
_RESOURCES: dict[str, dict[str, Any]] = {
    item["name"]: item for item in json.loads(_PATH.read_text("utf-8"))["resources"]
}
_FIELDS: dict[str, dict[str, dict[str, Any]]] = {
    table: {field["name"]: field for field in item["schema"]["fields"]}
    for table, item in _RESOURCES.items()
}
# What only the model says of a column.
_OWN = ("optional", "holds", "names", "only")


def _holding(what: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of each table that hold dates, lists or addresses."""
    return {
        table: tuple(n for n, field in fields.items() if field.get("holds") == what)
        for table, fields in _FIELDS.items()
    }


TABLES = tuple(name for name, item in _RESOURCES.items() if not item.get("optional"))
OPTIONAL_TABLES = tuple(name for name in _RESOURCES if name not in TABLES)
# What became of targets that others declared: all of these, or none.
PLEDGE_TABLES = tuple(
    name for name, item in _RESOURCES.items() if item.get("together") == "pledges"
)
DATES, LISTS = _holding("date"), _holding("list")
ADDRESSES = {name for names in _holding("address").values() for name in names}
# Columns whose cells are names: two of them are one, or are not.
NAMES = {
    table: tuple(name for name, field in fields.items() if field.get("names"))
    for table, fields in _FIELDS.items()
}
OF_TARGETS = tuple(
    name
    for name, field in _FIELDS["readings"].items()
    if field.get("only") == "targets"
)
# The columns that identify a row.
KEYS: dict[str, list[str]] = {
    table: item["schema"]["primaryKey"] for table, item in _RESOURCES.items()
}
# Which rows a row names: by the column, and the table; its own has no name.
REFERENCES: dict[str, list[tuple[str, str]]] = {
    table: [
        (key["fields"][0], key["reference"]["resource"])
        for key in item["schema"]["foreignKeys"]
    ]
    for table, item in _RESOURCES.items()
}
# What the page can draw, a cell without anything included where it may be empty;
# other code lists are the package's own.
CODES: dict[tuple[str, str], tuple[str, ...]] = {
    (table, name): (*(() if known.get("required") else ("",)), *known["enum"])
    for table, fields in _FIELDS.items()
    for name, known in (
        (n, field.get("constraints", {})) for n, field in fields.items()
    )
    if "enum" in known
}


def codes(table: str, column: str) -> tuple[str, ...]:
    """Return the codes that a column may hold, in their order."""
    return tuple(filter(None, CODES[table, column]))


def types(table: str) -> dict[str, str]:
    """Return the types of all columns that are read, by name."""
    return {name: field["type"] for name, field in _FIELDS[table].items()}


def required(table: str) -> list[str]:
    """Return the columns that every package has."""
    return [n for n, field in _FIELDS[table].items() if not field.get("optional")]


def offered(table: str) -> list[dict[str, Any]]:
    """Return the columns that a package may leave out, as a schema describes them."""
    return [
        {part: value for part, value in field.items() if part not in _OWN}
        for field in _FIELDS[table].values()
        if field.get("optional") and "description" in field
    ]
