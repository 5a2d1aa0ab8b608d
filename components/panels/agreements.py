"""The agreements: how many there are, which, and where to read of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from components.files import markup
from components.measures import agreements as measures
from components.measures import search
from components.measures.agreements import CHOICES, Filters
from components.measures.record import Record
from components.measures.sources import with_sources
from components.page import address, download, on_demand, paging, paper, state
from components.page.cache import cached
from components.words import agreements as words
from components.words import labels
from components.words.counts import disputes
from components.words.delivery import with_rungs
from components.words.text import as_markdown

PAGE = 50  # rows of the table that the browser holds at once
ORDER, PAGE_KEY, YEARS = "order", "page", "years"
_CHOICES = 16  # how many combinations of filters are cached for all readers


@dataclass(frozen=True)
class _Known:
    """What does not change with the filters.

    Parameters
    ----------
    offered
        What each of `CHOICES` offers.
    lines
        The searched text of each row.
    """

    offered: dict[str, list[str]]
    years: tuple[int, int] | None
    undated: int
    lines: list[str]
    spellings: dict[str, list[str]]


def render(record: Record) -> None:
    """Show counts, how far they got, filters, table and download of the agreements."""
    day = state.today(record)
    # The link of an earlier version opens what it named.
    is_open = st.query_params.get("other_counts") == "true"
    counts = _counts(record, day, is_open=is_open)
    if record.dataset.agreements.empty:
        if counts:
            st.html(counts)
        st.info(words.nothing_yet(record))
        return
    st.html(counts + _standing(record, day))
    filters = _filters(_known(record))
    rows = _rows(record, filters)
    total = len(record.dataset.agreements)
    st.html(markup.status(words.shown(rows, total, filters)))
    if rows.empty:
        st.info(words.NOTHING_FOUND)
        return
    _table(record, filters, len(rows))


@cached()
def _counts(record: Record, today: date, *, is_open: bool) -> str:
    return markup.disputed(disputes(record, today), is_open=is_open)


@cached()
def _standing(record: Record, today: date) -> str:
    return markup.standing(record, today)


@cached()
def _known(record: Record) -> _Known:
    agreements = record.dataset.agreements
    return _Known(
        {name: measures.options(agreements, name) for name in CHOICES},
        measures.years_offered(agreements),
        measures.undated(agreements),
        words.searched(record),
        search.spellings(record.dataset.descriptor.get("spellings", [])),
    )


def _filters(known: _Known) -> Filters:
    """Show the search and the filters, and return what the reader is looking for."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        text = st.text_input(
            labels.SEARCH,
            key="q",
            bind="query-params",
            placeholder=labels.ANY_WORDS,
            type="search",
            max_chars=200,
        )
        filters = on_demand.popover(labels.FILTER, "filter", [*known.offered, YEARS])
    if filters is None:
        return Filters(text=text or "")
    with filters:
        chosen = {
            name: st.multiselect(
                words.CHOICE[name],
                offered,
                key=name,
                bind="query-params",
                placeholder=labels.ALL,
            )
            for name, offered in known.offered.items()
            if offered
        }
        years = _years(known.years, known.undated) if known.years else None
    return Filters(chosen, years, text or "")


def _years(ends: tuple[int, int], undated: int) -> tuple[int, int] | None:
    """Return the chosen years, or None while the whole range is chosen."""
    chosen: tuple[int, int] = st.slider(
        labels.SIGNED, *ends, value=ends, key=YEARS, bind="query-params"
    )
    st.caption(as_markdown(words.without_date(undated)))
    first, last = sorted(chosen)
    return None if (first, last) == ends else (first, last)


# Cached for all readers and not for each session: many choose the same filters.
@cached(_CHOICES)
def _rows(record: Record, filters: Filters) -> pd.DataFrame:
    """Return the agreements that pass the filters."""
    known = _known(record)
    is_found = search.found_in(known.lines, filters.text, known.spellings)
    return measures.matching(record.dataset.agreements, filters, is_found)


@cached(_CHOICES)
def _listed(record: Record, filters: Filters, order: str, page: int) -> tuple[str, str]:
    """Return a page of the table as HTML, and what it is called."""
    rows = words.ordered(_rows(record, filters), order)
    first = PAGE * (page - 1)
    shown = rows.iloc[first : first + PAGE]
    name = words.table_name(first + 1, first + len(shown), len(rows))
    html = markup.agreements(record, shown, name, order, address.home())
    return html, name


def _table(record: Record, filters: Filters, total: int) -> None:
    """Show a page of the rows with their sources, and the download of all."""
    order = _order()
    table = st.container()
    html, name = _listed(record, filters, order, paging.page(total, PAGE, PAGE_KEY))
    rest = paper.line(labels.download_has_all(name)) if total > PAGE else ""
    table.html(html + rest)
    download.table(
        total,
        record,
        "agreements",
        lambda: _file(record, filters, order),
    )


def _order() -> str:
    """Return the order in the link, or the first one."""
    order = st.query_params.get(ORDER, "")
    return order if order in words.ORDERS else words.FIRST_ORDER


def order_by(column: str) -> None:
    """Put the rows in the order that a heading asks for, from the first page on."""
    order = words.next_order(_order(), column)
    st.session_state[PAGE_KEY] = 1
    if order == words.FIRST_ORDER:
        st.query_params.pop(ORDER, None)
    else:
        st.query_params[ORDER] = order


def _file(record: Record, filters: Filters, order: str) -> pd.DataFrame:
    """Return the agreements that pass the filters, in an order, with sources."""
    rows = words.ordered(_rows(record, filters), order)
    return with_rungs(record, with_sources(record, rows))
