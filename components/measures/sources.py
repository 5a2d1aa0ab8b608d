"""Rows with the source that they name, and copies of sources in public archives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from components.measures.record import Record

# The last is a column that a package may have.
SHOWN = ("publisher", "url", "reposted_by", "archived_url")


def with_sources(record: Record, frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with publisher, addresses and reposter of their source."""
    sources = record.dataset.sources.set_index("source_id")
    shown = [name for name in SHOWN if name in sources]
    return frame.join(sources[shown], on="source_id")


def archived(rows: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Return how many sources have an archived copy, and how many a reason for none."""
    pairs = [(row.get("archived_url"), row.get("not_archived")) for row in rows]
    return sum(bool(url) for url, _ in pairs), sum(bool(reason) for _, reason in pairs)
