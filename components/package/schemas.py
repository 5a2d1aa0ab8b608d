"""Whether the reader of cells can keep to a schema: a rule it skipped would hide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from components.package.columns import CONSTRAINTS
from components.package.kinds import TYPES
from components.problems import DESCRIPTOR, Problem, shown

# Properties of Table Schema by which other programs would read a cell otherwise,
# and the only value that means what is done here.
_FIXED: dict[str, tuple[object, ...]] = {
    "format": ("default", None),
    "decimalChar": (".", None),
    "groupChar": ("", None),
    "bareNumber": (True, None),
    "missingValues": ([""], None),
    "trueValues": (["true", "True", "TRUE", "1"], None),
    "falseValues": (["false", "False", "FALSE", "0"], None),
}
_NUMERIC = ("integer", "number", "year")
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_LENGTHS = ("minLength", "maxLength")
_FLAGS = ("required", "unique")


def schema_problems(resources: Mapping[str, Mapping[str, Any]]) -> list[Problem]:
    """Return what the schemas say that cannot be kept to.

    Parameters
    ----------
    resources
        Those of the descriptor, by name.
    """
    return [
        Problem(
            DESCRIPTOR,
            None,
            f"schema of {table}",
            found,
            expected,
            "See the data package that comes with the project.",
        )
        for table, resource in resources.items()
        for found, expected in (
            *_breaches(resource["schema"]),
            *_key_breaches(table, resources),
        )
    ]


def _breaches(schema: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what was found and expected where a schema cannot be kept to."""
    yield from _fixed("the schema", schema, ("missingValues",))
    for field in schema["fields"]:
        name = field["name"]
        if [other["name"] for other in schema["fields"]].count(name) > 1:
            yield f"several fields {shown(name)}", "each field once"
        if field["type"] not in TYPES:
            known = ", ".join(TYPES)
            yield f"{shown(name)} of type {shown(field['type'])}", f"one of {known}"
        yield from _fixed(name, field, tuple(_FIXED))
        for constraint, value in field.get("constraints", {}).items():
            expected = _constraint_breach(constraint, value, field["type"])
            if expected:
                yield (
                    f"{name}: {constraint} {shown(value)}, which cannot be used",
                    expected,
                )


def _fixed(
    owner: str, described: Mapping[str, Any], names: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name in names:
        if described.get(name) not in _FIXED[name]:
            found = f"{name} {shown(described[name])} of {shown(owner)}"
            yield found, f"{_FIXED[name][0]}, or no {name}"


def _constraint_breach(name: str, value: Any, kind: str) -> str:
    """Return what a constraint should be; nothing if it can be kept to."""
    if name in _FLAGS:
        return "" if isinstance(value, bool) else "true or false"
    if name not in CONSTRAINTS:
        return f"one of {', '.join((*_FLAGS, *CONSTRAINTS))}"
    if name == "enum":
        usable = isinstance(value, list) and all(
            isinstance(item, str | int | float) for item in value
        )
        return "" if usable else "a list of texts or numbers"
    if name == "pattern":
        return "" if _is_pattern(value) else "a regular expression"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "a number"
    if name in _LIMITS and kind not in _NUMERIC:
        return f"{name} only for {', '.join(_NUMERIC)}"
    return ""


def _is_pattern(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        re.compile(value)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _key_breaches(
    table: str, resources: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield keys that name no columns, or no table."""
    schema = resources[table]["schema"]
    own = {field["name"] for field in schema["fields"]}
    unique = schema.get("uniqueKeys", [])
    if not isinstance(unique, list) or not all(_names(item, own) for item in unique):
        yield f"uniqueKeys {shown(unique)}", "lists of columns"
    for item in schema.get("foreignKeys", []):
        try:
            fields, target = item["fields"], item["reference"].get("resource") or table
            goals = {field["name"] for field in resources[target]["schema"]["fields"]}
            wanted = item["reference"]["fields"]
        except (TypeError, KeyError, AttributeError):
            yield f"foreignKey {shown(item)}", "fields, and a reference to a table"
            continue
        one, other = _names(fields, own), _names(wanted, goals)
        if not one or len(one) != len(other):
            yield f"foreignKey {shown(item)}", "as many columns there as here"


def _names(fields: Any, known: set[str]) -> list[str]:
    """Return one name or several as a list; empty if they name no columns."""
    names = [fields] if isinstance(fields, str) else fields
    good = isinstance(names, list) and all(
        isinstance(name, str) and name in known for name in names
    )
    return list(names) if good else []
