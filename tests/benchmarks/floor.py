"""The floor: the same chart and one control, and nothing else on the page."""

import os
from pathlib import Path

import streamlit as st
from components.figures import View

from components import charts, figures, measures, series
from components.dataset import DATA, load

FOLDER = Path(os.environ.get("TRADE_DATA") or DATA)


@st.cache_resource
def drawn(axis: str) -> dict[str, object]:
    """Return the figure of each view, drawn once."""
    dataset = load(FOLDER)
    steps, scale = measures.steps(dataset), series.DEFAULT_SCALES[axis]
    found = {
        view: figures.trajectory(dataset, steps, View(view, axis, scale), charts.LIGHT)
        for view in series.VIEWS
    }
    return {view: figure and figure.chart for view, figure in found.items()}


st.title("Floor")


@st.fragment
def show_chart() -> None:
    """Show the chart and the control that changes it."""
    view = st.segmented_control(
        "View", series.VIEWS, default=series.VIEWS[2], key="view", required=True
    )
    by_axis = drawn(st.query_params.get("axis", series.AXES[0]))
    st.plotly_chart(
        by_axis[view or series.VIEWS[2]], key="trajectory", alt="Trajectory"
    )


show_chart()
