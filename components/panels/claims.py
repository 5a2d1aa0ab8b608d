"""What can be written safely: sentences to copy, sorted by their support."""

from __future__ import annotations

import streamlit as st

from components import wording
from components.claims import ABOUT, claims, grouped
from components.dataset import Dataset
from components.panels import package, view

_claims = package.cached()(claims)


def render(dataset: Dataset) -> None:
    """Show every sentence with its reason, its readings and a copy button."""
    found = _claims(dataset)
    if not found:
        st.info("No fact has a place on the step chart yet, so nothing can be said.")
        return
    for group, sentences in grouped(found):
        st.header(group, anchor=False)
        st.caption(ABOUT[group])
        for claim in sentences:
            with st.container(gap="xsmall"):
                st.code(wording.isolated(claim.text), language=None, wrap_lines=True)
                links = ", ".join(
                    f"[{wording.as_markdown(item)}](<{view.link(reading=item)}>)"
                    for item in claim.reading_ids
                )
                reason = wording.as_markdown(claim.reason)
                st.markdown(f":small[{reason} Readings: {links}.]")
