"""Events and mechanisms as lists to read."""

from components.dataset import load
from components.measures.record import Record
from components.words.timeline import EVENTS, MECHANISMS, lists, meanings


def test_mechanisms_of_exchange_come_first_and_say_how_well_they_are_attested(dataset):
    (first, mechanisms), (second, events) = lists(Record(dataset), dataset.events)
    assert (first, second) == (MECHANISMS, EVENTS)
    assert [(line.when, line.title, line.tag) for line in mechanisms] == [
        ("undated", "Barter", "proposed")
    ]
    assert [(line.when, line.title, line.tag) for line in events] == [
        ("May 2019", "Visit to Aville", "visit")
    ]
    assert events[0].source["publisher"] == "The Gazette"


def test_a_list_without_rows_has_no_heading(dataset):
    visits = dataset.events[dataset.events["kind"].eq("visit")]
    assert [heading for heading, _ in lists(Record(dataset), visits)] == [EVENTS]
    assert lists(Record(dataset), visits.iloc[:0]) == []


def test_what_the_package_says_of_its_words_is_told_without_code_marks(package):
    (caveat,) = meanings(Record(load(package())))
    assert len(caveat.long) == 2
    assert "alleged" in caveat.long[0]
    assert "`" not in "".join(caveat.long)
