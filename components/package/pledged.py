"""Rules for targets that others declared: what the page reads in their codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from components.problems import Problem, shown

_FIRST_ROW = 2  # the header is row 1 of the file
BASIS_NOT_STATED = "trade, basis not stated"
EXPORTS_OF_FIRST = "exports of the first economy"
EXPORTS_OF_SECOND = "exports of the second economy"
BASELINE = "baseline"
CONTEXT = "context"
# An empty cell means a target for one year.
LEVEL, CUMULATIVE, PURCHASE = "level", "cumulative", "purchase"
# Tables whose identifiers lead to one row, whichever of the two holds it.
_SHARED = (
    ("sources", "pledge_sources", "source_id", "source_id"),
    ("readings", "pledges", "reading_id", "pledge_id"),
)


def values_are_given_once(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Refuse a target without a value, or with one in dollars and in another money."""
    if "pledges" not in frames:
        return
    columns = frames["pledges"][["value_usd", "value_other"]]
    for row, (dollars, other) in enumerate(
        columns.itertuples(index=False, name=None), _FIRST_ROW
    ):
        if pd.notna(dollars) != bool(other):
            continue
        yield Problem(
            "pledges.csv",
            row,
            "value_usd, value_other",
            f"{shown(dollars)} and {shown(other)}" if other else "nothing",
            "a value in dollars, or in the words of the source, and not both",
            "Fill one of the two cells and empty the other.",
        )


def identifiers_mean_one_row(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Refuse an identifier that another table uses for something else."""
    for table, other, column, own in _SHARED:
        if other not in frames:
            continue
        taken = set(frames[table][column])
        for row, name in enumerate(frames[other][own], _FIRST_ROW):
            if name in taken:
                yield Problem(
                    f"{other}.csv",
                    row,
                    own,
                    shown(name),
                    f"an identifier that {table}.csv does not have",
                    "Rename it, here and wherever it is named.",
                )
