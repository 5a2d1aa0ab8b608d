"""The rows on which every rule can be tried, though others are wrong.

A rule that reads a cell which could not be read, or a row that is not there, would
find what is not wrong: such rows are left out, and whatever points at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from components.package.keys import Key, Table, as_names

# References that no schema need know, and the tables they may lead to.
_LOOSE = {
    ("readings", "base_reading"): ("readings",),
    ("readings", "relates_to"): ("readings", "facts"),
    ("readings", "rate_source_id"): ("sources",),
    ("rungs", "towards"): ("facts",),
}
# A table whose rows say of each row of another that something is so, or is not.
_SPEAKS_OF = {"rungs": ("agreements", "agreement_id")}


@dataclass(frozen=True)
class Reference:
    """Columns of a table that name rows of another.

    Parameters
    ----------
    is_loose
        Whether a name that nothing has is no problem of the schema.
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
    """Return the frames without what cannot be judged, and the lines of their rows.

    Parameters
    ----------
    frames
        Every table, typed.
    tables
        The same as texts.
    bad
        The places of the rows in which something could not be read.
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
    """Return the places of the rows to leave out, until nothing points at one."""
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
    """Yield the places of rows whose identifier an earlier row has."""
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
    """Return the places of the rows that name one which is left out."""
    goal = reference.goal
    places = {key: place for place, key in enumerate(goal.keys(reference.goals))}
    known = {key for key, place in places.items() if place not in lost[goal.name]}
    # What a loose name leads to that nothing has is for a rule to say.
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
    """Return the rows of which a row that is left out says something; maybe any."""
    places = range(len(tables[other].lines))
    if not tables[name].whole:
        return {*places}
    named = tables[name].columns[column]
    of = {named[place] for place in lost[name]}
    own = tables[other].columns[column]
    return {place for place in places if own[place] in of}
