"""Cells that cannot be read hide no rule that other rows break."""

import pytest
from conftest import ROOT, loaded
from invented import claimed, looked_for, package, published, target
from test_cells import problems_of

from components.dataset import load

SPAN = {"span": "soon"}


def places(folder):
    return [(item.file, item.row, item.column) for item in problems_of(folder)]


def test_a_code_that_no_list_has_and_a_rule_are_told_at_once(tmp_path):
    folder = package(
        tmp_path,
        claimed(1, 2010, side="somebody"),
        target(2, **SPAN),
    )
    assert places(folder) == [
        ("readings.csv", 2, "side"),
        ("readings.csv", 3, "span"),
    ]


def test_a_row_that_cannot_be_read_breaks_no_rule_by_its_absence(tmp_path):
    double = {"kind": "multiple", "base_reading": "base", "deadline": "2030"}
    folder = package(
        tmp_path,
        claimed(1, 2010, reading_id="base", side="somebody"),
        target(2, **double),
        target(3, reading_id="old", fact_id="old", bound="maybe"),
        target(4, relation="replaces", relates_to="old", stated_on="2016"),
        target(4, **SPAN),
    )
    assert sorted(places(folder)) == [
        ("readings.csv", 2, "side"),
        ("readings.csv", 4, "bound"),
        ("readings.csv", 6, "span"),
    ]


def test_the_readings_of_a_fact_that_cannot_be_read_are_not_judged(tmp_path):
    folder = package(tmp_path, target(1, series="aim", **SPAN), target(2, **SPAN))
    assert places(folder) == [
        ("facts.csv", 2, "series"),
        ("readings.csv", 3, "span"),
    ]


def test_a_name_that_leads_nowhere_hides_no_rule(tmp_path):
    folder = package(tmp_path, claimed(1, 2010, source_id="nobody"), target(2, **SPAN))
    assert places(folder) == [
        ("readings.csv", 2, "source_id"),
        ("readings.csv", 3, "span"),
    ]


def test_a_row_with_a_cell_too_many_hides_no_rule(tmp_path):
    folder = package(tmp_path, claimed(1, 2010), target(2, **SPAN))
    file = folder / "sources.csv"
    text = file.read_text("utf-8").replace("herald,", "herald,,", 1)
    file.write_text(text, "utf-8")
    assert {place[0] for place in places(folder)} == {"sources.csv", "readings.csv"}


@pytest.mark.parametrize(
    ("side", "count"), [("third party", 1), ("statistical body", 0)]
)
def test_a_body_of_evidence_on_another_side_is_odd(tmp_path, side, count):
    folder = package(
        tmp_path,
        published(5, 2018, side=side),
        evidence=[looked_for(2018, "reported")],
    )
    warnings = load(folder).warnings
    assert len(warnings) == count
    for item in warnings:
        assert (item.file, item.row, item.column) == ("readings.csv", 2, "side")
        assert item.found == "“third party”"
        assert "Office of Tolls is a body of evidence.csv" in item.expected


def test_a_claim_of_a_body_is_not_odd(tmp_path):
    said = {"stated_by": "Office of Tolls", "side": "first economy"}
    folder = package(
        tmp_path, claimed(5, 2018, **said), evidence=[looked_for(2018, "reported")]
    )
    assert not load(folder).warnings


def test_the_data_of_this_project_have_no_such_body():
    assert not loaded(ROOT / "data").warnings
