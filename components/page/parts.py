"""The parts of the page that rerun by themselves: the trajectory, and the tabs.

A control reruns the part in which it is. A tab shows the same whatever the view is;
it follows the reader's year alone, and what growth starts from.
"""

from __future__ import annotations

import streamlit as st

from components.words.names import TABS

# The keys of the parts that rerun by themselves.
TRAJECTORY, TABS_PART = "trajectory-part", "tabs-part"
OPTIONS, SHARE = "options", "share"  # popovers among the controls
TAB = "tab"
_KEY_OF = {label: key for key, label in TABS.items()}


def open_tab() -> str:
    """Return the key of the open tab."""
    label = st.session_state.get(TAB)
    return _KEY_OF.get(str(label), next(iter(TABS)))


def rerun_both() -> None:
    """Rerun the trajectory and the tabs; a callback of a control that changes both."""
    st.rerun([TRAJECTORY, TABS_PART])
