"""Figures and their words: marks, values, and what must not be there."""

import re

import pytest

from components import captions, charts, listings, measures
from components.dataset import load
from components.measures.steps import (
    steps,
)

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def texts(figure):
    """Return every text that a figure shows: hovers, labels, annotations, ticks."""
    found = [note.text or "" for note in figure.layout.annotations]
    for trace in figure.data:
        for part in (trace.text, trace.hovertext, trace.name):
            found += (
                [part]
                if isinstance(part, str)
                else [*(part if part is not None else [])]
            )
    return [text for text in found if text]


def test_bars_start_at_zero_and_hold_the_values(dataset):
    figure = charts.by_step(steps(dataset), logarithmic=False, palette=charts.LIGHT)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [bar.x[0] for bar in bars] == [200e6, 1e9, 30e6, 4e9]
    assert figure.layout.xaxis.range[0] == 0
    assert figure.layout.yaxis.visible is False


def test_a_target_is_open_and_dashed_and_a_report_filled(dataset):
    figure = charts.by_step(steps(dataset), logarithmic=False, palette=charts.LIGHT)
    bars = {bar.name: bar.marker.color for bar in figure.data if bar.type == "bar"}
    assert bars["target"] == "rgba(0,0,0,0)"
    assert bars["reported"] == charts.LIGHT.reported
    assert [shape.line.dash for shape in figure.layout.shapes] == ["dash"]


def test_a_lower_bound_points_onward(dataset):
    figure = charts.by_step(steps(dataset), logarithmic=False, palette=charts.LIGHT)
    marks = [trace for trace in figure.data if trace.type == "scatter"]
    assert [(mark.x[0], mark.marker.symbol) for mark in marks] == [
        (1e9, "triangle-right-open")
    ]


def test_a_logarithmic_step_axis_has_marks_and_no_bars(dataset):
    figure = charts.by_step(steps(dataset), logarithmic=True, palette=charts.DARK)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert figure.layout.xaxis.type == "log"
    assert [trace.marker.symbol for trace in figure.data] == [
        "circle",
        "triangle-right-open",
        "square",
        "diamond-open",
    ]


def test_every_bar_is_labelled_with_value_and_period(dataset):
    figure = charts.by_step(steps(dataset), logarithmic=False, palette=charts.LIGHT)
    labels = [note.text for note in figure.layout.annotations]
    assert labels[0] == "Reported · 2019<br><b>$200 million</b>"
    assert labels[3] == "First target · no deadline given<br><b>$4 billion</b>"


def test_the_alternative_text_states_the_takeaway_with_its_caveat(dataset):
    alt = captions.trajectory_alt(steps(dataset), axis="By step", scale="Linear")
    assert "at least 25 % of it" in alt
    assert "no period was stated for over $1 billion or $4 billion" in alt
    assert "Recorded beside the rest: not comparable as stated" in alt
    for value in ("$200 million", "over $1 billion", "$30 million", "$4 billion"):
        assert value in alt


def test_the_alternative_text_follows_the_data(package):
    change = lambda rows: rows["readings"][5].update(value="2000000000")  # noqa: E731
    found = steps(load(package(change)))
    alt = captions.trajectory_alt(found, axis="By step", scale="Linear")
    assert "at least 50 % of it" in alt
    assert "25 %" not in alt


def test_each_reading_of_a_fact_is_a_dot_and_the_headline_filled(dataset):
    readings = measures.readings_of(dataset, ["latest"])
    headline = measures.headline_of(dataset, readings)
    figure = charts.dot_strip(readings, headline, dataset, palette=charts.LIGHT)
    (dots,) = figure.data
    assert list(zip(dots.x, dots.marker.symbol, dots.customdata, strict=True)) == [
        (1e9, "triangle-right", "latest-1"),
        (900e6, "circle-open", "latest-2"),
    ]
    labels = [note.text for note in figure.layout.annotations]
    assert labels[0] == "<b>over $1 billion</b> (headline) · The Gazette"
    alt = captions.voices_alt(readings, headline)
    assert "2 readings, over $1 billion and about $900 million" in alt


def test_counts_have_an_axis_of_counts(dataset):
    readings = measures.readings_of(dataset, ["papers"])
    figure = charts.dot_strip(readings, readings[0], dataset, palette=charts.LIGHT)
    assert not any("$" in tick for tick in figure.layout.xaxis.ticktext)


def test_each_state_of_evidence_has_a_shape_and_a_word(dataset):
    figure = charts.evidence(dataset.evidence, palette=charts.DARK)
    shapes = {trace.name: trace.marker.symbol for trace in figure.data}
    assert len(set(shapes.values())) == len(shapes) == 5
    found = {t.name: list(t.x) for t in figure.data if len(t.x)}
    assert found == {
        "reported": [2020],
        "looked for, nothing found": [2019],
        "not checked": [2021],
    }
    assert "1 reported, 0 not reported" in captions.evidence_counts(dataset.evidence)


def test_markup_in_the_data_stays_text(package):
    def change(rows):
        rows["readings"][0]["period_label"] = "<b>2019</b>"
        rows["events"][0]["title"] = "<a href='javascript:x'>Visit</a>"

    loaded = load(package(change))
    figure = charts.by_step(steps(loaded), logarithmic=False, palette=charts.LIGHT)
    assert "&lt;b&gt;2019&lt;/b&gt;" in figure.layout.annotations[0].text


@pytest.mark.parametrize(("by", "axis"), [("Year", "y"), ("Field", "x")])
def test_agreements_are_bars_with_their_numbers(dataset, by, axis):
    counts = (
        listings.agreements_by_year(dataset.agreements)
        if by == "Year"
        else listings.agreements_by_field(dataset.agreements)
    )
    bar = charts.agreements(counts, by=by, palette=charts.LIGHT).data[0]
    assert list(bar[axis]) == counts.to_list()
    assert str(int(counts.max())) in bar.text
    assert str(int(counts.sum())) in captions.agreements_alt(counts, by)


def test_colours_are_those_of_the_theme():
    import tomllib
    from pathlib import Path

    config = tomllib.loads(
        (Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text("utf-8")
    )["theme"]
    for palette, name in ((charts.LIGHT, "light"), (charts.DARK, "dark")):
        theme = config[name]
        assert palette.reported == theme["primaryColor"]
        assert palette.ground == theme["backgroundColor"]
        assert palette.target == theme["orangeTextColor"]
        assert palette.quiet == theme["grayTextColor"]
