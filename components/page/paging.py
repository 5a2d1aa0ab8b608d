"""Which page of a long table the reader is on."""

from __future__ import annotations

from math import ceil

import streamlit as st


def page(rows: int, size: int, key: str) -> int:
    """Show the pages of a table, and return the one chosen; the first if it fits one.

    Parameters
    ----------
    size
        How many rows a page holds.
    key
        Key of the control, which is also its name in links.
    """
    pages = ceil(rows / size)
    if pages < 2:
        return 1
    chosen: int = st.pagination(pages, key=key, bind="query-params")
    return min(chosen, pages)
