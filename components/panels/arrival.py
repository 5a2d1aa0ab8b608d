"""What a link says on arrival: understood, or answered."""

from __future__ import annotations

import streamlit as st

from components.page import links
from components.words.text import as_markdown

_ARRIVED = "link-read"


def understand() -> None:
    """Bring the link of a first visit into today's words; name what was not read."""
    if st.session_state.get(_ARRIVED):
        return
    st.session_state[_ARRIVED] = True
    arrived = {key: st.query_params.get_all(key) for key in st.query_params}
    found = links.read(arrived)
    if found.parameters != arrived:
        st.query_params.from_dict(found.parameters)
    if found.not_understood:
        lost = ", ".join(found.not_understood)
        st.info(
            as_markdown(
                f"The link could not be read whole: {lost}. The default is shown."
            ),
            icon=":material/link_off:",
        )
