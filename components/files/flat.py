"""A sketch as plain HTML, for the page itself: Streamlit lets no SVG through.

For sketches of straight lines, words and marks. Places across are per cent of the
plot, so that one text fits every width, and colours are CSS variables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from components.charts.sketch import Sketch
from components.files.drawing import (
    BESIDE,
    BREAK,
    LINE_HEIGHT,
    Json,
    Plot,
    counted_in,
    each,
    hung,
    letters,
    plot_of,
    short,
    ticks,
)

_MOVED = {"left": "0", "center": "-50%", "right": "-100%"}


def as_html(drawn: Sketch, alt: str) -> str:
    """Return a sketch as HTML; a mark leads to the row of its target.

    Parameters
    ----------
    drawn
        In :data:`components.files.drawing.VARIABLES`.
    alt
        Its alternative text.
    """
    layout = drawn.layout
    margin = layout["margin"]
    plot = plot_of(drawn, "", anchors=True)
    parts = [
        *_grid(plot, layout),
        *(_line(plot, item) for item in drawn.shapes),
        *(part for item in drawn.annotations for part in _words(plot, item)),
        *(part for trace in drawn.traces for part in _marks(plot, trace)),
    ]
    return (
        f'<div class="flat" role="figure" aria-label="{letters(alt)}" '
        f'style="height: {layout["height"]}px; '
        f'margin: 0 {margin["r"]}px 0 {margin["l"]}px">{"".join(parts)}</div>'
    )


def _grid(plot: Plot, layout: Json) -> Iterator[str]:
    """Yield the lines across with their words, and the words of the other axis."""
    across, upright = layout["xaxis"], layout["yaxis"]
    for value, words in ticks(across):
        place = plot.top + plot.height + 6
        yield _word(words, plot.x(value), place, across["tickfont"], "center")
    if not upright.get("visible", True):
        return
    for value, words in ticks(upright):
        y, font = plot.y(value), upright["tickfont"]
        yield _rule("0%", "100%", y, _border(1, upright["gridcolor"]))
        top = y - LINE_HEIGHT * font["size"] / 2
        yield _word(words, "0%", top, font, "right", -BESIDE)


def _line(plot: Plot, item: Json) -> str:
    """Return a line, which lies or stands."""
    line = item["line"]
    look = _border(
        line["width"], line["color"], "dashed" if "dash" in line else "solid"
    )
    x0, x1 = (hung(plot, counted_in(item), item[end]) for end in ("x0", "x1"))
    y0, y1 = sorted((plot.y(item["y0"]), plot.y(item["y1"])))
    if x0 == x1:
        return (
            f'<i style="left: {x0}; top: {short(y0)}px; height: {short(y1 - y0)}px; '
            f'border-left: {look}"></i>'
        )
    start = min(item["x0"], item["x1"])
    return _rule(
        plot.x(start), f"{plot.share(abs(item['x1'] - item['x0']))}%", y0, look
    )


def _border(width: float, colour: str, kind: str = "solid") -> str:
    return f"{width}px {kind} {colour}"


def _rule(left: str, width: str, top: float, look: str) -> str:
    return (
        f'<i style="left: {left}; top: {short(top)}px; width: {width}; '
        f'border-top: {look}"></i>'
    )


def _words(plot: Plot, item: Json) -> Iterator[str]:
    """Yield the lines of an annotation."""
    x, size = hung(plot, item.get("xref"), item["x"]), item["font"]["size"]
    side, shift = item.get("xanchor", "center"), item.get("xshift", 0)
    for row, line in enumerate(BREAK.split(item["text"])):
        top = plot.y(item["y"]) + row * LINE_HEIGHT * size
        yield _word(line, x, top, item["font"], side, shift)


def _word(
    words: str, x: str, top: float, font: Json, side: str, shift: float = 0
) -> str:
    """Return one line; what Plotly has in bold is bold."""
    bold = "".join(
        f"<b>{letters(part)}</b>" if number % 2 else letters(part)
        for number, part in enumerate(re.split(r"</?b>", words))
    )
    return (
        f'<span style="left: calc({x} + {short(shift)}px); top: {short(top)}px; '
        f"color: {font['color']}; font-size: {font['size']}px; "
        f'transform: translateX({_MOVED[side]})">{bold}</span>'
    )


def _marks(plot: Plot, trace: Json) -> Iterator[str]:
    """Yield marks; one of a target says which, and leads to its row."""
    marker, count = trace["marker"], len(trace["x"])
    told = each(trace.get("hovertext"), count)
    opened = each(trace.get("customdata"), count)
    for x, y, words, name in zip(trace["x"], trace["y"], told, opened, strict=True):
        tag, leads = "i", ""
        if name is not None:
            tag, said = "a", letters(words)
            leads = (
                f' href="#reading-{escape(name)}" tabindex="-1" '
                f'aria-label="{said}" title="{said}"'
            )
        yield (
            f'<{tag}{leads} class="mark {marker["symbol"]}" style="left: {plot.x(x)}; '
            f'top: {short(plot.y(y))}px; color: {marker["color"]}"></{tag}>'
        )
