"""The HTML that the page and its static twin show alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.files import plain
from components.measures import agreements as measures
from components.measures import delivery as measured
from components.measures.record import Record
from components.words import agreements as words
from components.words import delivery, disputes, labels, pledge_rows, sources, text
from components.words.caveats import Caveat
from components.words.counts import Dispute
from components.words.names import TABS
from components.words.timeline import Line

_HERE = Path(__file__).parent
# The tab in which a table is read.
_TAB_OF = {"agreements": "agreements", "events": "timeline", "pledges": "pledges"}


def environment(*folders: Path) -> Environment:
    """Return an environment of templates that escapes whatever it fills in.

    Parameters
    ----------
    folders
        Where further templates lie.
    """
    made = Environment(
        loader=FileSystemLoader([*folders, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_isolated,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        agreement_words=words, rung_words=delivery, source=_source, link=_link
    )
    return made


def _source(row: Mapping[str, Any]) -> Markup:
    """Return a source as a link in place, and its archived copy."""
    copy = sources.archived(row)
    kept = f" ({plain.link(copy)})" if copy else ""
    return _link(sources.Link(sources.row_name(row), row["url"])) + Markup(kept)


def _link(item: sources.Link) -> Markup:
    """Return a link in place, or say that it has no address."""
    lacking = "" if plain.leads_somewhere(item) else f", {labels.NO_ADDRESS}"
    return Markup(f"{plain.link(item)}{lacking}")


def _isolated(content: Any) -> Any:
    """Return plain text with its direction isolated; HTML stays as it is."""
    return text.isolated(content) if type(content) is str else content


@cache
def _shared() -> Any:
    return environment().get_template("markup.html").module


def agreements(
    record: Record,
    rows: pd.DataFrame,
    name: str,
    order: str | None = None,
    home: str = "",
) -> str:
    """Return the table of agreements with their sources.

    Parameters
    ----------
    name
        The accessible name of the table.
    order
        The present one of the orders that its headings offer; None for plain
        headings.
    home
        The address of the page, for whoever disputes a row; empty if not known.
    """
    dispute = _dispute(record, "agreements", home)
    return str(_shared().agreements(words.rows(record, rows), name, order, dispute))


def standing(record: Record, today: date) -> str:
    """Return how far the agreements got: by their rungs, else by their status."""
    agreements = record.dataset.agreements
    board = measures.scoreboard(agreements)
    if record.dataset.rungs.empty:
        return scoreboard(words.scores(board), words.why_counted(record, board))
    rungs, sum_traced = measured.rungs(record.dataset), measured.traced(record, today)
    whys = [
        delivery.why_added(record, rungs, sum_traced),
        words.why_counted(record, board, shown=False),
    ]
    ladder = _shared().ladder(
        delivery.sentence(sum_traced), delivery.name(board.whole), delivery.steps(rungs)
    )
    return f"{ladder}{plain.caveat_buttons(whys, 'agreements')}"


def scoreboard(scores: Sequence[tuple[str, str]], why: Caveat) -> str:
    """Return numbers in a row, each with what it counts, and why on demand."""
    return f"{_shared().scoreboard(scores)}{plain.caveat_buttons([why], 'agreements')}"


def disputed(
    latest_first: Sequence[Dispute], level: int = 2, *, is_open: bool = False
) -> str:
    """Return who counts how many, the latest dispute first; nothing if there is none.

    Parameters
    ----------
    level
        Of the heading.
    is_open
        Whether earlier disputes are in sight.
    """
    if not latest_first:
        return ""
    latest, *earlier = latest_first
    title = labels.OTHER_COUNTS
    return str(_shared().disputes(latest, earlier, title, level, is_open))


def pledges(
    record: Record, lines: Sequence[pledge_rows.Line], name: str, home: str = ""
) -> str:
    """Return the table of targets that others declared, with their sources.

    Parameters
    ----------
    name
        The accessible name of the table.
    home
        As above.
    """
    dispute = _dispute(record, "pledges", home)
    return str(_shared().pledges(lines, name, pledge_rows.TABLE_NOTE, dispute))


def events(record: Record, lines: Sequence[Line], home: str = "") -> str:
    """Return events as a list with their sources; ``home`` as above."""
    return str(_shared().events(lines, _dispute(record, "events", home)))


def _dispute(
    record: Record, table: str, home: str
) -> Callable[[Mapping[str, Any]], Markup]:
    """Return what makes the link by which a reader disputes a row of a table."""
    tab = TABS[_TAB_OF[table]]
    address = f"{home}?{urlencode({'tab': tab})}" if home else ""
    view = disputes.where(tab, address)

    def link(row: Mapping[str, Any]) -> Markup:
        dispute = disputes.link(record.dataset, table, row, view)
        return Markup(plain.dispute(dispute))

    return link


def status(words: str) -> str:
    """Return words that a screen reader reads out when they change."""
    return str(_shared().status(words))


def style() -> str:
    """Return the style of what is shown alike."""
    return (_HERE / "markup.css").read_text("utf-8")
