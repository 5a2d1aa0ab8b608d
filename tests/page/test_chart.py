"""A finished chart is the figure that was drawn, small, and drawn once."""

from datetime import date
from types import SimpleNamespace

import plotly.graph_objects as go
import pytest

from components.charts.style import DARK, LIGHT
from components.charts.trajectory import drawing
from components.dataset import load
from components.measures.record import Record
from components.page import cache
from components.page.chart import Finished
from components.page.kept import Kept, weight
from components.panels import timeline, track, trajectory, voices
from components.view import AXES, View

TODAY = date(2022, 1, 1)


@pytest.fixture
def record(package):
    return Record(load(package()))


@pytest.mark.parametrize("axis", AXES)
def test_it_is_the_figure_in_less_memory(record, axis):
    figure = drawing(record, View(axis=axis), LIGHT, TODAY).figure
    finished = Finished(figure)
    assert finished.to_dict() == figure.to_dict()
    assert finished.to_dict() is finished.to_dict()
    assert weight(finished) < weight(figure)


@pytest.fixture
def charts(monkeypatch):
    found = Kept(20_000, weight)
    monkeypatch.setattr(cache, "_MADE", found)
    return found


def of_state(state):
    return SimpleNamespace(dataset=SimpleNamespace(state=state))


def test_a_view_is_made_once_for_a_version_of_the_data_and_a_choice(charts):
    made = []

    @cache.made_once
    def drawn(record, view, palette, *, on):
        made.append((record.dataset.state, view, palette, on))
        return len(made)

    asked = [
        (of_state(state), view, palette, on)
        for state in "ab"
        for view in (View(), View("target"))
        for palette in (LIGHT, DARK)
        for on in (TODAY, date(2022, 1, 2))
    ]
    first = [drawn(*choice, on=on) for *choice, on in asked]
    assert first == [*range(1, 17)]
    assert [drawn(*choice, on=on) for *choice, on in asked] == first
    assert len(made) == 16


def test_two_that_draw_share_the_room_and_not_what_is_in_it(charts):
    one = cache.made_once(lambda record: "one")

    @cache.made_once
    def other(record):
        return "other"

    assert (one(of_state("a")), other(of_state("a"))) == ("one", "other")


def test_however_many_views_are_asked_for_the_bound_holds(charts):
    @cache.made_once
    def drawn(record, number):
        return [number] * 100

    for number in range(200):
        assert drawn(of_state("a"), number) == [number] * 100
        assert charts.size <= 20_000
    assert charts.size > 15_000


def test_every_chart_of_the_page_is_drawn_within_the_bound():
    for drawn in (
        trajectory.drawn,
        track.drawn,
        timeline._drawn,
        voices._heard,
        voices._grid,
    ):
        assert hasattr(drawn, "__wrapped__")
        assert not hasattr(drawn, "clear")  # as Streamlit's caches have


def test_an_empty_figure_stays_empty():
    assert Finished(go.Figure()).to_dict()["data"] == []
