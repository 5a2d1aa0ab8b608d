"""The number cards: what was reported, what is aimed at."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import wording
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
    latest = reported[-1] if reported else None
    with st.grid(4, min_column_width=CARD_WIDTH, key="cards"):
        for reading in [*reported, *targets]:
            _card(reading, latest, emphasised=reading.series in in_view)


def _card(reading: Reading, latest: Reading | None, *, emphasised: bool) -> None:
    """Show a value with its bound, who and when, and how far a target is."""
    escaped = wording.as_markdown
    label = (
        f"{wording.SERIES[reading.series]} · {reading.period_label}"
        if reading.series == "reported"
        else f"{reading.label} · {wording.deadline(reading)}"
    )
    value = escaped(wording.stated(reading))
    with st.container(
        border=True,
        height="stretch",
        gap="xsmall",
        key=f"card-{reading.reading_id}{'' if emphasised else '-quiet'}",
    ):
        st.caption(escaped(label))
        colour = {"reported": "primary", "target": "orange"}[reading.series]
        st.markdown(f"#### :{colour if emphasised else 'gray'}[{value}]")
        if reading.series == "target" and latest is not None:
            words, caveat = wording.progress(latest, reading)
            st.markdown(f":small[{escaped(words)}]")
            st.caption(escaped(caveat.capitalize()))
        st.caption(escaped(wording.said_by(reading)))
