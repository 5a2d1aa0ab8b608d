"""The passport of a reading, opened from a mark, a row or a link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components import citations, claims, passports, wording
from components.dataset import Dataset
from components.measures import Reading
from components.panels import takeaway, view

PARAMETER = "reading"
_ASKED = "passport-asked"
_LINK = "passport-link"


def ask_for_mark(chart: str) -> None:
    """Note which reading a reader selected in a chart; a callback."""
    points = st.session_state[chart].selection.points
    if points:
        found = points[0].get("customdata")
        st.session_state[_ASKED] = found[0] if isinstance(found, list) else found


def ask_for_row(table: str, reading_ids: Sequence[str]) -> None:
    """Note which reading a reader selected in a table; a callback."""
    rows = st.session_state[table].selection.rows
    if rows:
        st.session_state[_ASKED] = reading_ids[rows[0]]


def from_link(dataset: Dataset) -> None:
    """Open the reading that the link names, once; say so if there is none."""
    named = st.query_params.get(PARAMETER)
    if not named or st.session_state.get(_LINK) == named:
        return
    if passports.reading(dataset, named) is None:
        st.info(
            wording.as_markdown(
                f"The link names a reading “{named}”, which these data do not have. "
                "The table of readings lists all of them."
            ),
            icon=":material/link_off:",
        )
        return
    st.session_state[_ASKED] = named
    open_if_asked(dataset)


def open_if_asked(dataset: Dataset) -> None:
    """Open the passport that a callback asked for."""
    asked = st.session_state.pop(_ASKED, None)
    found = passports.reading(dataset, asked) if asked else None
    if found is not None:
        st.session_state[_LINK] = found.reading_id
        st.query_params[PARAMETER] = found.reading_id
        _show(dataset, found)


def _closed() -> None:
    st.query_params.pop(PARAMETER, None)
    st.session_state.pop(_LINK, None)


@st.dialog("Passport of a reading", width="large", on_dismiss=_closed)
def _show(dataset: Dataset, found: Reading) -> None:
    """Show the passport of a reading with the sentence that is safe to write."""
    shown = passports.passport(dataset, found)
    st.markdown(f"**{shown.title}**")
    st.markdown("\n".join(f"- **{label}**: {text}" for label, text in shown.lines))
    claim = claims.safe_sentence(dataset, found)
    st.markdown(f"**Sentence to write** · {claim.group.lower()}")
    st.code(wording.isolated(claim.text), language=None, wrap_lines=True)
    st.caption(wording.as_markdown(claim.reason))
    if shown.rivals:
        st.markdown("**Other readings of the same fact**")
        st.markdown("\n".join(f"- {line}" for line in shown.rivals))
    if shown.comparisons:
        st.markdown("**Beside the values of the trajectory**")
        st.markdown("\n".join(f"- {line}" for line in shown.comparisons))
    with st.expander("Cite this reading"):
        link = view.home(**{PARAMETER: found.reading_id})
        takeaway.cite(citations.of_reading(dataset, found, link, date.today()))
