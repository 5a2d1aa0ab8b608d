"""Values and periods in words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures import YEAR

from components import wording
from components.measures.bounds import (
    Quantity,
)
from components.measures.comparability import (
    compare,
)


@pytest.mark.parametrize(
    ("value", "words", "axis"),
    [
        (0, "$0", "0"),
        (816_000, "$816,000", "$816,000"),
        (999_960, "$1 million", "$999,960"),
        (1_490_000, "$1.49 million", "$1.49m"),
        (118_101_832, "$118.1 million", "$118.1m"),
        (600e6, "$600 million", "$600m"),
        (999_999_999, "$1 billion", "$1,000m"),
        (3e9, "$3 billion", "$3bn"),
        (3.6e9, "$3.6 billion", "$3.6bn"),
        (20e9, "$20 billion", "$20bn"),
        (1.5e12, "$1.5 trillion", "$1.5tn"),
    ],
)
def test_money(value, words, axis):
    assert wording.money(value) == words
    assert wording.axis_money(value) == axis


@given(st.floats(0, 1e14))
def test_money_is_never_written_with_si_letters(value):
    assert not re.search(
        r"[GkKM]|\de", wording.money(value) + wording.axis_money(value)
    )


@pytest.mark.parametrize(
    ("bound", "said", "share"),
    [
        ("exact", "$3 billion", "is 30 % of it"),
        ("at least", "over $3 billion", "is at least 30 % of it"),
        ("about", "about $3 billion", "is about 30 % of it"),
        ("at most", "at most $3 billion", "is at most 30 % of it"),
    ],
)
def test_bounds_are_kept_in_words(bound, said, share):
    latest = replace(YEAR, value=3e9, bound=bound)
    assert wording.stated(latest) == said
    target = replace(YEAR, value=10e9, series="target")
    assert share in wording.progress(compare(latest, target))


def test_counts_carry_their_unit_and_at_least_is_not_over():
    words = wording.quantity(Quantity(20, "at least"), "documents")
    assert words == "at least 20 documents"


readings = st.builds(
    replace,
    st.just(YEAR),
    value=st.floats(0, 1e13),
    bound=st.sampled_from(("exact", "at least", "about", "at most")),
    concept=st.sampled_from(("trade", "goods")),
    exporter=st.sampled_from(("", "AAA")),
    period_start=st.sampled_from(("", "2020-01-01", "2020-06-01")),
    questioned=st.booleans(),
)


@given(readings, readings)
def test_no_share_and_no_ratio_leaves_without_the_verdict_it_asks_for(one, other):
    found = compare(one, other)
    for words in (
        wording.progress(found),
        wording.growth(found),
        wording.ratio(found),
    ):
        if re.search(r"%| times | to 1\b", words):
            assert wording.verdict(found) in words
        if found.kind == "not comparable":
            assert "not comparable as stated" in words
    if found.kind == "not comparable":
        for words in (wording.progress(found), wording.growth(found)):
            assert not re.search(r"\d %|\d times", words)


@pytest.mark.parametrize(
    ("partial", "words"),
    [("2022", "2022"), ("2022-05", "May 2022"), ("2023-06-12", "12 June 2023")],
)
def test_dates_in_words(partial, words):
    assert wording.day(partial) == words


def test_a_verdict_says_why_and_names_what_differs():
    goods = replace(YEAR, concept="goods", value=30e6)
    claim = replace(YEAR, value=3e9, bound="at least", period_start="")
    assert wording.verdict(compare(claim, goods)) == (
        "not comparable as stated: over $3 billion counts trade and $30 million "
        "counts goods and no period was stated for over $3 billion"
    )
    assert wording.verdict(compare(YEAR, YEAR)) == "comparable"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "2020"),
        ({"period_label": "year 7"}, "year 7, 1 January 2020 to 31 December 2020"),
        ({"period_label": "now", "period_start": ""}, "now"),
        ({"period_label": "2020-2021", "period_end": "2021"}, "2020-2021"),
        ({"period_label": "May", "period_end": "2020-01-01"}, "May"),
    ],
)
def test_a_period_of_another_calendar_is_said_in_days(change, words):
    assert wording.period(replace(YEAR, **change)) == words


def test_lists_in_a_sentence():
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"


@given(st.text(max_size=60))
def test_text_for_markdown_keeps_its_letters_and_escapes_every_sign(text):
    escaped = wording.as_markdown(text)
    plain = re.sub("[\u2060\u2067\u2069]", "", text)
    shown = re.sub("[\u2060\u2067\u2069]", "", re.sub(r"\\(.)", r"\1", escaped))
    assert shown == plain.replace("\n", " ")
    assert not re.search(r"(?<!\\)(?:\\\\)*[$*_`\[<]", escaped)


@pytest.mark.parametrize("text", ["<b>x</b>", "<a href='javascript:x'>y</a>", "a & b"])
def test_text_for_plotly_holds_no_markup(text):
    escaped = wording.as_plotly(text)
    assert "<" not in escaped
    assert not re.search(r"&(?!amp;|lt;|gt;)", escaped)
