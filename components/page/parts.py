"""The parts of the page that rerun by themselves, and what each depends on.

A control says what it changes; which parts to rerun follows from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

import streamlit as st

from components.words.names import TABS

# The keys of the parts that rerun by themselves.
TRAJECTORY, TABS_PART = "trajectory-part", "tabs-part"
OPTIONS, SHARE = "options", "share"  # popovers among the controls
TAB = "tab"
# What a part may depend on.
VIEW, AXIS, YEAR = "view", "axis", "year"
_KEY_OF = {label: key for key, label in TABS.items()}

# What each tab depends on; a panel says so itself, see `register`.
_depends: dict[str, frozenset[str]] = {}


def register(panels: Mapping[str, ModuleType]) -> None:
    """Learn from the panels of the tabs what each depends on."""
    # A panel that declares nothing follows everything, so it cannot go stale.
    anything = (VIEW, AXIS, YEAR)
    for key, panel in panels.items():
        _depends[key] = frozenset(getattr(panel, "DEPENDS_ON", anything))


def open_tab() -> str:
    """Return the key of the open tab."""
    label = st.session_state.get(TAB)
    return _KEY_OF.get(str(label), next(iter(TABS)))


def rerun(*what: str) -> None:
    """Rerun the parts that depend on something; a callback, with that as its args."""
    st.rerun(following(what, open_tab()))


def following(what: tuple[str, ...], tab: str) -> list[str]:
    """Return the keys of the parts to rerun when something changed."""
    parts = [TRAJECTORY]
    if _depends.get(tab, frozenset()) & {*what, *([VIEW] if AXIS in what else [])}:
        parts.append(TABS_PART)
    return parts
