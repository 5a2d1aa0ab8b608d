"""Every target of others, and the sources of one, opened in place or by a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.measures.pledges import Pledge, own, pledges
from components.measures.record import Record
from components.page import state
from components.page.cache import cached
from components.panels import share, source
from components.words import citations, disputes, economies, labels, names
from components.words import pledge_source as words
from components.words import source as readings
from components.words.text import as_markdown

# The address names what is open, so that back and forward close and open it.
PARAMETER = "pledge"
_ASKED = "pledge-asked"


@dataclass(frozen=True)
class Known:
    """What does not change with the filters.

    Parameters
    ----------
    others
        The targets of others.
    own
        Those of this pair.
    names
        The code of each economy by its name.
    """

    others: list[Pledge]
    own: list[Pledge]
    names: dict[str, str]


@cached()
def known(record: Record, today: date) -> Known:
    """Return every target, judged once for all readers of a day."""
    others = pledges(record, today)
    codes = {code for item in others for code in item.economies}
    by_name = {economies.name(record, code): code for code in codes}
    return Known(others, own(record, today), dict(sorted(by_name.items())))


def ask(pledge_id: str) -> None:
    """Note which target a reader asked for; a callback."""
    st.session_state[_ASKED] = pledge_id


def open_if_asked(record: Record, items: Sequence[Pledge]) -> None:
    """Open the target that a callback asked for, or that the address names."""
    asked = st.session_state.pop(_ASKED, None)
    named = asked or st.query_params.get(PARAMETER)
    if not named:
        return
    item = words.find(items, named)
    if item is not None:
        st.query_params[PARAMETER] = item.pledge_id
        _show(record, item)
    elif readings.find(record, named):
        # One of this pair's own, which is a reading.
        st.query_params.pop(PARAMETER, None)
        source.ask(named)
        source.open_if_asked(record)
    else:
        st.info(as_markdown(words.not_found(named)), icon=":material/link_off:")


def _closed() -> None:
    st.query_params.pop(PARAMETER, None)


@st.dialog(labels.SOURCES, width="medium", on_dismiss=_closed)
def _show(record: Record, item: Pledge) -> None:
    """Show what was aimed at and where trade stood, each with its source."""
    here = {"tab": names.TABS["pledges"], PARAMETER: item.pledge_id}
    link = state.home(**here, **state.day_asked(record))
    shown = words.source(record, item, disputes.where(names.TABS["pledges"], link))
    st.subheader(shown.value, anchor=False)
    st.markdown(shown.label)
    st.markdown(shown.said)
    st.markdown(f"**{shown.became}**")
    for line in shown.stood:
        st.markdown(line)
    with st.expander(labels.WHY):
        st.markdown("\n".join(f"- {line}" for line in shown.why))
    with st.expander(labels.TO_WRITE):
        source.to_write(words.to_write(record, item))
    with st.expander(labels.CITE_TARGET):
        cited = citations.of_pledge(record, item, link, date.today())
        share.cite(cited, PARAMETER)
