"""What became of a target: a truth table, and what must hold on any day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import reading

from components.measures.outcome import STATES, fate, outcome
from components.measures.readings import Reading

TARGET = Reading(
    *("t", "goal", "Goal", "target", "USD", 10e9, "exact", "goods", "", ""),
    *("", "", "by 2020", "2020", "Jane Roe", "first economy", "2015-06-01", ""),
    *("gazette", "", True, False, ""),
    known_on="2015-06-01",
)
UNDATED = replace(TARGET, deadline="", period_label="no deadline")
TODAY = date(2026, 11, 25)


def year(number, billions, **change):
    """Return a value of one calendar year, known at the end of January after it."""
    return reading(billions * 1e9, number, **{"stated_by": "Office"} | change)


ON_TIME = [year(2018, 7), year(2019, 9), year(2020, 10.5)]
NEIGHBOURS_BELOW = [year(2019, 8), year(2021, 9)]
NEIGHBOURS_DISAGREE = [year(2019, 8), year(2021, 12)]


@pytest.mark.parametrize(
    ("values", "state", "verdict", "early"),
    [
        (ON_TIME, "reached", "like with like", False),
        ([year(2018, 11), year(2020, 12)], "reached", "like with like", True),
        ([year(2018, 11)], "reached", "like with like", True),
        ([year(2020, 9)], "missed", "like with like", False),
        ([year(2018, 11), year(2020, 9)], "missed", "like with like", True),
        ([year(2020, 9), year(2022, 12)], "missed, passed later", "like with like", 0),
        ([year(2018, 9)], "cannot be said", "like with like", False),
        ([year(2014, 12)], "cannot be said", "like with like", False),
        (NEIGHBOURS_BELOW, "missed", "rough", False),
        ([year(2019, 11), year(2021, 12)], "reached", "rough", True),
        (NEIGHBOURS_DISAGREE, "cannot be said", "like with like", False),
        ([year(2021, 12)], "cannot be said", "like with like", False),
        ([year(2020, 9, questioned=True)], "missed", "rough", False),
        ([year(2020, 9, basis_stated=False)], "missed", "rough", False),
        ([year(2020, 9, bound="at least")], "missed", "rough", False),
        ([year(2020, 11, bound="at least")], "reached", "like with like", False),
        ([year(2020, 12, bound="at most")], "missed", "like with like", False),
        ([year(2020, 11, concept="services")], "cannot be said", "like with like", 0),
        ([year(2020, 11, unit="tonnes")], "cannot be said", "like with like", False),
        (
            [year(2020, 11, exporter="AAA", importer="BBB")],
            "cannot be said",
            "like with like",
            False,
        ),
        ([year(2020, 11), year(2020, 9)], "cannot be said", "rough", False),
        # A like value decides against a rough one of the same year.
        (
            [year(2020, 11, questioned=True), year(2020, 9)],
            "missed",
            "like with like",
            0,
        ),
        # Eight months below the target say nothing of the year.
        (
            [year(2020, 8, period_end="2020-08-31")],
            "cannot be said",
            "like with like",
            0,
        ),
        ([year(2020, 11, period_end="2020-08-31")], "reached", "rough", False),
        # A fiscal year that holds the last day of 2020.
        (
            [year(2020, 11, period_start="2020-04-01", period_end="2021-03-31")],
            "reached",
            "like with like",
            False,
        ),
        # Said to hold on a day of 2020, with no period of its own.
        (
            [year(2020, 9, period_start="", period_end="2020-11-03")],
            "missed",
            "rough",
            0,
        ),
    ],
)
def test_what_became_of_a_dated_target(values, state, verdict, early):
    judged = outcome(TARGET, values, TODAY)
    assert (judged.state, judged.verdict, judged.early) == (state, verdict, bool(early))


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ([year(2016, 9), year(2025, 9)], "not reached, no deadline"),
        ([year(2016, 9), year(2025, 11)], "reached, no deadline"),
        ([year(2016, 11), year(2025, 9)], "reached, lost later"),
        ([year(2012, 20), year(2016, 9)], "not reached, no deadline"),
        ([year(2012, 9)], "cannot be said"),
        ([], "cannot be said"),
        ([year(2016, 11, exporter="AAA", importer="BBB")], "cannot be said"),
        ([year(2016, 11), year(2025, 9), year(2025, 12)], "cannot be said"),
    ],
)
def test_what_became_of_an_undated_target(values, state):
    assert outcome(UNDATED, values, TODAY).state == state


@pytest.mark.parametrize(
    ("target", "values", "lack"),
    [
        (UNDATED, [year(2012, 9)], "nothing since"),
        (UNDATED, [], "nothing comparable"),
        (UNDATED, [year(2016, 9, concept="services")], "nothing comparable"),
        (TARGET, [year(2018, 9)], "no value for the deadline"),
        (TARGET, [year(2020, 9), year(2020, 11)], "figures disagree"),
        (replace(TARGET, stated_on=""), [year(2020, 9)], "day not known"),
    ],
)
def test_why_nothing_can_be_said(target, values, lack):
    assert outcome(target, values, TODAY).lack == lack


@pytest.mark.parametrize(
    ("as_of", "values", "state"),
    [
        (date(2020, 1, 31), [year(2019, 9)], "open"),
        (date(2020, 12, 31), [year(2019, 9)], "open"),
        (date(2021, 1, 1), [year(2019, 9)], "cannot be said"),
        (date(2020, 2, 1), [year(2019, 11)], "reached"),
        (date(2020, 2, 1), [year(2018, 11), year(2019, 9)], "open"),
        # The value of 2020 was not known before the end of January 2021.
        (date(2021, 1, 30), ON_TIME, "cannot be said"),
        (date(2021, 1, 31), ON_TIME, "reached"),
    ],
)
def test_a_verdict_is_that_of_a_day(as_of, values, state):
    assert outcome(TARGET, values, as_of).state == state


def test_a_deadline_eleven_months_ahead_is_ahead():
    target = replace(TARGET, deadline="2027-10-25")
    assert outcome(target, [year(2025, 9)], TODAY).state == "open"


def test_claimed_and_published_values_give_separate_verdicts():
    said = [year(2020, 11, series="reported", stated_by="Jane Roe")]
    judged = fate(TARGET, said, [year(2020, 4)], TODAY)
    assert (judged.claimed.state, judged.published.state) == ("reached", "missed")
    assert judged.claimed.decisive[0].stated_by == "Jane Roe"
    assert judged.published.highest.value == 4e9


def test_the_years_beside_the_deadline_are_named_when_they_decide():
    judged = outcome(TARGET, NEIGHBOURS_BELOW, TODAY)
    assert judged.by_neighbours
    assert [item.reading_id for item in judged.decisive] == ["v2019", "v2021"]
    assert not outcome(TARGET, ON_TIME, TODAY).by_neighbours


VALUES = st.builds(
    year,
    st.integers(2010, 2030),
    st.floats(0, 30, allow_nan=False),
    bound=st.sampled_from(("exact", "at least", "about", "at most")),
    concept=st.sampled_from(("goods", "services")),
    questioned=st.booleans(),
    basis_stated=st.booleans(),
    known_on=st.dates(date(2010, 1, 1), date(2032, 1, 1)).map(date.isoformat),
)
DAYS = st.dates(date(2014, 1, 1), date(2032, 1, 1))


@given(st.lists(VALUES, max_size=6), DAYS, st.lists(VALUES, max_size=4))
def test_a_later_statement_never_changes_the_verdict_of_an_earlier_day(
    values, as_of, more
):
    later = [
        replace(item, known_on=(as_of + timedelta(1 + i)).isoformat())
        for i, item in enumerate(more)
    ]
    for target in (TARGET, UNDATED):
        assert outcome(target, [*later, *values], as_of) == outcome(
            target, values, as_of
        )


@given(st.lists(VALUES, max_size=6), DAYS)
def test_an_undated_target_is_never_missed_and_a_dated_one_never_undated(values, as_of):
    undated = outcome(UNDATED, values, as_of).state
    assert undated in STATES
    assert undated not in ("missed", "missed, passed later", "open", "reached")
    dated = outcome(TARGET, values, as_of).state
    assert "no deadline" not in dated
    assert dated != "reached, lost later"


@given(st.lists(VALUES, max_size=6), DAYS)
def test_only_values_that_reach_it_make_a_target_reached(values, as_of):
    judged = outcome(TARGET, values, as_of)
    if judged.state == "reached":
        assert any(item.value >= TARGET.value for item in judged.decisive)
    if judged.state.startswith("missed"):
        assert any(
            item.value < TARGET.value or item.bound == "at most"
            for item in judged.decisive
        )


@given(st.lists(VALUES, max_size=6), DAYS)
def test_what_is_not_like_the_target_decides_nothing(values, as_of):
    services = [replace(item, concept="services", basis_stated=True) for item in values]
    assert not outcome(TARGET, services, as_of).decisive
