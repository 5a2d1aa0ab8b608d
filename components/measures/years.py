"""Years as the spans that they make up."""

from __future__ import annotations

from collections.abc import Iterable


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return years as first and last of each unbroken run.

    >>> runs([1963, 1961, 1962, 1965])
    [(1961, 1963), (1965, 1965)]
    """
    unbroken: list[tuple[int, int]] = []
    for year in sorted(years):
        if unbroken and year == unbroken[-1][1] + 1:
            unbroken[-1] = (unbroken[-1][0], int(year))
        else:
            unbroken.append((int(year), int(year)))
    return unbroken
