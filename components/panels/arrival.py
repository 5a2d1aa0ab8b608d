"""What a link says on arrival: understood, or answered."""

from __future__ import annotations

import streamlit as st

from components.page import links
from components.words import labels
from components.words.text import as_markdown

_ARRIVED, _LOST = "link-read", "link-not-understood"


def understand() -> None:
    """Bring the link of a first visit into today's words; name what was not read."""
    if not st.session_state.get(_ARRIVED):
        st.session_state[_ARRIVED] = True
        arrived = {key: st.query_params.get_all(key) for key in st.query_params}
        found = links.read(arrived)
        st.session_state[_LOST] = found.not_understood
        if found.parameters != arrived:
            st.query_params.from_dict(found.parameters)
            # A control takes its value from the link that the run began with.
            st.rerun()
    if named := st.session_state.pop(_LOST, ()):
        st.info(as_markdown(labels.not_read(named)), icon=":material/link_off:")
