"""The source of a value, opened from a mark or a row."""

from __future__ import annotations

from components.measures.record import Record


def ask(reading_id: str) -> None:
    """Note which reading a reader asked for; a callback."""


def ask_for_mark(chart: str) -> None:
    """Note which reading a reader selected in a chart; a callback."""


def open_if_asked(record: Record) -> None:
    """Open the source that a callback asked for."""
