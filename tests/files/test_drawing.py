"""A sketch as SVG: every mark where its value is, by hand on an axis of ten days."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import over_time, timeline
from components.charts.sketch import Sketch
from components.charts.style import layout_of
from components.dataset import load
from components.files.drawing import MOST_STOPS, VARIABLES, as_svg
from components.measures.record import Record
from components.view import VIEWS, View

NS = "{http://www.w3.org/2000/svg}"
FONT = {"size": 10, "color": "var(--ink)"}
LINE = {"width": 2, "color": "var(--target)"}
TODAY = date(2022, 1, 1)
HOSTILE = "&lt;script&gt;&amp;"


def day(number):
    return date(2020, 1, number)


def sketch(**axis):
    layout = layout_of(
        VARIABLES,
        120,
        margin={"l": 40, "r": 8, "t": 0, "b": 20},
        xaxis={
            "range": [day(1), day(11)],
            "tickvals": [day(6)],
            "ticktext": ["6 January"],
            "gridcolor": "var(--grid)",
            "tickfont": FONT,
            **axis,
        },
        yaxis={"range": [100, 0], "visible": False},
    )
    return Sketch(layout)


def drawn(sketched):
    text = as_svg(sketched, "Numbers.", "one")
    text = text.replace("<svg", f'<svg xmlns="{NS[1:-1]}"', 1)
    return ElementTree.fromstring(text).find(f"{NS}svg")


def placed(svg):
    """Return the one mark that hangs at a place of the drawing."""
    (mark,) = [item for item in svg.iter(f"{NS}svg") if item.get("x")]
    return mark


def marks(sketched, **change):
    sketched.add_scatter(
        **{
            "x": [day(3)],
            "y": [25],
            "mode": "markers",
            "marker": {
                "symbol": "circle",
                "size": 8,
                "color": "var(--reported)",
                "line": LINE,
            },
            "hovertext": ["$5<br>2020"],
            **change,
        }
    )
    return sketched


def test_a_day_lies_at_its_share_of_the_axis():
    mark = placed(drawn(marks(sketch())))
    assert (mark.get("x"), mark.get("y")) == ("20%", "25")


def test_a_mark_says_what_it_is_and_leads_to_its_row():
    mark = drawn(marks(sketch(), customdata=["r1"]))
    (link,) = mark.iter(f"{NS}a")
    assert link.get("href") == "#reading-r1"
    assert link.get("tabindex") is None
    assert link.find(f"{NS}title").text == "$5\n2020"


def test_a_mark_without_a_reading_is_no_link():
    mark = drawn(marks(sketch()))
    assert not [*mark.iter(f"{NS}a")]
    assert [item.text for item in mark.iter(f"{NS}title")] == ["$5\n2020"]


def test_the_keyboard_passes_by_where_there_are_many_marks():
    many = MOST_STOPS + 1
    mark = drawn(
        marks(
            sketch(),
            x=[day(3)] * many,
            y=[25] * many,
            hovertext=["$5"] * many,
            customdata=["r1"] * many,
        )
    )
    assert {item.get("tabindex") for item in mark.iter(f"{NS}a")} == {"-1"}


def test_a_rectangle_is_as_wide_as_its_days_whichever_end_is_named_first():
    sketched = sketch()
    ends = {"x0": day(2), "x1": day(7), "y0": 60, "y1": 40}
    sketched.add_shape(type="rect", line=LINE, **ends)
    (shape,) = drawn(sketched).iter(f"{NS}rect")
    places = [shape.get(name) for name in ("x", "width", "y", "height")]
    assert places == ["10%", "50%", "40", "20"]
    assert shape.get("fill") == "none"


def test_a_bar_begins_at_its_offset_and_stands_on_its_base():
    sketched = sketch()
    a_day = 86_400_000
    sketched.add_bar(
        x=[day(2)],
        y=[-30],
        base=[80],
        width=[4 * a_day],
        offset=[a_day],
        marker={
            "color": ["var(--recorded)"],
            "line": {"width": [0], "color": "var(--recorded)"},
            "pattern": {"shape": ["x"], "fgcolor": "var(--recorded)"},
        },
        hovertext=["$5"],
    )
    svg = drawn(sketched)
    (bar,) = svg.iter(f"{NS}rect")
    places = [bar.get(name) for name in ("x", "width", "y", "height")]
    assert places == ["20%", "40%", "50", "30"]
    (pattern,) = svg.iter(f"{NS}pattern")
    assert bar.get("fill") == f"url(#{pattern.get('id')})"
    assert pattern.get("id").startswith("one-")


def test_dashes_and_dots_are_those_of_the_house_style():
    sketched = sketch()
    ends = {"x0": day(2), "x1": day(7), "y0": 60, "y1": 60}
    for dash in ("dash", "dot", "solid"):
        sketched.add_shape(type="line", line={**LINE, "dash": dash}, **ends)
    lines = [item for item in drawn(sketched).iter(f"{NS}line") if item.get("fill")]
    assert [item.get("stroke-dasharray") for item in lines] == ["7 5", "2 3", None]


def test_pixels_of_a_path_count_upwards():
    sketched = sketch()
    path = {"path": "M 0 0 L 0 7", "xanchor": day(6), "yanchor": 50}
    sketched.add_shape(type="path", line=LINE, **path)
    (shape,) = drawn(sketched).iter(f"{NS}path")
    assert shape.get("transform") == "scale(1 -1)"


def test_words_hang_on_the_side_that_they_are_told():
    sketched = sketch()
    for side, shift in (("left", 5), ("right", -5)):
        sketched.add_annotation(
            text="<b>over</b> $5<br>2020",
            x=day(6),
            xanchor=side,
            xshift=shift,
            y=10,
            yanchor="top",
            font=FONT,
        )
    _, *texts = drawn(sketched).iter(f"{NS}text")
    assert [item.get("text-anchor") for item in texts] == ["start"] * 2 + ["end"] * 2
    assert [item.get("dx") for item in texts] == ["5", "5", "-5", "-5"]
    assert {item.get("x") for item in texts} == {"50%"}
    assert [item.text for item in texts[0].iter(f"{NS}tspan")] == ["over"]


def test_text_of_the_data_stays_text():
    sketched = marks(
        sketch(ticktext=[HOSTILE]), hovertext=[HOSTILE], customdata=['"><b>']
    )
    sketched.add_annotation(text=HOSTILE, x=day(6), y=10, yanchor="top", font=FONT)
    text = as_svg(sketched, '"><b>', "one")
    assert "<script" not in text
    assert "<b>" not in text
    assert "<script>&" in "".join(drawn(sketched).itertext())


@given(st.integers(1, 11), st.floats(0, 100))
def test_no_mark_of_the_axis_lies_outside_the_drawing(number, y):
    mark = placed(drawn(marks(sketch(), x=[day(number)], y=[y])))
    assert 0 <= float(mark.get("x").rstrip("%")) <= 100
    assert 0 <= float(mark.get("y")) <= 100


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("logarithmic", [False, True])
def test_every_mark_of_the_chart_over_time_is_drawn(package, view, logarithmic):
    record = Record(load(package()))
    info = over_time.info(record, View(view, "time", logarithmic), TODAY)
    sketched = over_time.sketch(info, VARIABLES)
    svg = drawn(sketched)
    marks_there = [
        trace for trace in sketched.traces if trace.get("mode", "markers") != "lines"
    ]
    assert len([*svg.iter(f"{NS}title")]) == sum(len(t["x"]) for t in marks_there)
    linked = [i for t in sketched.traces for i in t.get("customdata", ())]
    links = [item.get("href") for item in svg.iter(f"{NS}a")]
    assert links == [f"#reading-{reading_id}" for reading_id in linked]
    assert svg.get("aria-label") == "Numbers."


def test_the_timeline_is_drawn_in_the_colours_of_the_page(package):
    record = Record(load(package()))
    info = timeline.info(record, (), TODAY)
    text = as_svg(timeline.sketch(info, VARIABLES), info.alt, "timeline")
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
    assert all(colour == "none" or colour.startswith("var(--") for colour in colours)
