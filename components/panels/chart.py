"""How every chart is put on the page."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

from components import charts


def palette() -> charts.Palette:
    """Return the colours of the theme that the reader sees."""
    return charts.DARK if st.context.theme.type == "dark" else charts.LIGHT


def draw(
    figure: go.Figure,
    *,
    key: str,
    alt: str,
    name: str,
    on_select: Callable[[str], None] | None = None,
) -> None:
    """Show a figure with its alternative text and an SVG download.

    Parameters
    ----------
    name
        File name of the download, without its ending.
    on_select
        What to do with ``key`` when the reader selects a mark.
    """
    figure.update_traces(
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        selector={"mode": "markers"},
    )
    st.plotly_chart(
        figure,
        key=key,
        alt=alt,
        on_select=(lambda: on_select(key)) if on_select else "ignore",
        selection_mode="points",
        config=charts.config(name),
    )
