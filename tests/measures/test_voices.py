"""Who said what: one speech is one voice, and nobody is not one speaker."""

from dataclasses import replace

from samples import YEAR

from components.dataset import load
from components.measures.bounds import Quantity
from components.measures.readings import distinct_values, readings_of
from components.measures.voices import (
    Voice,
    counts_that_disagree,
    facts_with_rivals,
    shared_voice,
    statements,
)


def test_a_voice_is_one_speaker_on_one_day_and_the_rest_is_independent():
    later = replace(YEAR, stated_on="2022")
    other = replace(YEAR, stated_by="John Doe")
    assert shared_voice([YEAR, YEAR]) == Voice("Jane Roe", "2021", 2, 2, 2)
    assert shared_voice([YEAR, other, YEAR, YEAR]) == Voice("Jane Roe", "2021", 3, 3, 4)
    assert shared_voice([YEAR, later]) is None
    assert shared_voice([YEAR]) is None
    assert shared_voice([]) is None


def test_those_whom_no_source_names_are_not_one_speaker():
    nobody = replace(YEAR, stated_by="Not attributed")
    assert shared_voice([nobody, nobody, YEAR]) is None
    assert len(statements([nobody, nobody])) == 2


def test_eight_outlets_that_quote_one_speech_are_one_statement():
    outlets = [replace(YEAR, reading_id=f"r{i}", source_id=f"s{i}") for i in range(8)]
    voices = statements([*outlets, replace(YEAR, stated_by="John Doe")])
    assert [len(item.readings) for item in voices] == [8, 1]
    assert voices[0].first.stated_by == "Jane Roe"


def test_facts_with_rivals_start_with_the_disputed_and_keep_equal_labels(package):
    def change(rows):
        twin = {**rows["readings"][0], "reading_id": "base-2"}
        rows["readings"].append(twin)
        for fact in rows["facts"]:
            fact["label"] = "The same label"

    facts = facts_with_rivals(load(package(change)))
    assert list(facts) == ["latest", "papers", "base"]


def test_counts_that_disagree_keep_both_and_start_with_the_headline(dataset):
    groups = counts_that_disagree(dataset)
    assert [[reading.value for reading in group] for group in groups] == [[7, 9]]


def test_values_are_neither_averaged_nor_dropped(dataset):
    values = distinct_values(readings_of(dataset, ["latest"]))
    assert values == [Quantity(900e6, "about"), Quantity(1e9, "at least")]
