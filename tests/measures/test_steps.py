"""Steps stand in order; a sum is the page's own and names all its parts."""

import pytest

from components.dataset import load
from components.measures.record import Record
from components.measures.steps import steps
from components.problems import DataError


def test_steps_stand_in_order_and_two_directions_are_added_up(dataset):
    drawn = steps(dataset)
    assert [step.number for step in drawn] == [1, 2, 3, 4]
    recorded = drawn[2]
    assert (recorded.total.value, recorded.total.exporter) == (30e6, "")
    assert [part.reading_id for part in recorded.parts] == ["out-1", "back-1"]
    assert [other.reading_id for other in drawn[1].others] == ["latest-2"]
    assert [step.number for step in Record(dataset).of_series("target")] == [4]


def row(rows, reading_id):
    return next(item for item in rows["readings"] if item["reading_id"] == reading_id)


def test_a_sum_of_two_bodies_names_both_and_no_common_day(package):
    def change(rows):
        row(rows, "out-1").update(stated_by="Port Authority", stated_on="2021-02-01")
        row(rows, "back-1").update(stated_on="2021-03-01")

    total = Record(load(package(change))).published_step.total
    assert total.stated_by == "Port Authority and Office of Statistics"
    assert total.stated_on == ""


def test_a_sum_of_two_scopes_is_like_nothing(package):
    def change(rows):
        row(rows, "out-1")["concept"] = "non-oil goods"

    record = Record(load(package(change)))
    assert record.published_step.total.is_mixed
    assert record.claim_beside_published.verdict == "not like with like"


def test_a_sum_without_any_bound_is_refused_with_the_remedy(package):
    def change(rows):
        row(rows, "out-1")["bound"] = "at least"
        row(rows, "back-1")["bound"] = "at most"

    with pytest.raises(DataError) as raised:
        load(package(change))
    (problem,) = raised.value.problems
    assert (problem.file, problem.row, problem.column) == ("facts.csv", 5, "step")
    assert "at least" in problem.expected


def test_a_deadline_before_its_statement_is_refused(package):
    def change(rows):
        row(rows, "goal-1")["deadline"] = "2020"

    with pytest.raises(DataError) as raised:
        load(package(change))
    (problem,) = raised.value.problems
    assert (problem.column, problem.found) == ("deadline", "“2020”")
    assert "2021-03-05" in problem.expected


def test_a_deadline_in_the_year_of_its_statement_passes(package):
    def change(rows):
        row(rows, "goal-1")["deadline"] = "2021"

    assert load(package(change))
