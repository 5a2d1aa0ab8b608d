"""What is drawn of required growth: every target, each told from the others."""

import math

import pytest
from invented import reading

from components.charts.growth import draw, info
from components.charts.style import DARK, LIGHT

START = reading(3e9, 2023, bound="at least")


def aim(number, value=10e9, **change):
    named = {"label": "The aim", "series": "target", "stated_on": "2023-06-12"}
    empty = {"period_start": "", "period_end": ""}
    return reading(value, 2023, reading_id=f"t{number}", **named | empty | change)


@pytest.mark.parametrize("number", [1, 2, 5, 12, 42])
def test_every_target_has_a_line_that_no_other_looks_like(number):
    chart = info(START, [aim(each) for each in range(number)], None)
    assert [line.reading_id for line in chart.lines] == [
        f"t{each}" for each in range(number)
    ]
    assert len({(line.dash, line.symbol) for line in chart.lines}) == number
    assert len({line.name for line in chart.lines}) == number


def test_a_line_holds_the_growth_of_each_span():
    (line,) = info(START, [aim(1)], None).lines
    rates = {years: rate for years, rate, _ in line.points}
    assert round(rates[7], 3) == 0.188
    assert max(rates) == 30
    assert line.points[4][2] == "at most 19% a year for 7 years"
    assert line.name == "$10 billion, no deadline"
    assert line.deadline is None


def test_the_readers_year_is_a_point_and_a_mark_that_says_whose_it_is():
    chart = info(START, [aim(1)], 2031)
    assert chart.readers == (8, "2031: your year")
    assert 8 in [years for years, _, _ in chart.lines[0].points]
    assert "2031: your year" in chart.alt
    assert info(START, [aim(1)], 2063).years == 40


@pytest.mark.parametrize("year", [None, 2023, 1990])
def test_without_a_year_after_the_start_nothing_is_marked(year):
    chart = info(START, [aim(1)], year)
    assert chart.readers is None
    assert "your year" not in chart.alt
    assert chart.years == 30


def test_a_year_of_the_reader_is_none_of_a_dated_target():
    chart = info(START, [aim(1, deadline="2033")], 2031)
    assert chart.readers is None
    years, power, label = chart.lines[0].deadline
    assert (years, label) == (10, "deadline: at most 13%")
    assert round(10**power, 3) == 0.128
    both = info(START, [aim(1, deadline="2033"), aim(2)], 2031)
    dated, undated = both.lines
    assert 8 not in [years for years, _, _ in dated.points]
    assert 8 in [years for years, _, _ in undated.points]


def test_a_target_to_which_no_growth_leads_has_no_line():
    passed, unlike = aim(1, 1e9), aim(2, concept="services")
    assert info(START, [passed, unlike], 2031) is None
    assert [line.reading_id for line in info(START, [passed, aim(3)], None).lines] == [
        "t3"
    ]


def test_growth_too_small_for_a_number_is_no_point():
    nearly = aim(1, math.nextafter(3e9, 4e9))
    chart = info(reading(3e9, 2023), [nearly], None)
    # Over thirty years it is less than a float can hold beside one.
    assert 30 not in [years for years, _, _ in chart.lines[0].points]
    assert all(rate > 0 for _, rate, _ in chart.lines[0].points)
    assert math.isfinite(sum(draw(chart, LIGHT).layout.yaxis.range))


def test_the_ticks_lie_between_the_ends_and_around_every_point():
    chart = info(START, [aim(1), aim(2, 20e9)], None)
    low, high = (10**end for end in chart.ends)
    assert len(chart.ticks) >= 4
    assert all(low <= tick <= high for tick, _ in chart.ticks)
    assert "10%" in [label for _, label in chart.ticks]
    for line in chart.lines:
        assert all(low < rate < high for _, rate, _ in line.points)


def test_the_alternative_text_begins_with_numbers_and_stays_short():
    chart = info(START, [aim(each, 1e10 + each * 1e9) for each in range(9)], 2031)
    assert len(chart.alt.split()) <= 80
    assert "6 more in the table" in chart.alt
    alone = info(START, [aim(1)], None).alt
    assert alone == (
        "Growth that a target takes, from Published: over $3 billion, 2023; $10 "
        "billion, no deadline: at most 233% a year for 1 year, at most 4.1% a year for "
        "30 years."
    )


def test_the_drawing_has_a_trace_for_each_line_and_a_key_that_names_it():
    chart = info(START, [aim(1), aim(2, 20e9)], 2031)
    figure = draw(chart, LIGHT)
    assert [trace.name for trace in figure.data] == [
        "$10 billion, no deadline",
        "$20 billion, no deadline",
    ]
    assert figure.layout.showlegend is True
    assert {trace.line.dash for trace in figure.data} == {"dash", "dot"}
    assert len({trace.marker.symbol for trace in figure.data}) == 2
    assert [note.text for note in figure.layout.annotations] == [
        "growth a year (at most)",
        "2031: your year",
    ]
    assert len(figure.layout.shapes) == 1


def test_more_targets_make_the_figure_taller_and_the_plot_no_smaller():
    def plot(number):
        figure = draw(info(START, [aim(each) for each in range(number)], None), DARK)
        margin = figure.layout.margin
        return figure.layout.height - margin.t - margin.b

    assert plot(1) == plot(20) == 250


def test_the_label_of_a_late_year_stays_inside():
    near, far = (
        draw(info(START, [aim(1)], year), LIGHT).layout.annotations[-1].xanchor
        for year in (2026, 2052)
    )
    assert (near, far) == ("left", "right")


def test_names_of_the_data_are_text_and_not_markup():
    chart = info(START, [aim(1, label="<b>x</b>"), aim(2, label="<i>y</i>")], None)
    names = [trace.name for trace in draw(chart, LIGHT).data]
    assert not any("<b>" in name or "<i>" in name for name in names)
    assert any("&lt;b&gt;" in name for name in names)
