"""How every file is offered: it is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

CSV = "text/csv"


def button(
    label: str, make: Callable[[], bytes | str], file_name: str, mime: str = CSV
) -> None:
    """Show a button that makes a file and hands it over; the page does not rerun."""
    st.download_button(
        label,
        make,
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
    )
