"""The source of a value: what stands in front, and what lies behind Why?."""

import re
from datetime import date

import pytest
from conftest import descriptor, tables, write

from components.dataset import load
from components.measures.record import Record
from components.words import outlets
from components.words import source as words

TODAY = date(2022, 3, 5)


@pytest.fixture
def made(tmp_path):
    def record(change=lambda rows: None):
        rows = tables()
        change(rows)
        return Record(load(write(tmp_path / "data", rows, descriptor())))

    return record


def changed(reading_id, **cells):
    def change(rows):
        row = next(r for r in rows["readings"] if r["reading_id"] == reading_id)
        row.update(cells)

    return change


def plain(text):
    return re.sub(r"\\(.)", r"\1", text)


def shown(record, reading_id):
    return words.source(record, words.find(record, reading_id), TODAY)


def behind(record, reading_id):
    sections = shown(record, reading_id).why
    return {item.heading: plain(" | ".join(item.lines)) for item in sections}


def test_in_front_stand_value_speaker_day_one_caveat_words_and_source(made):
    source = shown(made(), "latest-1")
    assert source.value == r"over \$1 billion"
    assert plain(source.label) == "Latest value"
    assert plain(source.said) == "Jane Roe, Minister, 5 March 2021"
    assert plain(source.caveat) == (
        "A statement, not a statistic: what it covers and its period were not stated."
    )
    assert plain(source.wording) == "over $1 billion"
    assert source.link.startswith("[The Gazette](<https://gazette.example/trade>)")
    assert "March 2021" in source.link


@pytest.mark.parametrize(
    ("reading_id", "cells", "caveat"),
    [
        (
            "base-1",
            {"questioned": "true", "note": "Too high."},
            "The value is questioned. Too high.",
        ),
        (
            "base-1",
            {"stated_by": "Unnamed officials"},
            "Nobody is named as the speaker.",
        ),
        (
            "base-1",
            {"stated_by": "The Gazette", "side": "third party"},
            "A third party’s figure.",
        ),
        ("base-1", {"concept": "goods"}, "A statement, not a statistic."),
        ("goal-1", {}, "A target, not a forecast: it has no deadline."),
        (
            "goal-1",
            {"deadline": "2030"},
            "A target, not a forecast: to be met by 2030.",
        ),
        ("back-1", {}, "A published zero may be a rounded one."),
        (
            "out-1",
            {"side": "first economy"},
            "Cited, not published by a statistical body.",
        ),
        ("out-1", {}, ""),
        ("papers-1", {}, ""),
    ],
)
def test_the_caveat_in_front_is_the_one_that_matters_most(
    made, reading_id, cells, caveat
):
    assert plain(shown(made(changed(reading_id, **cells)), reading_id).caveat) == caveat


def test_a_body_publishes_and_another_gives(made):
    assert plain(shown(made(), "out-1").said) == (
        "Published by the Office of Statistics, day not known"
    )
    cited = made(changed("out-1", side="first economy"))
    assert plain(shown(cited, "out-1").said).startswith("Given by the Office")
    nobody = made(changed("base-1", stated_by="Not attributed (a line)"))
    assert plain(shown(nobody, "base-1").said) == (
        "Unattributed (a line), 5 March 2021"
    )


def test_a_repost_names_the_publisher_first(made):
    assert shown(made(), "out-1").link.startswith("Office of Statistics, via Mirror")


def test_the_rule_says_whether_this_value_is_shown_first(made):
    assert behind(made(), "latest-1")["Which value is shown first"] == (
        "This one. The only one."
    )
    other = behind(made(), "latest-2")["Which value is shown first"]
    assert other.startswith("Not this one, but over $1 billion (Jane Roe, Minister)")


def test_other_outlets_stand_by_voice_and_a_doubt_is_marked(made):
    record = made(changed("latest-2", questioned="true"))
    assert behind(record, "latest-1")["Others on the same"] == (
        "Jane Roe, Minister, 5 March 2021: **about $900 million (questioned)** · "
        "[The Gazette](<https://gazette.example/trade>)"
    )
    assert shown(record, "latest-2").value.endswith(r"\(questioned\)")


def test_comparisons_give_verdict_reason_and_no_ratio_of_what_is_unlike(made):
    lines = behind(made(), "latest-1")["Beside the values of the trajectory"]
    assert "Rough, since Jane Roe did not say what the figure covers" in lines
    assert "$200 million** (Base value): at least 5 times that" in lines
    assert "$4 billion** (First target): at least 25% of it" in lines
    unlike = behind(made(), "out-1")["Beside the values of the trajectory"]
    assert "Not like with like" in unlike
    assert "times" not in unlike
    assert "%" not in unlike


def test_values_that_agree_are_said_to_agree_and_get_no_ratio(made):
    change = changed("base-1", value="3990000000", bound="exact")
    lines = behind(made(change), "goal-1")["Beside the values of the trajectory"]
    assert "$3.99 billion** (Base value): the two agree" in lines


def test_a_count_is_not_set_against_dollars(made):
    assert behind(made(), "papers-1")["Beside the values of the trajectory"] == (
        "Not like with like: this counts documents, and the values of the trajectory "
        "are amounts of money."
    )


def test_a_sum_says_what_is_added_and_whose_it_is(made):
    change = changed("back-1", stated_by="Bureau of Customs", value="12000000")
    assert behind(made(change), "out-1")["In the trajectory"] == (
        "The page adds it to $12 million (Bureau of Customs): they work out at "
        "$42 million."
    )


def test_notes_stand_behind_and_a_question_is_not_said_twice(made):
    assert behind(made(changed("base-1", note="Rounded.")), "base-1")["Notes"] == (
        "Rounded."
    )
    doubted = made(changed("base-1", note="Too high.", questioned="true"))
    assert "Notes" not in behind(doubted, "base-1")


@pytest.mark.parametrize("reading_id", ["base-1", "goal-1", "papers-2", "back-1"])
def test_no_identifier_and_no_reading_stands_in_prose(made, reading_id):
    source = shown(made(), reading_id)
    told = " ".join(
        [source.value, source.label, source.said, source.caveat, source.link]
        + [line for section in source.why for line in (section.heading, *section.lines)]
    )
    assert reading_id not in plain(told)
    assert "passport" not in told.lower()
    assert not re.search(r"\breadings?\b", told)


def test_an_unknown_value_is_none_and_the_answer_is_kind(made):
    assert words.find(made(), "nobody") is None
    assert words.find(made(), "") is None
    answer = words.not_found("C<b>9")
    assert "“C<b>9”" in answer
    assert "Data and method" in answer


def test_markup_of_the_data_is_shown_as_text(made):
    record = made(changed("base-1", stated_by="<b>Jane</b> *Roe*", note="[x](y)"))
    source = shown(record, "base-1")
    assert r"\<b\>" in source.said
    assert "[x](y)" not in " ".join(line for item in source.why for line in item.lines)


def test_links_name_few_sources_and_count_the_rest(made):
    def change(rows):
        for place in range(6):
            name = f"paper-{place}"
            rows["sources"].append(
                {**rows["sources"][0], "source_id": name, "publisher": name}
            )
            rows["readings"].append(
                {**rows["readings"][0], "reading_id": name, "source_id": name}
            )

    ids = ["base-1", *(f"paper-{place}" for place in range(6))]
    links = outlets.links_to(made(change), ids)
    assert links.count("](<") == outlets.MAX_LINKS
    assert links.endswith("and 3 others")
    assert "other" not in outlets.links_to(made(), ["base-1", "latest-1"])
