"""A target that was withdrawn or replaced is called so wherever it is spoken of."""

from datetime import date

import pytest
from invented import claimed, published, record, target

from components.measures.voices import facts_with_voices
from components.view import View
from components.words import caveats, claims, over_time, source, targets

DAY = date(2026, 11, 25)
BACK = {"stated_on": "2017-05-02", "relation": "withdraws", "relates_to": "old"}


def old(**change):
    return target(9e6, step="2", fact_id="old", reading_id="old", **change)


def back(**change):
    return target(9e6, fact_id="old", reading_id="back", **BACK, **change)


CLAIM = claimed(3e6, 2016, step="1")


def never(pair):
    sentences = claims.claims(pair, DAY)
    return {item.text: item.reason for item in sentences if item.group == "never"}


def test_no_verdict_on_what_was_withdrawn_is_refused_for_another_reason(tmp_path):
    said = never(record(tmp_path, CLAIM, old(), back()))
    assert said["The target of $9 million is overdue."] == "Withdrawn in May 2017"
    (will,) = [reason for text, reason in said.items() if "will reach" in text]
    assert will == "Withdrawn in May 2017"


def test_a_dated_one_was_not_missed(tmp_path):
    said = never(record(tmp_path, CLAIM, old(deadline="2020"), back()))
    assert said["The target of $9 million was missed."] == "Withdrawn in May 2017"
    assert "The target of $9 million is overdue." not in said


def test_one_that_is_still_aimed_at_lacks_a_deadline(tmp_path):
    said = never(record(tmp_path, CLAIM, old()))
    assert said["The target of $9 million is overdue."] == "No deadline was named"


def test_its_source_says_so_first(tmp_path):
    pair = record(tmp_path, CLAIM, old(), back())
    assert source.caveat(pair, source.find(pair, "old")) == (
        "Withdrawn in May 2017: nobody aims at it any longer."
    )


def test_it_is_not_among_those_without_a_deadline(tmp_path):
    pair = record(tmp_path, CLAIM, old(), back())
    assert "no-deadline" not in {
        item.key for item in caveats.of_the_chart(pair, View())
    }
    assert "no deadline, withdrawn in May 2017" in over_time.alt(
        pair, View(axis="time")
    )


@pytest.mark.parametrize("count", [1, 2])
def test_its_end_is_nobodys_figure(tmp_path, count):
    reached = published(9e6, 2016)
    more = [target(8e6, step="3")] * (count - 1)
    pair = record(tmp_path, CLAIM, old(deadline="2020"), back(), reached, *more)
    words = targets.became(pair.fates(DAY))
    if count == 1:
        assert words == (
            "By published figures, the target was reached early; it was withdrawn."
        )
    assert "by claimed figures, $9 million" not in words.casefold()


def test_who_says_what_opens_on_a_target_that_is_aimed_at(tmp_path):
    live = [target(8e6, fact_id="live", step="3"), target(8e6, fact_id="live")]
    pair = record(tmp_path, CLAIM, old(), back(), *live)
    assert facts_with_voices(pair.dataset) == ["live", "old"]
