"""The tab Data and method: the tables, how they are read, what is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.dataset import Dataset, records
from components.files import addresses, tables
from components.measures.record import Record
from components.package.model import ADDRESSES
from components.page import address, download, paper, state
from components.panels import source
from components.words import disputes, labels, method, sources
from components.words.files import made
from components.words.names import TABS
from components.words.terms import licence
from components.words.text import as_markdown

DEFAULT = "sources"
# Streamlit sends a longer table in parts, and then no row of it can be selected.
EAGER = 1_000


def render(record: Record) -> None:
    """Show the tables first; what explains them opens on demand."""
    dataset = record.dataset
    words = [f"{made(record)}.", method.checked_against_words(dataset)]
    st.caption(as_markdown(" ".join(filter(None, words))))
    table = st.segmented_control(
        labels.TABLE,
        dataset.tables,
        default=DEFAULT,
        required=True,
        key="table",
        bind="query-params",
        label_visibility="collapsed",
    )
    _table(record, table or DEFAULT)
    _folded(labels.COLUMNS, "columns", lambda: _columns(dataset, table))
    _python(dataset)
    _folded(labels.all_sources(), "sources", lambda: method.source_links(dataset))
    _folded(labels.HOW_TO_READ, "method", lambda: _rules(dataset))
    if dataset.unknowns:
        _folded(labels.UNKNOWN, "unknowns", lambda: method.unknowns(dataset))
    if not dataset.evidence.empty:
        _folded(labels.WHERE_LOOKED, "cells", lambda: _evidence(dataset))
    _folded(labels.CORRECTIONS, "corrections", lambda: _corrections(dataset))


def _table(record: Record, table: str) -> None:
    """Show one table; a row of readings opens its source."""
    dataset = record.dataset
    frame = tables.whole(dataset.table(table))
    key = f"table-{table}"
    select: dict[str, Any] = {}
    selects = table == "readings" and len(frame) <= EAGER
    if selects:
        ids = frame["reading_id"].to_list()
        select = {
            "on_select": lambda: source.ask_for_row(key, ids),
            "selection_mode": "single-row",
        }
    elif dataset.descriptor.get("disputes") and len(frame) <= EAGER:
        select = {"on_select": "rerun", "selection_mode": "single-row"}
    st.caption(as_markdown(method.about_table(dataset, table)))
    if selects:
        with st.container(key="select-a-row"):  # a phone has a list instead
            st.caption(method.SELECT_A_ROW)
    st.dataframe(
        frame,
        column_config=_settings(dataset, table),
        hide_index=True,
        key=key,
        alt=labels.table_alt(table, len(frame)),
        lazy=len(frame) > EAGER,
        **select,
    )
    paper.table(frame, fold=method.rows_to_open(len(frame)))
    if dataset.descriptor.get("disputes") and not frame.empty:
        opens_source = selects or not select
        chosen = [] if opens_source else st.session_state[key].selection.rows
        _disputed(record, table, chosen, has_hint=not opens_source)
    download.table(len(frame), record, table, lambda: frame)
    source.open_if_asked(record)


def _disputed(
    record: Record, table: str, selected: Sequence[int], *, has_hint: bool
) -> None:
    """Show how to dispute the row that is selected, or that is named by its key.

    A phone has a list instead of the table, and no row of a long table can be
    selected.
    """
    dataset = record.dataset
    rows = records(dataset.table(table))
    is_long = len(rows) > EAGER
    with st.container(key="name-a-row" if is_long else "pick-a-row"):
        key = _named(table, rows, is_long=is_long)
    row = next((row for row in rows if key and disputes.key_of(table, row) == key), {})
    if not row and selected:
        row = rows[selected[0]]
    if not row:
        if has_hint:
            with st.container(key="select-a-row"):
                st.caption(disputes.SELECT_A_ROW)
        return
    day = state.day_asked(record)
    where = disputes.where(
        TABS["data"], state.home(tab=TABS["data"], table=table, **day)
    )
    if dispute := disputes.link(dataset, table, row, where):
        st.markdown(sources.markdown(dispute))


def _named(
    table: str, rows: Sequence[Mapping[str, Any]], *, is_long: bool
) -> str | None:
    """Return the key of the row that the reader names; a list may be too long."""
    key = f"dispute-{table}"
    words: dict[str, Any] = {"key": key, "placeholder": disputes.BY_ITS_KEY}
    if is_long:
        typed: str = st.text_input(disputes.PICK, **words)
        return typed.strip()
    keys = [disputes.key_of(table, row) for row in rows]
    picked: str | None = st.selectbox(disputes.PICK, keys, index=None, **words)
    return picked


def _settings(dataset: Dataset, table: str) -> dict[str, Any]:
    """Return the settings of the columns that need some."""
    settings: dict[str, Any] = {}
    for field in dataset.fields(table):
        name = field["name"]
        if name in ADDRESSES:
            settings[name] = st.column_config.LinkColumn(name)
        elif field["type"] == "year":
            settings[name] = st.column_config.NumberColumn(name, format="%d")
        elif field["type"] == "number":
            settings[name] = st.column_config.NumberColumn(name, format="localized")
    return settings


def _folded(title: str, key: str, words: Callable[[], str]) -> None:
    """Show a part that is computed only while it is open, which the link records."""
    with st.expander(title, key=key, bind="query-params") as box:
        if box.open:
            st.markdown(words())


def _python(dataset: Dataset) -> None:
    """Show a line that loads the tables, with the address of the page if known."""
    with st.expander(labels.IN_PYTHON, key="python", bind="query-params") as box:
        if box.open:
            home = address.home()
            if not home:
                st.markdown(method.FROM_THE_ZIP)
            # Coloured as a program, it would be too pale to read on a light ground.
            line = addresses.in_python(dataset, home)
            st.code(line, language=None, wrap_lines=True)


def _columns(dataset: Dataset, table: str | None) -> str:
    return method.rule_list(method.columns(dataset, table or DEFAULT))


def _rules(dataset: Dataset) -> str:
    """Return every rule by which the page reads its data."""
    parts = (
        ("", method.RULES),
        (labels.COMPARING, method.COMPARABILITY),
        (labels.FATE, method.FATES),
        (labels.CONCEPTS, method.concepts(dataset)),
    )
    return "\n\n".join(
        f"{f'**{title}**' if title else ''}\n\n{method.rule_list(rules)}".strip()
        for title, rules in parts
    )


def _evidence(dataset: Dataset) -> str:
    counts = as_markdown(method.evidence_counts(dataset.evidence))
    return f"{counts}\n\n{method.evidence_lines(dataset)}"


def _corrections(dataset: Dataset) -> str:
    parts = [
        as_markdown(method.corrections(dataset)),
        as_markdown(licence(dataset)),
        method.makers(dataset),
    ]
    return "\n\n".join(filter(None, parts))
