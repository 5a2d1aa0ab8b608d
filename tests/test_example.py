"""The worked example of another pair: what the project's own package lacks."""

import re
from datetime import date

import pytest
from conftest import ROOT, TABS, loaded
from pages import caveats, html, opened, shown
from program import program

from components.files import archive, twin
from components.files.printed import Taken
from components.measures.record import Record
from components.view import View
from components.words.text import isolated

FOLDER = ROOT / "tests" / "packages" / "quennaria-sundrift"


@pytest.fixture(scope="module")
def example():
    return loaded(FOLDER)


@pytest.fixture
def visited(monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(FOLDER))
    return lambda **query: opened(ROOT, **query)


def test_the_example_has_what_the_record_lacks(example):
    pair = Record(example)
    claim, latest = pair.latest_claim, pair.published_step.total
    assert any(target.deadline for target in pair.targets)
    assert any(target.value < claim.value for target in pair.targets)
    assert latest.value > claim.value
    assert example.readings["value"].eq(0).sum() == 2
    assert example.agreements.empty
    assert max(map(len, example.readings["stated_by"])) > 100
    assert re.search("[\u0600-\u06ff]", "".join(example.facts["label"]))
    ours = loaded(ROOT / "data")
    assert not set(ours.sources["publisher"]) & set(example.sources["publisher"])


def test_it_passes_the_check():
    assert program("check", FOLDER) == 0


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_opens(visited, tab):
    page = visited(tab=tab)
    assert not page.exception
    assert "Quennaria–Sundrift Trade Trajectory" in shown(page)


def test_the_finding_keeps_the_deadline_that_was_stated(visited):
    page = visited()
    assert "$60 million by 31 December 1985" in html(page)[0]
    beside = caveats(page)["Published: rough"]
    assert "About $40 million is about 72% of that" in beside


def test_a_dated_target_is_asked_for_by_its_own_date_and_not_the_readers(visited):
    words = shown(visited(tab="On track?", year_chosen_by_the_reader="2030"))
    # From 40 to 60 million in 12 years.
    assert re.search(r"\$60 million by 31 December 1985: about 3\.4% a year", words)
    without_links = re.sub(r"\?\S*2030", "", words)
    said = [line for line in without_links.splitlines() if "2030" in line]
    assert not [line for line in said if re.search(r"\$60 million.*2030", line)]
    assert "From $0 no growth can be worked out." in words


def test_every_reading_can_be_opened(visited, example):
    for reading_id in example.readings["reading_id"]:
        assert not visited(reading=reading_id).exception


def test_a_phrase_from_right_to_left_moves_no_number(visited):
    words = shown(visited(tab="On track?", year_chosen_by_the_reader="2030"))
    assert "\u2067هدف التجارة القديم\u2069" in words
    for place in re.finditer("هدف التجارة القديم", words):
        assert words[place.start() - 1] == "\u2067"


def test_the_twin_and_the_zip_can_be_made(example):
    day = date(2026, 1, 1)
    made = twin.as_html(Record(example), on=day)
    assert "This package lists no agreements yet." in made
    assert "\u2067هدف التجارة القديم\u2069" in made
    taken = Taken(View(), "", day)
    assert archive.as_zip(Record(example), taken, with_figures=False)


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
    assert isolated(text) == expected
