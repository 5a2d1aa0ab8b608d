"""What is computed from the readings: shares, gaps, multiples, comparability.

Every function works on values as stated and keeps their bounds: what follows
from "over $4 billion" is itself a bound, never a point.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import pandas as pd

from components.dataset import Dataset
from components.rules import last_day

EXACT, AT_LEAST, ABOUT, AT_MOST = "exact", "at least", "about", "at most"
MAX_LENGTH_DIFFERENCE = 7  # days; leap years and calendars stay comparable

Kind = Literal["comparable", "comparable with caveat", "not comparable"]
Reason = Literal[
    "unit", "concept", "direction", "period length", "period not stated", "questioned"
]
# These make two values unlike; the others only ask for a caveat.
_UNLIKE: frozenset[Reason] = frozenset(
    ("unit", "concept", "direction", "period length")
)


@dataclass(frozen=True)
class Quantity:
    """A value and how it is bounded: exact, at least, about or at most."""

    value: float
    bound: str = EXACT


@dataclass(frozen=True)
class Reading:
    """One row of ``readings.csv`` with what its fact says of it."""

    reading_id: str
    fact_id: str
    label: str
    series: str
    unit: str
    value: float
    bound: str
    concept: str
    exporter: str
    importer: str
    period_start: str
    period_end: str
    period_label: str
    deadline: str
    stated_by: str
    side: str
    stated_on: str
    stated_in: str
    source_id: str
    wording: str
    no_number: bool
    questioned: bool
    note: str

    @property
    def quantity(self) -> Quantity:
        """The value with its bound."""
        return Quantity(self.value, self.bound)


@dataclass(frozen=True)
class Step:
    """One place on the step chart.

    Parameters
    ----------
    number
        Place, counted from 1.
    total
        The headline reading, or the sum of two recorded directions.
    parts
        The headline readings that ``total`` stands for.
    others
        Every other reading of the same facts.
    """

    number: int
    total: Reading
    parts: tuple[Reading, ...]
    others: tuple[Reading, ...]


@dataclass(frozen=True)
class Comparison:
    """Two readings, whether they may be set against each other, and why."""

    one: Reading
    other: Reading
    kind: Kind
    reasons: tuple[Reason, ...]


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


def quotient(numerator: Quantity, denominator: Quantity) -> Quantity | None:
    """Return numerator divided by denominator; None if it has no bound at all.

    "Over 4" divided by 8 is at least 0.5; 8 divided by "over 4" is at most
    2; "over 4" divided by "over 8" can be anything. Values are not
    negative. None also if the denominator is zero, or so small that the
    quotient has no finite value.
    """
    if denominator.value == 0:
        return None
    value = numerator.value / denominator.value
    return _bounded(value, numerator, denominator) if math.isfinite(value) else None


def difference(minuend: Quantity, subtrahend: Quantity) -> Quantity | None:
    """Return minuend minus subtrahend; None if it has no bound at all."""
    return _bounded(minuend.value - subtrahend.value, minuend, subtrahend)


def _bounded(value: float, rises: Quantity, falls: Quantity) -> Quantity | None:
    """Return value with the bound it has if it rises with one, falls with the other."""
    known_below = rises.bound != AT_MOST and falls.bound != AT_LEAST
    known_above = rises.bound != AT_LEAST and falls.bound != AT_MOST
    if known_below and known_above:
        about = ABOUT in (rises.bound, falls.bound)
        return Quantity(value, ABOUT if about else EXACT)
    if known_below:
        return Quantity(value, AT_LEAST)
    return Quantity(value, AT_MOST) if known_above else None


def share_of_target(found: Comparison) -> Quantity | None:
    """Return ``one`` as a fraction of ``other``: 0.5 is fifty per cent."""
    return quotient(found.one.quantity, found.other.quantity)


def gap_to_target(found: Comparison) -> Quantity | None:
    """Return ``other`` minus ``one``, in their unit; negative once it is passed."""
    return difference(found.other.quantity, found.one.quantity)


def first_day(partial: str) -> str:
    """Return the first day of a year, month or day as ``YYYY-MM-DD``."""
    return partial + "-01-01"[len(partial) - 4 :] if len(partial) < 10 else partial


def days_covered(reading: Reading) -> int | None:
    """Return the length of the reading's period in days; None if not closed."""
    if not reading.period_start or not reading.period_end:
        return None
    start = date.fromisoformat(first_day(reading.period_start))
    end = date.fromisoformat(last_day(reading.period_end))
    return (end - start).days + 1


