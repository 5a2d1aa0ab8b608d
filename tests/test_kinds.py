"""Bad combinations of what a target may be: each refused, with the remedy."""

import pytest
from conftest import descriptor
from invented import claimed, package, published, target
from test_cells import only, problems_of

from components.dataset import load
from components.package import spans
from components.package.model import offered

BASE = claimed(90e6, 2014, reading_id="base")
AIM = target(2, reading_id="aim", kind="multiple", base_reading="base")
OLD = target(50e6, reading_id="old", fact_id="old")


@pytest.fixture
def refused(tmp_path):
    """Return a function that gives the one problem of a package of some rows."""
    return lambda *rows: only(package(tmp_path, *rows))


@pytest.mark.parametrize(
    ("row", "column", "remedy"),
    [
        (target(2, kind="multiple"), "base_reading", "Name the reading that holds"),
        (target(9e6, kind="increase"), "base_reading", "Name the reading that holds"),
        (AIM | {"base_reading": "aim"}, "base_reading", "Name a reading of an amount"),
        (AIM | {"base_reading": "none"}, "base_reading", "Name a reading of an amount"),
        (AIM | {"kind": ""}, "base_reading", "Name a reading of an amount"),
        (AIM | {"value": "1"}, "value", "Write 2 for “double”"),
        (target(0, kind="increase", base_reading="base"), "value", "the amount itself"),
        (target(9e6, kind="range"), "value_high", "Write the lower end under value"),
        (
            target(9e6, kind="range", value_high="8e6"),
            "value_high",
            "Write the lower end under value",
        ),
        (target(9e6, value_high="9e7"), "value_high", "Write range under kind"),
        (
            target(9e6, kind="range", value_high="9e7", bound="at least"),
            "bound",
            "Correct the bound",
        ),
        (target(0, kind="balance"), "exporter", "Write its code"),
        (target(30, kind="share"), "kind", "Give the fact the unit percent"),
        (
            target(9e6, span="P5Y", deadline="2020"),
            "span",
            "Keep the one that was said",
        ),
        (target(9e6, span="5 years"), "span", "write a date under deadline"),
        (target(9e6, span="P5Y", stated_on=""), "span", "under stated_on"),
        (target(9e6, span="P5M", stated_on="2015"), "span", "Write the month"),
        (target(9e6, cumulative="true"), "cumulative", "Write a span or a deadline"),
        (
            AIM | {"cumulative": "true", "span": "P5Y"},
            "cumulative",
            "or correct the kind",
        ),
        (target(9e6, relation="restates"), "relates_to", "Fill both cells, or neither"),
        (target(9e6, relates_to="old"), "relation", "Fill both cells, or neither"),
        (
            target(9e6, relation="withdraws", relates_to="none"),
            "relates_to",
            "Name the earlier target",
        ),
        (
            target(9e6, relation="replaces", relates_to="base"),
            "relates_to",
            "Name the earlier target",
        ),
        (
            target(9e6, reading_id="x", relation="restates", relates_to="x"),
            "relates_to",
            "Name the earlier target",
        ),
        (
            target(9e6, stated_on="2015-05", relation="replaces", relates_to="old"),
            "relates_to",
            "Name the earlier target",
        ),
        (
            target(9e6, stated_on="", relation="replaces", relates_to="old"),
            "relates_to",
            "Name the earlier target",
        ),
        (
            target(9e6, fact_id="old", relation="replaces", relates_to="old"),
            "fact_id",
            "Give the new target a fact",
        ),
        (
            target(9e6, relation="withdraws", relates_to="old"),
            "fact_id",
            "Give the row the fact_id of what it withdraws",
        ),
        (claimed(9e6, 2016, kind="range"), "kind", "make the fact a target"),
        (claimed(9e6, 2016, span="P5Y"), "span", "make the fact a target"),
        (published(9e6, 2016, kind="share"), "kind", "Give the fact the unit percent"),
    ],
)
def test_a_bad_combination_is_refused_with_its_remedy(refused, row, column, remedy):
    problem = refused(BASE, OLD, row)
    assert (problem.file, problem.row, problem.column) == ("readings.csv", 4, column)
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (claimed(0, 2014, reading_id="base"), "a base that is not zero"),
        (
            claimed(9, 2014, reading_id="base", bound="at most"),
            "a base without the opposite bound",
        ),
        (
            claimed(9, 2014, reading_id="base", unit="barrels"),
            "a reading in USD, as the target",
        ),
    ],
)
def test_nothing_is_counted_from_such_a_base(refused, base, expected):
    problem = refused(base, AIM | {"bound": "at least"})
    assert problem.column == "base_reading"
    assert problem.expected.startswith(expected)


def test_a_headline_aims_at_something(refused):
    row = target(50e6, relation="withdraws", relates_to="two", stated_on="2016")
    rows = [row | {"fact_id": "f"}, target(50e6, reading_id="two", fact_id="f")]
    problem = refused(*rows)
    assert (problem.row, problem.column) == (2, "relation")
    assert "Choose the reading that named the target" in problem.remedy


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (target(5, kind="growth", unit="percent"), "growth"),
        (target(0, kind="balance", exporter="AAA", importer="BBB"), "balance"),
        (target(9e6, cumulative="true", span="P5Y"), "sum over years"),
    ],
)
def test_what_is_no_yearly_amount_has_no_step(tmp_path, row, what):
    folder = package(tmp_path, row | {"step": "1"})
    problems = [item for item in problems_of(folder) if item.column == "step"]
    assert len(problems) == 1
    assert f"is a {what}, which has no bar" in problems[0].expected
    assert "Empty the cell" in problems[0].remedy


def test_both_ends_of_a_range_are_checked_against_the_words(tmp_path):
    words = {"wording": "$15 to $20 billion", "no_number": "", "kind": "range"}
    good = target(15e9, value_high="20e9") | words
    assert load(package(tmp_path, good)).readings["value_high"][0] == 20e9
    problem = only(package(tmp_path, good | {"value_high": "25e9"}))
    assert problem.column == "wording"
    assert "25,000,000,000" in problem.expected


def test_a_package_without_the_columns_stays_valid_and_has_levels(dataset):
    assert "kind" not in dataset.readings
    names = {field["name"] for field in offered("readings")}
    own = next(r for r in descriptor()["resources"] if r["name"] == "readings")
    assert not names & {field["name"] for field in own["schema"]["fields"]}


@pytest.mark.parametrize(
    ("begins", "span", "ends"),
    [
        ("2015-06-01", "P5Y", "2020-06-01"),
        ("2016-02-29", "P1Y", "2017-02-28"),
        ("2015-08-31", "P18M", "2017-02-28"),
        ("2015", "P5Y", "2020"),
        ("2015-12", "P1Y1M", "2017-01"),
    ],
)
def test_a_span_is_counted_from_its_statement(begins, span, ends):
    assert spans.counted(begins, span) == ends
