"""The trajectory: its chart, what stands under it, and its caveats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts.style import Palette
from components.charts.trajectory import drawing, with_credit
from components.files.tables import file_name, view_slug
from components.measures.record import Record
from components.page import paper, parts, state
from components.page.cache import cached
from components.page.chart import Finished, draw, palette
from components.panels import first
from components.view import View
from components.words import caveats, citations, trajectory
from components.words.caveats import Caveat
from components.words.text import as_markdown


@dataclass(frozen=True)
class Drawn:
    """A drawn view with all that stands under it."""

    chart: Finished
    alt: str
    caption: str
    caveats: tuple[Caveat, ...]


@cached(entries=256)
def drawn(record: Record, view: View, palette: Palette) -> Drawn | None:
    """Return a view drawn once for all readers, or None if there is nothing."""
    found = drawing(record, view, palette)
    if found is None:
        return None
    return Drawn(
        Finished(with_credit(found.figure, record, view, palette)),
        found.alt,
        trajectory.caption(record, view),
        tuple(caveats.of_the_chart(record, view)),
    )


@st.fragment(key=parts.TRAJECTORY)
def render(record: Record) -> None:
    """Show the chart of the view; a control reruns only this."""
    view = state.current(record)
    found = drawn(record, view, palette())
    if found is None:
        st.info(trajectory.nothing_to_draw(record, view))
        return
    name = file_name(record.dataset, view_slug(view))
    draw(found.chart, key="trajectory", alt=found.alt, name=name)
    if view.assumption:
        st.markdown(as_markdown(trajectory.assumption_note(view.assumption)))
    st.caption(found.caption)
    first.buttons(found.caveats, "chart")
    paper.line(
        citations.of_dataset(record.dataset, state.link(), date.today()).as_text(
            "Short"
        )
    )
