"""The year that a reader may pick for targets that have none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from components import captions, wording
from components.measures import Step, undated_targets
from components.pace import starting_points
from components.series import Assumption, required_path

# The name of the key is in every link, so that the link says whose year it is.
KEY = "year_chosen_by_the_reader"
START = "start"
# Beyond a working life ahead, the years that matter are too narrow to read.
AHEAD, BACK = 40, 100


def control(on_change: Callable[[], None]) -> None:
    """Show the control of the reader's year, off at first."""
    st.number_input(
        "Year of your own for the targets",
        min_value=date.today().year - BACK,
        max_value=date.today().year + AHEAD,
        value=None,
        step=1,
        key=KEY,
        bind="query-params",
        placeholder="off",
        width=220,
        on_change=on_change,
        help="An assumption of yours and not data: no deadline is added to a target.",
    )


def chosen() -> int | None:
    """Return the year that the control holds."""
    year: int | None = st.session_state.get(KEY)
    return year


def of(steps: Sequence[Step]) -> Assumption | None:
    """Return what the reader assumes, or None while the control is off."""
    points = starting_points(steps)
    open_ended = tuple(step.total for step in undated_targets(steps))
    year = chosen()
    if year is None or not points or not open_ended:
        return None
    # On the first run of a link the control that holds it is not there yet.
    name = str(st.session_state.get(START) or st.query_params.get(START))
    return Assumption(year, points.get(name) or next(iter(points.values())), open_ended)


def asks_for_growth(assumed: Assumption | None) -> bool:
    """Return whether a path leads to any target of an assumption."""
    return assumed is not None and any(
        required_path(assumed.start, target, assumed.year)[0]
        for target in assumed.targets
    )


def explain(assumed: Assumption | None) -> None:
    """Say why an assumption asks for nothing, if it does not."""
    if assumed is not None and not asks_for_growth(assumed):
        words = captions.no_path_note(assumed.start, assumed.targets, assumed.year)
        st.info(wording.as_markdown(words))
