"""Who says what, in words: one voice once, no speaker made up, doubts beside it."""

from dataclasses import replace

import pytest
from conftest import descriptor, tables, write

from components.dataset import load
from components.measures.readings import readings_of
from components.measures.record import Record
from components.measures.voices import facts_with_voices
from components.words import voices


@pytest.fixture
def made(tmp_path):
    def record(change=lambda rows: None, doubts=""):
        rows, package = tables(), descriptor()
        change(rows)
        if doubts:
            rows["events"][0]["doubts"] = doubts
        return Record(load(write(tmp_path / "data", rows, package)))

    return record


def said(record, fact_id="latest"):
    return voices.sentences(record, readings_of(record.dataset, [fact_id]))


def outlet(rows, number):
    """Add an outlet and return its identifier."""
    name = f"paper-{number}"
    rows["sources"].append({**rows["sources"][0], "source_id": name, "publisher": name})
    return name


def quoting(number, **change):
    """Return a change: so many more outlets quote the latest value."""

    def more(rows):
        for place in range(number):
            rows["readings"].append(
                {
                    **rows["readings"][2],
                    "reading_id": f"more-{place}",
                    "source_id": outlet(rows, place),
                    "no_number": "true",
                    **change,
                }
            )

    return more


def test_outlets_that_quote_one_speech_are_one_voice(made):
    record = made(quoting(6))
    assert said(record) == [
        "7 outlets quote Jane Roe as saying over $1 billion or about $900 million."
    ]
    first = voices.at_first(record, readings_of(record.dataset, ["latest"]))
    assert first.startswith("One voice. 7 outlets quote")
    assert "8" not in first


def test_an_outlet_that_is_alone_is_named(made):
    assert said(made()) == [
        "The Gazette quotes Jane Roe as saying over $1 billion or about $900 million."
    ]


def test_reports_without_a_speaker_are_not_one_speaker(made):
    record = made(quoting(2, stated_by="Not attributed (background line)"))
    assert said(record) == [
        "The Gazette quotes Jane Roe as saying over $1 billion or about $900 million.",
        "In March 2021 paper-0 and paper-1 gave about $900 million, unattributed.",
    ]
    heard = voices.heard(record, readings_of(record.dataset, ["latest"]))
    assert heard == "1 voice, and 2 unattributed reports in 3 outlets."


@pytest.mark.parametrize("name", ["Unnamed officials", "An unknown source", "Unknown"])
def test_those_whom_nobody_names_are_counted_as_nobody(made, name):
    record = made(quoting(2, stated_by=name))
    readings = readings_of(record.dataset, ["latest"])
    assert not any(item.is_attributed for item in readings if item.stated_by == name)
    assert "1 voice, and 2 unattributed" in voices.heard(record, readings)


def test_a_body_gave_and_a_person_said(made):
    record = made(quoting(1, stated_by="Ministry of Commerce"))
    assert said(record)[1] == "The Ministry of Commerce gave about $900 million."


def test_a_target_is_aimed_at(made):
    def change(rows):
        rows["readings"].append(
            {
                **rows["readings"][5],
                "reading_id": "goal-2",
                "stated_by": "Joint statement",
            }
        )

    assert said(made(change), "goal") == [
        "The Gazette quotes Jane Roe as aiming at $4 billion.",
        "The joint statement named $4 billion.",
    ]


def test_names_with_titles_do_not_run_into_each_other(made):
    def change(rows):
        for place, name in enumerate(("Herald, own text", "Beeland, the daily")):
            rows["readings"].append(
                {
                    **rows["readings"][7],
                    "reading_id": f"p{place}",
                    "stated_by": name,
                    "side": "third party",
                    "value": "8",
                }
            )

    words = " ".join(said(made(change), "papers"))
    assert "Herald, own text; and Beeland, the daily, gave 8 documents." in words


def test_a_questioned_value_is_marked_where_it_is_named(made):
    record = made(lambda rows: rows["readings"][2].update(questioned="true"))
    assert "about $900 million (questioned)" in said(record)[0]
    assert "over $1 billion (questioned)" not in said(record)[0]


def test_a_day_is_named_only_if_one_speaks_twice(made):
    record = made(quoting(1, stated_on="2021-04"))
    assert said(record) == [
        "The Gazette quotes Jane Roe as saying over $1 billion or about $900 million "
        "on 5 March 2021.",
        "Paper-0 quotes Jane Roe as saying about $900 million in April 2021.",
    ]


def test_who_doubts_a_value_stands_beside_it_with_source_and_day(made):
    record = made(doubts="latest")
    (line,) = voices.dissent(record, "latest")
    assert line.startswith("Visit to Aville\\. ")
    assert "May 2019" in line
    assert "[The Gazette](<https://gazette.example/trade>)" in line
    assert voices.dissent(record, "base") == []


