"""What is made once and kept, within a bound in bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock


class Kept:
    """Texts by their key; those asked for longest ago leave first.

    Parameters
    ----------
    limit
        How many bytes are kept at most.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._items: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = Lock()

    @property
    def size(self) -> int:
        """The bytes that are kept."""
        return self._size

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return what is kept under a key; else make it."""
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
                return self._items[key]
        # Not locked: two readers may make the same, but none waits for another's.
        made = make()
        with self._lock:
            self._keep(key, made)
        return made

    def _keep(self, key: Hashable, made: bytes) -> None:
        if len(made) > self._limit:
            return
        self._size += len(made) - len(self._items.pop(key, b""))
        self._items[key] = made
        while self._size > self._limit:
            _, dropped = self._items.popitem(last=False)
            self._size -= len(dropped)
