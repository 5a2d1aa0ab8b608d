"""The row of tabs: one panel at a time, opened by mouse, touch and arrow keys.

It is plain HTML; a script passes its presses to a hidden control of Streamlit and
shows which one that has chosen. Streamlit's own row takes a quarter of every toggle.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.page import parts, scripts
from components.words import labels
from components.words.names import TABS

_PANEL = "tab-panel"


def opened(tabs: Sequence[str]) -> DeltaGenerator:
    """Show the row, and return the panel of the open tab, which is to be filled.

    Parameters
    ----------
    tabs
        Their keys; the first is open unless the reader or the link chose another.
    """
    names = [TABS[key] for key in tabs]
    st.segmented_control(
        labels.TABS,
        names,
        default=names[0],
        required=True,
        key=parts.TAB,
        bind="query-params",
    )
    # The names are the project's own too.
    st.html(_row(tuple(names)), unsafe_allow_javascript=True)
    # Of its own, so that the browser patches no tab with what stands in another.
    return st.container(key=_PANEL).container(key=f"{_PANEL}-{parts.open_tab()}")


@cache
def _row(names: Sequence[str]) -> str:
    """Return the row and its script, the same whichever tab is open."""
    buttons = "".join(
        f'<button type="button" role="tab" aria-controls="{_PANEL}" tabindex="-1">'
        f"{escape(name)}</button>"
        for name in names
    )
    row = f'<div role="tablist" aria-label="{escape(labels.TABS)}">{buttons}</div>'
    return row + scripts.element("tabs")
