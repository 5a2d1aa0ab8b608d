"""Like is compared with like: the truth table of verdicts, and what follows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import YEAR

from components.measures.bounds import Quantity
from components.measures.comparability import LIKE, ROUGH, UNLIKE, VERDICTS, compare
from components.measures.readings import days_covered

TARGET = replace(YEAR, series="target", period_start="", period_end="")


@pytest.mark.parametrize(
    ("change", "verdict", "reasons"),
    [
        ({}, LIKE, ()),
        ({"period_start": "2021-01-01", "period_end": "2021-12-31"}, LIKE, ()),
        ({"period_start": "2021-03-21", "period_end": "2022-03-20"}, LIKE, ()),
        ({"unit": "vehicles"}, UNLIKE, ("unit",)),
        ({"concept": "non-oil goods"}, UNLIKE, ("scope",)),
        ({"exporter": "AAA", "importer": "BBB"}, UNLIKE, ("direction",)),
        ({"is_mixed": True}, UNLIKE, ("mixed scope",)),
        (
            {"is_mixed": True, "basis_stated": False},
            UNLIKE,
            ("mixed scope", "scope not stated"),
        ),
        ({"concept": "trade", "basis_stated": False}, ROUGH, ("scope not stated",)),
        ({"basis_stated": False}, ROUGH, ("scope not stated",)),
        ({"period_end": "2020-07-31"}, ROUGH, ("period length",)),
        ({"period_start": ""}, ROUGH, ("period not stated",)),
        ({"questioned": True}, ROUGH, ("questioned",)),
        (
            {"concept": "services", "period_start": ""},
            UNLIKE,
            ("scope", "period not stated"),
        ),
        # Unlike in direction is unlike, whatever was left unsaid of the scope.
        (
            {"basis_stated": False, "exporter": "AAA", "importer": "BBB"},
            UNLIKE,
            ("scope not stated", "direction"),
        ),
    ],
)
def test_the_verdict_and_its_reasons(change, verdict, reasons):
    for pair in ((YEAR, replace(YEAR, **change)), (replace(YEAR, **change), YEAR)):
        comparison = compare(*pair)
        assert (comparison.verdict, comparison.reasons) == (verdict, reasons)
        assert comparison.allows_ratio == (verdict != UNLIKE)


def test_two_scopes_that_nobody_stated_are_rough_and_never_like():
    trade = replace(YEAR, concept="trade", basis_stated=False)
    cooperation = replace(YEAR, concept="cooperation", basis_stated=False)
    assert compare(trade, cooperation).verdict == ROUGH
    assert compare(trade, trade).verdict == ROUGH


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, LIKE),
        ({"period_start": ""}, ROUGH),
        ({"period_end": "2020-08-31"}, ROUGH),
    ],
)
def test_a_target_stands_for_a_year_and_gets_no_caveat_about_a_period(change, verdict):
    comparison = compare(replace(YEAR, **change), TARGET)
    assert comparison.verdict == verdict


def test_over_three_of_ten_is_at_least_thirty_per_cent_and_at_most_seven_to_go():
    comparison = compare(
        replace(YEAR, value=3e9, bound="at least"), replace(TARGET, value=10e9)
    )
    assert comparison.ratio == Quantity(0.3, "at least")
    assert comparison.gap == Quantity(7e9, "at most")


def test_a_passed_target_has_a_negative_gap():
    assert compare(YEAR, replace(TARGET, value=60.0)).gap == Quantity(-40.0, "exact")


@pytest.mark.parametrize(
    ("value", "bound", "agree"),
    [
        (99.0, "exact", True),
        (104.0, "about", True),
        (96.0, "exact", True),
        (94.0, "exact", False),
        (100.0, "at least", False),
        (130.0, "exact", False),
    ],
)
def test_two_figures_that_are_all_but_equal_agree(value, bound, agree):
    other = replace(YEAR, value=value, bound=bound, concept="services")
    assert compare(YEAR, other).agree == agree


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2020", "2020", 366),
        ("2021-02", "2021-02", 28),
        ("2021-03-05", "2021-03-05", 1),
        ("", "2021", None),
        ("2021", "", None),
    ],
)
def test_the_length_of_a_period(start, end, days):
    found = days_covered(replace(YEAR, period_start=start, period_end=end))
    assert found == days


READINGS = st.builds(
    lambda **change: replace(YEAR, **change),
    unit=st.sampled_from(("USD", "tonnes")),
    concept=st.sampled_from(("goods", "services", "trade")),
    basis_stated=st.booleans(),
    is_mixed=st.booleans(),
    exporter=st.sampled_from(("", "AAA", "BBB")),
    period_start=st.sampled_from(("", "2020-01-01", "2020-06-01")),
    questioned=st.booleans(),
    series=st.sampled_from(("reported", "target", "recorded")),
)


@given(READINGS, READINGS)
def test_a_verdict_is_the_same_from_both_sides_and_always_has_its_reasons(one, other):
    comparison, back = compare(one, other), compare(other, one)
    assert comparison.verdict in VERDICTS
    assert (comparison.verdict, comparison.reasons) == (back.verdict, back.reasons)
    assert (comparison.verdict == LIKE) == (not comparison.reasons)
