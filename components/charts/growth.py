"""What each target takes in growth a year, against the years that it is given."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

import plotly.graph_objects as go

from components.charts.scales import logarithmic_ticks
from components.charts.style import (
    DASH,
    LABEL_SIZE,
    LINE,
    Palette,
    empty,
    lines,
    text,
    with_steady_marks,
    write,
)
from components.measures.growth import SPANS, path, years_until
from components.measures.readings import Reading
from components.words import growth, labels, names, required, targets
from components.words.text import as_plotly
from components.words.values import plain_number

PLOT = 250  # px of the plot itself
ROOM = 1.5  # by which the axis goes beyond the least and the greatest growth
BELOW = 44  # px for the years and their title
TITLE = LINE + 8  # px for what the upright axis counts
# Two cycles of different length: 42 lines before one looks like another.
DASHES = (DASH, "dot", "dashdot", "longdash", "longdashdot", "solid")
SYMBOLS = (
    *("diamond-open", "circle-open", "square-open", "triangle-up-open"),
    *("cross-open", "star-open", "hexagon-open"),
)
SPOKEN = 3  # targets in the alternative text; the table has all


@dataclass(frozen=True)
class Line:
    """What one target takes: a line over years.

    Parameters
    ----------
    reading_id
        Of the target; names and values may repeat.
    name
        What stands in the key.
    points
        Years, growth a year as a fraction, and what it is in words.
    dash, symbol
        Which tell one line from another without colour.
    deadline
        Years until the target's own deadline, power of ten and label of its
        mark, if it has one.
    """

    reading_id: str
    name: str
    points: tuple[tuple[float, float, str], ...]
    dash: str
    symbol: str
    deadline: tuple[float, float, str] | None = None


@dataclass(frozen=True)
class Growth:
    """What the chart of required growth draws.

    Parameters
    ----------
    lines
        One for each target to which growth leads.
    years
        The last of the axis.
    ticks
        Growth as a fraction, with its words.
    ends
        Of the axis of growth, as powers of ten.
    readers
        Years until the reader's year and its label, if one is picked.
    upwards
        What the axis of growth counts.
    alt
        The alternative text.
    """

    lines: tuple[Line, ...]
    years: float
    ticks: tuple[tuple[float, str], ...]
    ends: tuple[float, float]
    readers: tuple[float, str] | None
    upwards: str
    alt: str


def info(start: Reading, aims: Sequence[Reading], year: int | None) -> Growth | None:
    """Return what is drawn from a start to some targets, or None if nothing is.

    Parameters
    ----------
    year
        That the reader picked for the targets without a deadline, if one is.
    """
    readers = _readers(start, aims, year)
    drawn = tuple(_lines(start, aims, readers))
    if not drawn:
        return None
    rates = [rate for line in drawn for _, rate, _ in line.points]
    ends = min(rates) / ROOM, max(rates) * ROOM
    return Growth(
        lines=drawn,
        years=max(years for line in drawn for years, _, _ in line.points),
        ticks=tuple((tick, _tick(tick)) for tick in logarithmic_ticks(ends)),
        ends=(math.log10(ends[0]), math.log10(ends[1])),
        readers=readers,
        upwards=required.upwards(start, aims),
        alt=_alt(start, drawn, readers),
    )


def _readers(
    start: Reading, aims: Sequence[Reading], year: int | None
) -> tuple[float, str] | None:
    years = years_until(start, str(year)) if year else None
    if not years or years <= 0 or not any(target.lacks_a_deadline for target in aims):
        return None
    return years, f"{year}: {names.READERS_YEAR}"


def _lines(
    start: Reading, aims: Sequence[Reading], readers: tuple[float, str] | None
) -> list[Line]:
    called = targets.named(aims)
    drawn = []
    looks = zip(cycle(DASHES), cycle(SYMBOLS), strict=False)
    for target, (dash, symbol) in zip(aims, looks, strict=False):
        own = years_until(start, target.deadline) if target.deadline else None
        more = own if target.deadline else readers and readers[0]
        years = sorted({*map(float, SPANS), *([more] if more else [])})
        points = tuple(
            point for each in years if (point := _point(start, target, each))
        )
        if not points:
            continue
        name = called[target.reading_id]
        if targets.deadline(target) not in name:
            name = f"{name}, {targets.deadline(target)}"
        end = _mark(start, target, own) if own else None
        drawn.append(Line(target.reading_id, name, points, dash, symbol, end))
    return drawn


def _point(
    start: Reading, target: Reading, years: float
) -> tuple[float, float, str] | None:
    needed = path(start, target, years)
    # Growth too small for a number has no place on a logarithmic axis.
    if needed is None or needed.rate.value <= 0:
        return None
    return years, float(needed.rate.value), required.asked(needed)


def _mark(
    start: Reading, target: Reading, years: float
) -> tuple[float, float, str] | None:
    needed = path(start, target, years)
    if needed is None or needed.rate.value <= 0:
        return None
    label = f"deadline: {growth.rate(needed.rate)}"
    return years, math.log10(needed.rate.value), label


def _tick(rate: float) -> str:
    return f"{plain_number(rate * 100)}%"


def _alt(
    start: Reading, drawn: Sequence[Line], readers: tuple[float, str] | None
) -> str:
    """Return the alternative text, numbers first."""
    asked = [
        f"{line.name}: {line.points[0][2]}, {line.points[-1][2]}"
        for line in drawn[:SPOKEN]
    ]
    mark = readers[1] if readers else ""
    left = len(drawn) - SPOKEN
    return labels.growth_alt(required.start_name(start), asked, left, mark)


def draw(chart: Growth, palette: Palette) -> go.Figure:
    """Return the lines as a figure, with their key above the plot."""
    names_of = [lines([line.name]) for line in chart.lines]
    key = LINE * sum(map(len, names_of)) + 8 * len(names_of) + 12
    above = key + TITLE
    figure = empty(
        palette,
        above + PLOT + BELOW,
        margin={"l": 48, "r": 12, "t": above, "b": BELOW},
        xaxis={
            "range": [0, chart.years * 1.04],
            "title": {"text": labels.YEARS_AFTER},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis={
            "type": "log",
            "range": list(chart.ends),
            "tickvals": [tick for tick, _ in chart.ticks],
            "ticktext": [label for _, label in chart.ticks],
            "gridcolor": palette.grid,
            "fixedrange": True,
            "title": None,
        },
        showlegend=True,
        legend={
            "orientation": "v",
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"color": palette.ink, "size": LABEL_SIZE},
        },
    )
    # Above the plot, as far from it as the key is from the edge.
    write(figure, [text([chart.upwards])], 1, palette.quiet, yref="paper", yshift=TITLE)
    for line in chart.lines:
        _add_line(figure, line, chart.years, palette)
    if chart.readers:
        _add_readers_year(figure, *chart.readers, chart.years, palette)
    return with_steady_marks(figure)


def _add_line(figure: go.Figure, line: Line, end: float, palette: Palette) -> None:
    figure.add_scatter(
        x=[years for years, _, _ in line.points],
        y=[rate for _, rate, _ in line.points],
        mode="lines+markers",
        line={"color": palette.target, "dash": line.dash, "width": 2},
        marker={"color": palette.target, "symbol": line.symbol, "size": 8},
        name=text([line.name]),
        hovertext=[as_plotly(said) for _, _, said in line.points],
        hoverinfo="text",
    )
    if line.deadline:
        years, power, label = line.deadline
        figure.add_annotation(
            text=as_plotly(label),
            x=years,
            y=power,
            # Lines fall, so that there is room above and to the right.
            ax=10,
            ay=-30,
            xanchor="left" if years * 2 < end else "right",
            font={"color": palette.target, "size": LABEL_SIZE},
            arrowcolor=palette.target,
        )


def _add_readers_year(
    figure: go.Figure, years: float, label: str, end: float, palette: Palette
) -> None:
    """Mark the reader's year, named as the reader's."""
    figure.add_vline(x=years, line={"color": palette.quiet, "dash": "dot", "width": 1})
    figure.add_annotation(
        text=as_plotly(label),
        x=years,
        y=1,
        yref="paper",
        xanchor="left" if years * 2 < end else "right",
        yanchor="top",
        showarrow=False,
        font={"color": palette.quiet, "size": LABEL_SIZE},
    )
