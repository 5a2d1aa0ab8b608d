"""A sketch as plain SVG: the same marks, without the chart library.

For the drawings of this project, whose upright axis has the pixel as its unit and
whose colours are CSS variables. Places across are per cent of the plot, so that
one text fits every width; what has pixels across hangs at such a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from html import escape, unescape
from itertools import pairwise
from typing import Any

from components.charts.sketch import Sketch
from components.charts.style import DASH, DASH_LENGTHS, Palette
from components.files import symbols

# Colours are CSS variables, so that one drawing serves every theme.
VARIABLES = Palette(*(f"var(--{part.name})" for part in fields(Palette)))
MOST_STOPS = (
    20  # stops of the Tab key in one drawing; the rows below it have every mark
)
LINE_HEIGHT = 1.3  # height of a line, in sizes of its letters; Plotly's own
_BASELINE = 1.02  # from the top of a line to the foot of its letters, likewise
BESIDE = 4  # px between an axis and the words on it
_DASHES = {"dot": "2 3", DASH: DASH_LENGTHS}
BREAK = re.compile(r"<br\s*/?>")
_TAG = re.compile(r"<[^>]*>")
Json = Mapping[str, Any]


@dataclass(frozen=True)
class Plot:
    """Where the values of a sketch lie on its drawing.

    Parameters
    ----------
    first, last
        Of the axis across, as numbers.
    top
        Of the plot in the drawing, in px.
    height
        Of the plot, in px.
    lowest, highest
        What the upright axis has at its foot and its head.
    name
        Tells the patterns of one drawing from another's.
    anchors
        Whether marks are linked.
    stops
        Whether the keyboard stops at each linked mark.
    """

    first: float
    last: float
    top: float
    height: float
    lowest: float
    highest: float
    name: str
    anchors: bool
    stops: bool

    def x(self, value: Any) -> str:
        """Return a place across in per cent."""
        return f"{self.share(_number(value) - self.first)}%"

    def share(self, length: float) -> str:
        """Return a length across as a number of per cent."""
        return short(100 * length / (self.last - self.first))

    def y(self, value: float) -> float:
        """Return a place from above in px."""
        share = (value - self.highest) / (self.lowest - self.highest)
        return self.top + share * self.height


def as_svg(drawn: Sketch, alt: str, name: str, *, anchors: bool = True) -> str:
    """Return a sketch as SVG in a block that keeps its margins.

    Parameters
    ----------
    drawn
        In :data:`VARIABLES`.
    alt
        Its alternative text.
    name
        Tells it from other drawings in the same document.
    anchors
        Whether each mark links to the row of its reading on the same page.
    """
    layout = drawn.layout
    margin = layout["margin"]
    plot = plot_of(drawn, name, anchors=anchors)
    parts = [
        *_grid(plot, layout),
        *_shapes(plot, drawn, below=True),
        *(part for trace in drawn.traces for part in _trace(plot, trace)),
        *_shapes(plot, drawn, below=False),
        *(_words(plot, item) for item in drawn.annotations),
    ]
    return (
        f'<div class="drawing" style="padding: 0 {margin["r"]}px 0 {margin["l"]}px">'
        f'<svg role="figure" aria-label="{letters(alt)}" width="100%" '
        f'height="{layout["height"]}" overflow="visible">'
        f"{_patterns(plot, drawn.traces)}{''.join(parts)}</svg></div>"
    )


def plot_of(drawn: Sketch, name: str, *, anchors: bool) -> Plot:
    """Return where the values of a sketch lie; the parameters are those of `as_svg`."""
    layout = drawn.layout
    margin = layout["margin"]
    first, last = map(_number, layout["xaxis"]["range"])
    lowest, highest = layout["yaxis"]["range"]
    links = sum(len(trace["x"]) for trace in drawn.traces if "customdata" in trace)
    return Plot(
        first,
        last,
        margin["t"],
        layout["height"] - margin["t"] - margin["b"],
        lowest,
        highest,
        name,
        anchors=anchors,
        stops=links <= MOST_STOPS,
    )


def _number(value: Any) -> float:
    """Return a place on an axis as a number; a day as its milliseconds."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, date):
        # A date and time without a zone is read as UTC.
        moment = datetime.combine(value, datetime.min.time())
        if isinstance(value, datetime):
            moment = value.replace(tzinfo=None)
        return (moment - datetime.min) / timedelta(milliseconds=1)
    return float(value)


def short(number: float) -> str:
    """Return a number with at most three digits after the point."""
    return f"{number:.3f}".rstrip("0").rstrip(".") or "0"


