"""The number cards: what was reported, what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import captions, sentences, wording
from components.dataset import Dataset
from components.measures import Step

CARD_WIDTH = 140  # px; two cards side by side at 360 px


def render(dataset: Dataset, steps: Sequence[Step], in_view: Sequence[str]) -> None:
    """Show one card for each reported value and each target.

    Parameters
    ----------
    dataset
        Where the sources are.
    steps
        All steps.
    in_view
        The series that the chart shows; cards of others step back.
    """
    found = captions.cards(steps)
    if not found:
        return
    with st.grid(4, min_column_width=CARD_WIDTH, key="cards"):
        for card in found:
            _card(dataset, card, emphasised=card.reading.series in in_view)


def _card(dataset: Dataset, card: captions.Card, *, emphasised: bool) -> None:
    escaped = wording.as_markdown
    reading = card.reading
    colour = {"reported": "primary", "target": "orange"}[reading.series]
    with st.container(
        border=True, height="stretch", gap="xsmall", key=f"card-{reading.fact_id}"
    ):
        st.caption(escaped(card.label))
        st.subheader(
            f":{colour if emphasised else 'gray'}[{escaped(card.value)}]", anchor=False
        )
        if card.beside:
            st.markdown(f":small[{escaped(card.beside)}]")
        if reading.wording:
            st.caption(f"“{escaped(reading.wording)}”")
        source = sentences.one_source(reading.source_id, dataset)
        st.markdown(f":small[{escaped(card.said_by)}. {source}]")
