"""What can have become of a target, and what can keep one from saying it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from components.measures.bounds import Quantity
from components.measures.comparability import LIKE, Verdict
from components.measures.readings import Reading

State = Literal[
    "reached",
    "missed",
    "missed, passed later",
    "open",
    "not reached, no deadline",
    "reached, no deadline",
    "reached, lost later",
    "withdrawn",
    "replaced",
    "cannot be said",
]
STATES: tuple[State, ...] = get_args(State)
# Why nothing can be said.
Lack = Literal[
    "",
    "nothing comparable",
    "nothing since",
    "no value for the deadline",
    "years missing",
    "figures disagree",
    "day not known",
]


@dataclass(frozen=True)
class Outcome:
    """What one kind of evidence says of a target.

    Parameters
    ----------
    state
        One of :data:`STATES`; *reached* means by its deadline, *withdrawn* and
        *replaced* before that and before it was reached.
    verdict
        How well the decisive values compare with the target.
    decisive
        The values that decide, or that disagree.
    lack
        Why nothing can be said; empty if something can.
    early
        Whether a value of an earlier year had reached it.
    first
        The first value that had reached it early, where others decide.
    by_neighbours
        Whether the years beside the deadline's decide, since it has no value.
    highest
        The highest comparable value, of any period; None if there is none.
    total
        What the decisive values add up to, where their sum decides.
    """

    state: State
    verdict: Verdict = LIKE
    decisive: tuple[Reading, ...] = ()
    lack: Lack = ""
    early: bool = False
    first: Reading | None = None
    by_neighbours: bool = False
    highest: Reading | None = None
    total: Quantity | None = None

    @property
    def is_ended(self) -> bool:
        """Whether nobody aims at it any more, and no figure says what became of it."""
        return self.state in ("withdrawn", "replaced")


@dataclass(frozen=True)
class Fate:
    """What became of a target, by claimed and by published values."""

    target: Reading
    as_of: date
    claimed: Outcome
    published: Outcome
