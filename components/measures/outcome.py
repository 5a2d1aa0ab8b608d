"""What became of a target, as of a day, from what had been said by then.

One rule for any pair. Claimed and published values give separate verdicts,
and a later statement never changes the verdict as of an earlier day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from components.measures import cumulative
from components.measures.bounds import AT_LEAST
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
    REPLACES,
    Reading,
    as_date,
    days_covered,
    first_day,
)
from components.measures.states import STATES, Fate, Lack, Outcome, State
from components.measures.terms import in_terms_of

__all__ = [
    "STATES",
    "Fate",
    "Lack",
    "Outcome",
    "State",
    "fate",
    "hangs_on_its_base",
    "outcome",
]


@dataclass(frozen=True)
class _Value:
    """A comparable value: does it reach the target, and how well does it compare."""

    reading: Reading
    verdict: Verdict
    reaches: bool

    @property
    def first(self) -> date:
        start = self.reading.period_start or self.reading.period_end
        return date.fromisoformat(first_day(start or self.reading.stated_on))

    @property
    def last(self) -> date:
        return as_date(self.reading.period_end or self.reading.stated_on)


def fate(
    target: Reading,
    claimed: Sequence[Reading],
    published: Sequence[Reading],
    as_of: date,
) -> Fate:
    """Return what became of a target as of a day.

    Parameters
    ----------
    claimed, published
        Values that might be set against it; those that are not like it, and
        those that were not known by then, are left out here.
    """
    return Fate(
        target,
        as_of,
        outcome(target, claimed, as_of),
        outcome(target, published, as_of),
    )


def outcome(target: Reading, values: Sequence[Reading], as_of: date) -> Outcome:
    """Return what one kind of evidence says of a target as of a day.

    A range is reached at its lower end. A target that was withdrawn or replaced
    before its deadline, and had not been reached by then, is never missed.
    """
    known = [item for item in values if item.known_on <= as_of.isoformat()]
    end = target.ended_by
    if end is None or end.known_on > as_of.isoformat():
        return _judged(target, known, as_of)
    day = as_date(end.stated_on)
    until = [item for item in known if (last := _last(item)) and last <= day]
    by_then = _judged(target, until, min(as_of, day))
    if by_then.state in _REACHED:
        return by_then
    state: State = "replaced" if end.relation == REPLACES else "withdrawn"
    return Outcome(state, highest=_judged(target, known, as_of).highest)


_REACHED = ("reached", "reached, no deadline", "reached, lost later")


def _last(reading: Reading) -> date | None:
    end = reading.period_end or reading.stated_on
    return as_date(end) if end else None


def _judged(target: Reading, known: Sequence[Reading], as_of: date) -> Outcome:
    """Return what known values say of a target that somebody still aims at."""
    if not target.stated_on:
        lost = Outcome("cannot be said", lack="day not known")
        return replace(lost, highest=_highest(_comparable(target, known)))
    if target.cumulative:
        return cumulative.outcome(target, known, as_of)
    comparable = _comparable(target, known)
    if target.deadline:
        judged = _dated(target, comparable, as_of)
    else:
        judged = _undated(target, comparable)
    if judged.lack == "nothing since" and not comparable:
        judged = replace(judged, lack="nothing comparable")
    return replace(judged, highest=_highest(comparable))


def _comparable(target: Reading, known: Sequence[Reading]) -> list[_Value]:
    terms = in_terms_of(target, known)
    return [value for item in terms if (value := _value(item, target))]


def _highest(comparable: Sequence[_Value]) -> Reading | None:
    return max(
        (value.reading for value in comparable),
        key=lambda item: item.value,
        default=None,
    )


def _value(reading: Reading, target: Reading) -> _Value | None:
    """Return what a reading says of a target; None if it says nothing."""
    comparison = compare(reading, target)
    if comparison.verdict == UNLIKE or not (reading.period_end or reading.stated_on):
        return None
    reaches = _reaches(reading, target)
    # A part of a year below the target says nothing of the year.
    if not reaches and is_part_of_a_year(reading):
        return None
    rough = reading.quantity.bound in _BOUNDED and not reaches
    rough = rough or hangs_on_its_base(target, reading)
    return _Value(reading, ROUGH if rough else comparison.verdict, reaches)


def _reaches(reading: Reading, target: Reading) -> bool:
    return reading.value >= target.value and not reading.quantity.open_below


def hangs_on_its_base(target: Reading, reading: Reading) -> bool:
    """Return whether what a value says would change with what the base truly was.

    Twice "over 4" may be more than 8.
    """
    if target.rise is None:
        return False
    side = target.quantity
    return side.open_above if _reaches(reading, target) else side.open_below


# Below the target by such a value, the true one may still be above it.
_BOUNDED = (AT_LEAST, "at least about")


def is_part_of_a_year(reading: Reading) -> bool:
    """Return whether a reading is known to cover less than a year."""
    days = days_covered(reading)
    return days is not None and days < YEAR - MAX_LENGTH_DIFFERENCE


def _dated(target: Reading, values: Sequence[_Value], as_of: date) -> Outcome:
    """Return what became of a target that has a deadline."""
    deadline = as_date(target.deadline)
    named = date.fromisoformat(first_day(target.stated_on))
    since = [value for value in values if value.last >= named]
    before = [value for value in since if value.last < deadline]
    if as_of <= deadline:
        return _before_the_deadline(before)
    own = _in_the_year(deadline, since)
    early = [value for value in before if value.reaches and value not in own]
    decisive, neighbours = _at(deadline, since)
    if not decisive:
        if early:
            return _decided("reached", early, early=early)
        lack: Lack = "no value for the deadline" if since else "nothing since"
        return Outcome("cannot be said", lack=lack)
    if not _agree(decisive):
        return _disputed(decisive)
    if decisive[0].reaches:
        decided = _decided("reached", decisive, early=early)
    else:
        later = [value for value in since if value.first > deadline and value.reaches]
        state: State = "missed, passed later" if later else "missed"
        decided = _decided(state, [*decisive, *later[:1]], early=early)
    if not neighbours:
        return decided
    verdict = _worse(decided.verdict, ROUGH)
    return replace(decided, by_neighbours=True, verdict=verdict)


def _before_the_deadline(before: Sequence[_Value]) -> Outcome:
    """Return whether a target is reached while its deadline is still ahead."""
    early = [value for value in before if value.reaches]
    latest = _latest(before)
    if early and _agree(latest) and latest[0].reaches:
        return _decided("reached", latest, early=early)
    return _decided("open", latest, early=early)


def _undated(target: Reading, values: Sequence[_Value]) -> Outcome:
    """Return what became of a target that has no deadline; it is never missed."""
    named = date.fromisoformat(first_day(target.stated_on))
    since = [value for value in values if value.last >= named]
    if not since:
        return Outcome("cannot be said", lack="nothing since")
    reached = [value for value in since if value.reaches]
    if not reached:
        return _decided("not reached, no deadline", since)
    latest = _latest(since)
    if not _agree(latest):
        return _disputed(latest)
    if latest[0].reaches:
        return _decided("reached, no deadline", latest)
    return _decided("reached, lost later", [reached[0], *latest])


def _at(deadline: date, values: Sequence[_Value]) -> tuple[list[_Value], bool]:
    """Return the values of the deadline's year, else of both years beside it.

    The second item says whether it is the neighbours, which count only where
    both are known and agree.
    """
    own = _of_the_year(deadline, values)
    if own:
        return own, False
    before, after = (
        _of_the_year(_years_later(deadline, years), values) for years in (-1, 1)
    )
    if before and after and _agree([*before, *after]):
        return [*before, *after], True
    return [], False


def _years_later(day: date, years: int) -> date:
    """Return the same day of another year; 29 February becomes the 28th."""
    return day.replace(
        year=day.year + years, day=min(day.day, 28 if day.month == 2 else 31)
    )


def _of_the_year(day: date, values: Sequence[_Value]) -> list[_Value]:
    """Return the best comparable of the values of the year in which a day lies."""
    own = _in_the_year(day, values)
    return [value for value in own if value.verdict == LIKE] or own


def _in_the_year(day: date, values: Sequence[_Value]) -> list[_Value]:
    """Return the values whose period holds a day.

    A value said to hold on some day, and a part of a year, count for the
    calendar year in which they end.
    """
    return [
        value
        for value in values
        if (
            value.last.year == day.year
            if not value.reading.period_start or is_part_of_a_year(value.reading)
            else value.first <= day <= value.last
        )
    ]


def _latest(values: Sequence[_Value]) -> list[_Value]:
    """Return the values whose period ends last."""
    last = max((value.last for value in values), default=None)
    return [value for value in values if value.last == last]


def _agree(values: Sequence[_Value]) -> bool:
    return len({value.reaches for value in values}) == 1


def _decided(
    state: State, values: Sequence[_Value], *, early: Sequence[_Value] = ()
) -> Outcome:
    """Return a state with the values that decide it, and the first that was early."""
    verdicts = [value.verdict for value in values]
    first = min(early, key=lambda value: value.last, default=None)
    return Outcome(
        state,
        ROUGH if ROUGH in verdicts else LIKE,
        tuple(value.reading for value in values),
        early=bool(early),
        first=None if first is None or first in values else first.reading,
    )


def _disputed(values: Sequence[_Value]) -> Outcome:
    readings = tuple(value.reading for value in values)
    return Outcome("cannot be said", ROUGH, readings, lack="figures disagree")


def _worse(one: Verdict, other: Verdict) -> Verdict:
    return ROUGH if ROUGH in (one, other) else LIKE
