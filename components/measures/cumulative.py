"""What became of a target for several years together: the sum over its years.

Complete years alone are added up. Those that lie within the time of the target
reach it, if their sum does. Those that touch it, the years at both ends counted
whole, miss it, if even their sum is less. Between the two nothing can be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from components.measures import bounds
from components.measures.comparability import (
    LIKE,
    MAX_LENGTH_DIFFERENCE,
    ROUGH,
    UNLIKE,
    YEAR,
    Verdict,
    compare,
)
from components.measures.readings import (
    Reading,
    as_date,
    days_covered,
    first_day,
)
from components.measures.states import Outcome, State

_A_WEEK = timedelta(days=MAX_LENGTH_DIFFERENCE)


@dataclass(frozen=True)
class _Year:
    """What one speaker gives for one complete year, maybe in several ways."""

    first: date
    last: date
    readings: tuple[Reading, ...]

    @property
    def least(self) -> Reading:
        return min(self.readings, key=lambda item: item.value)

    @property
    def most(self) -> Reading:
        return max(self.readings, key=lambda item: item.value)


def outcome(target: Reading, values: Sequence[Reading], as_of: date) -> Outcome:
    """Return what became of a target for its whole time, by values known by a day."""
    yearly = replace(target, cumulative=False, period_start="", period_end="")
    verdicts = {item.reading_id: compare(item, yearly).verdict for item in values}
    comparable = [
        item
        for item in values
        if _is_of_a_year(item) and verdicts[item.reading_id] != UNLIKE
    ]
    if not comparable:
        return Outcome("cannot be said", lack="nothing comparable")
    outcomes = [
        _by_one_speaker(target, years, as_of) for years in _by_speaker(comparable)
    ]
    said = [item for item in outcomes if not item.lack]
    if not said:
        return outcomes[0]
    if len({item.state for item in said}) > 1:
        readings = tuple(item for one in said for item in one.decisive)
        return Outcome("cannot be said", ROUGH, readings, lack="figures disagree")
    # Of speakers who agree, the one that knows most.
    best = max(said, key=lambda item: len(item.decisive))
    return replace(best, verdict=_worst(best.decisive, verdicts))


def _is_of_a_year(reading: Reading) -> bool:
    days = days_covered(reading)
    return days is not None and abs(days - YEAR) <= MAX_LENGTH_DIFFERENCE


def _worst(readings: Iterable[Reading], verdicts: dict[str, Verdict]) -> Verdict:
    rough = any(verdicts[item.reading_id] == ROUGH for item in readings)
    return ROUGH if rough else LIKE


def _by_speaker(readings: Iterable[Reading]) -> list[list[_Year]]:
    """Return the years of each speaker in their order."""
    spoken: dict[str, dict[tuple[date, date], list[Reading]]] = {}
    for item in readings:
        days = _first(item), as_date(item.period_end)
        spoken.setdefault(item.stated_by, {}).setdefault(days, []).append(item)
    return [
        [_Year(*days, tuple(own)) for days, own in sorted(years.items())]
        for years in spoken.values()
    ]


def _first(reading: Reading) -> date:
    return date.fromisoformat(first_day(reading.period_start))


def _by_one_speaker(target: Reading, years: Sequence[_Year], as_of: date) -> Outcome:
    end = as_date(target.deadline)
    begins = target.period_start or target.stated_on
    within = [
        year
        for year in _apart(years)
        if year.first >= date.fromisoformat(first_day(begins)) and year.last <= end
    ]
    if not target.period_start:
        # Of a statement of some day in a year, that year is not whole.
        within = [year for year in within if year.first >= as_date(begins)]
    reached = _reaching(target, within)
    if reached:
        latest = reached[-1].last
        early = latest + timedelta(days=YEAR) <= end
        return _decided("reached", [year.least for year in reached], early=early)
    if as_of <= end:
        return _decided("open", [year.least for year in within])
    touching = _apart([y for y in years if y.last >= _opens(begins) and y.first <= end])
    most = bounds.total([year.most.quantity for year in touching])
    below = most and not most.open_above and most.value < target.value
    if below and _covers(touching, _opens(begins), end):
        return _decided("missed", [year.most for year in touching])
    return Outcome("cannot be said", lack="years missing")


def _opens(begins: str) -> date:
    return date.fromisoformat(first_day(begins))


def _apart(years: Sequence[_Year]) -> list[_Year]:
    """Return years of which none lies on another, the earliest first."""
    apart: list[_Year] = []
    for year in years:
        if not apart or year.first > apart[-1].last:
            apart.append(year)
    return apart


def _reaching(target: Reading, years: Sequence[_Year]) -> list[_Year]:
    """Return the first years whose sum reaches a target; none if it does not."""
    added = 0.0
    for number, year in enumerate(years, 1):
        # A value without a lower bound may be zero.
        added += 0 if year.least.quantity.open_below else year.least.value
        if added >= target.value:
            return list(years[:number])
    return []


def _covers(years: Sequence[_Year], first: date, last: date) -> bool:
    """Return whether years follow one another from one day to another."""
    if not years or years[0].first > first + _A_WEEK or years[-1].last < last - _A_WEEK:
        return False
    pairs = pairwise(years)
    return all(other.first - one.last <= _A_WEEK for one, other in pairs)


def _decided(
    state: State, readings: Sequence[Reading], *, early: bool = False
) -> Outcome:
    added = bounds.total([item.quantity for item in readings]) if readings else None
    return Outcome(state, decisive=tuple(readings), early=early, total=added)
