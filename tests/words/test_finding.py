"""The first words of the page, on the small invented package and on changes of it."""

from datetime import date

import pytest
from conftest import ROOT, descriptor, loaded, tables, write

from components.dataset import load
from components.measures.record import Record
from components.words.finding import finding, since_then, subtitle
from components.words.sources import Link

TODAY = date(2022, 3, 5)
MINISTER = {
    "name": "Jane Roe, Minister",
    "surname": "Roe",
    "office": "trade minister",
    "economy": "AAA",
}


@pytest.fixture
def record(tmp_path):
    def made(change=lambda rows: None, **described):
        rows = tables()
        change(rows)
        folder = write(tmp_path / "data", rows, descriptor() | described)
        return Record(load(folder))

    return made


def reading(rows, reading_id):
    return next(item for item in rows["readings"] if item["reading_id"] == reading_id)


def test_it_says_who_how_much_and_what_became_of_it(record):
    assert finding(record(), TODAY) == (
        "Jane Roe said trade between Aland and Beeland had passed $1 billion and aimed "
        "at $4 billion. By nobody’s figures is it reached; it has no deadline."
    )


def test_an_office_takes_the_place_of_a_name(record):
    words = finding(record(speakers=[MINISTER]), TODAY)
    assert words.startswith("Aland’s trade minister said trade with Beeland had passed")


@pytest.mark.parametrize(
    ("until", "office"),
    [("2022-03-05", "then trade minister"), ("2022-03-06", "trade minister")],
)
def test_who_has_left_the_office_is_called_then(record, until, office):
    words = finding(record(speakers=[MINISTER | {"until": until}]), TODAY)
    assert words.startswith(f"Aland’s {office} said")


@pytest.mark.parametrize(
    ("bound", "stood"),
    [
        ("exact", "was $1 billion"),
        ("at least", "had passed $1 billion"),
        ("about", "was about $1 billion"),
        ("at most", "was at most $1 billion"),
    ],
)
def test_the_bound_of_the_claim_stays(record, bound, stood):
    def change(rows):
        reading(rows, "latest-1")["bound"] = bound

    assert f"Beeland {stood} and" in finding(record(change), TODAY)


def test_a_target_of_another_speaker_is_not_the_first_ones(record):
    def change(rows):
        reading(rows, "goal-1")["stated_by"] = "John Doe, Ambassador"

    words = finding(record(change), TODAY)
    assert "$1 billion; John Doe aimed at $4 billion." in words


def test_a_claim_that_no_source_attributes_gets_no_speaker(record):
    def change(rows):
        reading(rows, "latest-1")["stated_by"] = "Not attributed (a background line)"

    assert finding(record(change), TODAY).startswith(
        "An unattributed report said trade"
    )


def test_a_deadline_is_said_and_an_undated_target_gets_none(record):
    def change(rows):
        reading(rows, "goal-1")["deadline"] = "2030"

    assert "aimed at $4 billion by 2030." in finding(record(change), TODAY)
    assert "20" not in finding(record(), TODAY).replace("$200", "")


def test_cooperation_is_not_called_trade(record):
    def change(rows):
        for row in rows["readings"]:
            row["concept"] = row["concept"].replace("trade, b", "cooperation, b")

    words = finding(record(change), TODAY)
    assert "said cooperation between" in words
    assert "trade" not in words


def test_without_a_step_it_says_so(record):
    def change(rows):
        for row in rows["facts"]:
            row["step"] = ""

    words = finding(record(change), TODAY)
    assert words == "No claimed value and no target has a place on the step chart yet."


def test_a_headline_has_at_most_thirty_words(record):
    assert len(finding(record(), TODAY).split()) <= 30


def test_the_day_of_the_data_stands_beside_the_pair(record):
    assert subtitle(record(created="2022-02-01T00:00:00Z")) == (
        "Aland–Beeland Trade · Updated 1 February 2022"
    )


def test_since_then_is_what_the_events_are_marked_for(record):
    def change(rows):
        rows["events"][0]["since_then"] = "true"

    words = since_then(record(change))
    day = next(part for part in words if isinstance(part, Link))
    assert day == Link("May 2019", "https://gazette.example/trade")
    assert "".join(getattr(part, "name", part) for part in words) == (
        "Since then: Visit to Aville (May 2019)."
    )
    assert since_then(record()) == []


def test_many_targets_are_counted_in_a_headline_of_thirty_words():
    record = Record(loaded(ROOT / "tests" / "packages" / "castravel-ormindale"))
    words = finding(record, TODAY)
    assert "; 18 targets were named. By published figures " in words
    assert len(words.split()) <= 30
