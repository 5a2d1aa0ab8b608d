"""Rows that contradict one another: a value, and a statement that there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from components.problems import Problem, shown

if TYPE_CHECKING:
    import pandas as pd

_FIRST_ROW = 2  # the header is row 1 of the file
STATISTICAL_BODY = "statistical body"
_LOOKED_UP = ("reported", "not reported")
_SOURCES = ("sources", "pledge_sources")


def year_of(start: str, end: str) -> int | None:
    """Return the year of ``evidence.csv`` that a period belongs to.

    The year in which it begins; None if it is open or longer than a year.
    """
    if not (start[:4].isdigit() and end):
        return None
    a_year_on = f"{int(start[:4]) + 1}{start[4:]}"
    return int(start[:4]) if end < a_year_on else None


def values_that_evidence_denies(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield each year not marked as reported although a reading gives a value."""
    readings = frames["readings"]
    columns = readings[["stated_by", "period_start", "period_end", "reading_id"]]
    values = {
        (body, year_of(start, end)): reading
        for body, start, end, reading in columns.itertuples(index=False, name=None)
    }
    evidence = frames["evidence"][["body", "year", "state"]]
    for row, (body, year, state) in enumerate(
        evidence.itertuples(index=False, name=None), _FIRST_ROW
    ):
        reading = values.get((body, year))
        if reading is not None and state != "reported":
            yield Problem(
                "evidence.csv",
                row,
                "state",
                shown(state),
                f"“reported”, since {reading} of readings.csv is a value of that body "
                "and year",
                "Correct the state and its note, or the reading.",
            )


def results_of_sources_never_read(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield each statistical result that rests on a source nobody has read."""
    sources, facts = frames["sources"], frames["facts"]
    never = set(sources.loc[sources["checked_on"].eq(""), "source_id"])
    recorded = set(facts.loc[facts["series"].eq("recorded"), "fact_id"])
    readings, evidence = frames["readings"], frames["evidence"]
    results = {
        "readings": readings["fact_id"].isin(recorded),
        "evidence": evidence["state"].isin(_LOOKED_UP),
    }
    for table, is_result in results.items():
        cited = frames[table]["source_id"]
        for index in cited.index[is_result & cited.isin(never)]:
            yield Problem(
                f"{table}.csv",
                int(index) + _FIRST_ROW,
                "source_id",
                shown(cited[index]),
                "a source that was read, since the row is a result of reading it",
                "Write the day on which it was read under checked_on in sources.csv, "
                "and correct its note; or name the source that was read.",
            )


def bodies_on_another_side(frames: dict[str, pd.DataFrame]) -> Iterator[Problem]:
    """Yield each statistic of a body of ``evidence`` that is called something else.

    A warning: a body may be cited by a third party. But the page says of a value of
    any other side that it was cited, and not published by a statistical body.
    """
    facts, readings = frames["facts"], frames["readings"]
    recorded = set(facts.loc[facts["series"].eq("recorded"), "fact_id"])
    bodies = set(frames["evidence"]["body"])
    odd = (
        readings["fact_id"].isin(recorded)
        & readings["stated_by"].isin(bodies)
        & readings["side"].ne(STATISTICAL_BODY)
    )
    for index in readings.index[odd]:
        yield Problem(
            "readings.csv",
            int(index) + _FIRST_ROW,
            "side",
            shown(readings["side"][index]),
            f"“{STATISTICAL_BODY}”, since {readings['stated_by'][index]} is a body of "
            "evidence.csv",
            "Correct the side; or name under stated_by who cites the body.",
        )


def copies_that_are_and_are_not(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield each source with an archived copy and a reason why it has none."""
    for table in _SOURCES:
        sources = frames.get(table)
        if sources is None or not {"archived_url", "not_archived"} <= set(sources):
            continue
        both = sources["archived_url"].ne("") & sources["not_archived"].ne("")
        for index in sources.index[both]:
            yield Problem(
                f"{table}.csv",
                int(index) + _FIRST_ROW,
                "not_archived",
                shown(sources["not_archived"][index]),
                "nothing, since archived_url of the same row has a copy",
                "Empty one of the two.",
            )
