"""The trajectory over time: readings as the spans they are, targets as levels."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components import captions, series
from components.charts.style import (
    SYMBOLS,
    TIME_MARGIN,
    Palette,
    empty,
    money_axis,
    text,
    with_steady_marks,
)
from components.dataset import Dataset, records
from components.measures.steps import (
    Step,
    undated_targets,
)
from components.series import Assumption
from components.wording import as_plotly

HEIGHT = 620
LEVELS_HEIGHT = 260  # enough for levels alone
# px from a cluster to its label: on a linear scale above the crowd at zero.
LEADER = {True: -36, False: -44}
CROWD = 0.02  # of a linear axis: where labels would overprint each other
PRESS, OTHER = "circle-open-dot", "circle-open"


def over_time(
    steps: Sequence[Step],
    placed: pd.DataFrame,
    dataset: Dataset,
    *,
    ends: tuple[pd.Timestamp, pd.Timestamp] | None,
    logarithmic: bool,
    palette: Palette,
    assumption: Assumption | None = None,
) -> go.Figure:
    """Return the readings where they lie in time and undated targets as levels.

    Parameters
    ----------
    steps
        The steps to draw; of these the undated targets become levels.
    placed
        Rows of :func:`components.series.trajectory` that have a place in time.
    ends
        Of the time axis, as :func:`components.series.time_range` has them.
    assumption
        A year that the reader picked; draws hatched paths to the targets.
    """
    values = [*placed["value"], *(step.total.value for step in steps)]
    if assumption:
        values.append(assumption.start.value)
    # Without a dated mark there is nothing that a year could say.
    dated = bool(assumption) or not placed.empty
    figure = empty(
        palette,
        HEIGHT if dated else LEVELS_HEIGHT,
        yaxis=money_axis(values, logarithmic, palette),
        xaxis={
            "type": "date",
            "range": None if ends is None else list(ends),
            "visible": dated,
            "automargin": True,
            "showgrid": False,
            "tickfont": {"color": palette.quiet, "size": 12},
            "title": None,
            "fixedrange": True,
        },
        margin={"l": TIME_MARGIN, "r": 8, "t": 36, "b": 8},
        showlegend=not placed.empty,
        legend={"orientation": "h", "x": 0, "y": -0.07, "font": {"size": 12}},
    )
    if placed["series"].eq("recorded").any():
        _add_gaps(figure, dataset, placed, palette)
    _add_recorded(figure, placed, dataset, logarithmic, palette)
    least = 0.0 if logarithmic else CROWD * max(values, default=0.0)
    _add_stated(figure, placed, dataset, palette, least)
    for step in undated_targets(steps):
        side = series.emptier_half(placed, step.total.value, ends)
        _add_level(figure, step, palette, side)
    if assumption:
        _add_assumption(figure, assumption, palette)
    return with_steady_marks(figure)


def _add_assumption(
    figure: go.Figure, assumption: Assumption, palette: Palette
) -> None:
    """Add the reader's own year: hatched under the growth it would require."""
    for target in assumption.targets:
        days, values = series.required_path(assumption.start, target, assumption.year)
        if not days:
            continue
        figure.add_scatter(
            x=[*days, days[-1], days[0]],
            y=[*values, values[0], values[0]],
            mode="lines",
            line={"color": palette.quiet, "width": 1, "dash": "dot"},
            fill="toself",
            fillcolor="rgba(0,0,0,0)",
            fillpattern={"shape": "/", "fgcolor": palette.quiet, "size": 9},
            hoverinfo="skip",
            showlegend=False,
            name=captions.READER,
        )
    figure.add_annotation(
        text=as_plotly(captions.assumption_label(assumption.year)),
        x=series.chosen_day(assumption),
        xanchor="right",
        xshift=-36,  # clear of the download button
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        font={"color": palette.quiet, "size": 12},
    )


