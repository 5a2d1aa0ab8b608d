"""The time axis: what it reaches, what stands on it, and partial dates on it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import agreement, claimed, event, published, reading, record, target

from components.charts import timeaxis
from components.charts.timeaxis import NARROWEST, Years, inside_its_year, span

TODAY = date(2016, 5, 1)


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2014-07-03", date(2014, 7, 3), date(2014, 7, 3)),
    ],
)
def test_a_partial_date_is_all_the_days_that_it_allows(partial, first, last):
    days = span(partial)
    assert (days.first, days.last) == (first, last)
    assert days.is_day is (first == last)


def test_a_value_lies_where_its_period_does_else_on_the_day_it_was_said():
    part = reading(1, period_start="2019-03-21", period_end="2019-11")
    assert timeaxis.span_of(part) == span("2019-03-21", "2019-11-30")
    day = reading(1, period_start="", period_end="2019-11-05")
    assert timeaxis.span_of(day) == span("2019-11-05")
    said = reading(1, period_start="", period_end="", stated_on="2020-01")
    assert timeaxis.span_of(said) == span("2020-01")
    nowhere = reading(1, period_start="", period_end="", stated_on="")
    assert timeaxis.span_of(nowhere) is None


def test_the_axis_holds_all_that_is_dated_and_today(tmp_path):
    axis = timeaxis.years(
        record(
            tmp_path,
            claimed(1, 2005),
            published(1, 2004),
            target(9, deadline="2018", step="1"),
            events=[event("2003-02")],
            agreements=[agreement("2002")],
        ),
        TODAY,
    )
    assert axis.first < date(2002, 1, 1)
    assert axis.last > date(2018, 12, 31)
    assert axis.holds(TODAY)


def test_today_far_beyond_everything_does_not_crowd_the_rest(tmp_path):
    axis = timeaxis.years(record(tmp_path, claimed(1, 1970), claimed(2, 1974)), TODAY)
    assert not axis.holds(TODAY)
    assert axis.last.year == 1975


def test_the_axis_reaches_the_readers_year(tmp_path):
    pair = record(tmp_path, claimed(1, 2005), target(9))
    assert timeaxis.years(pair, TODAY, 2040).holds(date(2040, 12, 31))
    assert not timeaxis.years(pair, TODAY).holds(date(2040, 12, 31))


def test_nothing_dated_has_no_axis(tmp_path):
    only = claimed(1, 2005, period_start="", period_end="", stated_on="")
    assert timeaxis.years(record(tmp_path, only), TODAY) is None


@given(
    st.dates(date(1800, 1, 1), date(2050, 1, 1)),
    st.integers(400, 60_000),
)
def test_the_names_of_years_have_room_and_are_not_cut(first, days):
    axis = Years(first, min(first + timedelta(days=days), date(2200, 1, 1)))
    places = [axis.px(day) for day, _ in axis.ticks]
    assert all(b - a >= timeaxis.TICK_ROOM * 0.99 for a, b in pairwise(places))
    assert all(0 <= x <= NARROWEST + 6 - timeaxis.YEAR_NAME for x in places)
    assert all(day == date(int(name), 1, 1) for day, name in axis.ticks)


@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.integers(1, 60),
    st.integers(1, 12),
)
def test_a_mark_lies_inside_its_year_or_in_its_middle(day, span_years, half):
    axis = Years(date(1985, 1, 1), date(1985 + 46 + span_years, 1, 1))
    place = inside_its_year(day, axis, half)
    assert place.year == day.year
    start, end = axis.px(date(day.year, 1, 1)), axis.px(date(day.year + 1, 1, 1))
    x = axis.px(place)
    if end - start >= 2 * half + 1:
        assert start <= x - half + 0.2
        assert x + half <= end + 0.2
    else:
        assert abs(x - (start + end) / 2) < 1
