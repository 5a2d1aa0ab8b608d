"""Outlets: who published what a speaker said, and where to read it."""

from __future__ import annotations

from collections.abc import Sequence

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


def outlets(record: Record, readings: Sequence[Reading]) -> list[str]:
    """Return the publishers of some readings, each once."""
    publishers = (link(record, item.source_id).name for item in readings)
    return list(dict.fromkeys(publishers))


def link_via(record: Record, source_id: str) -> str:
    """Return a source as a Markdown link, publisher first: ``The Gazette, via X``."""
    repost = record.dataset.source_of[source_id]["reposted_by"]
    via = f", via {as_markdown(repost)}" if repost else ""
    return f"{markdown(link(record, source_id))}{via}"


def links_to(record: Record, reading_ids: Sequence[str]) -> str:
    """Return the first sources of some readings as Markdown links; the rest counted."""
    rows = record.dataset.cited_by
    cited = dict.fromkeys(rows[reading_id] for reading_id in reading_ids)
    links = list(dict.fromkeys(link_via(record, source_id) for source_id in cited))
    more = len(links) - MAX_LINKS
    end = f" and {counted(more, 'other')}" if more > 0 else ""
    return f"{', '.join(links[:MAX_LINKS])}{end}"
