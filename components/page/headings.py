"""Headings of a table that put its rows in order, without reloading the page.

The table is plain HTML; a script passes clicks on its headings to hidden buttons of
Streamlit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

# The styles hide the buttons by this key.
_HIDDEN = "told-by-headings"


@st.cache_resource(show_spinner=False)
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text("utf-8")


def listen(columns: Sequence[str], on_press: Callable[[str], None]) -> None:
    """Report which column heading of the table on the page was pressed.

    Parameters
    ----------
    columns
        Keys of the columns, as the ``data-order`` of their headings has them.
    on_press
        Called with the key of the column.
    """
    with st.container(key=_HIDDEN):
        for column in columns:
            st.button(column, key=f"order-{column}", on_click=on_press, args=(column,))
        # The text is the project's own, and holds nothing of data or reader.
        st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)
