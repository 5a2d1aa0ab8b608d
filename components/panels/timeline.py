"""The tab timeline: what happened, and how the two trade."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts import timeline as chart
from components.charts.style import Palette
from components.measures.record import Record
from components.page.cache import cached
from components.page.chart import Finished, draw, palette
from components.words import timeline as words
from components.words.text import as_markdown

# What the tab follows: see components.page.parts.
DEPENDS_ON: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """The timeline, with its alternative text."""

    chart: Finished
    alt: str


@cached(entries=64)
def drawn(
    record: Record, kinds: tuple[str, ...], palette: Palette, today: date
) -> Drawn | None:
    """Return the chart drawn once for all readers, or None if nothing has a date."""
    found = chart.info(record, kinds, today)
    if found is None:
        return None
    return Drawn(Finished(chart.draw(found, palette)), found.alt)


def render(record: Record) -> None:
    """Show the chart by kind, and under it the lists: ways to trade come first."""
    if record.dataset.events.empty:
        st.info("This package lists no events yet.")
        return
    st.markdown(as_markdown(words.LEAD))
    kinds = _kinds(record)
    found = drawn(record, kinds, palette(), date.today())
    if found is not None:
        draw(found.chart, key="events", alt=found.alt, name="timeline")
        st.caption(words.CAPTION)
    for title, lines in words.lines(record, kinds).items():
        st.subheader(title, anchor=False)
        st.markdown("\n".join(f"- {line}" for line in lines))


def _kinds(record: Record) -> tuple[str, ...]:
    """Return the kinds of event that the reader chose, none for all."""
    chosen = st.pills(
        "Kind of event",
        list(dict.fromkeys(record.dataset.events["kind"])),
        selection_mode="multi",
        key="kind",
        bind="query-params",
    )
    return tuple(chosen or ())
