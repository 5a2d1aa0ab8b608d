"""Targets that others declared for their trade, and what became of each.

A target counts if its row is no context, it is for the trade of a year, and it was
given in dollars; the rule of :mod:`components.measures.outcome` judges it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from components.dataset import Dataset, records
from components.measures.bounds import AT_LEAST, Quantity, quotient
from components.measures.comparability import compare
from components.measures.outcome import Outcome, is_part_of_a_year, outcome
from components.measures.pledge_readings import reading_of
from components.measures.readings import RECORDED, TARGET, Reading, as_date
from components.measures.record import Record
from components.package.pledged import (
    BASELINE,
    CONTEXT,
    LEVEL,
)
from components.rules import last_day

DAYS_IN_YEAR = 365.2425


@dataclass(frozen=True)
class Pledge:
    """A declared target, where trade stood, and what became of it.

    Parameters
    ----------
    target
        What was declared; not a number if it was in no dollars.
    economies
        Codes of the two economies.
    value_other
        The value in the words of the source, where that was not in dollars.
    kind
        Of one year, of several together, or a commitment to buy.
    grade, coded, checked
        As in the row; empty for this pair's own.
    baseline
        Where trade stood when it was declared; None if that is not known.
    values
        What is known since, as the file has it.
    outcome
        What became of it; None if it does not count.
    is_own
        Whether it is one of this pair's targets.
    """

    target: Reading
    economies: tuple[str, str]
    value_other: str
    kind: str
    grade: str
    coded: str
    checked: str
    baseline: Reading | None
    values: tuple[Reading, ...]
    outcome: Outcome | None
    is_own: bool = False

    @property
    def pledge_id(self) -> str:
        """Its identifier."""
        return self.target.reading_id

    @property
    def counts(self) -> bool:
        """Whether it is counted among the targets of others."""
        return self.outcome is not None and not self.is_own

    @property
    def stood(self) -> Reading | None:
        """Where trade stood at the deadline, or last if that is not known."""
        decisive = self.outcome.decisive if self.outcome else ()
        if decisive and self.target.deadline and self.outcome_is_dated:
            return decisive[-1] if self.is_early_alone else decisive[0]
        since = [item for item in decisive or self._known if item.period_end]
        return max(since, key=lambda item: as_date(item.period_end), default=None)

    @property
    def outcome_is_dated(self) -> bool:
        """Whether values of the deadline's year, or of those beside it, decide."""
        return self.outcome is not None and self.outcome.state in (
            "reached",
            "missed",
            "missed, passed later",
        )

    @property
    def is_early_alone(self) -> bool:
        """Whether only values of earlier years say that it was reached."""
        decisive = self.outcome.decisive if self.outcome else ()
        deadline = self.target.deadline[:4]
        return all(item.period_end[:4] < deadline for item in decisive)

    @property
    def _known(self) -> list[Reading]:
        """The values that may be set against the target, of whole years."""
        return [
            item
            for item in self.values
            if compare(item, self.target).allows_ratio and not is_part_of_a_year(item)
        ]

    @property
    def ask(self) -> Quantity | None:
        """The target as a multiple of where trade stood when it was declared."""
        if not self._is_usable(self.baseline):
            return None
        assert self.baseline is not None
        return quotient(self.target.quantity, self.baseline.quantity)

    @property
    def share_before(self) -> Quantity | None:
        """Where trade stood when it was declared, as a share of the target."""
        if not self._is_usable(self.baseline):
            return None
        assert self.baseline is not None
        return quotient(self.baseline.quantity, self.target.quantity)

    @property
    def share_after(self) -> Quantity | None:
        """Where trade stood at the deadline, or last, as a share of the target."""
        stood = self.stood
        if stood is None or not compare(stood, self.target).allows_ratio:
            return None
        if is_part_of_a_year(stood):
            # It reaches the target within months, or it would not be here.
            stated = Quantity(stood.value, AT_LEAST)
            return quotient(stated, self.target.quantity)
        return quotient(stood.quantity, self.target.quantity)

    @property
    def years_given(self) -> float | None:
        """Years from declaration to deadline; None if one of them is not known."""
        if not (self.target.deadline and self.target.stated_on):
            return None
        days = as_date(self.target.deadline) - as_date(self.target.stated_on)
        return days.days / DAYS_IN_YEAR

    def _is_usable(self, reading: Reading | None) -> bool:
        """Return whether a ratio to the target may be given; never of months."""
        return (
            reading is not None
            and self.outcome is not None
            and reading.value > 0
            and not is_part_of_a_year(reading)
            and compare(reading, self.target).allows_ratio
        )


def pledges(record: Record, as_of: date) -> list[Pledge]:
    """Return the targets of others as of a day, in the order of the file."""
    dataset = record.dataset
    if dataset.pledges.empty:
        return []
    by_pledge: dict[str, list[dict[str, Any]]] = {}
    for row in records(dataset.pledge_values):
        if row["grade"] != CONTEXT and pd.notna(row["value_usd"]):
            by_pledge.setdefault(row["pledge_id"], []).append(row)
    return [
        _pledge(dataset, row, by_pledge.get(row["pledge_id"], []), as_of)
        for row in records(dataset.pledges)
    ]


def own(record: Record, as_of: date) -> list[Pledge]:
    """Return this pair's targets, set against what was claimed.

    The baseline is the last claim of the step chart known on the day.
    """
    first, second = record.dataset.economies
    pledges = []
    for target in record.targets:
        before = [item for item in record.claims if item.known_on <= target.known_on]
        pledges.append(
            Pledge(
                target=target,
                economies=(first.code, second.code),
                value_other="",
                kind=LEVEL,
                grade="",
                coded="",
                checked="",
                baseline=before[-1] if before else None,
                values=tuple(record.claimed),
                outcome=record.fate(target, as_of).claimed,
                is_own=True,
            )
        )
    return pledges


def _pledge(
    dataset: Dataset, row: Mapping[str, Any], rows: Sequence[dict[str, Any]], on: date
) -> Pledge:
    economies = row["first_iso3"], row["second_iso3"]
    target = reading_of(dataset, row, economies, TARGET)
    read = [
        (item["role"], reading_of(dataset, item, economies, RECORDED)) for item in rows
    ]
    before = [reading for role, reading in read if role == BASELINE]
    kind = row["kind"] or LEVEL
    is_judged = kind == LEVEL and row["grade"] != CONTEXT and pd.notna(row["value_usd"])
    values = [reading for _, reading in read]
    return Pledge(
        target=target,
        economies=economies,
        value_other=row["value_other"],
        kind=kind,
        grade=row["grade"],
        coded=row["coded"],
        checked=row["checked"],
        baseline=max(before, key=_ends, default=None),
        values=tuple(reading for role, reading in read if role != BASELINE),
        outcome=outcome(target, values, on) if is_judged else None,
    )


def _ends(reading: Reading) -> str:
    return last_day(reading.period_end) if reading.period_end else ""
