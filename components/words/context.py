"""Context beside the trajectory, compared with nothing."""

from __future__ import annotations

from collections.abc import Sequence

from components.measures.readings import Reading
from components.measures.record import Record
from components.words import comparisons, names
from components.words.values import sentence_case, stated

HEADINGS = {"scale": "Scale", "oil": "Oil beside the claim"}


def readings(record: Record, kind: str) -> list[Reading]:
    """Return the headline readings that the package gives as one kind of context."""
    facts = record.dataset.facts
    if "context" not in facts:
        return []
    marked = facts[facts["context"].eq(kind)]
    by_id = {item.reading_id: item for item in record.readings_of(marked["fact_id"])}
    return [by_id[headline] for headline in marked["headline"]]


def line(reading: Reading) -> str:
    """Return a value of the context: what it is, how much, and who gives it."""
    who = f"Given by {reading.stated_by}" if reading.is_attributed else "Unattributed"
    return f"{reading.label}: {stated(reading)}. {who}."


def notes(record: Record, context: Sequence[Reading]) -> list[str]:
    """Return what each piece of context counts, and its note."""
    defined = dict.fromkeys(
        f"{sentence_case(names.concept(item.concept))}: "
        f"{comparisons.definition(record, item.concept)}"
        for item in context
    )
    return [*defined, *(f"{item.label}. {item.note}" for item in context if item.note)]
