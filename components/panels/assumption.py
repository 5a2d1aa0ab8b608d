"""The year that a reader may pick for targets that have none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components import captions, wording
from components.measures import Step, of_series
from components.pace import starting_points
from components.series import Assumption, required_path

# The name of the key is in every link, so that the link says whose year it is.
KEY = "year_chosen_by_the_reader"
START = "start"
_CHANGED = "assumption-changed"
# Beyond a working life ahead, the years that matter are too narrow to read.
AHEAD, BACK = 40, 100


def control() -> int | None:
    """Show the control of the reader's year, off at first, and return the year."""
    year: int | None = st.number_input(
        "Year of your own for the targets",
        min_value=date.today().year - BACK,
        max_value=date.today().year + AHEAD,
        value=None,
        step=1,
        key=KEY,
        bind="query-params",
        placeholder="off",
        width=220,
        on_change=note_change,
        help="An assumption of yours and not data: no deadline is added to a target.",
    )
    return year


def note_change() -> None:
    """Note that the assumption changed; a callback."""
    st.session_state[_CHANGED] = True


def pass_on() -> None:
    """Rerun the page after a change, so that the tab follows the control."""
    if st.session_state.pop(_CHANGED, False):
        st.rerun()


def chosen() -> int | None:
    """Return the year that the control holds."""
    year: int | None = st.session_state.get(KEY)
    return year


def of(steps: Sequence[Step], year: int | None) -> Assumption | None:
    """Return what the reader assumes, or None while the control is off."""
    points = starting_points(steps)
    targets = [step.total for step in of_series(steps, "target")]
    open_ended = tuple(target for target in targets if not target.deadline)
    if year is None or not points or not open_ended:
        return None
    # On the first run of a link the control that holds it is not there yet.
    name = str(st.session_state.get(START) or st.query_params.get(START))
    return Assumption(year, points.get(name) or next(iter(points.values())), open_ended)


def possible(assumed: Assumption | None) -> Assumption | None:
    """Return the assumption if it asks for anything; else say why it does not."""
    if assumed is None:
        return None
    start, targets, year = assumed.start, assumed.targets, assumed.year
    if any(required_path(start, target, year)[0] for target in targets):
        return assumed
    st.info(wording.as_markdown(captions.no_path_note(start, targets, year)))
    return None


def note(assumed: Assumption | None) -> str:
    """Return what the assumption asks for, or nothing while it is off."""
    if assumed is None:
        return ""
    return captions.assumption_note(assumed.start, assumed.targets, assumed.year)


def file_part(assumed: Assumption | None) -> str:
    """Return what a file name says of the assumption."""
    return f" {assumed.year} {captions.READER}" if assumed else ""
