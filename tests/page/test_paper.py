"""What the browser prints of a table: no column lost, whole numbers whole."""

import re
from html import unescape

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from components.page.paper import COLUMNS, rows_html


def text(html):
    return unescape(re.sub(r"<[^>]+>", " ", html))


def wide(dataset):
    assert len(dataset.readings.columns) > COLUMNS
    return rows_html(dataset.readings)


def test_a_wide_table_is_printed_row_by_row_with_every_field(dataset):
    printed = text(wide(dataset))
    for row in dataset.readings.astype("object").fillna("").itertuples(index=False):
        for cell in row:
            if isinstance(cell, str):
                assert cell in printed
    assert "<table" not in wide(dataset)
    assert "no_number true" in " ".join(printed.split())


def test_what_is_empty_takes_no_room_in_a_list(dataset):
    first = wide(dataset).partition("</p>")[0]
    assert "deadline" not in first
    assert "questioned" not in first


def test_a_narrow_table_stays_a_table():
    html = rows_html(pd.DataFrame({"a": ["x"], "b": [pd.NA]}))
    assert html == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>x</td><td>–</td></tr></tbody></table>"
    )


def test_whole_numbers_have_no_decimals():
    frame = pd.DataFrame({"a": pd.array([3e9, 0.5, None], dtype="Float64")})
    printed = text(rows_html(frame))
    assert "3000000000 " in printed
    assert "0.5" in printed
    assert ".0" not in printed


def test_an_address_is_printed_as_it_is():
    address = "https://fa.example/ویکی/" + "تجارت" * 9
    for columns in (1, COLUMNS + 1):
        frame = pd.DataFrame({f"c{n}": [address] for n in range(columns)})
        assert text(rows_html(frame)).count(address) == columns


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)


@settings(deadline=None)
@given(CELLS, st.integers(1, COLUMNS + 2))
def test_no_cell_becomes_markup(cell, columns):
    html = rows_html(pd.DataFrame({f"c{n}": [cell] for n in range(columns)}))
    tags = set(re.findall(r"<([^>]*)>", html))
    assert tags <= {
        *("table", "thead", "tr", "th", "tbody", "td", "p", "span", "b"),
        *("/table", "/thead", "/tr", "/th", "/tbody", "/td", "/p", "/span", "/b"),
        *('td class="long"', 'p class="fields"'),
    }
