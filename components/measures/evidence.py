"""Where figures were looked for: statistical bodies by year."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from components.package.model import codes

STATES = codes("evidence", "state")


def counts(evidence: pd.DataFrame) -> dict[str, int]:
    """Return how many body-years are in each state that occurs."""
    states = evidence["state"].value_counts()
    return {state: int(states[state]) for state in STATES if state in states}


def spans(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last year of each unbroken run."""
    unbroken: list[tuple[int, int]] = []
    for year in sorted(set(map(int, years))):
        if unbroken and unbroken[-1][1] == year - 1:
            unbroken[-1] = unbroken[-1][0], year
        else:
            unbroken.append((year, year))
    return unbroken
