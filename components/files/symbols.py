"""The shapes of marks and the fills of bars, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

# Paths around their middle, by half their size.
_PATHS: dict[str, Callable[[float], str]] = {
    "circle": lambda r: (
        f"M{-r:g} 0A{r:g} {r:g} 0 1 0 {r:g} 0A{r:g} {r:g} 0 1 0 {-r:g} 0Z"
    ),
    "square": lambda r: f"M{-r:g} {-r:g}H{r:g}V{r:g}H{-r:g}Z",
    # Plotly draws it so that its area is that of the square.
    "diamond": lambda r: f"M0 {-1.3 * r:g}L{1.3 * r:g} 0L0 {1.3 * r:g}L{-1.3 * r:g} 0Z",
    "triangle-right": lambda r: f"M{-r:g} {-r:g}L{r:g} 0L{-r:g} {r:g}Z",
    "triangle-left": lambda r: f"M{r:g} {-r:g}L{-r:g} 0L{r:g} {r:g}Z",
    "line-ns": lambda r: f"M0 {-r:g}V{r:g}",
    "line-ew": lambda r: f"M{-r:g} 0H{r:g}",
    "x-thin": lambda r: f"M{-r:g} {-r:g}L{r:g} {r:g}M{-r:g} {r:g}L{r:g} {-r:g}",
}
_OPEN = "-open"
# Name, and strokes in a tile of four px, by Plotly's sign for the fill.
PATTERNS = {
    "-": ("lines", "M0 2H4"),
    "|": ("uprights", "M2 0V4"),
    "x": ("cross", "M0 0L4 4M0 4L4 0"),
    ".": ("dots", "M1.5 2H2.5"),
    "/": ("slanted", "M0 4L4 0"),
}


def at(x: str, y: str, drawn: str) -> str:
    """Return a drawing in pixels, placed at a point of the whole."""
    return f'<svg x="{x}" y="{y}" overflow="visible">{drawn}</svg>'


def path(
    symbol: str, size: float, colour: str, line: Mapping[str, Any], opacity: float
) -> str:
    """Return a mark around its middle; an open one has the colour as its outline."""
    is_open = symbol.endswith(_OPEN)
    fill = "none" if is_open else colour
    edge = colour if is_open else line["color"]
    faint = "" if opacity == 1 else f' opacity="{opacity:g}"'
    return (
        f'<path d="{_PATHS[symbol.removesuffix(_OPEN)](size / 2)}" fill="{fill}" '
        f'stroke="{edge}" stroke-width="{line["width"]:g}"{faint}/>'
    )


def pattern(name: str, sign: str, look: Mapping[str, Any]) -> str:
    """Return a fill by Plotly's sign for it."""
    _, strokes = PATTERNS[sign]
    return (
        f'<pattern id="{name}" width="4" height="4" patternUnits="userSpaceOnUse">'
        f'<path d="M0 0H4V4H0Z" fill="var(--ground)"/>'
        f'<path d="{strokes}" stroke="{look["fgcolor"]}"/></pattern>'
    )
