"""Growth on cases worked by hand, and what must hold for any value."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import claimed, published, reading, record, target

from components.measures.bounds import Quantity
from components.measures.growth import (
    age,
    is_from_low_base,
    low_base,
    paces,
    path,
    published_growths,
    required_growth,
    years_until,
)

CLAIM = reading(3e9, 2023, bound="at least", period_start="", period_end="2023-06-12")
BASE = reading(600e6, 2021)
AIM = reading(
    *(10e9, 2015),
    reading_id="t",
    series="target",
    period_start="",
    period_end="",
    stated_on="2015-06-01",
)
A_TO_B = {"exporter": "AAA", "importer": "BBB"}
B_TO_A = {"exporter": "BBB", "importer": "AAA"}
positive = st.floats(1e3, 1e12)


@pytest.mark.parametrize(
    ("aim", "years", "percent"),
    [
        (10e9, 7, 18.8),
        (10e9, 12, 10.6),
        (10e9, 17, 7.3),
        (20e9, 7, 31.1),
        (20e9, 12, 17.1),
        (20e9, 17, 11.8),
    ],
)
def test_required_growth_from_three_billion(aim, years, percent):
    assert round(required_growth(3e9, aim, years) * 100, 1) == percent
    required = path(CLAIM, replace(AIM, value=aim), years)
    assert round(required.rate.value * 100, 1) == percent
    assert required.rate.bound == required.per_year.bound == "at most"


@given(positive, positive, st.floats(0.9, 100))
def test_growing_at_the_required_rate_gives_the_target(start, aim, years):
    rate = required_growth(start, aim, years)
    assert start * (1 + rate) ** years == pytest.approx(aim, rel=1e-6)


@pytest.mark.parametrize(("start", "years"), [(0, 5), (-1, 5), (1, 0), (1, -3)])
def test_growth_needs_a_positive_start_and_time(start, years):
    with pytest.raises(ValueError, match="growth needs"):
        required_growth(start, 10, years)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        # Yearly amounts count year to year.
        (reading(1, 2023), "2030", 7),
        (CLAIM, "2030", 7),
        (
            reading(1, 2023, period_start="2022-03-21", period_end="2023-03-20"),
            "2030",
            7,
        ),
        (reading(1, 2023, period_start="2023", period_end="2023"), "2030", 7),
        (reading(1, 2023), "2023", 0),
        (reading(1, 2023), "2020", -3),
        # To a day or a month, days are counted: 365.2425 make a year.
        (reading(1, 2023), "2024-12-31", 366 / 365.2425),
        (reading(1, 2023), "2024-11", 335 / 365.2425),
        (reading(1, 2023), "2023-12-31", 0),
        (CLAIM, "2024-06-12", 366 / 365.2425),
        # From a part of a year too; a bare year ends on 31 December.
        (reading(1, 2023, period_end="2023-08-31"), "2024", 488 / 365.2425),
        # Without a period, from the day of the statement; without that, from none.
        (reading(1, 0, period_start="", period_end="", stated_on="2023"), "2030", 7),
        (reading(1, 0, period_start="", period_end="", stated_on=""), "2030", None),
    ],
)
def test_years_from_a_start_to_a_date(start, end, years):
    assert years_until(start, end) == (pytest.approx(years) if years else years)


def test_a_deadline_eleven_months_ahead_is_ahead_and_takes_growth():
    years = years_until(CLAIM, "2024-05-12")
    assert 0.9 < years < 1
    required = path(CLAIM, AIM, years)
    # 10 / 3 to the power of 1 / 0.9172 is 3.716.
    assert round(required.rate.value, 2) == 2.72


@pytest.mark.parametrize(
    ("start", "aim", "years"),
    [
        (CLAIM, AIM, 0),
        (CLAIM, AIM, -2),
        (CLAIM, AIM, 0.5),
        (CLAIM, AIM, 1 / 365),
        (CLAIM, replace(AIM, value=3e9), 5),
        (CLAIM, replace(AIM, value=1e9), 5),
        (replace(CLAIM, value=0.0), AIM, 5),
        (CLAIM, replace(AIM, bound="at least"), 5),
        (CLAIM, replace(AIM, concept="services"), 5),
        (CLAIM, replace(AIM, unit="barrels"), 5),
        (replace(CLAIM, **A_TO_B), AIM, 5),
    ],
)
def test_where_nothing_can_be_required_there_is_no_path(start, aim, years):
    assert path(start, aim, years) is None


def test_what_must_be_added_each_year():
    assert path(CLAIM, AIM, 7).per_year == Quantity(1e9, "at most")


def test_growth_as_claimed_is_a_lower_bound_where_the_value_is_one():
    (pace,) = paces([BASE], [CLAIM])
    assert pace.multiple == Quantity(5.0, "at least")
    assert pace.rate.bound == "at least"
    # From 31 December 2021 to 12 June 2023 are 528 days.
    assert pace.years == 1.45
    assert pace.rate.value == pytest.approx(2.0342, abs=1e-4)


@pytest.mark.parametrize(
    ("end", "other", "years"),
    [
        ("2021", "2023", 2),
        ("2021-03", "2022-03-20", 1),
        ("2021-03", "2022-03", 1),
        ("2021-03-31", "2022-03", 1),
        ("2021-03-20", "2023-03-20", 2),
        # Sixteen months and twelve days; December has no day that is known.
        ("2021-12", "2023-06-12", 1.5),
    ],
)
def test_the_years_between_two_claims(end, other, years):
    (pace,) = paces(
        [replace(BASE, period_start="", period_end=end)],
        [replace(CLAIM, period_end=other)],
    )
    assert pace.years == years


@pytest.mark.parametrize(
    "change",
    [
        {"concept": "services"},
        {"period_end": ""},
        {"period_end": "2022-06-01"},
        {"value": 0.0},
        {"bound": "at most"},
    ],
)
def test_claims_that_cannot_be_paired_have_no_rate(change):
    base = replace(BASE, bound="at most") if change.get("bound") else BASE
    assert paces([base], [replace(CLAIM, **change)]) == []


@given(
    st.lists(st.tuples(positive, st.integers(2023, 2030)), min_size=1, max_size=5),
    st.tuples(positive, st.integers(2023, 2030)),
)
def test_one_claim_more_never_narrows_the_range(known, more):
    def rates(cells):
        latest = [
            replace(CLAIM, value=value, period_end=f"{year}-06-01")
            for value, year in cells
        ]
        return [item.rate.value for item in paces([BASE], latest)]

    before, after = rates(known), rates([*known, more])
    assert min(after) <= min(before) + 1e-9
    assert max(after) >= max(before) - 1e-9


def test_published_growth_is_between_the_same_periods_of_one_body_a_year_apart():
    values = [
        reading(10.0, 2002, **A_TO_B),
        reading(15.0, 2003, **A_TO_B),
        reading(80.0, 2003, **B_TO_A),
        reading(90.0, 2003, concept="services", **A_TO_B),
        reading(95.0, 2003, stated_by="Another office", **A_TO_B),
        reading(700.0, 2006, **A_TO_B),
        reading(900.0, 2004, questioned=True, **A_TO_B),
        reading(0.0, 2001, **A_TO_B),
    ]
    (growth,) = published_growths(values)
    assert (growth.first.value, growth.second.value) == (10.0, 15.0)
    assert growth.rate == Quantity(0.5)
    assert growth.multiple == Quantity(1.5)
    assert growth.base == Quantity(10.0)


def test_parts_of_years_count_where_they_are_the_same_part():
    eight = {"period_start": "2020-03-20", "period_end": "2020-11-20"}
    before = {"period_start": "2019-03-21", "period_end": "2019-11-21"}
    seven = {"period_start": "2019-03-21", "period_end": "2019-10-22"}
    values = [reading(111.9, 2020, **eight), reading(10.0, 2019, **before)]
    (growth,) = published_growths(values)
    assert round(growth.multiple.value, 2) == 11.19
    assert not published_growths([values[0], reading(10.0, 2018, **seven)])


def test_the_fastest_published_growth_comes_first_and_falls_are_not_left_out():
    values = [reading(10.0, 2001), reading(5.0, 2002), reading(20.0, 2003)]
    growths = published_growths(values)
    assert [item.rate.value for item in growths] == [3.0, -0.5]


def test_a_stated_growth_gives_the_base_that_it_works_out_at():
    value = reading(118.1, 2022, **A_TO_B)
    stated = replace(value, reading_id="g", value=416.0, unit="percent")
    (growth,) = published_growths([stated, value])
    assert growth.stated is stated
    assert growth.first is None
    assert growth.rate == Quantity(4.16)
    assert growth.base.value == pytest.approx(22.89, abs=0.005)
    assert growth.base.bound == "exact"


@pytest.mark.parametrize(
    "change",
    [
        {"concept": "services"},
        B_TO_A,
        {"period_end": "2022-10-31"},
        {"questioned": True},
    ],
)
def test_a_stated_growth_of_something_else_gives_no_base(change):
    value = reading(118.1, 2022, **A_TO_B)
    stated = replace(value, reading_id="g", value=416.0, unit="percent", **change)
    assert published_growths([stated, value]) == []


def test_a_stated_growth_stands_with_the_value_of_its_own_speaker():
    rounded = reading(118.0, 2022, fact_id="f", stated_by="A newspaper")
    value = reading(118.1, 2022, fact_id="f")
    stated = reading(416.0, 2022, fact_id="g", unit="percent")
    for order in ([rounded, value], [value, rounded]):
        (growth,) = published_growths([*order, stated])
        assert growth.second is value


def test_a_bound_of_a_stated_growth_reaches_its_base():
    value = reading(150.0, 2022)
    stated = reading(50.0, 2022, fact_id="g", unit="percent", bound="at least")
    (growth,) = published_growths([value, stated])
    assert growth.base == Quantity(100.0, "at most")


def test_a_low_base_is_the_value_before_it_if_that_was_higher():
    value = reading(60.0, 2022)
    stated = reading(200.0, 2022, fact_id="g", unit="percent")  # from 20
    (growth,) = published_growths([value, stated])
    older, high, low = reading(500.0, 2018), reading(50.0, 2020), reading(10.0, 2020)
    part = reading(50.0, 2020, period_end="2020-08-31")
    assert low_base(growth, [older, high, value]) is high
    assert low_base(growth, [older, part, value]) is part
    assert low_base(growth, [older, low, value]) is None
    assert low_base(growth, [value]) is None
    for other in (
        replace(high, concept="services"),
        replace(high, **A_TO_B),
        replace(high, questioned=True),
        # The base's own year, and a span that is longer than a year.
        reading(50.0, 2021),
        reading(50.0, 2020, period_start="2018-01-01"),
    ):
        assert low_base(growth, [other, value]) is None


@pytest.mark.parametrize(
    ("base", "start", "is_low"),
    [
        (59.0, 600.0, True),
        (60.0, 600.0, False),
        (59.0, None, False),
        (0.5, 600.0, True),
    ],
)
def test_a_base_far_below_the_first_claim_is_low(base, start, is_low):
    rows = [reading(base, 2020), reading(base * 3, 2021)]
    (found,) = published_growths(rows)
    claim = None if start is None else reading(start, 2020, series="reported")
    assert is_from_low_base(found, rows, claim) == is_low
    # What was higher before is low whatever was claimed.
    assert is_from_low_base(found, [*rows, reading(base * 2, 2018)], claim)


def test_a_claim_in_another_unit_makes_no_base_low():
    rows = [reading(5.0, 2020), reading(15.0, 2021)]
    (found,) = published_growths(rows)
    assert not is_from_low_base(found, rows, reading(600.0, 2020, unit="EUR"))


def test_claims_are_paired_with_what_was_said_later_beside_the_steps(tmp_path):
    loaded = record(
        tmp_path,
        claimed(100, 2010, step="1"),
        claimed(400, 2012, step="2"),
        claimed(900, 2012, stated_on="2020"),
        claimed(700, 2012, concept="honey"),
        published(800, 2012),
    )
    assert [pair.rate.value for pair in loaded.claimed_paces] == [1.0, 2.0]


def test_one_claim_alone_did_not_grow(tmp_path):
    loaded = record(tmp_path, claimed(100, 2010, step="1"), claimed(400, 2012))
    assert loaded.claimed_paces == []
    assert loaded.growth_beside_claims is None


def test_published_growth_of_the_claims_time_is_that_of_the_largest_flow(tmp_path):
    loaded = record(
        tmp_path,
        claimed(100, 2010, step="1"),
        claimed(500, 2012, step="2"),
        published(10, 2011, **A_TO_B),
        published(20, 2012, **A_TO_B),
        published(1, 2011, **B_TO_A),
        published(9, 2012, **B_TO_A),
        published(10, 2014, **A_TO_B),
        published(90, 2015, **A_TO_B),
        published(1, 2011, concept="honey"),
        published(99, 2012, concept="honey"),
        target(900, step="3"),
    )
    assert loaded.growth_beside_claims.multiple.value == 2.0
    assert [item.multiple.value for item in loaded.published_growths] == [9.0, 9.0, 2.0]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 24), (3, 5)),
        (date(2026, 6, 12), (3, 0)),
        (date(2026, 6, 11), (2, 11)),
        (date(2023, 7, 11), (0, 0)),
        (date(2020, 1, 1), (0, 0)),
    ],
)
def test_the_age_of_a_statement_in_whole_years_and_months(today, expected):
    assert age("2023-06-12", today) == expected
