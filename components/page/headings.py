"""Headings of a table that put its rows in order, without reloading the page.

The table is plain HTML; a script passes clicks on its headings to a hidden control of
Streamlit, one for all: each control takes its part of every toggle of the view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.words import labels

_PRESSED = "pressed-heading"  # hidden by the styles


def listen(columns: Sequence[str], on_press: Callable[[str], None]) -> None:
    """Report which column heading of the table on the page was pressed.

    Parameters
    ----------
    columns
        Keys of the columns, as the ``data-order`` of their headings has them.
    on_press
        Called with the key of the column.
    """
    st.pills(
        labels.HEADING_PRESSED,
        columns,
        key=_PRESSED,
        on_change=_tell,
        args=(on_press,),
    )


def _tell(on_press: Callable[[str], None]) -> None:
    column = st.session_state[_PRESSED]
    # Nothing stays chosen, so that the same heading can be pressed again.
    st.session_state[_PRESSED] = None
    if column:
        on_press(column)
