"""The agreements in words: the columns of their table and the scoreboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.dataset import records
from components.measures.agreements import CHOICES, Filters, Scoreboard, fields_of
from components.measures.bounds import EXACT, Quantity
from components.measures.delivery import rungs
from components.measures.record import Record
from components.measures.search import folded
from components.measures.sources import with_sources
from components.words import delivery, sources
from components.words.caveats import Caveat
from components.words.values import bounded, counted, day, listed, money, shown_count
from components.words.values import year_span as span

Row = Mapping[str, Any]
NONE = "–"
TABLE_NOTE = (
    "Date signed, announced or reported (see note). Dash: unknown, or no value of its "
    "own was disclosed; other sums that sources name stand in the note."
)
NOTHING_YET = "This package lists no agreements yet."
NOTHING_FOUND = "No agreement passes all filters. Widen one of them."
CHOICE = {"field": "Field", "status": "Status"}
assert set(CHOICE) == set(CHOICES)

# Layouts of a column in the table, and in the block that a row becomes on a phone.
TITLE, SHORT, LONG, NOTE, SOURCE = "title", "short", "long", "note", "source"


@dataclass(frozen=True)
class Column:
    """A column of the table of agreements.

    Parameters
    ----------
    key
        Its name in links.
    read
        The words of a row's cell; empty if unknown.
    sort
        What rows are ordered by, None if unknown; without it nothing is.
    shape
        How it is set: one of `TITLE`, `SHORT`, `LONG`, `NOTE`, `SOURCE`.
    from_most
        Whether the highest come first when a reader first orders by it.
    """

    key: str
    heading: str
    read: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    shape: str = LONG
    from_most: bool = False

    @property
    def first_order(self) -> str:
        """The order that its heading offers first."""
        return f"{_FALLING * self.from_most}{self.key}"


def _text(cell: str) -> str | None:
    """Return a cell as a sort key without case and accents; None if it is empty."""
    return folded(cell) or None


def _documents(row: Row) -> str:
    if pd.isna(row["documents"]):
        return ""
    number = int(row["documents"])
    bound = row.get("documents_bound") or EXACT
    return bounded(Quantity(number, bound), f"{number:,}")


def _value(row: Row) -> str:
    value = row["value_usd"]
    return "" if pd.isna(value) else money(value, row["currency"])


def _note(row: Row) -> str:
    part = f"Part of: {row['whole']}. " if row["whole"] else ""
    return f"{part}{row['note']}".strip()


def _number(column: str) -> Callable[[Row], Any]:
    return lambda row: None if pd.isna(row[column]) else row[column]


COLUMNS = (
    Column(
        *("title", "Agreement", lambda row: row["title"]),
        sort=lambda row: _text(row["title"]),
        shape=TITLE,
    ),
    Column(
        *("signed_on", "Date"),
        lambda row: day(row["signed_on"]) if row["signed_on"] else "",
        sort=lambda row: row["signed_on"] or None,
        shape=SHORT,
    ),
    Column(
        *("place", "Place", lambda row: row["place"]),
        sort=lambda row: _text(row["place"]),
        shape=SHORT,
    ),
    Column(
        *("status", "Status", lambda row: row["status"]),
        sort=lambda row: _text(row["status"]),
        shape=SHORT,
    ),
    Column(
        *("documents", "Documents", _documents),
        sort=_number("documents"),
        shape=SHORT,
        from_most=True,
    ),
    Column(
        *("value_usd", "Disclosed value", _value),
        sort=_number("value_usd"),
        shape=SHORT,
        from_most=True,
    ),
    Column("fields", "Fields", lambda row: ", ".join(fields_of(row["fields"]))),
    Column("note", "Note", _note, shape=NOTE),
    Column("source", "Source", sources.row_name, shape=SOURCE),
)
_BY_KEY = {column.key: column for column in COLUMNS}
_FALLING = "-"
SORTABLE = tuple(column.key for column in COLUMNS if column.sort)
ORDERS = tuple(f"{sign}{key}" for key in SORTABLE for sign in ("", _FALLING))
FIRST_ORDER = "signed_on"


def nothing_yet(record: Record) -> str:
    """Return the notice that no agreement is listed, or none was known that day."""
    if record.dataset.replay:
        return "On this day no agreement was known."
    return NOTHING_YET


def rows(record: Record, agreements: pd.DataFrame) -> list[dict[str, Any]]:
    """Return agreements with source, rungs and the title of what they are part of."""
    every = record.dataset.agreements
    titles = dict(zip(every["agreement_id"], every["title"], strict=True))
    whole = agreements["part_of"].map(lambda key: titles.get(key, ""))
    all_rungs = rungs(record.dataset)
    currency = record.dataset.currency
    joined = with_sources(record, agreements).assign(whole=whole, currency=currency)
    return [
        {**row, "rungs": delivery.lines(record, all_rungs, row["agreement_id"])}
        for row in records(joined)
    ]


def searched(record: Record) -> list[str]:
    """Return the text of each agreement that the search looks through.

    What the table shows, and the dates; folded as
    :func:`components.measures.search.found_in` wants it.
    """
    return [
        folded(
            " ".join(
                [
                    *(column.read(row) for column in COLUMNS),
                    *(row["signed_on"], row["agreement_id"], row["part_of"]),
                    # What the charts call it.
                    row.get("short", ""),
                    *(f"{line.text} {line.note}" for line in row["rungs"]),
                    *(sources.row_name(line.source) for line in row["rungs"]),
                ]
            )
        )
        for row in rows(record, record.dataset.agreements)
    ]


def ordered(agreements: pd.DataFrame, order: str) -> pd.DataFrame:
    """Return agreements in one of `ORDERS`, those without a value last."""
    column = _BY_KEY[order.removeprefix(_FALLING)]
    assert column.sort is not None
    keys = [column.sort(row) for row in records(agreements)]
    known = [place for place, key in enumerate(keys) if key is not None]
    unknown = [place for place, key in enumerate(keys) if key is None]
    known.sort(key=keys.__getitem__, reverse=order.startswith(_FALLING))
    places = [*known, *unknown]
    return agreements if places == sorted(places) else agreements.iloc[places]


def next_order(order: str, key: str) -> str:
    """Return the order that a click on a column's heading asks for."""
    falling = f"{_FALLING}{key}"
    if order not in (key, falling):
        return _BY_KEY[key].first_order
    return key if order == falling else falling


