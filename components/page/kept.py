"""A cache bounded in bytes: the least recently used entries leave first."""

from __future__ import annotations

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by key; the least recently used leave first.

    Parameters
    ----------
    limit
        How many bytes are kept at most.
    size
        Returns the bytes that a value takes.
    """

    def __init__(self, limit: int, size: Callable[[T], int]) -> None:
        self._limit = limit
        self._size_of = size
        self._size = 0
        self._items: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    @property
    def size(self) -> int:
        """The bytes that are kept."""
        return self._size

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what is kept under a key; else make it.

        Who asks for what is just being made waits for it, and nobody else does.
        """
        with self._lock:
            if key in self._items:
                return self._used(key)
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._items:
                    return self._used(key)
            try:
                made = make()
                with self._lock:
                    self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _used(self, key: Hashable) -> T:
        self._items.move_to_end(key)
        return self._items[key][0]

    def _keep(self, key: Hashable, made: T) -> None:
        size = self._size_of(made)
        if size > self._limit:
            return
        self._size += size
        self._items[key] = made, size
        while self._size > self._limit:
            _, (_, dropped) = self._items.popitem(last=False)
            self._size -= dropped


def weight(thing: object) -> int:
    """Return the bytes of memory of a value and of everything that it refers to."""
    seen: set[int] = set()
    size, left = 0, [thing]
    while left:
        item = left.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        size += sys.getsizeof(item)
        if isinstance(item, dict):
            left += [*item.keys(), *item.values()]
        elif isinstance(item, list | tuple | set | frozenset):
            left += item
        elif hasattr(item, "__dict__") and not isinstance(item, type):
            left.append(vars(item))
    return size
