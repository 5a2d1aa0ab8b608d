"""Readings: one row of ``readings.csv`` each, with what its fact says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

import pandas as pd

from components.currency import is_currency
from components.dataset import Dataset
from components.measures.bounds import Quantity, bounded, total
from components.package.model import required
from components.package.spans import counted
from components.rules import last_day

REPORTED, TARGET, RECORDED = "reported", "target", "recorded"
LEVEL, MULTIPLE, INCREASE, RANGE = "level", "multiple", "increase", "range"
BALANCE, SHARE, GROWTH = "balance", "share", "growth"
# Kinds of their own measure; the others are all amounts for a year.
_APART = (BALANCE, SHARE, GROWTH)
RESTATES, REPLACES, WITHDRAWS = "restates", "replaces", "withdraws"
THIRD_PARTY, STATISTICAL_BODY = "third party", "statistical body"
BOTH_SIDES = "both"
PERCENT = "percent"
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
    value
        In the unit of the fact; converted, where it was stated in another currency.
    said_value, said_currency
        What was stated, where it was in another currency; else nothing.
    rate, rate_source_id
        By which it was converted, and where that can be read.
    known_on
        The first day on which a reader could have had it, ``YYYY-MM-DD``: when
        it was stated, else when its source was published or was read.
    kind
        What sort of number was said; see ``kind`` in the schema.
    rise
        The number as said, where ``value`` and ``bound`` are worked out from it
        and ``base``: 2 for "double".
    value_high
        The upper end of a range.
    span
        How the deadline was stated, if it is counted from the statement.
    cumulative
        Whether it is for the whole time and not for a year.
    relation, earlier
        What it does to which earlier target.
    later
        The targets that restate, replace or withdraw it, the first one first.
    parts
        The readings that the page works it out from, if it does.
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
    kind: str = LEVEL
    rise: Quantity | None = None
    value_high: float | None = None
    base: Reading | None = None
    span: str = ""
    cumulative: bool = False
    relation: str = ""
    earlier: Reading | None = None
    later: tuple[Reading, ...] = ()
    parts: tuple[Reading, ...] = ()
    said_value: float = 0.0
    said_currency: str = ""
    rate: float = 1.0
    rate_source_id: str = ""

    @property
    def quantity(self) -> Quantity:
        """The value with its bound."""
        return Quantity(self.value, self.bound)

    @property
    def said(self) -> Quantity:
        """The value as it was stated, in `said_currency`, with its bound."""
        return Quantity(self.said_value, self.bound)

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of the package's currency, and no other quantity."""
        return is_currency(self.unit)

    @property
    def is_counted(self) -> bool:
        """Whether it is a quantity, such as barrels a day: no money and no share."""
        return is_counted(self.unit)

    @property
    def measure(self) -> str:
        """What it is a number of: an amount, a balance, a share or a growth."""
        return self.kind if self.kind in _APART else "amount"

    @property
    def is_apart(self) -> bool:
        """Whether it has no place among yearly amounts."""
        return self.cumulative or self.measure != "amount"

    @property
    def withdraws(self) -> bool:
        """Whether it takes an earlier target back, and aims at nothing."""
        return self.relation == WITHDRAWS

    @property
    def ended_by(self) -> Reading | None:
        """The first reading that withdraws or replaces it before its deadline."""
        term = self.deadline and last_day(self.deadline)
        ends = [
            item
            for item in self.later
            if item.relation != RESTATES
            and (not term or last_day(item.stated_on) < term)
        ]
        return ends[0] if ends else None

    @property
    def lacks_a_deadline(self) -> bool:
        """Whether it is still aimed at, and nobody said by when."""
        return not self.deadline and self.ended_by is None

    @property
    def is_attributed(self) -> bool:
        """Whether the source names who said it."""
        return is_named(self.stated_by)


def is_counted(unit: str) -> bool:
    """Return whether a unit is a quantity's: no money and no share."""
    return not is_currency(unit) and unit != PERCENT


