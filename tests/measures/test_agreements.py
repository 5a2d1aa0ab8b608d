"""Which agreements pass a filter, and how many there are of what."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.dataset import load
from components.measures.agreements import (
    CHOICES,
    Filters,
    fields_of,
    matching,
    options,
    scoreboard,
    undated,
    years_offered,
)

EVERY = [True, True, True]


@pytest.mark.parametrize(
    ("filters", "found", "ids"),
    [
        (Filters(), EVERY, ["a1", "a2", "a3"]),
        (Filters({"field": ["industry"]}), EVERY, ["a2"]),
        (Filters({"field": ["industry", "shipping"]}), EVERY, ["a1", "a2"]),
        (Filters({"field": []}), EVERY, ["a1", "a2", "a3"]),
        (Filters({"field": ["indus"]}), EVERY, []),
        (Filters({"status": ["signed"]}), EVERY, ["a1", "a3"]),
        (Filters(years=(2020, 2022)), EVERY, ["a2"]),
        (Filters(years=(2021, 2021)), EVERY, ["a2"]),
        (Filters({"field": ["industry"], "status": ["signed"]}), EVERY, []),
        (Filters({"status": ["signed"]}), [False, True, True], ["a3"]),
    ],
)
def test_an_agreement_passes_when_it_passes_every_filter(dataset, filters, found, ids):
    rows = matching(dataset.agreements, filters, found)
    assert rows["agreement_id"].to_list() == ids


def test_readers_who_filter_nothing_share_one_table(dataset):
    assert matching(dataset.agreements, Filters(), EVERY) is dataset.agreements


@pytest.mark.parametrize(
    ("cell", "fields"),
    [
        ("energy", ["energy"]),
        ("energy;mining", ["energy", "mining"]),
        ("energy; mining;", ["energy", "mining"]),
        (" energy ;;energy", ["energy"]),
        (";", []),
        ("", []),
    ],
)
def test_a_list_of_fields_is_read_without_spaces_and_gaps(cell, fields):
    assert fields_of(cell) == fields


@given(st.lists(st.text("ab ;", max_size=8), max_size=5))
@settings(deadline=None)
def test_a_filter_offers_nothing_empty_and_finds_something_by_all_it_offers(cells):
    rows = pd.DataFrame({"fields": cells, "status": cells, "signed_on": ""})
    for name in CHOICES:
        for option in options(rows, name):
            assert option
            passing = matching(rows, Filters({name: [option]}), [True] * len(rows))
            assert not passing.empty


def test_options_are_offered_in_alphabetical_order_each_once(dataset):
    assert options(dataset.agreements, "field") == [
        *("agriculture", "finance", "industry", "shipping")
    ]
    assert options(dataset.agreements, "status") == ["lapsed", "signed"]


def test_years_are_offered_from_the_first_to_the_last(dataset):
    assert years_offered(dataset.agreements) == (2019, 2021)
    assert undated(dataset.agreements) == 1


@pytest.mark.parametrize("days", [[], ["", ""], ["2020-01", "2020-05-03", ""]])
def test_no_range_of_years_is_offered_where_there_is_none(days):
    rows = pd.DataFrame({"signed_on": pd.Series(days, dtype="str")})
    assert years_offered(rows) is None


def test_the_scoreboard_counts_each_status_and_the_disclosed_values(dataset):
    board = scoreboard(dataset.agreements)
    assert (board.whole, board.parts) == (3, 0)
    assert board.statuses == (("signed", 2), ("lapsed", 1))
    assert board.with_value == 1


def test_a_part_of_another_agreement_is_not_counted_again(package):
    change = lambda rows: rows["agreements"][2].update(part_of="a1")  # noqa: E731
    board = scoreboard(load(package(change)).agreements)
    assert (board.whole, board.parts) == (2, 1)
    assert board.statuses == (("lapsed", 1), ("signed", 1))
    assert board.with_value == 0, "the value is that of the part"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["signed", "lapsed", "announced"]),
            st.sampled_from(["", "a1"]),
            st.sampled_from([None, 0.0, 5.0]),
        ),
        max_size=12,
    )
)
@settings(deadline=None)
def test_the_statuses_add_up_to_the_whole_agreements(rows):
    frame = pd.DataFrame(rows, columns=["status", "part_of", "value_usd"])
    board = scoreboard(frame)
    assert sum(count for _, count in board.statuses) == board.whole
    assert board.whole + board.parts == len(rows)
    assert board.with_value <= board.whole
    counts = [count for _, count in board.statuses]
    assert counts == sorted(counts, reverse=True)
    assert 0 not in counts
