"""Values with bounds, and the bounds of their sums, differences and quotients.

What follows from "over $4 billion" is itself a bound, never a point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

EXACT, AT_LEAST, ABOUT, AT_MOST = "exact", "at least", "about", "at most"
# Only arithmetic gives these; sources state one of the four above.
AT_LEAST_ABOUT, AT_MOST_ABOUT = "at least about", "at most about"


@dataclass(frozen=True)
class Quantity:
    """A value and how it is bounded; the true value may lie beyond an open side."""

    value: float
    bound: str = EXACT

    @property
    def open_above(self) -> bool:
        """Whether the true value may be higher."""
        return self.bound in (AT_LEAST, AT_LEAST_ABOUT)

    @property
    def open_below(self) -> bool:
        """Whether the true value may be lower."""
        return self.bound in (AT_MOST, AT_MOST_ABOUT)

    @property
    def is_rough(self) -> bool:
        """Whether the value was rounded when it was stated."""
        return self.bound in (ABOUT, AT_LEAST_ABOUT, AT_MOST_ABOUT)


def bounded(
    value: float, rises: Sequence[Quantity], falls: Sequence[Quantity] = ()
) -> Quantity | None:
    """Return `value` with its bound, or None if it has no bound at all.

    Parameters
    ----------
    rises, falls
        The values with which `value` grows, and those with which it shrinks.
    """
    above = any(item.open_above for item in rises) or any(
        item.open_below for item in falls
    )
    below = any(item.open_below for item in rises) or any(
        item.open_above for item in falls
    )
    if above and below:
        return None
    about = any(item.is_rough for item in (*rises, *falls))
    if above:
        return Quantity(value, AT_LEAST_ABOUT if about else AT_LEAST)
    if below:
        return Quantity(value, AT_MOST_ABOUT if about else AT_MOST)
    return Quantity(value, ABOUT if about else EXACT)


def total(parts: Sequence[Quantity]) -> Quantity | None:
    """Return the sum of some values; None if it has no bound at all.

    "At least 3" and "at most 5" can add up to anything.
    """
    return bounded(sum(part.value for part in parts), parts)


def difference(minuend: Quantity, subtrahend: Quantity) -> Quantity | None:
    """Return minuend minus subtrahend; None if it has no bound at all."""
    return bounded(minuend.value - subtrahend.value, [minuend], [subtrahend])


def quotient(numerator: Quantity, denominator: Quantity) -> Quantity | None:
    """Return numerator divided by denominator; None if it has no bound at all.

    "Over 4" divided by 8 is at least 0.5; 8 divided by "over 4" is at most 2;
    "over 4" divided by "over 8" can be anything. Values are not negative. None
    also if the denominator is zero, or so small that the quotient is not finite.
    """
    if denominator.value == 0:
        return None
    value = numerator.value / denominator.value
    return bounded(value, [numerator], [denominator]) if math.isfinite(value) else None
