"""Other pledges: targets that others declared, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import streamlit as st

from components.charts import pledge_sizes as size_chart
from components.charts import pledges as chart
from components.files import plain
from components.files.drawing import VARIABLES
from components.files.flat import as_html
from components.measures import pledge_groups as groups
from components.measures.pledge_groups import Wanted
from components.measures.record import Record
from components.page import on_demand, parts, state
from components.page.cache import cached
from components.panels import pledge, pledge_table
from components.words import labels, names, pledge_limits, pledge_sizes
from components.words import pledges as words
from components.words.text import as_markdown

T = TypeVar("T")
ECONOMY, TERM, SIZE = "economy", "deadline", "asked"


def are_in(record: Record) -> bool:
    """Return whether the package has targets of others."""
    return not record.dataset.pledges.empty


def link_button() -> None:
    """Offer to open this tab from another one."""
    st.button(
        labels.TO_PLEDGES,
        key="to-pledges",
        type="tertiary",
        on_click=_open_tab,
    )


def _open_tab() -> None:
    st.session_state[parts.TAB] = names.TABS["pledges"]


def render(record: Record) -> None:
    """Show how the targets fared, the chart, the nearest, the sizes and the table."""
    today = state.today(record)
    known = pledge.known(record, today)
    said = [
        words.how_they_fared(record, known.others),
        words.elsewhere(record, known.others),
    ]
    st.markdown(as_markdown(" ".join(filter(None, said))))
    st.html(plain.caveat_buttons(pledge_limits.caveats(known.others), "pledges"))
    wanted = _wanted(record, known)
    passing = groups.passing(known.others, wanted, today)
    _chart(record, wanted, today)
    _nearest(record, known)
    _sizes(record, known)
    pledge_table.render(record, known, passing)
    pledge.open_if_asked(record, known.others)


def _wanted(record: Record, known: pledge.Known) -> Wanted:
    """Show the filters, and return what the reader is looking for."""
    ours = [item.name for item in record.dataset.economies if item.name in known.names]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.multiselect(
            labels.ECONOMY,
            list(known.names),
            default=ours,
            key=ECONOMY,
            bind="query-params",
            placeholder=labels.ALL,
        )
        filters = on_demand.popover(labels.FILTER, "pledges-filter", [TERM, SIZE])
    economies = tuple(known.names[name] for name in chosen)
    if filters is None:
        return Wanted(economies)
    with filters:
        terms = _chosen(labels.DEADLINE, words.TERMS, TERM)
        sizes = _chosen(labels.ASKED_FOR, words.SIZES, SIZE)
    return Wanted(economies, terms, sizes)


def _chosen(label: str, names: Mapping[T, str], key: str) -> tuple[T, ...]:
    """Show a choice among names, and return what those that are chosen stand for."""
    chosen = st.multiselect(
        label,
        list(names.values()),
        key=key,
        bind="query-params",
        placeholder=labels.ALL,
    )
    return tuple(item for item, name in names.items() if name in chosen)


# As HTML and not by Plotly, which draws each new chart twice: the tab opens in half the
# time, fits any width as it is, and follows the theme without a server.
@cached(32)
def _drawn(record: Record, wanted: Wanted, today: date) -> str:
    """Return the chart of the targets that pass as HTML; empty if none is judged."""
    known = pledge.known(record, today)
    every = [*known.own, *known.others]
    drawn = chart.info(record, groups.passing(every, wanted, today))
    if drawn is None:
        return ""
    return as_html(chart.sketch(drawn, VARIABLES), drawn.alt)


def _chart(record: Record, wanted: Wanted, today: date) -> None:
    """Show where trade stood, as a share of each target."""
    drawn = _drawn(record, wanted, today)
    if not drawn:
        st.info(words.NOTHING_LEFT)
        return
    st.html(drawn)
    st.caption(words.CAPTION)


def _nearest(record: Record, known: pledge.Known) -> None:
    """Point out the target most like this pair's."""
    near = groups.nearest(known.others, known.own)
    if near is None:
        return
    st.header(labels.NEAREST, anchor=False)
    st.markdown(as_markdown(words.nearest(record, near, known.own)))
    st.html(plain.caveat_buttons([words.why_nearest(record)], "pledges"))
    st.button(
        labels.ITS_SOURCES,
        key="pledges-nearest",
        type="tertiary",
        on_click=pledge.ask,
        args=(near.pledge_id,),
    )


@cached(8)
def _sized(record: Record, today: date) -> str:
    sizes = size_chart.info(record, pledge.known(record, today).others)
    if sizes is None:
        return ""
    return as_html(size_chart.sketch(sizes, VARIABLES), sizes.alt)


def _sizes(record: Record, known: pledge.Known) -> None:
    """Show what reached and missed targets asked for, and in how many years."""
    drawn = _sized(record, state.today(record))
    if not drawn:
        return
    st.header(pledge_sizes.TITLE, anchor=False)
    for said in pledge_sizes.said(record, known.others):
        st.markdown(as_markdown(said.text))
        st.html(plain.caveat_buttons([said.rows], "pledges"))
    st.html(drawn)
    st.caption(pledge_sizes.CAPTION)
