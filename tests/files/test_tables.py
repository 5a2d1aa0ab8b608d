"""Tables that a reader takes away, and the names of files."""

import csv as reader
import io
import re
from dataclasses import replace
from itertools import product

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiers import few

from components.files import tables
from components.measures.record import Record
from components.view import AXES, VIEWS, Assumption, View

FORMULA = re.compile(r"[\s\"]*[=+\-@＝＋－＠]")


def test_a_download_holds_the_rows_as_they_are(dataset):
    data = tables.csv(dataset.agreements)
    back = pd.read_csv(io.BytesIO(data), dtype={"signed_on": str})
    assert back["title"].to_list() == dataset.agreements["title"].to_list()
    assert back["value_usd"].to_list()[2] == 5_000_000
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\n=1", "＝1"])
def test_a_spreadsheet_runs_no_formula(cell):
    data = tables.csv(pd.DataFrame({"text": [cell], "number": [-5]}))
    back = pd.read_csv(io.BytesIO(data))
    assert back["text"].to_list()[0].replace("\n", "").startswith("'")
    assert back["number"].to_list() == [-5]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("oil;=1+1;x", "oil;'=1+1;x"),
        ("a,@SUM(A1)", "a,'@SUM(A1)"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a\t+1", "a\t'+1"),
        ('a;"=1+1"', 'a;"\'=1+1"'),
        ("a; -1", "a; '-1"),
    ],
)
def test_a_spreadsheet_that_splits_elsewhere_runs_no_formula(cell, written):
    data = tables.csv(pd.DataFrame({"text": [cell]}))
    back = pd.read_csv(io.BytesIO(data))
    assert back["text"].to_list() == [written]


def test_what_is_no_formula_stays_as_it_is():
    for cell in (
        "oil;finance",
        "a - b",
        "1961-05-05",
        "x = y",
        "5 + 3, about",
        "a@b.c",
    ):
        assert tables.guarded(cell) == cell


CELLS = st.lists(
    st.text(st.sampled_from("=+-@;,\t\n\"' a1"), min_size=1), min_size=2, max_size=3
)


@few(50)
@given(CELLS, st.sampled_from(",;\t"))
def test_no_separator_makes_a_cell_run(cells, separator):
    frame = pd.DataFrame([cells], columns=[f"c{n}" for n in range(len(cells))])
    text = tables.csv(frame).decode("utf-8-sig")
    cells = [
        cell
        for row in reader.reader(io.StringIO(text), delimiter=separator)
        for cell in row
    ]
    assert not [cell for cell in cells if FORMULA.match(cell)]


def test_the_same_rows_give_the_same_bytes(dataset):
    assert tables.csv(dataset.events) == tables.csv(dataset.events)


def test_a_header_is_guarded_like_a_cell():
    data = tables.csv(pd.DataFrame({"=1+1": ["x"]}))
    assert data.decode("utf-8-sig").splitlines()[0] == "'=1+1"


def test_whole_numbers_have_no_decimals_and_truths_are_small():
    frame = pd.DataFrame(
        {
            "a": pd.array([5e9, None], dtype="Float64"),
            "b": pd.array([0.5, 1.0], dtype="Float64"),
            "c": [True, False],
        }
    )
    assert tables.csv(frame, mark=False).decode() == (
        "a,b,c\n5000000000,0.5,true\n,1.0,false\n"
    )


def test_a_file_name_says_which_data_and_version(dataset):
    name = tables.file_name(dataset, "both step", "svg")
    assert name == "aland-beeland-0.0.1-both-step.svg"


def views(dataset):
    claim = Record(dataset).latest_claim
    for view, axis, log, published in product(
        VIEWS, AXES, (True, False), (True, False)
    ):
        for assumption in (None, Assumption(2030, claim, ())):
            yield View(view, axis, log, published, assumption)


def test_every_name_of_a_file_is_short_and_names_the_readers_year(dataset):
    for name in ("a-b", "a-very-long-name-of-a-package-of-two-economies", "x" * 80):
        given = replace(dataset, descriptor={**dataset.descriptor, "name": name})
        for view in views(dataset):
            file_name = tables.file_name(given, tables.view_slug(view), "svg")
            assert len(file_name) < 60
            assert file_name.endswith(".svg")
            assert ("readers-year-2030" in file_name) == bool(view.assumption)
            assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", file_name)


def test_different_drawings_have_different_names(dataset):
    drawn = {tables.view_slug(view) for view in views(dataset)}
    # Scale and published figures change nothing by step.
    assert len(drawn) == len(VIEWS) * 2 * (1 + 4)
