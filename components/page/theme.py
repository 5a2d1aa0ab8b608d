"""Charts in the colours of the reader's theme, also when that changes."""

from __future__ import annotations

import streamlit as st

from components.words import served


def follow() -> None:
    """Let the script rerun the page when its theme changes: it presses this."""
    st.button(served.IN_THE_COLOURS, key="theme-changed")
