"""The page as the browser prints it."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from components.words.values import shown_count

ROWS = 200  # what a printed table holds at most


@st.cache_resource(show_spinner=False)
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text("utf-8")


def fit_drawings() -> None:
    """Let drawings fit a sheet; an element without height, so it comes last."""
    # The text is the project's own, and holds nothing of the data or the reader.
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


def _breakable(cell: str) -> str:
    """Return HTML whose long words may be broken, so that no column is crushed.

    An element that leaves the text as it is: an address can still be copied.
    """
    # No cell holds a NUL: the check refuses it.
    marked = re.sub(r"(\S{16})(?=\S)", "\\1\0", cell)
    return escape(marked).replace("\0", "<wbr>")


def line(words: str, style: str = "") -> None:
    """Print a line that the screen does not show.

    Parameters
    ----------
    style
        A style element of the project's own to send along.
    """
    st.html(f'{style}<p class="on-paper">{escape(words)}</p>')


def table(frame: pd.DataFrame, total: int | None = None) -> None:
    """Print rows that the screen shows in a table of its own, which is an image.

    Parameters
    ----------
    total
        How many rows there are, if the frame is only their beginning.
    """
    total = total or len(frame)
    shown = frame.head(ROWS).astype("object").fillna("–").replace("", "–")
    left = (
        f"<p>{shown_count(ROWS, total, 'row')}; the download has all.</p>"
        if total > ROWS
        else ""
    )
    cells = shown.astype(str).map(_breakable).rename(columns=escape)
    html = cells.to_html(index=False, border=0, escape=False)
    st.html(f'<div class="on-paper">{html}{left}</div>')
