"""Names: what a reader cannot tell apart is one name, or is refused."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cells import only

from components.dataset import load
from components.package.names import alike, folded, trimmed

NAME = "José O'Neill-Roe, Minister"


@pytest.mark.parametrize(
    ("other", "spelled"),
    [
        (f"{NAME} ", "[U+0020]”"),
        (f" {NAME}", "“[U+0020]"),
        (NAME.replace(", ", ",  "), "[U+0020][U+0020]"),
        (NAME.replace(" ", "\u00a0", 1), "José[U+00A0]O"),
        (NAME.replace(" ", "\u2009", 1), "José[U+2009]O"),
        (unicodedata.normalize("NFD", NAME), "Jose[U+0301]"),
        (NAME.replace("M", "\u200bM"), "[U+200B]Minister"),
        (NAME.replace("M", "\u00adM"), "[U+00AD]Minister"),
        (NAME.replace("M", "\u200eM"), "[U+200E]Minister"),
        (NAME.replace("'", "’"), "O[U+2019]Neill"),
        (NAME.replace("-", "\u2011"), "Neill[U+2011]Roe"),
    ],
)
def test_one_speaker_written_in_two_ways_is_refused_with_both_spelled_out(
    package, other, spelled
):
    def change(rows):
        for number in range(4):
            rows["readings"][number]["stated_by"] = NAME
        rows["readings"][2]["stated_by"] = other

    problem = only(package(change))
    assert (problem.file, problem.row, problem.column) == (
        "readings.csv",
        4,
        "stated_by",
    )
    assert spelled in problem.found
    assert "as in readings.csv, row 2" in problem.expected
    assert NAME.replace("é", "").split(" O")[0][:3] in problem.expected


def test_persian_and_arabic_keyboards_make_no_two_speakers(package):
    def change(rows):
        rows["readings"][0]["stated_by"] = "علی کریمی"
        rows["readings"][1]["stated_by"] = "علي كريمي"

    problem = only(package(change))
    assert "[U+064A]" in problem.found
    assert "[U+06CC]" in problem.expected


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("sources", "publisher"),
        ("agreements", "place"),
        ("agreements", "fields"),
        ("evidence", "body"),
        ("facts", "label"),
    ],
)
def test_names_of_every_kind_are_told_apart(package, table, column):
    def change(rows):
        rows[table][0][column] = "Bay  Port"
        rows[table][1][column] = "Bay Port"

    problem = only(package(change))
    assert (problem.file, problem.row, problem.column) == (f"{table}.csv", 2, column)


def test_a_publisher_and_who_reposts_it_share_their_names(package):
    folder = package(lambda rows: rows["sources"][1].update(reposted_by="The  Gazette"))
    problem = only(folder)
    assert (problem.row, problem.column) == (3, "reposted_by")
    assert "as in sources.csv, row 2" in problem.expected


def test_words_of_a_source_may_differ_in_their_spaces(package):
    def change(rows):
        for number, wording in ((1, "over $1\u00a0billion"), (2, "over $1 billion")):
            rows["readings"][number] |= {
                "wording": wording,
                "value": "1000000000",
                "no_number": "",
            }

    assert len(load(package(change)).readings) == 8


def test_names_that_differ_in_capitals_are_warned_of(package):
    folder = package(
        lambda rows: rows["readings"][2].update(stated_by="JANE ROE, minister")
    )
    (warning,) = load(folder).warnings
    assert (warning.row, warning.column) == (4, "stated_by")
    assert "Jane Roe, Minister" in warning.expected


@settings(deadline=None)
@given(st.text())
def test_a_folded_name_is_folded_for_good_and_never_longer_in_words(name):
    assert folded(folded(name)) == folded(name)
    assert folded(f" {name}\u00a0\u200b") == folded(name)
    assert folded(unicodedata.normalize("NFD", name)) == folded(name)
    assert len(folded(name).split()) <= len(name.split())
    assert alike(name.upper()) == alike(name.upper().casefold())


@settings(deadline=None)
@given(st.text())
def test_a_trimmed_name_is_part_of_it_and_folds_alike(name):
    assert trimmed(name) in name
    assert folded(trimmed(name)) == folded(name)
