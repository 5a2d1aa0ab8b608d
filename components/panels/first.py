"""The first words: the pair, the finding, its caveats, and what happened since."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components.files import plain
from components.measures.record import Record
from components.page import state
from components.page.cache import cached
from components.words import replay as words


@cached()
def _first_words(record: Record, today: date) -> str:
    return plain.first_words(record, today)


@cached()
def _since_then(record: Record) -> str:
    return plain.since_then(record)


def replayed(record: Record) -> None:
    """Say that a past day is shown, and how to leave it."""
    if not record.dataset.replay:
        return
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="replayed"
    ):
        st.html(plain.replayed(record))
        st.button(words.LEAVE, type="tertiary", key="leave", on_click=state.leave)


def render(record: Record) -> None:
    """Show the pair, the finding and its caveats."""
    with st.container(key="first-words"):  # its height is kept: see server.css
        st.html(_first_words(record, state.today(record)))


def since_then(record: Record) -> None:
    """Show what happened since, in one line."""
    if words := _since_then(record):
        st.html(words)
