"""The page, top to bottom: finding, cards, trajectory, tabs."""

import os
import sys
from pathlib import Path

import streamlit as st

from components.dataset import chosen_folder
from components.panels import (
    agreements,
    cards,
    claims,
    finding,
    pace,
    package,
    paper,
    passport,
    sources,
    style,
    takeaway,
    timeline,
    trajectory,
    view,
    voices,
)

st.set_page_config(
    page_title="Trade Trajectory",
    page_icon=str(Path(package.__file__).with_name("icon.png")),
    layout="wide",
)
style.send()
dataset = package.current(chosen_folder(sys.argv[1:], os.environ))
steps = package.steps(dataset)
embedded = bool(st.context.is_embedded)

finding.render(dataset, steps)
passport.from_link(dataset)
if not embedded:
    cards.render(dataset, steps)
view.controls()
trajectory.render(dataset, steps)
if embedded:
    takeaway.render_credit(dataset)
    paper.fit_drawings()
    st.stop()

PANELS = {
    "Agreements": agreements,
    view.OF_YEAR: pace,
    "Who says what": voices,
    "What can I write?": claims,
    "Timeline": timeline,
    "Data and sources": sources,
    view.OF_VIEW: takeaway,
}


@st.fragment(key=view.TABS)
def show_tabs() -> None:
    """Show the open tab; opening another reruns only this part."""
    tabs = st.tabs(list(PANELS), key=view.TAB, bind="query-params")
    for tab, panel in zip(tabs, PANELS.values(), strict=True):
        if tab.open:
            with tab:
                panel.render(dataset)


show_tabs()
paper.fit_drawings()
