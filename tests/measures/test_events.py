"""Events by kind and in order."""

import pandas as pd
import pytest

from components.measures.events import in_order, is_mechanism, kinds, of_kinds

EVENTS = pd.DataFrame(
    [
        ("late", "2021-05-02", "visit", ""),
        ("undated", "", "payment", "proposed"),
        ("year", "2020", "visit", ""),
        ("month", "2020-03", "supply", "reported"),
    ],
    columns=["event_id", "happened_on", "kind", "mechanism"],
)


def ids(events):
    return events["event_id"].to_list()


def test_events_come_by_their_dates_and_the_undated_last():
    assert ids(in_order(EVENTS)) == ["year", "month", "late", "undated"]
    assert list(in_order(EVENTS).columns) == list(EVENTS.columns)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ([], ["late", "undated", "year", "month"]),
        (["visit"], ["late", "year"]),
        (["supply", "payment"], ["undated", "month"]),
        (["no such kind"], []),
    ],
)
def test_events_of_the_chosen_kinds_are_left(chosen, found):
    assert ids(of_kinds(EVENTS, chosen)) == found


def test_kinds_come_once_in_the_order_of_the_file():
    assert kinds(EVENTS) == ["visit", "payment", "supply"]


def test_a_mechanism_is_a_row_that_says_how_well_it_is_attested():
    assert ids(EVENTS[is_mechanism(EVENTS)]) == ["undated", "month"]
