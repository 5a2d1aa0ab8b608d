"""The page, top to bottom: finding, cards, trajectory, tabs."""

from pathlib import Path

import streamlit as st

from components import measures
from components.panels import agreements, finding, package, sources, timeline
from components.panels import trajectory as trajectory_panel

FOLDER = Path(__file__).parent / "data"

st.set_page_config(
    page_title="Trade Trajectory",
    page_icon=str(Path(package.__file__).with_name("icon.png")),
    layout="wide",
)
dataset = package.current(FOLDER)
steps = measures.steps(dataset)
embedded = bool(st.context.is_embedded)

finding.render(dataset, steps)
trajectory_panel.render(dataset, steps, with_cards=not embedded)
if embedded:
    st.stop()

tabs = st.tabs(
    ["Agreements", "Timeline", "Data and sources"], key="tab", bind="query-params"
)
for tab, panel in zip(tabs, (agreements, timeline, sources), strict=True):
    if tab.open:
        with tab:
            panel.render(dataset)
