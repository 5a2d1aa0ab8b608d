"""The styles that the page sends beside those of its theme."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import charts, markup
from components.panels.chart import palette

# On paper the ground is white, so a dark figure is turned into its negative.
_DARK = (
    "@media print { .stApp *:not(svg *) { color: #1b2333 !important; "
    "background: transparent !important; } "
    ".js-plotly-plot { filter: invert(1) hue-rotate(180deg); } }"
)


@st.cache_resource(show_spinner=False)
def _sheet(palette: charts.Palette) -> str:
    """Return the styles of a theme, on the screen and on paper."""
    colours = markup.colours(
        (("@media screen", palette), ("@media print", charts.PRINT))
    )
    own = Path(__file__).with_suffix(".css").read_text("utf-8")
    dark = _DARK if palette == charts.DARK else ""
    return f"<style>{colours}{markup.style()}{own}{dark}</style>"


def send() -> None:
    """Style what the page shows as HTML, and let the browser print it all."""
    st.html(_sheet(palette()))
