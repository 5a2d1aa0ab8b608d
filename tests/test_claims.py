"""Sentences that are safe to write, and those that are not."""

import re
from pathlib import Path

import pytest

from components.claims import FORBIDDEN, GROUPS, claims, safe_sentence
from components.dataset import load
from components.measures.readings import (
    readings_of,
)
from components.wording import day, stated

RECORD = Path(__file__).parent.parent / "data"


def of_group(dataset, group):
    return [claim for claim in claims(dataset) if claim.group == group]


@pytest.fixture(params=["invented", "record"])
def any_dataset(request, dataset):
    return dataset if request.param == "invented" else load(RECORD)


def test_each_group_has_sentences_with_reasons_and_readings(any_dataset):
    known = set(any_dataset.readings["reading_id"])
    for group in GROUPS:
        found = of_group(any_dataset, group)
        assert found, group
        for claim in found:
            assert claim.reason
            assert claim.reading_ids
            assert set(claim.reading_ids) <= known


def test_supported_sentences_name_speaker_and_date_and_say_no_more(any_dataset):
    rows = any_dataset.readings.set_index("reading_id")
    for claim in of_group(any_dataset, "Supported"):
        (reading_id,) = claim.reading_ids
        assert rows.loc[reading_id, "stated_by"] in claim.text
        assert day(rows.loc[reading_id, "stated_on"]) in claim.text
        assert not FORBIDDEN.search(claim.text)


@pytest.mark.parametrize("words", ["reached", "will", "by 2030", "Will", "by 1999"])
def test_a_sentence_with_a_forbidden_word_is_never_supported(package, words):
    change = lambda rows: rows["readings"][0].update(period_label=words)  # noqa: E731
    dataset = load(package(change))
    reading = readings_of(dataset, ["base"])[0]
    assert safe_sentence(dataset, reading).group == "Needs its caveat"
    for claim in of_group(dataset, "Supported"):
        assert words not in claim.text


@pytest.mark.parametrize(
    "change",
    [
        {"stated_on": ""},
        {"stated_by": "Not attributed (background line)"},
        {"questioned": "true"},
        {"source_id": "office"},
    ],
)
def test_a_doubtful_statement_needs_its_caveat(package, change):
    dataset = load(package(lambda rows: rows["readings"][0].update(change)))
    claim = safe_sentence(dataset, readings_of(dataset, ["base"])[0])
    assert claim.group == "Needs its caveat"


def test_every_amount_in_a_plain_sentence_is_that_of_its_reading(any_dataset):
    readings = {
        item.reading_id: item
        for item in readings_of(any_dataset, list(any_dataset.facts["fact_id"]))
    }
    for claim in claims(any_dataset):
        if len(claim.reading_ids) == 1:
            (amount,) = re.findall(r"\$[\d.,]*\d(?: [mb]illion)?", claim.text)
            assert amount in stated(readings[claim.reading_ids[0]])


def test_a_rounded_zero_is_not_recorded_as_nothing(dataset):
    claim = safe_sentence(dataset, readings_of(dataset, ["back"])[0])
    assert claim.group == "Needs its caveat"
    assert "a zero may be a rounded one" in claim.reason


def test_a_month_takes_in_and_a_day_on(package):
    change = lambda rows: rows["readings"][0].update(stated_on="2021-03")  # noqa: E731
    dataset = load(package(change))
    assert safe_sentence(dataset, readings_of(dataset, ["base"])[0]).text.startswith(
        "In March 2021, Jane Roe, Minister, put trade at $200 million (2019)"
    )
    assert safe_sentence(dataset, readings_of(dataset, ["goal"])[0]).text.startswith(
        "On 5 March 2021"
    )


def test_a_sum_names_all_its_readings(dataset):
    claim = next(
        claim
        for claim in of_group(dataset, "Not supported")
        if "is false" in claim.text
    )
    assert claim.reading_ids == ("latest-1", "out-1", "back-1")


def test_a_hint_at_timing_stays_in_the_sentence(package):
    change = lambda rows: rows["readings"][5].update(period_label="soon")  # noqa: E731
    dataset = load(package(change))
    claim = safe_sentence(dataset, readings_of(dataset, ["goal"])[0])
    assert "a target of $4 billion (soon)" in claim.text


def test_a_dated_target_is_supported_without_by(package):
    change = lambda rows: rows["readings"][5].update(deadline="2030")  # noqa: E731
    dataset = load(package(change))
    claim = safe_sentence(dataset, readings_of(dataset, ["goal"])[0])
    assert claim.group == "Supported"
    assert "with the deadline 2030" in claim.text


def test_shares_stand_only_with_their_verdict(any_dataset):
    for claim in claims(any_dataset):
        if "%" in claim.text or " times " in claim.text:
            assert claim.group == "Needs its caveat"
            assert "comparable" in claim.text


def test_both_sides_of_a_disputed_count_stand_in_one_sentence(dataset):
    text = next(
        claim.text
        for claim in of_group(dataset, "Needs its caveat")
        if "Papers" in claim.text
    )
    assert "7 documents (Jane Roe" in text
    assert "9 documents (John Doe" in text


def test_reached_and_will_are_not_supported_with_the_reason(dataset):
    found = {claim.text: claim.reason for claim in of_group(dataset, "Not supported")}
    assert (
        "A statement and not a statistic" in found["Trade reached $200 million (2019)."]
    )
    assert "not a forecast" in found["Trade will reach $4 billion."]
    assert any("is false" in text for text in found)


def test_an_empty_package_says_nothing(tmp_path):
    from conftest import descriptor, write

    from components.dataset import TABLES

    empty = load(write(tmp_path / "data", {name: [] for name in TABLES}, descriptor()))
    assert claims(empty) == []
