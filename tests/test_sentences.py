"""The page's sentences on the small package."""

import pytest

from components import sentences, wording
from components.dataset import load
from components.measures.comparability import (
    compare,
)
from components.measures.steps import (
    steps,
)
from components.measures.voices import (
    counts_that_disagree,
)


def with_row(package, row, **cells):
    return load(package(lambda rows: rows["readings"][row].update(cells)))


def test_the_finding_names_day_speaker_values_and_that_no_deadline_was_given(dataset):
    assert sentences.finding(steps(dataset)) == (
        "On 5 March 2021, Jane Roe, Minister, put trade at over $1 billion (March "
        "2021, no period given), against $200 million (2019), and named a target of "
        "$4 billion, without a deadline."
    )


def test_the_finding_names_no_speaker_and_no_day_when_there_are_two(package):
    dataset = load(
        package(
            lambda rows: [
                row.update(stated_by=f"Speaker {number}")
                for number, row in enumerate(rows["readings"])
            ]
        )
    )
    assert sentences.finding(steps(dataset)).startswith("Officials put trade at over")
    assert sentences.one_voice(steps(dataset)) == ""


def test_a_dated_target_is_said_with_its_date(package):
    finding = sentences.finding(steps(with_row(package, 5, deadline="2030")))
    assert finding.endswith("a target of $4 billion (by 2030).")
    assert "without a deadline" not in finding


def test_a_multiple_of_unlike_values_is_not_computed(package):
    base, latest = steps(with_row(package, 0, concept="cooperation"))[:2]
    words = wording.growth(compare(base.total, latest.total))
    assert words.startswith("Multiple of the baseline not computed; not comparable")
    assert "times" not in words


def test_a_multiple_carries_its_caveat(dataset):
    base, latest = steps(dataset)[:2]
    assert wording.growth(compare(base.total, latest.total)) == (
        "At least 5 times the baseline (comparable with caveat: no period was stated "
        "for over $1 billion)"
    )


def test_without_steps_the_finding_says_what_is_missing():
    assert "yet" in sentences.finding([])


def test_one_voice_is_said_with_its_day(dataset):
    assert sentences.one_voice(steps(dataset)) == (
        "All 3 headline figures come from one speaker on 5 March 2021: "
        "Jane Roe, Minister."
    )


def test_an_independent_figure_is_counted_as_such(package):
    found = steps(with_row(package, 5, stated_by="John Doe", stated_on="2021-04"))
    assert sentences.one_voice(found) == (
        "1 of 3 headline figures independently reported; the other 2 come from one "
        "speaker on 5 March 2021: Jane Roe, Minister."
    )
    assert sentences.finding(found).startswith("Officials put")


def test_values_checked_against_words_are_counted(dataset):
    assert sentences.checked_against_words(dataset) == (
        "1 of 8 values agree with the number in the words of their source; for 7 no "
        "number in words was kept."
    )


def test_the_evidence_is_listed_body_by_body_with_links(package):
    def change(rows):
        for row in rows["evidence"]:
            row.update(source_id="gazette", note="The yearbook.")

    lines = sentences.evidence_lines(load(package(change)))
    assert lines[0] == "- **Office**"
    assert r"2019\: nothing found\. The yearbook\." in lines[1]
    assert "(<https://gazette.example/trade>)" in lines[1]


def test_the_record_stands_beside_the_claim_with_its_verdict(dataset):
    words = sentences.against_the_record(dataset, steps(dataset))
    assert words.startswith(
        "Figures of Office of Statistics for 2020 add up to $30 million of goods. Over "
        "$1 billion beside $30 million is at least 33 to 1, not comparable as stated: "
        "over $1 billion counts trade and $30 million counts goods"
    )
    assert words.endswith(sentences.NOT_REFUTED)


def test_a_share_carries_its_caveat(dataset):
    found = steps(dataset)
    assert wording.progress(compare(found[1].total, found[3].total)) == (
        "The latest value is at least 25 % of it; at most $3 billion to go (comparable "
        "with caveat: no period was stated for over $1 billion or $4 billion)"
    )


def test_a_share_of_unlike_values_is_not_computed(dataset):
    found = steps(dataset)
    words = wording.progress(compare(found[2].total, found[3].total))
    assert words.startswith("Share not computed; not comparable as stated")
    assert "%" not in words


def test_a_passed_target_is_said_to_be_passed_as_stated(package):
    found = steps(with_row(package, 5, value="500000000"))
    words = wording.progress(compare(found[1].total, found[3].total))
    assert "at least 200 % of it; passed as stated (comparable with caveat" in words


def test_other_readings_are_counted_and_their_values_and_concepts_named(package):
    latest = steps(with_row(package, 2, concept="cooperation"))[1]
    words = sentences.other_readings(latest.others, latest.total)
    assert words == "1 other reading: about $900 million; 1 of cooperation"


def test_each_count_is_said_with_who_says_it_and_where(dataset):
    words = sentences.count_list(counts_that_disagree(dataset)[0], dataset)
    assert words.splitlines() == [
        r"- **7 documents**: Jane Roe, Minister "
        r"([The Gazette](<https://gazette.example/trade>))",
        r"- **9 documents**: John Doe, Ambassador "
        r"([The Gazette](<https://gazette.example/trade>))",
    ]


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


def test_one_speaker_on_other_days_is_not_called_independent(package):
    def change(rows):
        rows["readings"][0]["stated_on"] = "2020-01-01"

    found = steps(load(package(change)))
    assert sentences.one_voice(found) == (
        "All 3 headline figures come from one speaker, 2 of them on 5 March 2021: "
        "Jane Roe, Minister."
    )


def test_a_year_alone_is_said_with_in(package):
    def change(rows):
        for row in rows["readings"]:
            if row.get("stated_on"):
                row["stated_on"] = "2021"

    found = steps(load(package(change)))
    assert sentences.finding(found).startswith("In 2021, Jane Roe")
    assert "one speaker in 2021" in sentences.one_voice(found)


def test_what_was_recorded_is_not_denied_for_want_of_a_step(package):
    def change(rows):
        for row in rows["facts"]:
            if row["series"] == "recorded":
                row["step"] = ""

    dataset = load(package(change))
    words = sentences.beside_the_claims(dataset, steps(dataset))
    assert words.startswith("2 recorded values of this package have no place")
