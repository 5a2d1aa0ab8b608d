"""How much one value is of another: percent below twice as much, times above."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.measures.bounds import Quantity
from components.words.ratios import as_much, change
from components.words.values import percent


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (Quantity(0.3, "at least"), "at least 30% of it"),
        (Quantity(0.5), "50% of it"),
        (Quantity(0.955), "96% of it"),
        (Quantity(1.0), "100% of it"),
        (Quantity(1.045, "about"), "about 104.5% of it"),
        (Quantity(1.13), "113% of it"),
        (Quantity(1.994), "199% of it"),
        (Quantity(1.996), "2 times it"),
        (Quantity(2.0), "2 times it"),
        (Quantity(5.16, "at least about"), "at least 5.2 times it"),
        (Quantity(0.0), "0% of it"),
    ],
)
def test_percent_below_twice_and_times_above(ratio, words):
    assert as_much(ratio, "it") == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (Quantity(1.0), "unchanged"),
        (Quantity(0.81), "to 81%"),
        (Quantity(1.13, "at most"), "to at most 113%"),
        (Quantity(2.0), "2 times"),
        (Quantity(5.16, "at least about"), "at least 5.2 times"),
        (Quantity(0.36, "at most about"), "to at most 36%"),
        (Quantity(1.0, "at least"), "to at least 100%"),
        (Quantity(16000.0), "16,000 times"),
    ],
)
def test_a_change_is_given_the_same_way(ratio, words):
    assert change(ratio) == words


@given(st.floats(0.001, 0.99))
def test_what_rose_by_a_percentage_came_to_that_and_a_hundred(rise):
    grown = percent(Quantity(rise)).removesuffix("%")
    whole = as_much(Quantity(1 + rise), "it").removesuffix("% of it")
    assert float(whole) == pytest.approx(100 + float(grown), abs=1e-9)
