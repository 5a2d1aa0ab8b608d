"""The source of a value, opened in place from a mark, a row, a button or a link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.measures.readings import Reading
from components.measures.record import Record
from components.page import state
from components.panels import share
from components.words import citations, disputes, labels, names
from components.words import source as words
from components.words.claim import Claim, plain
from components.words.sources import markdown
from components.words.text import as_markdown, isolated

# The address names what is open, so that back and forward close and open it.
PARAMETER = "reading"
_ASKED = "source-asked"
_LAST = "source-last-mark"


def ask(reading_id: str) -> None:
    """Note which reading a reader asked for; a callback."""
    st.session_state[_ASKED] = reading_id


def ask_for_mark(chart: str) -> None:
    """Note which reading a reader selected in a chart; a callback."""
    last: dict[str, str] = st.session_state.setdefault(_LAST, {})
    points = st.session_state[chart].selection.points
    if points:
        opened = points[0].get("customdata")
        last[chart] = opened[0] if isinstance(opened, list) else opened
    # Clicking a selected mark deselects it, which here means opening it again.
    if name := last.get(chart):
        ask(name)


def ask_for_row(table: str, reading_ids: Sequence[str]) -> None:
    """Note which reading a reader selected in a table; a callback."""
    rows = st.session_state[table].selection.rows
    if rows:
        ask(reading_ids[rows[0]])


def open_if_asked(record: Record) -> None:
    """Open the source that a callback asked for."""
    asked = st.session_state.pop(_ASKED, None)
    reading = words.find(record, asked) if asked else None
    if reading is not None:
        st.query_params[PARAMETER] = reading.reading_id
        _show(record, reading)


def from_link(record: Record) -> None:
    """Open the source that the address names, or say that there is none."""
    named = st.query_params.get(PARAMETER)
    if _ASKED in st.session_state or not named:
        return
    reading = words.find(record, named)
    if reading is None:
        st.info(as_markdown(words.not_found(named)), icon=":material/link_off:")
        return
    _show(record, reading)


def _closed() -> None:
    st.query_params.pop(PARAMETER, None)


@st.dialog(labels.SOURCE, width="medium", on_dismiss=_closed)
def _show(record: Record, reading: Reading) -> None:
    """Show the essentials of a value; everything else opens on demand."""
    today = state.today(record)
    shown = words.source(record, reading, today)
    st.subheader(shown.value, anchor=False)
    st.markdown(shown.label)
    st.markdown(f"{shown.said}.")
    if shown.converted:
        st.markdown(shown.converted)
    if shown.caveat:
        st.markdown(f":orange[{shown.caveat}]")
    if shown.wording:
        st.markdown(f"“{shown.wording}”")
    link = state.link(record, **{PARAMETER: reading.reading_id})
    view = names.view_name(state.current(record))
    dispute = disputes.of_reading(record.dataset, reading, view, link)
    st.markdown(shown.link + (f" · {markdown(dispute)}" if dispute else ""))
    with st.expander(labels.WHY):
        for section in shown.why:
            st.markdown(section.markdown)
    with st.expander(labels.TO_WRITE):
        to_write(plain(record, reading, today))
    with st.expander(labels.CITE_VALUE):
        _cite(record, reading)


def to_write(claim: Claim) -> None:
    """Show a sentence with its caveat, and a button that copies both."""
    st.code(isolated(claim.to_copy), language=None, wrap_lines=True)


def _cite(record: Record, reading: Reading) -> None:
    """Show how to cite a value, in the form that the reader picks."""
    link = state.home(**{PARAMETER: reading.reading_id}, **state.day_asked(record))
    share.cite(citations.of_reading(record, reading, link, date.today()), PARAMETER)
