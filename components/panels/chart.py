"""How every chart is put on the page."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from components import charts


def palette() -> charts.Palette:
    """Return the colours of the theme that the reader sees."""
    return charts.DARK if st.context.theme.type == "dark" else charts.LIGHT


def draw(figure: go.Figure, *, key: str, alt: str, name: str) -> None:
    """Show a figure with its alternative text and an SVG download.

    Parameters
    ----------
    name
        File name of the download, without its ending.
    """
    st.plotly_chart(
        figure,
        key=key,
        alt=alt,
        config={
            "displaylogo": False,
            "displayModeBar": True,
            "modeBarButtons": [["toImage"]],
            "toImageButtonOptions": {"format": "svg", "filename": name},
        },
    )
