"""Colours, text and the empty figure of the house style."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from textwrap import wrap
from typing import Any, Protocol

import plotly.graph_objects as go

from components.words.text import as_plotly

LABEL_WIDTH = 46  # characters that fit a chart at 360 px
LABEL_SIZE, LINE = 13, 17  # px
# How a target and "over" look, on every chart and in the static page.
DASH = "dash"
DASH_LENGTHS = "7 5"  # the same for SVG
OVER_MARK, AT_MOST_MARK = "triangle-right", "triangle-left"
ARROW = 11  # px that an arrow grows out of its bar
_MARK_ARROW, _MARK_HALF = 7, 4  # px of an arrow that grows out of a mark


def bar_arrow(half: float, *, foot: float = 0) -> str:
    """Return the arrow of a bar as a path of px around the middle of the bar's end.

    Parameters
    ----------
    half
        Half the thickness of the bar.
    foot
        How far the arrow begins inside the bar.
    """
    return f"M {-foot} {half} L 0 {half} L {ARROW} 0 L 0 {-half} L {-foot} {-half} Z"


def mark_arrow(*, up: bool) -> str:
    """Return the arrow of a mark as a path of px around the mark's edge."""
    tip = _MARK_ARROW if up else -_MARK_ARROW
    return f"M {-_MARK_HALF} 0 L 0 {tip} L {_MARK_HALF} 0 Z"


@dataclass(frozen=True)
class Palette:
    """Colours of one theme."""

    ink: str
    quiet: str
    grid: str
    ground: str
    reported: str
    target: str
    recorded: str

    def of(self, name: str) -> str:
        """Return the colour of a series."""
        colour: str = getattr(self, name)
        return colour


LIGHT = Palette(
    "#1b2333", "#5b6472", "#e4e2dc", "#fcfbf8", "#00444f", "#ad5a00", "#525c69"
)
DARK = Palette(
    "#e9e7e1", "#a3abb8", "#2b323d", "#11151c", "#8be0ef", "#e5a04a", "#8b94a2"
)


# On paper the ground is white.
PRINT = replace(LIGHT, ground="#ffffff")


def css_variables(palette: Palette) -> str:
    """Return the colours of a theme as CSS declarations: ``--ink: …;``."""
    return " ".join(
        f"--{part.name}: {getattr(palette, part.name)};" for part in fields(palette)
    )


def lines(words: Sequence[str]) -> list[str]:
    """Return lines that fit a chart at 360 px, long ones broken."""
    return [part for line in words for part in wrap(line, LABEL_WIDTH) or [""]]


def text(words: Sequence[str]) -> str:
    """Return lines as Plotly text, long ones broken."""
    return "<br>".join(as_plotly(line) for line in lines(words))


def config(name: str) -> dict[str, Any]:
    """Return the settings of a drawn figure: its one button saves SVG as ``name``."""
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "svg", "filename": name},
    }


def with_steady_marks(figure: go.Figure) -> go.Figure:
    """Return a figure whose marks do not fade when one of them is selected."""
    steady = {"marker": {"opacity": 1}}
    return figure.update_traces(
        selected=steady,
        unselected=steady,
        selector=lambda trace: trace.type in ("scatter", "bar"),
    )


def empty(palette: Palette, height: int, **layout: Any) -> go.Figure:
    """Return an empty figure in the house style."""
    return go.Figure(layout=layout_of(palette, height, **layout))


def layout_of(palette: Palette, height: int, **layout: Any) -> dict[str, Any]:
    """Return axes, margins and height in the house style."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 12, "b": 8},
        "paper_bgcolor": palette.ground,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": palette.ink, "size": 13},
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.ground,
            "bordercolor": palette.quiet,
            "font": {"color": palette.ink},
        },
        "dragmode": False,
        "modebar": {
            "bgcolor": "rgba(0,0,0,0)",
            "color": palette.quiet,
            "activecolor": palette.ink,
        },
        "showlegend": False,
        # One revision for all views: a reader's zoom outlives a toggle.
        "uirevision": "kept",
        **layout,
    }


def pixel_rows(
    ends: Sequence[float],
    ticks: Sequence[tuple[float, str]],
    height: float,
    palette: Palette,
) -> dict[str, Any]:
    """Return axes of a chart in rows: one unit of the upright one is one pixel."""
    return {
        "xaxis": {
            "range": list(ends),
            "tickvals": [value for value, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "showgrid": False,
            "zeroline": False,
            "tickfont": {"color": palette.quiet, "size": 12},
            "fixedrange": True,
            "title": None,
        },
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }


class Annotated(Protocol):
    """What words can be written on: a figure, or a sketch of one."""

    def add_annotation(self, **words: Any) -> Any:
        """Add words."""


def write(
    figure: Annotated,
    marked_up: Sequence[str],
    top: float,
    colour: str,
    *,
    right: bool = False,
    **more: Any,
) -> None:
    """Write lines of Plotly text from the left edge down, beginning at `top` px.

    Parameters
    ----------
    right
        Whether they end at the right edge instead.
    more
        Further properties of the annotation.
    """
    side = "right" if right else "left"
    figure.add_annotation(
        text="<br>".join(marked_up),
        x=1 if right else 0,
        xref="paper",
        xanchor=side,
        y=top,
        yanchor="top",
        align=side,
        showarrow=False,
        borderpad=0,
        font={"color": colour, "size": LABEL_SIZE},
        **more,
    )


def axis(colour: str, size: int, **more: Any) -> dict[str, Any]:
    """Return an axis that stays as it is, with names of its ticks alone."""
    return {
        "zeroline": False,
        "tickfont": {"color": colour, "size": size},
        "fixedrange": True,
        # A margin that grows would make the unit less than a pixel.
        "automargin": False,
        "title": None,
        **more,
    }
