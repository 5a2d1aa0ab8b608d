"""The package as it could be known on a day: what was said, done and printed by then.

One rule for each table. A table without a rule cannot be replayed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pandas as pd

from components.dataset import Dataset, Replay, records
from components.measures.headlines import rechosen
from components.measures.readings import first_day
from components.rules import last_day


@dataclass(frozen=True)
class Rule:
    """When the rows of a table were known, and what of them carries no day.

    Parameters
    ----------
    own
        The column with the day of the row itself; empty if there is none.
    printed_first
        Whether a row was not known before its source was printed, whatever its own
        day: somebody wrote it of the world, and did not say it in public.
    cited
        Whether a row is shown with each row that needs it; without a day of its
        own, only so.
    undated
        Columns whose cells carry no day, and may have been written later.
    """

    own: str = ""
    printed_first: bool = True
    cited: bool = False
    undated: tuple[str, ...] = ()


_OF_SOURCES = ("note", "not_archived")
RULES = {
    "facts": Rule(cited=True, undated=("rule",)),
    "readings": Rule("stated_on", printed_first=False, undated=("note",)),
    "agreements": Rule("signed_on", undated=("status", "note")),
    "events": Rule("happened_on", undated=("note",)),
    "evidence": Rule(undated=("note",)),
    "sources": Rule("published_on", cited=True, undated=_OF_SOURCES),
    "rungs": Rule("on", undated=("note",)),
    "pledges": Rule("stated_on", printed_first=False, undated=("coded", "note")),
    "pledge_values": Rule(undated=("note",)),
    "pledge_sources": Rule("published_on", cited=True, undated=_OF_SOURCES),
}
# Kinds of readings that mean nothing without the one that they start from.
_NEEDS_A_BASE = ("multiple", "increase")
# A source by the column that names it, and the days that it has.
_SOURCE, _PRINTED, _READ = "source_id", "published_on", "checked_on"
Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class _Reference:
    """A column whose cells name rows of another table by their key."""

    table: str
    column: str
    other: str
    key: str
    required: bool


def days(dataset: Dataset) -> list[date]:
    """Return every day on which something became known, in order."""
    return _in_order(dataset, _days(dataset))


def offered(dataset: Dataset) -> tuple[date, date] | None:
    """Return the first and the last day that can be replayed, or None.

    The first is the day before anything was known. From the day on which everything
    was, the page is as it is without a day.
    """
    return _ends(days(dataset))


def known_on(dataset: Dataset, day: date) -> Dataset:
    """Return a package without what nobody could have had on a day.

    A day that is not :func:`offered` changes nothing.
    """
    dated = _days(dataset)
    ends = _ends(_in_order(dataset, dated))
    if ends is None or not ends[0] <= day <= ends[1]:
        return dataset
    frames = _visible(dataset, dated, day.isoformat())
    shown: dict[str, Any] = rechosen(
        {name: _without_undated(frame, name) for name, frame in frames.items()}
    )
    return replace(
        dataset,
        descriptor=_descriptor(dataset, day),
        state=f"{dataset.state}, as known on {day.isoformat()}",
        replay=_replay(day, dated, frames),
        **shown,
    )


def _in_order(dataset: Dataset, dated: Frames) -> list[date]:
    known = {day for frame in dated.values() for day in frame["known"]}
    return sorted(date.fromisoformat(day) for day in {*known, _made(dataset)} if day)


def _ends(days: list[date]) -> tuple[date, date] | None:
    if len(days) < 2:
        # A package that was created empty has no past to replay.
        return None
    one = timedelta(days=1)
    return days[0] - one, days[-1] - one


def _replay(day: date, dated: Frames, frames: Frames) -> Replay:
    """Return what was left out and hidden for a day."""
    rows = {
        name: int(frame.loc[~frame.index.isin(frames[name].index), "undated"].sum())
        for name, frame in dated.items()
    }
    cells = {
        (name, column): int(frame[column].ne("").sum())
        for name, frame in frames.items()
        for column in _undated(frame, name)
    }
    later = sum(
        bool(cell) and last_day(cell) > day.isoformat()
        for name, frame in frames.items()
        if RULES[name].own == _PRINTED
        for cell in frame[_PRINTED]
    )
    return Replay(day, rows, cells, later)


def _made(dataset: Dataset) -> str:
    return str(dataset.descriptor.get("created", ""))[:10]


def _tables(dataset: Dataset) -> list[str]:
    return [str(resource["name"]) for resource in dataset.descriptor["resources"]]


def _days(dataset: Dataset) -> Frames:
    """Return when each row was known, and whether it carries no day, by table.

    What carries no day was known when its source was read for this record, or else
    when the record was made.
    """
    by_table = {}
    for name in _tables(dataset):
        frame, rule = dataset.table(name), RULES[name]
        if rule.own or not rule.cited:
            rows = [_day(dataset, row, rule) for row in records(frame)]
            by_table[name] = pd.DataFrame(
                rows, index=frame.index, columns=["known", "undated"]
            )
    return by_table


def _day(dataset: Dataset, row: Mapping[str, Any], rule: Rule) -> tuple[str, bool]:
    source = dataset.source_of.get(row[_SOURCE], {}) if _SOURCE in row else row
    own = row[rule.own] if rule.own else ""
    made, read = _made(dataset), source.get(_READ)
    printed = _last_day(source[_PRINTED], made) if source.get(_PRINTED) else ""
    if own:
        known = min(_last_day(own, made), _last_day(own, printed))
        return (max(known, printed) if rule.printed_first else known), False
    if printed:
        return printed, False
    return (_last_day(read, made) if read else made), True


def _last_day(partial: str, known: str) -> str:
    """Return the last day of a partial date, or the day it was known if within."""
    last = last_day(partial)
    return known if first_day(partial) <= known < last else last


def _visible(dataset: Dataset, dated: Frames, day: str) -> Frames:
    """Return the rows that were known on a day, and refer to none that were not."""
    frames = {
        name: dataset.table(name)[
            dated[name]["known"].between("0", day)
            if name in dated
            else pd.Series(False, dataset.table(name).index)
        ]
        for name in _tables(dataset)
    }
    references = [item for item in _references(dataset) if item.table != "facts"]
    needed = [item for item in references if item.required]
    before = None
    # Rows that refer to a removed row are removed too.
    while before != (before := [len(frame) for frame in frames.values()]):
        for item in needed:
            if not RULES[item.other].cited:
                frames[item.table] = frames[item.table][~_lost(frames, item)]
        frames["readings"] = _with_bases(frames["readings"])
    for item in needed:
        if RULES[item.other].cited:
            frames[item.other] = _with_cited(dataset, frames, item)
    for item in references:
        cells = frames[item.table][item.column].mask(_lost(frames, item), "")
        frames[item.table] = frames[item.table].assign(**{item.column: cells})
    return frames | {"readings": _pointing(frames)}


def _with_bases(readings: pd.DataFrame) -> pd.DataFrame:
    """Return the readings without those whose base is needed and not there."""
    if not {"kind", "base_reading"} <= set(readings):
        return readings
    there = readings["base_reading"].isin(["", *readings["reading_id"]])
    return readings[there | ~readings["kind"].isin(_NEEDS_A_BASE)]


def _pointing(frames: Frames) -> pd.DataFrame:
    """Return the readings, naming no base, statement or fact that is not there.

    No schema declares these references, since one may name a reading or a fact.
    """
    readings = frames["readings"]
    ids = ["", *readings["reading_id"]]
    known = {
        "base_reading": (["base_reading"], ids),
        "relates_to": (["relation", "relates_to"], [*ids, *frames["facts"]["fact_id"]]),
    }
    for column, (emptied, there) in known.items():
        if column in readings:
            lost = ~readings[column].isin(there)
            cells = {name: readings[name].mask(lost, "") for name in emptied}
            readings = readings.assign(**cells)
    return readings


def _references(dataset: Dataset) -> list[_Reference]:
    """Return the references between tables, as the schemas declare them."""
    references = []
    for resource in dataset.descriptor["resources"]:
        schema = resource["schema"]
        required = {
            field["name"]
            for field in schema["fields"]
            if field.get("constraints", {}).get("required")
        }
        for item in schema.get("foreignKeys", []):
            (column,), to = item["fields"], item["reference"]
            other, (key,) = to["resource"] or resource["name"], to["fields"]
            references.append(
                _Reference(resource["name"], column, other, key, column in required)
            )
    return references


def _lost(frames: Frames, item: _Reference) -> pd.Series:
    """Return which rows name one that is not there."""
    return ~frames[item.table][item.column].isin(["", *frames[item.other][item.key]])


def _with_cited(dataset: Dataset, frames: Frames, item: _Reference) -> pd.DataFrame:
    """Return the visible rows of a table, and those that visible rows need."""
    whole, shown = dataset.table(item.other), frames[item.other]
    cited = whole[item.key].isin(frames[item.table][item.column])
    return whole[cited | whole.index.isin(shown.index)]


def _without_undated(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return rows with the undated cells emptied and the index renumbered."""
    empty = dict.fromkeys(_undated(frame, table), "")
    return frame.assign(**empty).reset_index(drop=True)


def _undated(frame: pd.DataFrame, table: str) -> list[str]:
    """Return the columns that carry no day; a package may leave some out."""
    return [column for column in RULES[table].undated if column in frame]


def _descriptor(dataset: Dataset, day: date) -> Mapping[str, Any]:
    """Return the description without undated prose and what came later.

    Cells that are hidden are not required, and who holds an office on the day does
    not leave it yet.
    """
    described = dict(dataset.descriptor)
    speakers = [
        {
            name: cell
            for name, cell in item.items()
            if name != "until" or cell <= day.isoformat()
        }
        for item in described.get("speakers", [])
    ]
    return MappingProxyType(
        described
        | {"speakers": speakers, "unknowns": [], "as_known_on": day.isoformat()}
        | {"resources": [_resource(item) for item in described["resources"]]}
    )


def _resource(resource: Mapping[str, Any]) -> dict[str, Any]:
    hidden = RULES[resource["name"]].undated
    fields = [
        {
            **field,
            "constraints": {
                name: value
                for name, value in field.get("constraints", {}).items()
                if name != "required"
            },
        }
        if field["name"] in hidden
        else field
        for field in resource["schema"]["fields"]
    ]
    return {**resource, "schema": {**resource["schema"], "fields": fields}}
