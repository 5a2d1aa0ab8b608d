"""The dialog with all that is known of one reading."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.measures.record import Record
from components.words.text import as_markdown

_ASKED = "source-asked"


def ask_for_row(table: str, reading_ids: Sequence[str]) -> None:
    """Note which reading a reader selected in a table; a callback."""
    rows = st.session_state[table].selection.rows
    if rows:
        st.session_state[_ASKED] = reading_ids[rows[0]]


def open_if_asked(record: Record) -> None:
    """Open the reading that a callback asked for."""
    asked = st.session_state.pop(_ASKED, None)
    rows = record.dataset.readings
    found = rows[rows["reading_id"].eq(asked)] if asked else rows.head(0)
    if len(found):
        _show(dict(found.iloc[0]))


@st.dialog("Source", width="large")
def _show(row: dict[str, object]) -> None:
    st.markdown(
        "\n".join(
            f"- **{as_markdown(name)}**: {as_markdown(str(cell))}"
            for name, cell in row.items()
            if str(cell)
        )
    )
