"""The floor: the same chart and one control, and nothing else on the page."""

import os
from datetime import date
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from components.charts.style import LIGHT
from components.charts.trajectory import drawing
from components.dataset import DATA, load
from components.measures.record import Record
from components.view import BOTH, STEP, TIME, VIEWS, View

FOLDER = Path(os.environ.get("TRADE_DATA") or DATA)


@st.cache_resource
def drawn(axis: str) -> dict[str, go.Figure | None]:
    """Return the figure of each view, drawn once."""
    record = Record(load(FOLDER))
    drawings = {
        view: drawing(record, View(view, axis), LIGHT, date.today()) for view in VIEWS
    }
    return {view: item and item.figure for view, item in drawings.items()}


st.title("Floor")


@st.fragment
def show_chart() -> None:
    """Show the chart and the control that changes it."""
    view = st.segmented_control("View", VIEWS, default=BOTH, key="view", required=True)
    asked = st.query_params.get("axis", "")
    figures = drawn(TIME if asked == "Over time" else STEP)
    st.plotly_chart(figures[view or BOTH], key="trajectory", alt="Trajectory")


show_chart()
