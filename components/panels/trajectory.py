"""The trajectory: its chart, what stands under it, and its caveats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.charts import by_step, over_time
from components.charts.style import Palette
from components.files import plain
from components.measures.record import Record
from components.page import parts, state
from components.page.cache import cached
from components.page.chart import Finished, draw, palette
from components.panels import numbers, source
from components.view import View
from components.words import caveats, names, trajectory
from components.words import over_time as in_time
from components.words.rows import Row


@dataclass(frozen=True)
class Drawn:
    """A drawn view with all that stands under it, as HTML."""

    chart: Finished
    alt: str
    under: str
    rows: tuple[Row, ...]


@cached(entries=256)
def drawn(record: Record, view: View, palette: Palette, today: date) -> Drawn | None:
    """Return a view drawn once for all readers, or None if there is nothing."""
    return (
        _by_step(record, view, palette)
        if view.by_step
        else _over_time(record, view, palette, today)
    )


def _by_step(record: Record, view: View, palette: Palette) -> Drawn | None:
    found = by_step.info(record, view)
    if found is None:
        return None
    return Drawn(
        Finished(by_step.draw(found, palette)),
        found.alt,
        plain.under_the_chart(
            trajectory.caption(record, view),
            caveats.of_the_chart(record, view),
            _note(view),
        ),
        tuple(trajectory.rows(record, view)),
    )


def _over_time(
    record: Record, view: View, palette: Palette, today: date
) -> Drawn | None:
    found = over_time.info(record, view, today)
    if found is None:
        return None
    return Drawn(
        Finished(over_time.draw(found, palette)),
        found.alt,
        plain.under_the_chart(
            in_time.caption(record, view),
            [*caveats.of_the_chart(record, view), *in_time.caveats(record, view)],
            _note(view),
        ),
        tuple(in_time.rows(record, view)),
    )


def _note(view: View) -> str:
    return trajectory.assumption_note(view.assumption) if view.assumption else ""


@st.fragment(key=parts.TRAJECTORY)
def render(record: Record) -> None:
    """Show the chart of the view; a control reruns only this."""
    view = state.current(record)
    found = drawn(record, view, palette(), date.today())
    if found is None:
        st.info(trajectory.nothing_to_draw(record, view))
        return
    draw(
        found.chart,
        key="trajectory",
        alt=found.alt,
        name=names.view_name(view),
        on_select=source.ask_for_mark,
    )
    # As HTML it is replaced as a whole: what a browser's translation has wrapped
    # cannot be patched.
    st.html(found.under)
    if not st.context.is_embedded:
        numbers.render(found.rows)
    source.open_if_asked(record)
