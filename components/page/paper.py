"""The page as the browser prints it."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from components.words import labels
from components.words.text import isolated
from components.words.values import shown_count

ROWS = 200  # what a printed table holds at most
COLUMNS = 6  # what fits the width of a sheet; wider tables print row by row
LONG = 16  # letters in a word that may be broken, so that no column is crushed


def line(words: str) -> str:
    """Return a line for paper, which the screen does not show."""
    return f'<p class="on-paper">{escape(words)}</p>'


def table(frame: pd.DataFrame, total: int | None = None, fold: str = "") -> None:
    """Print rows that the screen shows in a table of its own, which is an image.

    Parameters
    ----------
    total
        How many rows there are, if the frame is only their beginning.
    fold
        The words that open them on a phone, where a table of its own would scroll
        inside a page that scrolls; without them a phone shows what others show.
    """
    total = total or len(frame)
    left = (
        f"<p>{labels.download_has_all(shown_count(ROWS, total, 'row'))}</p>"
        if total > ROWS
        else ""
    )
    rows = f"{rows_html(frame.head(ROWS))}{left}"
    if fold:
        summary = f"<summary>{escape(fold)}</summary>"
        st.html(f'<details class="on-paper on-phone">{summary}{rows}</details>')
    else:
        st.html(f'<div class="on-paper">{rows}</div>')


def rows_html(frame: pd.DataFrame) -> str:
    """Return rows as a table, or as lists of fields where they are too wide for one.

    Lists leave out what is empty.
    """
    names = [isolated(str(name)) for name in frame.columns]
    rows = [list(map(_text, row)) for row in frame.itertuples(index=False, name=None)]
    if len(names) > COLUMNS:
        return "".join(_list(names, row) for row in rows)
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _list(names: list[str], row: list[str]) -> str:
    fields = [
        f"<span><b>{escape(name)}</b> {escape(cell)}</span>"
        for name, cell in zip(names, row, strict=True)
        if cell
    ]
    return f'<p class="fields">{" · ".join(fields)}</p>'


def _cell(cell: str) -> str:
    start = '<td class="long">' if re.search(rf"\S{{{LONG},}}", cell) else "<td>"
    return f"{start}{escape(cell) or '–'}</td>"


def _text(cell: Any) -> str:
    """Return a cell in words: nothing for what is missing, whole numbers whole."""
    if cell is pd.NA or cell is None or cell != cell:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return "true" if cell else ""
    return isolated(str(cell))
