"""Rows that deny one another are found, and others are left alone."""

import pytest

from components.dataset import load
from components.package.contradictions import year_of
from components.problems import DataError

EMPTY = ("not checked", "nothing found", "not reported", "cannot exist")


def recorded(rows):
    return next(row for row in rows["readings"] if row["reading_id"] == "out-1")


def said_of(body, year, state):
    """Return a change by which evidence says something of a body's year."""

    def change(rows):
        row = dict(rows["evidence"][0], body=body, year=year, state=state)
        rows["evidence"].append(row)

    return change


@pytest.mark.parametrize("state", EMPTY)
def test_evidence_that_denies_a_reading_is_found(package, state):
    with pytest.raises(DataError) as caught:
        load(package(said_of("Office of Statistics", "2020", state)))
    (problem,) = caught.value.problems
    assert problem.place == "evidence.csv, row 5, column state"
    assert problem.found == f"“{state}”"
    assert "is a value of that body and year" in problem.expected


@pytest.mark.parametrize(
    ("body", "year", "state"),
    [
        ("Office of Statistics", "2020", "reported"),
        ("Office of Statistics", "2019", "not checked"),
        ("Another office", "2020", "not checked"),
    ],
)
def test_evidence_of_another_year_or_body_is_left_alone(package, body, year, state):
    assert len(load(package(said_of(body, year, state))).evidence) == 4


@pytest.mark.parametrize(
    ("start", "end", "year"),
    [
        ("2020-01-01", "2020-12-31", 2020),
        ("2020", "2020", 2020),
        ("2020-01", "2020", 2020),
        ("2020-03-21", "2021-03-20", 2020),
        ("2020-04", "2020-06", 2020),
        ("2019", "2020", None),
        ("2018-01-01", "2020-12-31", None),
        ("", "2020", None),
        ("2020", "", None),
    ],
)
def test_a_period_belongs_to_the_year_in_which_it_begins(start, end, year):
    assert year_of(start, end) == year


def test_an_average_of_several_years_is_no_value_of_its_first(package):
    def change(rows):
        for row in rows["readings"]:
            if row["source_id"] == "office":
                row["period_start"] = "2018-01-01"
        said_of("Office of Statistics", "2018", "nothing found")(rows)

    assert len(load(package(change)).evidence) == 4


@pytest.mark.parametrize("state", ["reported", "not reported"])
def test_a_result_of_a_source_that_nobody_read_is_found(package, state):
    def change(rows):
        rows["sources"].append(dict(rows["sources"][1], source_id="x", checked_on=""))
        rows["evidence"][1].update(source_id="x", state=state)

    with pytest.raises(DataError, match="a source that was read") as caught:
        load(package(change))
    (problem,) = caught.value.problems
    assert problem.place == "evidence.csv, row 3, column source_id"


def test_a_recorded_value_of_a_source_that_nobody_read_is_found(package):
    def change(rows):
        rows["sources"].append(dict(rows["sources"][1], source_id="x", checked_on=""))
        recorded(rows)["source_id"] = "x"

    with pytest.raises(DataError, match=r"readings\.csv, row 5, column source_id"):
        load(package(change))


@pytest.mark.parametrize("state", ["not checked", "nothing found", "cannot exist"])
def test_a_source_named_so_that_a_reader_can_look_need_not_be_read(package, state):
    def change(rows):
        rows["sources"].append(dict(rows["sources"][1], source_id="x", checked_on=""))
        rows["evidence"][0].update(source_id="x", state=state)

    assert len(load(package(change)).sources) == 3
