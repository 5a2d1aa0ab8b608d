"""Ratio and gap of two readings: of a target and its own base from what was said."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import reading

from components.measures.bounds import Quantity
from components.measures.comparability import compare
from components.measures.growth import path
from components.measures.ratios import gap, ratio

BOUNDS = ("exact", "at least", "about", "at most")


def of(kind, said, bound, base):
    """Return a target of a kind, worked out from a base as the data would have it."""
    return replace(
        base,
        reading_id="aim",
        series="target",
        kind=kind,
        base=base,
        rise=Quantity(said, bound),
        value=base.value * said if kind == "multiple" else base.value + said,
        bound=base.bound,
    )


@pytest.mark.parametrize("bound", BOUNDS)
def test_a_multiple_of_its_base_is_what_was_said(bound):
    base = reading(4e9, bound=bound)
    double = of("multiple", 2, "exact", base)
    assert ratio(double, base) == Quantity(2, "exact")
    assert ratio(base, double) == Quantity(0.5, "exact")
    assert gap(double, base) == Quantity(4e9, bound)
    assert gap(base, double).value == -4e9


@pytest.mark.parametrize(
    ("bound", "whole"), [("at least", "at most"), ("at most", "at least")]
)
def test_an_increase_is_a_larger_part_of_a_lower_base(bound, whole):
    base = reading(4e9, bound=bound)
    more = of("increase", 1e9, "exact", base)
    assert ratio(more, base) == Quantity(1.25, whole)
    assert ratio(base, more) == Quantity(0.8, bound)
    assert gap(more, base) == Quantity(1e9, "exact")


def test_at_least_double_is_at_most_half():
    base = reading(4e9, bound="at least")
    double = of("multiple", 2, "at least", base)
    assert ratio(base, double) == Quantity(0.5, "at most")


def test_another_value_than_the_base_has_no_ratio_by_what_was_said():
    base = reading(4e9, bound="at least")
    other = replace(base, reading_id="other")
    assert ratio(of("multiple", 2, "exact", base), other) is None


def test_a_base_of_zero_has_no_ratio_and_a_gap():
    base = reading(0)
    more = of("increase", 5, "exact", base)
    assert ratio(more, base) is None
    assert gap(more, base) == Quantity(5, "exact")


@given(st.floats(1, 1e12), st.floats(1, 1e12))
def test_two_values_are_divided_and_subtracted(one, other):
    first, second = reading(one), reading(other, 2021)
    assert ratio(first, second).value == pytest.approx(one / other)
    assert gap(first, second).value == pytest.approx(one - other)


@pytest.mark.parametrize("bound", BOUNDS)
def test_growth_to_double_over_seven_years_is_exact_whatever_the_base(bound):
    base = reading(4e9, 2023, bound=bound)
    needed = path(base, of("multiple", 2, "exact", base), 7)
    # The seventh root of 2 is 1.10409.
    assert needed.rate.value == pytest.approx(0.10409, abs=5e-6)
    assert needed.rate.bound == "exact"
    assert needed.per_year.bound == bound


def test_a_comparison_knows_the_ratio_too():
    base = reading(4e9, bound="at least")
    comparison = compare(base, of("multiple", 2, "exact", base))
    assert comparison.ratio == Quantity(0.5, "exact")
    assert comparison.gap == Quantity(4e9, "at least")
