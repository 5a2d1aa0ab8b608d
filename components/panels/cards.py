"""The number cards: what was reported, what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import sentences, wording
from components.measures import Reading, Step, of_series

CARD_WIDTH = 140  # px; two cards side by side at 360 px


def render(steps: Sequence[Step], in_view: Sequence[str]) -> None:
    """Show one card for each reported value and each target.

    Parameters
    ----------
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
            _card(reading, _beside(reading, reported), reading.series in in_view)


def _beside(reading: Reading, reported: Sequence[Reading]) -> tuple[str, str]:
    """Return what the value is beside the others, and the caveat."""
    if not reported:
        return "", ""
    if reading.series == "target":
        return sentences.progress(reported[-1], reading)
    if reading is reported[0]:
        return ("Baseline", "") if len(reported) > 1 else ("", "")
    return sentences.growth(reported[0], reading)


def _card(reading: Reading, beside: tuple[str, str], emphasised: bool) -> None:
    """Show a value with its bound, what it is beside the others, who and when."""
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
        st.markdown(f"### :{colour if emphasised else 'gray'}[{value}]")
        words, caveat = beside
        if words:
            st.markdown(f":small[{escaped(wording.sentence_case(words))}]")
        if caveat:
            st.caption(escaped(wording.sentence_case(caveat)))
        st.caption(escaped(wording.said_by(reading)))
