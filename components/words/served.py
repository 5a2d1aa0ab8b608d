"""The words that stand in the document before, or without, the live page."""

TITLE = "Trade Trajectory"
LATE = (
    "The controls need scripts and a WebSocket connection. Where a browser or a "
    "network allows neither, this picture stays as it is."
)
WHOLE = "The whole page as one file that needs neither"
LAST_GOOD = "The page shows the last good version of the data."
NO_DATA = "There are no data to show; the page says what is wrong with them."


def broken_now(count: int) -> str:
    """Return that the files have got problems while the page shows older data."""
    return f"The data files now have {_problems(count)}. {LAST_GOOD}"


def broken(count: int) -> str:
    """Return that there are no data to show."""
    return f"The data cannot be shown: {_problems(count)}"


def _problems(count: int) -> str:
    return f"{count} {'problem' if count == 1 else 'problems'}"
