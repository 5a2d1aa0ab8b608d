"""Rules of money: one currency for a package, others only with their rate."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from components.currency import is_currency
from components.numerals.currencies import currencies_named
from components.problems import Problem, shown

_FIRST_ROW = 2  # the header is row 1 of the file
_CONVERSION = ("currency", "rate", "rate_source_id")
_CONFIRMED = "value_confirmed"
# Money by its sign, word or code, maybe beside one more word: million USD, US dollars.
_AMOUNT = re.compile(
    r"(?:[A-Za-z]+ )?(?:[$¢£¤¥֏₠-⃀]|[Dd]ollars?|[Ee]uros?|([A-Z]{3}))(?: [A-Za-z]+)?"
)
# Column, found, expected and remedy.
Breach = tuple[str, str, str, str]


def problems(frames: dict[str, pd.DataFrame], currency: str) -> Iterator[Problem]:
    """Yield what is wrong with units, and with values in another currency.

    Parameters
    ----------
    currency
        That of the package.
    """
    yield from _units(frames, currency)
    yield from _steps(frames, currency)
    yield from _conversions(frames, currency)
    yield from _wordings(frames, currency)


def _units(frames: dict[str, pd.DataFrame], currency: str) -> Iterator[Problem]:
    """Refuse other currencies as units, and money that is not named by its code."""
    for row, unit in enumerate(frames["facts"]["unit"], _FIRST_ROW):
        if unit == currency or not _is_money(unit):
            continue
        yield Problem(
            "facts.csv",
            row,
            "unit",
            shown(unit),
            f"{currency}, the currency of the package, or a unit that is no money",
            f"Write {currency}; a reading that was stated in another currency names "
            "it under currency, with rate and rate_source_id.",
        )


def _is_money(unit: str) -> bool:
    """Return whether a unit is money: ``GBP``, ``million USD``, ``€``; no price."""
    amount = _AMOUNT.fullmatch(unit)
    return amount is not None and (amount[1] is None or is_currency(amount[1]))


def _steps(frames: dict[str, pd.DataFrame], currency: str) -> Iterator[Problem]:
    facts = frames["facts"]
    others = facts["unit"].ne(currency) & facts["step"].notna()
    for index, unit in facts.loc[others, "unit"].items():
        if _is_money(unit):
            continue  # one message for one cause
        yield Problem(
            "facts.csv",
            int(str(index)) + _FIRST_ROW,
            "unit",
            shown(unit),
            f"{currency}, since the fact has a place on the step chart, which draws "
            "no other unit",
            f"Empty the cell under step, or give the fact in {currency}.",
        )


def _conversions(frames: dict[str, pd.DataFrame], currency: str) -> Iterator[Problem]:
    """Yield what is wrong with each value that was stated in another currency."""
    readings = frames["readings"]
    if not {*_CONVERSION} & {*readings.columns}:
        return
    units = dict(zip(frames["facts"]["fact_id"], frames["facts"]["unit"], strict=True))
    sources = {"", *frames["sources"]["source_id"]}
    columns = readings.reindex(columns=["fact_id", *_CONVERSION])
    for row, cells in enumerate(columns.itertuples(index=False, name=None), _FIRST_ROW):
        fact, *given = map(_given, cells)
        breach = _conversion_breach(
            given, sources, currency, is_money=units.get(fact) == currency
        )
        if breach:
            yield Problem("readings.csv", row, *breach)


def _wordings(frames: dict[str, pd.DataFrame], currency: str) -> Iterator[Problem]:
    """Refuse an amount whose words name other currencies, and not the one it is in."""
    readings = frames["readings"]
    money = set(frames["facts"].loc[frames["facts"]["unit"].eq(currency), "fact_id"])
    columns = readings.reindex(columns=["fact_id", "wording", "currency", _CONFIRMED])
    for row, cells in enumerate(columns.itertuples(index=False, name=None), _FIRST_ROW):
        fact, wording, stated, is_confirmed = map(_given, cells)
        own = stated or currency
        named = currencies_named(wording) if fact in money else frozenset()
        if named and own not in named and not is_confirmed:
            yield Problem(
                "readings.csv",
                row,
                "wording",
                shown(wording),
                f"an amount in {own}",
                "Name the currency of the words under currency, with rate and "
                f"rate_source_id; or correct the wording. If they do give {own}, write "
                f"true under {_CONFIRMED}.",
            )


def _conversion_breach(
    cells: Sequence[Any], sources: set[str], currency: str, *, is_money: bool
) -> Breach | None:
    """Return what is wrong with currency, rate and source of the rate of a row."""
    stated, rate, source = cells
    breach = _currency_breach(stated, rate or source, currency, is_money=is_money)
    if breach or not stated:
        return breach
    return _rate_breach(stated, rate, currency) or _source_breach(source, sources)


def _given(cell: Any) -> Any:
    """Return a cell, or an empty text if it is empty or the file lacks it."""
    return "" if pd.isna(cell) else cell


def _currency_breach(
    stated: Any, more: Any, currency: str, *, is_money: bool
) -> Breach | None:
    if not stated:
        if not more:
            return None
        return (
            "currency",
            f"nothing, beside a rate or its source: {shown(more)}",
            "the currency that the rate converts from",
            f"Name it; or empty the others, if the value was stated in {currency}.",
        )
    if not is_money:
        return (
            "currency",
            shown(stated),
            f"nothing, since the unit of the fact is not {currency}",
            "Empty the cell, with rate and rate_source_id; or correct the unit.",
        )
    if stated == currency:
        return (
            "currency",
            shown(stated),
            "nothing, since that is the currency of the package",
            "Empty the cell, with rate and rate_source_id.",
        )
    if is_currency(str(stated)):
        return None
    return (
        "currency",
        shown(stated),
        "a code of ISO 4217 in capital letters, such as EUR",
        "Correct the code.",
    )


def _rate_breach(stated: Any, rate: Any, currency: str) -> Breach | None:
    if isinstance(rate, float | int) and rate > 0 and math.isfinite(rate):
        return None
    return (
        "rate",
        shown(rate) if rate != "" else "nothing",
        f"what 1 {stated} is worth in {currency}, since the value was stated in "
        f"{stated}",
        "Write the rate, and under rate_source_id where it can be read; without them "
        "the value cannot stand beside others.",
    )


def _source_breach(source: Any, sources: set[str]) -> Breach | None:
    if source and source in sources:
        return None
    return (
        "rate_source_id",
        shown(source) if source else "nothing",
        "a source_id of sources.csv, where the rate can be read",
        "Name the source of the rate, and add it to sources.csv if it is not there.",
    )