def letters(words: str) -> str:
    """Return Plotly's text as SVG shows it: its letters, and none of its markup."""
    return escape(unescape(_TAG.sub("", BREAK.sub("\n", words))))


def _grid(plot: Plot, layout: Json) -> Iterator[str]:
    """Yield the lines of both axes with their words."""
    across, upright = layout["xaxis"], layout["yaxis"]
    foot = plot.top + plot.height
    shift = across.get("ticklabelshift", 0)
    for value, words in ticks(across):
        x = plot.x(value)
        if across.get("showgrid", True):
            yield (
                f'<line x1="{x}" x2="{x}" y1="{short(plot.top)}" y2="{short(foot)}" '
                f'stroke="{across["gridcolor"]}"/>'
            )
        yield _line_of_words(words, x, foot + 6, across["tickfont"], "middle", shift)
    if not upright.get("visible", True):
        return
    for value, words in ticks(upright):
        y = plot.y(value)
        yield (
            f'<line x2="100%" y1="{short(y)}" y2="{short(y)}" '
            f'stroke="{upright["gridcolor"]}"/>'
        )
        font = upright["tickfont"]
        yield _line_of_words(
            words, "0%", y - LINE_HEIGHT * font["size"] / 2, font, "end", -BESIDE
        )


def ticks(axis: Json) -> list[tuple[Any, str]]:
    """Return the places on an axis that are named, each with its words."""
    values = list(axis.get("tickvals", ()))
    words = axis.get("ticktext", values)
    return [(value, str(text)) for value, text in zip(values, words, strict=True)]


def _line_of_words(
    words: str, x: str, top: float, font: Json, anchor: str, shift: float
) -> str:
    """Return one line; what Plotly has in bold is bold."""
    bold = "".join(
        f"<tspan>{letters(part)}</tspan>" if number % 2 else letters(part)
        for number, part in enumerate(re.split(r"</?b>", words))
    )
    size = font["size"]
    return (
        f'<text x="{x}" dx="{short(shift)}" y="{short(top + _BASELINE * size)}" '
        f'fill="{font["color"]}" font-size="{size}" text-anchor="{anchor}">'
        f"{bold}</text>"
    )


def _words(plot: Plot, item: Json) -> str:
    """Return the lines of an annotation."""
    lines = BREAK.split(item["text"])
    x = hung(plot, item.get("xref"), item["x"])
    anchor = {"left": "start", "right": "end"}.get(item.get("xanchor", ""), "middle")
    height = LINE_HEIGHT * item["font"]["size"]
    top = plot.y(item["y"])
    if item["yanchor"] == "bottom":
        top -= height * len(lines)
    shift = item.get("xshift", 0)
    return "".join(
        _line_of_words(line, x, top + row * height, item["font"], anchor, shift)
        for row, line in enumerate(lines)
    )


def hung(plot: Plot, reference: str | None, value: Any) -> str:
    """Return a place across, of the plot itself or of a value on its axis."""
    return f"{short(100 * value)}%" if reference == "paper" else plot.x(value)


def _shapes(plot: Plot, drawn: Sketch, *, below: bool) -> Iterator[str]:
    for item in drawn.shapes:
        if (item.get("layer", "above") != "above") == below:
            yield _shape(plot, item)


def _shape(plot: Plot, item: Json) -> str:
    looks = _looks(item["line"], item.get("fillcolor", "none"))
    if item["type"] == "path":
        x = hung(plot, item.get("xref"), item["xanchor"])
        # Plotly counts the pixels of a path upwards.
        return symbols.at(
            x,
            short(plot.y(item["yanchor"])),
            f'<path d="{escape(item["path"])}" transform="scale(1 -1)" {looks}/>',
        )
    x0, x1 = (hung(plot, counted_in(item), item[name]) for name in ("x0", "x1"))
    y0, y1 = (plot.y(item[name]) for name in ("y0", "y1"))
    if item["type"] == "line":
        ends = f'x1="{x0}" x2="{x1}" y1="{short(y0)}" y2="{short(y1)}"'
        return f"<line {ends} {looks}/>"
    width = plot.share(_number(item["x1"]) - _number(item["x0"]))
    return _rectangle(x0, width, y0, y1, looks)


def counted_in(item: Json) -> str | None:
    """Return what a line's ends across are counted in; a whole line has a domain."""
    reference = item.get("xref")
    return "paper" if reference and "domain" in reference else reference


def _rectangle(x: str, width: str, y0: float, y1: float, looks: str) -> str:
    top, height = min(y0, y1), abs(y1 - y0)
    return (
        f'<rect x="{x}" width="{width}%" y="{short(top)}" '
        f'height="{short(height)}" {looks}/>'
    )


