"""The view of the trajectory: its controls, and its link."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components import captions, series
from components.figures import View
from components.measures import Step
from components.panels import assumption
from components.panels.assumption import KEY, START
from components.series import Assumption

# The tab that names the view, and so has to follow it.
FOLLOWING = "Cite and download"
TAB = "tab"
# What the trajectory shows; a reader's search, say, is nobody else's business.
_OF_THE_VIEW = ("view", "axis", "scale", "time_scale", "recorded", START, KEY)


def controls(steps: Sequence[Step]) -> View:
    """Show the controls and return the view that they ask for."""
    with st.container(
        horizontal=True, vertical_alignment="bottom", gap="medium", key="controls"
    ):
        _choice("View", series.VIEWS, View.view, "view", captions.VIEW_HELP)
        axis = _choice("Axis", series.AXES, View.axis, "axis")
        _choice("Scale", series.SCALES, series.DEFAULT_SCALES[axis], _scale_key(axis))
        st.toggle(
            "Recorded statistics",
            value=View.recorded,
            key="recorded",
            bind="query-params",
            on_change=_follow,
        )
        assumption.control()
    assumption.explain(_assumed(steps))
    return current(steps)


def current(steps: Sequence[Step]) -> View:
    """Return the view that the controls hold."""
    held = st.session_state
    axis = held.get("axis") or View.axis
    assumed = _assumed(steps)
    return View(
        view=held.get("view") or View.view,
        axis=axis,
        scale=held.get(_scale_key(axis)) or series.DEFAULT_SCALES[axis],
        recorded=bool(held.get("recorded", View.recorded)),
        assumption=assumed if assumption.asks_for_growth(assumed) else None,
    )


def _assumed(steps: Sequence[Step]) -> Assumption | None:
    """Return what the reader assumes of the targets, if the view draws them."""
    held = st.session_state.get("view")
    return None if held == series.VIEWS[0] else assumption.of(steps)


def _choice(
    label: str, options: Sequence[str], default: str, key: str, help: str = ""
) -> str:
    """Return the chosen option; an emptied control means its default."""
    chosen: str | None = st.segmented_control(
        label,
        options,
        default=default,
        required=True,
        key=key,
        bind="query-params",
        help=help or None,
        on_change=_follow,
    )
    return chosen or default


def _scale_key(axis: str) -> str:
    """Return the key of an axis's scale: each axis keeps one of its own."""
    return "scale" if axis == series.AXES[0] else "time_scale"


def _follow() -> None:
    """Let the tab that names the view follow it; a callback."""
    if st.session_state.get(TAB) == FOLLOWING:
        assumption.note_change()


def link(**more: str) -> str:
    """Return the address of the trajectory as the reader sees it.

    Parameters
    ----------
    more
        Further parameters of the address.
    """
    named = {
        key: st.query_params.get_all(key)
        for key in _OF_THE_VIEW
        if key in st.query_params
    }
    return home(**named, **more)


def home(**parameters: str | list[str]) -> str:
    """Return the address of the page, with the parameters that are given.

    Only the query if the page does not know its own address.
    """
    query = urlencode(parameters, doseq=True)
    address = urlsplit(st.context.url or "")
    path = address.path or "/" * bool(address.netloc)
    return urlunsplit((address.scheme, address.netloc, path, query, ""))
