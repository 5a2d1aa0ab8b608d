"""Sentences that a rehearsal with the example packages found wanting."""

from datetime import date

import pytest
from conftest import ROOT, loaded
from invented import claimed, published, record, target

from components.measures.readings import readings_of
from components.measures.record import Record
from components.words import (
    claims,
    comparisons,
    deciding,
    finding,
    names,
    source,
    speakers,
    voices,
    why,
)

DAY = date(2026, 11, 25)
PACKAGES = ROOT / "tests" / "packages"


@pytest.fixture(scope="module")
def example():
    return lambda name: Record(loaded(PACKAGES / name))


def said(pair, fact_id):
    return " ".join(voices.sentences(pair, readings_of(pair.dataset, [fact_id])))


def written(pair):
    return [claim.to_copy for claim in claims.claims(pair, DAY)]


def behind(pair, reading_id):
    """Return what lies behind a value, in one text without Markdown."""
    sections = why.why(pair, source.find(pair, reading_id))
    return "\n".join(item.markdown for item in sections).replace("\\", "")


def test_a_target_is_withdrawn_and_no_sum_of_money(example):
    pair = example("castravel-ormindale")
    assert "Ardlow as withdrawing the target of $330 million" in said(pair, "T14")
    assert "Ardlow as restating the target of $350 million" in said(pair, "T09")


def test_no_figure_decides_what_was_given_up_first(example):
    pair = example("castravel-ormindale")
    (fate,) = [item for item in pair.fates(DAY) if item.target.fact_id == "T14"]
    assert deciding.explained(pair, fate) == [
        "Withdrawn on 3 April 2021 by Ardlow.",
        "Claimed figures decide nothing, since it was withdrawn first.",
        "Published figures decide nothing, since it was withdrawn first.",
    ]


def test_no_share_is_written_of_what_nobody_aims_at(example):
    texts = written(example("castravel-ormindale"))
    assert not any("of the target of $270 million" in text for text in texts)
    shares = [text for text in texts if "of the target of $250 million" in text]
    assert len(shares) == len(set(shares)) == 2


def test_two_governments_speak_for_themselves(example):
    pair = example("pellawyn-tarquay")
    assert said(pair, "D9") == "Pellawyn and Tarquay named 10,000 tonnes."
    assert not any("according to Governments" in text for text in written(pair))


@pytest.mark.parametrize(
    ("publisher", "own"),
    [
        ("Governments of Aland and Beeland", True),
        ("The Government of Aland", False),
        ("Aland and Beeland", True),
    ],
)
def test_what_governments_publish_is_their_own(publisher, own):
    assert speakers.is_own_outlet(publisher, "Aland and Beeland") is own


@pytest.mark.parametrize(
    ("office", "words"),
    [
        ("minister of commerce", "Aland’s minister of commerce"),
        ("head of the port", "the head of the port"),
        ("governor of Aville", "the governor of Aville"),
    ],
)
def test_an_office_without_a_body_has_its_country(tmp_path, office, words):
    known = {"name": "Jane Roe", "surname": "Roe", "office": office, "economy": "AAA"}
    pair = record(tmp_path, claimed(1, stated_by="Jane Roe"), speakers=[known])
    assert names.office(pair, "Jane Roe", DAY) == words


def test_no_at_at_least(example):
    assert "aiming at at" not in said(example("vellmark-ostrany"), "Q4")


def test_a_range_is_compared_by_its_lower_end(example):
    text = behind(example("pellawyn-tarquay"), "D3-a")
    assert "the lower end of the range is about 129% of that" in text


def test_a_period_is_given_once(example):
    text = behind(example("pellawyn-tarquay"), "D8-a")
    assert "For when: 2019 to 2023." in text


def test_a_withdrawal_is_set_beside_nothing(example):
    text = behind(example("castravel-ormindale"), "T14-b")
    assert "Beside the values" not in text
    assert "taken back" not in text


def test_several_speakers_have_figures(example):
    pair = example("vellmark-ostrany")
    reasons = comparisons.reasons(pair, *comparisons.relations(pair))
    assert reasons.endswith("did not say what their figures cover")


def test_values_of_one_speaker_name_it_once(example):
    pair = example("pellawyn-tarquay")
    (fate,) = [item for item in pair.all_fates(DAY) if item.target.fact_id == "D7"]
    assert (
        "These decide: €95 million for 2020, €109 million for 2021, €123 million for "
        "2022 and €130 million for 2023, all from the Tarquay Office of Weights."
    ) in deciding.explained(pair, fate)[-1]


def test_the_finding_counts_every_target(example):
    words = finding.finding(example("pellawyn-tarquay"), DAY)
    assert "9 targets were named" in words


def test_a_target_of_one_year_names_it_where_it_is_compared(tmp_path):
    pair = record(
        tmp_path,
        claimed(5e6, 2018, step="1"),
        published(4e6, 2018),
        target(9e6, step="2", deadline="2020"),
        target(9e6, step="3", deadline="2030"),
    )
    texts = written(pair)
    for year in (2020, 2030):
        assert any(f"of the target of $9 million by {year}" in text for text in texts)
        assert any(f"will reach $9 million by {year}." in text for text in texts)


def test_a_loan_is_no_share_of_trade(example):
    text = behind(example("vellmark-ostrany"), "L1-a")
    assert "Not like with like: this counts agreement value" in text
    assert "%" not in text.split("Beside the values")[1]
