"""Tables for a spreadsheet: typed, whole, and nothing in them runs."""

import io
import re
import zipfile
from datetime import datetime
from numbers import Real

import pandas as pd
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tiers import few

from components.dataset import TABLES, load
from components.files import workbook
from components.files.workbook import LONGEST, xlsx
from components.words.files import CUT


def written(frame):
    """Return the cells under the header, as another program reads them."""
    book = load_workbook(io.BytesIO(xlsx({"rows": frame}, "about")))
    header, *rows = book["rows"].iter_rows()
    assert [cell.value for cell in header] == list(frame.columns)
    return rows


def column(cells, name="text"):
    return [row[0] for row in written(pd.DataFrame({name: cells}))]


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", "\t=1", "a\n=1+1", ";=1+1;", "＝1"],
)
def test_no_cell_is_a_formula(cell):
    (written,) = column([cell])
    assert written.data_type == "s"
    assert written.value == cell


@pytest.mark.parametrize(
    "cell", ["https://example.org/a", "mailto:a@b.c", "internal:Sheet1!A1", "1", "true"]
)
def test_text_is_neither_a_link_nor_a_number(cell):
    (made,) = column([cell])
    assert (made.data_type, made.value) == ("s", cell)
    assert made.hyperlink is None


def test_a_header_runs_no_more_than_a_cell():
    book = load_workbook(io.BytesIO(xlsx({"rows": pd.DataFrame({"=1+1": [1]})}, "")))
    assert book["rows"]["A1"].data_type == "s"


def test_whole_days_are_dates_and_others_stay_as_they_are():
    days = ["1961-05-05", "1961-05", "1961", "", "1899-12-31", "1961-02-30"]
    first, *others = column(days, "signed_on")
    assert first.is_date
    assert first.value == datetime(1961, 5, 5)
    assert first.number_format == "yyyy-mm-dd"
    assert [cell.value for cell in others] == [
        "1961-05",
        "1961",
        None,
        "1899-12-31",
        "1961-02-30",
    ]


def test_a_day_in_a_column_of_text_is_text():
    (cell,) = column(["1961-05-05"], "title")
    assert cell.data_type == "s"


def test_numbers_are_numbers_and_years_have_no_commas():
    frame = pd.DataFrame(
        {
            "value": pd.array([3e9, 118_101_832.5, None], dtype="Float64"),
            "year": pd.array([2022, 2023, None], dtype="Int64"),
            "questioned": [True, False, True],
        }
    )
    rows = written(frame)
    value, year, questioned = rows[0]
    assert (value.value, value.data_type, value.number_format) == (3e9, "n", "#,##0")
    assert (year.value, year.number_format) == (2022, "General")
    assert questioned.value is True
    assert rows[1][0].value == 118_101_832.5
    assert [cell.value for cell in rows[2]] == [None, None, True]


def test_what_no_cell_can_hold_is_cut_and_says_so():
    short, long = column(["x" * LONGEST, "x" * (LONGEST + 1)])
    assert short.value == "x" * LONGEST
    assert len(long.value) == LONGEST
    assert long.value.endswith(CUT)


def test_the_same_rows_give_the_same_bytes(dataset):
    sheets = {name: dataset.table(name) for name in TABLES}
    assert xlsx(sheets, "about") == xlsx(sheets, "about")


@pytest.mark.parametrize(
    "folder", [ROOT / "data", *(ROOT / "tests" / "packages").iterdir()]
)
def test_every_row_of_a_package_comes_back(folder):
    dataset = load(folder)
    sheets = {name: dataset.table(name) for name in TABLES}
    packed = xlsx(sheets, "about")
    book = load_workbook(io.BytesIO(packed))
    assert book.sheetnames == [*TABLES]
    for name, frame in sheets.items():
        rows = [[cell.value for cell in row] for row in book[name].iter_rows()]
        back = pd.DataFrame(rows[1:], columns=rows[0])
        assert len(back) == len(frame)
        for column in frame.columns:
            assert list(map(plain, back[column])) == list(map(plain, frame[column]))
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        for part in parts.namelist():
            assert not re.search(rb"<f[ >]", parts.read(part)), part


def plain(cell):
    """Return a cell as text, whatever its type."""
    if cell is None or pd.isna(cell):
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(float(cell)) if isinstance(cell, Real) else str(cell)


def test_an_empty_table_has_its_header():
    assert written(pd.DataFrame({"a": [], "b": []})) == []


# What XML can hold; the check lets nothing else into a package.
CELLS = st.text(
    st.sampled_from("=+-@;,\t\n\"' a1<&_x0041_") | st.characters(codec="utf-8"),
    min_size=1,
).filter(lambda text: not re.search("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", text))


@few(50)
@given(st.lists(CELLS, min_size=1, max_size=4))
def test_text_comes_back_as_it_was_and_none_of_it_runs(cells):
    made = column(cells)
    assert {cell.data_type for cell in made} == {"s"}
    assert [cell.value for cell in made] == cells


def test_dates_are_those_of_the_schema():
    assert {"signed_on", "published_on", "stated_on"} <= workbook._DATES


def test_a_long_name_of_a_sheet_is_cut():
    packed = xlsx({"required growth readers year 2030": pd.DataFrame({"a": [1]})}, "")
    (name,) = load_workbook(io.BytesIO(packed)).sheetnames
    assert name == "required growth readers year 20"
