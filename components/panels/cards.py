"""The number cards: what was reported, what is aimed at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from components import captions, sentences, wording
from components.dataset import Dataset
from components.measures import Step

CARD_WIDTH = 140  # px; two cards side by side at 360 px
_COLOURS = {"reported": "primary", "target": "orange"}


def render(dataset: Dataset, steps: Sequence[Step]) -> None:
    """Show one card for each reported value and each target."""
    found = captions.cards(steps)
    if not found:
        return
    with st.grid(4, min_column_width=CARD_WIDTH, key="cards"):
        for card in found:
            reading = card.reading
            with st.container(
                border=True,
                height="stretch",
                key=f"card-{reading.series}-{reading.fact_id}",
            ):
                # One text: the browser goes over each element at every toggle.
                st.markdown("\n\n".join(_paragraphs(dataset, card)))


def _paragraphs(dataset: Dataset, card: captions.Card) -> Iterator[str]:
    """Yield the parts of a card as Markdown; no style, since that would come late."""
    escaped = wording.as_markdown
    reading = card.reading
    yield f":small[:gray[{escaped(card.label)}]]"
    yield f"### :{_COLOURS[reading.series]}[{escaped(card.value)}]"
    quoted = f":gray[“{escaped(reading.wording)}”]" if reading.wording else ""
    source = sentences.one_source(reading.source_id, dataset)
    said = f"{escaped(card.said_by)}. {source}"
    for part in filter(None, (escaped(card.beside), quoted, said)):
        yield f":small[{part}]"


def step_back(in_view: Sequence[str]) -> str:
    """Return the style that lets cards whose series is not drawn step back.

    A style alone, so that a toggle does not send every card again.
    """
    away = [name for name in _COLOURS if name not in in_view]
    rules = "".join(
        f'[class*="st-key-card-{name}-"] h3 * {{ color: inherit !important; '
        "font-weight: 400; opacity: 0.8; }"
        for name in away
    )
    return f"<style>{rules}</style>" if rules else ""
