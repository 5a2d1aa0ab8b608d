"""Agreements and events as lists: filters and counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pandas as pd

from components.measures.readings import (
    first_day,
)
from components.rules import last_day


def field_options(agreements: pd.DataFrame) -> list[str]:
    """Return every field that occurs, in alphabetical order."""
    return sorted(set(agreements["fields"].str.split(";").explode().dropna()))


def year_of(partial: pd.Series) -> pd.Series:
    """Return the years of partial dates as Int64, missing where there is none."""
    return pd.to_numeric(partial.str[:4].replace("", None)).astype("Int64")


def matching_agreements(
    agreements: pd.DataFrame,
    *,
    fields: Sequence[str] = (),
    statuses: Sequence[str] = (),
    years: tuple[int, int] | None = None,
    text: str = "",
) -> pd.DataFrame:
    """Return the agreements that pass every filter; an empty one lets all pass.

    Parameters
    ----------
    fields, statuses
        An agreement passes with any of them.
    years
        First and last year of signature; undated agreements do not pass.
    text
        Words that must all occur, in any case, anywhere in the row.
    """
    keep = pd.Series(True, index=agreements.index)
    if fields:
        keep &= agreements["fields"].map(
            lambda cell: not set(fields).isdisjoint(cell.split(";"))
        )
    if statuses:
        keep &= agreements["status"].isin(statuses)
    if years:
        keep &= year_of(agreements["signed_on"]).between(*years).fillna(False)
    if text.strip():
        keep &= _contain_words(agreements, text)
    # Readers who filter nothing share the one table.
    return agreements if keep.all() else agreements[keep]


def _contain_words(rows: pd.DataFrame, text: str) -> pd.Series:
    """Return which rows contain every word of a text, in any case."""
    cells = rows.astype("str").fillna("")
    lines = [_folded(" ".join(cell)) for cell in cells.itertuples(index=False)]
    words = _folded(text).split()
    return pd.Series(
        [all(word in line for word in words) for line in lines],
        index=rows.index,
        dtype="bool",
    )


def _folded(text: str) -> str:
    """Return text without case and accents, as a reader may type it."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


# What agreements can be put in order by, and whether the smallest comes first.
ORDERS = {
    "Oldest first": ("signed_on", True),
    "Newest first": ("signed_on", False),
    "By title": ("title", True),
    "By status": ("status", True),
    "Most documents first": ("documents", False),
    "Highest disclosed value first": ("value_usd", False),
}


def ordered(agreements: pd.DataFrame, order: str) -> pd.DataFrame:
    """Return the agreements in one of `ORDERS`, those without a value last."""
    column, rising = ORDERS[order]
    cells = agreements[column]
    if cells.dtype == "str":
        cells = cells.replace("", None).map(_folded, na_action="ignore")
    places = cells.sort_values(ascending=rising, kind="stable", na_position="last")
    same = places.index.equals(agreements.index)
    return agreements if same else agreements.loc[places.index]


def whole_agreements(agreements: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are not part of another row."""
    return agreements[agreements["part_of"].eq("")]


def agreements_by_year(agreements: pd.DataFrame) -> pd.Series:
    """Return the number of agreements per year, years without one as 0.

    Rows that are part of another row, and undated ones, are not counted.
    """
    counts = (
        year_of(whole_agreements(agreements)["signed_on"]).value_counts().sort_index()
    )
    if counts.empty:
        return counts
    return counts.reindex(
        range(int(counts.index[0]), int(counts.index[-1]) + 1), fill_value=0
    )


def agreements_by_field(agreements: pd.DataFrame) -> pd.Series:
    """Return the number of agreements per field, most first.

    A row counts in each of its fields; parts of another row are not counted.
    """
    counts = (
        whole_agreements(agreements)["fields"].str.split(";").explode().value_counts()
    )
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def events_in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Return events by their partial dates, the undated last."""
    return events.assign(undated=events["happened_on"].eq("")).sort_values(
        ["undated", "happened_on"], kind="stable"
    )


def events_in_time(events: pd.DataFrame) -> pd.DataFrame:
    """Return dated events with ``day``: the middle of what their date allows."""
    dated = events[events["happened_on"].ne("")]
    first = pd.to_datetime(dated["happened_on"].map(first_day))
    last = pd.to_datetime(dated["happened_on"].map(last_day))
    days = first + (last - first) / 2
    return dated.assign(day=days).sort_values("day", kind="stable")
