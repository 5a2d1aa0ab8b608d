"""The bars as SVG: the same numbers as the chart, in per cent, and escaped."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import by_step
from components.charts.by_step import AXIS, Bar, ByStep
from components.dataset import load
from components.files import svg
from components.measures.record import Record
from components.view import View

TODAY = date(2022, 3, 5)

NS = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'&"


@pytest.fixture
def info(package):
    return by_step.info(Record(load(package())), View(), TODAY)


def bar(**change):
    plain = Bar(5.0, "reported", False, False, "$5", ("$5  Claimed",), "r1")
    return replace(plain, **change)


def chart(*bars, end=10.0, **change):
    return replace(ByStep(bars, end, ((0, "0"), (end, "$10")), "Numbers."), **change)


def parsed(text):
    return ElementTree.fromstring(text.replace("<svg", f'<svg xmlns="{NS[1:-1]}"', 1))


def test_each_bar_is_as_long_as_its_value(info):
    widths = re.findall(r'<rect x="0" y="\d+" width="([^"]+)%"', svg.by_step(info))
    expected = [100 * item.value / info.end for item in info.bars]
    assert [float(width) for width in widths] == pytest.approx(expected, abs=1e-3)


@given(st.lists(st.floats(0, 1e13), min_size=1, max_size=9))
def test_no_bar_is_longer_than_the_axis_and_none_is_lost(values):
    drawn = chart(*(bar(value=value) for value in values), end=max([1.0, *values]))
    widths = re.findall(r'<rect [^>]*width="([^"]+)%"', svg.by_step(drawn))
    assert len(widths) == len(values)
    assert all(0 <= float(width) <= 100 for width in widths)


def test_all_that_the_chart_says_is_text_of_the_drawing(info):
    drawn = parsed(svg.by_step(info)).iter(f"{NS}text")
    words = ["".join(item.itertext()) for item in drawn]
    for item in info.bars:
        for line in item.label:
            assert line in words
    for _, tick in info.ticks:
        assert tick in words


def test_a_target_is_open_and_dashed_and_a_claim_is_filled():
    claim, target = re.findall(
        r"<rect [^>]*>",
        svg.by_step(chart(bar(), bar(series="target", is_outline=True))),
    )
    assert 'fill="var(--reported)"' in claim
    assert "dash" not in claim
    assert 'fill="none"' in target
    assert 'stroke="var(--target)"' in target
    assert 'stroke-dasharray="7 5"' in target


def test_an_arrow_grows_out_of_a_lower_bound_alone():
    assert "<path" not in svg.by_step(chart(bar()))
    drawn = parsed(svg.by_step(chart(bar(is_open_ended=True))))
    assert len([*drawn.iter(f"{NS}path")]) == 1


def test_the_drawing_is_as_high_as_its_bars_and_the_axis(info):
    drawn = parsed(svg.by_step(info))
    assert int(drawn.get("height")) == sum(item.height for item in info.bars) + AXIS
    tops = [float(item.get("y")) for item in drawn.iter(f"{NS}text")]
    assert max(tops) <= info.height


def test_a_drawing_without_links_is_one_image_with_its_text(info):
    drawn = parsed(svg.by_step(info))
    assert (drawn.get("role"), drawn.get("aria-label")) == ("img", info.alt)
    assert "<a " not in svg.by_step(info)


def test_each_bar_leads_to_the_row_of_its_reading(info):
    drawn = parsed(svg.by_step(info, anchors=True))
    links = [item.get("href") for item in drawn.iter(f"{NS}a")]
    assert links == [f"#reading-{item.reading_id}" for item in info.bars]
    titles = [item.text for item in drawn.iter(f"{NS}title")]
    assert titles == [" ".join(item.label) for item in info.bars]
    # Nothing inside an image can be followed.
    assert drawn.get("role") != "img"


def test_whatever_comes_from_the_data_stays_text():
    hostile = bar(head=HOSTILE, label=(HOSTILE, HOSTILE), reading_id=HOSTILE)
    hostile_chart = chart(hostile, alt=HOSTILE, ticks=((0, HOSTILE),))
    text = svg.by_step(hostile_chart, anchors=True)
    assert "<script" not in text
    drawn = parsed(text)
    assert drawn.get("aria-label") == HOSTILE
    assert "".join(drawn.itertext()).count(HOSTILE) == 5


def test_arabic_in_a_label_moves_no_number():
    text = svg.by_step(chart(bar(label=("$5  صادرات 2020",), head="$5")))
    assert "\u2067صادرات" in text


def test_it_takes_colours_from_the_page_and_none_of_its_own(info):
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg.by_step(info)))
    assert colours - {"none"} == {
        "var(--reported)",
        "var(--target)",
        "var(--quiet)",
    }
