"""*Dispute this*: a message about one row, addressed to whoever keeps the data.

It is offered only if ``datapackage.json`` gives an address under ``disputes``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from components.dataset import Dataset
from components.measures.readings import Reading
from components.package.model import KEYS
from components.words.replay import as_known
from components.words.sources import Link
from components.words.values import marked

NAME = "Dispute this"
SELECT_A_ROW = "Select a row to dispute it."
PICK = "Row to dispute"
BY_ITS_KEY = "by its key"
_SAID = ("title", "label", "wording")


def link(
    dataset: Dataset, table: str, row: Mapping[str, Any], view: str, said: str = ""
) -> Link | None:
    """Return the link to a message about a row, filled in as far as possible.

    Parameters
    ----------
    view
        Where the reader saw the row: the view's name, and its address if any.
    said
        What the row says; if empty, its title or label.
    """
    address = str(dataset.descriptor.get("disputes", ""))
    if not address:
        return None
    key = key_of(table, row)
    says = said or next((str(row[name]) for name in _SAID if row.get(name)), "")
    title = f"{dataset.title}: {key} of {table}"
    lines = [
        f"Row: {key} of {table}, data version "
        + ", ".join(filter(None, [dataset.version, as_known(dataset)])),
        *([f"It says: {says}"] if says else []),
        f"Seen in: {view}",
        "",
        "What is wrong:",
        "",
        "Which source says otherwise, where, and in which words:",
        "",
    ]
    return Link(NAME, _addressed(address, title, lines))


def key_of(table: str, row: Mapping[str, Any]) -> str:
    """Return the key of a row in its table."""
    return ", ".join(str(row[column]) for column in KEYS[table])


def of_reading(
    dataset: Dataset, reading: Reading, view: str, address: str
) -> Link | None:
    """Return the link to a message about a value.

    Parameters
    ----------
    view, address
        The view in which the reader saw it, and its address; empty if unknown.
    """
    row = {"reading_id": reading.reading_id}
    said = f"{marked(reading)}, {reading.label}"
    return link(dataset, "readings", row, where(view, address), said)


def _addressed(address: str, title: str, lines: list[str]) -> str:
    """Return the address of a new message or issue form, filled in."""
    if address.startswith("https://"):
        mark = "&" if "?" in address else "?"
        query = {"title": title, "body": "\n".join(lines)}
        return f"{address}{mark}{urlencode(query, quote_via=quote)}"
    # Mail has its own ends of lines (RFC 6068).
    query = {"subject": title, "body": "\r\n".join(lines)}
    return f"mailto:{address}?{urlencode(query, quote_via=quote)}"


def where(name: str, address: str = "") -> str:
    """Return where a reader saw a row."""
    return f"{name}, {address}" if address else name
