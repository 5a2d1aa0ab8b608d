"""The trajectory over time: three panels on one time axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from components.charts.over_time import claimed, happened, published
from components.charts.over_time.canvas import canvas, mark_today
from components.charts.over_time.claimed import Claimed
from components.charts.over_time.draw_claimed import claims
from components.charts.over_time.draw_happened import happenings
from components.charts.over_time.draw_published import statistics
from components.charts.over_time.happened import Happened
from components.charts.over_time.published import Published
from components.charts.sketch import Sketch
from components.charts.style import Palette, with_steady_marks
from components.charts.timeaxis import Years, years
from components.measures.record import Record
from components.view import View
from components.words import over_time as words

BETWEEN = 18  # px between two panels


@dataclass(frozen=True)
class OverTime:
    """What the chart over time draws: panels from the top, and the years.

    Parameters
    ----------
    today
        The reader's day.
    height
        Of the panels, in px; the axis comes below.
    alt
        The alternative text.
    """

    years: Years
    today: date
    claimed: Claimed | None
    published: Published | None
    happened: Happened | None
    height: float
    alt: str

    @property
    def stretches(self) -> list[tuple[float, float]]:
        """Where the panels have marks, from and to, in px."""
        panels = (self.claimed, self.published, self.happened)
        return [panel.stretch for panel in panels if panel is not None]


def info(record: Record, view: View, today: date) -> OverTime | None:
    """Return what the chart over time draws, or None if a view has nothing in time.

    Parameters
    ----------
    today
        The reader's day, which is marked.
    """
    axis = years(record, today, view.assumption.year if view.assumption else None)
    if axis is None:
        return None
    said = claimed.panel(record, view, today, axis, 0)
    below = said.bottom + BETWEEN if said else 0
    figures = published.panel(record, view, today, axis, below)
    if said is None and figures is None:
        return None
    below = figures.bottom + BETWEEN if figures else below
    events = happened.panel(record, axis, below)
    below = events.bottom if events else below
    return OverTime(axis, today, said, figures, events, below, words.alt(record, view))


def draw(chart: OverTime, palette: Palette) -> go.Figure:
    """Return the panels as a figure; one unit of its upright axis is one pixel."""
    return with_steady_marks(sketch(chart, palette).figure)


def sketch(chart: OverTime, palette: Palette) -> Sketch:
    """Return what is drawn as plain data."""
    drawn = canvas(chart.years, chart.height, palette, _ticks(chart))
    if chart.years.holds(chart.today):
        mark_today(drawn, chart.stretches, chart.today, palette)
    if chart.claimed:
        claims(drawn, chart.claimed, chart.years, palette)
    if chart.published:
        statistics(drawn, chart.published, palette)
    if chart.happened:
        happenings(drawn, chart.happened, palette)
    return drawn


def _ticks(chart: OverTime) -> list[tuple[float, str]]:
    """Return the ticks of all value axes."""
    return [
        tick
        for panel in (chart.claimed, chart.published)
        if panel is not None
        for tick in panel.ticks
    ]
