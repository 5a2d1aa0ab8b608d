"""What was claimed and aimed at, where it lies in time and on the scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.charts.scales import Scale
from components.charts.timeaxis import Span, Years, inside_its_year, span, span_of
from components.measures.growth import DAYS_IN_YEAR, path, years_until
from components.measures.readings import TARGET, Reading
from components.measures.record import Record
from components.view import Assumption
from components.words import names
from components.words import over_time as words

MARK = 6  # px from the middle of a mark to its edge
POINTS = 24  # of a path
MOST = 300  # claims that are drawn; more cost seconds and overprint each other


@dataclass(frozen=True)
class Claim:
    """A claimed value where it lies in time.

    Parameters
    ----------
    owner
        The fact that it gives a value of.
    span
        The days that it covers, or on which it holds.
    has_period
        Whether it covers a period; else it holds on a day within the span.
    is_filled
        The value shown first, if an official said it; others are open.
    """

    reading_id: str
    owner: str
    value: float
    span: Span
    y: float
    has_period: bool
    is_filled: bool
    is_headline: bool
    open_above: bool
    open_below: bool
    is_questioned: bool
    hover: tuple[str, ...]


@dataclass(frozen=True)
class Level:
    """A target from the day it was named.

    Parameters
    ----------
    named
        When it was named: the days that the source allows.
    end
        The day after its deadline, or after it was given up; None without either:
        it has no end.
    mark
        Where its mark stands.
    is_given_up
        Whether it was withdrawn or replaced before its deadline.
    open_above, open_below
        Whether it is "or more", or "or less".
    y_high
        Of the upper end of a range; None for a single value.
    """

    reading_id: str
    value: float
    y: float
    named: Span
    end: date | None
    mark: date
    is_given_up: bool
    open_above: bool
    open_below: bool
    is_questioned: bool
    hover: tuple[str, ...]
    y_high: float | None = None

    @property
    def ys(self) -> tuple[float, ...]:
        """Where its lines lie: one, or one for each end of a range."""
        return (self.y,) if self.y_high is None else (self.y, self.y_high)

    @property
    def tone(self) -> str:
        """A name of a colour of the palette: quiet for what nobody aims at."""
        return "quiet" if self.is_given_up else TARGET


@dataclass(frozen=True)
class Path:
    """What the reader's year would take: days and heights from left to right."""

    days: tuple[date, ...]
    values: tuple[float, ...]
    ys: tuple[float, ...]
    name: str


def claims_of(record: Record, said: Sequence[Reading], scale: Scale) -> list[Claim]:
    """Return the claims to draw, the values shown first on top.

    What several outlets give alike, value and days, is one mark.
    """
    first = {fact["headline"] for fact in record.dataset.fact_of.values()}
    kept: dict[tuple[float, Span], Claim] = {}
    for reading in sorted(said, key=lambda item: item.reading_id not in first):
        days = span_of(reading)
        if days is not None and len(kept) < MOST:
            headline = reading.reading_id in first
            claim = Claim(
                reading.reading_id,
                reading.fact_id,
                reading.value,
                days,
                scale.y(reading.value),
                has_period=bool(reading.period_start and reading.period_end),
                is_filled=headline and names.is_statement(reading),
                is_headline=headline,
                open_above=reading.quantity.open_above,
                open_below=reading.quantity.open_below,
                is_questioned=reading.questioned,
                hover=words.reading_hover(record, reading),
            )
            kept.setdefault((reading.value, days), claim)
    return list(kept.values())[::-1]


def level_of(record: Record, target: Reading, years: Years, scale: Scale) -> Level:
    """Return a target from the day it was named to its deadline, if it has one.

    Nobody aims at one any longer that was given up before: its line ends there.
    """
    named = span(target.stated_on or target.known_on)
    given_up = target.ended_by
    deadline = span(target.deadline) if target.deadline and not given_up else None
    last = span(given_up.stated_on) if given_up else deadline
    mark = inside_its_year(deadline.middle, years, MARK + 1) if deadline else named.last
    high = target.value_high
    return Level(
        target.reading_id,
        target.value,
        scale.y(target.value),
        named,
        last.end if last else None,
        mark,
        given_up is not None,
        target.quantity.open_above,
        target.quantity.open_below,
        target.questioned,
        words.reading_hover(record, target),
        None if high is None else scale.y(high),
    )


def paths_of(assumed: Assumption, scale: Scale) -> list[Path]:
    """Return growth at the required rate from the starting value to each target."""
    years = years_until(assumed.start, str(assumed.year))
    begin = span_of(assumed.start)
    if years is None or begin is None:
        return []
    paths = []
    for target in assumed.targets:
        needed = path(assumed.start, target, years)
        if needed is None:
            continue
        parts = [number / POINTS * years for number in range(POINTS + 1)]
        values = [assumed.start.value * (1 + needed.rate.value) ** n for n in parts]
        paths.append(
            Path(
                tuple(begin.last + timedelta(days=n * DAYS_IN_YEAR) for n in parts),
                tuple(values),
                tuple(scale.y(value) for value in values),
                words.readers_year(assumed),
            )
        )
    return paths
