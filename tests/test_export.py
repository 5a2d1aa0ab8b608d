"""Files that a reader takes away."""

import io

import pandas as pd
import pytest

from components import export


def test_a_download_holds_the_rows_as_they_are(dataset):
    data = export.csv(dataset.agreements)
    back = pd.read_csv(io.BytesIO(data), dtype={"signed_on": str})
    assert back["title"].to_list() == dataset.agreements["title"].to_list()
    assert back["value_usd"].to_list()[2] == 5_000_000
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\n=1", "＝1"])
def test_a_spreadsheet_runs_no_formula(cell):
    data = export.csv(pd.DataFrame({"text": [cell], "number": [-5]}))
    back = pd.read_csv(io.BytesIO(data))
    assert back["text"].to_list() == [f"'{cell}"]
    assert back["number"].to_list() == [-5]


def test_the_same_rows_give_the_same_bytes(dataset):
    assert export.csv(dataset.events) == export.csv(dataset.events)


def test_a_file_name_says_which_data_and_version(dataset):
    name = export.file_name(dataset, "Actual and target by step", "svg")
    assert name == "aland-beeland-0.0.1-actual-and-target-by-step.svg"


def test_a_header_is_guarded_like_a_cell():
    data = export.csv(pd.DataFrame({"=1+1": ["x"]}))
    assert data.decode("utf-8-sig").splitlines()[0] == "'=1+1"


def test_whole_numbers_have_no_decimals_and_truths_are_small():
    frame = pd.DataFrame(
        {
            "a": pd.array([5e9, None], dtype="Float64"),
            "b": pd.array([0.5, 1.0], dtype="Float64"),
            "c": [True, False],
        }
    )
    assert export.csv(frame).decode("utf-8-sig") == (
        "a,b,c\n5000000000,0.5,true\n,1.0,false\n"
    )
