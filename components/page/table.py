"""A small table that the page shows whole: it scrolls nowhere and prints as it is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.words.text import isolated


def show(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show rows of text under a header; the first cell of a row is its name."""
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in header)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    st.html(
        f'<table class="whole"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _row(row: Sequence[str]) -> str:
    name, *others = map(_cell, row)
    return f'<th scope="row">{name}</th>' + "".join(
        f"<td>{cell}</td>" for cell in others
    )


def _cell(text: str) -> str:
    return escape(isolated(text))
