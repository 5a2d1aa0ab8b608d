"""Charts as plain SVG: what a browser shows without any script.

Widths are per cent of whatever holds the drawing, heights are pixels; colours
are CSS variables, so that one text serves both themes and paper.
"""

from __future__ import annotations

from html import escape

from components.charts.by_step import ABOVE, AXIS, THICKNESS, Bar, ByStep
from components.charts.style import DASH_LENGTHS, LABEL_SIZE, LINE, bar_arrow
from components.files import symbols
from components.words.text import isolated

_BASELINE = 0.78  # of a line: where the letters of a label stand


def by_step(chart: ByStep, *, anchors: bool = False) -> str:
    """Return the bars as SVG with their alternative text.

    Parameters
    ----------
    anchors
        Whether each bar links to the row of its reading on the same page.
    """
    bars = "".join(
        _bar(bar, top, chart.end, anchors=anchors)
        for top, bar in zip(chart.tops, chart.bars, strict=True)
    )
    # An element with the role of an image may not contain links.
    role = "figure" if anchors else "img"
    return (
        f'<svg class="by-step" role="{role}" aria-label="{text(chart.alt)}" '
        f'width="100%" height="{chart.height}" font-size="{LABEL_SIZE}">'
        f"{bars}{_axis(chart)}</svg>"
    )


def text(words: str) -> str:
    """Return text as SVG: escaped, and with its direction isolated."""
    return escape(isolated(words))


def share(value: float, end: float) -> str:
    """Return a place on an axis from zero, in per cent of the drawing's width."""
    return f"{100 * value / end:.3f}%"


def _bar(bar: Bar, top: int, end: float, *, anchors: bool) -> str:
    colour = f"var(--{bar.tone})"
    place = top + LINE * len(bar.label) + ABOVE
    looks = (
        f'fill="none" stroke="{colour}" stroke-width="{bar.stroke}" '
        f'stroke-dasharray="{DASH_LENGTHS}"'
        if bar.is_outline
        else f'fill="{colour}"'
    )
    width = share(bar.value, end)
    shape = f'<rect x="0" y="{place}" width="{width}" height="{THICKNESS}" {looks}/>'
    if bar.high is not None:
        middle = place + THICKNESS // 2
        shape += (
            f'<line x1="{width}" x2="{share(bar.high, end)}" y1="{middle}" '
            f'y2="{middle}" {looks}/>'
        )
    if bar.is_open_ended:
        # It begins inside the bar, so that no gap shows between the two.
        arrow = f'<path d="{bar_arrow(THICKNESS / 2, foot=1)}" fill="{colour}"/>'
        shape += symbols.at(width, f"{place + THICKNESS / 2:g}", arrow)
    drawn = _label(bar, top, colour) + shape
    if not anchors:
        return f"<g>{drawn}</g>"
    # The whole row can be tapped, also between letters and inside an outline.
    room = (
        f'<rect y="{top}" width="100%" height="{bar.height}" fill="none" '
        'pointer-events="all"/>'
    )
    told = f"<title>{text(' '.join(bar.label))}</title>{room}"
    return f'<a href="#reading-{escape(bar.reading_id)}">{told}{drawn}</a>'


def _label(bar: Bar, top: int, colour: str) -> str:
    first, *rest = bar.label
    bold = text(first).replace(text(bar.head), f"<tspan>{text(bar.head)}</tspan>", 1)
    lines = [bold, *map(text, rest)]
    return "".join(
        f'<text x="0" y="{top + LINE * (row + _BASELINE):.1f}" fill="{colour}" '
        f'xml:space="preserve">{line}</text>'
        for row, line in enumerate(lines)
    )


def _axis(chart: ByStep) -> str:
    return "".join(
        f'<text x="{share(value, chart.end)}" y="{chart.height - AXIS / 3:.0f}" '
        f'fill="var(--quiet)" font-size="12" text-anchor="{_anchor(value, chart.end)}">'
        f"{text(words)}</text>"
        for value, words in chart.ticks
    )


def _anchor(value: float, end: float) -> str:
    """Return the text anchor of a tick's label, so that none is cut at an edge."""
    if value == 0:
        return "start"
    return "end" if value / end > 0.93 else "middle"
