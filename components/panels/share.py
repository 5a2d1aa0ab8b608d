"""What a reader takes away of the view: image, data, link, embed, citation."""

from __future__ import annotations

import streamlit as st

from components.measures.record import Record


def render(record: Record) -> None:
    """Show what can be shared, on demand."""
    with st.popover("Share", type="tertiary", key="share"):
        st.markdown("…")
