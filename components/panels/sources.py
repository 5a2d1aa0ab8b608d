"""The data as they are, every source, and what is not known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from components import captions, charts, export, sentences, wording
from components.dataset import TABLES, Dataset
from components.panels import download, paper, passport
from components.panels.chart import draw, palette

# Streamlit sends a longer table in parts, and then no row of it can be selected.
EAGER = 1_000


def render(dataset: Dataset) -> None:
    """Show what is not known, each table of the package, and its sources."""
    _unknowns(dataset)
    _evidence(dataset)
    st.header("Data", anchor=False)
    st.caption(wording.as_markdown(sentences.checked_against_words(dataset)))
    st.caption(
        wording.as_markdown(f"Version {dataset.version}. {sentences.licence(dataset)}")
    )
    table = (
        st.segmented_control(
            "Table",
            TABLES,
            default="sources",
            required=True,
            key="table",
            bind="query-params",
        )
        or "sources"
    )
    frame = dataset.table(table)
    select: dict[str, Any] = {}
    if table == "readings" and len(frame) <= EAGER:
        ids = frame["reading_id"].to_list()
        select = {
            "on_select": lambda: passport.ask_for_row("table-readings", ids),
            "selection_mode": "single-row",
        }
        st.caption("Select a row to see the passport of a reading.")
    st.markdown(wording.as_markdown(sentences.about_table(dataset, table)))
    st.dataframe(
        frame,
        column_config=_columns(dataset, table),
        hide_index=True,
        key=f"table-{table}",
        alt=f"The table {table}, {len(frame)} rows",
        lazy=len(frame) > EAGER,
        **select,
    )
    paper.table(frame)
    download.button(
        f"Download {table}.csv, {sentences.counted(len(frame), 'row')}",
        lambda: export.csv(frame),
        export.file_name(dataset, table, "csv"),
    )
    passport.open_if_asked(dataset)
    with st.expander(
        "What the columns mean", key="columns", bind="query-params"
    ) as box:
        if box.open:
            st.table(_dictionary(dataset, table), hide_index=True, border="horizontal")


def _unknowns(dataset: Dataset) -> None:
    if not dataset.unknowns:
        return
    st.header("What is not known", anchor=False)
    st.markdown(
        "\n".join(
            f"{number}. **{wording.as_markdown(item['title'])}.** "
            f"{wording.as_markdown(item['text'])}"
            for number, item in enumerate(dataset.unknowns, 1)
        )
    )


def _evidence(dataset: Dataset) -> None:
    """Show which body was looked at for which year, and where a reader can check."""
    evidence = dataset.evidence
    if evidence.empty:
        return
    st.header("Where values were looked for", anchor=False)
    st.markdown(wording.as_markdown(captions.evidence_counts(evidence)))
    draw(
        charts.evidence(evidence, palette=palette()),
        key="evidence_chart",
        alt=captions.evidence_alt(evidence),
        name=export.file_name(dataset, "evidence"),
    )
    with st.expander("Cell by cell", key="cells", bind="query-params") as box:
        if box.open:
            st.markdown("\n".join(sentences.evidence_lines(dataset)))


def _columns(dataset: Dataset, table: str) -> dict[str, Any]:
    """Return the settings of the columns that need some."""
    settings: dict[str, Any] = {}
    for field in dataset.fields(table):
        name = field["name"]
        if name == "url":
            settings[name] = st.column_config.LinkColumn(name)
        elif field["type"] == "year":
            settings[name] = st.column_config.NumberColumn(name, format="%d")
        elif field["type"] == "number":
            settings[name] = st.column_config.NumberColumn(name, format="%,d")
    return settings


def _dictionary(dataset: Dataset, table: str) -> pd.DataFrame:
    """Return name and meaning of each column."""
    return pd.DataFrame(
        {
            "Column": wording.as_markdown(field["name"]),
            "Meaning": wording.as_markdown(field.get("description", "")),
        }
        for field in dataset.fields(table)
    )
