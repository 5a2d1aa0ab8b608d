"""The numbers of the trajectory: a table, and what its marks open by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.page import table
from components.panels import source
from components.words import rows as words
from components.words.rows import Row

OPENS = "numbers-source"


def render(rows: Sequence[Row]) -> None:
    """Show the numbers on demand; one that is chosen opens its source."""
    with st.expander(
        words.TITLE, key="numbers", bind="query-params", on_change="rerun"
    ) as box:
        if box.open:
            _choice(rows)
            table.show(words.COLUMNS, [row.cells for row in rows])


def _choice(rows: Sequence[Row]) -> None:
    """Show a list from which a keyboard opens what a mark opens."""
    by_id = {row.reading_id: row for row in rows}
    st.selectbox(
        words.CHOOSE,
        list(by_id),
        index=None,
        format_func=lambda reading_id: by_id[reading_id].name,
        key=OPENS,
        placeholder=words.NONE_CHOSEN,
        on_change=_ask,
    )


def _ask() -> None:
    """Open the source of the chosen number, and clear the choice."""
    chosen = st.session_state[OPENS]
    st.session_state[OPENS] = None
    if chosen:
        source.ask(chosen)
