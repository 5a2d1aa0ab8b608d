"""Rules of what a target does to an earlier one: restates, replaces, withdraws."""

from __future__ import annotations

from collections.abc import Iterator

from components.package.readings import Breach, Row, Rows
from components.problems import shown


def successions(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield a target that points at nothing, at itself or at a later one."""
    relation, named = row["relation"], row["relates_to"]
    if bool(relation) != bool(named):
        missing = "relates_to" if relation else "relation"
        yield (
            missing,
            "nothing",
            f"what goes with {shown(relation or named)} beside it",
            "Fill both cells, or neither.",
        )
    elif relation and (wrong := _not_a_goal(row, rows)):
        yield (
            "relates_to",
            shown(named),
            wrong,
            "Name the earlier target by its reading_id or fact_id, or empty both "
            "relation and relates_to.",
        )
    elif relation:
        yield from _place(row, rows)


def _not_a_goal(row: Row, rows: Rows) -> str:
    """Return what a target should point at instead; empty if it is right."""
    goal = rows.goal(row)
    if goal is None or rows.fact(goal)["series"] != "target":
        return "the reading_id or fact_id of a target"
    if goal is row:
        return "another target than the row itself"
    if not row["stated_on"] or not goal["stated_on"]:
        return "a target whose day is known, from a row whose own is: see stated_on"
    if row["stated_on"] < goal["stated_on"]:
        return f"an earlier target; that one was stated on {goal['stated_on']}"
    return ""


def _place(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield a row in the wrong fact for its relation."""
    goal = rows.goal(row) or row
    is_same = goal["fact_id"] == row["fact_id"]
    if row["relation"] == "replaces" and is_same:
        yield (
            "fact_id",
            shown(row["fact_id"]),
            "a fact of its own, since the row replaces another target",
            "Give the new target a fact; restates is for the same one again.",
        )
    elif row["relation"] == "withdraws" and not is_same:
        yield (
            "fact_id",
            shown(row["fact_id"]),
            f"{goal['fact_id']}, the fact of the target that is withdrawn",
            "Give the row the fact_id of what it withdraws; it aims at nothing itself.",
        )
    elif row["relation"] == "withdraws" and row["reading_id"] in rows.headlines:
        yield (
            "relation",
            "withdraws, in the reading that is the headline of its fact",
            "a headline that aims at something",
            "Choose the reading that named the target as headline in facts.csv.",
        )
