"""Charts beside the lists: agreements counted, events in time."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from components.charts.style import (
    Palette,
    empty,
)
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
