"""The data package behind the page: loaded once, and kept until its files change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from operator import attrgetter
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from components.dataset import fingerprint, load
from components.measures import known
from components.measures.record import Record
from components.page import links, problems
from components.page.kept import Kept, weight
from components.problems import DataError
from components.view import View
from components.words import served

P = ParamSpec("P")
T = TypeVar("T")
# Shared by all readers and versions of the data: room for the page as one file and
# about 100 views.
_MADE: Kept[Any] = Kept(16_000_000, weight)


@st.cache_resource(show_spinner=served.CHECKING, max_entries=4)
def _checked(folder: Path, state: str) -> Record | DataError:
    """Return the package, or why not; ``state`` keys the cache to the files."""
    try:
        return Record(load(folder))
    except DataError as error:
        return error


@st.cache_resource
def _last_good(folder: Path) -> list[Record]:
    """Return the place where the last good package is kept between readers."""
    return []


def cached(
    entries: int = 4,
) -> Callable[
    [Callable[Concatenate[Record, P], T]], Callable[Concatenate[Record, P], T]
]:
    """Return a decorator that caches a function of the record for all readers.

    Parameters
    ----------
    entries
        How many results to keep.
    """
    return st.cache_resource(
        show_spinner=False,
        max_entries=entries,
        hash_funcs={Record: attrgetter("dataset.state"), View: attrgetter("key")},
    )


def made_once(
    function: Callable[Concatenate[Record, P], T],
) -> Callable[Concatenate[Record, P], T]:
    """Return a function whose results are cached for all readers, in a few megabytes.

    A link can name thousands of views, of a package of any size.
    """

    @wraps(function)
    def made(record: Record, /, *choice: P.args, **named: P.kwargs) -> T:
        chosen = [
            item.key if isinstance(item, View) else item
            for item in (*choice, *named.values())
        ]
        name = function.__module__, function.__qualname__
        key = (*name, record.dataset.state, *chosen, *named)
        kept: T = _MADE.get(key, lambda: function(record, *choice, **named))
        return kept

    return made


def _found(folder: Path) -> Record | DataError:
    """Return the package as it is now, or its problems; remember it if it is good."""
    checked = _checked(folder, fingerprint(folder))
    if isinstance(checked, Record):
        _last_good(folder)[:] = [checked]
    return checked


# Cached, since a cached function called by another shows no spinner: there is no page
# to show one on.
@st.cache_resource(show_spinner=False, max_entries=4)
def _quietly(folder: Path, state: str) -> None:
    _found(folder)


def warm(folder: Path) -> None:
    """Check the package before a reader asks for it; the page says what is wrong."""
    _quietly(folder, fingerprint(folder))


def off_page(folder: Path) -> tuple[Record | None, DataError | None]:
    """Return what :func:`good` returns, for callers outside a page."""
    warm(folder)
    return good(folder)


def good(folder: Path) -> tuple[Record | None, DataError | None]:
    """Return the last good package, and what is wrong with the files now."""
    checked = _found(folder)
    if isinstance(checked, Record):
        return checked, None
    return next(iter(_last_good(folder)), None), checked


@cached()
def offered(record: Record) -> tuple[date, date] | None:
    """Return the first and the last day of the past that can be shown, or None."""
    return known.offered(record.dataset)


def as_known(record: Record, day: str) -> Record:
    """Return a package as it was known on a day; unchanged if the day means nothing.

    Parameters
    ----------
    day
        As a link names it.
    """
    ends, asked = offered(record), links.day(day)
    if ends is None or asked is None or not ends[0] <= asked <= ends[1]:
        return record
    return _replayed(record, asked)


@cached(entries=16)
def _replayed(record: Record, day: date) -> Record:
    return Record(known.known_on(record.dataset, day))


def current(folder: Path) -> Record:
    """Return the package in a folder as it is now, or as it last was good.

    Shows what is wrong with it; ends the page if it never was good.
    """
    record, error = good(folder)
    if error is not None:
        problems.render(error, serving_last_good=record is not None)
    if record is None:
        st.stop()
    return record
