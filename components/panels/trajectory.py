"""The trajectory with its controls, and the cards that follow its view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components import captions, citations, export, figures, sentences, series, wording
from components.dataset import Dataset
from components.measures import Step
from components.panels import assumption, cards, package, paper, passport, view
from components.panels.chart import draw, palette


@st.fragment(key="trajectory-part")
def render(dataset: Dataset, steps: Sequence[Step], *, with_cards: bool) -> None:
    """Show cards, controls and chart; a control reruns only this part."""
    card_row = st.container()
    chosen = view.controls(steps)
    if with_cards:
        with card_row:
            cards.render(dataset, steps, chosen.shown)
    by_time = None if chosen.axis == series.AXES[0] else package.readings(dataset)
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
        where = "" if by_time is not None else f" {captions.HATCHED}"
        st.info(wording.as_markdown(f"{figure.assumption}{where}"))
    for words in (figure.notes, figure.rivals):
        st.caption(wording.as_markdown(" ".join(words)))
    if figure.source_ids:
        st.markdown(f":small[{sentences.source_line(figure.source_ids, dataset)}]")
    cited = citations.of_dataset(dataset, view.link(), date.today())
    paper.line(f"View: {chosen.name}. {cited.as_text('Short')}.")
    passport.open_if_asked(dataset)
    assumption.pass_on()