# What a reading has from its own row, as any package has it.
_OWN_COLUMNS = [
    name
    for name in Reading.__dataclass_fields__
    if name in required("readings") and name != "value"
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
    numbered = [placed for fact_id in {*fact_ids} for placed in rows.get(fact_id, ())]
    numbered.sort(key=itemgetter(0))
    without = _without_basis(dataset)
    return [_reading(dataset, row, without) for _, row in numbered]


def _reading(dataset: Dataset, row: dict[str, Any], without: set[str]) -> Reading:
    reading = _plain(dataset, row, without)
    if reading.series != TARGET:
        return reading
    rows = dataset.reading_of
    base, goal = (row.get(name) or "" for name in ("base_reading", "relates_to"))
    if goal and goal not in rows:
        goal = dataset.fact_of[goal]["headline"]
    return _worked_out(
        replace(
            reading,
            base=_plain(dataset, rows[base], without) if base else None,
            earlier=_plain(dataset, rows[goal], without) if goal else None,
            later=_later(dataset, row, without),
        )
    )


def _plain(dataset: Dataset, row: dict[str, Any], without: set[str]) -> Reading:
    """Return a row with what its fact says of it, pointing at no other."""
    fact = dataset.fact_of[row["fact_id"]]
    span, high = row.get("span") or "", row.get("value_high")
    known = {
        **{name: fact[name] for name in ("label", "series", "unit")},
        "basis_stated": row["concept"] not in without,
        "known_on": _known_on(row, dataset),
        "kind": row.get("kind") or LEVEL,
        "value_high": None if pd.isna(high) else float(high),
        "span": span,
        "cumulative": bool(row.get("cumulative")),
        "relation": row.get("relation") or "",
    }
    own = {name: row[name] for name in _OWN_COLUMNS}
    if span:
        own["deadline"] = counted(row["stated_on"], span)
    return Reading(**own, **known, **_value(row))


def _later(
    dataset: Dataset, row: dict[str, Any], without: set[str]
) -> tuple[Reading, ...]:
    """Return the targets that point at the fact of a row, the first one first."""
    later = [
        _plain(dataset, other, without)
        for other in dataset.pointing_at.get(row["fact_id"], ())
        if other["reading_id"] != row["reading_id"]
    ]
    return tuple(sorted(later, key=lambda item: last_day(item.stated_on)))


def _worked_out(reading: Reading) -> Reading:
    """Return a multiple or an increase with the value that follows from its base."""
    base, rise = reading.base, reading.quantity
    if base is None or reading.kind not in (MULTIPLE, INCREASE):
        return reading
    quantity = (
        bounded(rise.value * base.value, [rise, base.quantity])
        if reading.kind == MULTIPLE
        else total([rise, base.quantity])
    )
    if quantity is None:
        # The rules of the data refuse such a base.
        raise ValueError(f"{reading.reading_id}: a value without any bound")
    return replace(reading, value=quantity.value, bound=quantity.bound, rise=rise)


def _value(row: dict[str, Any]) -> dict[str, Any]:
    """Return the value of a row, and from what it is converted if it is."""
    # A plain number: what is drawn and written is Python's.
    value, currency = float(row["value"]), row.get("currency", "")
    if not currency:
        return {"value": value}
    rate = float(row["rate"])
    return {
        "value": value * rate,
        "said_value": value,
        "said_currency": currency,
        "rate": rate,
        "rate_source_id": row["rate_source_id"],
    }


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
    values = {(reading.value, reading.bound) for reading in readings}
    return [Quantity(*pair) for pair in sorted(values)]


def headline_of(dataset: Dataset, readings: Sequence[Reading]) -> Reading:
    """Return the headline among the readings of one fact."""
    wanted = dataset.fact_of[readings[0].fact_id]["headline"]
    return next(item for item in readings if item.reading_id == wanted)


def readings_in(dataset: Dataset, series: str) -> list[Reading]:
    """Return every reading of what was reported, aimed at or recorded."""
    facts = dataset.facts.loc[dataset.facts["series"].eq(series), "fact_id"]
    return readings_of(dataset, facts.to_list())
