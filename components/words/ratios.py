"""One value as a ratio of another: one wording for every sentence.

Below twice as much it is a percentage, above it a multiple: "1.1 times" beside
"13% a year" would be two numbers for one relation.
"""

from __future__ import annotations

from components.measures.bounds import Quantity
from components.words.values import (
    COMPUTED_DIGITS,
    computed,
    plain_number,
    ratio_bounded,
    rounded,
)

TIMES_FROM = 1.995  # what rounds to twice is twice


def as_much(ratio: Quantity, what: str) -> str:
    """Return how much of something a value is: ``113% of it``, ``5 times that``."""
    if ratio.value < TIMES_FROM:
        return f"{as_percent(ratio)} of {what}"
    return f"{computed(ratio)} times {what}"


def change(ratio: Quantity) -> str:
    """Return how far a value changed: ``to 113%``, ``at least 5 times``."""
    if ratio == Quantity(1.0):
        return "unchanged"
    if ratio.value < TIMES_FROM:
        return f"to {as_percent(ratio)}"
    return f"{computed(ratio)} times"


def as_percent(ratio: Quantity) -> str:
    """Return a ratio in percent; near the whole as exact as growth: ``104.5%``.

    What rose by 4.5% came to 104.5%, not to 105%.
    """
    percent = ratio.value * 100
    near = 1 < ratio.value < TIMES_FROM
    shown = 100 + rounded(percent - 100) if near else rounded(percent, COMPUTED_DIGITS)
    return ratio_bounded(ratio, f"{plain_number(shown, 15)}%")
