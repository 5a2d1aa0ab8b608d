"""The number cards: what was reported, what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import sentences, wording
from components.dataset import Dataset
from components.measures import Reading, Step, compare, of_series

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
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    if not reported and not targets:
        return
    with st.grid(4, min_column_width=CARD_WIDTH, key="cards"):
        for reading in [*reported, *targets]:
            _card(dataset, reading, reported, emphasised=reading.series in in_view)


def _card(
    dataset: Dataset,
    reading: Reading,
    reported: Sequence[Reading],
    *,
    emphasised: bool,
) -> None:
    """Show a value, what it is beside the others, its words, who, when and where."""
    escaped = wording.as_markdown
    label = (
        f"{wording.SERIES[reading.series]} · {reading.period_label}"
        if reading.series == "reported"
        else f"{reading.label} · {wording.deadline(reading)}"
    )
    value = escaped(wording.stated(reading))
    colour = {"reported": "primary", "target": "orange"}[reading.series]
    with st.container(
        border=True, height="stretch", gap="xsmall", key=f"card-{reading.fact_id}"
    ):
        st.caption(escaped(label))
        st.subheader(f":{colour if emphasised else 'gray'}[{value}]", anchor=False)
        beside = _beside(reading, reported)
        if beside:
            st.markdown(f":small[{escaped(beside)}]")
        if reading.wording:
            st.caption(f"“{escaped(reading.wording)}”")
        source = sentences.one_source(reading.source_id, dataset)
        st.markdown(f":small[{escaped(wording.said_by(reading))}. {source}]")


def _beside(reading: Reading, reported: Sequence[Reading]) -> str:
    """Return what the value is beside the others, with the caveat."""
    if not reported:
        return ""
    if reading.series == "target":
        return wording.progress(compare(reported[-1], reading))
    if reading is reported[0]:
        return "Baseline" if len(reported) > 1 else ""
    return wording.growth(compare(reported[0], reading))
