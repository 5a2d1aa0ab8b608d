"""``datapackage.json`` as it stands, or why it cannot be read reliably."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from components.package.letters import STEERING, Cell, damaged, misread
from components.package.texts import read_text
from components.problems import DESCRIPTOR, DataError, Problem, shown


class _Doubtful(ValueError):
    """JSON that two programs may read differently."""


def read_description(folder: Path) -> tuple[Any, list[Problem]]:
    """Return the content of ``datapackage.json``, and what looks wrong in it.

    Raises
    ------
    DataError
        If it cannot be read.
    """
    text = read_text(folder, DESCRIPTOR)
    try:
        content = json.loads(
            text, object_pairs_hook=_object, parse_constant=_no_constant
        )
        texts = list(_texts(content, ""))
    except _Doubtful as error:
        raise _error(None, str(error), "each name once, and JSON's own numbers") from (
            error
        )
    except (ValueError, RecursionError) as error:
        raise _error(getattr(error, "lineno", None), str(error), "JSON") from error
    halves = next((cell for cell in texts if _has_half(cell[3])), None)
    if halves:
        found = f"half of a character in {shown(halves[3])}"
        raise _error(None, found, "whole characters", halves[2])
    lost = [*damaged(texts), *_steering(texts)]
    if lost:
        raise DataError(lost)
    return content, list(misread(texts))


def _steering(texts: Iterable[Cell]) -> Iterator[Problem]:
    for file, row, column, text in texts:
        if STEERING.search(text):
            yield Problem(
                file,
                row,
                column,
                shown(text),
                "text without control characters and direction overrides",
                "Remove the character; it cannot be seen, so type the text anew.",
            )


def _error(
    line: int | None, found: str, expected: str, column: str | None = None
) -> DataError:
    remedy = "Fix the file at that line." if line else "Correct the file."
    return DataError([Problem(DESCRIPTOR, line, column, found, expected, remedy)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise _Doubtful(f"{shown(twice)} twice in one object")
    return dict(pairs)


def _no_constant(name: str) -> Any:
    raise _Doubtful(f"the number {name}")


def _texts(content: Any, path: str) -> Iterator[Cell]:
    """Yield every text with the names that lead to it."""
    if isinstance(content, str):
        yield DESCRIPTOR, None, path, content
    elif isinstance(content, dict):
        for name, value in content.items():
            yield from _texts(value, f"{path}.{name}".lstrip("."))
    elif isinstance(content, list):
        for value in content:
            yield from _texts(value, path)


def _has_half(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)
