"""Readings: one row of ``readings.csv`` each, with what its fact says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from components.dataset import Dataset
from components.measures.bounds import Quantity
from components.rules import last_day

REPORTED, TARGET, RECORDED = "reported", "target", "recorded"
THIRD_PARTY, STATISTICAL_BODY = "third party", "statistical body"
# How the data name the speaker where the source names nobody.
UNATTRIBUTED = "Not attributed"
# Other ways to name nobody: two unnamed sources may be one person or two.
_NOBODY = re.compile(
    rf"(?:an? |some |several )?(?:{UNATTRIBUTED}|unattributed|unnamed|not named|"
    r"unidentified|unknown|not known|anonymous)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """One row of ``readings.csv`` with what its fact says of it.

    Parameters
    ----------
    basis_stated
        Whether the package knows what its concept covers.
    is_mixed
        Whether it is a sum of different concepts.
    known_on
        The first day on which a reader could have had it, ``YYYY-MM-DD``: when
        it was stated, else when its source was published or was read.
    """

    reading_id: str
    fact_id: str
    label: str
    series: str
    unit: str
    value: float
    bound: str
    concept: str
    exporter: str
    importer: str
    period_start: str
    period_end: str
    period_label: str
    deadline: str
    stated_by: str
    side: str
    stated_on: str
    stated_in: str
    source_id: str
    wording: str
    no_number: bool
    questioned: bool
    note: str
    basis_stated: bool = True
    is_mixed: bool = False
    known_on: str = ""

    @property
    def quantity(self) -> Quantity:
        """The value with its bound."""
        return Quantity(self.value, self.bound)

    @property
    def is_attributed(self) -> bool:
        """Whether the source names who said it."""
        return is_named(self.stated_by)


# What a reading has from its own row.
_OWN_COLUMNS = [
    name
    for name in Reading.__dataclass_fields__
    if name not in {"label", "series", "unit", "basis_stated", "is_mixed", "known_on"}
]


def is_named(stated_by: str) -> bool:
    """Return whether a source names who said it."""
    return not _NOBODY.match(stated_by)


def first_day(partial: str) -> str:
    """Return the first day of a year, month or day as ``YYYY-MM-DD``."""
    return partial + "-01-01"[len(partial) - 4 :] if len(partial) < 10 else partial


def as_date(partial: str) -> date:
    """Return the last day of a year, month or day."""
    return date.fromisoformat(last_day(partial))


def days_covered(reading: Reading) -> int | None:
    """Return the length of the reading's period in days; None if not closed."""
    if not reading.period_start or not reading.period_end:
        return None
    start = date.fromisoformat(first_day(reading.period_start))
    return (as_date(reading.period_end) - start).days + 1


def readings_of(dataset: Dataset, fact_ids: Sequence[str]) -> list[Reading]:
    """Return the readings of some facts in the order of the file."""
    rows = dataset.readings_of_fact
    found = [placed for fact_id in {*fact_ids} for placed in rows.get(fact_id, ())]
    found.sort(key=itemgetter(0))
    without = _without_basis(dataset)
    return [_reading(dataset, row, without) for _, row in found]


def _reading(dataset: Dataset, row: dict[str, Any], without: set[str]) -> Reading:
    fact = dataset.fact_of[row["fact_id"]]
    known = {
        **{name: fact[name] for name in ("label", "series", "unit")},
        "basis_stated": row["concept"] not in without,
        "known_on": _known_on(row, dataset),
    }
    own = {name: row[name] for name in _OWN_COLUMNS}
    # A plain number: what is drawn and written is Python's.
    return Reading(**own | {"value": float(row["value"])}, **known)


def _without_basis(dataset: Dataset) -> set[str]:
    """Return the concepts of which nobody said what they cover."""
    items = dataset.concepts.items()
    return {name for name, item in items if item.get("basis_stated") is False}


def _known_on(row: dict[str, Any], dataset: Dataset) -> str:
    """Return when a reading was known at the latest; the data's day if unsaid."""
    source = dataset.source_of[row["source_id"]]
    known = row["stated_on"] or source["published_on"] or source["checked_on"]
    made = str(dataset.descriptor.get("created", ""))[:10]
    return last_day(known) if known else made


def distinct_values(readings: Sequence[Reading]) -> list[Quantity]:
    """Return the different values among readings, smallest first."""
    found = {(reading.value, reading.bound) for reading in readings}
    return [Quantity(*pair) for pair in sorted(found)]


def headline_of(dataset: Dataset, readings: Sequence[Reading]) -> Reading:
    """Return the headline among the readings of one fact."""
    wanted = dataset.fact_of[readings[0].fact_id]["headline"]
    return next(item for item in readings if item.reading_id == wanted)


def readings_in(dataset: Dataset, series: str) -> list[Reading]:
    """Return every reading of what was reported, aimed at or recorded."""
    facts = dataset.facts.loc[dataset.facts["series"].eq(series), "fact_id"]
    return readings_of(dataset, facts.to_list())
