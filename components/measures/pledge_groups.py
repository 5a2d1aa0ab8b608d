"""Targets of others in groups: which pass a filter, how each fared, which is near."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from components.measures.bounds import Quantity
from components.measures.outcome import State
from components.measures.pledges import Pledge
from components.measures.readings import as_date

# In the order in which a reader meets them.
GROUPS: tuple[State, ...] = (
    "reached",
    "missed, passed later",
    "missed",
    "open",
    "reached, no deadline",
    "reached, lost later",
    "not reached, no deadline",
    "cannot be said",
)
# A target with a deadline that can be judged, and one without.
DATED = ("reached", "missed, passed later", "missed")
UNDATED = ("reached, no deadline", "reached, lost later", "not reached, no deadline")
Term = Literal["past", "ahead", "none"]
TERMS: tuple[Term, ...] = ("past", "ahead", "none")
Size = Literal["under 1.5", "1.5 to 2", "2 to 4", "4 or more", "not known"]
# Each begins where the one before it ends.
_SIZES: tuple[tuple[Size, float], ...] = (
    ("under 1.5", 1.5),
    ("1.5 to 2", 2.0),
    ("2 to 4", 4.0),
    ("4 or more", math.inf),
)
SIZES: tuple[Size, ...] = (*(name for name, _ in _SIZES), "not known")


@dataclass(frozen=True)
class Wanted:
    """What a reader is looking for; what is empty lets all pass.

    Parameters
    ----------
    economies
        Codes; a target passes with any of them.
    terms, sizes
        Of :data:`TERMS` and :data:`SIZES`.
    """

    economies: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    sizes: tuple[Size, ...] = ()


@dataclass(frozen=True)
class Middle:
    """The median of some numbers with their least and their greatest."""

    middle: float
    least: float
    most: float


def term(pledge: Pledge, as_of: date) -> Term:
    """Return whether a target's deadline is past or ahead, or there is none."""
    if not pledge.target.deadline:
        return "none"
    return "past" if as_date(pledge.target.deadline) < as_of else "ahead"


def size(pledge: Pledge) -> Size:
    """Return how much a target asked for, as a multiple of its baseline."""
    ask = pledge.ask
    if ask is None:
        return "not known"
    return next(name for name, end in _SIZES if ask.value < end)


def passing(pledges: Sequence[Pledge], wanted: Wanted, as_of: date) -> list[Pledge]:
    """Return the targets that pass every filter; this pair's own pass the first."""
    return [
        item
        for item in pledges
        if (
            item.is_own
            or not wanted.economies
            or not {*wanted.economies}.isdisjoint(item.economies)
        )
        and (not wanted.terms or term(item, as_of) in wanted.terms)
        and (not wanted.sizes or size(item) in wanted.sizes)
    ]


def of_state(pledges: Sequence[Pledge], *states: str) -> list[Pledge]:
    """Return the counted targets that are in one of some states."""
    return [
        item
        for item in pledges
        if item.counts and item.outcome is not None and item.outcome.state in states
    ]


def shared(pledges: Sequence[Pledge], codes: Sequence[str]) -> list[Pledge]:
    """Return the counted targets that involve any of some economies."""
    wanted = {*codes}
    return [
        item
        for item in pledges
        if item.counts and not wanted.isdisjoint(item.economies)
    ]


def others(pledges: Sequence[Pledge], codes: Sequence[str]) -> list[Pledge]:
    """Return the counted targets that involve none of some economies."""
    wanted = {*codes}
    return [
        item for item in pledges if item.counts and wanted.isdisjoint(item.economies)
    ]


def pairs(pledges: Sequence[Pledge]) -> int:
    """Return in how many pairs of economies some targets were declared."""
    return len({frozenset(item.economies) for item in pledges})


def ordered(pledges: Sequence[Pledge]) -> dict[State, list[Pledge]]:
    """Return judged targets by what became of them, those that came furthest first."""
    groups: dict[State, list[Pledge]] = {}
    for state in GROUPS:
        group = [
            item for item in pledges if item.outcome and item.outcome.state == state
        ]
        if group:
            groups[state] = sorted(group, key=_how_far)
    return groups


def _how_far(pledge: Pledge) -> tuple[bool, float, str]:
    share = pledge.share_after or pledge.share_before
    return share is None, -share.value if share else 0.0, pledge.pledge_id


def middle(
    pledges: Sequence[Pledge], number: Callable[[Pledge], float | None]
) -> Middle | None:
    """Return the median of a number of each target that has one; None if none has."""
    numbers = [value for item in pledges if (value := number(item)) is not None]
    return Middle(median(numbers), min(numbers), max(numbers)) if numbers else None


def asked(pledge: Pledge) -> float | None:
    """Return the size of the ask as a number, whatever its bound."""
    return pledge.ask.value if pledge.ask else None


def years_given(pledge: Pledge) -> float | None:
    """Return the years from a declaration to its deadline."""
    return pledge.years_given


def nearest(pledges: Sequence[Pledge], own: Sequence[Pledge]) -> Pledge | None:
    """Return the target most like this pair's own; None if none may be compared.

    Of one of its economies, with or without a deadline as that of the pair; named
    nearest in time, and of one day, nearest in the size of the ask.
    """
    candidates = [
        (_days_apart(item, mine), _ask_apart(item, mine), item.pledge_id, item)
        for mine in own
        for item in shared(pledges, mine.economies)
        if bool(item.target.deadline) == bool(mine.target.deadline)
        and all(len(one.target.stated_on) == len("1961-05-05") for one in (item, mine))
    ]
    return min(candidates, key=lambda entry: entry[:3])[3] if candidates else None


def _days_apart(one: Pledge, other: Pledge) -> int:
    days = as_date(one.target.stated_on) - as_date(other.target.stated_on)
    return abs(days.days)


def _ask_apart(one: Pledge, other: Pledge) -> float:
    if not one.ask or not other.ask:
        return math.inf
    return abs(math.log(_positive(one.ask) / _positive(other.ask)))


def _positive(item: Quantity) -> float:
    return max(item.value, 1e-9)
