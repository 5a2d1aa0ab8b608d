"""How claims, targets and the reader's year are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

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
from components.charts.sketch import Sketch
from components.charts.style import DASH, Palette
from components.charts.timeaxis import Years
from components.words import over_time as words
from components.words.text import as_plotly

THICK, THIN = 2.5, 1.5  # px of a target's line; thin where nobody aims at it
END, CROSS = "M 0 -7 L 0 7", "M -5 -5 L 5 5 M -5 5 L 5 -5"  # px


def claims(sketch: Sketch, panel: Claimed, years: Years, palette: Palette) -> None:
    """Draw what was claimed and aimed at, and the reader's own year."""
    title(sketch, panel.title, 0, palette)
    for path in panel.paths:
        _path(sketch, path, panel.scale.bottom, palette)
    for level in panel.levels:
        _level(sketch, level, years, palette)
    for claim in panel.claims:
        _claim_span(sketch, claim, palette)
    _marks(sketch, panel.claims, palette)
    _level_marks(sketch, panel.levels, palette)
    for label in panel.labels:
        write(sketch, label, palette)


def _path(sketch: Sketch, path: Path, foot: float, palette: Palette) -> None:
    first, last = path.days[0], path.days[-1]
    sketch.add_scatter(
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


def _level(sketch: Sketch, level: Level, years: Years, palette: Palette) -> None:
    """Draw a target from the day it was named; where only a year is known, dotted."""
    colour = palette.of(level.tone)
    line = {"color": colour, "width": THIN if level.is_given_up else THICK}
    parts = [(level.named.last, level.end or years.last, DASH)]
    if not level.named.is_day:
        parts.append((level.named.first, level.named.last, "dot"))
    for y in level.ys:
        for begin, end, dash in parts:
            _stroke(sketch, (begin, end), (y, y), {**line, "dash": dash})
        if level.end:
            path = CROSS if level.is_given_up else END
            pixel_path(sketch, path, level.end, y, colour)
    if level.y_high is not None:
        _between_the_ends(sketch, level, line)
    if level.open_above:
        arrow(sketch, level.mark, level.y - MARK, colour)
    if level.open_below:
        arrow(sketch, level.mark, level.y + MARK, colour, up=False)
    if level.is_questioned:
        sign(sketch, words.QUESTIONED, level.mark, min(level.ys) - MARK, colour)


def _between_the_ends(sketch: Sketch, level: Level, line: dict[str, Any]) -> None:
    """Join the two lines of a range where it begins, and where its mark stands."""
    for day in dict.fromkeys((level.named.last, level.mark)):
        _stroke(sketch, (day, day), (level.ys[0], level.ys[-1]), line)


def _stroke(
    sketch: Sketch,
    days: tuple[date, date],
    ys: tuple[float, float],
    line: dict[str, Any],
) -> None:
    sketch.add_shape(
        type="line",
        x0=days[0],
        x1=days[1],
        y0=ys[0],
        y1=ys[1],
        layer="between",
        line=line,
    )


def _level_marks(sketch: Sketch, levels: Sequence[Level], palette: Palette) -> None:
    sketch.add_scatter(
        x=[level.mark for level in levels],
        y=[level.y for level in levels],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "diamond",
            "size": 11,
            "color": palette.ground,
            "line": {
                "width": 2,
                "color": [palette.of(level.tone) for level in levels],
            },
        },
        hovertext=[hover(level.hover) for level in levels],
        hoverinfo="text",
        customdata=[level.reading_id for level in levels],
        name="target",
    )


def _claim_span(sketch: Sketch, claim: Claim, palette: Palette) -> None:
    if claim.span.is_day:
        return
    sketch.add_shape(
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


def _marks(sketch: Sketch, drawn: Sequence[Claim], palette: Palette) -> None:
    colour = palette.reported
    sketch.add_scatter(
        x=[claim.span.middle for claim in drawn],
        y=[claim.y for claim in drawn],
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": "circle",
            "opacity": 1,
            "size": [11 if claim.is_headline else 8 for claim in drawn],
            "color": [colour if claim.is_filled else palette.ground for claim in drawn],
            "line": {"width": 2, "color": colour},
        },
        hovertext=[hover(claim.hover) for claim in drawn],
        hoverinfo="text",
        customdata=[claim.reading_id for claim in drawn],
        name="reported",
    )
    for claim in drawn:
        if claim.open_above and claim.is_headline:
            arrow(sketch, claim.span.middle, claim.y - MARK, colour)
        if claim.open_below and claim.is_headline:
            arrow(sketch, claim.span.middle, claim.y + MARK, colour, up=False)
        if claim.is_questioned:
            sign(sketch, words.QUESTIONED, claim.span.middle, claim.y - MARK, colour)
