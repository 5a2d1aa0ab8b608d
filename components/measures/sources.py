"""Rows with the source that they name."""

from __future__ import annotations

import pandas as pd

from components.measures.record import Record

# The last two are columns that a package may have.
SHOWN = ("publisher", "url", "reposted_by", "archived_url", "not_archived")


def with_sources(record: Record, frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with publisher, addresses and reposter of their source."""
    sources = record.dataset.sources.set_index("source_id")
    shown = [name for name in SHOWN if name in sources]
    return frame.join(sources[shown], on="source_id")


def archived(sources: pd.DataFrame) -> tuple[int, int]:
    """Return how many sources have an archived copy, and how many a reason for none."""
    counts = [
        int(sources[name].ne("").sum()) if name in sources else 0
        for name in ("archived_url", "not_archived")
    ]
    return counts[0], counts[1]
