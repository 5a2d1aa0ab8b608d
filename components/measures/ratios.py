"""The ratio of two readings, and their gap.

A target that is worked out from the other reading is known from what was said:
twice "over $4 billion" is exactly twice as much, whatever that came to.
"""

from __future__ import annotations

from components.measures.bounds import Quantity, bounded, difference, quotient
from components.measures.readings import MULTIPLE, Reading

_ONE, _NOTHING = Quantity(1.0), Quantity(0.0)


def ratio(one: Reading, other: Reading) -> Quantity | None:
    """Return one reading divided by the other; None if it has no bound at all."""
    if (rise := _rise_from(one, other)) is not None:
        return _times(one, rise, other)
    if (rise := _rise_from(other, one)) is not None:
        times = _times(other, rise, one)
        return quotient(_ONE, times) if times else None
    return quotient(one.quantity, other.quantity)


def gap(one: Reading, other: Reading) -> Quantity | None:
    """Return one reading minus the other; None if it has no bound at all."""
    if (rise := _rise_from(one, other)) is not None:
        return _more(one, rise, other)
    if (rise := _rise_from(other, one)) is not None:
        more = _more(other, rise, one)
        return difference(_NOTHING, more) if more else None
    return difference(one.quantity, other.quantity)


def _rise_from(target: Reading, base: Reading) -> Quantity | None:
    """Return the number as said if a target starts from that very reading."""
    own = target.base.reading_id if target.base else ""
    return target.rise if own == base.reading_id else None


def _times(target: Reading, rise: Quantity, base: Reading) -> Quantity | None:
    """Return a target divided by its base: an increase is the more, the lower that."""
    if target.kind == MULTIPLE:
        return rise
    share = quotient(rise, base.quantity)
    return Quantity(1 + share.value, share.bound) if share else None


def _more(target: Reading, rise: Quantity, base: Reading) -> Quantity | None:
    """Return a target less its base: a multiple is the more, the higher that."""
    if target.kind != MULTIPLE:
        return rise
    return bounded(target.value - base.value, [rise, base.quantity])
