"""The rows of ``readings.csv`` with their facts, for the rules that need both."""

from __future__ import annotations

from typing import Any

import pandas as pd

from components.package.model import OF_TARGETS

Row = dict[str, Any]
# Column, found, expected and remedy.
Breach = tuple[str, str, str, str]


class Rows:
    """The readings of a package by identifier, with their facts."""

    def __init__(self, frames: dict[str, pd.DataFrame]) -> None:
        self.facts = _by(frames["facts"], "fact_id")
        self.readings = _by(frames["readings"], "reading_id")
        self.headlines = {fact["headline"] for fact in self.facts.values()}

    def fact(self, row: Row) -> Row:
        """Return the fact of a reading."""
        return self.facts[row["fact_id"]]

    def goal(self, row: Row) -> Row | None:
        """Return the reading that a target points at: of a fact, its headline."""
        named = row["relates_to"]
        if named in self.facts:
            named = self.facts[named]["headline"]
        return self.readings.get(named)


def _by(frame: pd.DataFrame, key: str) -> dict[str, Row]:
    names = list(frame.columns)
    # A package that leaves them out has empty cells.
    empty: Row = dict.fromkeys(OF_TARGETS, "")
    rows = frame.itertuples(index=False, name=None)
    filled = (empty | dict(zip(names, row, strict=True)) for row in rows)
    return {row[key]: row for row in filled}


def has(cell: Any) -> bool:
    """Return whether a cell of any type holds something: a number may be NaN."""
    return not pd.isna(cell) and cell not in ("", False)
