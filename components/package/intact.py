"""The rows that are sound enough for every rule to check.

Rules would raise false alarms over cells that could not be read and rows that are
missing, so such rows are left out, with whatever points at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.package.keys import Key, Table, as_names

# References that a schema need not declare, and the tables they may lead to.
_LOOSE = {
    ("readings", "base_reading"): ("readings",),
    ("readings", "relates_to"): ("readings", "facts"),
    ("readings", "rate_source_id"): ("sources",),
    ("rungs", "towards"): ("facts",),
}
# Tables whose rows affirm or deny something about the rows of another.
_SPEAKS_OF = {"rungs": ("agreements", "agreement_id")}


@dataclass(frozen=True)
class Reference:
    """Columns of a table that name rows of another.

    Parameters
    ----------
    is_loose
        Whether the schema allows a name that no row has.
    """

    table: Table
    columns: Sequence[str]
    goal: Table
    goals: Sequence[str]
    is_loose: bool = False


def intact(
    frames: Mapping[str, pd.DataFrame],
    tables: Mapping[str, Table],
    bad: Mapping[str, frozenset[int]],
) -> tuple[dict[str, pd.DataFrame], dict[str, Sequence[int]]]:
    """Return the frames without rows that cannot be judged, and the lines of the rest.

    Parameters
    ----------
    frames
        Every table, typed.
    tables
        The same tables as texts.
    bad
        Positions of the rows in which something could not be read.
    """
    lost = _lost(tables, bad)
    kept = {
        name: [place for place in range(len(table.lines)) if place not in lost[name]]
        for name, table in tables.items()
    }
    return (
        {
            name: frames[name].iloc[places].reset_index(drop=True)
            for name, places in kept.items()
        },
        {
            name: [tables[name].lines[place] for place in places]
            for name, places in kept.items()
        },
    )


def _lost(
    tables: Mapping[str, Table], bad: Mapping[str, frozenset[int]]
) -> dict[str, set[int]]:
    """Return the positions of rows to leave out, and of rows that point at them."""
    lost = {
        name: {*bad.get(name, ()), *_repeated(table)} for name, table in tables.items()
    }
    references = list(_references(tables))
    before = -1
    while before != (before := sum(map(len, lost.values()))):
        for reference in references:
            lost[reference.table.name] |= _lead_nowhere(reference, lost)
        for name, (other, column) in _SPEAKS_OF.items():
            if name in tables and other in tables:
                lost[other] |= _spoken_of(tables, name, other, column, lost)
    return lost


def _repeated(table: Table) -> Iterator[int]:
    """Yield the positions of rows whose identifier an earlier row has."""
    seen: set[Key] = set()
    for place, key in enumerate(_keys(table)):
        if key in seen:
            yield place
        seen.add(key)


def _keys(table: Table) -> list[Key]:
    return table.keys(as_names(table.schema["primaryKey"]))


def _references(tables: Mapping[str, Table]) -> Iterator[Reference]:
    for table in tables.values():
        for item in table.schema.get("foreignKeys", []):
            goal = tables.get(item["reference"].get("resource") or table.name)
            if goal is not None:
                goals = as_names(item["reference"]["fields"])
                yield Reference(table, as_names(item["fields"]), goal, goals)
    for (name, column), others in _LOOSE.items():
        if name in tables and column in tables[name].columns:
            for other in others:
                goals = as_names(tables[other].schema["primaryKey"])
                yield Reference(
                    tables[name], [column], tables[other], goals, is_loose=True
                )


def _lead_nowhere(reference: Reference, lost: Mapping[str, set[int]]) -> set[int]:
    """Return the positions of rows that name a row left out."""
    goal = reference.goal
    places = {key: place for place, key in enumerate(goal.keys(reference.goals))}
    known = {key for key, place in places.items() if place not in lost[goal.name]}
    # A loose name that no row has is left to the rules.
    unsaid = reference.is_loose and goal.whole
    return {
        place
        for place, key in enumerate(reference.table.keys(reference.columns))
        if any(key) and key not in known and (key in places or not unsaid)
    }


def _spoken_of(
    tables: Mapping[str, Table],
    name: str,
    other: str,
    column: str,
    lost: Mapping[str, set[int]],
) -> set[int]:
    """Return the rows that a row left out may be about."""
    places = range(len(tables[other].lines))
    if not tables[name].whole:
        return {*places}
    named = tables[name].columns[column]
    of = {named[place] for place in lost[name]}
    own = tables[other].columns[column]
    return {place for place in places if own[place] in of}
