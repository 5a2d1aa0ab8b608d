"""The second panel over time: what was published, by direction and reporter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from components.charts.labels import LINE, Box, Label, Wish, place, text_width
from components.charts.over_time.bars import (
    Bar,
    bars_of,
    by_direction,
    looks_of,
    worth_drawing,
)
from components.charts.over_time.legend import (
    CHARACTERS,
    EmptyYear,
    Entry,
    empty_years,
    legend_of,
)
from components.charts.scales import Scale, upright
from components.charts.timeaxis import LEFT, Years
from components.measures.readings import RECORDED, Reading
from components.measures.record import Record
from components.view import View
from components.words import over_time as words
from components.words.values import axis_money, stated

TITLE = 20  # px
BARS = 48  # px between the ends of a lane's value axis
BELOW = 9  # px under a lane: half of the zero of its axis
STRIP = 18  # px of the row of years without a value
TICK_ROOM = 20
OVER = 2  # px between a bar and its label
TICK_BELOW = 6  # px from a lane's title to the middle of a tick's name
ZERO_ROOM = 8  # px that a zero needs


@dataclass(frozen=True)
class Lane:
    """The bars of one direction, on the scale that all lanes share.

    Parameters
    ----------
    title
        In lines.
    """

    title: tuple[str, ...]
    top: float
    scale: Scale
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Published:
    """The panel of published values."""

    title: str
    after_title: str
    top: float
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    empty_years: tuple[EmptyYear, ...]
    strip: float
    legend: tuple[Entry, ...]
    labels: tuple[Label, ...]
    bottom: float
    shows_zeros: bool

    @property
    def stretch(self) -> tuple[float, float]:
        """From where to where it has marks."""
        return self.lanes[0].top, self.strip + STRIP / 2


def panel(
    record: Record, view: View, today: date, years: Years, top: float
) -> Published | None:
    """Return the panel, or None if a view has no published value."""
    drawn = worth_drawing(record, words.drawn(record, view).get(RECORDED, []))
    if not drawn:
        return None
    looks = looks_of(record, drawn)
    lanes = []
    below = top + TITLE
    for title, readings in by_direction(record, drawn).items():
        lines = tuple(wrap(title, CHARACTERS))
        foot = below + LINE * len(lines) + OVER
        scale = upright(
            [item.value for item in drawn],
            logarithmic=view.logarithmic,
            top=foot,
            bottom=foot + BARS,
        )
        bars = bars_of(record, readings, looks, scale)
        lanes.append(Lane(lines, below, scale, tuple(bars)))
        below = scale.bottom + BELOW
    empty = empty_years(record, drawn, years, today)
    strip = below + STRIP / 2 - 2
    below += STRIP if empty else 0
    has_parts = any(bar.is_part for lane in lanes for bar in lane.bars)
    legend = legend_of(record, drawn, looks, empty, below, has_parts=has_parts)
    currency = record.dataset.currency
    ticks = [
        (lane.scale.y(tick), axis_money(tick, currency))
        for lane in lanes
        for tick in lane.scale.ticks(TICK_ROOM)
        # One at the very top would reach into the title of its lane.
        if lane.scale.y(tick) >= lane.top + LINE * len(lane.title) + TICK_BELOW
    ]
    return Published(
        words.PUBLISHED_TITLE,
        words.OWN_SCALE,
        top,
        tuple(lanes),
        tuple(ticks),
        tuple(empty),
        strip,
        tuple(legend),
        _labels(lanes, {item.reading_id: item for item in drawn}, years),
        max((entry.y + LINE * len(entry.lines) for entry in legend), default=below),
        shows_zeros=years.px_of_year >= ZERO_ROOM,
    )


def _labels(
    lanes: Sequence[Lane], readings: Mapping[str, Reading], years: Years
) -> tuple[Label, ...]:
    """Return the value of the highest bar of each lane, where it finds a place."""
    labels: list[Label] = []
    for lane in lanes:
        sure = [bar for bar in lane.bars if not bar.is_questioned and not bar.is_zero]
        taken = [_box(bar, years) for bar in lane.bars]
        width = max(map(text_width, lane.title))
        end = lane.top + LINE * len(lane.title)
        taken.append(Box(-LEFT, lane.top, width - LEFT, end))
        if sure:
            top = max(sure, key=lambda bar: bar.value)
            labels += place([_wish(top, readings)], taken, years, lane.scale.bottom)
    return tuple(labels)


def _wish(bar: Bar, readings: Mapping[str, Reading]) -> Wish:
    reading = readings[bar.reading_id]
    # Above its bar, from one edge of it outwards over the other.
    return Wish(
        (words.bar_label(reading),),
        bar.end,
        bar.y,
        (bar.y - LINE - OVER - (8 if bar.open_above else 0),),
        RECORDED,
        stated(reading),
        bar.reading_id,
        gap=0,
        until=bar.begin,
        flag=False,
        shorter=((stated(reading),),),
    )


def _box(bar: Bar, years: Years) -> Box:
    # Above a bar may stand a question mark, an arrow, or a zero.
    above = LINE if bar.is_questioned or bar.is_zero or bar.open_above else 0
    x0, x1 = years.px(bar.begin), years.px(bar.end)
    half = 5 if above else 0
    middle = (x0 + x1) / 2
    return Box(
        min(x0, middle - half),
        bar.y - above,
        max(x1, middle + half),
        bar.base,
        bar.reading_id,
        first=x0,
        last=x1,
    )
