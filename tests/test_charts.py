"""Figures and their words: marks, values, and what must not be there."""

import re

import pandas as pd
import pytest

from components import captions, charts, measures, series
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


def over_time(dataset, view="Actual and target", recorded=True, logarithmic=True):
    shown = series.series_shown(view, recorded)
    frame = series.trajectory(dataset)
    placed = frame[frame["series"].isin(shown) & frame["end"].notna()]
    drawn = [step for step in steps(dataset) if step.total.series in shown]
    return charts.over_time(
        drawn,
        placed,
        dataset,
        ends=series.time_range(dataset, frame),
        logarithmic=logarithmic,
        palette=charts.LIGHT,
    )


def timeline(dataset, dated):
    ends = series.time_range(dataset, series.trajectory(dataset))
    return charts.timeline(dated, ends=ends, palette=charts.LIGHT)


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


@pytest.mark.parametrize("logarithmic", [False, True])
def test_an_undated_target_shows_no_year_anywhere(dataset, logarithmic):
    by_step = charts.by_step(
        [step for step in steps(dataset) if step.total.series == "target"],
        logarithmic=logarithmic,
        palette=charts.LIGHT,
    )
    in_time = over_time(dataset, "Target", False, logarithmic)
    for figure in (by_step, in_time):
        shown = " ".join(texts(figure))
        assert "$4 billion" in shown
        assert not YEAR.search(shown)
    assert in_time.layout.xaxis.visible is False
    assert not in_time.data
    assert {shape.xref for shape in in_time.layout.shapes} == {"paper"}


@pytest.mark.parametrize("axis", series.AXES)
def test_the_alternative_text_of_targets_has_no_year(dataset, axis):
    targets = [step for step in steps(dataset) if step.total.series == "target"]
    alt = captions.trajectory_alt(targets, axis=axis, scale="Linear")
    assert "$4 billion" in alt
    assert not YEAR.search(alt)


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


def test_recorded_values_are_squares_that_no_line_joins(dataset):
    figure = over_time(dataset)
    lines = [t for t in figure.data if t.mode == "lines"]
    assert lines
    for line in lines:
        assert list(line.x[2::3]) == [None] * (len(line.x) // 3)
    marks = {t.name: t for t in figure.data if t.mode and "markers" in t.mode}
    assert marks["Recorded: Aland to Beeland"].marker.symbol == ("square",)
    assert list(marks["Recorded: Aland to Beeland"].y) == [30e6]


def test_a_recorded_zero_stands_as_0_on_a_logarithmic_axis(dataset):
    figure = over_time(dataset, logarithmic=True)
    zeros = [t for t in figure.data if t.mode == "text"]
    assert [t.text for t in zeros] == ["0"]
    assert "$0" in zeros[0].hovertext[0]
    linear = over_time(dataset, logarithmic=False)
    assert not [t for t in linear.data if t.mode == "text"]


def test_over_is_an_open_triangle_with_its_sign(dataset):
    figure = over_time(dataset, recorded=False)
    reported = next(t for t in figure.data if t.name == "Reported")
    mark = reported.text.index("≥ $1bn")
    assert reported.marker.symbol[mark] == "triangle-up-open"


def test_a_figure_by_a_third_party_is_not_drawn_as_an_officials(package):
    change = lambda rows: rows["readings"][0].update(side="third party")  # noqa: E731
    names = {t.name for t in over_time(load(package(change))).data}
    assert "Reported, not by an official" in names


def test_years_without_a_record_are_shaded_and_said(dataset):
    figure = over_time(dataset)
    labels = ("no value found", "no value found,<br>not all checked")
    assert set(labels) <= set(texts(figure))
    assert not set(labels) & set(texts(over_time(dataset, recorded=False)))


def test_recorded_values_are_labelled_against_the_targets(dataset):
    assert "up to $30m" in texts(over_time(dataset, logarithmic=False))


def test_a_questioned_value_is_marked_and_not_the_label_of_its_group(package):
    def change(rows):
        rows["readings"][3].update(questioned="true", note="Doubtful: far too high.")
        rows["readings"][4].update(value="2000000")

    figure = over_time(load(package(change)))
    assert "up to $2m" in texts(figure)
    assert "?" in texts(figure)
    assert any("Doubtful: far too high." in text for text in texts(figure))


def test_a_rival_value_is_labelled_under_a_headline_that_lies_on_top(package):
    def change(rows):
        rows["readings"][2].update(period_end="2021-03-05", value="2000000000")

    figure = over_time(load(package(change)), recorded=False)
    names = [t.name for t in figure.data if t.mode and "markers" in t.mode]
    assert names == ["Reported: other readings", "Reported"]
    assert "≈ $2bn" in texts(figure)


def test_the_key_names_the_marks_that_are_drawn():
    note = captions.marks_note(
        ("target",), axis="By step", scale="Logarithmic", undated=True
    )
    assert note == (
        "Open diamond: a target, an official aims at it; no deadline given, so it has "
        "no place in time."
    )


def test_an_exported_picture_has_a_ground_of_its_own(dataset):
    figure = over_time(dataset)
    assert figure.layout.paper_bgcolor == charts.LIGHT.ground


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


def test_every_mark_names_its_reading(dataset):
    step = charts.by_step(steps(dataset), logarithmic=False, palette=charts.LIGHT)
    assert {trace.customdata[0] for trace in step.data} == {
        *("base-1", "latest-1", "out-1", "goal-1")
    }
    marks = [t for t in over_time(dataset).data if t.mode and t.mode != "lines"]
    assert marks
    for trace in marks:
        assert len(trace.customdata) == len(trace.x)


def test_markup_in_the_data_stays_text(package):
    def change(rows):
        rows["readings"][0]["period_label"] = "<b>2019</b>"
        rows["events"][0]["title"] = "<a href='javascript:x'>Visit</a>"

    loaded = load(package(change))
    figure = charts.by_step(steps(loaded), logarithmic=False, palette=charts.LIGHT)
    assert "&lt;b&gt;2019&lt;/b&gt;" in figure.layout.annotations[0].text


def test_drawing_leaves_the_data_unchanged(dataset):
    before = dataset.readings.copy()
    over_time(dataset)
    assert dataset.readings.equals(before)


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


def test_a_zero_that_was_reported_stands_on_the_bottom_line(package):
    loaded = load(package(lambda rows: rows["readings"][0].update(value="0")))
    zeros = [t for t in over_time(loaded).data if t.mode == "text"]
    assert {t.customdata[0] for t in zeros} == {"base-1", "back-1"}


def test_a_crowd_of_marks_is_thinned_and_the_steps_come_first(dataset):
    frame = series.trajectory(dataset)
    row = frame[frame["reading_id"].eq("out-1")]
    many = pd.concat([row.assign(fact_id=f"x{n}") for n in range(2000)] + [frame])
    many = many.reset_index(drop=True)
    kept = series.thinned(many, steps(dataset))
    assert series.MOST_MARKS / 2 < len(kept) <= series.MOST_MARKS
    assert set(frame["reading_id"]) <= set(kept["reading_id"])
    assert series.thinned(frame, steps(dataset)) is frame
    assert captions.thinned(300, 2008) == (
        "300 of 2,008 values with a place in time are drawn, those of the steps "
        "first; the table of readings has all."
    )
