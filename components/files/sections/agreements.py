"""The agreements: who counts how many, how they stand, and each with its source."""

from __future__ import annotations

from components.files import markup
from components.files.elements import folded, paragraph
from components.files.plain import text
from components.files.printed import Taken
from components.measures.record import Record
from components.words import agreements as words
from components.words import labels
from components.words.counts import disputes
from components.words.values import counted, shown_count


def html(record: Record, taken: Taken) -> str:
    """Return counts, how far they got, and the table of the agreements."""
    rows = record.dataset.agreements
    day = record.day(taken.on)
    counts = markup.disputed(disputes(record, day), 3)
    if rows.empty:
        return counts + paragraph(words.nothing_yet(record))
    standing = markup.standing(record, day)
    return counts + standing + _table(record, taken.link)


def _table(record: Record, link: str) -> str:
    """Return all agreements by date; a script may offer to search them.

    Parameters
    ----------
    link
        Of the page, for whoever disputes a row.
    """
    rows = words.ordered(record.dataset.agreements, words.FIRST_ORDER)
    total = len(rows)
    name = words.table_name(1, total, total)
    # The script puts a number in the place of the nought.
    shown = text(shown_count(0, total, "agreement"))
    search = (
        f'<p id="search" hidden><label>{labels.SEARCH} <input type="search" '
        'autocomplete="off"></label> '
        f'<output data-words="{shown}"></output></p>'
    )
    return folded(
        labels.with_sources(counted(total, "agreement")),
        search + markup.agreements(record, rows, name, home=link),
    )
