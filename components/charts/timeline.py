"""The timeline: what happened, by kind, on the years of the trajectory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from components.charts.labels import Label
from components.charts.over_time.canvas import canvas, mark_today, write
from components.charts.over_time.draw_happened import draw_lane
from components.charts.over_time.happened import AGREEMENT, Lane, by_kind, lane
from components.charts.sketch import Sketch
from components.charts.style import Palette
from components.charts.timeaxis import Years, years
from components.measures.record import Record
from components.words import timeline as words

BUTTON = 24  # px of the button that saves the picture, in the corner


@dataclass(frozen=True)
class Timeline:
    """What the timeline draws: a lane for each kind, from the top; how to read it."""

    years: Years
    today: date
    lanes: tuple[Lane, ...]
    labels: tuple[Label, ...]
    height: float
    alt: str
    caption: str


def info(record: Record, kinds: Sequence[str], today: date) -> Timeline | None:
    """Return what the timeline draws, or None if nothing of it has a date.

    Parameters
    ----------
    kinds
        The kinds of event that the reader chose; all, and the agreements too,
        if none was chosen.
    """
    axis = years(record, today)
    groups = by_kind(record, kinds)
    if axis is None or not groups:
        return None
    lanes: list[Lane] = []
    labels: list[Label] = []
    below = 0.0
    for title, items in groups.items():
        one, written, below = lane(title, items, axis, below)
        lanes.append(one)
        labels += written
    drawn = {item.kind for items in groups.values() for item in items}
    caption = words.caption(
        record, with_agreements=AGREEMENT in drawn, with_today=axis.holds(today)
    )
    alt = words.alt(record, kinds)
    return Timeline(axis, today, tuple(lanes), tuple(labels), below, alt, caption)


def draw(chart: Timeline, palette: Palette) -> go.Figure:
    """Return the lanes as a figure; one unit of its upright axis is one pixel."""
    return sketch(chart, palette).figure


def sketch(chart: Timeline, palette: Palette) -> Sketch:
    """Return what is drawn as plain data."""
    drawn = canvas(chart.years, chart.height, palette, [])
    for one in chart.lanes:
        draw_lane(drawn, one, palette)
    for label in chart.labels:
        write(drawn, label, palette)
    if chart.years.holds(chart.today):
        mark_today(drawn, [(BUTTON, chart.height)], chart.today, palette)
    return drawn
