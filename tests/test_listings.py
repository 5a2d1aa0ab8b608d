"""Agreements and events as lists: filters and counts."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import listings
from components.dataset import load


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ["a1", "a2", "a3"]),
        ({"fields": ["industry"]}, ["a2"]),
        ({"fields": ["industry", "shipping"]}, ["a1", "a2"]),
        ({"statuses": ["signed"]}, ["a1", "a3"]),
        ({"years": (2020, 2022)}, ["a2"]),
        ({"text": "WHEAT"}, ["a2"]),
        ({"text": "aville port"}, ["a1"]),
        ({"text": "Ávillé"}, ["a1"]),
        ({"text": ".*"}, []),
        ({"text": "  "}, ["a1", "a2", "a3"]),
        ({"fields": ["industry"], "statuses": ["signed"]}, []),
    ],
)
def test_filters_narrow_the_agreements(dataset, filters, ids):
    found = listings.matching_agreements(dataset.agreements, **filters)
    assert found["agreement_id"].to_list() == ids


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("Oldest first", ["c", "a", "d", "b"]),
        ("Newest first", ["d", "a", "c", "b"]),
        ("By title", ["b", "c", "a", "d"]),
        ("By status", ["b", "a", "c", "d"]),
        ("Most documents first", ["c", "a", "b", "d"]),
        ("Highest disclosed value first", ["d", "a", "b", "c"]),
    ],
)
def test_agreements_come_in_the_order_asked_for(order, ids):
    rows = pd.DataFrame(
        {
            "agreement_id": ["a", "b", "c", "d"],
            "title": ["port", "Álamo", "Bridge", "wheat"],
            "signed_on": ["2004-05", "", "2004", "2022-01-01"],
            "status": ["signed", "announced", "signed", "signed"],
            "documents": pd.Series([2, pd.NA, 10, pd.NA], dtype="Int64"),
            "value_usd": [None, None, None, 5.0],
        }
    )
    assert listings.ordered(rows, order)["agreement_id"].to_list() == ids


def test_readers_who_filter_nothing_share_one_table(dataset):
    rows = listings.matching_agreements(dataset.agreements)
    assert rows is dataset.agreements
    in_order = listings.ordered(rows, "Oldest first")
    assert listings.ordered(in_order, "Oldest first") is in_order


@given(st.text(max_size=20))
def test_any_search_text_is_harmless(text):
    rows = pd.DataFrame(
        {"fields": ["a"], "status": ["b"], "signed_on": [""], "documents": [pd.NA]}
    )
    assert len(listings.matching_agreements(rows, text=text)) <= 1


def test_agreements_are_counted_by_year_with_empty_years_as_zero(dataset):
    counts = listings.agreements_by_year(dataset.agreements)
    assert counts.to_dict() == {2019: 1, 2020: 0, 2021: 1}


def test_parts_of_another_row_are_not_counted_again(package):
    change = lambda rows: rows["agreements"][1].update(part_of="a1")  # noqa: E731
    agreements = load(package(change)).agreements
    assert listings.agreements_by_year(agreements).to_dict() == {2019: 1}
    assert "industry" not in listings.agreements_by_field(agreements).index


def test_agreements_are_counted_in_each_of_their_fields(dataset):
    counts = listings.agreements_by_field(dataset.agreements)
    assert counts.to_dict() == dict.fromkeys(
        ("agriculture", "finance", "industry", "shipping"), 1
    )
    assert listings.field_options(dataset.agreements) == list(counts.index)


def test_events_in_time_leave_undated_ones_out(dataset):
    frame = listings.events_in_time(dataset.events)
    assert frame["event_id"].to_list() == ["e1"]
    assert frame["day"].to_list() == [pd.Timestamp("2019-05-16")]
