"""The controls of the trajectory: view and axis in sight, the rest on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components.measures.record import Record
from components.page import cache, on_demand, parts, state
from components.panels import share
from components.view import AS_OF, AXES, STEP, VIEWS, View
from components.words import labels, names
from components.words import replay as words


def render(record: Record, whole: Record) -> None:
    """Show the controls; each reruns only the parts that depend on it.

    They are in the part of the trajectory: a control in no part that reruns one makes
    Streamlit forget the files of every download button (they would lead nowhere).

    Parameters
    ----------
    whole
        All that is known; the record may be what was known on a day of the past.
    """
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="controls"
    ):
        _choice(labels.VIEW, VIEWS, names.VIEW, "view")
        axis = _choice(labels.AXIS, AXES, names.AXIS, "axis")
        holds = ("published", "log", AS_OF, state.YEAR)
        if options := on_demand.popover(labels.OPTIONS, parts.OPTIONS, holds):
            with options:
                _options(record, whole, axis)
        share.render(record)


def _choice(
    label: str,
    options: Sequence[str],
    name_of: Mapping[str, str],
    key: str,
) -> str:
    """Return the chosen option; an emptied control means its default."""
    default = getattr(View, key)
    chosen: str | None = st.segmented_control(
        label,
        options,
        format_func=name_of.__getitem__,
        default=default,
        required=True,
        key=key,
        bind="query-params",
        label_visibility="collapsed",
    )
    return chosen or default


def _day(whole: Record) -> None:
    """Show the day of the past on which the page can be shown as it was known."""
    ends = cache.offered(whole)
    if ends is None:
        return
    st.date_input(
        words.LABEL,
        value=None,
        min_value=ends[0],
        max_value=ends[1],
        format="YYYY-MM-DD",
        key=AS_OF,
        bind="query-params",
        on_change=st.rerun,
        help=words.HELP,
    )


def _options(record: Record, whole: Record, axis: str) -> None:
    """Show what few readers need: published figures, scale, the reader's own year."""
    by_step = axis == STEP
    st.toggle(
        labels.PUBLISHED,
        value=View.published,
        key="published",
        bind="query-params",
        disabled=by_step,
    )
    st.toggle(
        labels.LOGARITHMIC,
        value=View.logarithmic,
        key="log",
        bind="query-params",
        disabled=by_step,
    )
    _day(whole)
    if not any(target.lacks_a_deadline for target in record.targets):
        return
    first, last = state.years_offered(record)
    st.number_input(
        labels.YOUR_YEAR,
        min_value=first,
        max_value=last,
        value=None,
        step=1,
        key=state.YEAR,
        bind="query-params",
        placeholder=labels.NO_YEAR,
        on_change=parts.rerun_both,
        help=labels.ABOUT_YOUR_YEAR,
    )
