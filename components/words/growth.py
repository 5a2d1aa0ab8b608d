"""Growth in words: as claimed, as published, and as a target would require.

Arithmetic on stated values; nothing here is a forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.measures.bounds import Quantity, difference
from components.measures.comparability import (
    LIKE,
    Comparison,
    compare,
)
from components.measures.growth import (
    LEAST_YEARS,
    LOW_BASE,
    Pace,
    PublishedGrowth,
    is_from_low_base,
    low_base,
)
from components.measures.readings import Reading
from components.measures.record import Record
from components.words import comparisons, names
from components.words.ratios import TIMES_FROM, as_much, change
from components.words.values import (
    computed_money,
    counted,
    for_period,
    listed,
    percent,
    period,
    plain_number,
    ratio_bounded,
    sentence_case,
    short_period,
    stated,
)

MOST_PAIRS = 12  # growths that an explanation lists
_FOLDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
RULE = (
    "Growth a year is the later value divided by the earlier one, to the power of one "
    "by the years between them, less one.",
    "A whole year counts from year to year: from 1961 to 1968 is seven. To or from a "
    "part of a year, days are counted; a year without a day ends on 31 December.",
    f"Values that name no time, or lie less than {plain_number(LEAST_YEARS)} years "
    "apart, give no rate.",
    "“At least” and “at most” follow from the values: a start that may be higher needs "
    "at most the growth given here.",
    "From a low base: more was published before, or the base is less than "
    f"{percent(Quantity(LOW_BASE))} of the first claim. One such year is not a pace "
    "held for years.",
    "This is arithmetic on what was stated, and no forecast.",
)


@dataclass(frozen=True)
class Rise:
    """One growth as a row: whose it is, from what to what, and what it counts."""

    whose: str
    first: str
    second: str
    times: str
    counts: str


def claimed(record: Record) -> str:
    """Return growth from the first claim to the last, as a multiple and a range."""
    claims = record.claims
    if len(claims) < 2:
        return (
            "Claimed growth takes two claimed values; this package has "
            f"{counted(len(claims), 'claimed value')}."
        )
    comparison = compare(claims[-1], claims[0])
    if not comparison.allows_ratio:
        return (
            f"The claims of {stated(claims[0])} and {stated(claims[-1])} are not like "
            "with like, so no growth is given: "
            f"{comparisons.reasons(record, comparison)}."
        )
    if claims[0].value == 0:
        return f"From {stated(claims[0])} no growth can be worked out."
    if comparison.ratio is None:
        return (
            f"From {stated(claims[0])} to {stated(claims[-1])} can be any growth, "
            "since both are bounds."
        )
    return f"Claims {_rose(comparison.ratio)}. {_range(record)}"


def _rose(multiple: Quantity) -> str:
    """Return how a value changed: ``rose at least fivefold``."""
    if multiple.value == 1:
        return (
            "did not change"
            if not multiple.bound.startswith("at")
            else f"came to {as_much(multiple, 'what they were')}"
        )
    if multiple.value < 1:
        return f"fell to {as_much(multiple, 'what they were')}"
    whole = plain_number(multiple.value, 2)
    is_fold = whole.isdigit() and multiple.value >= TIMES_FROM
    if is_fold and int(whole) <= len(_FOLDS) + 1:
        return f"rose {ratio_bounded(multiple, f'{_FOLDS[int(whole) - 2]}fold')}"
    return f"rose to {as_much(multiple, 'what they were')}"


def _range(record: Record) -> str:
    """Return the lowest and the highest yearly rate between claims."""
    paces = record.claimed_paces
    if not paces:
        return (
            "No two of them that use one word for what they count give dates about a "
            "year apart, so there is no yearly rate."
        )
    low, high = paces[0].rate, _highest(paces)
    if a_year(low) == a_year(high):
        return f"That is {a_year(low)}."
    outlets = {item.source_id for pair in paces for item in (pair.base, pair.latest)}
    on = "outlet" if len(outlets) > 1 else "values and dates that are meant"
    return (
        f"Depending on the {on}, that is anything from {rate(low)} to {a_year(high)}."
    )


def _highest(paces: Sequence[Pace]) -> Quantity:
    """Return the highest rate; among equals, one that may be higher still."""
    return max(
        (item.rate for item in paces),
        key=lambda rate: (round(rate.value, 6), rate.open_above),
    )


def rate(growth: Quantity) -> str:
    """Return growth in words; a decline reads ``a fall of at most 30%``."""
    fall = difference(Quantity(0.0), growth)
    return (
        f"a fall of {percent(fall)}" if growth.value < 0 and fall else percent(growth)
    )


def a_year(growth: Quantity) -> str:
    """Return growth per year: ``at most 31% a year``."""
    return f"{rate(growth)} a year"


def pairs(record: Record) -> list[str]:
    """Return every pair of claims with its rate, and how it compares."""
    return [
        f"{stated(pace.base)} {for_period(pace.base)} to "
        f"{stated(pace.latest)} {for_period(pace.latest)}, "
        f"{_years(pace.years)} apart: {a_year(pace.rate)}"
        f"{mark(compare(pace.base, pace.latest))}. From {_outlets(record, pace)}."
        for pace in record.claimed_paces
    ]


def _years(years: float) -> str:
    number = plain_number(years)
    return f"{number} year" if number == "1" else f"{number} years"


def _outlets(record: Record, pace: Pace) -> str:
    return listed(names.sources(record, [pace.base, pace.latest]))


def mark(comparison: Comparison) -> str:
    """Return the verdict of a comparison in brackets; empty if like with like."""
    return (
        "" if comparison.verdict == LIKE else f" ({names.VERDICT[comparison.verdict]})"
    )


def rises(record: Record) -> list[Rise]:
    """Return claimed growth with published growth: of its time, and the fastest."""
    claims = record.claims
    rows = []
    if len(claims) > 1:
        ratio = compare(claims[-1], claims[0])
        given = ratio.ratio if ratio.allows_ratio else None
        rows.append(
            Rise(
                names.SERIES[claims[-1].series],
                f"{stated(claims[0])}, {short_period(claims[0])}",
                f"{stated(claims[-1])}, {short_period(claims[-1])}",
                f"{change(given)}{mark(ratio)}" if given else "no ratio",
                counts(record, claims[-1]),
            )
        )
    return rows + [published_rise(record, item) for item in _shown(record)]


def _shown(record: Record) -> list[PublishedGrowth]:
    """Return published growth of the claims' time and the fastest, each once."""
    growths = record.growth_beside_claims, *record.published_growths[:1]
    return list(dict.fromkeys(item for item in growths if item))


