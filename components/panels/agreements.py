"""The agreements: how many there are, which, and where to read of each."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import captions, charts, export, listings, sentences, series, wording
from components.dataset import Dataset, records
from components.measures import counts_that_disagree
from components.panels import download, paper
from components.panels.chart import draw, palette

COUNT_BY = ("Year", "Field")
ROW_HEIGHT = 72  # px; above 64 the cells wrap their text
TABLE_HEIGHT = 500


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
        ):
            for group in earlier:
                st.markdown(f"**{wording.as_markdown(sentences.count_title(group))}**")
                st.markdown(sentences.count_list(group, dataset))


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
    """Show the rows with their sources, and their download."""
    listed = series.with_source(rows, dataset)
    listed["fields"] = listed["fields"].str.replace(";", ", ")
    columns = {
        "title": st.column_config.TextColumn("Agreement", width=250),
        "signed_on": st.column_config.TextColumn("Signed on", width=90),
        "place": st.column_config.TextColumn("Place", width=90),
        "fields": st.column_config.TextColumn("Fields", width=180),
        "documents": st.column_config.NumberColumn("Documents", width=88),
        "status": st.column_config.TextColumn("Status", width=90),
        "value_usd": st.column_config.NumberColumn(
            "Disclosed value", format="$%,d", width=112
        ),
        "url": st.column_config.LinkColumn("Link", display_text="Open", width=75),
        "publisher": st.column_config.TextColumn("Source", width=130),
        "note": st.column_config.TextColumn("Note", width=500),
    }
    st.dataframe(
        listed[list(columns)].replace("", None),
        column_config=columns,
        hide_index=True,
        row_height=ROW_HEIGHT,
        height=min(TABLE_HEIGHT, ROW_HEIGHT * (len(rows) + 1)),
        placeholder="–",
        key="agreements_table",
        alt=captions.table_alt(len(rows), len(dataset.agreements)),
        lazy=True,
    )
    first = records(listed.head(paper.ROWS))
    paper.table(pd.DataFrame(map(captions.agreement_row, first)), len(listed))
    st.caption(captions.TABLE_NOTE)
    download.button(
        f"Download {sentences.counted(len(rows), 'row')} as CSV",
        lambda: export.csv(series.with_source(rows, dataset)),
        export.file_name(dataset, "agreements", "csv"),
    )
