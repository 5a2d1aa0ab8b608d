"""The words of the timeline."""

import pytest
from invented import claimed, event, record

from components.words import timeline as words

EVENTS = [
    event("2014-05", title="Later visit"),
    event("", title="Undated visit", note="Nobody knows when."),
    event("2011-02-03", title="A strike", kind="politics"),
    event("2013", title="Wool for tin", kind="supply", mechanism="proposed"),
]


@pytest.fixture
def pair(tmp_path):
    return record(tmp_path, claimed(1, 2009), events=EVENTS)


def test_ways_to_trade_come_first_and_undated_events_last(pair):
    link = r"[The Gazette](<https://gazette.example/page>)"
    assert words.lines(pair, ()) == {
        "How the two trade": [rf"**2013** · Wool for tin \(proposed\)\. {link}"],
        "Events": [
            rf"**3 February 2011** · A strike\. {link}",
            rf"**May 2014** · Later visit\. {link}",
            rf"**No date** · Undated visit\. Nobody knows when\. {link}",
        ],
    }


def test_a_choice_of_kinds_leaves_only_these(pair):
    found = words.lines(pair, ("politics",))
    assert list(found) == ["Events"]
    assert len(found["Events"]) == 1
    assert "A strike" in found["Events"][0]


def test_the_alternative_text_counts_what_is_chosen(pair):
    assert words.alt(pair, ()) == (
        "Timeline. 4 events, 2011 to 2014: visit 2, politics 1 and supply 1"
    )
    assert words.alt(pair, ("politics",)) == "Timeline. 1 event, 2011: politics 1"


def test_markup_in_the_data_stays_text(tmp_path):
    pair = record(
        tmp_path,
        claimed(1, 2009),
        events=[event("2014", title="[x](javascript:1) *b*")],
    )
    (line,) = words.lines(pair, ())["Events"]
    assert r"\[x\]\(javascript\:1\) \*b\*" in line


def test_few_words_stand_before_the_chart():
    assert len(words.LEAD.split()) <= 60
    assert len(words.CAPTION.split()) <= 40
