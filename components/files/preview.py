"""A picture of a view for link previews, in the shape that chats want."""

from __future__ import annotations

from datetime import date
from itertools import count

import plotly.graph_objects as go

from components.charts import by_step, over_time
from components.charts.style import PRINT
from components.charts.trajectory import drawing
from components.files.images import NoImageError, as_png
from components.files.printed import printed
from components.measures.record import Record
from components.view import AXES, VIEWS, View
from components.words import trajectory
from components.words.files import made
from components.words.finding import finding

SIZE = (1200, 628)  # px
# SIZE is so many of these; a chart that is taller is drawn on more and scaled down.
_UNIT, _UNITS = (300, 157), 4
_FEWEST = 3
# The views that have a name of their own; any other is drawn as the one it is of.
NAMED = tuple(View(view, axis) for axis in AXES for view in VIEWS)


def named(view: View) -> View:
    """Return the named view that a view is a variant of."""
    return View(view.view, view.axis)


def name(view: View) -> str:
    """Return the file name of a view's picture."""
    return f"{view.view}-{view.axis}.png"


def alt(record: Record, view: View, today: date) -> str:
    """Return what a picture shows, in words; empty if there is nothing to draw."""
    if view.by_step:
        bars = by_step.info(record, view, today)
        return bars.alt if bars else ""
    panels = over_time.info(record, view, today)
    return panels.alt if panels else ""


def as_picture(record: Record, view: View, today: date) -> bytes:
    """Return a view as PNG of the size :data:`SIZE`, on white, with its finding.

    Raises
    ------
    NoImageError
        If the view has nothing to draw, or this machine cannot draw it.
    """
    drawn = drawing(record, view, PRINT, today)
    if drawn is None:
        raise NoImageError(trajectory.nothing_to_draw(record, view))
    chart, scale = fitted(
        drawn.figure,
        kicker=f"{record.dataset.title}. {made(record)}.",
        title=finding(record, today),
    )
    return as_png(chart, scale)


def fitted(figure: go.Figure, *, kicker: str, title: str) -> tuple[go.Figure, float]:
    """Return a figure with words over it in the shape of `SIZE`, and its scale."""
    for units in count(_FEWEST):
        width, height = (units * side for side in _UNIT)
        chart = printed(
            figure, kicker=kicker, title=title, foot=[], width=width, at_least=height
        )
        if chart.layout.height == height:
            return chart, _UNITS / units
    raise AssertionError("no figure is taller than every height")
