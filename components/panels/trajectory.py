"""The trajectory with its controls, and the cards that follow its view."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import captions, export, figures, sentences, series, wording
from components.dataset import Dataset
from components.measures import Step
from components.panels import assumption, cards, package, passport, view
from components.panels.chart import draw, palette

_readings = package.cached(series.trajectory)


@st.fragment(key="trajectory-part")
def render(dataset: Dataset, steps: Sequence[Step], *, with_cards: bool) -> None:
    """Show cards, controls and chart; a control reruns only this part."""
    card_row = st.container()
    chosen = view.controls(steps)
    if with_cards:
        with card_row:
            cards.render(dataset, steps, chosen.shown)
    by_time = None if chosen.axis == series.AXES[0] else _readings(dataset)
    figure = figures.trajectory(dataset, steps, chosen, palette(), by_time)
    if figure is None:
        st.info(wording.as_markdown(captions.nothing_to_draw(chosen.shown)))
        return
    draw(
        figure.chart,
        key="trajectory",
        alt=figure.alt,
        name=export.file_name(dataset, chosen.file_part),
        on_select=passport.ask_for_mark,
    )
    if figure.assumption:
        st.info(wording.as_markdown(figure.assumption))
    for words in (figure.notes, figure.rivals):
        st.caption(wording.as_markdown(" ".join(words)))
    if figure.source_ids:
        st.markdown(f":small[{sentences.source_line(figure.source_ids, dataset)}]")
    passport.open_if_asked(dataset)
    assumption.pass_on()
