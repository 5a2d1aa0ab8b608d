"""How every file is offered: it is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.files import tables, workbook
from components.measures.record import Record
from components.page import on_demand
from components.words import labels
from components.words.files import made

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def button(
    label: str, make: Callable[[], bytes | str], file_name: str, mime: str = CSV
) -> None:
    """Show a button that makes a file and hands it over; the page does not rerun."""
    st.download_button(
        label,
        make,
        file_name=file_name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
    )


def table(
    rows: int, record: Record, name: str, make: Callable[[], pd.DataFrame]
) -> None:
    """Offer the rows of a table in CSV, and as a spreadsheet.

    Parameters
    ----------
    rows
        How many there are.
    name
        What the files are called; each table of a page has another.
    """
    offered = on_demand.popover(labels.download(rows), f"download-{name}")
    if offered is None:
        return
    dataset = record.dataset
    about = f"{dataset.title}. {made(record)}."
    with offered:
        button(
            labels.CSV,
            lambda: tables.csv(make(), replay=dataset.replay),
            tables.file_name(dataset, name, "csv"),
        )
        button(
            labels.XLSX,
            lambda: workbook.xlsx({name: tables.dated(make(), dataset.replay)}, about),
            tables.file_name(dataset, name, "xlsx"),
            XLSX,
        )
