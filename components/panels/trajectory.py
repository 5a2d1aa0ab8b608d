"""The trajectory: its chart, what stands under it, and its caveats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts.style import Palette
from components.charts.trajectory import drawing, with_credit
from components.files import views
from components.files.tables import file_name, view_slug
from components.measures.record import Record
from components.page import paper, parts, state
from components.page.cache import made_once
from components.page.chart import Drawn, Finished, draw, palette
from components.panels import controls, numbers, source
from components.view import View
from components.words import citations, trajectory
from components.words import over_time as in_time
from components.words.rows import Row


@dataclass(frozen=True)
class DrawnView(Drawn):
    """A drawn view with all that stands under it, as HTML."""

    under: str
    rows: tuple[Row, ...]


@made_once
def drawn(
    record: Record, view: View, palette: Palette, today: date
) -> DrawnView | None:
    """Return a view drawn once for all readers, or None if there is nothing."""
    view_drawn = drawing(record, view, palette, today)
    if view_drawn is None:
        return None
    return DrawnView(
        Finished(with_credit(view_drawn.figure, record, view, palette)),
        view_drawn.alt,
        views.under(record, view, "chart"),
        _rows(record, view),
    )


def _rows(record: Record, view: View) -> tuple[Row, ...]:
    """Return the numbers of a view."""
    words = trajectory if view.by_step else in_time
    return tuple(words.rows(record, view))


@st.fragment(key=parts.TRAJECTORY)
def render(record: Record, whole: Record) -> None:
    """Show the controls and the chart of the view; a control reruns only this.

    Parameters
    ----------
    whole
        All that is known; the record may be what was known on a day of the past.
    """
    if not st.context.is_embedded:
        controls.render(record, whole)
    view = state.current(record)
    shown = drawn(record, view, palette(), state.today(record))
    if shown is None:
        st.info(trajectory.nothing_to_draw(record, view))
        return
    draw(
        shown,
        key="trajectory",
        name=file_name(record.dataset, view_slug(view)),
        on_select=source.ask_for_mark,
    )
    cited = citations.of_dataset(record.dataset, state.link(record), date.today())
    # As HTML it is replaced as a whole: what a browser's translation has wrapped
    # cannot be patched.
    st.html(shown.under + paper.line(cited.as_text("Short")))
    if not st.context.is_embedded:
        numbers.render(shown.rows)
    source.open_if_asked(record)
