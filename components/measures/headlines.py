"""Which reading stands for a fact, where some of its readings were not known yet."""

from __future__ import annotations

import pandas as pd

from components.measures.readings import is_named
from components.rules import are_two_directions

Frames = dict[str, pd.DataFrame]


def rechosen(frames: Frames) -> Frames:
    """Return the tables, each fact with a headline among the readings that are left.

    The headline of the package stands as long as it is one of them. Else that comes
    first which the README of the data puts first: not questioned, with a named
    speaker, a day, a closed period and an address.
    """
    readings = frames["readings"]
    headlines = set(frames["facts"]["headline"])
    urls = frames["sources"].set_index("source_id")["url"]
    ranks = pd.DataFrame(
        {
            "other": ~readings["reading_id"].isin(headlines),
            "questioned": readings["questioned"].fillna(False).astype("bool"),
            "nobody": ~readings["stated_by"].map(is_named).astype("bool"),
            "undated": readings["stated_on"].eq(""),
            "open": readings["period_start"].eq("") | readings["period_end"].eq(""),
            "unlinked": readings["source_id"].map(urls).eq(""),
        }
    )
    order = ranks.sort_values(list(ranks.columns), kind="stable").index
    first = readings.loc[order].drop_duplicates("fact_id").set_index("fact_id")
    facts = frames["facts"]
    facts = facts.assign(headline=facts["fact_id"].map(first["reading_id"]))
    return frames | {"facts": _on_steps(facts, readings)}


def _on_steps(facts: pd.DataFrame, readings: pd.DataFrame) -> pd.DataFrame:
    """Return the facts; of a step that no longer adds up, the first alone is on it."""
    rows = readings.set_index("reading_id")
    step = facts["step"].copy()
    for _, group in facts[step.notna()].groupby("step"):
        headlines = rows.loc[group["headline"]]
        if len(group) > 1 and not are_two_directions(headlines, group["series"]):
            step[group.index[1:]] = pd.NA
    return facts.assign(step=step)
