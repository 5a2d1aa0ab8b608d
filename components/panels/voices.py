"""Who says what: every reading of a fact, side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import captions, charts, export, measures, sentences, wording
from components.dataset import Dataset
from components.panels import paper, passport
from components.panels.chart import draw, palette


def render(dataset: Dataset) -> None:
    """Show the readings of one disputed or repeated fact, and who gave them."""
    facts = measures.facts_with_rivals(dataset)
    if not facts:
        st.info("No fact of this package has more than one reading yet.")
        return
    st.caption(wording.as_markdown(sentences.rivals_summary(dataset)))
    label = st.selectbox(
        "Fact",
        list(facts),
        key="fact",
        bind="query-params",
        filter_mode=None,
    )
    readings = measures.readings_of(dataset, [facts[label or next(iter(facts))]])
    headline = measures.headline_of(dataset, readings)
    ordered = sorted(readings, key=lambda item: (item != headline, -item.value))
    draw(
        charts.dot_strip(ordered, headline, dataset, palette=palette()),
        key="voices",
        alt=captions.voices_alt(ordered, headline),
        name=export.file_name(dataset, f"readings of {readings[0].fact_id}"),
        on_select=passport.ask_for_mark,
    )
    st.markdown(wording.as_markdown(sentences.headline_rule(headline, dataset)))
    ids = [item.reading_id for item in ordered]
    rows = pd.DataFrame([captions.voice_row(item, dataset) for item in ordered])
    st.dataframe(
        rows,
        hide_index=True,
        key="voices_table",
        on_select=lambda: passport.ask_for_row("voices_table", ids),
        selection_mode="single-row",
        placeholder="–",
        alt=captions.voices_alt(ordered, headline),
    )
    paper.table(rows)
    st.caption("Select a mark or a row to see the passport of a reading.")
    passport.open_if_asked(dataset)
