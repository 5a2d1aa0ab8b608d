"""The years that trajectory and timeline both show, and where a day lies on them."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from components.measures.readings import Reading, first_day
from components.measures.record import Record
from components.rules import last_day

# px between the margins of a chart that is 328 px wide: a phone of 360 px.
NARROWEST = 274
LEFT = 46  # px of the margin in which the names of values stand
PAD = 0.02  # of the years that are shown, so that no mark is cut
STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
TICK_ROOM = 44  # px from one year's name to the next
YEAR_NAME = 28  # px
# Of a year for which somebody looked and got no value.
SEARCHED_STATES = ("nothing found", "not reported")
EDGE = 6  # px of the right margin that a name may use
FEW = 3650  # days; a shorter axis may be lengthened as if it were as long
FAR = 1.5  # today lies beyond the axis if it would lengthen it more than this


@dataclass(frozen=True)
class Span:
    """The days that a partial date or a period allows, both ends included."""

    first: date
    last: date

    @property
    def end(self) -> date:
        """The day on which the last day is over."""
        return self.last + timedelta(days=1) if self.last < date.max else self.last

    @property
    def middle(self) -> date:
        """The day in its middle."""
        return self.first + (self.last - self.first) / 2

    @property
    def is_long(self) -> bool:
        """Whether it is longer than a month."""
        return (self.last - self.first).days > 31

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.first == self.last


def span(first: str, last: str = "") -> Span:
    """Return the days from one partial date to another, or all that one allows."""
    return Span(
        date.fromisoformat(first_day(first)),
        date.fromisoformat(last_day(last or first)),
    )


def span_of(reading: Reading) -> Span | None:
    """Return the days that a value stands for; None if nothing places it in time.

    Its period; without one the day on which it is said to hold, else the day on
    which it was said. Of a partial date all days that it allows.
    """
    if reading.period_end:
        return span(reading.period_start or reading.period_end, reading.period_end)
    return span(reading.stated_on) if reading.stated_on else None


@dataclass(frozen=True)
class Years:
    """A time axis.

    Parameters
    ----------
    first, last
        Its ends.
    """

    first: date
    last: date

    def fraction(self, day: date) -> float:
        """Return where a day lies: 0 at the left end of the axis, 1 at the right."""
        return (day - self.first) / (self.last - self.first)

    def px(self, day: date) -> float:
        """Return where a day lies on the narrowest chart."""
        return self.fraction(day) * NARROWEST

    def is_left(self, day: date) -> bool:
        """Return whether a day lies in the left half."""
        return self.fraction(day) < 0.5

    def holds(self, day: date) -> bool:
        """Return whether the axis shows a day."""
        return self.first <= day <= self.last

    @property
    def px_of_year(self) -> float:
        """How wide a year is on the narrowest chart."""
        return NARROWEST * 365.25 / (self.last - self.first).days

    @property
    def ticks(self) -> tuple[tuple[date, str], ...]:
        """Years whose names have room, each on its first day."""
        step = next(
            (step for step in STEPS if step * self.px_of_year >= TICK_ROOM), STEPS[-1]
        )
        first = max(1, -(-self.first.year // step)) * step
        days = (date(year, 1, 1) for year in range(first, self.last.year + 1, step))
        return tuple(
            (day, str(day.year))
            for day in days
            if 0 <= self.px(day) <= NARROWEST + EDGE - YEAR_NAME
        )


def years(record: Record, today: date, until: int | None = None) -> Years | None:
    """Return the years of anything dated; None if nothing is.

    Up to today, unless today lies far beyond everything else.

    Parameters
    ----------
    until
        A later year that the axis must reach: the reader's.
    """
    spans = _dated(record)
    if until:
        spans.append(span(str(until)))
    if not spans:
        return None
    first, last = min(item.first for item in spans), max(item.last for item in spans)
    length = max((last - first).days, FEW)
    if last < today and (today - first).days <= FAR * length:
        last = today
    pad = timedelta(days=max(90, round(PAD * (last - first).days)))
    return Years(first - pad, last + pad)


def _dated(record: Record) -> list[Span]:
    """Return the spans of all that the package dates and a chart over time draws."""
    values = [*record.claimed, *record.published]
    spans = [item for reading in values if (item := span_of(reading))]
    for target in record.targets:
        spans += _spans((target.stated_on or target.known_on, target.deadline))
        if given_up := target.ended_by:
            spans += _spans([given_up.stated_on])
    return [
        *spans,
        *_spans(record.dataset.events["happened_on"]),
        *_spans(record.dataset.agreements["signed_on"]),
        *_spans(map(str, _searched(record.dataset.evidence))),
    ]


def _searched(evidence: pd.DataFrame) -> list[int]:
    """Return first and last of the years for which a body was searched in vain."""
    years = evidence["year"][evidence["state"].isin(SEARCHED_STATES)]
    return [] if years.empty else [int(years.min()), int(years.max())]


def _spans(partial: Iterable[str]) -> list[Span]:
    return [span(text) for text in partial if text]


def inside_its_year(day: date, years: Years, half: float) -> date:
    """Return a day at which a mark of 2 × `half` px lies inside the day's year."""
    room = timedelta(days=round(half / years.px_of_year * 365.25))
    first = date(day.year, 1, 1)
    length = timedelta(days=365 + calendar.isleap(day.year))
    if 2 * room >= length:
        return first + length / 2
    return min(max(day, first + room), first + length - room)
