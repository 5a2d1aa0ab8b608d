"""The agreements: how many there are, which, and where to read of each."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

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
from components.panels import download, package, paper
from components.panels.chart import Finished, draw, palette

COUNT_BY = ("Year", "Field")
PAGE = 100  # rows of the table that the browser holds at once
_CHOICES = 16  # how many choices of filters are kept, worked out, for all readers


@dataclass(frozen=True)
class _Known:
    """What the filters offer: fields, statuses, and years with how many have none."""

    fields: list[str]
    statuses: list[str]
    years: tuple[int, int] | None
    undated: int


def render(dataset: Dataset) -> None:
    """Show counts, filters, chart, table and download of the agreements."""
    _counts(dataset)
    if dataset.agreements.empty:
        st.info("This package lists no agreements yet.")
        return
    filters = _filters(_known(dataset))
    found = len(_rows(dataset, filters))
    total = len(dataset.agreements)
    st.markdown(f"**{sentences.shown_count(found, total, 'agreement')}**")
    if not found:
        st.info("No agreement passes all filters. Widen one of them.")
        return
    _chart(dataset, filters)
    _table(dataset, filters, found)


@package.cached()
def _disputes(dataset: Dataset) -> list[tuple[str, str, str]]:
    """Return title, list and rule of each dispute over a count, the latest first."""
    return [
        (
            wording.as_markdown(sentences.count_title(group)),
            sentences.count_list(group, dataset),
            wording.as_markdown(sentences.count_rule(group, dataset)),
        )
        for group in counts_that_disagree(dataset)
    ]


def _counts(dataset: Dataset) -> None:
    """Show who counts how many documents, the latest dispute first."""
    disputes = _disputes(dataset)
    if not disputes:
        return
    (title, listed, rule), *earlier = disputes
    st.header(title, anchor=False)
    st.markdown(listed)
    st.caption(rule)
    if earlier:
        with st.expander(
            "Other counts that sources dispute", key="other_counts", bind="query-params"
        ) as box:
            if box.open:
                for title, listed, _ in earlier:
                    st.markdown(f"**{title}**\n\n{listed}")


@package.cached()
def _known(dataset: Dataset) -> _Known:
    """Return what the filters of a package offer; no years if there is no range."""
    agreements = dataset.agreements
    years = listings.year_of(agreements["signed_on"]).dropna()
    ends = None if years.empty else (int(years.min()), int(years.max()))
    return _Known(
        listings.field_options(agreements),
        sorted(set(agreements["status"])),
        None if ends is None or ends[0] == ends[1] else ends,
        len(agreements) - len(years),
    )


def _filters(known: _Known) -> dict[str, Any]:
    """Show the filters and return what `listings.matching_agreements` takes."""
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
            known.fields,
            key="field",
            bind="query-params",
            placeholder="all fields",
        )
        statuses = st.multiselect(
            "Status",
            known.statuses,
            key="status",
            bind="query-params",
            placeholder="all statuses",
        )
        years = _years(known.years, known.undated) if known.years else None
    return {"fields": fields, "statuses": statuses, "years": years, "text": text or ""}


def _years(ends: tuple[int, int], undated: int) -> tuple[int, int] | None:
    """Return the chosen years, or None while the whole range is chosen."""
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


# Readers who choose alike share what they see; a reader holds none of it.
@package.cached(_CHOICES)
def _rows(dataset: Dataset, filters: dict[str, Any]) -> pd.DataFrame:
    """Return the agreements that pass the filters."""
    return listings.matching_agreements(dataset.agreements, **filters)


@package.cached(_CHOICES)
def _drawn(
    dataset: Dataset, filters: dict[str, Any], by: str, palette: charts.Palette
) -> tuple[pd.Series, Finished | None, str]:
    """Return the counts by year or field, their chart if any, and the caption."""
    rows = _rows(dataset, filters)
    counts = (
        listings.agreements_by_year(rows)
        if by == COUNT_BY[0]
        else listings.agreements_by_field(rows)
    )
    figure = (
        None
        if counts.empty
        else Finished(charts.agreements(counts, by=by, palette=palette))
    )
    undated = int(listings.whole_agreements(rows)["signed_on"].eq("").sum())
    return counts, figure, wording.as_markdown(captions.agreements_note(by, undated))


@package.cached(_CHOICES)
def _listed(
    dataset: Dataset, filters: dict[str, Any], order: str, page: int
) -> tuple[str, str]:
    """Return a page of the table as HTML, and what it is called."""
    rows = listings.ordered(_rows(dataset, filters), order)
    first = PAGE * (page - 1)
    shown = rows.iloc[first : first + PAGE]
    alt = captions.table_alt(first + 1, first + len(shown), len(rows))
    return markup.agreements(dataset, shown, alt), alt


def _chart(dataset: Dataset, filters: dict[str, Any]) -> None:
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
    counts, figure, caption = _drawn(dataset, filters, by, palette())
    if figure is None:
        st.info("None of these agreements has a date.")
    else:
        draw(
            figure,
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
    st.caption(caption)


def _table(dataset: Dataset, filters: dict[str, Any], total: int) -> None:
    """Show a page of the rows with their sources, and the download of all."""
    order = st.selectbox(
        "Order", list(listings.ORDERS), key="order", bind="query-params", width=260
    )
    html, alt = _listed(dataset, filters, order, _page(total))
    st.html(html)
    if total > PAGE:
        paper.line(f"{alt}; the download has all.")
    download.button(
        f"Download {sentences.counted(total, 'row')} as CSV",
        lambda: _file(dataset, filters, order),
        export.file_name(dataset, "agreements", "csv"),
    )


def _file(dataset: Dataset, filters: dict[str, Any], order: str) -> bytes:
    """Return the file of the agreements that pass the filters, in an order."""
    rows = listings.ordered(_rows(dataset, filters), order)
    return export.csv(series.with_source(rows, dataset))


def _page(rows: int) -> int:
    """Return the page of the table that the reader is on, the first if it fits one."""
    pages = ceil(rows / PAGE)
    if pages < 2:
        return 1
    chosen: int = st.pagination(pages, key="page", bind="query-params")
    return min(chosen, pages)
