"""Ends and ticks of value axes, worked out once for every way of drawing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MANY_DECADES = 4
ROOM = 1.04  # the longest bar and its arrow end before the axis does


def linear_end(values: Sequence[float]) -> float:
    """Return the end of a linear axis that begins at zero."""
    return max([value for value in values if value > 0] or [1.0]) * ROOM


def linear_ticks(end: float, most: int = 5) -> list[float]:
    """Return round values from zero: steps of 1, 2 or 5, at most `most` beyond it."""
    rough = end / most
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    return [step * count for count in range(math.floor(end / step) + 1)]


def logarithmic_ends(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of a logarithmic axis: from a decade below the least value."""
    positive = [value for value in values if value > 0] or [1.0]
    # Half a decade below the lowest line is room for what is published as zero.
    low = 10 ** math.floor(math.log10(min(positive)) - 0.2)
    return low / 3, max(positive) * 2.5


def logarithmic_ticks(ends: tuple[float, float]) -> list[float]:
    """Return powers of ten inside an axis, with 2 and 5 where they are few."""
    low, high = ends
    decades = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 1)
    factors = (1, 2, 5) if len(decades) < MANY_DECADES else (1,)
    ticks = [factor * 10.0**decade for decade in decades for factor in factors]
    return [tick for tick in ticks if low <= tick <= high]


@dataclass(frozen=True)
class Scale:
    """A value axis that stands upright between two pixels.

    Parameters
    ----------
    low, high
        Its ends; a linear one begins at zero.
    top, bottom
        Where they lie, in px from the top of the chart.
    """

    low: float
    high: float
    logarithmic: bool
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Return where a value lies; zero stands on the bottom of every scale."""
        if self.logarithmic:
            if value <= self.low:
                return self.bottom
            part = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            part = value / self.high
        return self.bottom - part * (self.bottom - self.top)

    def ticks(self, room: float) -> list[float]:
        """Return round values whose names are `room` px apart at least.

        Zero is among them on either scale.
        """
        if not self.logarithmic:
            most = max(1, int((self.bottom - self.top) / room))
            return linear_ticks(self.high, most)
        ticks = [0.0]
        for tick in logarithmic_ticks((self.low, self.high)):
            if self.y(ticks[-1]) - self.y(tick) >= room:
                ticks.append(tick)
        return ticks


def upright(
    values: Sequence[float], *, logarithmic: bool, top: float, bottom: float
) -> Scale:
    """Return the scale on which some values stand between two pixels."""
    low, high = logarithmic_ends(values) if logarithmic else (0.0, linear_end(values))
    return Scale(low, high, logarithmic, top, bottom)
