"""Growth as claimed, as published, and as a target would require it.

Arithmetic on what was stated; nothing here is a forecast.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from components.measures.bounds import Quantity, bounded, quotient
from components.measures.comparability import (
    MAX_LENGTH_DIFFERENCE,
    UNLIKE,
    YEAR,
    Comparison,
    compare,
)
from components.measures.ratios import gap, ratio
from components.measures.readings import (
    PERCENT,
    Reading,
    as_date,
    days_covered,
    first_day,
)

DAYS_IN_YEAR = 365.2425
# Less is no rate per year but an extrapolation of months.
LEAST_YEARS = 0.9
# A published base below this part of the first claim says little by its multiples.
LOW_BASE = 0.1
WHOLE_YEAR = 360  # days; from here on a period counts as a year
_MONTH = len("1961-05")
SPANS = (1, 2, 3, 5, 7, 10, 12, 15, 17, 20, 25, 30)


@dataclass(frozen=True)
class Pace:
    """Growth between two claimed values.

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
        Between the two; whole where both are years.
    rate
        Required growth per year as a fraction.
    per_year
        What must be added each year, in the target's unit.
    """

    comparison: Comparison
    years: float
    rate: Quantity
    per_year: Quantity


@dataclass(frozen=True)
class PublishedGrowth:
    """Growth of one published flow from one period to the same period a year later.

    Parameters
    ----------
    second
        The later value.
    rate
        As a fraction: 4.16 is a rise of 416 per cent.
    first
        The earlier value, if one was published.
    stated
        The growth as it was stated, if no earlier value was published.
    base
        The earlier value, or what it works out at from a stated growth.
    """

    second: Reading
    rate: Quantity
    base: Quantity
    first: Reading | None = None
    stated: Reading | None = None

    @property
    def multiple(self) -> Quantity:
        """The later value divided by the earlier one."""
        return Quantity(self.rate.value + 1, self.rate.bound)

    @property
    def ends(self) -> date:
        """The last day of the later period."""
        return as_date(self.second.period_end)


def required_growth(start: float, target: float, years: float) -> float:
    """Return the compound annual growth rate that leads from start to target.

    Parameters
    ----------
    start, target
        In the same unit.
    years
        Between the two; parts of a year count.

    Returns
    -------
    float
        Growth per year as a fraction: 0.1 is ten per cent a year.

    Raises
    ------
    ValueError
        If ``start`` or ``years`` is not positive.

    Examples
    --------
    >>> round(required_growth(3e9, 10e9, years=7), 3)
    0.188
    """
    if start <= 0:
        raise ValueError(f"growth needs a positive first value, got {start}")
    if years <= 0:
        raise ValueError(f"growth needs time to pass, got {years} years")
    return math.pow(target / start, 1 / years) - 1


def years_until(start: Reading, end: str) -> float | None:
    """Return the years from a starting value to a partial date; None if undated.

    Yearly amounts count year to year: from 1961 to 1968 is seven. To a month or
    a day, days are counted; a bare year ends on 31 December.

    Parameters
    ----------
    start
        A closed period of about a year, or a value said to hold on some day, is
        a yearly amount; a part of a year is not.
    end
        A year, a month or a day.
    """
    day = start.period_end or start.stated_on
    if not day:
        return None
    length = days_covered(start)
    if len(end) == 4 and (length is None or length >= WHOLE_YEAR):
        return int(end) - int(day[:4])
    return (as_date(end) - as_date(day)).days / DAYS_IN_YEAR


def path(start: Reading, target: Reading, years: float) -> Path | None:
    """Return what leads from start to target; None where nothing can be required.

    That is: less than about a year lies between them, the start is zero, the
    target is already passed, withdrawn or replaced, the two are not like with
    like, or their bounds leave the ratio open.
    """
    comparison = compare(start, target)
    multiple, more = ratio(target, start), gap(target, start)
    if not comparison.allows_ratio or multiple is None or more is None:
        return None
    if multiple.value <= 1:
        return None
    if years < LEAST_YEARS or target.ended_by:
        return None
    rate = required_growth(start.value, target.value, years)
    return Path(
        comparison,
        years,
        Quantity(rate, multiple.bound),
        Quantity(more.value / years, more.bound),
    )


def paces(bases: Sequence[Reading], latests: Sequence[Reading]) -> list[Pace]:
    """Return the growth of every pair of readings that can be paired.

    Pairs of one concept that are not unlike and whose periods end at least about
    a year apart; of pairs with the same values and days the first is kept.
    """
    kept: dict[tuple[object, ...], Pace] = {}
    for base in bases:
        for latest in latests:
            pair = _pace(base, latest)
            if pair is not None:
                key = pair.multiple.bound, round(pair.multiple.value, 6), pair.years
                kept.setdefault(key, pair)
    return sorted(kept.values(), key=lambda pair: pair.rate.value)


def _pace(base: Reading, latest: Reading) -> Pace | None:
    multiple = quotient(latest.quantity, base.quantity)
    unlike = base.concept != latest.concept or compare(base, latest).verdict == UNLIKE
    if multiple is None or unlike or not base.period_end or not latest.period_end:
        return None
    # Rounded before it is used, so that a reader who checks gets the same rate.
    years = round(_years_between(base.period_end, latest.period_end), 2)
    if years < LEAST_YEARS or multiple.value <= 0:
        return None
    rate = math.pow(multiple.value, 1 / years) - 1
    return Pace(base, latest, years, multiple, Quantity(rate, multiple.bound))


def _years_between(one: str, other: str) -> float:
    """Return the years between two partial dates.

    From one year to another is whole years. Where one is a month, months are
    counted: from March to 20 March is a whole year, not eleven days less.
    """
    if len(one) == len(other) == 4:
        return int(other) - int(one)
    if _MONTH in (len(one), len(other)):
        first, last = as_date(one), as_date(other)
        return last.year - first.year + (last.month - first.month) / 12
    return (as_date(other) - as_date(one)).days / DAYS_IN_YEAR


def published_growths(recorded: Sequence[Reading]) -> list[PublishedGrowth]:
    """Return growth over the same period a year before, the fastest first.

    Between two published values of one flow, or as a body stated it; parts of
    years too, since leaving them out would hide the fastest. Questioned values
    are left out.
    """
    known = [
        item
        for item in recorded
        if not item.questioned and item.value > 0 and days_covered(item)
    ]
    values = [item for item in known if item.unit != PERCENT]
    growths = [
        growth
        for first in values
        for second in values
        if (growth := _growth_between(first, second))
    ]
    growths += [
        _stated_growth(second, stated)
        for stated in known
        for second in values
        if stated.unit == PERCENT and _same_flow_and_period(stated, second)
    ]
    kept: dict[tuple[object, ...], PublishedGrowth] = {}
    for item in sorted(growths, key=_fastest_and_of_one_body):
        kept.setdefault((item.second.fact_id, item.first and item.first.fact_id), item)
    return list(kept.values())


def _fastest_and_of_one_body(item: PublishedGrowth) -> tuple[float, bool]:
    stated = item.stated
    return -item.rate.value, bool(stated and stated.stated_by != item.second.stated_by)


def low_base(growth: PublishedGrowth, recorded: Sequence[Reading]) -> Reading | None:
    """Return the value before the base of a growth, if the base was lower.

    The last published value of the same flow, of a period that ended before that
    of the base and is no longer. A rise from a low year is in part a return.
    """
    base_starts = _first(growth.second) - timedelta(YEAR)
    length = days_covered(growth.second) or YEAR
    before = [
        item
        for item in recorded
        if not item.questioned
        and item.unit == growth.second.unit
        and item.concept == growth.second.concept
        and _flow(item, growth.second)
        and (days_covered(item) or math.inf) <= length + MAX_LENGTH_DIFFERENCE
        and as_date(item.period_end) < base_starts + timedelta(MAX_LENGTH_DIFFERENCE)
    ]
    last = max(before, key=lambda item: as_date(item.period_end), default=None)
    return last if last and last.value > growth.base.value else None


def is_from_low_base(
    growth: PublishedGrowth, recorded: Sequence[Reading], start: Reading | None
) -> bool:
    """Return whether a growth began from a low base, so that multiples mislead.

    More was published before it, or the base is far below what the claims start
    from.

    Parameters
    ----------
    start
        The first claim, if there is one.
    """
    if low_base(growth, recorded) is not None:
        return True
    if start is None or start.unit != growth.second.unit:
        return False
    return growth.base.value < LOW_BASE * start.value


def _growth_between(first: Reading, second: Reading) -> PublishedGrowth | None:
    """Return growth from one value to the same body's next, a year later."""
    same = first.unit == second.unit and first.stated_by == second.stated_by
    if not same or first.concept != second.concept or not _flow(first, second):
        return None
    multiple = quotient(second.quantity, first.quantity)
    if multiple is None or not _later(first, second):
        return None
    rate = Quantity(multiple.value - 1, multiple.bound)
    return PublishedGrowth(second, rate, first.quantity, first=first)


