"""Events and how the two trade: a chart, and lists to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts import timeline
from components.charts.style import Palette
from components.files import markup, plain, tables
from components.measures import events as measures
from components.measures.record import Record
from components.measures.sources import with_sources
from components.page import address, download, state
from components.page.cache import cached, made_once
from components.page.chart import Drawn, Finished, draw, palette
from components.words import labels
from components.words import timeline as words
from components.words.text import as_markdown
from components.words.values import shown_count


def render(record: Record) -> None:
    """Show the kinds, the chart, the mechanisms of exchange and the events."""
    events = record.dataset.events
    if events.empty:
        st.info(words.nothing_yet(record))
        return
    kinds = st.pills(
        labels.KIND_OF_EVENT,
        measures.kinds(events),
        # Options are shown as Markdown, and a kind is the data's own text.
        format_func=as_markdown,
        selection_mode="multi",
        key="kind",
        bind="query-params",
    )
    _chart(record, kinds)
    rows = measures.of_kinds(events, kinds)
    st.html(markup.status(shown_count(len(rows), len(events), "event")))
    if meanings := plain.caveat_buttons(words.meanings(record), "timeline"):
        st.html(meanings)
    for heading, html in _lists(record, tuple(kinds)):
        st.header(as_markdown(heading), anchor=False)
        st.html(html)
    download.table(
        len(rows),
        record,
        "events",
        lambda: with_sources(record, measures.in_order(rows)),
    )


@dataclass(frozen=True)
class Captioned(Drawn):
    """A drawn timeline with its caption, which names what is drawn alone."""

    caption: str


@made_once
def _drawn(
    record: Record, kinds: tuple[str, ...], today: date, palette: Palette
) -> Captioned | None:
    """Return the drawn timeline with its caption."""
    events = timeline.info(record, kinds, today)
    if events is None:
        return None
    return Captioned(
        Finished(timeline.draw(events, palette)), events.alt, events.caption
    )


def _chart(record: Record, kinds: Sequence[str]) -> None:
    """Show the events in time."""
    drawn = _drawn(record, tuple(kinds), state.today(record), palette())
    if drawn is None:
        return
    name = tables.file_name(record.dataset, "timeline")
    draw(drawn, key="timeline", name=name)
    st.caption(drawn.caption)


@cached(16)
def _lists(record: Record, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return each list as HTML with its heading."""
    rows = measures.of_kinds(record.dataset.events, kinds)
    return [
        (heading, markup.events(record, lines, address.home()))
        for heading, lines in words.lists(record, rows)
    ]
