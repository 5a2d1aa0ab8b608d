"""Counts that sources dispute, and who gives them."""

from datetime import date

from components.dataset import load
from components.measures.record import Record
from components.words.counts import disputes

TODAY = date(2026, 11, 25)
PAPERS = {"fact_id": "papers", "concept": "documents", "no_number": "true"}


def reading(name, value, who, source="gazette", **more):
    return {
        **PAPERS,
        "reading_id": name,
        "value": value,
        "bound": "exact",
        "stated_by": who,
        "side": "third party",
        "stated_on": "2021-03-05",
        "source_id": source,
        "period_label": "March 2021",
        **more,
    }


def record(package, *more):
    return Record(load(package(lambda rows: rows["readings"].extend(more))))


def said(count):
    return [
        (saying.who, [source["publisher"] for source in saying.sources])
        for saying in count.sayings
    ]


def test_two_counts_stand_side_by_side_the_headline_first(package):
    (dispute,) = disputes(record(package), TODAY)
    assert dispute.title == "7 or 9"
    assert [count.value for count in dispute.shown] == ["7", "9"]
    assert said(dispute.shown[0]) == [("Jane Roe, Minister", ["The Gazette"])]
    assert said(dispute.shown[1]) == [("John Doe, Ambassador", ["The Gazette"])]
    assert dispute.rule == "Shown first: 7. The only one."


def test_outlets_that_quote_one_speech_are_one_voice(package):
    again = reading("papers-3", "7", "Jane Roe, Minister", "office")
    (dispute,) = disputes(record(package, again), TODAY)
    assert said(dispute.counts[0]) == [
        ("Jane Roe, Minister", ["The Gazette", "Office of Statistics"])
    ]


def test_a_source_without_an_address_is_not_in_front_if_another_has_one(package):
    again = reading("papers-3", "7", "Jane Roe, Minister", "office")
    (dispute,) = disputes(record(package, again), TODAY)
    front = dispute.counts[0].sayings[0]
    assert [source["publisher"] for source in front.to_read] == ["The Gazette"]
    alone = reading("papers-4", "8", "Jane Roe, Minister", "office")
    (dispute,) = disputes(record(package, alone), TODAY)
    (front,) = dispute.counts[-1].sayings
    assert [source["publisher"] for source in front.to_read] == ["Office of Statistics"]


def test_an_official_comes_before_an_outlet_that_gives_the_same_count(package):
    outlet = reading("papers-0", "9", "The Gazette")

    def change(rows):
        rows["readings"].insert(0, outlet)

    (dispute,) = disputes(Record(load(package(change))), TODAY)
    assert said(dispute.counts[1]) == [
        ("John Doe, Ambassador", ["The Gazette"]),
        ("", ["The Gazette"]),
    ]


def test_bounds_are_kept_and_stand_behind_exact_counts(package):
    bound = reading("papers-3", "8", "The Gazette", bound="at least")
    (dispute,) = disputes(record(package, bound), TODAY)
    assert [count.value for count in dispute.shown] == ["7", "9"]
    assert [count.value for count in dispute.counts] == ["7", "9", "at least 8"]


def test_a_lone_exact_count_does_not_look_undisputed(package):
    def change(rows):
        rows["readings"][-1].update(bound="at least")

    (dispute,) = disputes(Record(load(package(change))), TODAY)
    assert dispute.title == "7 or at least 9"


def test_nobody_is_named_where_the_source_names_nobody(package):
    unnamed = reading("papers-3", "11", "Not attributed (agency)")
    (dispute,) = disputes(record(package, unnamed), TODAY)
    assert said(dispute.counts[-1]) == [("unattributed (agency)", ["The Gazette"])]


def test_counts_that_agree_are_no_dispute(package):
    def change(rows):
        rows["readings"][-1].update(value="7")

    assert disputes(Record(load(package(change))), TODAY) == []
