"""Columns of a file as their schema types them, and what is wrong in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.package.faults import Fault, fault
from components.package.kinds import NotThisTypeError, Type
from components.package.names import folded
from components.problems import Problem, rows_named, shown


def _pattern_holds(_: Any, text: str, pattern: str) -> bool:
    return re.fullmatch(pattern, text) is not None


# Every constraint that a schema may use, except required and unique.
CONSTRAINTS: dict[str, Callable[[Any, str, Any], bool]] = {
    "enum": lambda value, text, options: value in options or text in options,
    "pattern": _pattern_holds,
    "minimum": lambda value, _, least: bool(value >= least),
    "maximum": lambda value, _, most: bool(value <= most),
    "exclusiveMinimum": lambda value, _, least: bool(value > least),
    "exclusiveMaximum": lambda value, _, most: bool(value < most),
    "minLength": lambda _, text, least: len(text) >= least,
    "maxLength": lambda _, text, most: len(text) <= most,
}


@dataclass(frozen=True)
class Column:
    """One column of a file, cell by cell.

    Parameters
    ----------
    file
        Its name.
    field
        As the schema describes the column.
    type
        How its cells are read.
    cells, lines
        The texts, and the line of the file on which each row begins.
    """

    file: str
    field: Mapping[str, Any]
    type: Type
    cells: Sequence[str]
    lines: Sequence[int]

    def read(self) -> tuple[pd.Series, list[Problem], frozenset[int]]:
        """Return the values, what is wrong with them, and the positions of bad cells.

        The value of a cell that cannot be read is empty.
        """
        values: dict[str, Any] = {}
        faults: dict[str, Fault] = {}
        for text in dict.fromkeys(self.cells):
            try:
                values[text] = self._value(text)
            except ValueError:
                values[text] = self.type.empty
                faults[text] = fault(text, self.field, self.type)
        column = pd.Series([values[text] for text in self.cells], dtype=self.type.dtype)
        bad = (place for place, text in enumerate(self.cells) if text in faults)
        return column, list(self._problems(faults)), frozenset(bad)

    def _value(self, text: str) -> Any:
        constraints = self.field.get("constraints", {})
        if text == "":
            if constraints.get("required"):
                raise NotThisTypeError
            return self.type.empty
        value = self.type.read(text)
        if constraints.get("required") and isinstance(value, str) and not folded(value):
            raise NotThisTypeError
        if not all(
            holds(value, text, constraints[name])
            for name, holds in CONSTRAINTS.items()
            if name in constraints
        ):
            raise NotThisTypeError
        return value

    def _problems(self, faults: Mapping[str, Fault]) -> Iterator[Problem]:
        """Yield one problem for each cause."""
        rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for text, line in zip(self.cells, self.lines, strict=True):
            if text in faults:
                rows[faults[text].cause].append((line, text))
        for places in rows.values():
            line, text = places[0]
            found = shown(text, faults[text].unseen) if text else "nothing"
            found += faults[text].what
            if len(places) > 1:
                also = rows_named([line for line, _ in places[1:]])
                same = len({text for _, text in places}) == 1
                found += f", {'also' if same else 'and others like it'} in {also}"
            yield Problem(
                self.file,
                line,
                str(self.field["name"]),
                found,
                faults[text].expected,
                faults[text].remedy,
            )
