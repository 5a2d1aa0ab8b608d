"""The page, top to bottom: finding, controls, trajectory, since then, tabs."""

from importlib import import_module
from pathlib import Path

import streamlit as st

from components.measures.record import Record
from components.page import (
    cache,
    embed,
    parts,
    routes,
    scripts,
    server,
    state,
    style,
    tabs,
    theme,
)
from components.panels import (
    arrival,
    controls,
    first,
    pledges,
    share,
    source,
    trajectory,
)
from components.words import served
from components.words.names import TABS

# A tab is a name in words/ and a panel of the same key, and is listed nowhere else.
PANELS = {key: import_module(f"components.panels.{key}") for key in TABS}
parts.register(PANELS)


def show_page() -> None:
    """Show the page to a reader; embedded, the finding and the chart alone."""
    st.set_page_config(
        page_title=served.TITLE,
        page_icon=str(Path(cache.__file__).with_name("icon.png")),
        layout="wide",
    )
    style.send()
    whole = cache.current(server.folder())
    st.set_page_config(page_title=whole.dataset.title)
    arrival.understand()
    record = cache.as_known(whole, state.as_of())
    source.from_link(record)

    embedded = bool(st.context.is_embedded)
    first.replayed(record)
    first.render(record)
    if embedded:
        embed.adopt_link(record)
    else:
        controls.render(record, whole)
    trajectory.render(record)
    if embedded:
        share.credit(record)
        scripts.send("embed")
    else:
        first.since_then(record)
        show_tabs(record)
    theme.follow()
    scripts.send(*scripts.LISTENING)


@st.fragment(key=parts.TABS_PART)
def show_tabs(record: Record) -> None:
    """Show the open tab; opening another reruns only this part."""
    with tabs.opened([key for key in PANELS if _has(record, key)]):
        PANELS[parts.open_tab()].render(record)


def _has(record: Record, tab: str) -> bool:
    """Return whether a package has what a tab shows; only one may be left out."""
    return tab != "pledges" or pledges.are_in(record)


# Streamlit runs this file as its main module for each reader, and imports it
# once to serve it.
if __name__ == "__main__":
    show_page()
else:
    app = st.App(
        __file__,
        lifespan=server.started,
        routes=routes.table(server.folder),
        middleware=server.middleware(),
    )
