"""The figure of a view as it leaves the page: on white, with its words inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

import plotly.graph_objects as go

from components.charts.style import PRINT
from components.charts.trajectory import drawing
from components.files.images import Kind, NoImageError, as_images
from components.measures.record import Record
from components.view import View
from components.words import files, names, trajectory
from components.words.finding import finding
from components.words.text import as_plotly

WIDTH = 900  # px
EDGE = 8  # px of white around the chart
TITLE_SIZE, TEXT_SIZE = 20, 12  # px
LINE = 1.3  # height of a line, in sizes of its letters; Plotly's own
# Characters in a line of 884 px in the widest of the fallback fonts; an address
# has wide signs.
TITLE_CHARS, TEXT_CHARS, ADDRESS_CHARS = 64, 122, 96


@dataclass(frozen=True)
class Taken:
    """What a reader takes away: which view, from where, and when.

    Parameters
    ----------
    view
        Of the trajectory.
    link
        Of the view; empty if the page has no address of its own.
    on
        The day of the visit.
    """

    view: View
    link: str
    on: date


def height_of(record: Record, view: View, today: date) -> float:
    """Return the height of a view's chart in px; 0 if it has nothing to draw."""
    drawn = drawing(record, view, PRINT, today)
    return float(drawn.figure.layout.height) if drawn else 0.0


def images(record: Record, taken: Taken) -> dict[Kind, bytes]:
    """Return the figure of a view for print, as SVG and as PNG.

    Raises
    ------
    NoImageError
        If the view has nothing to draw, or this machine cannot draw it.
    """
    today = record.day(taken.on)
    drawn = drawing(record, taken.view, PRINT, today)
    if drawn is None:
        raise NoImageError(trajectory.nothing_to_draw(record, taken.view))
    title = f"{record.dataset.title}: {names.view_name(taken.view)}"
    chart = printed(
        drawn.figure,
        kicker=f"{title}. {files.made(record)}.",
        title=finding(record, today),
        foot=files.foot(record, taken.view, taken.link, taken.on),
    )
    return as_images(chart, title=title, description=drawn.alt)


def printed(
    figure: go.Figure,
    *,
    kicker: str,
    title: str,
    foot: Sequence[str],
    width: int = WIDTH,
    at_least: float = 0,
) -> go.Figure:
    """Return a figure with a title over it and notes under it, for paper.

    Parameters
    ----------
    figure
        Drawn in ``PRINT``; its marks keep their size.
    kicker
        The small line over the title.
    foot
        Paragraphs under the chart.
    width, at_least
        Of the whole, and how high it is at least, in px.
    """
    wider = width / WIDTH
    over = _lines([kicker], int(TEXT_CHARS * wider))
    titles = [f"<b>{line}</b>" for line in _lines([title], int(TITLE_CHARS * wider))]
    notes = _lines(foot, TEXT_CHARS)
    margin = figure.layout.margin
    # Some charts write from the left edge of their figure on, others of their plot.
    left = margin.l + EDGE
    titles_height = _height(titles, TITLE_SIZE)
    head = titles_height + _height(over, TEXT_SIZE) + 4 * EDGE
    below = max(
        _height(notes, TEXT_SIZE) + 2 * EDGE, at_least - figure.layout.height - head
    )
    height = figure.layout.height + head + below
    result = go.Figure(figure)
    result.update_layout(
        width=width,
        height=height,
        margin={
            "l": left,
            "r": margin.r + EDGE,
            "t": margin.t + head,
            "b": margin.b + below,
        },
    )
    if figure.layout.showlegend:
        # It is measured from the lower edge of the figure.
        result.update_layout(legend={"y": below / height})
    title_shift = margin.t + 2 * EDGE
    _write(result, titles, TITLE_SIZE, PRINT.ink, shift=title_shift, left=left)
    over_shift = title_shift + titles_height + EDGE
    _write(result, over, TEXT_SIZE, PRINT.quiet, shift=over_shift, left=left)
    notes_shift = -margin.b - EDGE
    _write(result, notes, TEXT_SIZE, PRINT.quiet, shift=notes_shift, left=left)
    return result


def _write(
    figure: go.Figure,
    lines: Sequence[str],
    size: int,
    colour: str,
    *,
    shift: float,
    left: float,
) -> None:
    """Write lines above the plot, or with a negative shift below it."""
    above = shift > 0
    figure.add_annotation(
        text="<br>".join(lines),
        align="left",
        showarrow=False,
        borderpad=0,
        font={"size": size, "color": colour},
        x=0,
        xref="paper",
        xanchor="left",
        xshift=EDGE + 2 - left,
        y=1 if above else 0,
        yref="paper",
        yanchor="bottom" if above else "top",
        yshift=shift,
    )


def _height(lines: Sequence[str], size: int) -> float:
    return len(lines) * size * LINE


def _lines(paragraphs: Sequence[str], width: int) -> list[str]:
    return [
        as_plotly(line)
        for words in paragraphs
        for line in wrap(
            words,
            min(width, ADDRESS_CHARS) if "://" in words else width,
            break_on_hyphens=False,
        )
    ]
