"""The trajectory with its controls, and the cards that follow its view."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go
import streamlit as st

from components import captions, charts, export, sentences, series, wording
from components.dataset import Dataset
from components.measures import Step
from components.panels import cards
from components.panels.chart import draw, palette


@st.fragment(key="trajectory-part")
def render(dataset: Dataset, steps: Sequence[Step], *, with_cards: bool) -> None:
    """Show cards, controls and chart; a control reruns only this part."""
    card_row = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        view = _choice("View", series.VIEWS, default=series.VIEWS[2], key="view")
        axis = _choice("Axis", series.AXES, default=series.AXES[0], key="axis")
        # Each axis has a scale of its own, so that each opens with the one
        # that serves it: bars want zero, two decades of time want decades.
        by_step = axis == series.AXES[0]
        scale = _choice(
            "Scale",
            series.SCALES,
            default=series.SCALES[0 if by_step else 1],
            key="scale" if by_step else "time_scale",
        )
        recorded = st.toggle(
            "Recorded statistics", value=True, key="recorded", bind="query-params"
        )
    shown = series.series_shown(view, recorded)
    if with_cards:
        with card_row:
            cards.render(steps, shown)
    drawn = [step for step in steps if step.total.series in shown]
    if by_step:
        _by_step(dataset, drawn, shown, view, scale)
    else:
        _over_time(dataset, drawn, shown, view, scale)


def _choice(label: str, options: Sequence[str], *, default: str, key: str) -> str:
    """Return the chosen option; an emptied control means its default."""
    chosen: str | None = st.segmented_control(
        label, options, default=default, required=True, key=key, bind="query-params"
    )
    return chosen or default


def _by_step(
    dataset: Dataset,
    drawn: Sequence[Step],
    shown: Sequence[str],
    view: str,
    scale: str,
) -> None:
    if not drawn:
        _nothing(shown)
        return
    figure = charts.by_step(
        drawn, logarithmic=scale != series.SCALES[0], palette=palette()
    )
    alt = captions.trajectory_alt(drawn, axis=series.AXES[0], scale=scale)
    _show(dataset, figure, alt, f"{view} by step")
    _notes(dataset, drawn, shown, [captions.scale_note(scale, series.AXES[0], shown)])


def _over_time(
    dataset: Dataset,
    drawn: Sequence[Step],
    shown: Sequence[str],
    view: str,
    scale: str,
) -> None:
    frame = series.trajectory(dataset)
    frame = frame[frame["series"].isin(shown)]
    placed = frame[frame["end"].notna()]
    missing = frame["end"].isna() & frame["series"].ne("target")
    if placed.empty and not drawn:
        _nothing(shown)
        return
    figure = charts.over_time(
        drawn,
        placed,
        dataset,
        logarithmic=scale != series.SCALES[0],
        palette=palette(),
    )
    alt = captions.trajectory_alt(
        drawn, axis=series.AXES[1], scale=scale, placed=placed
    )
    _show(dataset, figure, alt, f"{view} over time")
    notes = [
        captions.scale_note(scale, series.AXES[1], shown),
        captions.not_placed(int(missing.sum())),
    ]
    _notes(dataset, drawn, shown, notes)


def _show(dataset: Dataset, figure: go.Figure, alt: str, what: str) -> None:
    draw(figure, key="trajectory", alt=alt, name=export.file_name(dataset, what))


def _nothing(shown: Sequence[str]) -> None:
    st.info(wording.as_markdown(captions.nothing_to_draw(shown)))


def _notes(
    dataset: Dataset,
    drawn: Sequence[Step],
    shown: Sequence[str],
    notes: Sequence[str],
) -> None:
    """Show the key to the marks, the other readings and the sources."""
    undated = any(
        step.total.series == "target" and not step.total.deadline for step in drawn
    )
    words = [
        captions.marks_note(shown, undated=undated),
        *notes,
        wording.sentence_case(captions.sums_note(drawn)),
    ]
    st.caption(wording.as_markdown(" ".join(word for word in words if word)))
    readings = [part for step in drawn for part in step.parts]
    if readings:
        st.caption(sentences.source_line(readings, dataset))
    others = captions.others_note(drawn)
    if others:
        st.caption(wording.as_markdown(others))