def _looks(line: Json, fill: str) -> str:
    """Return fill and outline as attributes."""
    dash = _DASHES.get(line.get("dash", ""))
    clear = fill.startswith("rgba(0,0,0,0")
    looks = f'fill="{"none" if clear else fill}"'
    if line.get("width"):
        looks += f' stroke="{line["color"]}" stroke-width="{line["width"]}"'
    return f'{looks} stroke-dasharray="{dash}"' if dash else looks


def _trace(plot: Plot, trace: Json) -> Iterator[str]:
    if trace["type"] == "bar":
        yield from _bars(plot, trace)
    elif trace["mode"] == "lines":
        yield _line(plot, trace)
    else:
        yield from _marks(plot, trace)


def each(value: Any, count: int) -> list[Any]:
    """Return a value for each mark, where all share one too."""
    is_one = value is None or isinstance(value, str | int | float)
    return [value] * count if is_one else list(value)


def _bars(plot: Plot, trace: Json) -> Iterator[str]:
    count, marker = len(trace["x"]), trace["marker"]
    cells = zip(
        *(each(trace[name], count) for name in ("x", "y", "base", "width", "offset")),
        each(marker["color"], count),
        each(marker["line"]["width"], count),
        each(marker["pattern"]["shape"], count),
        strict=True,
    )
    for number, (x, y, base, width, offset, colour, line, shape) in enumerate(cells):
        fill = f"url(#{_pattern_name(plot, shape)})" if shape else colour
        looks = _looks({"width": line, "color": marker["line"]["color"]}, fill)
        left = _number(x) + offset
        place = f"{plot.share(left - plot.first)}%"
        ends = plot.y(base), plot.y(base + y)
        drawn = _rectangle(place, plot.share(width), *ends, looks)
        yield _told(plot, trace, number, drawn)


def _marks(plot: Plot, trace: Json) -> Iterator[str]:
    count, marker = len(trace["x"]), trace.get("marker", {})
    line = marker.get("line", {"width": 1, "color": marker.get("color")})
    cells = zip(
        trace["x"],
        trace["y"],
        each(marker.get("symbol"), count),
        each(marker.get("size"), count),
        each(marker.get("color"), count),
        each(marker.get("opacity", 1), count),
        each(line["color"], count),
        strict=True,
    )
    for number, (x, y, symbol, size, colour, opacity, edge) in enumerate(cells):
        place, middle = plot.x(x), plot.y(y)
        if symbol is None:
            top = middle - LINE_HEIGHT * trace["textfont"]["size"]
            words, font = str(trace["text"]), trace["textfont"]
            drawn = _line_of_words(words, place, top, font, "middle", 0)
        else:
            shape = symbols.path(symbol, size, colour, {**line, "color": edge}, opacity)
            drawn = symbols.at(place, short(middle), shape)
        yield _told(plot, trace, number, drawn)


def _line(plot: Plot, trace: Json) -> str:
    """Return a line in pieces: a path knows no per cent."""
    looks = _looks(trace["line"], "none")
    points = [
        (plot.x(x), short(plot.y(y)))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    return "".join(
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {looks}/>'
        for (x1, y1), (x2, y2) in pairwise(points)
    )


def _told(plot: Plot, trace: Json, number: int, drawn: str) -> str:
    """Return a mark that says what it is, and leads to the row of its reading."""
    if trace.get("hoverinfo") == "skip":
        return drawn
    words = each(trace["hovertext"], number + 1)[number]
    told = f"<title>{letters(words)}</title>{drawn}"
    if not plot.anchors or "customdata" not in trace:
        return f"<g>{told}</g>"
    reading_id = each(trace["customdata"], number + 1)[number]
    stop = "" if plot.stops else ' tabindex="-1"'
    return f'<a href="#reading-{escape(reading_id)}"{stop}>{told}</a>'


def _patterns(plot: Plot, traces: Sequence[Json]) -> str:
    """Return the fills of bars that are no plain colour."""
    looks = {
        shape: trace["marker"]["pattern"]
        for trace in traces
        if trace["type"] == "bar"
        for shape in each(trace["marker"]["pattern"]["shape"], len(trace["x"]))
        if shape
    }
    if not looks:
        return ""
    drawn = (
        symbols.pattern(_pattern_name(plot, shape), shape, look)
        for shape, look in looks.items()
    )
    return f"<defs>{''.join(drawn)}</defs>"


def _pattern_name(plot: Plot, shape: str) -> str:
    return f"{plot.name}-{symbols.PATTERNS[shape][0]}"
