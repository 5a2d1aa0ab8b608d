"""Marks that a reader selects, and lines of a key, in charts of targets."""

from __future__ import annotations

from collections.abc import Sequence

from components.charts.sketch import Sketch
from components.charts.style import LABEL_SIZE, LINE, Palette
from components.words.text import as_plotly

KEY = 22  # px for a line of the key
MARK = 11  # px
# Symbol and colour; place across and down, words, and what it opens.
Look = tuple[str, str]
Place = tuple[float, float, str, str]


def add_key(
    drawn: Sketch, number: int, look: Look, meaning: str, palette: Palette
) -> None:
    """Say what a mark is, in a line of the key that stands above the chart."""
    middle = KEY * (number + 0.5)
    add_marks(drawn, look, [(0.0, middle, "", "")])
    drawn.add_annotation(
        text=as_plotly(meaning),
        x=0,
        xanchor="left",
        xshift=MARK,
        y=middle - LINE / 2,
        yanchor="top",
        showarrow=False,
        borderpad=0,
        font={"color": palette.ink, "size": LABEL_SIZE},
    )


def add_marks(drawn: Sketch, look: Look, places: Sequence[Place]) -> None:
    """Add all marks that look alike at once: a trace costs the browser much."""
    symbol, colour = look
    x, y, hover, opened = zip(*places, strict=True)
    told = (
        {"hovertext": list(hover), "hoverinfo": "text", "customdata": list(opened)}
        if opened[0]
        else {"hoverinfo": "skip"}
    )
    drawn.add_scatter(
        x=list(x),
        y=list(y),
        mode="markers",
        marker={
            "symbol": symbol,
            "size": MARK,
            "color": colour,
            "opacity": 1,
            "line": {"width": 2, "color": colour},
        },
        **told,
    )
