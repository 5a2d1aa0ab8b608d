"""Rows as a spreadsheet: dates are dates, numbers numbers, and all else plain text.

Unlike a CSV file, it cannot be garbled by a program that splits at semicolons.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from numbers import Real
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from components.files.tables import DAY
from components.package.model import DATES
from components.words import files as words

_DATES = {DAY, *(name for names in DATES.values() for name in names)}
LONGEST, LONGEST_NAME = 32_767, 31  # characters of a cell, and of a sheet's name
# Spreadsheets have no dates before this year.
FIRST_YEAR = 1900
_GROUPED_FROM = 10_000  # below, a number may be a year
_WIDEST = 60  # characters of a column
_ALL = "A1:XFD1048576"
# The same rows must give the same bytes.
_EPOCH = datetime(1980, 1, 1)


def xlsx(sheets: Mapping[str, pd.DataFrame], about: str) -> bytes:
    """Return tables as a workbook that runs nothing.

    Parameters
    ----------
    sheets
        The rows of each sheet, by its name.
    about
        Which data these are, for the properties of the file.
    """
    packed = io.BytesIO()
    with Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"title": about, "created": _EPOCH})
        formats = {
            "head": book.add_format({"bold": True}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "number": book.add_format({"num_format": "#,##0.##########"}),
            "whole": book.add_format({"num_format": "#,##0"}),
        }
        for name, frame in sheets.items():
            _fill(book.add_worksheet(name[:LONGEST_NAME]), frame, formats)
    return packed.getvalue()


def _fill(sheet: Worksheet, frame: pd.DataFrame, formats: dict[str, Format]) -> None:
    for place, name in enumerate(frame.columns):
        sheet.write_string(0, place, str(name)[:LONGEST], formats["head"])
        cells = frame[name].to_list()
        for row, cell in enumerate(cells, start=1):
            _write(sheet, row, place, _typed(cell, is_date=name in _DATES), formats)
        longest = max((len(str(cell)) for cell in (name, *cells)), default=0)
        sheet.set_column(place, place, min(longest + 2, _WIDEST))
    sheet.freeze_panes(1, 1)
    if len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    # Years and identifiers are text on purpose.
    sheet.ignore_errors({"number_stored_as_text": _ALL})


def _typed(cell: Any, *, is_date: bool) -> Any:
    """Return a cell as a spreadsheet has it; a day that is not whole stays text."""
    if not is_date or not isinstance(cell, str) or len(cell) != len("1961-05-05"):
        return cell
    try:
        day = date.fromisoformat(cell)
    except ValueError:
        return cell
    return day if day.year >= FIRST_YEAR else cell


def _write(
    sheet: Worksheet, row: int, place: int, cell: Any, formats: dict[str, Format]
) -> None:
    if isinstance(cell, str):
        # Never `write`, which makes formulas and links of text.
        if cell:
            sheet.write_string(row, place, _shortened(cell))
    elif isinstance(cell, date):
        moment = datetime.combine(cell, datetime.min.time())
        sheet.write_datetime(row, place, moment, formats["date"])
    elif pd.isna(cell):
        return
    elif isinstance(cell, bool):
        sheet.write_boolean(row, place, cell)
    elif isinstance(cell, Real) and isfinite(cell):
        number = float(cell)
        kind = "whole" if number.is_integer() else "number"
        is_grouped = abs(number) >= _GROUPED_FROM
        sheet.write_number(row, place, number, formats[kind] if is_grouped else None)


def _shortened(text: str) -> str:
    return (
        text if len(text) <= LONGEST else text[: LONGEST - len(words.CUT)] + words.CUT
    )
