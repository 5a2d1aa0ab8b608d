"""Headings, labels and buttons by part of the page; the twin uses the same."""

from __future__ import annotations

from components.words.values import counted, listed

# Shared: search, filters, folded parts, downloads.
SEARCH, ANY_WORDS = "Search", "any words"
FILTER, ALL = "Filter", "all"
WHY = "Why?"
TO_WRITE = "A sentence to write"
AS_A_TABLE = "As a table"
CSV, XLSX = "For a program (CSV)", "For a spreadsheet (XLSX)"

TABS = "Parts of the page"

# The trajectory: controls and downloads.
VIEW, AXIS, SCALE, OPTIONS = "View", "Axis", "Scale", "Options"
SCALES = {"linear": "Linear", "log": "Logarithmic"}
PUBLISHED = "Published figures (over time)"
LOGARITHMIC = "Logarithmic scale (over time)"
YOUR_YEAR, NO_YEAR = "Your year for targets without a deadline", "off"
ABOUT_YOUR_YEAR = (
    "An assumption of yours and not data: no deadline is added to a target."
)
SHARE, TAKE, CITE = "Share", "Take it with you", "Cite it"
LINK = "Link to this view"
EMBED = "Embed it in another page"
FORM = "Form of the citation"
PAGE_AS_FILE = "This page as one file (HTML)"
NO_ENGINE = (
    "This server has no Chromium or Chrome to draw images with. Install one "
    "(Debian: chromium), or use the button on the chart, which saves SVG."
)

# Sources.
SOURCE, SOURCES = "Source", "Sources"
CITE_VALUE, CITE_TARGET = "Cite this value", "Cite this target"
NO_ADDRESS = "no address"
PRESSED = "Pressed"  # of a control that nobody sees

# Agreements and timeline.
OTHER_COUNTS = "Other counts that sources dispute"
SIGNED = "Signed or announced"
KIND_OF_EVENT = "Kind of event"

# On track?
FATES = "What became of the targets"
FATES_HEADER = ("Target", "By claimed figures", "By published figures")
WHY_FATES = f"{WHY} What decides"
SETTLING = "What would settle it"
GROWTH = "How fast it grew"
GROWTH_TABLE = "Growth, claimed and published"
GROWTH_HEADER = ("Whose", "From, to", "Rose")
WHY_GROWTH = f"{WHY} The rule, each pair of claims, and who published"
CLAIMS_BY_PAIR = "Claims, pair by pair"
PUBLISHED_BY_PAIR = "Published: who, and from each period to that a year later"
REQUIRED = "What it would take"
REQUIRED_TABLE = "Growth that the targets take"
REQUIRED_HEADER = ("Target", "Years", "Growth a year", "Basis")
BY_SPAN = "Growth a year, by span of years"
START = "Starting value"
YEARS_AFTER = "years after the starting value"
WHY_CONTEXT = f"{WHY} What each counts"

# Other pledges.
TO_PLEDGES = "How did other pledges fare?"
NEAREST, ITS_SOURCES = "The nearest relative", "Its sources"
ECONOMY, DEADLINE = "Economy", "Deadline"
ASKED_FOR = "Asked for, as a multiple of the trade of its day"
EACH_TARGET = "Each target, with its sources"
OPEN_SOURCES, OF_A_TARGET = "Open the sources of", "a target of this table"
THE_TARGET = "the target"

# Who says what.
NO_VOICES = "No value of this package was given twice or doubted yet."
SAID_BY_OTHERS = "Said about it by others:"
WHY_FIRST = "Why is this value shown first?"
FACT = "Fact"
SENTENCES = "Sentences to write"
KNOWN = "What is known, body by body"
LOOKED_FOR = "What was looked for, with sources"

# Data and method.
TABLE = "Table"
COLUMNS = "What the columns mean"
HOW_TO_READ = "How to read it"
UNKNOWN = "What is not known"
WHERE_LOOKED = "Where values were looked for"
CORRECTIONS = "Corrections, terms and who made it"
IN_PYTHON = "Load it in Python"
COMPARING = "Comparing two values"
FATE = "What became of a target"
CONCEPTS = "What a value can count"


def download(count: int) -> str:
    """Return the label of what opens the files of some rows."""
    return f"Download {counted(count, 'row')}"


def download_has_all(shown: str) -> str:
    """Return the note under a printed table that shows only some rows."""
    return f"{shown}; the download has all."


def of_targets(first: int, last: int, total: int) -> str:
    """Return which targets one page of their table shows."""
    return f"Targets {first} to {last} of {total}"


def image(kind: str) -> str:
    """Return the label of the button that saves the view as an image."""
    return f"Image ({kind.upper()})"


def data_as_zip(count: int) -> str:
    """Return the label of the button that saves all rows."""
    return f"Data, {counted(count, 'row')} (zip)"


def download_data(count: int) -> str:
    """Return the label of the twin's link that saves all rows."""
    return f"Download the data, {counted(count, 'row')} (zip)"


def credited(link: str) -> str:
    """Return the credit of an embedded view, with a link to its page."""
    return f"{link}: data, sources and method"


def with_sources(count: str) -> str:
    """Return the label that opens a table of the twin."""
    return f"{count}, with sources"


def each_with_its_source(count: int) -> str:
    """Return the label that opens every value of the twin."""
    return f"{counted(count, 'value')}, each with its source"


def each_outlet(count: int) -> str:
    """Return the label that opens every reading of a fact."""
    return f"Each outlet, with its source ({count})"


def other_facts(count: int) -> str:
    """Return the label that opens the voices on the other facts."""
    return f"{counted(count, 'other fact')} on which several were heard"


def all_sources(count: int | None = None) -> str:
    """Return the label that opens the list of all sources."""
    named = "sources" if count is None else counted(count, "source")
    return f"All {named}, with links"


def not_comparable(heading: str) -> str:
    """Return the heading of the context beside the targets."""
    return f"{heading}: context, not comparable"


def table_alt(table: str, count: int) -> str:
    """Return the alternative text of a table."""
    return f"The table {table}, {counted(count, 'row')}"


def not_read(parts: list[str]) -> str:
    """Return the notice that parts of a link could not be read."""
    return (
        f"The link could not be read whole: {', '.join(parts)}. The default is shown."
    )


def not_drawn(cause: str) -> str:
    """Return the notice that the server's browser failed to draw."""
    return (
        f"The server's browser could not draw the figure ({cause}). Try again, or use "
        "the button on the chart, which saves SVG."
    )


def growth_alt(start: str, asked: list[str], left: int, readers: str) -> str:
    """Return the alternative text of required growth, numbers first."""
    more = [f"{left} more in the table"] if left > 0 else []
    mark = [readers] if readers else []
    parts = [f"Growth that a target takes, from {start}", *asked, *more, *mark]
    return f"{'; '.join(parts)}."


def voices_alt(values: list[str], most: int, heard: str, first: str) -> str:
    """Return the alternative text of who says what, numbers first.

    Parameters
    ----------
    values
        Each distinct value, lowest first.
    most
        How many of them are named.
    """
    given = listed(values, "or")
    if len(values) > most:
        given = f"{len(values)} values from {values[0]} to {values[-1]}"
    return f"{given}. {heard} Shown first: {first}."
