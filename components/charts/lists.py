"""The chart beside the list of events."""

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
