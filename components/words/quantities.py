"""Targets in quantities such as barrels a day, kept apart from money."""

from __future__ import annotations

from collections.abc import Sequence

from components.measures.readings import RECORDED, REPORTED, TARGET, Reading
from components.measures.record import Record
from components.words import names, speakers
from components.words.sources import link, markdown
from components.words.text import as_markdown
from components.words.values import for_period, marked

HEADING = "Targets that count something else"
SAME_UNIT = "In the same unit"
MOST = 6  # values beside a target; the data have all


def alike(record: Record, readings: Sequence[Reading]) -> list[str]:
    """Return the values in a target's unit, published first, as Markdown.

    Empty for money, and for a quantity that is no target.
    """
    first = readings[0]
    if first.series != TARGET or not first.is_counted:
        return []
    same_unit = [
        item
        for series in (RECORDED, REPORTED)
        for item in record.counted_like(first, series)
    ]
    lines = [_line(record, item) for item in same_unit[:MOST]]
    if len(same_unit) > MOST:
        lines.append(f"{len(same_unit) - MOST:,} more under *Data and method*")
    return lines


def _line(record: Record, reading: Reading) -> str:
    source = link(record, reading.source_id)
    words = (
        f"{names.SERIES[reading.series]}: {marked(reading)} {for_period(reading)}, "
        f"{names.concept(reading.concept)}, {names.direction(record, reading)}"
    )
    if not speakers.is_own_outlet(source.name, reading.stated_by):
        words += f"; {speakers.brief(record, reading)}"
    return f"{as_markdown(words)} · {markdown(source)}"
