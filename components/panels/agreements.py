"""The agreements: how many there are, which, and where to read of each."""

from __future__ import annotations

from math import ceil

import pandas as pd
import streamlit as st

from components import (
    captions,
    charts,
    export,
    listings,
    markup,
    sentences,
    series,
    wording,
)
from components.dataset import Dataset
from components.measures import counts_that_disagree
from components.panels import download, paper
from components.panels.chart import draw, palette

COUNT_BY = ("Year", "Field")
PAGE = 100  # rows of the table that the browser holds at once


@st.fragment(key="agreements-part")
def render(dataset: Dataset) -> None:
    """Show counts, filters, chart, table and download of the agreements."""
    _counts(dataset)
    if dataset.agreements.empty:
        st.info("This package lists no agreements yet.")
        return
    rows = _filtered(dataset.agreements)
    total = len(dataset.agreements)
    st.markdown(f"**{sentences.shown_count(len(rows), total, 'agreement')}**")
    if rows.empty:
        st.info("No agreement passes all filters. Widen one of them.")
        return
    _chart(dataset, rows)
    _table(dataset, rows)


def _counts(dataset: Dataset) -> None:
    """Show who counts how many documents, the latest dispute first."""
    groups = counts_that_disagree(dataset)
    if not groups:
        return
    latest, *earlier = groups
    st.header(wording.as_markdown(sentences.count_title(latest)), anchor=False)
    st.markdown(sentences.count_list(latest, dataset))
    st.caption(wording.as_markdown(sentences.count_rule(latest, dataset)))
    if earlier:
        with st.expander(
            "Other counts that sources dispute", key="other_counts", bind="query-params"
        ) as box:
            if box.open:
                for group in earlier:
                    title = wording.as_markdown(sentences.count_title(group))
                    st.markdown(
                        f"**{title}**\n\n{sentences.count_list(group, dataset)}"
                    )


def _filtered(agreements: pd.DataFrame) -> pd.DataFrame:
    """Show the filters and return the agreements that pass them."""
    with st.grid(2, min_column_width=260):
        text = st.text_input(
            "Search",
            key="q",
            bind="query-params",
            placeholder="any words",
            type="search",
        )
        fields = st.multiselect(
            "Field",
            listings.field_options(agreements),
            key="field",
            bind="query-params",
            placeholder="all fields",
        )
        statuses = st.multiselect(
            "Status",
            sorted(set(agreements["status"])),
            key="status",
            bind="query-params",
            placeholder="all statuses",
        )
        years = _years(agreements)
    return listings.matching_agreements(
        agreements, fields=fields, statuses=statuses, years=years, text=text or ""
    )


def _years(agreements: pd.DataFrame) -> tuple[int, int] | None:
    """Return the chosen years, or None while the whole range is chosen."""
    known = listings.year_of(agreements["signed_on"]).dropna()
    if known.empty or known.min() == known.max():
        return None
    ends = int(known.min()), int(known.max())
    undated = len(agreements) - len(known)
    chosen: tuple[int, int] = st.slider(
        "Signed or announced",
        *ends,
        value=ends,
        key="years",
        bind="query-params",
        help=wording.as_markdown(sentences.undated_rows(undated)) or None,
    )
    first, last = sorted(chosen)
    return None if (first, last) == ends else (first, last)


def _chart(dataset: Dataset, rows: pd.DataFrame) -> None:
    by = (
        st.segmented_control(
            "Count by",
            COUNT_BY,
            default=COUNT_BY[0],
            required=True,
            key="count_by",
            bind="query-params",
        )
        or COUNT_BY[0]
    )
    by_year = by == COUNT_BY[0]
    counts = (
        listings.agreements_by_year(rows)
        if by_year
        else listings.agreements_by_field(rows)
    )
    if counts.empty:
        st.info("None of these agreements has a date.")
    else:
        draw(
            charts.agreements(counts, by=by, palette=palette()),
            key="agreements_chart",
            alt=captions.agreements_alt(counts, by),
            name=export.file_name(dataset, f"agreements by {by}"),
        )
        with st.expander(
            "The numbers of this chart", key="counts", bind="query-params"
        ) as box:
            if box.open:
                table = counts.rename("Agreements").rename_axis(by).reset_index()
                table[by] = table[by].astype(str)
                alt = f"Agreements by {by.lower()}"
                st.dataframe(table, hide_index=True, alt=alt)
                paper.table(table)
    undated = int(listings.whole_agreements(rows)["signed_on"].eq("").sum())
    st.caption(wording.as_markdown(captions.agreements_note(by, undated)))


def _table(dataset: Dataset, rows: pd.DataFrame) -> None:
    """Show a page of the rows with their sources, and the download of all."""
    order = st.selectbox(
        "Order", list(listings.ORDERS), key="order", bind="query-params", width=260
    )
    rows = listings.ordered(rows, order)
    first = PAGE * (_page(len(rows)) - 1)
    shown = rows.iloc[first : first + PAGE]
    alt = captions.table_alt(first + 1, first + len(shown), len(rows))
    st.html(markup.agreements(dataset, shown, alt))
    if len(shown) < len(rows):
        paper.line(f"{alt}; the download has all.")
    download.button(
        f"Download {sentences.counted(len(rows), 'row')} as CSV",
        lambda: export.csv(series.with_source(rows, dataset)),
        export.file_name(dataset, "agreements", "csv"),
    )


def _page(rows: int) -> int:
    """Return the page of the table that the reader is on, the first if it fits one."""
    pages = ceil(rows / PAGE)
    if pages < 2:
        return 1
    chosen: int = st.pagination(pages, key="page", bind="query-params")
    return min(chosen, pages)