def _add_gaps(
    figure: go.Figure, dataset: Dataset, placed: pd.DataFrame, palette: Palette
) -> None:
    """Shade the years for which nothing recorded is known."""
    for start, end, all_checked in series.gaps(dataset, placed):
        figure.add_vrect(
            x0=start,
            x1=end,
            fillcolor=palette.grid,
            opacity=0.5,
            layer="below",
            line_width=0,
        )
        figure.add_annotation(
            text="<br>".join(captions.gap_label(all_checked=all_checked)),
            textangle=-90,
            x=start + (end - start) / 2,
            y=0.16,
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
    first, second = (economy.code for economy in dataset.economies)
    looks = {first: "square", second: "square-open"}
    for exporter, importer, rows in series.flows(recorded):
        _add_spans(
            figure,
            rows,
            dataset,
            name=captions.flow_name(exporter, importer, dataset),
            symbol=looks.get(exporter, "square-x-open"),
            colour=palette.recorded,
            floor=_floor(figure),
        )
    ends = figure.layout.xaxis.range
    for cluster in series.clusters(recorded):
        top = series.highest(cluster)
        middle, value = series.middle(top).iloc[0], top["value"].iloc[0]
        figure.add_annotation(
            text=captions.cluster_label(cluster),
            x=middle,
            y=series.log_ends((value,))[0] if logarithmic else value,
            ax=0,
            ay=LEADER[logarithmic],
            xanchor=ends and series.half_of(middle, ends),
            arrowcolor=palette.recorded,
            arrowwidth=1,
            arrowhead=0,
            standoff=7,
            font={"color": palette.recorded, "size": 12},
        )


def _add_stated(
    figure: go.Figure,
    placed: pd.DataFrame,
    dataset: Dataset,
    palette: Palette,
    least: float,
) -> None:
    """Add what was said: headlines of officials filled, all others open."""
    said = placed[placed["series"].ne("recorded")]
    for name, official, headline, rows in series.voices(said):
        look = OTHER if not headline else SYMBOLS[name] if official else PRESS
        _add_spans(
            figure,
            rows,
            dataset,
            name=captions.said_name(name, official=official, headline=headline),
            symbol=look,
            colour=palette.of(name),
            labels=series.labelled(rows, headline, least),
            below=series.has_rival_above(rows, said),
            strong=headline,
            floor=_floor(figure),
        )


def _label_place(strong: bool, below: bool) -> str:
    """Return where the label of a mark stands; a linear scale has no room below."""
    if not strong:
        return "top left"
    return "bottom center" if below else "top center"


def _floor(figure: go.Figure) -> float | None:
    """Return where a zero stands on a logarithmic axis; None on a linear one."""
    axis = figure.layout.yaxis
    return series.floor(axis.range) if axis.type == "log" else None


def _add_spans(
    figure: go.Figure,
    rows: pd.DataFrame,
    dataset: Dataset,
    *,
    name: str,
    symbol: str,
    colour: str,
    labels: Sequence[bool] = (),
    below: Sequence[bool] = (),
    strong: bool = False,
    floor: float | None = None,
) -> None:
    """Add the periods of some readings as lines, and a mark in each middle.

    A zero has no place on a logarithmic axis: it stands as "0" on ``floor``.
    """
    rows = rows.assign(named=labels or False, below=below or False)
    positive = rows if floor is None else rows[rows["value"].gt(0)]
    figure.add_scatter(
        x=series.with_breaks(positive["start"], positive["end"]),
        y=series.with_breaks(positive["value"], positive["value"]),
        mode="lines",
        line={"color": colour, "width": 4 if strong else 1.5},
        hoverinfo="skip",
        legendgroup=name,
        showlegend=False,
    )
    # The legend shows the first mark: lower bounds, which look alike, come last.
    positive = positive.sort_values(
        "bound", key=lambda bound: bound.eq("at least"), kind="stable"
    )
    drawn = records(positive)
    figure.add_scatter(
        x=series.middle(positive),
        y=positive["value"],
        mode="markers+text",
        cliponaxis=False,
        marker={
            "symbol": [
                "triangle-up-open" if row["bound"] == "at least" else symbol
                for row in drawn
            ],
            "size": 9,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        text=[captions.mark_label(row) for row in drawn],
        textposition=[
            _label_place(strong, row["below"] and floor is not None) for row in drawn
        ],
        textfont={"color": colour, "size": 13},
        hovertext=[text(captions.mark_hover(row, dataset)) for row in drawn],
        hoverinfo="text",
        customdata=positive["reading_id"].to_list(),
        legendgroup=name,
        name=text([name]),
    )
    zeros = rows.drop(positive.index)
    if not zeros.empty:
        figure.add_scatter(
            x=series.middle(zeros),
            y=[floor] * len(zeros),
            mode="text",
            cliponaxis=False,
            text="0",
            textposition="top center",
            textfont={"color": colour, "size": 12},
            hovertext=[
                text(captions.mark_hover(row, dataset)) for row in records(zeros)
            ],
            hoverinfo="text",
            customdata=zeros["reading_id"].to_list(),
            legendgroup=name,
            showlegend=False,
        )


def _add_level(figure: go.Figure, step: Step, palette: Palette, side: str) -> None:
    """Add an undated target as a level across the whole chart, tied to no year.

    Its label stands on the side where marks leave room.
    """
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
        text=as_plotly(captions.level_label(step)),
        x=0.01 if side == "left" else 0.99,
        xref="paper",
        xanchor=side,
        y=series.log_ends((value,))[0] if logarithmic else value,
        yanchor="bottom",
        showarrow=False,
        font={"color": palette.target, "size": 13},
    )
