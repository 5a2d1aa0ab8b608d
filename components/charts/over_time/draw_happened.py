"""How events and agreements are drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from components.charts.over_time.canvas import CLEAR, hover, quiet_title, title, write
from components.charts.over_time.happened import (
    AGREEMENT,
    EVENT,
    MECHANISM,
    ROW,
    Happened,
    Happening,
    Lane,
)
from components.charts.style import Palette
from components.words.text import as_plotly

_SYMBOLS = {
    EVENT: "line-ns-open",
    MECHANISM: "line-ns-open",
    AGREEMENT: "diamond-open",
}
_SIZES = {EVENT: 13, MECHANISM: 13, AGREEMENT: 9}


def happenings(figure: go.Figure, panel: Happened, palette: Palette) -> None:
    """Draw events and agreements, the important ones named."""
    title(figure, panel.title, panel.top, palette)
    for lane in panel.lanes:
        draw_lane(figure, lane, palette)
    for label in panel.labels:
        write(figure, label, palette)


def draw_lane(figure: go.Figure, lane: Lane, palette: Palette) -> None:
    """Draw a known day as a mark, and a month or a year as the days it allows."""
    quiet_title(figure, (lane.title,), lane.title_top, palette)
    for item in lane.happenings:
        if not item.span.is_day:
            _possible_days(figure, item, lane.y, palette)
    for is_day in (True, False):
        items = [item for item in lane.happenings if item.span.is_day == is_day]
        figure.add_scatter(
            x=[item.span.middle for item in items],
            y=[lane.y] * len(items),
            mode="markers",
            cliponaxis=False,
            marker={
                "symbol": [_SYMBOLS[item.kind] for item in items],
                "size": [_SIZES[item.kind] for item in items],
                "color": palette.ink,
                "line": {"width": 1.8, "color": palette.ink},
                # Days that are only possible are drawn as such; this answers.
                "opacity": 1 if is_day else 0,
            },
            hovertext=[hover(item.hover) for item in items],
            hoverinfo="text",
            name=as_plotly(lane.title) if is_day else "days",
        )


def _possible_days(
    figure: go.Figure, item: Happening, y: float, palette: Palette
) -> None:
    """Draw the days of a month, or lower those of a year, at the foot of the row."""
    foot = y + ROW / 2 - 2
    figure.add_shape(
        type="rect",
        x0=item.span.first,
        x1=item.span.end,
        y0=foot,
        y1=foot - (3 if item.span.is_long else 8),
        fillcolor=palette.quiet if item.kind != AGREEMENT else CLEAR,
        line={"color": palette.quiet, "width": 1},
    )
