"""The page inside another page."""

from __future__ import annotations

import streamlit as st

from components.measures.record import Record
from components.page import state
from components.view import AXES, VIEWS
from components.words import names


def adopt_link(record: Record) -> None:
    """Take the view from the link, since there are no controls to hold it."""
    asked, held = st.query_params, st.session_state
    for key, options, labels in (
        ("view", VIEWS, names.VIEW),
        ("axis", AXES, names.AXIS),
    ):
        held[key] = next(
            (option for option in options if labels[option] == asked.get(key)), None
        )
    for key in ("log", "published"):
        if asked.get(key) in ("true", "false"):
            held[key] = asked[key] == "true"
    first, last = state.years_offered(record)
    year = asked.get(state.YEAR, "")
    if year.isascii() and year.isdecimal() and first <= int(year) <= last:
        held[state.YEAR] = int(year)
    if asked.get(state.START) in state.starting_points(record):
        held[state.START] = asked[state.START]
