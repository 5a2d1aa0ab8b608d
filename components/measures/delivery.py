"""From promise to delivery: the rungs that agreements reached, and their money.

What was not disclosed is never a zero: it is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from components.dataset import Dataset, records
from components.measures.bounds import EXACT, Quantity, total
from components.measures.readings import Reading, as_date, first_day
from components.measures.record import Record
from components.package.rungs import DELIVERED, DISCLOSED, RUNGS, TRADE

Row = Mapping[str, Any]
# By these a target is behind; what agreements add up to is set against the next.
_SETTLED = (
    *("reached", "reached, no deadline", "missed", "missed, passed later"),
    *("replaced", "withdrawn"),
)


@dataclass(frozen=True)
class Sum:
    """Amounts added up, each agreement once.

    Parameters
    ----------
    quantity
        The sum; None if it has no bound at all.
    agreements
        Whose amounts these are.
    """

    quantity: Quantity | None
    agreements: tuple[str, ...]


@dataclass(frozen=True)
class Traced:
    """How much of a target can be traced to agreements, and on to delivery.

    Parameters
    ----------
    target
        What the amounts are set against; None if nothing is aimed at.
    disclosed
        Amounts of goods or services in the currency of the package.
    before
        Those of `disclosed` that are older than the target.
    towards
        The part of `disclosed` of which a source says that it counts towards the
        target.
    delivered
        The part of `disclosed` that is reported delivered, with a value of its own.
    without_value
        Those of `disclosed` with a delivery of which no value is given.
    others
        Amounts that are not added to these, by kind and currency.
    undisclosed
        How many agreements disclose no money, nor does any part of them.
    currency
        The one of the package, by its code of ISO 4217.
    """

    target: Reading | None
    disclosed: Sum
    before: tuple[str, ...]
    towards: Sum
    delivered: Sum
    without_value: tuple[str, ...]
    others: tuple[tuple[str, str, Sum], ...]
    undisclosed: int
    currency: str


@dataclass(frozen=True)
class Rungs:
    """The rungs of the agreements of a package.

    Parameters
    ----------
    rows
        By agreement and rung.
    part_of
        What each agreement is a part of; empty for what stands for itself.
    """

    rows: Mapping[str, Mapping[str, Row]]
    part_of: Mapping[str, str]

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """The direct parts of each agreement that has any."""
        parts: dict[str, list[str]] = {}
        for part, whole in self.part_of.items():
            if whole:
                parts.setdefault(whole, []).append(part)
        return parts

    def once(self, amounts: Mapping[str, Quantity]) -> dict[str, Quantity]:
        """Return amounts without those of parts whose whole has an amount too."""
        return {
            name: amount
            for name, amount in amounts.items()
            if not any(whole in amounts for whole in self._wholes(name))
        }

    def amounts(self, rung: str, kind: str, currency: str) -> dict[str, Quantity]:
        """Return what agreements have on a rung, of one kind in one currency."""
        there = {
            name: self.rows[name][rung]
            for name in self.part_of
            if rung in self.rows.get(name, {})
        }
        return {
            name: Quantity(float(row["value"]), row["bound"] or EXACT)
            for name, row in there.items()
            if not pd.isna(row["value"])
            and (row["kind"], row["currency"]) == (kind, currency)
        }

    def within(self, name: str) -> list[str]:
        """Return an agreement and all its parts."""
        names = [name]
        for whole in names:
            names += self.parts.get(whole, [])
        return names

    def _wholes(self, name: str) -> Iterable[str]:
        while name := self.part_of[name]:
            yield name


def rungs(dataset: Dataset) -> Rungs:
    """Return the rungs of a package."""
    rows: dict[str, dict[str, Row]] = {}
    for row in records(dataset.rungs):
        rows.setdefault(row["agreement_id"], {})[row["rung"]] = row
    agreements = dataset.agreements
    whole = zip(agreements["agreement_id"], agreements["part_of"], strict=True)
    return Rungs(rows, dict(whole))


def ladder(reached: Rungs) -> list[tuple[str, int]]:
    """Return how many agreements reached each rung, parts not counted again."""
    wholes = [name for name, whole in reached.part_of.items() if not whole]
    return [
        (rung, sum(rung in reached.rows.get(name, {}) for name in wholes))
        for rung in RUNGS
    ]


def target_ahead(record: Record, as_of: date) -> Reading | None:
    """Return the first target that is not behind by what was claimed, or the last."""
    for fate in record.fates(as_of):
        if fate.claimed.state not in _SETTLED:
            return fate.target
    return record.targets[-1] if record.targets else None


def traced(record: Record, as_of: date) -> Traced:
    """Return how much of the target that is ahead can be traced, and how far."""
    target = target_ahead(record, as_of)
    reached = rungs(record.dataset)
    currency = record.dataset.currency
    disclosed = reached.once(reached.amounts(DISCLOSED, TRADE, currency))
    handed = reached.amounts(DELIVERED, TRADE, currency)
    delivered = {
        name: value
        for name, limit in disclosed.items()
        if (value := _delivered(reached, name, handed, limit)) is not None
    }
    reported = [
        name
        for name in disclosed
        if any(DELIVERED in reached.rows.get(part, {}) for part in reached.within(name))
    ]
    return Traced(
        target,
        _sum(disclosed),
        _before(record.dataset, disclosed, target),
        _sum(disclosed, lambda name: _counts_towards(reached, name, target)),
        _sum(delivered),
        tuple(name for name in reported if name not in delivered),
        tuple(_others(reached, currency)),
        _undisclosed(reached),
        currency,
    )


def _sum(
    amounts: Mapping[str, Quantity], keep: Callable[[str], bool] = lambda _: True
) -> Sum:
    kept = {name: amount for name, amount in amounts.items() if keep(name)}
    return Sum(total(list(kept.values())), tuple(kept))


def _delivered(
    reached: Rungs, name: str, amounts: Mapping[str, Quantity], limit: Quantity
) -> Quantity | None:
    """Return what was delivered of an agreement by its own row, else by its parts'.

    What exceeds the disclosed amount is not of it. None if no value is given.
    """
    inside = {part: amounts[part] for part in reached.within(name) if part in amounts}
    value = total(list(reached.once(inside).values())) if inside else None
    return limit if value and value.value > limit.value else value


def _before(
    dataset: Dataset, names: Iterable[str], target: Reading | None
) -> tuple[str, ...]:
    """Return the agreements that are certainly older than a target."""
    if target is None or not target.stated_on:
        return ()
    agreements = dataset.agreements
    days = dict(zip(agreements["agreement_id"], agreements["signed_on"], strict=True))
    named = date.fromisoformat(first_day(target.stated_on))
    return tuple(name for name in names if days[name] and as_date(days[name]) < named)


def _counts_towards(reached: Rungs, name: str, target: Reading | None) -> bool:
    """Return whether a source says that the money counts towards the target."""
    row = reached.rows[name][DISCLOSED]
    return target is not None and row["towards"] == target.fact_id


def _others(reached: Rungs, own: str) -> Iterable[tuple[str, str, Sum]]:
    """Yield what is disclosed of other kinds and in other currencies."""
    sorts = dict.fromkeys(
        (row["kind"], row["currency"])
        for name in reached.part_of
        if (row := reached.rows.get(name, {}).get(DISCLOSED)) is not None
    )
    for kind, currency in sorts:
        if (kind, currency) != (TRADE, own):
            amounts = reached.amounts(DISCLOSED, kind, currency)
            yield kind, currency, _sum(reached.once(amounts))


def _undisclosed(reached: Rungs) -> int:
    wholes: Sequence[str] = [
        name for name, whole in reached.part_of.items() if not whole
    ]
    return sum(
        all(
            DISCLOSED not in reached.rows.get(part, {}) for part in reached.within(name)
        )
        for name in wholes
    )
