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


@pytest.mark.parametrize(
    ("with_agreements", "with_today", "end"),
    [
        (True, True, "closely. Diamonds are agreements, the dotted line is today."),
        (True, False, "closely. Diamonds are agreements."),
        (False, True, "closely. The dotted line is today."),
        (False, False, "not known more closely."),
    ],
)
def test_the_caption_explains_only_what_is_drawn(
    pair, with_agreements, with_today, end
):
    caption = words.caption(
        pair, with_agreements=with_agreements, with_today=with_today
    )
    assert caption.endswith(end)
    assert len(caption.split()) <= 40
