"""The values of one fact: each voice once, with the outlets that quote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.scales import linear_end, linear_ticks
from components.charts.style import (
    AT_MOST_MARK,
    LINE,
    OVER_MARK,
    Palette,
    empty,
    lines,
    pixel_rows,
    with_steady_marks,
    write,
)
from components.currency import is_currency
from components.measures.bounds import AT_LEAST, AT_MOST
from components.measures.readings import RECORDED, TARGET, Reading, headline_of
from components.measures.record import Record
from components.measures.voices import Statement
from components.words import labels, speakers
from components.words import voices as words
from components.words.outlets import outlets
from components.words.rows import valuation
from components.words.text import as_plotly
from components.words.values import (
    axis_money,
    day,
    from_base,
    listed,
    marked,
    plain_number,
)

MARK = 13  # px of a mark
ROOM = 26  # px for the line of a mark
BETWEEN = 10  # px between two voices
AXIS = 26  # px for the ticks
SPACE = 1.06  # a mark at the end of the axis is whole
MAX_VALUES = 6  # more of them are given as a range
MAX_ALT = 60  # words


@dataclass(frozen=True)
class Mark:
    """One value of a voice with the outlets that give it.

    Parameters
    ----------
    value
        In the unit of the axis.
    symbol
        Its shape: filled for the value shown first, an arrow for a bound.
    head, label
        The value, and the lines that begin with it.
    reading_id
        What the mark opens.
    """

    value: float
    symbol: str
    head: str
    label: tuple[str, ...]
    reading_id: str

    @property
    def height(self) -> int:
        """Height of label and line, in px."""
        return LINE * len(self.label) + ROOM


@dataclass(frozen=True)
class Voice:
    """Who speaks, and what the outlets make of it."""

    name: tuple[str, ...]
    marks: tuple[Mark, ...]

    @property
    def height(self) -> int:
        """Height of name and marks, in px."""
        own = LINE * len(self.name) + sum(mark.height for mark in self.marks)
        return own + BETWEEN


@dataclass(frozen=True)
class Voices:
    """What the chart of one fact draws.

    Parameters
    ----------
    voices
        From the top; that of the value shown first leads.
    series
        Reported, target or recorded; decides the colour.
    ends, ticks
        Of the axis; a tick has its words.
    alt
        The alternative text.
    """

    voices: tuple[Voice, ...]
    series: str
    ends: tuple[float, float]
    ticks: tuple[tuple[float, str], ...]
    alt: str

    @property
    def height(self) -> int:
        """Height of all voices and the axis, in px."""
        return sum(voice.height for voice in self.voices) + AXIS


def info(record: Record, readings: Sequence[Reading]) -> Voices:
    """Return what the chart of the readings of one fact draws."""
    first = headline_of(record.dataset, readings)
    statements = words.in_order(record, readings)
    numbers = [item.value for item in readings]
    end = linear_end(numbers) * SPACE
    low = min(0.0, *numbers) * SPACE
    unit = readings[0].unit
    return Voices(
        tuple(_voice(record, item, first) for item in statements),
        readings[0].series,
        (low, end),
        tuple((tick, _tick(tick, unit)) for tick in linear_ticks(end)),
        _alt(record, readings, first),
    )


def _voice(record: Record, statement: Statement, first: Reading) -> Voice:
    said = statement.first
    when = f", {day(said.stated_on)}" if said.stated_on else ""
    return Voice(
        tuple(lines([f"{speakers.heading(record, said)}{when}"])),
        tuple(_mark(record, group, first) for group in statement.by_value),
    )


def _mark(record: Record, group: Sequence[Reading], first: Reading) -> Mark:
    shown = first if first in group else group[0]
    head = marked(shown)
    label = _label(record, head, group)
    more = [from_base(shown), "withdrawn" if shown.withdraws else ""]
    return Mark(
        shown.value,
        _symbol(shown, is_first=shown == first),
        head,
        tuple(lines(["; ".join(filter(None, [label, *more]))])),
        shown.reading_id,
    )


def _label(record: Record, head: str, group: Sequence[Reading]) -> str:
    """Return a value with its outlets; one that speaks for itself is not repeated."""
    if freight := valuation(group):
        head = f"{head}, {freight}"
    heard = outlets(record, group)
    who = group[0].stated_by
    if all(speakers.is_own_outlet(outlet, who) for outlet in heard):
        return head
    return f"{head} · {listed(heard)}"


def _symbol(reading: Reading, *, is_first: bool) -> str:
    """Return the shape of a value: filled if shown first, pointed for a bound."""
    shapes = {AT_LEAST: OVER_MARK, AT_MOST: AT_MOST_MARK}
    series = {RECORDED: "square", TARGET: "diamond"}.get(reading.series, "circle")
    shape = shapes.get(reading.bound, series)
    return shape if is_first else f"{shape}-open"


def _tick(value: float, unit: str) -> str:
    return axis_money(value, unit) if is_currency(unit) else plain_number(value)


def _alt(record: Record, readings: Sequence[Reading], first: Reading) -> str:
    """Return the alternative text, numbers first; the label only if it has room."""
    ordered = sorted(readings, key=lambda item: item.value)
    distinct = list(dict.fromkeys(map(marked, ordered)))
    heard = words.heard(record, readings)
    text = labels.voices_alt(distinct, MAX_VALUES, heard, marked(first))
    whole = f"{text} {first.label}."
    return whole if len(whole.split()) <= MAX_ALT else text


def draw(chart: Voices, palette: Palette) -> go.Figure:
    """Return the values as a figure; one unit of its upright axis is one pixel."""
    figure = empty(
        palette,
        chart.height,
        margin={"l": 2, "r": 8, "t": 0, "b": AXIS},
        **pixel_rows(chart.ends, chart.ticks, chart.height - AXIS, palette),
        # A reader taps where the finger lands.
        hovermode="closest",
    )
    top = 0
    for voice in chart.voices:
        write(
            figure,
            [f"<b>{as_plotly(line)}</b>" for line in voice.name],
            top,
            palette.ink,
        )
        below = top + LINE * len(voice.name)
        for mark in voice.marks:
            write(figure, list(map(as_plotly, mark.label)), below, palette.ink)
            _add(figure, mark, below, palette, palette.of(chart.series))
            below += mark.height
        top += voice.height
    return with_steady_marks(figure)


def _add(
    figure: go.Figure, mark: Mark, top: int, palette: Palette, colour: str
) -> None:
    middle = top + LINE * len(mark.label) + ROOM / 2
    figure.add_hline(y=middle, line={"color": palette.grid, "width": 1}, layer="below")
    figure.add_scatter(
        x=[mark.value],
        y=[middle],
        mode="markers",
        customdata=[mark.reading_id],
        marker={
            "symbol": mark.symbol,
            "size": MARK,
            "color": colour,
            "line": {"width": 2, "color": colour},
        },
        hovertext="<br>".join(map(as_plotly, mark.label)),
        hoverinfo="text",
    )
