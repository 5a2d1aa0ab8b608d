"""A small table as plain HTML: it does not scroll, and prints as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import streamlit as st

from components.files import plain
from components.words.sources import Link

# Text, or a text with a link after it.
Cell: TypeAlias = str | tuple[str, Link]


def show(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Show rows under a header; the first cell of a row is its name."""
    head = "".join(f'<th scope="col">{_cell(cell)}</th>' for cell in header)
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    st.html(
        f'<table class="whole"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _row(row: Sequence[Cell]) -> str:
    name, *others = map(_cell, row)
    return f'<th scope="row">{name}</th>' + "".join(
        f"<td>{cell}</td>" for cell in others
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return plain.text(cell)
    text, link = cell
    return f"{plain.text(text)} {plain.link(link)}"
