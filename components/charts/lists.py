"""Charts beside the lists: agreements counted, events in time."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components import captions
from components.charts.style import (
    LEGEND_BELOW,
    TIME_MARGIN,
    Palette,
    empty,
    label_row,
    text,
)
from components.dataset import records
from components.wording import as_plotly

BAR_MARGIN = 60


def agreements(counts: pd.Series, *, by: str, palette: Palette) -> go.Figure:
    """Return counts of agreements as bars: upright by year, lying by field."""
    names, numbers = [str(name) for name in counts.index], counts.to_list()
    lying = by == "Field"
    figure = empty(
        palette,
        BAR_MARGIN + 26 * len(names) if lying else 260,
        # Few bars stay bars and do not become blocks.
        bargap=max(0.2, 1 - len(names) / 8),
        margin={"l": 8, "r": 40 if lying else 8, "t": 36, "b": 8},
    )
    numbers_axis = {"visible": False, "fixedrange": True, "rangemode": "tozero"}
    names_axis = {
        "type": "category",
        "fixedrange": True,
        "tickfont": {"color": palette.quiet, "size": 12},
        "title": None,
        "automargin": True,
    }
    figure.add_bar(
        x=numbers if lying else names,
        y=[as_plotly(name) for name in names] if lying else numbers,
        orientation="h" if lying else "v",
        marker={"color": palette.reported},
        text=[str(number) if number else "" for number in numbers],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="none",
    )
    figure.update_layout(
        xaxis=numbers_axis if lying else names_axis,
        yaxis=names_axis | {"autorange": "reversed"} if lying else numbers_axis,
    )
    return figure


def timeline(
    events: pd.DataFrame,
    *,
    ends: tuple[pd.Timestamp, pd.Timestamp] | None,
    palette: Palette,
) -> go.Figure:
    """Return dated events by kind over the years of the trajectory.

    Parameters
    ----------
    ends
        Of the time axis, as :func:`components.series.time_range` has them.
    """
    kinds = list(dict.fromkeys(events["kind"]))
    figure = empty(
        palette,
        140 + 46 * len(kinds),
        xaxis={
            "type": "date",
            "range": None if ends is None else list(ends),
            "showgrid": True,
            "gridcolor": palette.grid,
            "fixedrange": True,
            "tickfont": {"color": palette.quiet, "size": 12},
            "title": None,
        },
        yaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": kinds[::-1],
            "showgrid": True,
            "gridcolor": palette.grid,
            "fixedrange": True,
            "title": None,
            "showticklabels": False,
        },
        margin={"l": TIME_MARGIN, "r": 8, "t": 36, "b": 60},
        showlegend=True,
        legend=LEGEND_BELOW,
    )
    for is_mechanism, name in ((False, "Event"), (True, "Exchange mechanism")):
        rows = events[events["mechanism"].ne("").eq(is_mechanism)]
        figure.add_scatter(
            x=rows["day"],
            y=rows["kind"],
            mode="markers",
            marker={
                "symbol": "diamond-open" if is_mechanism else "circle",
                "size": 11,
                "color": palette.ink if is_mechanism else palette.recorded,
                "line": {"width": 2, "color": palette.ink},
            },
            hovertext=[text(captions.event_hover(row)) for row in records(rows)],
            hoverinfo="text",
            name=name,
        )
    for kind in kinds:
        label_row(figure, as_plotly(kind.capitalize()), kind, palette.quiet, yshift=6)
    return figure
