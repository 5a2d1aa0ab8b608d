"""The table of agreements in words: its columns, its orders, what is counted."""

import pandas as pd
import pytest
from conftest import ROOT, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from components.dataset import load
from components.measures.agreements import Filters, Scoreboard
from components.measures.record import Record
from components.measures.search import found_in
from components.words import agreements as words
from components.words.agreements import COLUMNS, ORDERS, ordered

UNORDERED = pd.DataFrame(
    {
        "agreement_id": ["a", "b", "c", "d"],
        "title": ["port", "Álamo", "Bridge", "wheat"],
        "signed_on": ["2004-05", "", "2004", "2022-01-01"],
        "place": ["", "Ütown", "aville", "Beetown"],
        "status": ["signed", "announced", "signed", "signed"],
        "documents": pd.Series([2, pd.NA, 10, pd.NA], dtype="Int64"),
        "value_usd": pd.Series([None, None, None, 5.0], dtype="Float64"),
    }
)


def read(record, agreement_id):
    """Return the cells of one agreement by the headings of their columns."""
    agreements = record.dataset.agreements
    row = agreements[agreements["agreement_id"].eq(agreement_id)]
    (agreement,) = words.rows(record, row)
    return {column.heading: column.read(agreement) for column in COLUMNS}


def changed(package, agreement, **cells):
    return Record(
        load(package(lambda rows: rows["agreements"][agreement].update(cells)))
    )


def test_a_row_says_what_is_known_and_leaves_empty_what_is_not(package):
    record = changed(package, 2, note="A credit line.")
    assert read(record, "a3") == {
        "Agreement": "Loan",
        "Date": "",
        "Place": "Beetown",
        "Status": "signed",
        "Documents": "2",
        "Disclosed value": "$5 million",
        "Fields": "finance",
        "Note": "A credit line.",
        "Source": "The Gazette",
    }


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        ("", "60"),
        ("exact", "60"),
        ("about", "about 60"),
        ("at least", "at least 60"),
        ("at most", "at most 60"),
    ],
)
def test_a_number_of_documents_keeps_its_bound(package, bound, words):
    record = changed(package, 0, documents="60", documents_bound=bound)
    assert read(record, "a1")["Documents"] == words


def test_a_package_without_bounds_of_documents_gives_plain_numbers(package):
    dataset = load(package())
    row = words.rows(Record(dataset), dataset.agreements)[0]
    del row["documents_bound"]
    assert [column.read(row) for column in COLUMNS if column.key == "documents"] == [
        "1"
    ]


def test_no_documents_are_zero_and_not_unknown(package):
    assert read(changed(package, 0, documents="0"), "a1")["Documents"] == "0"
    assert read(changed(package, 0, value_usd="0"), "a1")["Disclosed value"] == "$0"


def test_a_part_names_the_agreement_that_it_belongs_to_and_no_identifier(package):
    record = changed(package, 2, part_of="a1", note="Signed later.")
    note = read(record, "a3")["Note"]
    assert note == "Part of: Port agreement. Signed later."


def test_a_repost_is_named_after_its_publisher(package):
    record = changed(package, 0, source_id="office")
    assert read(record, "a1")["Source"] == "Office of Statistics via Mirror"


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("signed_on", "cadb"),
        ("-signed_on", "dacb"),
        ("title", "bcad"),
        ("-title", "dacb"),
        ("place", "cdba"),
        ("-place", "bdca"),
        ("status", "bacd"),
        ("documents", "acbd"),
        ("-documents", "cabd"),
        ("value_usd", "dabc"),
        ("-value_usd", "dabc"),
    ],
)
def test_agreements_come_in_the_order_asked_for_and_unknown_ones_last(order, ids):
    assert "".join(ordered(UNORDERED, order)["agreement_id"]) == ids


def test_an_order_that_changes_nothing_shares_the_table():
    once = ordered(UNORDERED, "title")
    assert ordered(once, "title") is once


