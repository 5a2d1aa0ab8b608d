"""Charts in the colours of the reader's theme, also when that changes."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.words import served


@st.cache_resource(show_spinner=False)
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text("utf-8")


def follow() -> None:
    """Rerun the page when its theme changes; an element without height."""
    # The button is hidden: the script presses it, which reruns the page.
    with st.container(key="theme-changed"):
        st.button(served.IN_THE_COLOURS)
        # The text is the project's own, and holds nothing of the data or the reader.
        st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)
