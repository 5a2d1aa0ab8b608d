"""The table of other pledges: search, pages, both sources of each, and its file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.files import markup
from components.measures import search
from components.measures.pledges import Pledge
from components.measures.record import Record
from components.page import address, download, paging, paper, state
from components.page.cache import cached
from components.panels import pledge
from components.words import labels, pledge_rows
from components.words import pledges as words

SEARCH, PAGE_KEY = "pledges_q", "pledges_page"
_OPEN = "pledges-open"
PAGE = 25  # rows of the table that the browser holds at once


@cached(32)
def _listed(record: Record, ids: tuple[str, ...], today: date) -> str:
    """Return the table of some targets as HTML."""
    wanted = {*ids}
    items = [
        item for item in pledge.known(record, today).others if item.pledge_id in wanted
    ]
    lines = pledge_rows.lines(record, items)
    return markup.pledges(record, lines, pledge_rows.TABLE, address.home())


@cached()
def _searched(record: Record, today: date) -> dict[str, str]:
    others = pledge.known(record, today).others
    ids = [item.pledge_id for item in others]
    return dict(zip(ids, pledge_rows.searched(record, others), strict=True))


def render(record: Record, known: pledge.Known, passing: Sequence[Pledge]) -> None:
    """Show the rows that a search finds, with both sources, and their download."""
    st.header(labels.EACH_TARGET, anchor=False)
    text = st.text_input(
        labels.SEARCH,
        key=SEARCH,
        bind="query-params",
        placeholder=labels.ANY_WORDS,
        type="search",
        max_chars=200,
    )
    today = state.today(record)
    lines = _searched(record, today)
    spellings = search.spellings(record.dataset.descriptor.get("spellings", []))
    held = search.found_in(
        [lines[item.pledge_id] for item in passing], text or "", spellings
    )
    rows = [item for item, is_held in zip(passing, held, strict=True) if is_held]
    st.html(markup.status(words.shown(rows, known.others)))
    if not rows:
        st.info(words.NOTHING_LEFT)
        return
    _choice(record, rows)
    table = st.container()
    first = PAGE * (paging.page(len(rows), PAGE, PAGE_KEY) - 1)
    here = rows[first : first + PAGE]
    html = _listed(record, tuple(item.pledge_id for item in here), today)
    if len(rows) > PAGE:
        named = labels.of_targets(first + 1, first + len(here), len(rows))
        html += paper.line(labels.download_has_all(named))
    table.html(html)
    download.table(
        len(rows),
        record,
        "pledges",
        lambda: pledge_rows.frame(record, rows),
    )


def _choice(record: Record, rows: Sequence[Pledge]) -> None:
    """Offer the sources of each row to readers who cannot select a mark."""
    called = {item.pledge_id: words.name(record, item) for item in rows}
    st.selectbox(
        labels.OPEN_SOURCES,
        list(called),
        index=None,
        key=_OPEN,
        format_func=called.__getitem__,
        placeholder=labels.OF_A_TARGET,
        on_change=_ask,
    )


def _ask() -> None:
    chosen = st.session_state.get(_OPEN)
    if chosen:
        pledge.ask(chosen)
        # Cleared, so that the same target can be opened again.
        st.session_state[_OPEN] = None
