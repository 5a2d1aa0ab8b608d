"""The trajectory with its controls, and the cards that follow its view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from components import (
    captions,
    charts,
    citations,
    export,
    figures,
    sentences,
    series,
    wording,
)
from components.dataset import Dataset
from components.figures import View
from components.measures import Step
from components.panels import assumption, cards, package, paper, passport, view
from components.panels.chart import Finished, draw, palette


@package.cached(entries=256)
def _drawn(
    dataset: Dataset, chosen: View, palette: charts.Palette
) -> tuple[figures.Figure, str] | None:
    """Return the figure of a view and its caption, drawn once for all readers."""
    by_time = None if chosen.axis == series.AXES[0] else package.readings(dataset)
    steps = package.steps(dataset)
    figure = figures.trajectory(dataset, steps, chosen, palette, by_time)
    if figure is None:
        return None
    sources = sentences.source_line(figure.source_ids, dataset)
    # One text: each further element is a message and a part to lay out.
    caption = "\n\n".join([*map(wording.as_markdown, figure.paragraphs), sources])
    return replace(figure, chart=Finished(figure.chart)), caption


@st.fragment(key=view.TRAJECTORY)
def render(dataset: Dataset, steps: Sequence[Step]) -> None:
    """Show the chart of the view, with its caption; a control reruns only this."""
    assumption.explain(view.assumed(steps))
    chosen = view.current(steps)
    drawn = _drawn(dataset, chosen, palette())
    if drawn is None:
        st.info(
            wording.as_markdown(
                captions.nothing_to_draw(chosen.shown, len(dataset.facts))
            )
        )
        return
    figure, caption = drawn
    draw(
        figure.chart,
        key="trajectory",
        alt=figure.alt,
        name=export.file_name(dataset, chosen.name),
        on_select=passport.ask_for_mark,
    )
    if figure.assumption:
        where = "" if chosen.axis != series.AXES[0] else f" {captions.HATCHED}"
        st.info(wording.as_markdown(f"{figure.assumption}{where}"))
    st.caption(caption)
    cited = citations.of_dataset(dataset, view.link(), date.today())
    style = cards.step_back(chosen.shown)
    paper.line(f"View: {chosen.name}. {cited.as_text('Short')}.", style)
    _numbers(figure)
    passport.open_if_asked(dataset)


def _numbers(figure: figures.Figure) -> None:
    """Show the numbers of the chart as a table, for whoever asks for it."""
    with st.expander(
        "The numbers of this chart", key="numbers", bind="query-params"
    ) as box:
        if box.open:
            rows = pd.DataFrame(figure.rows)
            st.dataframe(rows, hide_index=True, alt="The numbers of this chart")
            paper.table(rows)
