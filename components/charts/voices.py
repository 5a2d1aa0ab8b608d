"""The readings of one fact as a strip of dots, and the grid of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from components import captions
from components.charts.style import (
    LEGEND_BELOW,
    Palette,
    empty,
    label_row,
    money_axis,
    text,
    with_steady_marks,
)
from components.dataset import Dataset, records
from components.measures.readings import (
    Reading,
)
from components.wording import as_plotly, stated

ROW_HEIGHT = 52
BODY_HEIGHT = 68
NAME_WIDTH = 34  # characters beside a value at 360 px


def dot_strip(
    readings: Sequence[Reading],
    headline: Reading,
    dataset: Dataset,
    *,
    palette: Palette,
) -> go.Figure:
    """Return each reading as a dot at its value, with its publisher above.

    Parameters
    ----------
    readings
        The readings of one fact in the order of their rows.
    headline
        The one that is filled.
    """
    values = [reading.value for reading in readings]
    axis = money_axis(values, False, palette)
    if readings[0].unit != "USD":
        axis |= {"ticktext": [f"{tick:,.0f}" for tick in axis["tickvals"]]}
    colour = palette.of(headline.series)
    figure = empty(
        palette,
        ROW_HEIGHT * len(readings) + 60,
        xaxis=axis,
        yaxis={
            "range": [len(readings) - 0.5, -0.7],
            "visible": False,
            "fixedrange": True,
        },
    )
    figure.add_scatter(
        x=values,
        y=list(range(len(readings))),
        mode="markers",
        customdata=[reading.reading_id for reading in readings],
        marker={
            "symbol": [
                captions.voice_symbol(reading, is_headline=reading == headline)
                for reading in readings
            ],
            "size": 13,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertext=[text(captions.voice_hover(reading)) for reading in readings],
        hoverinfo="text",
    )
    for row, reading in enumerate(readings):
        value = as_plotly(stated(reading))
        if reading == headline:
            value = f"<b>{value}</b> (headline)"
        label = shorten(
            captions.voice_label(reading, dataset), NAME_WIDTH, placeholder=" …"
        )
        label_row(figure, f"{value} · {as_plotly(label)}", row - 0.16, palette.ink)
        figure.add_hline(y=row, line={"color": palette.grid, "width": 1}, layer="below")
    return with_steady_marks(figure)


def evidence(frame: pd.DataFrame, *, palette: Palette) -> go.Figure:
    """Return statistical bodies by year, each state with a shape of its own."""
    bodies = list(dict.fromkeys(frame["body"]))
    figure = empty(
        palette,
        BODY_HEIGHT * len(bodies) + 150,
        margin={"l": 8, "r": 8, "t": 36, "b": 90},
        xaxis={
            "range": [int(frame["year"].min()) - 1, int(frame["year"].max()) + 1],
            "showgrid": False,
            "fixedrange": True,
            "tickformat": "d",
            "tickfont": {"color": palette.quiet, "size": 12},
            "title": None,
        },
        yaxis={
            "range": [len(bodies) - 0.5, -0.8],
            "visible": False,
            "fixedrange": True,
        },
        showlegend=True,
        legend=LEGEND_BELOW,
    )
    for state, (symbol, name) in captions.STATES.items():
        rows = frame[frame["state"].eq(state)]
        colour = palette.ink if state == "reported" else palette.quiet
        figure.add_scatter(
            x=rows["year"],
            y=[bodies.index(body) for body in rows["body"]],
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 8,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            hovertext=[
                text(
                    captions.evidence_hover(
                        row["body"], row["year"], state, row["note"]
                    )
                )
                for row in records(rows)
            ],
            hoverinfo="text",
            name=name,
            showlegend=True,
        )
    for row, body in enumerate(bodies):
        label_row(figure, text([body]), row - 0.22, palette.ink)
    return figure
