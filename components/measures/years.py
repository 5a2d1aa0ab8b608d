"""Years as the spans that they make up."""

from __future__ import annotations

from collections.abc import Iterable


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return years as first and last of each unbroken run.

    >>> runs([2003, 2001, 2002, 2005])
    [(2001, 2003), (2005, 2005)]
    """
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        if found and year == found[-1][1] + 1:
            found[-1] = (found[-1][0], int(year))
        else:
            found.append((int(year), int(year)))
    return found