def published_rise(record: Record, growth: PublishedGrowth) -> Rise:
    """Return published growth as a row; the base of a stated one is worked out."""
    said, second = growth.stated, growth.second
    base = computed_money(growth.base, second.unit)
    if growth.first is not None:
        first = f"{stated(growth.first)}, {short_period(growth.first)}"
    else:
        first = f"works out at {base} (the page’s arithmetic), the year before"
    how = f"; stated as a rise of {stated(said)}" if said else ""
    low = ", from a low base" if _is_low(record, growth) else ""
    return Rise(
        names.SERIES[second.series],
        first,
        f"{stated(second)}, {short_period(second)}",
        f"{change(growth.multiple)}{low}{how}",
        counts(record, second),
    )


def _is_low(record: Record, growth: PublishedGrowth) -> bool:
    """Return whether a growth that is given as a multiple began from a low base."""
    start = record.claims[0] if record.claims else None
    is_multiple = growth.multiple.value >= TIMES_FROM
    return is_multiple and is_from_low_base(growth, record.published, start)


def counts(record: Record, reading: Reading) -> str:
    """Return what a value counts: ``goods, Aland to Beeland``."""
    what = f"{names.concept(reading.concept)}, {names.direction(record, reading)}"
    return what if reading.basis_stated else f"{what}; what it covers was not said"


def beside(record: Record) -> str:
    """Return claimed growth against published growth of the time, and its base."""
    growth = record.growth_beside_claims
    if not record.published_growths:
        return (
            "No published flow has the same period in two years running, so no growth "
            "stands beside it."
        )
    if growth is None:
        return ""
    claims = record.claims
    ratio = compare(claims[-1], claims[0])
    first, others = "", []
    if ratio.allows_ratio and ratio.ratio is not None:
        first = (
            f"{_put(record, growth)}; claimed{_over(claims)}: {change(ratio.ratio)}. "
        )
        compared = compare(claims[-1], growth.second)
        if compared.verdict != LIKE:
            others.append(
                "the two do not count the same "
                f"({comparisons.reasons(record, compared)})"
            )
    before = low_base(growth, record.published)
    if before is not None:
        others.append(
            f"the published rise began from a low base: before it, {stated(before)} "
            f"was published {for_period(before)}"
        )
    rest = f"{sentence_case(', and '.join(others))}." if others else ""
    return f"{first}{rest}".strip()


def _over(claims: Sequence[Reading]) -> str:
    """Return the span of the claims, if both ends have a period of their own."""
    first, last = claims[0], claims[-1]
    if not (first.period_start and last.period_start):
        return ""
    return f" from {short_period(first)} to {short_period(last)}"


def _put(record: Record, growth: PublishedGrowth) -> str:
    """Return published growth on the year before, and whether it was stated."""
    second, multiple = growth.second, growth.multiple
    of = "from " if second.exporter else "in "
    what = f"{names.concept(second.concept)} {of}{names.direction(record, second)}"
    if multiple == Quantity(1.0):
        much = "the same as the year before"
    else:
        much = as_much(multiple, "the year before")
    how = f" (by a stated rise of {stated(growth.stated)})" if growth.stated else ""
    return f"Published for {what}: {much}{how}"


def published_notes(record: Record) -> list[str]:
    """Return who published the growth shown, and the notes on it."""
    readings = [
        item
        for growth in _shown(record)
        for item in (growth.first, growth.second, growth.stated)
        if item is not None
    ]
    return [
        f"{stated(item)}, {period(item)}: {item.stated_by}. {item.note}".strip()
        for item in dict.fromkeys(readings)
    ]


def published_pairs(record: Record) -> list[str]:
    """Return every growth of what was published, from a period to that a year later."""
    growths = record.published_growths
    rises = [published_rise(record, item) for item in growths[:MOST_PAIRS]]
    lines = [
        f"{rise.counts}: {rise.first} → {rise.second}: {rise.times}." for rise in rises
    ]
    left = len(growths) - MOST_PAIRS
    return [
        *lines,
        *([f"{left:,} slower ones are not listed here."] if left > 0 else []),
    ]
