"""A figure as it leaves the page: on white, with its words inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

import plotly.graph_objects as go

from components.charts.style import LIGHT
from components.wording import as_plotly

PRINT = replace(LIGHT, ground="#ffffff")
WIDTH = 900  # px
TITLE_SIZE, TEXT_SIZE, LINE = 20, 12, 17  # px
# Characters in a line of 884 px; measured on the widest fallback font.
TITLE_CHARS, TEXT_CHARS = 76, 140
ADDRESS_CHARS = 96
_ADDRESS = re.compile(rf"\S{{{ADDRESS_CHARS},}}")
AXIS_ROOM = 36  # px for the ticks under a chart
LEGEND_ROOM = 116  # px for ticks and up to three rows of legend
EDGE = 8  # px


def printed(
    figure: go.Figure, *, head: Sequence[str], foot: Sequence[str]
) -> go.Figure:
    """Return a figure with a title over it and notes under it, for paper.

    Parameters
    ----------
    figure
        Drawn in :data:`PRINT`; its marks keep their size.
    head
        The title, and lines under it.
    foot
        Paragraphs under the chart.
    """
    title, *under = head
    above = [f"<b>{line}</b>" for line in _lines([title], TITLE_CHARS)]
    below_title, notes = _lines(under, TEXT_CHARS), _lines(foot, TEXT_CHARS)
    top = figure.layout.margin.t
    titles = LINE * 1.5 * len(above) + LINE * len(below_title) + EDGE
    room = LEGEND_ROOM if figure.layout.showlegend else AXIS_ROOM
    notes_height = LINE * len(notes) + 2 * EDGE
    body = figure.layout.height - figure.layout.margin.b - top
    height = top + titles + body + room + notes_height
    result = go.Figure(figure)
    words = [
        f'<span style="font-size:{TITLE_SIZE}px">{line}</span>' for line in above
    ] + below_title
    result.update_layout(
        width=WIDTH,
        height=height,
        margin={"t": top + titles, "b": room + notes_height},
        title={
            "text": "<br>".join(notes),
            "font": {"size": TEXT_SIZE, "color": PRINT.quiet},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": notes_height / height,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": EDGE},
        },
    )
    result.add_annotation(
        text="<br>".join(words),
        align="left",
        showarrow=False,
        font={"size": TEXT_SIZE, "color": PRINT.ink},
        x=0,
        xref="paper",
        xanchor="left",
        xshift=EDGE - figure.layout.margin.l,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=top - EDGE,
    )
    return result


def _lines(paragraphs: Sequence[str], width: int) -> list[str]:
    return [
        as_plotly(line)
        for words in paragraphs
        for line in wrap(_ADDRESS.sub(_broken, words), width)
    ]


def _broken(address: re.Match[str]) -> str:
    """Return an address in pieces, since its capitals and signs are wide."""
    return " ".join(wrap(address[0], ADDRESS_CHARS))
