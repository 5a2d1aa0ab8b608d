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
        Keys of the controls in it. One that the link names must be there also while
        the popover is closed, or its choice would be lost.
    """
    opened = st.popover(label, type="tertiary", key=key, on_change="rerun")
    is_needed = opened.open or any(name in st.query_params for name in holds)
    return opened if is_needed else None
