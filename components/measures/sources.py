"""Rows with the source that they name."""

from __future__ import annotations

import pandas as pd

from components.measures.record import Record

SHOWN = ("publisher", "url", "reposted_by")


def with_sources(record: Record, frame: pd.DataFrame) -> pd.DataFrame:
    """Return rows with publisher, address and reposter of their source."""
    sources = record.dataset.sources.set_index("source_id")
    return frame.join(sources[list(SHOWN)], on="source_id")
