"""The number cards, and the drawn values as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.measures.bounds import (
    Quantity,
)
from components.measures.comparability import (
    compare,
)
from components.measures.readings import (
    Reading,
)
from components.measures.steps import (
    Step,
    of_series,
)
from components.wording import (
    SERIES,
    day,
    deadline,
    growth,
    progress,
    quantity,
    said,
    said_by,
    stated,
    when,
)


@dataclass(frozen=True)
class Card:
    """A value, what it is beside the others, its words, who said it and when."""

    reading: Reading
    label: str
    value: str
    beside: str
    said_by: str


def cards(steps: Sequence[Step]) -> list[Card]:
    """Return a card for each reported value, then for each target."""
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    return [
        Card(
            reading=reading,
            label=_label(reading),
            value=stated(reading),
            beside=_beside(reading, reported),
            said_by=said_by(reading),
        )
        for reading in [*reported, *targets]
    ]


def _label(reading: Reading) -> str:
    if reading.series == "reported":
        return f"{SERIES[reading.series]} · {reading.period_label}"
    return f"{reading.label} · {deadline(reading)}"


def _beside(reading: Reading, reported: Sequence[Reading]) -> str:
    """Return what the value is beside the others, with the caveat."""
    if not reported:
        return ""
    if reading.series == "target":
        return progress(compare(reported[-1], reading))
    if reading is reported[0]:
        return "Baseline" if len(reported) > 1 else ""
    return growth(compare(reported[0], reading))


def mark_row(row: Mapping[str, Any]) -> dict[str, str]:
    """Return a mark of the time axis as a row of the table beside it."""
    is_target = row["series"] == "target"
    span = f"by {day(row['deadline'])}" if is_target else row["period_label"]
    return {
        "Series": SERIES[row["series"]],
        "What": row["label"],
        "Value": quantity(Quantity(row["value"], row["bound"])),
        "Period or deadline": span,
        "Said by": said(row["stated_by"], row["stated_on"]),
        "Readings": row["reading_id"],
    }


def step_row(step: Step) -> dict[str, str]:
    """Return a step as a row of the table beside the trajectory."""
    total = step.total
    return {
        "Series": SERIES[total.series],
        "What": total.label if len(step.parts) == 1 else f"Sum: {total.concept}",
        "Value": stated(total),
        "Period or deadline": when(total),
        "Said by": said_by(total),
        "Readings": ", ".join(part.reading_id for part in step.parts),
    }
