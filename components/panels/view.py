"""The view of the trajectory: its controls, and its link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components import captions, series
from components.figures import View
from components.measures import Step
from components.panels import assumption
from components.panels.assumption import KEY, START
from components.series import Assumption

# The parts of the page that rerun by themselves.
CONTROLS, TRAJECTORY, TABS = "controls-part", "trajectory-part", "tabs-part"
TAB = "tab"
# The tabs that name the view, and that name the reader's year: they follow them.
OF_VIEW, OF_YEAR = "Cite and download", "What would it take?"
# What the trajectory shows; a reader's search, say, is nobody else's business.
_OF_THE_VIEW = ("view", "axis", "scale", "time_scale", "recorded", START, KEY)


@st.fragment(key=CONTROLS)
def controls() -> None:
    """Show the controls; each reruns what follows it, and is not sent again."""
    with st.container(
        horizontal=True, vertical_alignment="bottom", gap="medium", key="controls"
    ):
        _choice("View", series.VIEWS, View.view, "view", help=captions.VIEW_HELP)
        axis = _choice("Axis", series.AXES, View.axis, "axis", on_change=_change_axis)
        _choice("Scale", series.SCALES, series.DEFAULT_SCALES[axis], _scale_key(axis))
        st.toggle(
            "Recorded statistics",
            value=View.recorded,
            key="recorded",
            bind="query-params",
            on_change=_redraw,
        )
        assumption.control(on_change=redraw_year)


def current(steps: Sequence[Step]) -> View:
    """Return the view that the controls hold."""
    held = st.session_state
    axis = held.get("axis") or View.axis
    found = assumed(steps)
    return View(
        view=held.get("view") or View.view,
        axis=axis,
        scale=held.get(_scale_key(axis)) or series.DEFAULT_SCALES[axis],
        recorded=bool(held.get("recorded", View.recorded)),
        assumption=found if assumption.asks_for_growth(found) else None,
    )


def assumed(steps: Sequence[Step]) -> Assumption | None:
    """Return what the reader assumes of the targets, if the view draws them."""
    held = st.session_state.get("view")
    return None if held == series.VIEWS[0] else assumption.of(steps)


def _choice(
    label: str,
    options: Sequence[str],
    default: str,
    key: str,
    *,
    help: str | None = None,
    on_change: Callable[[], None] | None = None,
) -> str:
    """Return the chosen option; an emptied control means its default."""
    chosen: str | None = st.segmented_control(
        label,
        options,
        default=default,
        required=True,
        key=key,
        bind="query-params",
        help=help,
        on_change=on_change or _redraw,
    )
    return chosen or default


def _scale_key(axis: str) -> str:
    """Return the key of an axis's scale: each axis keeps one of its own."""
    return "scale" if axis == series.AXES[0] else "time_scale"


def _following(*tabs: str) -> list[str]:
    """Return the trajectory, and the tabs if an open one follows what changed."""
    return [TRAJECTORY, *([TABS] if st.session_state.get(TAB) in tabs else [])]


def _redraw() -> None:
    """Rerun what shows the view, and nothing else; a callback."""
    st.rerun(_following(OF_VIEW))


def _change_axis() -> None:
    """Rerun what shows the view, and the scale of the axis; a callback."""
    st.rerun([CONTROLS, *_following(OF_VIEW)])


def redraw_year() -> None:
    """Rerun what shows the reader's year or its start; a callback."""
    st.rerun(_following(OF_VIEW, OF_YEAR))


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
