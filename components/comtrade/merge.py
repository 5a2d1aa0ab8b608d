"""Merging rows into a CSV file, leaving every other row untouched, byte for byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from components.comtrade.signature import Row

Kind = Literal["added", "changed", "unchanged", "checked again", "kept"]
Revise = Callable[[Row, Row], tuple[Kind, Row]]
_MARK = "\ufeff"


@dataclass(frozen=True)
class Change:
    """What happens to one row.

    Parameters
    ----------
    old, new
        The row as it stands, None if it is added; and as it was sent.
    """

    kind: Kind
    table: str
    key: str
    old: Row | None
    new: Row


def merged(
    text: str, table: str, rows: Sequence[Row], key: Sequence[str], revise: Revise
) -> tuple[str, list[Change]]:
    """Return a CSV text with rows added or replaced, and what happened to each.

    Parameters
    ----------
    text
        The file as it stands.
    table
        Its name, for the changes.
    rows
        What should stand in it.
    key
        Columns that identify a row.
    revise
        Returns, given an old row and a new one, what happens to the old one and
        what it becomes.
    """
    mark, body = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    newline = "\r\n" if "\r\n" in body else "\n"
    header, *records = _records(body)
    columns = header.cells
    places = {
        tuple(_row(columns, record.cells)[name] for name in key): place
        for place, record in enumerate(records)
    }
    raw = [record.raw for record in records]
    changes = []
    for row in rows:
        identity = tuple(row[name] for name in key)
        place = places.get(identity)
        if place is None:
            raw.append(_line(columns, row, newline))
            changes.append(Change("added", table, " ".join(identity), None, row))
            continue
        old = _row(columns, records[place].cells)
        kind, revised = revise(old, row)
        if revised != old:
            raw[place] = _line(columns, revised, newline)
        changes.append(Change(kind, table, " ".join(identity), old, row))
    whole = [_ended(line, newline) for line in (header.raw, *raw)]
    return mark + "".join(whole), changes


@dataclass(frozen=True)
class _Record:
    cells: list[str]
    raw: str


def _records(body: str) -> list[_Record]:
    """Return the records of a CSV text, each with its exact characters."""
    # Not splitlines(), which also breaks at characters that CSV takes for text.
    lines = io.StringIO(body, newline="").readlines()
    reader = csv.reader(lines)
    records, start = [], 0
    for cells in reader:
        records.append(_Record(cells, "".join(lines[start : reader.line_num])))
        start = reader.line_num
    return records


def _row(columns: Sequence[str], cells: Sequence[str]) -> Row:
    return dict(zip(columns, cells, strict=True))


def _line(columns: Sequence[str], row: Row, newline: str) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator=newline).writerow(
        [row.get(name, "") for name in columns]
    )
    return written.getvalue()


def _ended(line: str, newline: str) -> str:
    """Return a line with its ending, which the last line of a file may lack."""
    return line if line.endswith(("\n", "\r")) else f"{line}{newline}"
