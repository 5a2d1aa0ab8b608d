"""The agreements: which pass a filter, and how many there are of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd


def fields_of(cell: str) -> list[str]:
    """Return the fields in a cell, each once and without the spaces around it."""
    parts = (part.strip() for part in cell.split(";"))
    return list(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True)
class Choice:
    """What agreements are filtered by: a column, and what one of its cells offers."""

    column: str
    options: Callable[[str], list[str]] = lambda cell: [cell] if cell else []


# By the name that the choice has in links.
CHOICES = {"field": Choice("fields", fields_of), "status": Choice("status")}


@dataclass(frozen=True)
class Filters:
    """What a reader is looking for; what is empty lets all pass.

    Parameters
    ----------
    chosen
        What was chosen of each of `CHOICES`; an agreement passes with any of it.
    years
        First and last year of signature; undated agreements do not pass.
    text
        What was searched.
    """

    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    years: tuple[int, int] | None = None
    text: str = ""


@dataclass(frozen=True)
class Scoreboard:
    """How far the agreements got, a part of another row not counted again.

    Parameters
    ----------
    whole
        How many stand for themselves.
    parts
        How many rows are parts of another.
    statuses
        How many of the whole ones have each status, most first.
    with_value
        How many of the whole ones have a disclosed value.
    """

    whole: int
    parts: int
    statuses: tuple[tuple[str, int], ...]
    with_value: int


def is_part(agreements: pd.DataFrame) -> pd.Series:
    """Return which rows are part of another row."""
    return agreements["part_of"].ne("")


def scoreboard(agreements: pd.DataFrame) -> Scoreboard:
    """Return how many agreements there are of each status, and with a value."""
    parts = is_part(agreements)
    whole = agreements[~parts]
    statuses = whole["status"]
    counts = statuses[statuses.ne("")].value_counts().sort_index()
    most_first = counts.sort_values(ascending=False, kind="stable")
    return Scoreboard(
        len(whole),
        int(parts.sum()),
        tuple((str(status), int(count)) for status, count in most_first.items()),
        int(whole["value_usd"].notna().sum()),
    )


def options(agreements: pd.DataFrame, name: str) -> list[str]:
    """Return everything that one of `CHOICES` offers, in alphabetical order."""
    choice = CHOICES[name]
    cells = agreements[choice.column].unique()
    return sorted({option for cell in cells for option in choice.options(cell)})


def year_of(partial: pd.Series) -> pd.Series:
    """Return the years of partial dates as Int64, missing where there is none."""
    return pd.to_numeric(partial.str[:4].replace("", None)).astype("Int64")


def years_offered(agreements: pd.DataFrame) -> tuple[int, int] | None:
    """Return the first and the last year of signature, or None if they are one."""
    years = year_of(agreements["signed_on"]).dropna()
    if years.nunique() < 2:
        return None
    return int(years.min()), int(years.max())


def undated(agreements: pd.DataFrame) -> int:
    """Return how many agreements have no date."""
    return int(agreements["signed_on"].eq("").sum())


def matching(
    agreements: pd.DataFrame, filters: Filters, is_found: Sequence[bool]
) -> pd.DataFrame:
    """Return the agreements that pass every filter.

    Parameters
    ----------
    is_found
        Which rows the search finds; see :func:`components.measures.search.found_in`.
    """
    keep = pd.Series(is_found, index=agreements.index, dtype="bool")
    for name, chosen in filters.chosen.items():
        if chosen:
            keep &= _has_any(agreements, CHOICES[name], set(chosen))
    if filters.years:
        signed = year_of(agreements["signed_on"])
        keep &= signed.between(*filters.years).fillna(False).astype("bool")
    # Readers who filter nothing share the one table.
    return agreements if keep.all() else agreements[keep]


def _has_any(agreements: pd.DataFrame, choice: Choice, chosen: set[str]) -> pd.Series:
    cells = agreements[choice.column]
    return cells.map(lambda cell: not chosen.isdisjoint(choice.options(cell)))
