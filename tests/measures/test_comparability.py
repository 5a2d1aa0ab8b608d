"""Measures on cases worked by hand, and what must hold for any value."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.dataset import load
from components.measures import gap_to_target, share_of_target  # TODO
from components.measures.bounds import (
    Quantity,
    difference,
    quotient,
)
from components.measures.comparability import (
    compare,
)
from components.measures.readings import (
    Reading,
    days_covered,
    distinct_values,
    readings_of,
)
from components.measures.steps import (
    of_series,
    steps,
)
from components.measures.voices import (
    Voice,
    counts_that_disagree,
    facts_with_rivals,
    shared_voice,
)

BOUNDS = ("exact", "at least", "about", "at most")
YEAR = Reading(
    *("r1", "f1", "Trade", "reported", "USD", 100.0, "exact", "trade", "", ""),
    *("2020-01-01", "2020-12-31", "2020", "", "Jane Roe", "first economy"),
    *("2021", "Aville", "gazette", "", True, False, ""),
)
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
        (("at least", 3), ("at most", 10), Quantity(0.3, "at least")),
        (("at least", 3), ("at least", 10), None),
        (("at most", 3), ("at most", 10), None),
        (("exact", 3), ("exact", 0), None),
        (("exact", 1e10), ("exact", 1e-310), None),
    ],
)
def test_a_quotient_keeps_its_bound(numerator, denominator, expected):
    found = quotient(Quantity(*numerator[::-1]), Quantity(*denominator[::-1]))
    assert found == expected


def test_over_three_of_ten_is_at_least_thirty_per_cent_and_at_most_seven_to_go():
    latest = replace(YEAR, value=3e9, bound="at least")
    target = replace(YEAR, series="target", value=10e9)
    found = compare(latest, target)
    assert share_of_target(found) == Quantity(0.3, "at least")
    assert gap_to_target(found) == Quantity(7e9, "at most")


def test_a_passed_target_has_a_negative_gap():
    found = compare(YEAR, replace(YEAR, value=60.0))
    assert gap_to_target(found) == Quantity(-40.0, "exact")


@given(quantities, quantities)
def test_a_bound_is_never_lost(one, other):
    for found in (quotient(one, other), difference(one, other)):
        if found is not None and found.bound == "exact":
            assert one.bound == other.bound == "exact"


@given(quantities, quantities, st.floats(1, 10), st.floats(1, 10))
def test_every_value_that_the_bounds_allow_keeps_the_result(one, other, up, down):
    def allowed(item, factor):
        return {
            "at least": item.value * factor,
            "at most": item.value / factor,
        }.get(item.bound, item.value)

    found = quotient(one, other)
    if found is None:
        return
    actual = allowed(one, up) / allowed(other, down)
    if found.bound == "at least":
        assert actual >= found.value * (1 - 1e-9)
    elif found.bound == "at most":
        assert actual <= found.value * (1 + 1e-9)
    else:
        assert actual == pytest.approx(found.value)


@pytest.mark.parametrize(
    ("change", "kind", "reasons"),
    [
        ({}, "comparable", ()),
        (
            {"period_start": "2021-01-01", "period_end": "2021-12-31"},
            "comparable",
            (),
        ),
        (
            {"period_start": "2021-03-21", "period_end": "2022-03-20"},
            "comparable",
            (),
        ),
        ({"unit": "vehicles"}, "not comparable", ("unit",)),
        ({"concept": "non-oil goods"}, "not comparable", ("concept",)),
        ({"exporter": "AAA", "importer": "BBB"}, "not comparable", ("direction",)),
        ({"period_end": "2020-07-31"}, "not comparable", ("period length",)),
        ({"period_start": ""}, "comparable with caveat", ("period not stated",)),
        ({"questioned": True}, "comparable with caveat", ("questioned",)),
        (
            {"concept": "goods", "period_start": ""},
            "not comparable",
            ("concept", "period not stated"),
        ),
    ],
)
def test_like_is_compared_with_like(change, kind, reasons):
    for pair in ((YEAR, replace(YEAR, **change)), (replace(YEAR, **change), YEAR)):
        found = compare(*pair)
        assert (found.kind, found.reasons) == (kind, reasons)


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


def test_steps_stand_in_order_and_two_directions_are_added_up(dataset):
    found = steps(dataset)
    assert [step.number for step in found] == [1, 2, 3, 4]
    recorded = found[2]
    assert (recorded.total.value, recorded.total.exporter) == (30e6, "")
    assert [part.reading_id for part in recorded.parts] == ["out-1", "back-1"]
    assert [other.reading_id for other in found[1].others] == ["latest-2"]
    assert [step.number for step in of_series(found, "target")] == [4]


def test_a_voice_is_one_speaker_on_one_day_and_the_rest_is_independent():
    later = replace(YEAR, stated_on="2022")
    other = replace(YEAR, stated_by="John Doe")
    assert shared_voice([YEAR, YEAR]) == Voice("Jane Roe", "2021", 2, 2, 2)
    assert shared_voice([YEAR, other, YEAR, YEAR]) == Voice("Jane Roe", "2021", 3, 3, 4)
    assert shared_voice([YEAR, later]) is None
    assert shared_voice([YEAR]) is None
    assert shared_voice([]) is None


def test_facts_with_rivals_start_with_the_disputed(package):
    def change(rows):
        twin = {**rows["readings"][0], "reading_id": "base-2"}
        rows["readings"].append(twin)

    found = facts_with_rivals(load(package(change)))
    assert list(found.values()) == ["latest", "papers", "base"]


def test_counts_that_disagree_keep_both_and_start_with_the_headline(dataset):
    groups = counts_that_disagree(dataset)
    assert [[reading.value for reading in group] for group in groups] == [[7, 9]]


def test_values_are_neither_averaged_nor_dropped(dataset):
    values = distinct_values(readings_of(dataset, ["latest"]))
    assert values == [Quantity(900e6, "about"), Quantity(1e9, "at least")]
