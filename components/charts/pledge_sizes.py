"""What targets asked for, and in how many years: every point, and no line through."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.marks import KEY, add_key, add_marks
from components.charts.scales import Scale, linear_ticks
from components.charts.sketch import Sketch
from components.charts.style import LINE, Palette, axis, layout_of, write
from components.measures import pledge_groups as groups
from components.measures.pledges import Pledge
from components.measures.record import Record
from components.words import pledge_sizes as words
from components.words import pledges as pledge_words
from components.words.text import as_plotly
from components.words.values import plain_number

SYMBOLS = {
    "reached": "circle",
    "missed, passed later": "diamond-open",
    "missed": "x-thin-open",
}
TITLE = LINE + 8  # px for what the upright axis counts
PLOT = 260  # px
BELOW = 26  # px for the years
LEFT = 36  # px for the sizes
APART = 20  # px between two sizes that are named
ROOM = 1.15  # between the least and the greatest size and the ends
MOST_YEARS = 8  # that are named


@dataclass(frozen=True)
class Point:
    """One target: years given, size of the ask, and its words."""

    pledge_id: str
    years: float
    ask: float
    said: str


@dataclass(frozen=True)
class Sizes:
    """What the chart draws: points by what became of the target."""

    points: dict[str, tuple[Point, ...]]
    years: float
    alt: str

    @property
    def above(self) -> int:
        """Height of the key and of the axis's title, in px."""
        return KEY * len(self.points) + TITLE


def info(record: Record, pledges: Sequence[Pledge]) -> Sizes | None:
    """Return what the chart draws, or None if no target has both numbers."""
    sized = words.sized(pledges)
    if not sized:
        return None
    points = {
        state: tuple(_point(record, item) for item in groups.of_state(sized, state))
        for state in SYMBOLS
    }
    return Sizes(
        {state: items for state, items in points.items() if items},
        max(point.years for items in points.values() for point in items),
        words.alt(sized),
    )


def _point(record: Record, item: Pledge) -> Point:
    assert item.ask is not None
    assert item.years_given is not None
    said = f"{pledge_words.name(record, item)}: {words.point(item)}"
    return Point(item.pledge_id, item.years_given, item.ask.value, said)


def sketch(sizes: Sizes, palette: Palette) -> Sketch:
    """Return the chart as plain data; one unit of its upright axis is one pixel."""
    top, bottom = sizes.above, sizes.above + PLOT
    asks = [point.ask for items in sizes.points.values() for point in items]
    scale = Scale(min(1.0, *asks) / ROOM, max(asks) * ROOM, True, top, bottom)
    ticks = [tick for tick in scale.ticks(APART) if tick > 0]
    end = math.ceil(sizes.years) + 0.5
    years = linear_ticks(end, MOST_YEARS)
    drawn = Sketch(
        layout_of(
            palette,
            bottom + BELOW,
            margin={"l": LEFT, "r": 12, "t": 0, "b": BELOW},
            xaxis=axis(
                palette.quiet,
                12,
                range=[0, end],
                tickvals=years,
                ticktext=[plain_number(tick) for tick in years],
                showgrid=False,
            ),
            yaxis=axis(
                palette.quiet,
                12,
                range=[bottom, 0],
                tickvals=[scale.y(tick) for tick in ticks],
                ticktext=[f"{plain_number(tick)}×" for tick in ticks],
                showgrid=True,
                gridcolor=palette.grid,
            ),
        )
    )
    for number, (state, items) in enumerate(sizes.points.items()):
        look = SYMBOLS[state], palette.of("reported" if state == "reached" else "ink")
        meaning = f"{words.KEY[state]} ({len(items)})"
        add_key(drawn, number, look, meaning, palette)
        places = [
            (point.years, scale.y(point.ask), as_plotly(point.said), point.pledge_id)
            for point in items
        ]
        add_marks(drawn, look, places)
    below_the_key = KEY * len(sizes.points) + 4
    write(drawn, [as_plotly(words.UPWARDS)], below_the_key, palette.quiet)
    across = [as_plotly(words.ACROSS)]
    write(drawn, across, bottom - LINE - 4, palette.quiet, right=True)
    return drawn
