"""Targets that others declared: how they fared, and each with its sources."""

from __future__ import annotations

from datetime import date

from components.charts import pledge_sizes as size_chart
from components.charts import pledges as chart
from components.files import drawing, markup, plain
from components.files.elements import folded, heading, paragraph
from components.files.printed import Taken
from components.measures import pledge_groups as groups
from components.measures.pledge_groups import Wanted
from components.measures.pledges import Pledge, own, pledges
from components.measures.record import Record
from components.words import labels, pledge_limits, pledge_rows, pledge_sizes
from components.words import pledges as words
from components.words.values import counted


def html(record: Record, taken: Taken) -> str:
    """Return sentence, caveats, both charts, the nearest target and the table."""
    today = record.day(taken.on)
    others, ours = pledges(record, today), own(record, today)
    if not others:
        return ""
    near = groups.nearest(others, ours)
    return "".join(
        (
            paragraph(words.how_they_fared(record, others)),
            paragraph(words.elsewhere(record, others)),
            plain.caveat_buttons(pledge_limits.caveats(others), "pledges"),
            _chart(record, [*ours, *others], today),
            _nearest(record, near, ours) if near else "",
            _sizes(record, others),
            folded(
                labels.with_sources(counted(len(others), "target")),
                markup.pledges(
                    record,
                    pledge_rows.lines(record, others),
                    pledge_rows.TABLE,
                    taken.link,
                ),
            ),
        )
    )


def _chart(record: Record, every: list[Pledge], today: date) -> str:
    """Return the chart as the page first shows it: the targets of the two economies."""
    codes = tuple(item.code for item in record.dataset.economies)
    drawn = chart.info(record, groups.passing(every, Wanted(codes), today))
    if drawn is None:
        return ""
    sketch = chart.sketch(drawn, drawing.VARIABLES)
    # As long as several screens: on demand, as the tables are.
    return folded(
        words.EACH_WAY,
        drawing.as_svg(sketch, drawn.alt, "pledges") + paragraph(words.MEANING),
    )


def _nearest(record: Record, near: Pledge, ours: list[Pledge]) -> str:
    return (
        heading(labels.NEAREST)
        + paragraph(words.nearest(record, near, ours))
        + plain.caveat_buttons([words.why_nearest(record)], "pledges")
    )


def _sizes(record: Record, others: list[Pledge]) -> str:
    drawn = size_chart.info(record, others)
    if drawn is None:
        return ""
    said = "".join(
        paragraph(item.text) + plain.caveat_buttons([item.rows], "pledges")
        for item in pledge_sizes.said(record, others)
    )
    sketch = size_chart.sketch(drawn, drawing.VARIABLES)
    return (
        heading(pledge_sizes.TITLE)
        + said
        + drawing.as_svg(sketch, drawn.alt, "pledge-sizes")
        + paragraph(pledge_sizes.CAPTION)
    )
