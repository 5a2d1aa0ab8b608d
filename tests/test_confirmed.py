"""Values and their words: agreed, confirmed by a person, or refused; never silent."""

import csv
import io

import pytest
from conftest import descriptor, tables, with_all_columns, write
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cells import only

from components.dataset import load
from components.files import tables as files
from components.numerals import stated
from components.numerals.said import Said
from components.words import method


def said(tmp_path, value, wording, language="en", **answers):
    """Write a package whose second reading says this, with the optional column."""
    rows, package = tables(), with_all_columns(descriptor())
    rows["readings"][1] |= {"value": value, "wording": wording, **answers}
    rows["sources"].append(
        {**rows["sources"][0], "source_id": "other", "language": language}
    )
    rows["readings"][1]["source_id"] = "other"
    return write(tmp_path / "data", rows, package)


UNCLEAR = [
    ("6000000000", "۳/۶ میلیارد دلار", "fa"),
    ("20000000000", "tens of billions of dollars", "en"),
    ("3000000000", "3 milyar dolar", "tr"),
    ("3500000", "3,500 millones", "es"),
    ("2015", "2015 vehicles", "en"),
    ("30", "up by 30%", "en"),
    ("20", "the 20th document", "en"),
    ("500000000", "полмиллиарда долларов", "ru"),
]


@pytest.mark.parametrize(("value", "wording", "language"), UNCLEAR)
def test_what_cannot_be_read_is_refused_until_a_person_confirms_it(
    tmp_path, value, wording, language
):
    problem = only(said(tmp_path, value, wording, language))
    assert (problem.file, problem.row, problem.column) == ("readings.csv", 3, "wording")
    assert "cannot be read with certainty" in problem.found
    assert "value_confirmed" in problem.remedy
    loaded = load(said(tmp_path, value, wording, language, value_confirmed="true"))
    assert "for 1 the author confirmed the value" in method.checked_against_words(
        loaded
    )


@pytest.mark.parametrize(("value", "wording", "language"), UNCLEAR[:2])
def test_what_may_be_a_number_is_not_said_to_be_none(
    tmp_path, value, wording, language
):
    problem = only(said(tmp_path, value, wording, language, no_number="true"))
    assert problem.column == "no_number"
    assert problem.remedy.startswith("Empty the cell.")
    assert "value_confirmed" in problem.remedy


@pytest.mark.parametrize("answer", ["no_number", "value_confirmed"])
def test_of_words_in_an_unknown_script_the_author_may_say_either(tmp_path, answer):
    folder = said(tmp_path, "3000000000", "三十亿美元", "zh", **{answer: "true"})
    assert len(load(folder).readings) == 8
    problem = only(said(tmp_path, "3000000000", "三十亿美元", "zh"))
    assert "no_number" in problem.remedy
    assert "value_confirmed" in problem.remedy


def test_a_number_that_is_read_is_not_overruled(tmp_path):
    folder = said(tmp_path, "30000000000", "over $3 billion", value_confirmed="true")
    problem = only(folder)
    assert "read as 3,000,000,000, whatever value_confirmed says" in problem.found
    assert "value_confirmed" not in problem.remedy


def test_words_without_a_number_cannot_be_confirmed(tmp_path):
    problem = only(said(tmp_path, "3000000000", "a lot", value_confirmed="true"))
    assert problem.column == "value_confirmed"
    assert "no_number" in problem.remedy


def test_a_year_beside_the_value_and_an_ordinal_ask_for_nothing(tmp_path):
    wording = "in 1961 the 2nd deal was worth $3 billion"
    loaded = load(said(tmp_path, "3000000000", wording))
    assert "confirmed" not in method.checked_against_words(loaded)


def test_the_column_leaves_with_the_rows(tmp_path):
    value, wording, language = UNCLEAR[1]
    loaded = load(said(tmp_path, value, wording, language, value_confirmed="true"))
    text = files.csv(loaded.readings).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["value_confirmed"] for row in rows].count("true") == 1


words = st.lists(
    st.sampled_from(
        [
            "three",
            "3",
            "3.5",
            "3,5",
            "20",
            "billion",
            "milliard",
            "half",
            "a",
            "and",
            "to",
            "$",
            "1961",
            "5th",
            "%",
            "tens",
            "of",
            "5/6",
            "dozen",
        ]
    ),
    max_size=7,
).map(" ".join)


@settings(deadline=None)
@given(
    words,
    st.sampled_from([3.0, 3e9, 3.5e9, 20e9, 1961.0, 5.0]),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["en", "es", "tr"]),
)
def test_one_remedy_is_enough_and_leads_to_no_other_problem(
    wording, value, no_number, is_confirmed, language
):
    found = stated(wording, language)
    one = Said(wording, value, found, no_number, is_confirmed)
    passed = one.breach() is None
    if passed and wording:
        certain = any(abs(number - value) < 1 for number in found.numbers)
        assert certain or no_number or is_confirmed
    answers = [(False, False), (True, False), (False, True)]
    ways = [Said(wording, value, found, *answer).breach() for answer in answers]
    wrong = bool(found.numbers) and not found.unclear
    assert None in ways or wrong
    breach = one.breach()
    if breach and "write true under value_confirmed" in breach[3]:
        assert ways[2] is None
    if breach and breach[0] == "value_confirmed":
        assert ways[1] is None
