"""Whether two values may be set against each other, and what follows if so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from components.measures import ratios
from components.measures.bounds import Quantity
from components.measures.readings import TARGET, Reading, days_covered

MAX_LENGTH_DIFFERENCE = 7  # days; leap years and calendars stay alike
YEAR = 365  # days; a target without a period of its own is a year's
AGREE_WITHIN = 0.05

Verdict = Literal["like with like", "rough", "not like with like"]
LIKE: Verdict = "like with like"
ROUGH: Verdict = "rough"
UNLIKE: Verdict = "not like with like"
VERDICTS = (LIKE, ROUGH, UNLIKE)
Reason = Literal[
    "unit",
    "kind",
    "sum over years",
    "scope",
    "mixed scope",
    "direction",
    "scope not stated",
    "period not stated",
    "period length",
    "questioned",
]
# These make two values unlike; the others leave the comparison rough.
_UNLIKE: frozenset[Reason] = frozenset(
    ("unit", "kind", "sum over years", "scope", "mixed scope", "direction")
)


@dataclass(frozen=True)
class Comparison:
    """Two readings, whether they may be set against each other, and why."""

    one: Reading
    other: Reading
    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def allows_ratio(self) -> bool:
        """Whether a share, a gap or a growth rate may be printed."""
        return self.verdict != UNLIKE

    @property
    def ratio(self) -> Quantity | None:
        """``one`` divided by ``other``: 0.5 is half of it; None without a bound."""
        return ratios.ratio(self.one, self.other)

    @property
    def gap(self) -> Quantity | None:
        """``other`` minus ``one``, in their unit; negative once it is passed."""
        return ratios.gap(self.other, self.one)

    @property
    def agree(self) -> bool:
        """Whether the two values differ by at most 5%."""
        ratio = self.ratio
        if ratio is None or ratio.open_above or ratio.open_below:
            return False
        return abs(ratio.value - 1) <= AGREE_WITHIN


def compare(one: Reading, other: Reading) -> Comparison:
    """Return whether two readings may be set against each other.

    Not like with like: two units, two directions, two different scopes that were
    both stated, an amount and a share, or a year and a sum over years; rough: a
    scope or a period was not stated, the periods differ in length, or a value is
    questioned. After the rules for mirror statistics: like flow, like scope. A
    target has no period of its own and stands for a year.
    """
    reasons: list[Reason] = []
    if one.unit != other.unit:
        reasons.append("unit")
    else:
        reasons += _scope(one, other)
    if one.measure != other.measure:
        reasons.append("kind")
    if one.cumulative != other.cumulative:
        reasons.append("sum over years")
    if (one.exporter, one.importer) != (other.exporter, other.importer):
        reasons.append("direction")
    if reason := _periods(one, other):
        reasons.append(reason)
    if one.questioned or other.questioned:
        reasons.append("questioned")
    verdict = UNLIKE if _UNLIKE.intersection(reasons) else ROUGH if reasons else LIKE
    return Comparison(one, other, verdict, tuple(reasons))


def _scope(one: Reading, other: Reading) -> list[Reason]:
    reasons: list[Reason] = []
    if one.is_mixed or other.is_mixed:
        reasons.append("mixed scope")
    if not (one.basis_stated and other.basis_stated):
        reasons.append("scope not stated")
    elif one.concept != other.concept and not reasons:
        reasons.append("scope")
    return reasons


def _periods(one: Reading, other: Reading) -> Reason | None:
    lengths = [_length(reading) for reading in (one, other)]
    if None in lengths:
        return "period not stated"
    first, second = (length or 0 for length in lengths)
    return "period length" if abs(first - second) > MAX_LENGTH_DIFFERENCE else None


def _length(reading: Reading) -> int | None:
    days = days_covered(reading)
    return YEAR if days is None and reading.series == TARGET else days
