"""The trajectory: by step, or over time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components import captions, series
from components.charts.style import TIME_MARGIN, Palette, empty, money_axis, text
from components.dataset import Dataset
from components.measures import Step
from components.wording import as_plotly, stated

ROW_HEIGHT = 92
SYMBOLS = {"reported": "circle", "target": "diamond-open", "recorded": "square"}


def by_step(
    steps: Sequence[Step], *, logarithmic: bool, palette: Palette
) -> go.Figure:
    """Return the steps as bars from zero, or as marks on a logarithmic scale.

    Parameters
    ----------
    steps
        The steps to draw, at least one.
    """
    values = [step.total.value for step in steps]
    axis = money_axis(values, logarithmic, palette)
    figure = empty(
        palette,
        ROW_HEIGHT * len(steps) + 40,
        xaxis=axis | {"side": "bottom"},
        yaxis={
            "range": [len(steps) - 0.45, -0.55],
            "visible": False,
            "fixedrange": True,
        },
        bargap=0.66,
    )
    for row, step in enumerate(steps):
        draw = _add_mark if logarithmic else _add_bar
        draw(figure, step, row, palette)
        figure.add_annotation(
            text=f"{text([captions.step_label(step)])}"
            f"<br><b>{as_plotly(stated(step.total))}</b>",
            x=0,
            xref="paper",
            xanchor="left",
            y=row - 0.19,
            yanchor="bottom",
            align="left",
            showarrow=False,
            font={"color": palette.of(step.total.series), "size": 14},
        )
    return figure


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
        name=total.series,
    )


def over_time(
    steps: Sequence[Step],
    placed: pd.DataFrame,
    dataset: Dataset,
    *,
    logarithmic: bool,
    palette: Palette,
) -> go.Figure:
    """Return the readings where they lie in time and undated targets as levels.

    Parameters
    ----------
    steps
        The steps to draw; of these the undated targets become levels.
    placed
        Rows of :func:`components.series.trajectory` that have a place in time.
    """
    levels = [
        step
        for step in steps
        if step.total.series == "target" and not step.total.deadline
    ]
    values = [*placed["value"], *(step.total.value for step in steps)]
    ends = series.time_range(dataset)
    figure = empty(
        palette,
        520,
        yaxis=money_axis(values, logarithmic, palette),
        xaxis={
            "type": "date",
            "range": None if ends is None else list(ends),
            # Without a dated mark there is nothing that a year could say.
            "visible": not placed.empty,
            "showgrid": False,
            "tickfont": {"color": palette.quiet, "size": 12},
            "title": None,
            "fixedrange": True,
        },
        margin={"l": TIME_MARGIN, "r": 8, "t": 12, "b": 8},
        showlegend=not placed.empty,
        legend={"orientation": "h", "x": 0, "y": -0.1, "font": {"size": 12}},
    )
    if placed["series"].eq("recorded").any():
        _add_gaps(figure, dataset, palette)
    _add_recorded(figure, placed, dataset, logarithmic, palette)
    _add_stated(figure, placed, dataset, palette)
    for step in levels:
        _add_level(figure, step, palette)
    return figure


def _add_gaps(figure: go.Figure, dataset: Dataset, palette: Palette) -> None:
    """Shade the years for which nothing recorded is known."""
    for first, last in series.unrecorded_years(dataset):
        figure.add_vrect(
            x0=f"{first}-01-01",
            x1=f"{last}-12-31",
            fillcolor=palette.grid,
            opacity=0.5,
            layer="below",
            line_width=0,
        )
        figure.add_annotation(
            text="no recorded value known",
            textangle=-90,
            x=f"{(first + last) // 2}-07-01",
            y=0.02,
            yref="paper",
            yanchor="bottom",
            showarrow=False,
            font={"color": palette.quiet, "size": 12},
        )


def _add_recorded(
    figure: go.Figure,
    placed: pd.DataFrame,
    dataset: Dataset,
    logarithmic: bool,
    palette: Palette,
) -> None:
    """Add recorded readings as squares over the spans they cover."""
    recorded = placed[placed["series"].eq("recorded")]
    looks = {dataset.economies[0].code: "square", dataset.economies[1].code: "square-open"}
    for flow, rows in recorded.groupby(["exporter", "importer"], sort=False):
        _add_spans(
            figure,
            rows,
            dataset,
            name=captions.legend_name("recorded", *flow, dataset),
            symbol=looks.get(flow[0], "square-x-open"),
            colour=palette.recorded,
            floor=series.floor(figure.layout.yaxis.range) if logarithmic else None,
        )
    for cluster in series.clusters(recorded):
        top = cluster.loc[cluster["value"].idxmax()]
        figure.add_annotation(
            text=captions.cluster_label(cluster),
            x=top["start"],
            y=series.log_ends((top["value"],))[0] if logarithmic else top["value"],
            yshift=8,
            yanchor="bottom",
            xanchor="center",
            showarrow=False,
            font={"color": palette.recorded, "size": 12},
        )


def _add_stated(
    figure: go.Figure, placed: pd.DataFrame, dataset: Dataset, palette: Palette
) -> None:
    """Add what officials said: headlines filled, other readings small and open."""
    said = placed[placed["series"].ne("recorded")]
    for (name, headline), rows in said.groupby(["series", "headline"], sort=False):
        words = {"reported": "Reported", "target": "Target"}[str(name)]
        _add_spans(
            figure,
            rows,
            dataset,
            name=words if headline else f"{words}: other readings",
            symbol=SYMBOLS[str(name)] if headline else "circle-open",
            colour=palette.of(str(name)),
            labels=bool(headline),
        )


def _add_spans(
    figure: go.Figure,
    rows: pd.DataFrame,
    dataset: Dataset,
    *,
    name: str,
    symbol: str,
    colour: str,
    labels: bool = False,
    floor: float | None = None,
) -> None:
    """Add one trace of marks in the middle of their periods, and the periods."""
    drawn = rows.to_dict("records")
    zero = [row["value"] == 0 and floor is not None for row in drawn]
    figure.add_scatter(
        x=series.middle(rows),
        y=[floor if none else row["value"] for none, row in zip(zero, drawn, strict=True)],
        mode="markers+text" if labels or any(zero) else "markers",
        marker={
            "symbol": [
                "triangle-up-open" if row["bound"] == "at least" else symbol
                for row in drawn
            ],
            "size": [0 if none else 9 for none in zero],
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        error_x={
            "type": "data",
            "array": series.half_widths(rows),
            "color": colour,
            "thickness": 1.5 if not labels else 4,
            "width": 0,
        },
        text=[
            "0" if none else captions.mark_label(row) if labels else ""
            for none, row in zip(zero, drawn, strict=True)
        ],
        textposition=["top center" if none else "top center" for none in zero],
        textfont={"color": colour, "size": 12},
        hovertext=[text(captions.mark_hover(row, dataset)) for row in drawn],
        hoverinfo="text",
        name=as_plotly(name),
    )


def _add_level(figure: go.Figure, step: Step, palette: Palette) -> None:
    """Add an undated target as a level across the whole chart, tied to no year."""
    figure.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        y0=step.total.value,
        y1=step.total.value,
        line={"color": palette.target, "width": 2, "dash": "dash"},
    )
    logarithmic = figure.layout.yaxis.type == "log"
    value = step.total.value
    figure.add_annotation(
        text=text([f"{captions.step_label(step)}: {stated(step.total)}"]),
        x=0.01,
        xref="paper",
        xanchor="left",
        y=series.log_ends((value,))[0] if logarithmic else value,
        yanchor="bottom",
        showarrow=False,
        font={"color": palette.target, "size": 13},
    )
