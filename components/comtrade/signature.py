"""How a row shows that this command wrote it and nobody has changed it since."""

from __future__ import annotations

import hashlib
import re

_CHECK = re.compile(r" Row check ([0-9a-f]{8})\.$")
_WHEN = re.compile(r" ?(?:Retrieved|Last asked) on (\d{4}-\d\d-\d\d) .*$")
Row = dict[str, str]


def signed(row: Row) -> Row:
    """Return a row whose note ends with a checksum of all its cells."""
    return {**row, "note": f"{row['note']} Row check {_digest(row)}."}


def is_untouched(row: Row) -> bool:
    """Return whether a row is as this command wrote it, and nobody changed a cell."""
    signed = _CHECK.search(row.get("note", ""))
    if not signed:
        return False
    return _digest({**row, "note": _CHECK.sub("", row["note"])}) == signed[1]


def day(row: Row) -> str:
    """Return the day on which UN Comtrade was asked for a row, or nothing."""
    dated = _WHEN.search(row.get("note", ""))
    return row.get("checked_on", "") or (dated[1] if dated else "")


def without_provenance(row: Row) -> Row:
    """Return a row without what changes with every retrieval."""
    note = _WHEN.sub("", _CHECK.sub("", row.get("note", "")))
    kept = {
        name: _plain(name, cell)
        for name, cell in row.items()
        if cell and name != "checked_on"
    }
    return {**kept, "note": note}


def _plain(name: str, cell: str) -> str:
    """Return a cell in one form, whichever program saved it: TRUE, 1500.50."""
    if name == "no_number":
        return cell.lower()
    if name != "value":
        return cell
    try:
        return f"{float(cell):.15g}"
    except ValueError:
        return cell


def _digest(row: Row) -> str:
    cells = sorted((name, _plain(name, cell)) for name, cell in row.items() if cell)
    return hashlib.sha256(repr(cells).encode()).hexdigest()[:8]
