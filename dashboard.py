"""The page, top to bottom: finding, cards, trajectory, tabs."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware

from components.dataset import Dataset
from components.panels import (
    agreements,
    cards,
    claims,
    finding,
    pace,
    package,
    paper,
    passport,
    server,
    sources,
    style,
    takeaway,
    timeline,
    trajectory,
    view,
    voices,
)

PANELS = {
    "Agreements": agreements,
    view.OF_YEAR: pace,
    "Who says what": voices,
    "What can I write?": claims,
    "Timeline": timeline,
    "Data and sources": sources,
    view.OF_VIEW: takeaway,
}


def show_page() -> None:
    """Show the page to a reader; embedded, it ends below the trajectory."""
    st.set_page_config(
        page_title="Trade Trajectory",
        page_icon=str(Path(package.__file__).with_name("icon.png")),
        layout="wide",
    )
    style.send()
    dataset = package.current(server.folder())
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
    else:
        show_tabs(dataset)
    paper.fit_drawings()


@st.fragment(key=view.TABS)
def show_tabs(dataset: Dataset) -> None:
    """Show the open tab; opening another reruns only this part."""
    tabs = st.tabs(list(PANELS), key=view.TAB, bind="query-params")
    for tab, panel in zip(tabs, PANELS.values(), strict=True):
        if tab.open:
            with tab:
                panel.render(dataset)


# Streamlit runs this file as its main module for each reader, and imports it
# once to serve it.
if __name__ == "__main__":
    show_page()
else:
    app = st.App(
        __file__,
        lifespan=server.started,
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=server.styled)],
    )
