"""How published values, the years without one and their legend are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from components.charts.labels import LINE, SIZE
from components.charts.over_time.bars import Bar
from components.charts.over_time.canvas import (
    CLEAR,
    arrow,
    hover,
    quiet_title,
    sign,
    title,
    write,
)
from components.charts.over_time.legend import (
    BESIDE,
    NOT_CHECKED,
    PART,
    SEARCHED,
    SWATCH,
    Entry,
)
from components.charts.over_time.published import Published
from components.charts.sketch import Sketch
from components.charts.style import Palette
from components.charts.timeaxis import LEFT
from components.words import over_time as words
from components.words.text import as_plotly

# Fills of Plotly's bars by the look of a reporter.
PATTERNS = {
    "solid": "",
    "open": "",
    "lines": "-",
    "uprights": "|",
    "cross": "x",
    "dots": ".",
}
GAP = 0.03  # of a bar's width, on either side
MILLISECOND = timedelta(milliseconds=1)
# Shapes of the legend in px: from the left, upwards from the middle of the line.
_RECT = "M 0 -5 L 14 -5 L 14 5 L 0 5 Z"
_SWATCHES = {
    "solid": _RECT,
    "open": _RECT,
    PART: _RECT,
    "lines": f"{_RECT} M 0 -2 L 14 -2 M 0 1 L 14 1",
    "uprights": f"{_RECT} M 4 -5 L 4 5 M 7 -5 L 7 5 M 10 -5 L 10 5",
    "cross": f"{_RECT} M 0 -5 L 14 5 M 0 5 L 14 -5",
    "dots": f"{_RECT} M 4 0 L 5 0 M 7 0 L 8 0 M 10 0 L 11 0",
    SEARCHED: "M 4 0 C 4 4 10 4 10 0 C 10 -4 4 -4 4 0 Z",
    NOT_CHECKED: "M 4 -3 L 10 3 M 4 3 L 10 -3",
}


def statistics(sketch: Sketch, panel: Published, palette: Palette) -> None:
    """Draw what was published: a lane for each direction, a fill for each reporter."""
    title(sketch, panel.title, panel.top, palette, after=panel.after_title)
    bars = [bar for lane in panel.lanes for bar in lane.bars]
    for lane in panel.lanes:
        quiet_title(sketch, lane.title, lane.top, palette)
    _bars(sketch, [bar for bar in bars if not bar.is_zero], palette)
    _zeros(sketch, [bar for bar in bars if bar.is_zero], panel.shows_zeros, palette)
    for bar in bars:
        middle = bar.begin + (bar.end - bar.begin) / 2
        if bar.is_part and not bar.is_zero:
            _dotted(sketch, bar, palette)
        if bar.open_above:
            arrow(sketch, middle, bar.y, palette.recorded)
        if bar.is_questioned:
            sign(sketch, words.QUESTIONED, middle, bar.y, palette.ink)
    _empty_years(sketch, panel, palette)
    for entry in panel.legend:
        _entry(sketch, entry, palette)
    for label in panel.labels:
        write(sketch, label, palette)


def _bars(sketch: Sketch, bars: Sequence[Bar], palette: Palette) -> None:
    """Draw bars with the wide ones behind; a trace for each run of one look."""
    ordered = sorted(bars, key=lambda bar: (bar.begin - bar.end, bar.look, bar.is_part))
    for (look, is_part), run in groupby(
        ordered, key=lambda bar: (bar.look, bar.is_part)
    ):
        _run_of_bars(sketch, list(run), look, is_part, palette)


def _run_of_bars(
    sketch: Sketch, bars: Sequence[Bar], look: str, is_part: bool, palette: Palette
) -> None:
    colour = palette.recorded
    sketch.add_bar(
        x=[bar.begin for bar in bars],
        y=[bar.y - bar.base for bar in bars],
        base=[bar.base for bar in bars],
        # A gap parts neighbours; the rest is as wide as the period.
        width=[(bar.end - bar.begin) / MILLISECOND * (1 - 2 * GAP) for bar in bars],
        offset=[(bar.end - bar.begin) / MILLISECOND * GAP for bar in bars],
        marker={
            "color": colour if look == "solid" else palette.ground,
            "line": {"width": 0 if look == "solid" or is_part else 1, "color": colour},
            "pattern": {
                "shape": PATTERNS[look],
                # On the bar's own colour; else Plotly's pattern takes its place.
                "fillmode": "overlay",
                "fgcolor": colour,
                "size": 4,
                "solidity": 0.45,
            },
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        hovertext=[hover(bar.hover) for bar in bars],
        hoverinfo="text",
        customdata=[bar.reading_id for bar in bars],
        name="recorded",
    )


def _dotted(sketch: Sketch, bar: Bar, palette: Palette) -> None:
    """Outline a part of a year, which is no whole one."""
    sketch.add_shape(
        type="rect",
        x0=bar.begin,
        x1=bar.end,
        y0=bar.base,
        y1=bar.y,
        line={"color": palette.recorded, "width": 1.5, "dash": "dot"},
    )


def _zeros(
    sketch: Sketch, bars: Sequence[Bar], are_named: bool, palette: Palette
) -> None:
    """Write what was published as zero as a zero, or mark it where many are near."""
    look: dict[str, Any] = (
        {
            "mode": "text",
            "text": words.ZERO,
            "textposition": "top center",
            "textfont": {"color": palette.recorded, "size": 11},
        }
        if are_named
        else {
            "mode": "markers",
            "marker": {"symbol": "line-ew-open", "size": 5, "color": palette.recorded},
        }
    )
    sketch.add_scatter(
        x=[bar.begin + (bar.end - bar.begin) / 2 for bar in bars],
        y=[bar.base for bar in bars],
        cliponaxis=False,
        hovertext=[hover(bar.hover) for bar in bars],
        hoverinfo="text",
        customdata=[bar.reading_id for bar in bars],
        name="zero",
        **look,
    )


def _empty_years(sketch: Sketch, panel: Published, palette: Palette) -> None:
    """Mark the years without a value: searched in vain, or not checked."""
    for state, symbol in ((SEARCHED, "circle-open"), (NOT_CHECKED, "x-thin-open")):
        years = [item for item in panel.empty_years if item.state == state]
        text = words.SEARCHED if state == SEARCHED else words.NOT_CHECKED
        sketch.add_scatter(
            x=[item.day for item in years],
            y=[panel.strip] * len(years),
            mode="markers",
            marker={
                "symbol": symbol,
                "size": 6,
                "color": palette.quiet,
                "line": {"width": 1.5, "color": palette.quiet},
            },
            hovertext=[f"{item.year}: {text}" for item in years],
            hoverinfo="text",
            name=state,
        )


def _entry(sketch: Sketch, entry: Entry, palette: Palette) -> None:
    _swatch(sketch, entry, palette)
    sketch.add_annotation(
        text="<br>".join(map(as_plotly, entry.lines)),
        x=0,
        xref="paper",
        xanchor="left",
        xshift=entry.x - LEFT + SWATCH + BESIDE,
        y=entry.y,
        yanchor="top",
        align="left",
        showarrow=False,
        borderpad=0,
        bgcolor=palette.ground,
        font={"color": palette.quiet, "size": SIZE},
    )


def _swatch(sketch: Sketch, entry: Entry, palette: Palette) -> None:
    sketch.add_shape(
        type="path",
        path=_shifted(_SWATCHES[entry.look], entry.x - LEFT),
        xref="paper",
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=0,
        yanchor=entry.y + LINE / 2,
        fillcolor=palette.recorded if entry.look == "solid" else CLEAR,
        line={
            "color": palette.recorded,
            "width": 1.2,
            "dash": "dot" if entry.look == PART else "solid",
        },
    )


def _shifted(path: str, by: float) -> str:
    """Return a path of px moved to the right."""
    parts, is_x = [], True
    for part in path.split():
        if part.isalpha():
            parts.append(part)
        else:
            parts.append(str(float(part) + by) if is_x else part)
            is_x = not is_x
    return " ".join(parts)
