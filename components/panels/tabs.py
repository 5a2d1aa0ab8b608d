"""The tabs: a row of them, and the panel of the open one."""

from __future__ import annotations

from importlib import import_module

import streamlit as st

from components.measures.record import Record
from components.page import parts, pressed, tabs
from components.panels import agreements, pledges
from components.words.agreements import SORTABLE
from components.words.names import TABS

# A tab is a name in words/ and a panel of the same key, and is listed nowhere else.
PANELS = {key: import_module(f"components.panels.{key}") for key in TABS}


# Not in dashboard.py, of which each reader would then keep a copy.
@st.fragment(key=parts.TABS_PART)
def render(record: Record) -> None:
    """Show the open tab; opening another reruns only this part."""
    with tabs.opened([key for key in PANELS if _has(record, key)]):
        PANELS[parts.open_tab()].render(record)
    pressed.listen(SORTABLE, agreements.order_by)


def _has(record: Record, tab: str) -> bool:
    """Return whether a package has what a tab shows; only one may be left out."""
    return tab != "pledges" or pledges.are_in(record)
