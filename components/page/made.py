"""Files that the server makes of a folder of data, and caches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from components.measures.record import Record
from components.page import cache
from components.page.kept import Kept


class Made:
    """Files made of one folder of data, cached within a bound.

    Parameters
    ----------
    folder
        Returns the folder of the data package.
    limit
        How many bytes are kept at most.
    """

    def __init__(self, folder: Callable[[], Path], limit: int) -> None:
        self._folder = folder
        self._kept: Kept[bytes] = Kept(limit, len)

    def record(self) -> Record | None:
        """Return the data as they are now, or None if they cannot be read."""
        return cache.off_page(self._folder())[0]
