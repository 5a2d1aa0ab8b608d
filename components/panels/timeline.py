"""Events and exchange mechanisms: as a chart, and as a list to read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import captions, charts, export, listings, sentences, series
from components.dataset import Dataset, records
from components.panels import download, package, view
from components.panels.chart import draw, palette


def render(dataset: Dataset) -> None:
    """Show the timeline, the events and the mechanisms."""
    if dataset.events.empty:
        st.info("This package lists no events yet.")
        return
    kinds = st.pills(
        "Kind of event",
        list(dict.fromkeys(dataset.events["kind"])),
        selection_mode="multi",
        key="kind",
        bind="query-params",
    )
    rows = dataset.events
    if kinds:
        rows = rows[rows["kind"].isin(kinds)]
    st.markdown(f"**{sentences.shown_count(len(rows), len(dataset.events), 'event')}**")
    dated = listings.events_in_time(rows)
    if not dated.empty:
        draw(
            charts.timeline(dated, ends=_ends(dataset), palette=palette()),
            key="timeline",
            alt=captions.timeline_alt(dated),
            name=export.file_name(dataset, "timeline"),
        )
        st.caption(captions.TIMELINE_NOTE)
    listed = series.with_source(rows, dataset)
    mechanisms = listed[listed["mechanism"].ne("")]
    _list("Exchange mechanisms, as public reporting describes them", mechanisms)
    _list("Events", listed[listed["mechanism"].eq("")])
    download.button(
        f"Download {sentences.counted(len(rows), 'row')} as CSV",
        lambda: export.csv(listed),
        export.file_name(dataset, "events", "csv"),
    )


def _ends(dataset: Dataset) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the ends of the trajectory's own time axis."""
    assumed = view.current(package.steps(dataset)).assumption
    until = assumed.year if assumed else None
    return series.time_range(dataset, package.readings(dataset), until)


def _list(title: str, rows: pd.DataFrame) -> None:
    """Show rows as a list, earliest first, undated last."""
    if rows.empty:
        return
    st.header(title, anchor=False)
    ordered = listings.events_in_order(rows)
    st.markdown("\n".join(sentences.event_line(row) for row in records(ordered)))
