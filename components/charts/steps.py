"""The trajectory by step: an honest order for values that have no dates."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components import captions
from components.charts.style import (
    SYMBOLS,
    Palette,
    empty,
    label_row,
    money_axis,
    text,
    with_steady_marks,
)
from components.measures import Step
from components.wording import as_plotly, stated

ROW_HEIGHT = 92
LINE = 17  # px, of a label that needs more than one


def by_step(steps: Sequence[Step], *, logarithmic: bool, palette: Palette) -> go.Figure:
    """Return the steps as bars from zero, or as marks on a logarithmic scale.

    Parameters
    ----------
    steps
        The steps to draw, at least one.
    """
    values = [step.total.value for step in steps]
    labels = [text([captions.step_label(step)]) for step in steps]
    lines = max(label.count("<br>") for label in labels)
    axis = money_axis(values, logarithmic, palette) | {"automargin": True}
    figure = empty(
        palette,
        (ROW_HEIGHT + LINE * lines) * len(steps) + 40,
        xaxis=axis,
        yaxis={
            "range": [len(steps) - 0.45, -0.55],
            "visible": False,
            "fixedrange": True,
        },
        bargap=0.66,
    )
    for row, step in enumerate(steps):
        if logarithmic:
            figure.add_hline(
                y=row, line={"color": palette.grid, "width": 1}, layer="below"
            )
        draw = _add_mark if logarithmic else _add_bar
        draw(figure, step, row, palette)
        value = as_plotly(stated(step.total))
        words = f"{labels[row]}<br><b>{value}</b>"
        label_row(figure, words, row - 0.19, palette.of(step.total.series))
    return with_steady_marks(figure)


def _add_bar(figure: go.Figure, step: Step, row: int, palette: Palette) -> None:
    """Add a bar: filled, or for a target open with a dashed outline."""
    total = step.total
    colour = palette.of(total.series)
    is_target = total.series == "target"
    figure.add_bar(
        x=[total.value],
        y=[row],
        orientation="h",
        marker={"color": "rgba(0,0,0,0)" if is_target else colour},
        hovertext=text(captions.step_hover(step)),
        hoverinfo="text",
        customdata=[total.reading_id],
        name=total.series,
    )
    if is_target:
        figure.add_shape(
            type="rect",
            x0=0,
            x1=total.value,
            y0=row - 0.17,
            y1=row + 0.17,
            line={"color": colour, "width": 2, "dash": "dash"},
        )
    if total.bound == "at least":
        _add_mark(figure, step, row, palette)


def _add_mark(figure: go.Figure, step: Step, row: int, palette: Palette) -> None:
    """Add a mark at a value; a lower bound points to where it may lie."""
    total = step.total
    lower_bound = total.bound == "at least"
    figure.add_scatter(
        x=[total.value],
        y=[row],
        mode="markers",
        marker={
            "symbol": "triangle-right-open" if lower_bound else SYMBOLS[total.series],
            "size": 13,
            "color": palette.of(total.series),
            "line": {"width": 2, "color": palette.of(total.series)},
        },
        hovertext=text(captions.step_hover(step)),
        hoverinfo="text",
        customdata=[total.reading_id],
        name=total.series,
    )
