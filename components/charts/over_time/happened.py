"""The third panel over time: what happened, events and agreements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from components.charts.labels import (
    LINE,
    Box,
    Label,
    Wish,
    in_steps,
    place_most,
    text_width,
)
from components.charts.timeaxis import LEFT, Span, Years, span
from components.dataset import records
from components.measures.record import Record
from components.words import over_time as words
from components.words.values import sentence_case

TITLE = 22  # px
ROW = 18  # px of a row of marks
BELOW = 10  # px under a lane
LEVELS = 7  # rows of names above a lane, at most
# An agreement of a visit is not named beside the visit.
SAME_TIME = 31  # days
EVENT, MECHANISM, AGREEMENT = "event", "mechanism", "agreement"


@dataclass(frozen=True)
class Happening:
    """An event or an agreement: the days that its date allows.

    Parameters
    ----------
    kind
        Event, mechanism or agreement: how it looks.
    name
        Two to four words where it may be named, else empty.
    is_important
        Whether its name comes before those of others.
    """

    key: str
    kind: str
    span: Span
    name: str
    is_important: bool
    hover: tuple[str, ...]


@dataclass(frozen=True)
class Lane:
    """A row of marks with its title: their middle, and the title's top, in px."""

    title: str
    title_top: float
    y: float
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Happened:
    """The panel of events and agreements."""

    title: str
    top: float
    lanes: tuple[Lane, ...]
    labels: tuple[Label, ...]
    bottom: float

    @property
    def stretch(self) -> tuple[float, float]:
        """From where to where it has marks."""
        return self.top + TITLE, self.bottom


def panel(record: Record, years: Years, top: float) -> Happened | None:
    """Return events above, agreements below; None if nothing has a date."""
    events, agreements = events_of(record), agreements_of(record)
    named = [item.span for item in events if item.name]
    agreements = [_unless_named(item, named) for item in agreements]
    lanes: list[Lane] = []
    labels: list[Label] = []
    below = top + TITLE
    for title, items, is_above in (
        (words.EVENTS, events, True),
        (words.AGREEMENTS, agreements, False),
    ):
        if items:
            one, written, below = lane(title, items, years, below, is_above=is_above)
            lanes.append(one)
            labels += written
    if not lanes:
        return None
    return Happened(words.HAPPENED_TITLE, top, tuple(lanes), tuple(labels), below)


def _unless_named(item: Happening, named: Sequence[Span]) -> Happening:
    near = any(
        abs((item.span.first - other.first).days) <= SAME_TIME for other in named
    )
    return replace(item, name="") if near else item


def events_of(record: Record, kinds: Sequence[str] = ()) -> list[Happening]:
    """Return the dated events, of some kinds if any are given, the first first."""
    frame = record.dataset.events
    if kinds:
        frame = frame[frame["kind"].isin(kinds)]
    return _happenings(frame, "event_id", "happened_on")


def agreements_of(record: Record) -> list[Happening]:
    """Return the dated agreements, the first first."""
    return _happenings(record.dataset.agreements, "agreement_id", "signed_on")


def _happenings(frame: pd.DataFrame, key: str, when: str) -> list[Happening]:
    dated = frame[frame[when].ne("")]
    happenings = [_happening(row, row[key], row[when]) for row in records(dated)]
    return sorted(happenings, key=lambda item: item.span.first)


def _happening(row: dict[str, Any], key: str, when: str) -> Happening:
    is_event = "event_id" in row
    kind = AGREEMENT if not is_event else MECHANISM if row["mechanism"] else EVENT
    what = row["kind"] if is_event else row["status"]
    return Happening(
        key,
        kind,
        span(when),
        row.get("short", ""),
        bool(row.get("since_then", False)),
        words.happened_hover(row["title"], when, what, row.get("mechanism", "")),
    )


def lane(
    title: str,
    items: Sequence[Happening],
    years: Years,
    top: float,
    *,
    is_above: bool = True,
    levels: int = LEVELS,
) -> tuple[Lane, list[Label], float]:
    """Return a lane, the names in it, and where it ends.

    Names stand above the marks or below them, each tied to its mark; a name
    that finds no place is left out, since lists give them all.
    """
    y = top + LINE * levels + ROW / 2 if is_above else top + LINE + ROW / 2
    title_top = y - ROW / 2 - LINE
    taken = [Box(-LEFT, title_top, text_width(title) - LEFT + 6, title_top + LINE)]
    if not is_above:
        # Names below would hide the marks of their own lane.
        taken.append(Box(-LEFT, y - ROW / 2, 10_000, y + ROW / 2 - 1, "marks"))
    wishes = [_wish(item, y, is_above, levels) for item in items if item.name]
    bottom = y + ROW / 2 + LINE * (levels + 1)
    labels = place_most(in_steps(wishes, years), taken, years, bottom)
    if is_above:
        unused = min([title_top, *(label.top for label in labels)]) - top
        y, title_top = y - unused, title_top - unused
        labels = tuple(_moved(label, -unused) for label in labels)
        end = y + ROW / 2
    else:
        end = max([y + ROW / 2, *(label.top + LINE for label in labels)])
    return Lane(title, title_top, y, tuple(items)), list(labels), end + BELOW


def _wish(item: Happening, y: float, is_above: bool, levels: int) -> Wish:
    edge = y - ROW / 2 if is_above else y + ROW / 2
    rows = range(levels)
    tops = (
        tuple(y - ROW / 2 - LINE * (number + 1) for number in rows)
        if is_above
        else tuple(y + ROW / 2 + LINE * number for number in rows)
    )
    return Wish(
        (item.name,),
        item.span.middle,
        edge,
        tops,
        "ink",
        "",
        item.key,
        gap=4,
        is_important=item.is_important,
    )


def _moved(label: Label, by: float) -> Label:
    leader = label.leader and (label.leader[0] + by, label.leader[1] + by)
    return replace(label, top=label.top + by, leader=leader)


def by_kind(record: Record, kinds: Sequence[str]) -> dict[str, list[Happening]]:
    """Return what happened by kind: ways to trade first, agreements last.

    Agreements only where no kind was chosen.
    """
    events = events_of(record, kinds)
    groups = {words.MECHANISMS: [item for item in events if item.kind == MECHANISM]}
    frame = record.dataset.events
    kind_of = dict(zip(frame["event_id"], frame["kind"], strict=True))
    for item in events:
        if item.kind == EVENT:
            groups.setdefault(sentence_case(kind_of[item.key]), []).append(item)
    if not kinds:
        groups[words.AGREEMENTS] = agreements_of(record)
    return {title: items for title, items in groups.items() if items}
