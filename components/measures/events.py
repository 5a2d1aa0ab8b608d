"""Events and mechanisms of exchange: their kinds and their order."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd


def kinds(events: pd.DataFrame) -> list[str]:
    """Return the kinds that occur, in the order of the file."""
    return list(dict.fromkeys(events["kind"]))


def of_kinds(events: pd.DataFrame, chosen: Sequence[str]) -> pd.DataFrame:
    """Return the events of some kinds; of all if none is chosen."""
    return events[events["kind"].isin(chosen)] if chosen else events


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Return events by their partial dates, the undated last."""
    is_undated = events["happened_on"].eq("")
    by_day = events.assign(is_undated=is_undated).sort_values(
        ["is_undated", "happened_on"], kind="stable"
    )
    return by_day.drop(columns="is_undated")


def is_mechanism(events: pd.DataFrame) -> pd.Series:
    """Return which rows are a mechanism of exchange and not an event."""
    return events["mechanism"].ne("")
