"""The page, top to bottom: finding, controls, trajectory, since then, tabs."""

from pathlib import Path

import streamlit as st

from components.page import (
    cache,
    embed,
    pressed,
    routes,
    scripts,
    server,
    state,
    style,
)
from components.panels import (
    arrival,
    first,
    share,
    source,
    tabs,
    trajectory,
)
from components.words import served


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
    trajectory.render(record, whole)
    if embedded:
        share.credit(record)
        pressed.listen()
        scripts.send("embed")
    else:
        first.since_then(record)
        tabs.render(record)
    scripts.send(*scripts.LISTENING)


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
