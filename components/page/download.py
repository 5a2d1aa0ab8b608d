"""How every file is offered: it is made when its button is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from components.files import tables, workbook
from components.measures.record import Record
from components.words.files import FOR_SPREADSHEETS, made

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
    label: str, record: Record, name: str, make: Callable[[], pd.DataFrame]
) -> None:
    """Show a button for rows in CSV, and one for the same rows as a spreadsheet."""
    dataset = record.dataset
    about = f"{dataset.title}. {made(record)}."
    with st.container(horizontal=True, gap="small"):
        button(
            label,
            lambda: tables.csv(make(), replay=dataset.replay),
            tables.file_name(dataset, name, "csv"),
        )
        button(
            FOR_SPREADSHEETS,
            lambda: workbook.xlsx({name: tables.dated(make(), dataset.replay)}, about),
            tables.file_name(dataset, name, "xlsx"),
            XLSX,
        )
