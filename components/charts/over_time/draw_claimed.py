"""How claims, targets and the reader's year are drawn."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts.over_time.canvas import (
    CLEAR,
    arrow,
    hover,
    pixel_path,
    sign,
    title,
    write,
)
from components.charts.over_time.claimed import Claimed
from components.charts.over_time.marks import MARK, Claim, Level, Path
from components.charts.style import DASH, Palette
from components.charts.timeaxis import Years
from components.words import over_time as words
from components.words.text import as_plotly


def claims(figure: go.Figure, panel: Claimed, years: Years, palette: Palette) -> None:
    """Draw what was claimed and aimed at, and the reader's own year."""
    title(figure, panel.title, 0, palette)
    for path in panel.paths:
        _path(figure, path, panel.scale.bottom, palette)
    for level in panel.levels:
        _level(figure, level, years, palette)
        if level.is_questioned:
            sign(figure, words.QUESTIONED, level.mark, level.y - MARK, palette.target)
    for claim in panel.claims:
        _claim_span(figure, claim, palette)
    _marks(figure, panel.claims, palette)
    _level_marks(figure, panel.levels, palette)
    for label in panel.labels:
        write(figure, label, palette)


def _path(figure: go.Figure, path: Path, foot: float, palette: Palette) -> None:
    first, last = path.days[0], path.days[-1]
    figure.add_scatter(
        x=[*path.days, last, first],
        y=[*path.ys, foot, foot],
        mode="lines",
        line={"color": palette.quiet, "width": 1, "dash": "dot"},
        fill="toself",
        fillcolor=CLEAR,
        fillpattern={"shape": "/", "fgcolor": palette.quiet, "size": 9},
        hoverinfo="skip",
        name=as_plotly(path.name),
    )


def _level(figure: go.Figure, level: Level, years: Years, palette: Palette) -> None:
    """Draw a target from the day it was named; where only a year is known, dotted."""
    line = {"color": palette.target, "width": 2.5}
    parts = [(level.named.last, level.end or years.last, DASH)]
    if not level.named.is_day:
        parts.append((level.named.first, level.named.last, "dot"))
    for begin, end, dash in parts:
        figure.add_shape(
            type="line",
            x0=begin,
            x1=end,
            y0=level.y,
            y1=level.y,
            layer="between",
            line={**line, "dash": dash},
        )
    if level.end:
        pixel_path(figure, "M 0 -7 L 0 7", level.end, level.y, palette.target)


def _level_marks(figure: go.Figure, levels: Sequence[Level], palette: Palette) -> None:
    figure.add_scatter(
        x=[level.mark for level in levels],
        y=[level.y for level in levels],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": palette.ground,
            "line": {"width": 2, "color": palette.target},
        },
        hovertext=[hover(level.hover) for level in levels],
        hoverinfo="text",
        customdata=[level.reading_id for level in levels],
        name="target",
    )


def _claim_span(figure: go.Figure, claim: Claim, palette: Palette) -> None:
    if claim.span.is_day:
        return
    figure.add_shape(
        type="line",
        x0=claim.span.first,
        x1=claim.span.end,
        y0=claim.y,
        y1=claim.y,
        layer="between",
        line={
            "color": palette.reported,
            "width": 4 if claim.is_headline else 1.5,
            "dash": "solid" if claim.has_period else "dot",
        },
    )


def _marks(figure: go.Figure, found: Sequence[Claim], palette: Palette) -> None:
    colour = palette.reported
    figure.add_scatter(
        x=[claim.span.middle for claim in found],
        y=[claim.y for claim in found],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "circle",
            "opacity": 1,
            "size": [11 if claim.is_headline else 8 for claim in found],
            "color": [colour if claim.is_filled else palette.ground for claim in found],
            "line": {"width": 2, "color": colour},
        },
        hovertext=[hover(claim.hover) for claim in found],
        hoverinfo="text",
        customdata=[claim.reading_id for claim in found],
        name="reported",
    )
    for claim in found:
        if claim.open_above and claim.is_headline:
            arrow(figure, claim.span.middle, claim.y - MARK, colour)
        if claim.open_below and claim.is_headline:
            arrow(figure, claim.span.middle, claim.y + MARK, colour, up=False)
        if claim.is_questioned:
            sign(figure, words.QUESTIONED, claim.span.middle, claim.y - MARK, colour)
