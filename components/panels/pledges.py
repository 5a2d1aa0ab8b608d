"""Other pledges: targets that others declared, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts import pledge_sizes as size_chart
from components.charts import pledges as chart
from components.charts.style import Palette
from components.files import markup, plain, tables
from components.measures import pledge_groups as groups
from components.measures import search
from components.measures.pledge_groups import Wanted
from components.measures.pledges import Pledge, own, pledges
from components.measures.record import Record
from components.page import download, paging, paper, parts
from components.page.cache import cached
from components.page.chart import Finished, draw, palette
from components.panels import pledge
from components.words import economies, names, pledge_rows, pledge_sizes
from components.words import pledges as words
from components.words.text import as_markdown
from components.words.values import counted

# What the tab follows: see components.page.parts.
DEPENDS_ON: tuple[str, ...] = ()
ECONOMY, TERM, SIZE, SEARCH = "economy", "deadline", "asked", "pledges_q"
_OPEN = "pledges-open"
PAGE = 25  # rows of the table that the browser holds at once


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


def are_in(record: Record) -> bool:
    """Return whether the package has targets of others."""
    return not record.dataset.pledges.empty


def link_button() -> None:
    """Offer to open this tab from another one."""
    st.button(
        "How did other pledges fare?",
        key="to-pledges",
        type="tertiary",
        on_click=_open_tab,
    )


def _open_tab() -> None:
    st.session_state[parts.TAB] = names.TABS["pledges"]


def render(record: Record) -> None:
    """Show how the targets fared, the chart, the nearest, the sizes and the table."""
    today = date.today()
    found = known(record, today)
    said = [
        words.how_they_fared(record, found.others),
        words.elsewhere(record, found.others),
    ]
    st.markdown(as_markdown(" ".join(filter(None, said))))
    st.html(plain.caveat_buttons(words.caveats(found.others), "pledges"))
    wanted = _wanted(record, found)
    passing = groups.passing(found.others, wanted, today)
    _chart(record, wanted, today)
    _nearest(record, found)
    _sizes(record, found)
    _table(record, found, passing)
    pledge.open_if_asked(record, found.others)


def _wanted(record: Record, found: Known) -> Wanted:
    """Show the filters, and return what the reader is looking for."""
    ours = [item.name for item in record.dataset.economies if item.name in found.names]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        chosen = st.multiselect(
            "Economy",
            list(found.names),
            default=ours,
            key=ECONOMY,
            bind="query-params",
            placeholder="all",
        )
        with st.popover("Filter", type="tertiary", key="pledges-filter"):
            terms = st.multiselect(
                "Deadline",
                list(words.TERMS.values()),
                key=TERM,
                bind="query-params",
                placeholder="all",
            )
            sizes = st.multiselect(
                "Asked for, as a multiple of the trade of its day",
                list(words.SIZES.values()),
                key=SIZE,
                bind="query-params",
                placeholder="all",
            )
    return Wanted(
        tuple(found.names[name] for name in chosen),
        tuple(key for key, name in words.TERMS.items() if name in terms),
        tuple(key for key, name in words.SIZES.items() if name in sizes),
    )


@cached(32)
def _drawn(
    record: Record, wanted: Wanted, today: date, palette: Palette
) -> tuple[Finished, str] | None:
    found = known(record, today)
    every = [*found.own, *found.others]
    drawn = chart.info(record, groups.passing(every, wanted, today))
    if drawn is None:
        return None
    return Finished(chart.sketch(drawn, palette).figure), drawn.alt


def _chart(record: Record, wanted: Wanted, today: date) -> None:
    """Show where trade stood, as a share of each target."""
    found = _drawn(record, wanted, today, palette())
    if found is None:
        st.info(words.NOTHING_LEFT)
        return
    figure, alt = found
    draw(
        figure,
        key="pledges",
        alt=alt,
        name=tables.file_name(record.dataset, "pledges"),
        on_select=pledge.ask_for_mark,
    )
    st.caption(words.CAPTION)


def _nearest(record: Record, found: Known) -> None:
    """Point out the target most like this pair's."""
    near = groups.nearest(found.others, found.own)
    if near is None:
        return
    st.header("The nearest relative", anchor=False)
    st.markdown(as_markdown(words.nearest(record, near, found.own)))
    st.html(plain.caveat_buttons([words.why_nearest(record)], "pledges"))
    st.button(
        "Its sources",
        key="pledges-nearest",
        type="tertiary",
        on_click=pledge.ask,
        args=(near.pledge_id,),
    )


