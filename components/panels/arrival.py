"""What a link says on arrival: understood, or answered."""

from __future__ import annotations

import streamlit as st

from components.page import links
from components.words import labels
from components.words.text import as_markdown

_ARRIVED, _LOST = "link-read", "link-not-understood"


def understand() -> None:
    """Translate the link of a first visit; report what is unknown."""
    if not st.session_state.get(_ARRIVED):
        st.session_state[_ARRIVED] = True
        arrived = {key: st.query_params.get_all(key) for key in st.query_params}
        link = links.read(arrived)
        st.session_state[_LOST] = link.not_understood
        if link.parameters != arrived:
            st.query_params.from_dict(link.parameters)
            # Controls take their values from the link as it was when the run began.
            st.rerun()
    if named := st.session_state.pop(_LOST, ()):
        st.info(as_markdown(labels.not_read(named)), icon=":material/link_off:")
