"""The timeline: lanes by kind, on the years of the trajectory."""

from datetime import date

import pytest
from invented import agreement, claimed, event, record

from components.charts import over_time, timeline
from components.charts.style import LIGHT
from components.view import View

TODAY = date(2016, 5, 1)
EVENTS = [
    event("2010-02-03", kind="visit", short="The visit"),
    event("2011", kind="supply"),
    event("2012-05", kind="supply", mechanism="reported", title="Wool for tin"),
    event("", kind="visit"),
]


@pytest.fixture
def pair(tmp_path):
    return record(
        tmp_path, claimed(1, 2009), events=EVENTS, agreements=[agreement("2013-04-05")]
    )


def lanes(chart):
    return {lane.title: [item.key for item in lane.happenings] for lane in chart.lanes}


def test_how_the_two_trade_comes_first_and_agreements_last(pair):
    assert lanes(timeline.info(pair, (), TODAY)) == {
        "How the two trade: barter, swaps, finance": ["e3"],
        "Visit": ["e1"],
        "Supply": ["e2"],
        "Agreements": ["a1"],
    }


def test_a_choice_of_kinds_leaves_only_these(pair):
    assert lanes(timeline.info(pair, ("supply",), TODAY)) == {
        "How the two trade: barter, swaps, finance": ["e3"],
        "Supply": ["e2"],
    }


def test_its_years_are_those_of_the_trajectory(pair):
    trajectory = over_time.info(pair, View(axis="time"), TODAY)
    assert timeline.info(pair, (), TODAY).years == trajectory.years


def test_nothing_dated_of_a_kind_draws_nothing(tmp_path):
    pair = record(tmp_path, claimed(1, 2009), events=[event("", kind="visit")])
    assert timeline.info(pair, ("visit",), TODAY) is None


def test_lanes_lie_below_each_other_and_the_drawing_holds_them(pair):
    chart = timeline.info(pair, (), TODAY)
    heights = [lane.y for lane in chart.lanes]
    assert heights == sorted(heights)
    assert len(set(heights)) == 4
    figure = timeline.draw(chart, LIGHT)
    assert figure.layout.yaxis.range == (chart.height, 0)
    assert any("The visit" in note.text for note in figure.layout.annotations)
