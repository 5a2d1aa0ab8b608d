"""Required growth against the years that a target is given."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components import captions, series
from components.charts.style import LEGEND_BELOW, Palette, empty
from components.measures.readings import (
    Reading,
)
from components.wording import as_plotly, stated

HEIGHT = 360
DASHES = ("solid", "dash", "dot", "dashdot")


def required_growth(
    start: Reading,
    targets: Sequence[Reading],
    *,
    chosen: int | None,
    year: int | None,
    palette: Palette,
) -> go.Figure:
    """Return required growth per year against the years given, a line per target.

    Parameters
    ----------
    chosen, year
        Years until the year that the reader picked, and that year, if one is.
    """
    figure = empty(
        palette,
        HEIGHT,
        margin={"l": 52, "r": 8, "t": 36, "b": 90},
        xaxis={
            "title": {"text": "years after the starting value"},
            "fixedrange": True,
            "showgrid": False,
            "rangemode": "tozero",
        },
        yaxis={
            "type": "log",
            "tickvals": series.GROWTH_TICKS,
            "ticktext": [f"{tick:,} %" for tick in series.GROWTH_TICKS],
            "gridcolor": palette.grid,
            "showgrid": True,
            "fixedrange": True,
            "title": None,
        },
        showlegend=True,
        legend=LEGEND_BELOW,
    )
    for dash, target in zip(DASHES, targets, strict=False):
        years, rates = series.growth_curve(start, target, chosen)
        figure.add_scatter(
            x=years,
            y=rates,
            mode="lines+markers",
            line={"color": palette.target, "dash": dash, "width": 2},
            marker={"color": palette.target, "size": 6},
            name=as_plotly(f"{target.label}, {stated(target)}"),
            hovertemplate="%{x} years: %{y:.1f} % a year<extra></extra>",
        )
    if chosen is not None and year is not None and chosen > 0:
        figure.add_vline(x=chosen, line={"color": palette.quiet, "dash": "dot"})
        figure.add_annotation(
            text=as_plotly(captions.assumption_label(year)),
            x=chosen,
            y=1,
            yref="paper",
            yanchor="bottom",
            showarrow=False,
            font={"color": palette.quiet, "size": 12},
        )
    return figure