def test_a_doubted_fact_is_offered_though_one_reading_has_it(made):
    assert facts_with_voices(made().dataset) == ["latest", "papers"]
    assert facts_with_voices(made(doubts="base").dataset, "base") == [
        "base",
        "latest",
        "papers",
    ]


def test_facts_of_one_name_do_not_replace_one_another(made):
    def change(rows):
        for fact in rows["facts"]:
            fact["label"] = "Trade"

    record = made(change)
    facts = facts_with_voices(record.dataset)
    options = [voices.option(record, facts, fact_id) for fact_id in facts]
    assert options == ["Trade (1 of 2)", "Trade (2 of 2)"]
    assert [voices.fact_named(record, facts, name) for name in options] == facts
    assert [voices.fact_named(record, facts, name) for name in facts] == facts


@pytest.mark.parametrize(
    ("named", "fact_id"),
    [
        ("latest", "latest"),
        ("Latest value", "latest"),
        ("latest value.", "latest"),
        ("Papers signed", "papers"),
        ("Base value", ""),
        ("nonsense", ""),
    ],
)
def test_a_link_names_a_fact_by_identifier_or_once_by_its_label(made, named, fact_id):
    record = made()
    facts = facts_with_voices(record.dataset)
    assert voices.fact_named(record, facts, named) == fact_id


def test_what_stands_before_the_picture_is_short(made):
    for number in (0, 1, 3, 12):
        record = made(quoting(number, stated_by="Bureau of " + "Fish and " * 9 + "Tar"))
        for fact_id in facts_with_voices(record.dataset):
            readings = readings_of(record.dataset, [fact_id])
            first = voices.at_first(record, readings)
            assert len(first.split()) <= voices.MAX_WORDS
            rest = voices.afterwards(record, readings)
            for sentence in voices.sentences(record, readings):
                assert (sentence in first) != (sentence in rest)


def test_facts_given_more_than_once_are_counted_and_those_that_differ(made):
    def change(rows):
        base = next(row for row in rows["readings"] if row["fact_id"] == "base")
        rows["readings"].append({**base, "reading_id": "base-2"})

    assert voices.several(made()) == (
        "2 facts were given more than once; the values differ."
    )
    assert voices.several(made(change)) == (
        "3 facts were given more than once; in 2 of them the values differ."
    )


def test_where_no_value_differs_that_is_said(made):
    def one_each(rows):
        headlines = {fact["headline"] for fact in rows["facts"]}
        rows["readings"] = [
            item for item in rows["readings"] if item["reading_id"] in headlines
        ]

    assert voices.several(made(one_each)) == ""

    def twice(rows):
        one_each(rows)
        first = rows["readings"][0]
        rows["readings"].append({**first, "reading_id": "again"})

    assert voices.several(made(twice)) == (
        "1 fact was given more than once; the values agree."
    )


def test_the_states_of_evidence_are_counted_and_none_is_zero(dataset):
    evidence = dataset.evidence
    assert voices.evidence_counts(evidence) == (
        "Of 3 body-years, 1 has a value, 1 was searched in vain, 1 was not checked. "
        "A gap is not a zero."
    )
    words = voices.evidence_alt(evidence)
    assert words.endswith("1 body, 2019 to 2021.")
    assert len(words.split()) <= 60


def test_what_was_looked_for_is_listed_by_body_with_unbroken_years(made):
    def change(rows):
        rows["evidence"] = [
            {**rows["evidence"][0], "year": str(year)} for year in (2011, 2012, 2014)
        ]

    lines = voices.evidence_lines(made(change))
    assert lines[0] == "- **Office**"
    assert lines[1].startswith("    - 2011 to 2012 and 2014\\: searched in vain\\. The")
    assert len(lines) == 2


def test_an_outlet_that_nobody_knows_is_no_name(made):
    record = made(lambda rows: rows["sources"][0].update(publisher="Not known"))
    assert said(record)[0].startswith(
        "An article whose publisher is not known quotes Jane Roe"
    )


def test_a_count_keeps_its_unit(made):
    record = made()
    reading = readings_of(record.dataset, ["papers"])[0]
    assert voices.marked(reading) == "7 documents"
    assert (
        voices.marked(replace(reading, questioned=True)) == "7 documents (questioned)"
    )


def test_a_questioned_attribution_is_said_and_not_quoted(made):
    def change(rows):
        goal = next(item for item in rows["readings"] if item["reading_id"] == "goal-1")
        goal.update(questioned="true", note="Questioned: the Herald credits Doe.")

    record = made(change)
    (words,) = voices.sentences(record, readings_of(record.dataset, ["goal"]))
    assert words == "The Gazette says Jane Roe named $4 billion (questioned)."
