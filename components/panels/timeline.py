"""The tab timeline."""

from __future__ import annotations

import streamlit as st

from components.measures.record import Record

# What the tab follows: see components.page.parts.
DEPENDS_ON: tuple[str, ...] = ()


def render(record: Record) -> None:
    """Show the tab."""
    st.markdown("timeline")
