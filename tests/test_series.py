"""Frames to draw: what lies where in time."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import series
from components.dataset import load


def test_readings_lie_where_their_periods_are(dataset):
    frame = series.trajectory(dataset).set_index("reading_id")
    assert str(frame.loc["base-1", "start"].date()) == "2019-01-01"
    assert str(frame.loc["base-1", "end"].date()) == "2019-12-31"
    assert frame.loc["latest-1", "start"] == frame.loc["latest-1", "end"]
    assert pd.isna(frame.loc["latest-2", "end"])
    assert frame["headline"].to_dict()["latest-2"] is False
    assert "papers-1" not in frame.index


def test_an_undated_target_has_no_place_in_time(dataset):
    frame = series.trajectory(dataset)
    assert (
        frame.loc[frame["series"].eq("target"), ["start", "end"]].isna().all(axis=None)
    )


def test_a_dated_target_lies_at_its_deadline(package):
    folder = package(lambda rows: rows["readings"][5].update(deadline="2030"))
    frame = series.trajectory(load(folder)).set_index("reading_id")
    assert str(frame.loc["goal-1", "end"].date()) == "2030-12-31"
    assert frame.loc["goal-1", "start"] == frame.loc["goal-1", "end"]


def test_years_without_a_record_are_runs(dataset):
    assert series.unrecorded_years(dataset) == [(2019, 2019), (2021, 2021)]


def time_range(dataset, until=None):
    return series.time_range(dataset, series.trajectory(dataset), until)


def test_the_time_axis_covers_readings_and_events(dataset):
    first, last = time_range(dataset)
    assert first < pd.Timestamp("2019-01-01")
    assert last > pd.Timestamp("2021-03-05")


def test_nothing_dated_has_no_time_axis(package):
    def change(rows):
        rows["events"].clear()
        for row in rows["readings"]:
            row.update(period_start="", period_end="")

    assert time_range(load(package(change))) is None


def gaps_of(dataset):
    return series.gaps(dataset, series.trajectory(dataset))


def test_a_year_before_the_data_does_not_lengthen_the_axis(dataset):
    assert time_range(dataset, 1950) == time_range(dataset)
    assert time_range(dataset, 2050)[1].year >= 2050


def test_a_gap_starts_where_the_last_recorded_period_ends(package):
    def change(rows):
        rows["readings"][3]["period_end"] = rows["readings"][4]["period_end"] = (
            "2021-03-20"
        )

    found = gaps_of(load(package(change)))
    assert [(str(start.date()), checked) for start, _, checked in found] == [
        ("2019-01-01", True),
        ("2021-03-20", False),
    ]


def test_few_decades_have_ticks_between():
    assert series.axis_ticks((3e9, 6e10), logarithmic=True) == [5e9, 1e10, 2e10, 5e10]


def test_the_highest_value_of_a_cluster_is_an_unquestioned_one():
    frame = pd.DataFrame({"value": [1.0, 3.0, 9.0], "questioned": [False, False, True]})
    assert series.highest(frame)["value"].to_list() == [3.0]
    assert series.highest(frame.tail(1))["value"].to_list() == [9.0]


@pytest.mark.parametrize(
    ("view", "recorded", "shown"),
    [
        ("Actual", True, ("reported", "recorded")),
        ("Actual", False, ("reported",)),
        ("Target", True, ("target", "recorded")),
        ("Target", False, ("target",)),
        ("Actual and target", True, ("reported", "target", "recorded")),
    ],
)
def test_each_view_shows_its_series(view, recorded, shown):
    assert series.series_shown(view, recorded) == shown


def test_linear_ticks_start_at_zero_and_are_round():
    ends = series.axis_range([20e9, 0], logarithmic=False)
    assert ends[0] == 0
    assert series.axis_ticks(ends, logarithmic=False) == [0, 5e9, 10e9, 15e9, 20e9]


def test_logarithmic_ticks_are_powers_of_ten():
    ends = series.axis_range([816e3, 20e9, 0], logarithmic=True)
    assert series.axis_ticks(ends, logarithmic=True) == [1e5, 1e6, 1e7, 1e8, 1e9, 1e10]


@given(st.lists(st.floats(0, 1e13), max_size=5), st.booleans())
def test_every_axis_holds_its_values_and_has_ticks(values, logarithmic):
    values = [round(value) for value in values]
    low, high = series.axis_range(values, logarithmic)
    assert low < high
    assert all(low <= value <= high for value in values if value > 0)
    assert series.axis_ticks((low, high), logarithmic)


def test_clusters_part_where_years_lie_between():
    days = pd.to_datetime(["2001-01-01", "2002-01-01", "2010-01-01"])
    frame = pd.DataFrame({"start": days, "end": days})
    assert [len(group) for group in series.clusters(frame)] == [2, 1]
