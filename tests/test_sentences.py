"""The page's sentences on the small package."""

import pytest

from components import sentences
from components.dataset import load
from components.measures import steps


def test_the_finding_names_speaker_values_and_that_no_deadline_was_given(dataset):
    assert sentences.finding(steps(dataset)) == (
        "According to Jane Roe, Minister, trade was over $1 billion (March 2021, no "
        "period given), at least 5 times the $200 million of 2019 as stated; the "
        "target is $4 billion; no deadline was given."
    )


def test_the_finding_names_no_speaker_when_there_are_two(package):
    change = lambda rows: rows["readings"][0].update(stated_by="John Doe")  # noqa: E731
    found = steps(load(package(change)))
    assert sentences.finding(found).startswith("According to officials, trade was")
    assert sentences.one_voice(found) == ""


def test_unlike_values_get_no_multiple(package):
    change = lambda rows: rows["readings"][0].update(concept="cooperation")  # noqa: E731
    found = steps(load(package(change)))
    assert "times" not in sentences.finding(found)
    assert "after $200 million of 2019" in sentences.finding(found)


def test_a_dated_target_is_said_with_its_date(package):
    change = lambda rows: rows["readings"][5].update(deadline="2030")  # noqa: E731
    finding = sentences.finding(steps(load(package(change))))
    assert finding.endswith("the target is $4 billion (by 2030).")
    assert "no deadline" not in finding


def test_without_steps_the_finding_says_what_is_missing():
    assert "yet" in sentences.finding([])


def test_one_voice_is_said_with_its_day(dataset):
    assert sentences.one_voice(steps(dataset)) == (
        "All 3 headline figures come from one speaker on 5 March 2021: "
        "Jane Roe, Minister."
    )


def test_the_record_stands_beside_the_claim_with_its_verdict(dataset):
    found = sentences.against_the_record(dataset, steps(dataset))
    assert found.startswith("Office of Statistics recorded $30 million of goods (2020)")
    assert "not comparable as stated: they do not count the same things" in found


def test_a_share_carries_its_caveat(dataset):
    found = steps(dataset)
    words, caveat = sentences.progress(found[1].total, found[3].total)
    assert words == "Latest is at least 25 % of it · at most $3 billion to go"
    assert caveat == "comparable with caveat: the periods were not both stated"


def test_a_share_of_unlike_values_is_not_computed(dataset):
    found = steps(dataset)
    words, caveat = sentences.progress(found[2].total, found[3].total)
    assert words == "share not computed"
    assert "%" not in words + caveat


def test_a_passed_target_is_said_to_be_passed_as_stated(package):
    change = lambda rows: rows["readings"][5].update(value="500000000")  # noqa: E731
    found = steps(load(package(change)))
    words, _ = sentences.progress(found[1].total, found[3].total)
    assert words == "Latest is at least 200 % of it, passed as stated"


def test_other_readings_are_counted_and_their_values_named(dataset):
    found = steps(dataset)
    assert sentences.other_readings(found[1]) == "1 other reading: about $900 million"
    assert sentences.other_readings(found[0]) == ""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (("A", "https://a.example", ""), "[A](<https://a.example>)"),
        (("A", "", "B"), "A, as reposted by B, no address"),
        (("A", "https://a.example/>x", ""), "[A](<https://a.example/%3Ex>)"),
        (("[A](b)", "", ""), r"\[A\]\(b\), no address"),
    ],
)
def test_sources_are_links_where_there_is_an_address(source, words):
    assert sentences.source_link(*source) == words


def test_an_undated_event_is_said_to_be_undated(dataset):
    row = {
        **dataset.events.iloc[1].to_dict(),
        "publisher": "The Gazette",
        "url": "",
        "reposted_by": "",
    }
    line = sentences.event_line(row)
    assert line.startswith("- **undated** · **proposed**: Barter")
