"""What ``datapackage.json`` must be: its JSON Schema, in the words of the check."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from components.currency import is_currency
from components.problems import DESCRIPTOR, Problem, shown

_SCHEMA: dict[str, Any] = json.loads(
    Path(__file__).with_name("descriptor.schema.json").read_text("utf-8")
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?")


def problem(column: str, found: str, expected: str) -> Problem:
    """Return what is wrong with a part of ``datapackage.json``."""
    remedy = "See the data package that comes with the project."
    return Problem(DESCRIPTOR, None, column, found, expected, remedy)


def outline_problems(descriptor: Any) -> list[Problem]:
    """Return what the JSON Schema refuses: one problem for each cause."""
    if not isinstance(descriptor, dict):
        return [problem("(whole file)", type(descriptor).__name__, "a JSON object")]
    # A missing part is reported like a wrong one: by what it should be.
    whole = dict.fromkeys(_SCHEMA["required"]) | descriptor
    validator = Draft202012Validator(_SCHEMA, format_checker=_formats(descriptor))
    offenders: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for error in validator.iter_errors(whole):
        column, *path = error.absolute_path
        offender = _offender(error, path) + _item(whole[column], path)
        offenders[str(column), _expected(error)][offender] = None
    return [
        problem(column, _counted([*named]), expected)
        for (column, expected), named in offenders.items()
    ]


def _counted(offenders: Sequence[str]) -> str:
    """Return the first offender, and how many more there are."""
    first, *others = offenders
    return f"{first}, and {len(others)} more like it" if others else first


def _expected(error: ValidationError) -> str:
    """Return the sentence of the innermost part of the schema that has one."""
    sentence, node = "", _SCHEMA
    for step in error.absolute_schema_path:
        node = node[step]
        if isinstance(node, dict):
            sentence = node.get("expected", sentence)
    return sentence


def _offender(error: ValidationError, path: Sequence[str | int]) -> str:
    """Return the offender, preceded by its name if it has one."""
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return ", ".join(f"no {name}" for name in missing)
    if error.validator == "additionalProperties":
        return ", ".join(
            map(shown, set(error.instance) - set(error.schema["properties"]))
        )
    if path and isinstance(path[-1], str):
        return f"{path[-1]} {shown(error.instance)}"
    return "nothing" if error.instance is None else shown(error.instance)


def _item(part: Any, path: Sequence[str | int]) -> str:
    """Return the list items that contain an offender, outermost first."""
    named = []
    for step in path:
        part = part[step]
        if isinstance(step, int) and isinstance(part, dict):
            names = (part.get(key) for key in ("name", "title", "word", "version"))
            name = next((name for name in names if isinstance(name, str)), None)
            named.append(shown(name) if name else f"number {step + 1}")
    return f" in {', '.join(named)}" if named else ""


def _formats(descriptor: dict[str, Any]) -> FormatChecker:
    """Return the formats that the schema refers to by name."""
    codes = _codes(descriptor.get("economies"))
    rules: dict[str, Callable[[str], bool]] = {
        "currency": is_currency,
        # Economies that cannot be read are reported once, not for each code.
        "economy": lambda code: not codes or code in codes,
        "moment": _is_moment,
        "regex": _is_pattern,
    }
    checker = FormatChecker(())
    for name, rule in rules.items():
        checker.checks(name)(_of_texts(rule))
    return checker


def _codes(economies: Any) -> list[Any]:
    items = economies if isinstance(economies, list) else []
    return [item.get("code") for item in items if isinstance(item, dict)]


def _of_texts(rule: Callable[[str], bool]) -> Callable[[object], bool]:
    """Return a rule that passes non-texts, which the type check refuses."""
    return lambda value: not isinstance(value, str) or rule(value)


def _is_moment(text: str) -> bool:
    """Return whether a text is a day, or a moment, of ISO 8601."""
    if not _ISO.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return False
    return True
