"""What an undated pledge would take: growth as stated, and growth required.

Arithmetic on what was stated; nothing here is a forecast.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.measures import (
    Comparison,
    Quantity,
    Reading,
    Step,
    compare,
    days_covered,
    quotient,
)
from components.rules import last_day

DAYS_IN_YEAR = 365.2425
# Less is no rate per year but an extrapolation of months.
LEAST_YEARS = 0.9
SPANS = (1, 2, 3, 5, 7, 10, 12, 15, 17, 20, 25, 30)


@dataclass(frozen=True)
class Pace:
    """Growth between two stated readings.

    Parameters
    ----------
    base, latest
        The two readings.
    years
        From the end of the one period to the end, or the day, of the other.
    multiple
        Latest divided by base.
    rate
        Per year as a fraction: 1 doubles.
    """

    base: Reading
    latest: Reading
    years: float
    multiple: Quantity
    rate: Quantity


@dataclass(frozen=True)
class Path:
    """What leads from a starting point to a target in a number of years.

    Parameters
    ----------
    comparison
        Starting point and target, with their verdict.
    years
        Whole years between the two.
    rate
        Required growth per year as a fraction.
    per_year
        What must be added each year, in the target's unit.
    """

    comparison: Comparison
    years: int
    rate: Quantity
    per_year: Quantity


@dataclass(frozen=True)
class RecordedJump:
    """The fastest growth from one recorded year to the next."""

    first: Reading
    second: Reading
    rate: float


def required_growth(start: float, target: float, years: int) -> float:
    """Return the compound annual growth rate that leads from start to target.

    Parameters
    ----------
    start, target
        In the same unit.
    years
        Years between the two.

    Returns
    -------
    float
        Growth per year as a fraction: 0.1 is ten per cent a year.

    Raises
    ------
    ValueError
        If ``start`` is not positive or ``years`` is less than 1.

    Examples
    --------
    >>> round(required_growth(3e9, 10e9, years=7), 3)
    0.188
    """
    if start <= 0:
        raise ValueError(f"growth needs a positive first value, got {start}")
    if years < 1:
        raise ValueError(f"growth needs at least one year, got {years}")
    return math.pow(target / start, 1 / years) - 1


def path(start: Reading, target: Reading, years: int) -> Path | None:
    """Return what leads from start to target; None where nothing can be required.

    That is: no year lies between them, the start is zero, the target is
    already passed, or their bounds leave the ratio open.
    """
    multiple = quotient(target.quantity, start.quantity)
    if multiple is None or years < 1 or multiple.value <= 1:
        return None
    rate = required_growth(start.value, target.value, years)
    per_year = (target.value - start.value) / years
    return Path(
        compare(start, target),
        years,
        Quantity(rate, multiple.bound),
        Quantity(per_year, multiple.bound),
    )


def end_year(reading: Reading) -> int | None:
    """Return the year in which a reading's period ends, or it was stated."""
    day = reading.period_end or reading.stated_on
    return int(day[:4]) if day else None


def paces(bases: Sequence[Reading], latests: Sequence[Reading]) -> list[Pace]:
    """Return the growth of every pair of readings that can be paired.

    Pairs that are not unlike and whose periods end at least about a year
    apart; of pairs with the same values and days the first is kept.
    """
    found: dict[tuple[object, ...], Pace] = {}
    for base in bases:
        for latest in latests:
            pair = _pace(base, latest)
            if pair is not None:
                key = round(pair.multiple.value, 6), pair.years
                found.setdefault(key, pair)
    return sorted(found.values(), key=lambda pair: pair.rate.value)


def _pace(base: Reading, latest: Reading) -> Pace | None:
    multiple = quotient(latest.quantity, base.quantity)
    unlike = compare(base, latest).kind == "not comparable"
    if multiple is None or unlike or not base.period_end or not latest.period_end:
        return None
    days = _day(latest.period_end) - _day(base.period_end)
    # Rounded before it is used, so that a reader who checks gets the same rate.
    years = round(days.days / DAYS_IN_YEAR, 2)
    if years < LEAST_YEARS or multiple.value <= 0:
        return None
    rate = math.pow(multiple.value, 1 / years) - 1
    return Pace(base, latest, years, multiple, Quantity(rate, multiple.bound))


def _day(partial: str) -> date:
    return date.fromisoformat(last_day(partial))


def years_at_pace(start: Reading, target: Reading, rate: Quantity) -> Quantity | None:
    """Return the years from start until target is passed at a rate; None if never.

    At most, where start or rate are lower bounds.
    """
    multiple = quotient(target.quantity, start.quantity)
    if multiple is None or rate.value <= 0:
        return None
    years = max(0.0, math.log(multiple.value) / math.log1p(rate.value))
    bound = quotient(Quantity(1, multiple.bound), Quantity(1, rate.bound))
    return None if bound is None else Quantity(years, bound.bound)


def fastest_recorded(recorded: Sequence[Reading]) -> RecordedJump | None:
    """Return the fastest growth between neighbouring years of one recorded flow."""
    series: dict[tuple[str, ...], dict[int, Reading]] = {}
    for item in recorded:
        days = days_covered(item)
        if days is not None and days > 360 and item.value > 0 and not item.questioned:
            key = item.stated_by, item.concept, item.exporter, item.importer
            series.setdefault(key, {})[int(item.period_end[:4])] = item
    jumps = [
        RecordedJump(first, years[year + 1], years[year + 1].value / first.value - 1)
        for years in series.values()
        for year, first in years.items()
        if year + 1 in years
    ]
    return max(jumps, key=lambda jump: jump.rate, default=None)


def age(stated_on: str, today: date) -> tuple[int, int]:
    """Return whole years and months from a statement to today."""
    said = _day(stated_on)
    months = (today.year - said.year) * 12 + today.month - said.month
    months -= today.day < said.day
    return divmod(max(0, months), 12)


def starting_points(steps: Sequence[Step]) -> dict[str, Reading]:
    """Return the values that growth can start from, by what they are called."""
    reported = [step.total for step in steps if step.total.series == "reported"]
    recorded = [step.total for step in steps if step.total.series == "recorded"]
    found = {}
    if reported:
        found["The latest reported value"] = reported[-1]
    for item in recorded:
        found[f"Recorded: {item.concept}, {item.period_label}"] = item
    return found
