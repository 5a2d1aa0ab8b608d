"""What the page's own scripts press: one hidden control for all of them.

They pass on clicks on the headings of a table of plain HTML, and that the reader's
theme has changed. Each control takes its part of every toggle, and of the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.words import labels

KEY = "pressed"  # hidden by the styles
THEME = "theme"


def listen(
    columns: Sequence[str] = (), order_by: Callable[[str], None] | None = None
) -> None:
    """Draw anew for another theme, and put rows in order by a heading.

    Parameters
    ----------
    columns
        Keys of the columns, as the ``data-order`` of their headings has them.
    order_by
        Called with the key of the column whose heading was pressed.
    """
    st.pills(
        labels.PRESSED, [THEME, *columns], key=KEY, on_change=_tell, args=(order_by,)
    )


def _tell(order_by: Callable[[str], None] | None) -> None:
    pressed = st.session_state[KEY]
    # Nothing stays chosen, so that the same can be pressed again.
    st.session_state[KEY] = None
    if pressed == THEME:
        st.rerun()
    if pressed and order_by:
        order_by(pressed)