def compare(one: Reading, other: Reading) -> Comparison:
    """Return whether two readings may be set against each other.

    They are not comparable if unit, concept, direction or length of period
    differ; comparable with a caveat if a period was not stated or a value is
    questioned. Direction and concept after the rules for mirror statistics:
    like flow, like scope.
    """
    reasons: list[Reason] = []
    if one.unit != other.unit:
        reasons.append("unit")
    if one.concept != other.concept:
        reasons.append("concept")
    if (one.exporter, one.importer) != (other.exporter, other.importer):
        reasons.append("direction")
    lengths = days_covered(one), days_covered(other)
    if lengths[0] is None or lengths[1] is None:
        reasons.append("period not stated")
    elif abs(lengths[0] - lengths[1]) > MAX_LENGTH_DIFFERENCE:
        reasons.append("period length")
    if one.questioned or other.questioned:
        reasons.append("questioned")
    if _UNLIKE.intersection(reasons):
        return Comparison(one, other, "not comparable", tuple(reasons))
    kind: Kind = "comparable with caveat" if reasons else "comparable"
    return Comparison(one, other, kind, tuple(reasons))


def shared_voice(readings: Sequence[Reading]) -> Voice | None:
    """Return the speaker and day that most readings share; None if none are shared.

    A reading outside it is independent only if another speaker gave it.
    """
    voices = Counter((reading.stated_by, reading.stated_on) for reading in readings)
    if not voices:
        return None
    (stated_by, stated_on), count = voices.most_common(1)[0]
    if count < 2:
        return None
    by_speaker = sum(reading.stated_by == stated_by for reading in readings)
    return Voice(stated_by, stated_on, count, by_speaker, len(readings))


def readings_of(dataset: Dataset, fact_ids: Sequence[str]) -> list[Reading]:
    """Return the readings of some facts in the order of the file."""
    frame = dataset.readings[dataset.readings["fact_id"].isin(fact_ids)]
    facts = dataset.facts.set_index("fact_id")[["label", "series", "unit"]]
    joined = frame.join(facts, on="fact_id")
    columns = list(Reading.__dataclass_fields__)
    return [Reading(*row) for row in joined[columns].itertuples(index=False, name=None)]


def steps(dataset: Dataset) -> list[Step]:
    """Return the places of the step chart in their order."""
    placed = dataset.facts[dataset.facts["step"].notna()]
    readings = readings_of(dataset, list(placed["fact_id"]))
    result = []
    for number, facts in placed.sort_values("step").groupby("step"):
        headlines = set(facts["headline"])
        here = [item for item in readings if item.fact_id in set(facts["fact_id"])]
        parts = tuple(reading for reading in here if reading.reading_id in headlines)
        others = tuple(
            reading for reading in here if reading.reading_id not in headlines
        )
        result.append(Step(int(str(number)), _total(parts), parts, others))
    return result


def _total(parts: Sequence[Reading]) -> Reading:
    """Return the only part, or the two directions of one flow added up."""
    if len(parts) == 1:
        return parts[0]
    bounds = {part.bound for part in parts} - {EXACT}
    return replace(
        parts[0],
        value=sum(part.value for part in parts),
        bound=bounds.pop() if len(bounds) == 1 else ABOUT if bounds else EXACT,
        exporter="",
        importer="",
        questioned=any(part.questioned for part in parts),
    )


def of_series(all_steps: Sequence[Step], series: str) -> list[Step]:
    """Return the steps that are reported, targets or recorded."""
    return [step for step in all_steps if step.total.series == series]


def distinct_values(readings: Sequence[Reading]) -> list[Quantity]:
    """Return the different values among readings, smallest first."""
    found = {(reading.value, reading.bound) for reading in readings}
    return [Quantity(*pair) for pair in sorted(found)]


def undated_targets(steps: Sequence[Step]) -> list[Step]:
    """Return the targets for which no deadline was stated."""
    return [step for step in of_series(steps, "target") if not step.total.deadline]


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
    """Return label and identifier of the facts with more than one reading.

    Those whose readings differ in value come first.
    """
    readings = dataset.readings.groupby("fact_id")["value"]
    counts, values = readings.size(), readings.nunique()
    facts = dataset.facts[dataset.facts["fact_id"].map(counts).gt(1)]
    order = facts["fact_id"].map(values).gt(1)
    ordered = pd.concat([facts[order], facts[~order]])
    return dict(zip(ordered["label"], ordered["fact_id"], strict=True))


def headline_of(dataset: Dataset, readings: Sequence[Reading]) -> Reading:
    """Return the headline among the readings of one fact."""
    wanted = dataset.fact_of[readings[0].fact_id]["headline"]
    return next(item for item in readings if item.reading_id == wanted)
