"""Counts that sources dispute: how many, who says so, and where to read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.measures.bounds import EXACT
from components.measures.readings import Reading
from components.measures.record import Record
from components.measures.voices import Statement, counts_that_disagree, statements
from components.words import names
from components.words.replay import first_shown
from components.words.values import bounded, listed, plain_number


@dataclass(frozen=True)
class Saying:
    """Who gives a count, and the sources that have it from them.

    Parameters
    ----------
    who
        Empty if the sources speak for themselves.
    """

    who: str
    sources: tuple[Mapping[str, Any], ...]

    @property
    def to_read(self) -> Sequence[Mapping[str, Any]]:
        """The sources that have an address, or all of them if none has."""
        return [source for source in self.sources if source["url"]] or self.sources


@dataclass(frozen=True)
class Count:
    """One number and everybody who gives it, the speaker shown first in front."""

    value: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class Dispute:
    """The numbers that sources give for one set of documents.

    Parameters
    ----------
    shown
        The numbers set in large type.
    counts
        All of them, the headline first.
    rule
        Which one is shown first, and why.
    """

    label: str
    shown: tuple[Count, ...]
    counts: tuple[Count, ...]
    rule: str

    @property
    def title(self) -> str:
        """The numbers in a row: ``19 or 25``."""
        return listed([count.value for count in self.shown], "or")


def disputes(record: Record, today: date) -> list[Dispute]:
    """Return every dispute over a count, latest first."""
    groups = counts_that_disagree(record.dataset)
    return [_dispute(record, group, today) for group in groups]


def _dispute(record: Record, readings: Sequence[Reading], today: date) -> Dispute:
    by_value: dict[str, list[Reading]] = {}
    for reading in readings:
        by_value.setdefault(_number(reading), []).append(reading)
    counts = tuple(
        Count(value, _sayings(record, group, today))
        for value, group in by_value.items()
    )
    exact = {_number(item) for item in readings if item.bound == EXACT}
    # A lone exact number beside bounds would look undisputed.
    large = [count for count in counts if len(exact) < 2 or count.value in exact]
    rule = first_shown(record, readings[0].fact_id)
    return Dispute(
        readings[0].label,
        tuple(large),
        counts,
        f"Shown first: {counts[0].value}. {rule}",
    )


def _number(reading: Reading) -> str:
    return bounded(reading.quantity, plain_number(reading.value, 15))


def _sayings(
    record: Record, readings: Sequence[Reading], today: date
) -> tuple[Saying, ...]:
    """Return who gives one number: the headline, then officials, then others."""
    fact = record.dataset.fact_of[readings[0].fact_id]

    def weight(said: Statement) -> tuple[bool, bool, bool]:
        return (
            fact["headline"] not in {item.reading_id for item in said.readings},
            not record.speaker(said.first.stated_by),
            not names.is_statement(said.first),
        )

    ordered = sorted(statements(readings), key=weight)
    return tuple(_saying(record, said, fact["headline"], today) for said in ordered)


def _saying(record: Record, said: Statement, headline: str, today: date) -> Saying:
    ordered = sorted(said.readings, key=lambda item: item.reading_id != headline)
    ids = dict.fromkeys(item.source_id for item in ordered)
    sources = tuple(record.dataset.source_of[source_id] for source_id in ids)
    speaks_for_itself = len(sources) == 1 and sources[0]["publisher"].startswith(
        said.first.stated_by
    )
    who = "" if speaks_for_itself else _who(record, said.first.stated_by, today)
    return Saying(who, sources)


def _who(record: Record, stated_by: str, today: date) -> str:
    """Return a speaker by name and office, with "then" before a past office."""
    if not record.speaker(stated_by):
        return names.speaker(record, stated_by)
    person = stated_by.split(",")[0]
    return f"{person}, {names.office(record, stated_by, today)}"
