"""The trajectory by step: an honest order for values that have no dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import plotly.graph_objects as go

from components.charts.scales import linear_end, linear_ticks
from components.charts.style import (
    DASH,
    LINE,
    Palette,
    bar_arrow,
    empty,
    lines,
    pixel_rows,
    with_steady_marks,
    write,
)
from components.measures.readings import TARGET
from components.measures.record import Record
from components.measures.steps import Step
from components.view import View
from components.words import trajectory as words
from components.words.text import as_plotly
from components.words.values import axis_money, stated

THICKNESS = 22  # px of a bar
ABOVE, BELOW = 4, 14  # px between a label and its bar, and after the bar
AXIS = 26  # px for the ticks


@dataclass(frozen=True)
class Bar:
    """One bar: how long, how it looks, and what stands above it.

    Parameters
    ----------
    value
        In the unit of the axis.
    series
        Reported, target or recorded; decides colour and outline.
    is_outline
        A target is open and dashed; what was claimed is filled.
    is_open_ended
        The value is a lower bound: an arrow grows out of the bar.
    head, label
        The value, and what it is; `label` has one item for each line.
    reading_id
        What the bar opens.
    high
        The upper end of a range, to which a dashed line goes on.
    is_given_up
        A target that was withdrawn or replaced is drawn more weakly.
    """

    value: float
    series: str
    is_outline: bool
    is_open_ended: bool
    head: str
    label: tuple[str, ...]
    reading_id: str
    high: float | None = None
    is_given_up: bool = False

    @property
    def tone(self) -> str:
        """A name of a colour of the palette."""
        return "quiet" if self.is_given_up else self.series

    @property
    def stroke(self) -> float:
        """Width of the outline, in px."""
        return 1 if self.is_given_up else 2

    @property
    def height(self) -> int:
        """Height of label and bar, in px."""
        return LINE * len(self.label) + ABOVE + THICKNESS + BELOW


@dataclass(frozen=True)
class ByStep:
    """What the chart by step draws.

    Parameters
    ----------
    bars
        From the top.
    end
        Of the axis, which begins at zero.
    ticks
        Value and words.
    alt
        The alternative text.
    """

    bars: tuple[Bar, ...]
    end: float
    ticks: tuple[tuple[float, str], ...]
    alt: str

    @property
    def tops(self) -> list[int]:
        """Where each bar's label begins, in px from the top of the chart."""
        return [0, *accumulate(bar.height for bar in self.bars)][:-1]

    @property
    def height(self) -> int:
        """Height of all bars and the axis, in px."""
        return sum(bar.height for bar in self.bars) + AXIS


def info(record: Record, view: View, today: date) -> ByStep | None:
    """Return what the chart by step draws, or None if a view has no bar.

    Parameters
    ----------
    today
        As of when the alternative text says what became of the targets.
    """
    drawn = [step for step in record.steps if step.total.series in view.shown]
    if not drawn:
        return None
    currency = record.dataset.currency
    ends = (step.total.value_high or step.total.value for step in drawn)
    end = linear_end([*ends])
    return ByStep(
        bars=tuple(_bar(record, step) for step in drawn),
        end=end,
        ticks=tuple((tick, axis_money(tick, currency)) for tick in linear_ticks(end)),
        alt=words.step_alt(record, view, today),
    )


def _bar(record: Record, step: Step) -> Bar:
    total = step.total
    head = stated(total)
    more = words.drawn_as(step), words.step_relation(record, step)
    first = lines([f"{head}  {words.step_name(step)}"])
    return Bar(
        value=total.value,
        series=total.series,
        is_outline=total.series == TARGET,
        is_given_up=total.ended_by is not None,
        is_open_ended=total.quantity.open_above,
        head=head,
        label=(*first, *lines([*filter(None, more)])),
        high=total.value_high,
        reading_id=total.reading_id,
    )


def draw(chart: ByStep, palette: Palette) -> go.Figure:
    """Return the bars as a figure; one unit of its upright axis is one pixel."""
    figure = empty(
        palette,
        chart.height,
        margin={"l": 2, "r": 8, "t": 0, "b": AXIS},
        **pixel_rows((0, chart.end), chart.ticks, chart.height - AXIS, palette),
    )
    for top, bar in zip(chart.tops, chart.bars, strict=True):
        _add_bar(figure, bar, top, palette)
        write(figure, emphasised(bar), top, palette.of(bar.tone))
    return with_steady_marks(figure)


def _add_bar(figure: go.Figure, bar: Bar, top: int, palette: Palette) -> None:
    colour, outline = palette.of(bar.tone), {"width": bar.stroke, "dash": DASH}
    middle = top + LINE * len(bar.label) + ABOVE + THICKNESS / 2
    figure.add_bar(
        x=[bar.value],
        y=[middle],
        width=THICKNESS,
        orientation="h",
        marker={"color": "rgba(0,0,0,0)" if bar.is_outline else colour},
        hovertext="<br>".join(as_plotly(line) for line in bar.label),
        hoverinfo="text",
        customdata=[bar.reading_id],
        name=bar.series,
    )
    if bar.is_outline:
        figure.add_shape(
            type="rect",
            x0=0,
            x1=bar.value,
            y0=middle - THICKNESS / 2,
            y1=middle + THICKNESS / 2,
            line={"color": colour, **outline},
        )
    if bar.high is not None:
        figure.add_shape(
            type="line",
            x0=bar.value,
            x1=bar.high,
            y0=middle,
            y1=middle,
            line={"color": colour, **outline},
        )
    if bar.is_open_ended:
        figure.add_shape(
            type="path",
            path=bar_arrow(THICKNESS / 2),
            xsizemode="pixel",
            ysizemode="pixel",
            xanchor=bar.value,
            yanchor=middle,
            fillcolor=colour,
            line={"width": 0},
        )


def emphasised(bar: Bar) -> Sequence[str]:
    """Return the lines of a label as Plotly text, the value in bold."""
    first, *rest = bar.label
    value = as_plotly(bar.head)
    bold = as_plotly(first).replace(value, f"<b>{value}</b>", 1)
    return [bold, *map(as_plotly, rest)]