def _stated_growth(second: Reading, stated: Reading) -> PublishedGrowth:
    """Return growth as stated, and what the value before works out at."""
    rate = Quantity(stated.value / 100, stated.bound)
    base = bounded(
        second.value / (1 + rate.value), [second.quantity], [stated.quantity]
    )
    return PublishedGrowth(second, rate, base or second.quantity, stated=stated)


def _same_flow_and_period(stated: Reading, value: Reading) -> bool:
    same = stated.concept == value.concept and _flow(stated, value)
    return same and _apart(stated, value) == (0, 0)


def _flow(one: Reading, other: Reading) -> bool:
    return (one.exporter, one.importer) == (other.exporter, other.importer)


def _later(first: Reading, second: Reading) -> bool:
    """Return whether one period is the other's, a year later."""
    return all(
        abs(days - YEAR) <= MAX_LENGTH_DIFFERENCE for days in _apart(first, second)
    )


def _apart(first: Reading, second: Reading) -> tuple[int, int]:
    """Return the days between the beginnings and the ends of two periods."""
    pair = first, second
    begin = [_first(item) for item in pair]
    end = [as_date(item.period_end) for item in pair]
    return (begin[1] - begin[0]).days, (end[1] - end[0]).days


def _first(reading: Reading) -> date:
    return date.fromisoformat(first_day(reading.period_start))


def age(stated_on: str, today: date) -> tuple[int, int]:
    """Return whole years and months from a statement to today."""
    said = as_date(stated_on)
    months = (today.year - said.year) * 12 + today.month - said.month
    months -= today.day < said.day
    return divmod(max(0, months), 12)
