"""Published values as bars over the days that they cover."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from components.charts.scales import Scale
from components.charts.timeaxis import Span, span_of
from components.measures.comparability import UNLIKE, compare
from components.measures.growth import WHOLE_YEAR
from components.measures.readings import STATISTICAL_BODY, Reading, days_covered
from components.measures.record import Record
from components.words import names
from components.words import over_time as words
from components.words.values import sentence_case

LEAST = 2  # px of a bar that is not zero
MOST = 600  # bars; more cost seconds
# How reporters differ; further ones share the last.
LOOKS = ("solid", "open", "lines", "uprights", "cross", "dots")


@dataclass(frozen=True)
class Bar:
    """A published value over the days that it covers.

    Parameters
    ----------
    begin, end
        Where it begins and ends; bars of the same period share its width.
    y
        Its top, in px; `base` is its foot.
    look
        One of :data:`LOOKS`: its reporter.
    is_zero
        Published as zero, which is no gap.
    is_part
        Whether it covers less than a year.
    """

    reading_id: str
    value: float
    begin: date
    end: date
    y: float
    base: float
    look: str
    is_zero: bool
    is_part: bool
    is_questioned: bool
    open_above: bool
    hover: tuple[str, ...]


def worth_drawing(record: Record, published: Sequence[Reading]) -> list[Reading]:
    """Return the published values without others of a fact that agree with its first.

    Agreeing means: the same days, and the same value but for a twentieth. Two
    statistical bodies are two reporters, also where they agree.
    """
    first = {fact["headline"] for fact in record.dataset.fact_of.values()}
    headlines = {item.fact_id: item for item in published if item.reading_id in first}
    kept = [
        item
        for item in published
        if item.reading_id in first or not _says_the_same(item, headlines[item.fact_id])
    ]
    return kept[:MOST]


def _says_the_same(item: Reading, headline: Reading) -> bool:
    bodies = {x.stated_by for x in (item, headline) if x.side == STATISTICAL_BODY}
    if len(bodies) > 1:
        return False
    comparison = compare(item, headline)
    same_days = span_of(item) == span_of(headline)
    # Between zeros there is no ratio.
    alike = comparison.agree or item.value == headline.value
    return same_days and alike and comparison.verdict != UNLIKE


def by_direction(
    record: Record, published: Sequence[Reading]
) -> dict[str, list[Reading]]:
    """Return values by direction: from the first economy, from the second, both."""
    codes = [economy.code for economy in record.dataset.economies]
    order = {code: number for number, code in enumerate([*codes, ""])}
    groups: dict[str, list[Reading]] = {}
    for item in sorted(
        published, key=lambda item: order.get(item.exporter, len(order))
    ):
        title = sentence_case(names.direction(record, item))
        groups.setdefault(title, []).append(item)
    return groups


def looks_of(record: Record, published: Sequence[Reading]) -> dict[str, str]:
    """Return the look of each reporter; those with most values come first."""
    counts: dict[str, int] = {}
    for item in published:
        name = words.reporter(record, item)
        counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: -counts[name])
    return {
        name: LOOKS[min(number, len(LOOKS) - 1)] for number, name in enumerate(ranked)
    }


def bars_of(
    record: Record,
    published: Sequence[Reading],
    looks: Mapping[str, str],
    scale: Scale,
) -> list[Bar]:
    """Return the bars of one direction, the wide ones behind.

    What covers the same days stands side by side.
    """
    bars = []
    by_span: dict[Span, list[Reading]] = {}
    for item in published:
        days = span_of(item)
        if days is not None:
            by_span.setdefault(days, []).append(item)
    widest = sorted(by_span, key=lambda days: days.first - days.end)
    for days in widest:
        shared = by_span[days]
        whole = days.end - days.first
        edges = [
            days.first + number * whole / len(shared)
            for number in range(len(shared) + 1)
        ]
        for item, ends in zip(shared, pairwise(edges), strict=True):
            bars.append(_bar(record, item, ends, looks, scale))
    return bars


def _bar(
    record: Record,
    item: Reading,
    ends: tuple[date, date],
    looks: Mapping[str, str],
    scale: Scale,
) -> Bar:
    days = days_covered(item)
    y = min(scale.y(item.value), scale.bottom - LEAST) if item.value else scale.bottom
    return Bar(
        item.reading_id,
        item.value,
        *ends,
        y,
        scale.bottom,
        looks[words.reporter(record, item)],
        is_zero=not item.value,
        is_part=days is not None and days < WHOLE_YEAR,
        is_questioned=item.questioned,
        open_above=item.quantity.open_above,
        hover=words.reading_hover(record, item),
    )
