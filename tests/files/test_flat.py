"""A sketch as plain HTML: places by hand, and text that stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from components.charts.marks import add_key, add_marks
from components.charts.sketch import Sketch
from components.charts.style import write
from components.files.drawing import VARIABLES
from components.files.flat import as_html
from components.words.text import as_plotly

INK = {"color": "var(--ink)", "size": 12}


def sketch(**upright):
    """Return an empty plot of 2 by 100 px, 4 px from the left edge."""
    return Sketch(
        {
            "height": 100,
            "margin": {"l": 4, "r": 8, "t": 0, "b": 20},
            "xaxis": {"range": [0, 2], "tickfont": INK},
            "yaxis": {"range": [80, 0], "visible": False, **upright},
        }
    )


class Elements(HTMLParser):
    """The tags of a text, each with its attributes, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def test_lines_stand_and_lie_where_their_values_are():
    drawn = sketch()
    line = {"color": "var(--grid)", "width": 1}
    drawn.add_shape(
        type="line", x0=1, x1=1, y0=10, y1=70, line={**line, "dash": "6px,4px"}
    )
    drawn.add_shape(type="line", x0=1.5, x1=0.5, y0=40, y1=40, line=line)
    standing, lying = (
        attrs["style"] for tag, attrs in Elements(as_html(drawn, "")).tags if tag == "i"
    )
    assert standing == (
        "left: 50%; top: 10px; height: 60px; border-left: 1px dashed var(--grid)"
    )
    assert lying == (
        "left: 25%; top: 40px; width: 50%; border-top: 1px solid var(--grid)"
    )


def test_the_drawing_has_its_words_its_height_and_its_margins():
    drawn = sketch()
    write(drawn, ["<b>One</b>", "two"], 20, "var(--ink)")
    (whole, *rest), words = (
        Elements(as_html(drawn, "All & more")).tags,
        Elements(as_html(drawn, "")).words,
    )
    assert whole[1]["role"] == "figure"
    assert whole[1]["aria-label"] == "All & more"
    assert whole[1]["style"] == "height: 100px; margin: 0 8px 0 4px"
    assert [tag for tag, _ in rest] == ["span", "b", "span"]
    assert words == ["One", "two"]
    first, second = (attrs["style"] for tag, attrs in rest if tag == "span")
    assert first.startswith("left: calc(0% + 0px); top: 20px")
    assert second.startswith("left: calc(0% + 0px); top: 36.9px")


def test_ticks_of_an_upright_axis_stand_left_of_it():
    drawn = sketch(
        visible=True,
        tickvals=[40],
        ticktext=["2×"],
        tickfont=INK,
        gridcolor="var(--grid)",
    )
    (_, rule, tick) = Elements(as_html(drawn, "")).tags
    assert rule[1]["style"].startswith("left: 0%; top: 40px; width: 100%")
    assert "translateX(-100%)" in tick[1]["style"]
    assert "calc(0% + -4px)" in tick[1]["style"]


def test_a_mark_leads_to_its_row_and_one_of_the_key_nowhere():
    drawn = sketch()
    add_key(drawn, 0, ("circle", "var(--ink)"), "a target", VARIABLES)
    add_marks(drawn, ("x-thin-open", "var(--ink)"), [(0.5, 60, "Far & wide", 'P"1')])
    tags = Elements(as_html(drawn, "")).tags
    (key,) = [attrs for tag, attrs in tags if tag == "i"]
    (mark,) = [attrs for tag, attrs in tags if tag == "a"]
    assert key["class"] == "mark circle"
    assert mark["class"] == "mark x-thin-open"
    assert mark["href"] == '#reading-P"1'
    assert mark["aria-label"] == mark["title"] == "Far & wide"
    assert mark["style"] == "left: 25%; top: 60px; color: var(--ink)"


@given(st.text())
def test_text_of_the_data_is_text(said):
    drawn = sketch()
    text = as_plotly(f"<img src=x onerror=alert(1)>{said}")
    write(drawn, [f"<b>{text}</b>"], 20, "var(--ink)")
    add_marks(drawn, ("circle", "var(--ink)"), [(1, 40, text, said or "x")])
    tags = Elements(as_html(drawn, said)).tags
    assert [tag for tag, _ in tags if tag not in ("span", "b")] == ["div", "a"]
    assert {*tags[-1][1]} == {
        *("href", "tabindex", "aria-label", "title", "class", "style"),
    }
