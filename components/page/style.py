"""Styles that the page sends in addition to its theme."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.charts.style import DARK, PRINT, Palette, css_variables
from components.files import markup, plain
from components.page.chart import palette

# On paper the ground is white, so a dark figure is turned into its negative.
_DARK = (
    "@media print { .stApp *:not(svg *, .bar, .mark) { color: #1b2333 !important; "
    "background: transparent !important; } "
    ".js-plotly-plot { filter: invert(1) hue-rotate(180deg); } "
    ".js-plotly-plot .bg { fill: #000 !important; } }"
)


@st.cache_resource(show_spinner=False)
def _sheet(palette: Palette) -> str:
    """Return the styles of a theme, on the screen and on paper."""
    colours = "".join(
        f"{media} {{ :root {{ {css_variables(theme)} }} }}"
        for media, theme in (("@media screen", palette), ("@media print", PRINT))
    )
    own = Path(__file__).with_suffix(".css").read_text("utf-8")
    alike = plain.style() + markup.style()
    return f"<style>{colours}{alike}{own}{_DARK if palette == DARK else ''}</style>"


def send() -> None:
    """Send the styles of the page's own HTML, and of the page on paper."""
    st.html(_sheet(palette()))
