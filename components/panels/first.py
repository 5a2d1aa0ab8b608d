"""The first words: the pair, the finding, and the caveats that change its meaning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.measures.record import Record
from components.page.cache import cached
from components.words import caveats, finding
from components.words.caveats import Caveat
from components.words.text import as_markdown

_of_the_finding = cached()(caveats.of_the_finding)


def render(record: Record) -> None:
    """Show the pair, the finding and its caveats."""
    st.markdown(
        f":small[:gray[{as_markdown(finding.subtitle(record))}]]", width="stretch"
    )
    st.title(as_markdown(finding.finding(record, date.today())), anchor=False)
    buttons(_of_the_finding(record), "finding")


def since_then(record: Record) -> None:
    """Show what happened since, in one line."""
    words = finding.since_then(record)
    if words:
        st.markdown(as_markdown(words))


def buttons(found: Sequence[Caveat], where: str) -> None:
    """Show caveats by their short form; each opens the whole of it."""
    if not found:
        return
    with st.container(horizontal=True, gap="small", key=f"caveats-{where}"):
        for caveat in found:
            with st.popover(caveat.short, type="tertiary", key=f"{where}-{caveat.key}"):
                st.markdown(caveat.markdown)