@cached(8)
def _sized(
    record: Record, today: date, palette: Palette
) -> tuple[Finished, str] | None:
    found = size_chart.info(record, known(record, today).others)
    if found is None:
        return None
    return Finished(size_chart.sketch(found, palette).figure), found.alt


def _sizes(record: Record, found: Known) -> None:
    """Show what reached and missed targets asked for, and in how many years."""
    drawn = _sized(record, date.today(), palette())
    if drawn is None:
        return
    st.header(pledge_sizes.TITLE, anchor=False)
    for said in pledge_sizes.said(record, found.others):
        st.markdown(as_markdown(said.text))
        st.html(plain.caveat_buttons([said.rows], "pledges"))
    figure, alt = drawn
    draw(
        figure,
        key="pledge-sizes",
        alt=alt,
        name=tables.file_name(record.dataset, "pledge-sizes"),
        on_select=pledge.ask_for_mark,
    )
    st.caption(pledge_sizes.CAPTION)


@cached(32)
def _listed(record: Record, ids: tuple[str, ...], today: date) -> str:
    """Return the table of some targets as HTML."""
    wanted = {*ids}
    items = [item for item in known(record, today).others if item.pledge_id in wanted]
    return markup.pledges(pledge_rows.lines(record, items), pledge_rows.TABLE)


@cached()
def _searched(record: Record, today: date) -> dict[str, str]:
    others = known(record, today).others
    ids = [item.pledge_id for item in others]
    return dict(zip(ids, pledge_rows.searched(record, others), strict=True))


def _table(record: Record, found: Known, passing: Sequence[Pledge]) -> None:
    """Show the rows that a search finds, with both sources, and their download."""
    st.header("Each target, with its sources", anchor=False)
    text = st.text_input(
        "Search",
        key=SEARCH,
        bind="query-params",
        placeholder="any words",
        type="search",
        max_chars=200,
    )
    today = date.today()
    lines = _searched(record, today)
    spellings = search.spellings(record.dataset.descriptor.get("spellings", []))
    held = search.found_in(
        [lines[item.pledge_id] for item in passing], text or "", spellings
    )
    rows = [item for item, is_held in zip(passing, held, strict=True) if is_held]
    st.html(markup.status(words.shown(rows, found.others)))
    if not rows:
        st.info(words.NOTHING_LEFT)
        return
    _choice(record, rows)
    table = st.container()
    first = PAGE * (paging.page(len(rows), PAGE, "pledges_page") - 1)
    here = rows[first : first + PAGE]
    table.html(_listed(record, tuple(item.pledge_id for item in here), today))
    if len(rows) > PAGE:
        paper.line(
            f"Targets {first + 1} to {first + len(here)} of {len(rows)}; the download "
            "has all."
        )
    download.button(
        f"Download {counted(len(rows), 'row')} as CSV",
        lambda: tables.csv(pledge_rows.frame(record, rows)),
        tables.file_name(record.dataset, "pledges", "csv"),
    )


def _choice(record: Record, rows: Sequence[Pledge]) -> None:
    """Offer the sources of each row to those who select no mark."""
    called = {item.pledge_id: words.name(record, item) for item in rows}
    st.selectbox(
        "Open the sources of",
        list(called),
        index=None,
        key=_OPEN,
        format_func=called.__getitem__,
        placeholder="a target of this table",
        on_change=_ask,
    )


def _ask() -> None:
    chosen = st.session_state.get(_OPEN)
    if chosen:
        pledge.ask(chosen)
        # Let go, so that the same target can be opened again.
        st.session_state[_OPEN] = None
