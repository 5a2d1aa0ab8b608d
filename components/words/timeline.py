"""The words of the timeline: what happened, and how the two trade."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.dataset import records
from components.measures.record import Record
from components.words.sources import link, markdown
from components.words.text import as_markdown
from components.words.values import counted, day, listed, sentence_case, year_span

LEAD = (
    "What happened between the two, and how they trade where money does not move "
    "freely, as public reporting has it."
)
CAPTION = (
    "A tick is a day; a bar at the foot is a month, a low one a year: its date is not "
    "known more closely. Diamonds are agreements, the dotted line is today."
)
MECHANISMS, EVENTS = "How the two trade", "Events"
UNDATED = "no date"


def chosen(record: Record, kinds: Sequence[str]) -> pd.DataFrame:
    """Return the events of the chosen kinds; all if none was chosen."""
    events = record.dataset.events
    return events[events["kind"].isin(kinds)] if kinds else events


def lines(record: Record, kinds: Sequence[str]) -> dict[str, list[str]]:
    """Return the lists under the chart as Markdown: ways to trade come first."""
    events = chosen(record, kinds)
    is_way = events["mechanism"].ne("")
    groups = {MECHANISMS: events[is_way], EVENTS: events[~is_way]}
    return {
        title: [_line(record, row) for row in records(_in_order(frame))]
        for title, frame in groups.items()
        if not frame.empty
    }


def _in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Return events with the earliest first and the undated last."""
    return events.sort_values(
        "happened_on", key=lambda column: column.where(column.ne(""), "9999")
    )


def _line(record: Record, row: dict[str, Any]) -> str:
    when = sentence_case(day(row["happened_on"]) if row["happened_on"] else UNDATED)
    status = f" ({row['mechanism']})" if row["mechanism"] else ""
    note = f" {row['note']}" if row["note"] else ""
    title = as_markdown(f"{row['title'].rstrip('.')}{status}.")
    said = f"**{as_markdown(when)}** · {title}{as_markdown(note)}"
    return f"{said} {markdown(link(record, row['source_id']))}"


def alt(record: Record, kinds: Sequence[str]) -> str:
    """Return the alternative text, numbers first."""
    events = chosen(record, kinds)
    dated = [text[:4] for text in events["happened_on"] if text]
    by_kind = [
        f"{kind} {number}"
        for kind, number in events["kind"].value_counts(sort=False).items()
    ]
    when = f", {year_span(int(min(dated)), int(max(dated)))}" if dated else ""
    return f"Timeline. {counted(len(events), 'event')}{when}: {listed(by_kind)}"