@given(st.permutations(range(4)), st.sampled_from(ORDERS))
@settings(deadline=None)
def test_an_order_loses_and_repeats_no_agreement(places, order):
    rows = ordered(UNORDERED.iloc[places], order)
    assert sorted(rows["agreement_id"]) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("order", "pressed", "then"),
    [
        ("signed_on", "signed_on", "-signed_on"),
        ("-signed_on", "signed_on", "signed_on"),
        ("signed_on", "title", "title"),
        ("title", "documents", "-documents"),
        ("-documents", "documents", "documents"),
        ("title", "value_usd", "-value_usd"),
    ],
)
def test_a_heading_asks_for_its_column_and_then_the_other_way_round(
    order, pressed, then
):
    assert words.next_order(order, pressed) == then


def test_only_the_column_in_order_says_so():
    assert words.direction("-title", "title") == "descending"
    assert words.direction("title", "title") == "ascending"
    assert words.direction("-title", "status") == ""


def test_every_order_is_of_a_column_and_the_first_one_is_among_them():
    assert words.FIRST_ORDER in ORDERS
    assert len(set(ORDERS)) == len(ORDERS) == 2 * len(words.SORTABLE)
    assert len({column.key for column in COLUMNS}) == len(COLUMNS)


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("may 2019", [True, False, False]),
        ("2019-05-01", [True, False, False]),
        ("a2", [False, True, False]),
        ("$5 million", [False, False, True]),
        ("gazette", [True, True, True]),
        ("industry", [False, True, False]),
    ],
)
def test_what_the_table_shows_is_found(package, query, matches):
    assert found_in(words.searched(Record(load(package()))), query, {}) == matches


def test_an_agreement_is_found_by_what_the_charts_call_it():
    record = Record(loaded(ROOT / "data"))
    titles = record.dataset.agreements["title"]
    matches = found_in(words.searched(record), "20‑year plan", {})
    assert any("20 years" in title for title in titles[matches])


def test_the_scoreboard_begins_with_all_and_ends_with_disclosed_values():
    board = Scoreboard(1200, 8, (("signed", 1100), ("lapsed", 100)), 5)
    assert words.scores(board) == [
        ("1,200", "agreements"),
        ("1,100", "signed"),
        ("100", "lapsed"),
        ("5", "with a disclosed value"),
    ]
    assert words.scores(Scoreboard(1, 0, (), 0))[0] == ("1", "agreement")


def test_what_is_counted_says_that_parts_are_left_out_only_if_there_are_any(package):
    record = Record(load(package()))
    with_parts = words.why_counted(record, Scoreboard(37, 9, (), 0))
    assert "9 more rows of the table are parts of one of these" in with_parts.long[0]
    without = words.why_counted(record, Scoreboard(37, 0, (), 0))
    assert "part" not in without.long[0]
    assert "`" not in "".join(without.long)
    assert without.short == "Why 37?"


def test_beside_counts_of_rungs_the_counts_of_the_table_say_that_they_are_others(
    package,
):
    record = Record(load(package()))
    board = Scoreboard(3, 0, (("signed", 2), ("lapsed", 1)), 1)
    assert words.why_counted(record, board, shown=False).long[1] == (
        "Each once, by its status in the table: 2 signed and 1 lapsed. 1 has a value "
        "there."
    )


def test_what_is_shown_names_the_filters_and_nothing_else(package):
    record = changed(package, 2, part_of="a1")
    agreements = record.dataset.agreements
    assert words.shown(agreements.iloc[:2], 3, Filters({"field": []})) == (
        "2 of 3 agreements shown"
    )
    chosen = Filters({"field": ["a", "b"], "status": ["signed"]}, (2019, 2020), " x ")
    assert words.shown(agreements, 3, chosen) == (
        "3 of 3 agreements shown, 1 as part of another"
        " · a or b · signed · 2019 to 2020 · “x”"
    )


def test_rows_without_a_date_are_told_of_only_if_there_are_any():
    assert words.without_date(0) == ""
    assert words.without_date(1).startswith("1 agreement has no date")
    assert words.without_date(3).startswith("3 agreements have no date")
