"""The worked example of another pair: what the project's own package lacks."""

import re
from datetime import date

import pytest
from conftest import ROOT, TABS
from test_dashboard import alt, opened, shown
from tiers import each_value

from components import check, export, measures, series, wording
from components.dataset import load

FOLDER = ROOT / "tests" / "packages" / "quennaria-sundrift"


@pytest.fixture(scope="module")
def example():
    return load(FOLDER)


@pytest.fixture
def visited(monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(FOLDER))
    return lambda **query: opened(ROOT, **query)


def test_the_example_has_what_the_record_lacks(example):
    totals = [step.total for step in measures.steps(example)]
    by_series = {
        name: measures.of_series(measures.steps(example), name)
        for name in ("reported", "recorded", "target")
    }
    latest, claim = by_series["recorded"][-1].total, by_series["reported"][-1].total
    assert any(item.deadline for item in totals)
    assert any(item.series == "target" and item.value < claim.value for item in totals)
    assert latest.value > claim.value
    assert example.readings["value"].eq(0).sum() == 2
    assert example.agreements.empty
    assert max(map(len, example.readings["stated_by"])) > 100
    assert re.search("[\u0600-\u06ff]", "".join(example.facts["label"]))
    record = load(ROOT / "data")
    assert not set(record.sources["publisher"]) & set(example.sources["publisher"])


def test_it_passes_the_check():
    assert check.main([str(FOLDER)]) == 0


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(visited, tab):
    found = visited(tab=tab)
    assert not found.exception
    assert "Quennaria–Sundrift Trade Trajectory" in shown(found)


@pytest.mark.parametrize(("view", "axis"), each_value(series.VIEWS, series.AXES))
def test_every_view_draws(visited, view, axis):
    found = visited(view=view, axis=axis, year_chosen_by_the_reader="2030")
    assert not found.exception
    assert axis.lower() in alt(found)


def test_the_finding_keeps_the_deadline_that_was_stated(visited):
    words = shown(visited())
    assert "$60 million (by 31 December 1985)" in words
    assert "passed as stated" in words
    assert "about 0.72 to 1, not comparable as stated" in words


def test_a_dated_target_is_asked_for_by_its_own_date_and_not_the_readers(visited):
    words = shown(visited(tab="What would it take?", year_chosen_by_the_reader="2030"))
    assert "3.44 % a year for 12 years" in words
    assert "for its stated deadline, 31 December 1985" in words
    assert "Growth from $0 is not defined" in words
    said = [line for line in words.splitlines() if "2030" in line]
    assert not [line for line in said if "harbour speech" in line]


def test_every_reading_can_be_opened(visited, example):
    for reading_id in example.readings["reading_id"]:
        assert not visited(reading=reading_id).exception


def test_a_phrase_from_right_to_left_moves_no_number(visited):
    words = shown(visited(tab="What would it take?", year_chosen_by_the_reader="2030"))
    assert "\u2067هدف التجارة القديم\u2069, $35 million" in words
    assert "\u206735 مليون دولار\u2069" in words


def test_the_twin_and_the_zip_can_be_made(example):
    twin = export.as_html(example, on=date(2026, 1, 1), interactive=False)
    assert "This package lists no agreements yet." in twin
    assert "\u2067هدف التجارة القديم\u2069" in twin


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("naïve – $5", "naïve – $5"),
        ("هدف: $35", "\u2067هدف\u2069: $35"),
        ("1970 · هدف, $5", "1970 · \u2067هدف\u2069, $5"),
        ("הסכם ב 5 מיליון", "\u2067הסכם ב 5 מיליון\u2069"),
    ],
)
def test_only_what_runs_from_right_to_left_is_isolated(text, expected):
    assert wording.isolated(text) == expected
