"""Bounds on cases worked by hand, and what must hold for any value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures.bounds import Quantity, difference, quotient, total

BOUNDS = ("exact", "at least", "about", "at most")
quantities = st.builds(
    Quantity, st.floats(1, 1e12, allow_nan=False), st.sampled_from(BOUNDS)
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (("exact", 3), ("exact", 10), Quantity(0.3, "exact")),
        (("at least", 3), ("exact", 10), Quantity(0.3, "at least")),
        (("at most", 3), ("exact", 10), Quantity(0.3, "at most")),
        (("exact", 10), ("at least", 5), Quantity(2.0, "at most")),
        (("exact", 10), ("at most", 5), Quantity(2.0, "at least")),
        (("about", 3), ("exact", 10), Quantity(0.3, "about")),
        (("at least", 3), ("about", 10), Quantity(0.3, "at least about")),
        (("at least", 3), ("at most", 10), Quantity(0.3, "at least")),
        (("at least", 3), ("at least", 10), None),
        (("at most", 3), ("at most", 10), None),
        (("exact", 3), ("exact", 0), None),
        (("exact", 1e10), ("exact", 1e-310), None),
    ],
)
def test_a_quotient_keeps_its_bound(numerator, denominator, expected):
    ratio = quotient(Quantity(*numerator[::-1]), Quantity(*denominator[::-1]))
    assert ratio == expected


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (("exact", "exact"), "exact"),
        (("exact", "about"), "about"),
        (("at least", "exact"), "at least"),
        (("at least", "about"), "at least about"),
        (("at most", "about"), "at most about"),
        (("at least", "at least"), "at least"),
    ],
)
def test_a_sum_keeps_the_bounds_of_its_parts(bounds, expected):
    parts = [Quantity(2, bounds[0]), Quantity(3, bounds[1])]
    assert total(parts) == total(parts[::-1]) == Quantity(5, expected)


def test_at_least_and_at_most_add_up_to_anything():
    assert total([Quantity(2, "at least"), Quantity(3, "at most")]) is None


@given(quantities, quantities)
def test_a_bound_is_never_lost(one, other):
    for result in (quotient(one, other), difference(one, other), total([one, other])):
        if result is not None and result.bound == "exact":
            assert one.bound == other.bound == "exact"


@given(quantities, quantities, st.floats(1, 10), st.floats(1, 10))
def test_every_value_that_the_bounds_allow_keeps_the_result(one, other, up, down):
    def allowed(item, factor):
        return {
            "at least": item.value * factor,
            "at most": item.value / factor,
        }.get(item.bound, item.value)

    ratio = quotient(one, other)
    if ratio is None:
        return
    actual = allowed(one, up) / allowed(other, down)
    if ratio.open_above:
        assert actual >= ratio.value * (1 - 1e-9)
    elif ratio.open_below:
        assert actual <= ratio.value * (1 + 1e-9)
    else:
        assert actual == pytest.approx(ratio.value)
