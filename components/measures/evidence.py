"""Where figures were looked for: statistical bodies by year."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components.package.model import codes

STATES = codes("evidence", "state")


def counts(evidence: pd.DataFrame) -> dict[str, int]:
    """Return how many body-years are in each state, those of none left out."""
    found = evidence["state"].value_counts()
    return {state: int(found[state]) for state in STATES if state in found}


def spans(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return years as first and last of each unbroken row of them."""
    found: list[tuple[int, int]] = []
    for year in sorted(set(map(int, years))):
        if found and found[-1][1] == year - 1:
            found[-1] = found[-1][0], year
        else:
            found.append((year, year))
    return found
