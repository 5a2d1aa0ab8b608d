"""The trajectory with its controls, and the cards that follow its view."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import captions, charts, export, sentences, series, wording
from components.dataset import Dataset
from components.measures import Step
from components.panels import assumption, cards, package, passport
from components.panels.chart import draw, palette

_trajectory = package.cached(series.trajectory)


@st.fragment(key="trajectory-part")
def render(dataset: Dataset, steps: Sequence[Step], *, with_cards: bool) -> None:
    """Show cards, controls and chart; a control reruns only this part."""
    card_row = st.container()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        view = _choice("View", series.VIEWS, 2, key="view", help=captions.VIEW_HELP)
        axis = _choice("Axis", series.AXES, 0, key="axis")
        # Each axis has a scale of its own, so that each opens with the one
        # that serves it: bars want zero, two decades of time want decades.
        by_step = axis == series.AXES[0]
        scale = _choice(
            "Scale",
            series.SCALES,
            0 if by_step else 1,
            key="scale" if by_step else "time_scale",
        )
        recorded = st.toggle(
            "Recorded statistics", value=True, key="recorded", bind="query-params"
        )
        year = assumption.control()
    shown = series.series_shown(view, recorded)
    if with_cards:
        with card_row:
            cards.render(dataset, steps, shown)
    drawn = [step for step in steps if step.total.series in shown]
    placed = None if by_step else _placed(dataset, shown)
    if not drawn and (placed is None or placed.empty):
        st.info(wording.as_markdown(captions.nothing_to_draw(shown)))
        return
    logarithmic = scale != series.SCALES[0]
    assumed = assumption.of(steps, year) if "target" in shown else None
    assumed = assumption.possible(assumed)
    if placed is None:
        figure = charts.by_step(drawn, logarithmic=logarithmic, palette=palette())
    else:
        figure = charts.over_time(
            drawn,
            placed,
            dataset,
            logarithmic=logarithmic,
            palette=palette(),
            assumption=assumed,
        )
    alt = captions.trajectory_alt(drawn, axis=axis, scale=scale, placed=placed)
    draw(
        figure,
        key="trajectory",
        alt=f"{alt} {assumption.note(assumed)}".strip(),
        name=export.file_name(dataset, f"{view} {axis}{assumption.file_part(assumed)}"),
        on_select=passport.ask_for_mark,
    )
    undated = any(
        step.total.series == "target" and not step.total.deadline for step in drawn
    )
    notes = [
        captions.marks_note(shown, axis=axis, scale=scale, undated=undated),
        captions.scale_note(scale, axis, shown),
        captions.sums_note(drawn),
        captions.unlike_note(drawn),
    ]
    if assumed:
        st.info(wording.as_markdown(assumption.note(assumed)))
    rivals = [captions.others_note(drawn)]
    cited = [part.source_id for step in drawn for part in step.parts]
    if placed is not None:
        rivals.append(captions.not_placed(_unplaced(dataset, shown)))
        cited += placed["source_id"].to_list()
    for words in (notes, rivals):
        st.caption(wording.as_markdown(" ".join(filter(None, words))))
    if cited:
        st.markdown(f":small[{sentences.source_line(cited, dataset)}]")
    passport.open_if_asked(dataset)
    assumption.pass_on()


def _choice(
    label: str, options: Sequence[str], default: int, *, key: str, help: str = ""
) -> str:
    """Return the chosen option; an emptied control means its default."""
    chosen: str | None = st.segmented_control(
        label,
        options,
        default=options[default],
        required=True,
        key=key,
        bind="query-params",
        help=help or None,
    )
    return chosen or options[default]


def _placed(dataset: Dataset, shown: Sequence[str]) -> pd.DataFrame:
    """Return the marks of the time axis."""
    frame = _trajectory(dataset)
    return frame[frame["series"].isin(shown) & frame["end"].notna()]


def _unplaced(dataset: Dataset, shown: Sequence[str]) -> int:
    """Return how many readings of the drawn series have no place in time."""
    frame = _trajectory(dataset)
    missing = frame["end"].isna() & frame["series"].ne("target")
    return int((missing & frame["series"].isin(shown)).sum())
