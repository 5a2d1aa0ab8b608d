"""Who said what: voices, counts that disagree, facts with several readings."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.dataset import Dataset, records
from components.measures.bounds import Quantity
from components.measures.readings import (
    TARGET,
    Reading,
    distinct_values,
    headline_of,
    is_counted,
    readings_of,
)


@dataclass(frozen=True)
class Voice:
    """A speaker and the day on which some of several readings were stated.

    Parameters
    ----------
    stated_by, stated_on
        Who and when.
    readings
        How many readings share speaker and day.
    by_speaker
        How many are the speaker's on any day.
    of
        How many readings there are in all.
    """

    stated_by: str
    stated_on: str
    readings: int
    by_speaker: int
    of: int


@dataclass(frozen=True)
class Statement:
    """What one speaker said of a fact on one day, however many outlets quote it.

    Parameters
    ----------
    readings
        One for each outlet, in the order of the file.
    """

    readings: tuple[Reading, ...]

    @property
    def first(self) -> Reading:
        """The reading that names speaker and day."""
        return self.readings[0]

    @property
    def by_value(self) -> list[list[Reading]]:
        """The readings by value and bound: outlets differ on what was said."""
        groups: dict[tuple[Quantity, str], list[Reading]] = {}
        for reading in self.readings:
            key = reading.quantity, reading.said_currency
            groups.setdefault(key, []).append(reading)
        return list(groups.values())


def shared_voice(readings: Sequence[Reading]) -> Voice | None:
    """Return the speaker and day that most readings share; None if none are shared.

    Readings that name nobody share no speaker. A reading outside the voice is
    independent only if another speaker gave it.
    """
    named = [reading for reading in readings if reading.is_attributed]
    voices = Counter((reading.stated_by, reading.stated_on) for reading in named)
    if not voices:
        return None
    (stated_by, stated_on), count = voices.most_common(1)[0]
    if count < 2:
        return None
    by_speaker = sum(reading.stated_by == stated_by for reading in readings)
    return Voice(stated_by, stated_on, count, by_speaker, len(readings))


def statements(readings: Sequence[Reading]) -> list[Statement]:
    """Return readings grouped by speaker and day, in the order of the file.

    Readings that name nobody stay apart: nobody knows whether they are one voice.
    """
    groups: dict[tuple[str, ...], list[Reading]] = {}
    alone = itertools.count()
    for reading in readings:
        key: tuple[str, ...] = (reading.stated_by, reading.stated_on)
        if not reading.is_attributed:
            key = (*key, str(next(alone)))
        groups.setdefault(key, []).append(reading)
    return [Statement(tuple(group)) for group in groups.values()]


def counts_that_disagree(dataset: Dataset) -> list[list[Reading]]:
    """Return the readings of each count of documents that sources dispute.

    The latest count first; within one, the headline first.
    """
    facts = dataset.facts[dataset.facts["unit"].eq("documents")]
    headlines = set(facts["headline"])
    groups = []
    for fact_id in facts["fact_id"]:
        group = readings_of(dataset, [fact_id])
        if len(distinct_values(group)) > 1:
            group.sort(key=lambda reading: reading.reading_id not in headlines)
            groups.append(group)
    return sorted(groups, key=lambda group: group[0].period_end, reverse=True)


def facts_with_rivals(dataset: Dataset) -> dict[str, str]:
    """Return label by identifier of the facts with more than one reading.

    Those whose readings differ in value or bound come first.
    """
    counts = dataset.readings.groupby("fact_id").size()
    facts = dataset.facts[dataset.facts["fact_id"].map(counts).gt(1)]
    order = facts["fact_id"].isin(facts_that_differ(dataset))
    ordered = pd.concat([facts[order], facts[~order]])
    return dict(zip(ordered["fact_id"], ordered["label"], strict=True))


def facts_that_differ(dataset: Dataset) -> set[str]:
    """Return the facts whose readings differ in value or bound."""
    readings = dataset.readings
    stated = readings.columns.intersection(["fact_id", "value", "bound", "currency"])
    differing = readings.drop_duplicates(stated).groupby("fact_id").size()
    return set(differing.index[differing.gt(1)])


def doubts(dataset: Dataset, fact_id: str) -> list[dict[str, Any]]:
    """Return the events in which somebody doubts the value of a fact."""
    events = dataset.events
    if "doubts" not in events:
        return []
    return records(events[events["doubts"].eq(fact_id)].sort_values("happened_on"))


def facts_with_voices(dataset: Dataset, first: str = "") -> list[str]:
    """Return the facts on which several were heard, or which somebody doubts.

    And targets in quantities, which no chart of the trajectory shows.

    Parameters
    ----------
    first
        The fact that comes first, if it is one of them. Targets that were given up
        come last.
    """
    events = dataset.events
    named = set(events["doubts"]) if "doubts" in events else set()
    doubted = [fact_id for fact_id in dataset.facts["fact_id"] if fact_id in named]
    aims = dataset.facts[dataset.facts["series"].eq(TARGET)]
    counted = aims.loc[aims["unit"].map(is_counted), "fact_id"]
    facts = list(dict.fromkeys([*facts_with_rivals(dataset), *doubted, *counted]))
    given_up = {fact_id for fact_id in facts if _is_given_up(dataset, fact_id)}
    return sorted(facts, key=lambda fact_id: (fact_id != first, fact_id in given_up))


def _is_given_up(dataset: Dataset, fact_id: str) -> bool:
    """Return whether a fact is a target that was withdrawn or replaced."""
    if dataset.fact_of[fact_id]["series"] != TARGET:
        return False
    first = headline_of(dataset, readings_of(dataset, [fact_id]))
    return first.ended_by is not None
