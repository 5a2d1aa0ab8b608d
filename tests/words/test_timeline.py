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


def test_the_alternative_text_counts_what_is_chosen(pair):
    assert words.alt(pair, ()) == (
        "Timeline. 4 events, 2011 to 2014: visit 2, politics 1 and supply 1"
    )
    assert words.alt(pair, ("politics",)) == "Timeline. 1 event, 2011: politics 1"


def test_the_caption_is_short(pair):
    assert len(words.caption(pair).split()) <= 40
