"""Values in the terms of a target: what it takes two readings to say.

A balance is exports less imports of one speaker for one period; growth a year
is counted from the stated base. Anything else is set against a target as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from components.measures.bounds import difference, quotient
from components.measures.comparability import (
    MAX_LENGTH_DIFFERENCE,
    UNLIKE,
    YEAR,
    compare,
)
from components.measures.growth import LEAST_YEARS, required_growth, years_until
from components.measures.readings import BALANCE, GROWTH, Reading, days_covered

_DIGITS = 9  # of a rate: 5% a year is 5, not 4.9999999999


def in_terms_of(target: Reading, values: Sequence[Reading]) -> list[Reading]:
    """Return what some values say in the terms of a target.

    Parts of a year say nothing of a balance or of growth.
    """
    if target.kind == BALANCE:
        return _balances(target, list(filter(_is_of_a_year, values)))
    if target.kind == GROWTH and target.base:
        growths = (_growth(target, target.base, item) for item in values)
        return [item for item in growths if item]
    return list(values)


def _is_of_a_year(reading: Reading) -> bool:
    days = days_covered(reading)
    return days is not None and abs(days - YEAR) <= MAX_LENGTH_DIFFERENCE


def _balances(target: Reading, values: Iterable[Reading]) -> list[Reading]:
    """Return exports less imports wherever one speaker gives both for a period."""
    out, back = [], []
    for item in values:
        if (item.exporter, item.importer) == (target.exporter, target.importer):
            out.append(item)
        elif (item.importer, item.exporter) == (target.exporter, target.importer):
            back.append(item)
    balances = (_balance(one, other) for one in out for other in back)
    return [item for item in balances if item]


def _balance(exports: Reading, imports: Reading) -> Reading | None:
    same = ("stated_by", "unit", "concept", "period_start", "period_end")
    gap = difference(exports.quantity, imports.quantity)
    if gap is None or any(
        getattr(exports, name) != getattr(imports, name) for name in same
    ):
        return None
    return replace(
        exports,
        value=gap.value,
        bound=gap.bound,
        kind=BALANCE,
        parts=(exports, imports),
        questioned=exports.questioned or imports.questioned,
        known_on=max(exports.known_on, imports.known_on),
    )


def _growth(target: Reading, base: Reading, reading: Reading) -> Reading | None:
    """Return the average growth a year from a base to a later value."""
    multiple = quotient(reading.quantity, base.quantity)
    unlike = compare(reading, base).verdict == UNLIKE
    if multiple is None or unlike or not _is_of_a_year(reading):
        return None
    years = years_until(base, reading.period_end)
    if years is None or years < LEAST_YEARS:
        return None
    rate = required_growth(base.value, reading.value, years)
    return replace(
        reading,
        value=round(rate * 100, _DIGITS),
        bound=multiple.bound,
        unit=target.unit,
        kind=GROWTH,
        parts=(base, reading),
        basis_stated=reading.basis_stated and base.basis_stated,
        questioned=reading.questioned or base.questioned,
        known_on=max(reading.known_on, base.known_on),
    )
