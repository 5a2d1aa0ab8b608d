"""The trajectory in a view: which chart draws it, and the line that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import plotly.graph_objects as go

from components.charts import by_step, over_time
from components.charts.style import LABEL_WIDTH, Palette
from components.measures.record import Record
from components.view import View
from components.words.files import credit
from components.words.text import as_plotly

CREDIT_SIZE, CREDIT_LINE = 11, 15  # px
CREDIT_LINES = 4  # at least, so that style.css knows how much to fold away
CREDIT_WIDTH = LABEL_WIDTH + 10  # characters of that size that fit 320 px


@dataclass(frozen=True)
class Drawing:
    """A drawn view and its alternative text."""

    figure: go.Figure
    alt: str


def drawing(
    record: Record, view: View, palette: Palette, today: date
) -> Drawing | None:
    """Return the chart of a view, or None if it has nothing to draw."""
    if view.by_step:
        bars = by_step.info(record, view, today)
        return Drawing(by_step.draw(bars, palette), bars.alt) if bars else None
    panels = over_time.info(record, view, today)
    return Drawing(over_time.draw(panels, palette), panels.alt) if panels else None


def with_credit(
    figure: go.Figure, record: Record, view: View, palette: Palette
) -> go.Figure:
    """Return a chart with title, data version, day and sources under it.

    The browser saves the chart by itself, so they have to be inside it.
    """
    lines = wrap(credit(record, view), CREDIT_WIDTH)
    below = figure.layout.margin.b
    result = go.Figure(figure)
    room = CREDIT_LINE * max(len(lines), CREDIT_LINES) + 2
    result.update_layout(height=figure.layout.height + room)
    result.update_layout(margin={"b": below + room})
    result.add_annotation(
        text="<br>".join(map(as_plotly, lines)),
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-figure.layout.margin.l,
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-below,
        align="left",
        showarrow=False,
        borderpad=0,
        font={"color": palette.quiet, "size": CREDIT_SIZE},
    )
    return result
