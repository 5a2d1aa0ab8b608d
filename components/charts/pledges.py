"""How other pledges fared: where trade stood, as a share of each target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.marks import KEY, Look, Place, add_key, add_marks
from components.charts.sketch import Sketch
from components.charts.style import (
    DASH,
    LABEL_WIDTH,
    LINE,
    Palette,
    layout_of,
    lines,
    write,
)
from components.measures import pledge_groups as groups
from components.measures.bounds import Quantity
from components.measures.pledges import Pledge
from components.measures.record import Record
from components.words import labels
from components.words import pledges as words
from components.words.text import as_plotly

AXIS = 26  # px for the shares, above the rows
HEADING = 30  # px for the name of a group
TRACK = 18  # px for the marks of a target
BETWEEN = 10  # px between two targets
FOOT = 8  # px
END = 1.5  # of the target; what went beyond it stands at the edge
ROOM = 0.04  # at either end, so that no mark is cut
BEFORE, AFTER, BEYOND = "circle-open", "circle", "triangle-right"
SIGNS = ((BEFORE, words.BEFORE), (AFTER, words.AFTER))
TICKS = ((0.0, "0"), (0.5, "50%"), (1.0, labels.THE_TARGET), (1.5, "150%"))


@dataclass(frozen=True)
class Mark:
    """One end of a line: where it stands, and whether it would be further on."""

    share: float
    is_beyond: bool


@dataclass(frozen=True)
class Row:
    """A target: its words in lines, and where trade stood."""

    pledge_id: str
    label: tuple[str, ...]
    before: Mark | None
    after: Mark | None
    is_own: bool

    @property
    def height(self) -> int:
        """Height of words and marks, in px."""
        return LINE * len(self.label) + TRACK + BETWEEN


@dataclass(frozen=True)
class Group:
    """Targets of which the same became."""

    title: str
    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """Height of title and rows, in px."""
        return HEADING + sum(row.height for row in self.rows)


@dataclass(frozen=True)
class Fared:
    """What the chart draws: groups from the top, and the alternative text."""

    groups: tuple[Group, ...]
    alt: str

    @property
    def height(self) -> int:
        """Height of key, axis and groups, in px."""
        return 2 * KEY + AXIS + sum(group.height for group in self.groups) + FOOT


def info(record: Record, pledges: Sequence[Pledge]) -> Fared | None:
    """Return what the chart draws of some targets, or None if none is judged."""
    by_state = groups.ordered(pledges)
    if not by_state:
        return None
    return Fared(
        tuple(
            Group(
                f"{words.GROUPS[state]} ({len(items)})",
                tuple(_row(record, item) for item in items),
            )
            for state, items in by_state.items()
        ),
        words.alt(by_state),
    )


def _row(record: Record, item: Pledge) -> Row:
    return Row(
        item.pledge_id,
        tuple(_label(record, item)),
        _mark(item.share_before),
        _mark(item.share_after),
        item.is_own,
    )


def _label(record: Record, item: Pledge) -> list[str]:
    """Return name and shares in one line, or each in its own where one is too short."""
    parts = words.label(record, item), words.way(item)
    whole = ": ".join(parts)
    return lines([whole] if len(whole) <= LABEL_WIDTH else parts)


def _mark(share: Quantity | None) -> Mark | None:
    if share is None:
        return None
    return Mark(min(share.value, END), share.value > END)


def sketch(fared: Fared, palette: Palette) -> Sketch:
    """Return the chart as plain data; one unit of its upright axis is one pixel."""
    drawn = Sketch(_layout(fared, palette))
    marks: dict[Look, list[Place]] = {}
    for number, (symbol, meaning) in enumerate(SIGNS):
        add_key(drawn, number, (symbol, palette.ink), meaning, palette)
    top = 2 * KEY
    _axis(drawn, top, fared.height, palette)
    top += AXIS
    for group in fared.groups:
        write(drawn, [f"<b>{as_plotly(group.title)}</b>"], top + 8, palette.ink)
        top += HEADING
        for row in group.rows:
            for look, place in _draw(drawn, row, top, palette):
                marks.setdefault(look, []).append(place)
            top += row.height
    for look, places in marks.items():
        add_marks(drawn, look, places)
    return drawn


def _layout(fared: Fared, palette: Palette) -> dict[str, Any]:
    return layout_of(
        palette,
        fared.height,
        margin={"l": 2, "r": 8, "t": 0, "b": 0},
        xaxis={
            "range": [-ROOM, END + ROOM],
            "tickvals": [],
            "ticktext": [],
            "showgrid": False,
            "zeroline": False,
            "tickfont": {"color": palette.quiet, "size": 12},
            "fixedrange": True,
            "title": None,
        },
        yaxis={"range": [fared.height, 0], "visible": False, "fixedrange": True},
    )


def _axis(drawn: Sketch, top: float, bottom: float, palette: Palette) -> None:
    """Draw the shares, named above the rows, and the target from top to bottom."""
    for share, meaning in TICKS:
        is_target = share == 1
        drawn.add_shape(
            type="line",
            x0=share,
            x1=share,
            y0=top + LINE + 4,
            y1=bottom,
            layer="below",
            line={
                "color": palette.target if is_target else palette.grid,
                "width": 1.5 if is_target else 1,
                **({"dash": DASH} if is_target else {}),
            },
        )
        drawn.add_annotation(
            text=as_plotly(meaning),
            x=share,
            xanchor="left" if not share else "right" if share == END else "center",
            y=top,
            yanchor="top",
            showarrow=False,
            borderpad=0,
            font={
                "color": palette.target if is_target else palette.quiet,
                "size": 12,
            },
        )


def _draw(
    drawn: Sketch, row: Row, top: float, palette: Palette
) -> Iterator[tuple[Look, Place]]:
    """Draw the words and the line of a target, and yield its marks."""
    colour = palette.reported if row.is_own else palette.ink
    text = "<br>".join(map(as_plotly, row.label))
    words_above = [f"<b>{text}</b>" if row.is_own else text]
    write(drawn, words_above, top, colour)
    middle = top + LINE * len(row.label) + TRACK / 2
    ends = [mark for mark in (row.before, row.after) if mark]
    if len(ends) == 2:
        drawn.add_shape(
            type="line",
            x0=ends[0].share,
            x1=ends[1].share,
            y0=middle,
            y1=middle,
            layer="below",
            line={"color": colour, "width": 3 if row.is_own else 1.5},
        )
    for mark, symbol in ((row.before, BEFORE), (row.after, AFTER)):
        if mark:
            look = BEYOND if mark.is_beyond else symbol, colour
            yield look, (mark.share, middle, text, row.pledge_id)
