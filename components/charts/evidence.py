"""Where figures were looked for: bodies by year, each state with its own shape."""

from __future__ import annotations

from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.style import LABEL_SIZE, LINE, Palette, empty, lines, write
from components.dataset import records
from components.measures.evidence import STATES
from components.measures.record import Record
from components.words import voices as words
from components.words.text import as_plotly
from components.words.values import sentence_case

SYMBOLS = {
    "reported": "square",
    "not reported": "x-thin-open",
    "nothing found": "circle-open",
    "not checked": "line-ew-open",
    "cannot exist": "diamond-tall-open",
}
TOP = 26  # px for the button that saves the picture
ROW = 22  # px for the marks of a body
BETWEEN = 8  # px between two bodies
YEARS = 30  # px for the years
KEY = 22  # px for a line of the key
PHONE = 330  # px across all years at 360 px
LARGEST, LEAST = 9, 4  # px of a mark
MANY_TICKS = 6


@dataclass(frozen=True)
class Cell:
    """A year of a body: what looking there brought, in words too."""

    year: int
    state: str
    hover: tuple[str, ...]


@dataclass(frozen=True)
class Body:
    """A body, its name in lines, and its years."""

    name: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        """Height of name and marks, in px."""
        return LINE * len(self.name) + ROW + BETWEEN


@dataclass(frozen=True)
class Evidence:
    """What the grid draws.

    Parameters
    ----------
    bodies
        From the top.
    first, last
        The years that the axis covers.
    states
        Those that occur, in their order, with their words.
    alt
        The alternative text.
    """

    bodies: tuple[Body, ...]
    first: int
    last: int
    states: tuple[tuple[str, str], ...]
    alt: str

    @property
    def mark(self) -> float:
        """Size of a mark, so that two years do not touch on a phone, in px."""
        across = PHONE / (self.last - self.first + 2)
        return min(LARGEST, max(LEAST, across - 3))

    @property
    def ticks(self) -> tuple[int, ...]:
        """The years that are named: the first, then every second, fifth or tenth."""
        years = self.last - self.first + 1
        steps = (1, 2, 5, 10, 20, 50, 100)
        step = next((s for s in steps if years / s <= MANY_TICKS), years)
        return tuple(
            year for year in range(self.first, self.last + 1) if year % step == 0
        )

    @property
    def height(self) -> int:
        """Height of bodies, years and key, in px."""
        bodies = sum(body.height for body in self.bodies)
        return TOP + bodies + YEARS + KEY * len(self.states)


def info(record: Record) -> Evidence | None:
    """Return what the grid draws, or None if nobody looked anywhere."""
    evidence = record.dataset.evidence
    if evidence.empty:
        return None
    occurring = set(evidence["state"])
    return Evidence(
        tuple(
            Body(
                tuple(lines([str(body)])),
                tuple(
                    _cell(row["year"], row["state"], row["note"])
                    for row in records(rows)
                ),
            )
            for body, rows in evidence.groupby("body", sort=False)
        ),
        int(evidence["year"].min()),
        int(evidence["year"].max()),
        tuple(
            (state, sentence_case(words.STATES[state]))
            for state in STATES
            if state in occurring
        ),
        words.evidence_alt(evidence),
    )


def _cell(year: int, state: str, note: str) -> Cell:
    said = [f"{year}: {words.STATES[state]}", *([note] if note else [])]
    return Cell(int(year), state, tuple(lines(said)))


def draw(grid: Evidence, palette: Palette) -> go.Figure:
    """Return the grid as a figure; one unit of its upright axis is one pixel."""
    below = KEY * len(grid.states) + YEARS
    figure = empty(
        palette,
        grid.height,
        margin={"l": 2, "r": 8, "t": TOP, "b": below},
        xaxis={
            "range": [grid.first - 1, grid.last + 1],
            "tickvals": list(grid.ticks),
            "tickformat": "d",
            "tickfont": {"color": palette.quiet, "size": 12},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "title": None,
        },
        yaxis={
            "range": [grid.height - below - TOP, 0],
            "visible": False,
            "fixedrange": True,
        },
        showlegend=True,
        # Named, so that it follows when the theme changes.
        legend={
            "x": 0,
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "font": {"color": palette.ink, "size": LABEL_SIZE},
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    tops = []
    top = 0
    for body in grid.bodies:
        tops.append(top)
        write(figure, list(map(as_plotly, body.name)), top, palette.ink)
        top += body.height
    for state, name in grid.states:
        _add(figure, grid, tops, state, name, palette)
    return figure


def _add(
    figure: go.Figure,
    grid: Evidence,
    tops: list[int],
    state: str,
    name: str,
    palette: Palette,
) -> None:
    colour = palette.ink if state == "reported" else palette.quiet
    cells = [
        (cell, top + LINE * len(body.name) + ROW / 2)
        for body, top in zip(grid.bodies, tops, strict=True)
        for cell in body.cells
        if cell.state == state
    ]
    figure.add_scatter(
        x=[cell.year for cell, _ in cells],
        y=[middle for _, middle in cells],
        mode="markers",
        marker={
            "symbol": SYMBOLS[state],
            "size": grid.mark,
            "color": colour,
            "line": {"width": 1.5, "color": colour},
        },
        hovertext=["<br>".join(map(as_plotly, cell.hover)) for cell, _ in cells],
        hoverinfo="text",
        name=name,
        showlegend=True,
    )
