"""The floor: the least that a page with one chart and one control can be."""

import plotly.graph_objects as go
import streamlit as st

VIEWS = ("Actual", "Target", "Actual and target")
VALUES = {"Actual": (1, 3), "Target": (10, 20), "Actual and target": (1, 3, 10, 20)}

st.title("Floor")


@st.fragment
def show_chart() -> None:
    """Show the chart and the control that changes it."""
    view = st.segmented_control(
        "View", VIEWS, default=VIEWS[2], key="view", required=True
    )
    values = VALUES[view or VIEWS[2]]
    figure = go.Figure(go.Bar(x=values, y=[str(value) for value in values]))
    figure.update_traces(orientation="h")
    st.plotly_chart(figure, key="trajectory", alt="Trajectory")


show_chart()
