"""Outlets: who published what a speaker said, and where to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.measures.readings import (
    Reading,
)
from components.measures.record import Record
from components.words.sources import link, markdown
from components.words.text import as_markdown
from components.words.values import (
    counted,
)

MAX_LINKS = 4
_NOT_KNOWN = ("not known", "unknown")


def publisher(record: Record, source_id: str) -> str:
    """Return who published a source; nobody may know."""
    name = str(record.dataset.source_of[source_id]["publisher"])
    return "an unnamed outlet" if name.casefold() in _NOT_KNOWN else name


def outlets(record: Record, readings: Sequence[Reading]) -> list[str]:
    """Return the publishers of some readings, each once."""
    return list(dict.fromkeys(publisher(record, item.source_id) for item in readings))


def link_via(record: Record, source_id: str) -> str:
    """Return a source as a Markdown link, publisher first: ``The Gazette, via X``."""
    repost = record.dataset.source_of[source_id]["reposted_by"]
    via = f", via {as_markdown(repost)}" if repost else ""
    named = replace(link(record, source_id), name=publisher(record, source_id))
    return f"{markdown(named)}{via}"


def links_to(record: Record, reading_ids: Sequence[str]) -> str:
    """Return the sources of some readings as Markdown links, the first of them."""
    rows = record.dataset.readings.set_index("reading_id")["source_id"]
    cited = dict.fromkeys(rows[reading_id] for reading_id in reading_ids)
    found = list(dict.fromkeys(link_via(record, source_id) for source_id in cited))
    more = len(found) - MAX_LINKS
    end = f" and {counted(more, 'other')}" if more > 0 else ""
    return f"{', '.join(found[:MAX_LINKS])}{end}"
