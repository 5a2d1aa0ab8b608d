"""The empty panels and what all of them draw; one unit upright is one pixel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.charts.labels import SIZE, Label
from components.charts.sketch import Sketch
from components.charts.style import Palette, axis, layout_of, mark_arrow
from components.charts.timeaxis import LEFT, YEAR_NAME, Years
from components.words.text import as_plotly

AXIS = 34  # px for the names of the years
RIGHT = 8  # px
CLEAR = "rgba(0,0,0,0)"


def canvas(
    years: Years, height: float, palette: Palette, ticks: Sequence[tuple[float, str]]
) -> Sketch:
    """Return the empty panels: years below, values at the left."""
    layout = layout_of(
        palette,
        int(height) + AXIS,
        margin={"l": LEFT, "r": RIGHT, "t": 0, "b": AXIS},
        bargap=0,
        barmode="overlay",
        xaxis=axis(
            palette.quiet,
            SIZE,
            type="date",
            range=[years.first, years.last],
            tickvals=[day for day, _ in years.ticks],
            ticktext=[name for _, name in years.ticks],
            tickangle=0,
            # A year's name begins where the year does.
            ticklabelshift=YEAR_NAME // 2 + 2,
            ticks="outside",
            ticklen=4,
            tickcolor=palette.grid,
            showgrid=True,
            gridcolor=palette.grid,
        ),
        yaxis=axis(
            palette.quiet,
            SIZE,
            range=[height, 0],
            tickvals=[y for y, _ in ticks],
            ticktext=[text for _, text in ticks],
            showgrid=True,
            gridcolor=palette.grid,
        ),
    )
    return Sketch(layout)


def mark_today(
    sketch: Sketch,
    stretches: Sequence[tuple[float, float]],
    today: date,
    palette: Palette,
) -> None:
    """Mark today in each panel."""
    for y0, y1 in stretches:
        sketch.add_shape(
            type="line",
            x0=today,
            x1=today,
            y0=y0,
            y1=y1,
            layer="between",
            line={"color": palette.quiet, "width": 1.5, "dash": "dot"},
        )


def write(sketch: Sketch, label: Label, palette: Palette) -> None:
    """Write a label, and tie it to its mark where it stands apart."""
    colour = getattr(palette, label.tone)
    if label.leader:
        sketch.add_shape(
            type="line",
            x0=label.day,
            x1=label.day,
            y0=label.leader[0],
            y1=label.leader[1],
            line={"color": colour, "width": 1},
        )
    sketch.add_annotation(
        text="<br>".join(_emphasised(label)),
        x=label.day,
        xanchor="left" if label.leads_right else "right",
        xshift=label.gap if label.leads_right else -label.gap,
        y=label.top,
        yanchor="top",
        align="left" if label.leads_right else "right",
        showarrow=False,
        borderpad=0,
        bgcolor=palette.ground,
        font={"color": colour, "size": SIZE},
    )


def _emphasised(label: Label) -> list[str]:
    first, *rest = label.lines
    if not label.head or label.head in first:
        return [_bold(first, label.head), *map(as_plotly, rest)]
    # A long head is broken into lines of its own.
    return [_bold(line, line if line in label.head else "") for line in label.lines]


def _bold(line: str, head: str) -> str:
    """Return a line as Plotly text, its head in bold."""
    text, part = as_plotly(line), as_plotly(head)
    return text.replace(part, f"<b>{part}</b>", 1) if part else text


def title(
    sketch: Sketch, title: str, top: float, palette: Palette, after: str = ""
) -> None:
    """Write a panel's title, and what follows it."""
    more = f", {as_plotly(after)}" if after else ""
    _at_left(sketch, f"<b>{as_plotly(title)}</b>{more}", top, palette.ink, palette)


def quiet_title(
    sketch: Sketch, title: Sequence[str], top: float, palette: Palette
) -> None:
    """Write the title of a lane, in lines."""
    text = "<br>".join(map(as_plotly, title))
    _at_left(sketch, text, top, palette.quiet, palette)


def _at_left(
    sketch: Sketch, text: str, top: float, colour: str, palette: Palette
) -> None:
    sketch.add_annotation(
        text=text,
        x=0,
        xref="paper",
        xanchor="left",
        xshift=-LEFT,
        y=top,
        yanchor="top",
        align="left",
        showarrow=False,
        borderpad=0,
        bgcolor=palette.ground,
        font={"color": colour, "size": SIZE},
    )


def sign(sketch: Sketch, text: str, day: date, y: float, colour: str) -> None:
    """Write a sign above a mark."""
    sketch.add_annotation(
        text=f"<b>{text}</b>",
        x=day,
        y=y,
        yanchor="bottom",
        showarrow=False,
        borderpad=0,
        font={"color": colour, "size": SIZE},
    )


def arrow(sketch: Sketch, day: date, y: float, colour: str, *, up: bool = True) -> None:
    """Let an arrow grow out of a mark: or more, or less."""
    pixel_path(sketch, mark_arrow(up=up), day, y, colour, fill=colour)


def pixel_path(
    sketch: Sketch,
    path: str,
    day: date,
    y: float,
    colour: str,
    *,
    fill: str = CLEAR,
) -> None:
    """Draw a path of px around a place."""
    sketch.add_shape(
        type="path",
        path=path,
        xsizemode="pixel",
        ysizemode="pixel",
        xanchor=day,
        yanchor=y,
        fillcolor=fill,
        line={"color": colour, "width": 2},
    )


def hover(lines: Sequence[str]) -> str:
    """Return lines as the text of a hover."""
    return "<br>".join(as_plotly(line) for line in lines)
