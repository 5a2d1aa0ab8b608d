"""The controls of the trajectory: view and axis in sight, the rest on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.measures.record import Record
from components.page import parts, state
from components.panels import share
from components.view import AXES, STEP, VIEWS, View
from components.words import names


@st.fragment(key=parts.CONTROLS)
def render(record: Record) -> None:
    """Show the controls; each reruns what follows it, and is not sent again."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="controls"
    ):
        _choice("View", VIEWS, names.VIEW, "view", parts.changed(parts.VIEW))
        axis = _choice("Axis", AXES, names.AXIS, "axis", parts.changed(parts.AXIS))
        with st.popover("Options", type="tertiary", key="options"):
            _options(record, axis)
        share.render(record)


def _choice(
    label: str,
    options: Sequence[str],
    labels: Mapping[str, str],
    key: str,
    on_change: Callable[[], None],
) -> str:
    """Return the chosen option; an emptied control means its default."""
    default = getattr(View, key)
    chosen: str | None = st.segmented_control(
        label,
        options,
        format_func=labels.__getitem__,
        default=default,
        required=True,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
        on_change=on_change,
    )
    return chosen or default


def _options(record: Record, axis: str) -> None:
    """Show what few readers need: published figures, scale, a year of one's own."""
    by_step = axis == STEP
    st.toggle(
        "Published figures (over time)",
        value=View.published,
        key="published",
        bind="query-params",
        disabled=by_step,
        on_change=parts.changed(parts.VIEW),
    )
    st.toggle(
        "Logarithmic scale (over time)",
        value=View.logarithmic,
        key="log",
        bind="query-params",
        disabled=by_step,
        on_change=parts.changed(parts.VIEW),
    )
    if not any(not target.deadline for target in record.targets):
        return
    first, last = state.years_offered()
    st.number_input(
        "Your year for targets without a deadline",
        min_value=first,
        max_value=last,
        value=None,
        step=1,
        key=state.YEAR,
        bind="query-params",
        placeholder="off",
        on_change=parts.changed(parts.VIEW, parts.YEAR),
        help="An assumption of yours and not data: no deadline is added to a target.",
    )
