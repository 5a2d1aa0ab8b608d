"""The words around the readings of one fact and the grid of evidence."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.dataset import Dataset
from components.measures.readings import (
    Reading,
)
from components.sentences import counted, distinct_in_order
from components.wording import day, listed, said_by, stated, year_span

STATES = {
    "reported": ("square", "reported"),
    "not reported": ("x-thin-open", "not reported"),
    "nothing found": ("circle-open", "looked for, nothing found"),
    "not checked": ("line-ew-open", "not checked"),
    "cannot exist": ("diamond-tall-open", "cannot exist"),
}


def voice_label(reading: Reading, dataset: Dataset) -> str:
    """Return the words beside a reading's value: who published it."""
    return str(dataset.source_of[reading.source_id]["publisher"])


def voice_hover(reading: Reading) -> list[str]:
    """Return the lines of a dot's hover."""
    if reading.series == "target":
        return [stated(reading), reading.concept, reading.stated_by]
    return [stated(reading), reading.concept, reading.period_label, said_by(reading)]


def voice_row(reading: Reading, dataset: Dataset) -> dict[str, str]:
    """Return a reading as a row of the table of a fact."""
    return {
        "Value": stated(reading),
        "Publisher": str(dataset.source_of[reading.source_id]["publisher"]),
        "Said by": reading.stated_by,
        "Counts": reading.concept,
        "Period": reading.period_label,
        "Stated on": day(reading.stated_on) if reading.stated_on else "",
        "Reading": reading.reading_id,
    }


def voices_alt(readings: Sequence[Reading], headline: Reading) -> str:
    """Return the alternative text of the readings of one fact."""
    return (
        f"{headline.label}: {counted(len(readings), 'reading')}, "
        f"{listed(distinct_in_order(readings))}; headline {stated(headline)}."
    )


def evidence_alt(evidence: pd.DataFrame) -> str:
    """Return the alternative text of the grid of evidence: its counts in words."""
    years, bodies = evidence["year"], evidence["body"].nunique()
    noun = "statistical body" if bodies == 1 else "statistical bodies"
    span = year_span(int(years.min()), int(years.max()))
    return f"{bodies} {noun}, {span}: {evidence_counts(evidence)}"


def evidence_counts(evidence: pd.DataFrame) -> str:
    """Return how often each state occurs."""
    counts = evidence["state"].value_counts()
    words = [f"{counts.get(state, 0)} {name}" for state, (_, name) in STATES.items()]
    return f"{listed(words)}. None of these is zero."


def evidence_hover(body: str, year: int, state: str, note: str) -> list[str]:
    """Return the lines of a cell's hover."""
    return [f"{body}, {year}", STATES[state][1], note]


def voice_symbol(reading: Reading, *, is_headline: bool) -> str:
    """Return the shape of a reading: filled for the headline, pointed for a bound."""
    if reading.bound == "at least":
        return "triangle-right" if is_headline else "triangle-right-open"
    shape = {"recorded": "square", "target": "diamond"}.get(reading.series, "circle")
    return shape if is_headline else f"{shape}-open"
