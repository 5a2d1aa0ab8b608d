"""A figure with its words: on the page, and on paper."""

import pytest
from test_archive import assumed

from components import charts, figures, measures, series
from components.figures import View


def test_the_default_view_is_the_one_that_the_page_opens_with():
    view = View()
    assert (view.view, view.axis, view.scale) == (
        "Actual and target",
        "By step",
        "Linear",
    )
    assert view.shown == ("reported", "target", "recorded")


def test_a_name_says_what_is_left_out_and_whose_year_it_is(dataset):
    view = View(recorded=False, assumption=assumed(dataset))
    assert view.name == (
        "Actual and target, by step, linear scale, without recorded statistics, "
        "2030: year chosen by the reader"
    )


def test_a_view_without_a_value_has_no_figure(dataset):
    steps = [
        step for step in measures.steps(dataset) if step.total.series == "reported"
    ]
    view = View(view="Target", recorded=False)
    assert figures.trajectory(dataset, steps, view, charts.LIGHT) is None


@pytest.mark.parametrize("axis", series.AXES)
def test_on_paper_title_caveats_and_foot_are_inside(dataset, axis):
    view = View(axis=axis, assumption=assumed(dataset))
    found = figures.trajectory(dataset, measures.steps(dataset), view, charts.PRINT)
    chart = figures.for_print(found, head=["A title"], foot=["Sources: The Gazette."])
    words = chart.layout.title.text.replace("<br>", " ")
    assert "Recorded beside the rest: not comparable" in words
    assert "Assumption, not data (year chosen by the reader)" in words
    assert words.endswith("Sources: The Gazette.")
    assert any("A title" in note.text for note in chart.layout.annotations)
    assert chart.layout.paper_bgcolor == "#ffffff"
    assert chart.layout.height > found.chart.layout.height
    assert "A title" not in str(found.chart.layout)


def test_markup_in_a_title_stays_text_on_paper(dataset):
    found = figures.trajectory(dataset, measures.steps(dataset), View(), charts.PRINT)
    chart = figures.for_print(found, head=["<b>x</b>"], foot=["<a href='y'>z</a>"])
    assert "&lt;a href='y'&gt;" in chart.layout.title.text
    assert any("&lt;b&gt;" in note.text for note in chart.layout.annotations)


def test_sources_are_named_once(dataset):
    found = figures.trajectory(
        dataset, measures.steps(dataset), View(axis="Over time"), charts.LIGHT
    )
    assert found.source_ids == ("gazette", "office")
