"""Sources as a reader sees them: who published, via whom, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.measures.readings import Reading
from components.measures.record import Record
from components.measures.sources import archived as archived_count
from components.words.text import as_markdown, behind_a_name
from components.words.values import counted, listed

NAMED = 4  # sources that a sentence names; more are counted
_NOT_KNOWN = ("not known", "unknown")


@dataclass(frozen=True)
class Link:
    """A name with an address, empty if there is none."""

    name: str
    url: str


def link(record: Record, source_id: str) -> Link:
    """Return the publisher of a source with its address."""
    row = record.dataset.source_of[source_id]
    return Link(publisher_named(row), str(row["url"]))


def publisher_named(row: Mapping[str, Any]) -> str:
    """Return the publisher in a source's row, who may be unknown."""
    name = str(row["publisher"])
    is_known = name.casefold() not in _NOT_KNOWN
    return name if is_known else "an article whose publisher is not known"


def cited_by(readings: Iterable[Reading]) -> list[str]:
    """Return the sources of some readings and of their exchange rates."""
    pairs = [(item.source_id, item.rate_source_id) for item in readings]
    return [source_id for pair in pairs for source_id in pair if source_id]


def archived(row: Mapping[str, Any]) -> Link | None:
    """Return the archived copy of a source, or None if none is known."""
    address = row.get("archived_url")
    return Link("archived copy", str(address)) if address else None


def not_archived(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return each reason why no archived copy is known, with its sources."""
    by_reason: dict[str, list[str]] = {}
    for row in rows:
        if reason := str(row.get("not_archived", "")):
            by_reason.setdefault(reason, []).append(row_name(row))
    return [
        f"No archived copy is known of {_of_sources(names)}: {reason}."
        for reason, names in by_reason.items()
    ]


def _of_sources(names: Sequence[str]) -> str:
    """Return the names of sources, or their number if the list would be long."""
    if len(names) > NAMED:
        return counted(len(names), "source")
    return listed(list(dict.fromkeys(names)))


def archived_copies(rows: Collection[Mapping[str, Any]]) -> str:
    """Return how many sources have an archived copy or say why not."""
    copies, reasons = archived_count(rows)
    total = counted(len(rows), "source")
    verb = "has" if len(rows) == 1 else "have"
    told = f"{copies:,} of {total} {verb} an archived copy"
    if not reasons:
        return told
    return f"{told}; {reasons:,} {'says' if reasons == 1 else 'say'} why not"


def links(record: Record, source_ids: Iterable[str]) -> list[Link]:
    """Return the publishers of some sources, each once, with an address."""
    by_name: dict[str, Link] = {}
    for source_id in source_ids:
        item = link(record, source_id)
        by_name.setdefault(item.name, item)
    return list(by_name.values())


def full_name(record: Record, source_id: str) -> str:
    """Return who published a source, and via whom it was read."""
    return row_name(record.dataset.source_of[source_id])


def row_name(row: Mapping[str, Any]) -> str:
    """Return who published a source and via whom it was read, from its row."""
    via = f" via {row['reposted_by']}" if row["reposted_by"] else ""
    return f"{publisher_named(row)}{via}"


def markdown(item: Link) -> str:
    """Return a link as Markdown; only the name if it has no address."""
    name = as_markdown(item.name)
    return f"[{name}](<{behind_a_name(item.url)}>)" if item.url else name
