"""Events and mechanisms of exchange as lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.dataset import records
from components.measures.events import in_order, is_mechanism, of_kinds
from components.measures.record import Record
from components.measures.sources import with_sources
from components.words.caveats import Caveat
from components.words.values import counted, day, listed, sentence_case, year_span

NOTHING_YET = "This package lists no events yet."
MECHANISMS = "How the two trade, as publicly reported"
EVENTS = "What happened"


def caption(record: Record, *, with_agreements: bool, with_today: bool) -> str:
    """Return how to read the timeline, naming only marks that it draws."""
    line = "that day" if record.dataset.replay else "today"
    more = [
        *(["diamonds are agreements"] if with_agreements else []),
        *([f"the dotted line is {line}"] if with_today else []),
    ]
    rest = f" {sentence_case(', '.join(more))}." if more else ""
    return (
        "A tick is a day; a bar at the foot is a month, a low one a year: its date is "
        f"not known more closely.{rest}"
    )


def nothing_yet(record: Record) -> str:
    """Return the notice that there is no event, or was none on the day replayed."""
    if record.dataset.replay:
        return "On this day no event was known."
    return NOTHING_YET


@dataclass(frozen=True)
class Line:
    """An event or a mechanism as an item of a list.

    Parameters
    ----------
    tag
        How well a mechanism is attested, or the kind of an event.
    source
        Publisher, address and reposter.
    """

    when: str
    tag: str
    title: str
    note: str
    source: dict[str, Any]


def lists(record: Record, events: pd.DataFrame) -> list[tuple[str, list[Line]]]:
    """Return the lists with their headings, mechanisms of exchange first."""
    ordered = with_sources(record, in_order(events))
    mechanisms = is_mechanism(ordered)
    both = (
        (
            MECHANISMS,
            [_line(row, row["mechanism"]) for row in records(ordered[mechanisms])],
        ),
        (EVENTS, [_line(row, row["kind"]) for row in records(ordered[~mechanisms])]),
    )
    return [(heading, lines) for heading, lines in both if lines]


def _line(row: dict[str, Any], tag: str) -> Line:
    when = day(row["happened_on"]) if row["happened_on"] else "undated"
    return Line(when, tag, row["title"], row["note"], row)


def meanings(record: Record) -> list[Caveat]:
    """Return what kinds and grades mean, if the package says so."""
    described = {
        item["name"]: item.get("description", "")
        for item in record.dataset.fields("events")
    }
    descriptions = [described.get("mechanism", ""), described.get("kind", "")]
    lines = tuple(words.replace("`", "") for words in descriptions if words)
    return [Caveat("words", "What do these words mean?", lines)] if lines else []


def alt(record: Record, kinds: Sequence[str]) -> str:
    """Return the alternative text of the chart, numbers first."""
    events = of_kinds(record.dataset.events, kinds)
    dated = [text[:4] for text in events["happened_on"] if text]
    by_kind = [
        f"{kind} {number}"
        for kind, number in events["kind"].value_counts(sort=False).items()
    ]
    when = f", {year_span(int(min(dated)), int(max(dated)))}" if dated else ""
    return f"Timeline. {counted(len(events), 'event')}{when}: {listed(by_kind)}"