def direction(order: str, key: str) -> str:
    """Return the ``aria-sort`` of a column; empty if the table has another order."""
    return {key: "ascending", f"{_FALLING}{key}": "descending"}.get(order, "")


def scores(board: Scoreboard) -> list[tuple[str, str]]:
    """Return each number of the scoreboard with what it counts."""
    noun = "agreement" if board.whole == 1 else "agreements"
    return [
        (f"{board.whole:,}", noun),
        *((f"{count:,}", status) for status, count in board.statuses),
        (f"{board.with_value:,}", "with a disclosed value"),
    ]


def why_counted(record: Record, board: Scoreboard, *, shown: bool = True) -> Caveat:
    """Return what the scoreboard counts, and what each status means.

    Parameters
    ----------
    shown
        Whether the scoreboard stands beside it; else its numbers are given too.
    """
    counting = (
        "Counted: agreements and batches of documents, not the documents in them."
    )
    if board.parts:
        left = "is part" if board.parts == 1 else "are parts"
        counting += (
            f" {counted(board.parts, 'more row')} of the table {left} of one of these."
        )
    about = next(
        (
            item.get("description", "")
            for item in record.dataset.fields("agreements")
            if item["name"] == "status"
        ),
        "",
    )
    meaning = f"Status: {about}".replace("`", "")
    said = [meaning] if about and board.statuses else []
    lines = (counting, *([] if shown else [_by_status(board)]), *said)
    return Caveat("scoreboard", f"Why {board.whole:,}?", lines)


def _by_status(board: Scoreboard) -> str:
    """Return the scoreboard in words, for where only counts of rungs are shown."""
    each = listed([f"{count:,} {status}" for status, count in board.statuses])
    once = f"Each once, by its status in the table: {each}. " if each else ""
    have = "has" if board.with_value == 1 else "have"
    return f"{once}{board.with_value:,} {have} a value there."


def shown(agreements: pd.DataFrame, total: int, filters: Filters) -> str:
    """Return how many agreements are shown, and the filters that chose them."""
    parts = int(agreements["part_of"].ne("").sum())
    among = f", {parts:,} as part of another" if parts else ""
    chosen = [listed(list(words), "or") for words in filters.chosen.values() if words]
    if filters.years:
        chosen.append(span(*filters.years))
    if filters.text.strip():
        chosen.append(f"“{filters.text.strip()}”")
    return " · ".join(
        [f"{shown_count(len(agreements), total, 'agreement')}{among}", *chosen]
    )


def without_date(count: int) -> str:
    """Return the notice that undated rows are hidden once years are chosen."""
    if not count:
        return ""
    verb = "has" if count == 1 else "have"
    noun = counted(count, "agreement")
    return f"{noun} {verb} no date: shown only while all years are."


def table_name(first: int, last: int, total: int) -> str:
    """Return the accessible name of the table: which rows it shows, of how many."""
    return f"Agreements, rows {first:,} to {last:,} of {total:,}"
