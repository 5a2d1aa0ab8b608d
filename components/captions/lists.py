"""The words around the charts and tables of agreements and events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.sentences import counted, source_name
from components.wording import day, listed, money

TIMELINE_NOTE = (
    "The years are those of the trajectory over time. An event of which only the "
    "month or the year is known stands in its middle."
)
TABLE_NOTE = (
    "Signed on: or announced, or reported, where the note says so. A dash: not known; "
    "for a value, not disclosed."
)
AGREEMENT_COLUMNS = (
    "Agreement",
    "Signed on",
    "Place",
    "Fields",
    "Documents",
    "Status",
    "Disclosed value",
    "Source",
    "Note",
)
# What is read as one figure, so that no line breaks in it.
UNBROKEN = ("Signed on", "Documents", "Disclosed value")


def agreements_alt(counts: pd.Series, by: str) -> str:
    """Return the alternative text of the chart of agreements."""
    if counts.empty:
        return f"No agreement to count by {by.lower()}."
    top = [str(name) for name in counts[counts.eq(counts.max())].index]
    return (
        f"Agreements by {by.lower()}: {int(counts.sum())} in all bars, most in "
        f"{listed(top)}: {int(counts.max())}."
    )


def table_alt(first: int, last: int, total: int) -> str:
    """Return the accessible name of the table of agreements, by the rows shown."""
    return f"Table of agreements, rows {first:,} to {last:,} of {total:,}"


def agreement_row(row: Mapping[str, Any]) -> dict[str, str]:
    """Return an agreement as a row of text, with its source; unknown is empty."""
    cells = (
        row["title"],
        row["signed_on"],
        row["place"],
        row["fields"].replace(";", ", "),
        "" if pd.isna(row["documents"]) else f"{row['documents']:,}",
        row["status"],
        "" if pd.isna(row["value_usd"]) else money(row["value_usd"]),
        source_name(row["publisher"], row["reposted_by"]),
        row["note"],
    )
    return dict(zip(AGREEMENT_COLUMNS, cells, strict=True))


def timeline_alt(events: pd.DataFrame) -> str:
    """Return the alternative text of the timeline."""
    if events.empty:
        return "No dated event."
    kinds = events["kind"].value_counts()
    named = [f"{count} {kind}" for kind, count in kinds.items()]
    first, last = events["happened_on"].iloc[0], events["happened_on"].iloc[-1]
    return (
        f"{counted(len(events), 'dated event')} from {day(first)} to {day(last)}: "
        f"{listed(named)}."
    )


def event_hover(row: Mapping[str, Any]) -> list[str]:
    """Return the lines of an event's hover."""
    mechanism = f"exchange mechanism, {row['mechanism']}" if row["mechanism"] else ""
    lines = [row["title"], day(row["happened_on"]), mechanism or row["kind"]]
    return lines


def agreements_note(by: str, undated: int) -> str:
    """Return what the chart of agreements counts."""
    words = (
        "Counted: agreements and batches of documents, not the documents in them; "
        "rows that are part of another row are left out."
    )
    if by == "Field":
        return f"{words} A row counts in each of its fields."
    if not undated:
        return words
    noun = "row has" if undated == 1 else "rows have"
    return f"{words} {undated} {noun} no date and no bar."
