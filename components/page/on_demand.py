"""What few readers need: it is made when it is opened, and takes no memory before."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

import streamlit as st


def popover(
    label: str, key: str, holds: Sequence[str] = ()
) -> AbstractContextManager[object] | None:
    """Show a button that opens a popover, and return what is to be filled, if it is.

    Parameters
    ----------
    holds
        Keys of the controls in it. Once the link has named one, they are made also
        while the popover is closed, or the choice would be lost; for good, since the
        link does not name it while another tab is open.
    """
    opened = st.popover(label, type="tertiary", key=key, on_change="rerun")
    used = f"{key}-used"
    if any(name in st.query_params for name in holds):
        st.session_state[used] = True
    return opened if opened.open or st.session_state.get(used) else None
