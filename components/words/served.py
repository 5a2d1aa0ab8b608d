"""Words that the server sends before, or without, the live page."""

from __future__ import annotations

from collections.abc import Sequence

from components.problems import Problem
from components.view import View
from components.words import names
from components.words.values import counted, listed

TITLE = "Trade Trajectory"
CHANGES = "What changed in the numbers"
NO_CHANGES = "What changed in the numbers is not written down."
NO_FEED = "The data carry no day, so there is no feed of their changes."
NO_PICTURE = "There is no picture of this view."
LATE = (
    "The controls need scripts and a WebSocket connection. Where a browser or a "
    "network allows neither, this picture stays as it is."
)
WHOLE = "The whole page as one file that needs neither"
LAST_GOOD = "The page shows the last good version of the data."
CHECKING = "Checking the data…"
FIX_THE_FILES = "Fix the files; the page picks them up when it is opened again."
NO_DATA = "There are no data to show; the page says what is wrong with them."
NOT_FOUND = "There is no such page here."
HOME = "To the page"


def title(package: str, view: View) -> str:
    """Return the title of a view's document; the first view goes unnamed."""
    return package if view == View() else f"{package}: {names.view_name(view)}"


def feed_title(package: str) -> str:
    """Return the title of the feed of changes."""
    return f"{package}: what changed in the numbers"


def version_title(version: str) -> str:
    """Return the title of a data version in the feed."""
    return f"Data version {version}"


def no_table(name: str, tables: Sequence[str]) -> str:
    """Return the notice that a table does not exist, and which ones do."""
    return f"There is no table {name!r}. The tables are {listed(tables)}."


def another_version(asked: str, current: str, address: str) -> str:
    """Return the notice where the current version of the data is."""
    return (
        f"Data version {asked!r} is not here; the current one is {current}: {address}"
    )


def broken_now(count: int) -> str:
    """Return the notice that the files now have problems and older data are shown."""
    return f"{now_have(count)}. {LAST_GOOD}"


def now_have(count: int) -> str:
    """Return the notice that the files now have problems."""
    return f"The data files now have {counted(count, 'problem')}"


def broken(count: int) -> str:
    """Return the notice that there are no data to show."""
    return f"The data cannot be shown: {counted(count, 'problem')}"


def all_problems(count: int) -> str:
    """Return the alternative text of the table of problems."""
    return f"All {counted(count, 'problem')} of the data"


def explained(problem: Problem) -> tuple[str, str, str, str]:
    """Return a problem line by line: where it is, what it is, and how to fix it."""
    return (
        problem.place,
        f"Found: {problem.found}",
        f"Expected: {problem.expected}",
        f"Remedy: {problem.remedy}",
    )
