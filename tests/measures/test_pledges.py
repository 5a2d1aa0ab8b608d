"""Targets of others: cases worked by hand, and what must hold of any of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pledged import BASIS, baseline, pledge, record_with, value, with_pledges
from tiers import few

from components.dataset import load
from components.measures import pledge_groups as groups
from components.measures.bounds import Quantity
from components.measures.outcome import STATES
from components.measures.pledges import own, pledges
from components.measures.record import Record

TODAY = date(2026, 11, 26)


@pytest.fixture
def judged(tmp_path):
    """Return a function that judges one target by some values."""

    def one(row, *values):
        items = pledges(
            record_with(tmp_path / "d", pledges=[row], values=values), TODAY
        )
        return items[0]

    return one


@pytest.fixture
def found(tmp_path):
    record = record_with(tmp_path / "d")
    return {item.pledge_id: item for item in pledges(record, TODAY)}


def test_each_target_is_judged_by_the_rule_for_the_pairs_own(found):
    states = {name: item.outcome and item.outcome.state for name, item in found.items()}
    assert states == {
        "hit": "reached",
        "late": "missed, passed later",
        "lost": "reached, lost later",
        "away": "missed",
        "pounds": None,
        "sum": None,
        "near": "cannot be said",
    }


def test_where_trade_stood_is_a_share_of_the_target(found):
    # 1.6 and 2.4 of 2; 0.5 and, at the deadline, 1.5 of 2; 1 and, last, 0.4 of 2.
    shares = {
        name: (found[name].share_before, found[name].share_after)
        for name in ("hit", "late", "lost")
    }
    assert shares == {
        "hit": (Quantity(0.8), Quantity(1.2)),
        "late": (Quantity(0.25), Quantity(0.75)),
        "lost": (Quantity(0.5), Quantity(0.2)),
    }
    assert found["near"].share_before == Quantity(0.05)
    assert found["near"].share_after is None


def test_the_ask_is_a_multiple_of_the_baseline_and_keeps_its_bound(judged):
    assert judged(pledge("p"), baseline("p", 0.8e9)).ask == Quantity(2.5)
    over = judged(pledge("p"), baseline("p", 0.8e9, bound="at least"))
    assert over.ask == Quantity(2.5, "at most")


@pytest.mark.parametrize(
    "cells",
    [
        {"period_start": "2009-01-01", "period_end": "2009-09-30"},
        {"concept": "non-oil goods"},
        {"concept": "exports of the first economy"},
    ],
)
def test_no_ratio_is_given_to_months_or_to_what_counts_something_else(judged, cells):
    item = judged(pledge("p"), baseline("p", 0.8e9, **cells))
    assert item.ask is None
    assert item.share_before is None


def test_trade_of_no_stated_basis_is_compared_roughly(judged):
    item = judged(pledge("p", concept=BASIS), value("p", 1, 1e9, 2015))
    assert (item.outcome.state, item.outcome.verdict) == ("missed", "rough")
    assert item.share_after == Quantity(0.5)


def test_exports_are_compared_with_exports_of_the_same_economy_alone(judged):
    row = pledge("p", concept="exports of the first economy")
    same = judged(row, value("p", 1, 3e9, 2015, concept=row["concept"]))
    assert same.outcome.state == "reached"
    other = judged(
        row, value("p", 1, 3e9, 2015, concept="exports of the second economy")
    )
    assert other.outcome.lack == "nothing comparable"


def test_a_value_with_a_caveat_gives_way_to_one_without(judged):
    doubtful = value("p", 1, 3e9, 2015, grade="caveat")
    alone = judged(pledge("p"), doubtful)
    assert (alone.outcome.state, alone.outcome.verdict) == ("reached", "rough")
    both = judged(pledge("p"), doubtful, value("p", 2, 1e9, 2015))
    assert (both.outcome.state, both.outcome.verdict) == ("missed", "like with like")


def test_a_value_for_context_decides_nothing(judged):
    item = judged(pledge("p"), value("p", 1, 3e9, 2015, grade="context"))
    assert item.outcome.lack == "nothing comparable"
    assert item.values == ()


@pytest.mark.parametrize("cells", [{"grade": "context"}, {"kind": "purchase"}])
def test_context_and_other_kinds_are_not_counted(judged, cells):
    item = judged(pledge("p", **cells), value("p", 1, 3e9, 2015))
    assert item.outcome is None
    assert not item.counts
    assert groups.of_state([item], *STATES) == []


def test_the_years_given_run_from_the_day_to_the_end_of_the_deadline(judged):
    row = pledge("p", stated_on="2010-12-31", deadline="2015")
    assert judged(row).years_given == pytest.approx(5.0, abs=0.01)
    assert judged(pledge("p", deadline="")).years_given is None
    assert judged(pledge("p", stated_on="")).years_given is None


def test_months_that_reach_the_target_are_a_least_share(judged):
    months = {"period_start": "2015-01-01", "period_end": "2015-09-30"}
    item = judged(pledge("p"), value("p", 1, 2.2e9, 2015, **months))
    assert item.outcome.state == "reached"
    assert item.share_after == Quantity(1.1, "at least")
    below = judged(pledge("p"), value("p", 1, 1e9, 2015, **months))
    assert below.share_after is None


def test_a_target_reached_early_alone_shows_the_year_that_reached_it(judged):
    item = judged(pledge("p"), value("p", 1, 1e9, 2011), value("p", 2, 3e9, 2013))
    assert (item.outcome.state, item.outcome.early) == ("reached", True)
    assert item.stood.period_label == "2013"


def test_without_a_value_for_the_deadline_the_last_one_is_shown_and_not_judged(judged):
    item = judged(pledge("p"), value("p", 1, 1e9, 2013))
    assert item.outcome.lack == "no value for the deadline"
    assert item.stood.period_label == "2013"
    assert item.share_after == Quantity(0.5)


def test_the_pairs_own_targets_stand_beside_them_and_are_not_counted(tmp_path):
    mine = own(record_with(tmp_path / "d"), TODAY)
    assert [item.pledge_id for item in mine] == ["goal-1"]
    assert mine[0].is_own
    assert not mine[0].counts
    # At least 1 of 4 billion, when it was named and since.
    assert mine[0].share_before == Quantity(0.25, "at least")
    assert mine[0].ask == Quantity(4.0, "at most")


def test_a_package_without_these_tables_has_none(dataset):
    assert pledges(Record(dataset), TODAY) == []


def test_groups_stand_in_order_and_those_that_came_furthest_first(tmp_path):
    rows = [pledge(name) for name in ("low", "high", "gone")]
    values = [value("low", 1, 1e9, 2015), value("high", 1, 1.5e9, 2015)]
    record = record_with(tmp_path / "e", pledges=rows, values=values)
    by_state = groups.ordered(pledges(record, TODAY))
    assert {
        state: [item.pledge_id for item in items] for state, items in by_state.items()
    } == {
        "missed": ["high", "low"],
        "cannot be said": ["gone"],
    }


def test_filters_pass_by_economy_deadline_and_size(found):
    def ids(**wanted):
        passing = groups.passing([*found.values()], groups.Wanted(**wanted), TODAY)
        return [item.pledge_id for item in passing]

    assert ids(economies=("KEN", "PER")) == ["lost", "away"]
    assert ids(terms=("none",)) == ["lost", "near"]
    assert ids(terms=("ahead",)) == []
    # 1.25, 4, 2, 2 and 20 times.
    assert ids(sizes=("under 1.5",)) == ["hit"]
    assert ids(sizes=("2 to 4",)) == ["lost", "away"]
    assert ids(sizes=("4 or more",)) == ["late", "near"]
    assert ids(sizes=("not known",)) == ["pounds", "sum"]
    assert ids() == [*found]


def test_the_pairs_own_pass_the_filter_of_economies(tmp_path):
    mine = own(record_with(tmp_path / "d"), TODAY)
    assert groups.passing(mine, groups.Wanted(("KEN",)), TODAY) == mine
    assert groups.passing(mine, groups.Wanted(terms=("past",)), TODAY) == []


def test_the_nearest_is_of_one_economy_with_the_same_kind_of_deadline(tmp_path):
    record = record_with(
        tmp_path / "d",
        pledges=[
            pledge("dated", stated_on="2021-03-04", deadline="2025"),
            pledge("foreign", first_iso3="CHL", deadline="", stated_on="2021-03-04"),
            pledge("month", deadline="", stated_on="2021-03"),
            pledge("far", deadline="", stated_on="2020-03-05"),
            pledge("big", deadline="", stated_on="2021-02-13"),
            pledge("alike", deadline="", stated_on="2021-02-13"),
        ],
        # 20 times, and 5 times as against the pair's own 4.
        values=[baseline("big", 0.1e9), baseline("alike", 0.4e9)],
    )
    mine = own(record, TODAY)
    assert groups.nearest(pledges(record, TODAY), mine).pledge_id == "alike"
    assert groups.nearest([], mine) is None


def test_the_median_stands_with_the_least_and_the_greatest(found):
    judged = [found[name] for name in ("hit", "late", "away", "near")]
    assert groups.middle(judged, groups.asked) == groups.Middle(3.0, 1.25, 20.0)
    assert groups.middle([], groups.asked) is None
    assert groups.middle([found["near"]], groups.years_given) is None


CELLS = st.fixed_dictionaries(
    {
        "bound": st.sampled_from(["exact", "at least", "about", "at most"]),
        "concept": st.sampled_from(["goods", BASIS, "exports of the first economy"]),
        "grade": st.sampled_from(["solid", "caveat", "context"]),
    }
)
YEARS = st.integers(2005, 2024)


@few(15, 80)
@given(
    cells=CELLS,
    deadline=st.sampled_from(["", "2015", "2020-06", "2031"]),
    values=st.lists(st.tuples(st.floats(1e6, 5e9), YEARS, CELLS), max_size=5),
    on=st.dates(date(2011, 1, 1), date(2035, 1, 1)),
)
def test_whatever_is_known_is_judged_once_and_shown_only_where_comparable(
    tmp_path, cells, deadline, values, on
):
    rows = [
        value(
            "p", number, dollars, year, "baseline" if number == 0 else "value", **more
        )
        for number, (dollars, year, more) in enumerate(values)
    ]
    folder = with_pledges(
        tmp_path / "d", pledges=[pledge("p", deadline=deadline, **cells)], values=rows
    )
    item = pledges(Record(load(folder)), on)[0]
    if cells["grade"] == "context":
        assert item.outcome is None
        assert item.ask is None
        return
    assert sum(len(x) for x in groups.ordered([item]).values()) == 1
    assert item.outcome.state in STATES
    assert ("deadline" in item.outcome.state) <= (not deadline)
    for share in (item.share_before, item.share_after):
        assert share is None or share.value > 0
    if item.ask and item.share_before:
        assert item.ask.value * item.share_before.value == pytest.approx(1)
    if item.outcome.state == "reached" and item.share_after:
        assert item.share_after.value >= 1
    if item.outcome.state == "missed" and item.share_after:
        assert item.share_after.value < 1 or item.stood.bound == "at most"
