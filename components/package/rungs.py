"""The rungs from promise to delivery: what they may be, and what stands on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from components.package.model import codes
from components.problems import Problem, shown

ANNOUNCED, SIGNED, IN_FORCE = "announced", "signed", "in force"
DISCLOSED, DELIVERED = "money disclosed", "delivery reported"
RUNGS = codes("rungs", "rung")
# Only this kind of money may be set against a target of trade.
TRADE = "goods or services"
KINDS = codes("rungs", "kind")
_FIRST_ROW = 2  # the header is row 1 of the file
_WITH_MONEY = (DISCLOSED, DELIVERED)
_TOGETHER = ("value", "currency", "kind")
_USED = (SIGNED, IN_FORCE, DELIVERED)
# A status stands on any one of these rungs; a status of a package's own on any.
_STANDS_ON = {
    "announced": (ANNOUNCED,),
    "initialled": (ANNOUNCED,),
    "signed": (SIGNED,),
    "partly delivered": (DELIVERED,),
    "delivered": (DELIVERED,),
    "dormant": _USED,
    "lapsed": _USED,
    "implied lapsed": _USED,
}
# A status that says less than one of these rungs contradicts it.
_SAYS_LESS_THAN = {
    "announced": _USED,
    "initialled": _USED,
    "signed": (DELIVERED,),
}
_NAMED = 6  # most identifiers that a message gives
Frames = dict[str, pd.DataFrame]


def problems(frames: Frames, currency: str) -> list[Problem]:
    """Return every breach of the rules below.

    Parameters
    ----------
    currency
        That of the package.
    """
    return [
        *_unsupported_statuses(frames),
        *_incomplete_money(frames),
        *_differing_values(frames, currency),
        *_towards_no_target(frames),
        *_parts_of_themselves(frames),
    ]


def _unsupported_statuses(frames: Frames) -> Iterator[Problem]:
    """Yield each agreement whose status no rung supports, or a rung contradicts.

    An empty table counts as absent.
    """
    reached: dict[str, set[str]] = defaultdict(set)
    for agreement, rung in zip(*_columns(frames, "agreement_id", "rung"), strict=True):
        reached[agreement].add(rung)
    if not reached:
        return
    agreements = frames["agreements"]
    without = [name for name in agreements["agreement_id"] if name not in reached]
    if without:
        yield _without_rungs(without)
    for row, (name, status) in enumerate(
        zip(agreements["agreement_id"], agreements["status"], strict=True), _FIRST_ROW
    ):
        needed = _STANDS_ON.get(status, RUNGS)
        if name not in reached:
            continue
        if not reached[name].intersection(needed):
            yield Problem(
                "agreements.csv",
                row,
                "status",
                shown(status),
                f"a row of {name} in rungs.csv that is {' or '.join(needed)}",
                "Add the row with its source, or correct the status.",
            )
        for rung in RUNGS:
            if rung in reached[name].intersection(_SAYS_LESS_THAN.get(status, ())):
                yield Problem(
                    "agreements.csv",
                    row,
                    "status",
                    f"{shown(status)}, while rungs.csv has {name} as {rung}",
                    "a status that says no less than the rungs",
                    "Correct the status, or the rung.",
                )


def _without_rungs(names: Sequence[str]) -> Problem:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return Problem(
        "rungs.csv",
        None,
        "agreement_id",
        f"no row of {', '.join(names[:_NAMED])}{more}",
        "a row for the status of each agreement, since the table has rows",
        "Add a row with its source for each, or remove all rows of the table.",
    )


def _incomplete_money(frames: Frames) -> Iterator[Problem]:
    """Yield rungs whose amount is not whole: a value, its currency and its kind."""
    rungs = frames["rungs"]
    given = _given(rungs)
    for row, (rung, *there) in enumerate(
        zip(rungs["rung"], *(given[name] for name in _TOGETHER), strict=True),
        _FIRST_ROW,
    ):
        valued = there[0]
        if any(there) and not all(there):
            lacking = [
                name for name, has in zip(_TOGETHER, there, strict=True) if not has
            ]
            yield Problem(
                "rungs.csv",
                row,
                ", ".join(lacking),
                "nothing",
                f"{', '.join(_TOGETHER)} together, or none of them",
                "Fill what is missing; “not stated” is a kind too.",
            )
        elif valued and rung not in _WITH_MONEY:
            yield Problem(
                "rungs.csv",
                row,
                "value",
                f"an amount for {shown(rung)}",
                f"amounts only for {' and '.join(_WITH_MONEY)}",
                f"Move the amount to a row that is {DISCLOSED}.",
            )
        elif rung == DISCLOSED and not valued:
            yield Problem(
                "rungs.csv",
                row,
                "value",
                "nothing",
                f"an amount, since the row is {DISCLOSED}",
                "Fill in the amount, or remove the row.",
            )


def _given(rungs: pd.DataFrame) -> pd.DataFrame:
    """Return which parts of an amount each row has."""
    named = {name: rungs[name].ne("") for name in _TOGETHER if name != "value"}
    return pd.DataFrame({"value": rungs["value"].notna(), **named})


def _differing_values(frames: Frames, currency: str) -> Iterator[Problem]:
    """Yield values of agreements that differ from what is counted of them."""
    rungs = frames["rungs"]
    if rungs.empty:
        return
    disclosures = rungs[rungs["rung"].eq(DISCLOSED)]
    # A row that lacks a cell is reported for that alone.
    whole = _given(disclosures).all(axis=1)
    lacking = set(disclosures.loc[~whole, "agreement_id"])
    rows = disclosures[whole & disclosures["currency"].eq(currency)]
    names, values, kinds = (rows[x] for x in ("agreement_id", "value", "kind"))
    disclosed = dict(zip(names, zip(values, kinds, strict=True), strict=True))
    agreements = frames["agreements"]
    for row, (name, value) in enumerate(
        zip(agreements["agreement_id"], agreements["value_usd"], strict=True),
        _FIRST_ROW,
    ):
        there, kind = disclosed.get(name, (None, ""))
        # What is not counted may stand in the rungs alone.
        agrees = kind != TRADE if pd.isna(value) else there == value
        if agrees or name in lacking:
            continue
        yield Problem(
            "agreements.csv",
            row,
            "value_usd",
            "nothing" if pd.isna(value) else _written(value),
            f"a row of {name} in rungs.csv that is {DISCLOSED} in {currency}"
            if there is None
            else f"{_written(there)}, as in rungs.csv",
            "Give both places the same value, or add the row with its source.",
        )


def _written(value: float) -> str:
    """Return a number as a cell has it."""
    return shown(f"{value:.15g}")


def _towards_no_target(frames: Frames) -> Iterator[Problem]:
    """Yield rungs that count towards something that is not a target."""
    facts = frames["facts"]
    series = dict(zip(facts["fact_id"], facts["series"], strict=True))
    for row, fact in enumerate(frames["rungs"]["towards"], _FIRST_ROW):
        if fact and series[fact] != "target":
            yield Problem(
                "rungs.csv",
                row,
                "towards",
                shown(fact),
                f"a target, since {fact} is {series[fact]}",
                "Name a target, or empty the cell.",
            )


def _parts_of_themselves(frames: Frames) -> Iterator[Problem]:
    """Yield agreements that are, through others, parts of themselves."""
    names, wholes = _columns(frames, "agreement_id", "part_of", table="agreements")
    part_of = dict(zip(names, wholes, strict=True))
    for row, name in enumerate(names, _FIRST_ROW):
        seen, whole = {name}, part_of[name]
        while whole and whole not in seen:
            seen.add(whole)
            whole = part_of[whole]
        if whole == name:
            yield Problem(
                "agreements.csv",
                row,
                "part_of",
                shown(part_of[name]),
                f"a row that is not itself a part of {name}",
                "Empty the cell in the row that is the whole.",
            )


def _columns(
    frames: Frames, *names: str, table: str = "rungs"
) -> tuple[list[str], ...]:
    return tuple(frames[table][name].to_list() for name in names)
