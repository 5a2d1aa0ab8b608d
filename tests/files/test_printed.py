"""Figures that leave the page: all words inside, nothing cut, one kind of error."""

import re
from datetime import date
from itertools import pairwise, product, starmap
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from choreographer.protocol import DevtoolsProtocolError
from conftest import ROOT, loaded
from kaleido.errors import KaleidoError

from components.charts.style import LIGHT, PRINT
from components.charts.trajectory import drawing, with_credit
from components.dataset import load
from components.files import images, printed
from components.files.images import NoImageError
from components.files.printed import Taken
from components.measures.record import Record
from components.view import AIMED_AT, AXES, BOTH, STEP, VIEWS, Assumption, View

DAY = date(2022, 2, 3)
PACKAGES = (ROOT / "data", *sorted((ROOT / "tests" / "packages").iterdir()))
LINK = "https://page.example/?view=Target"


@pytest.fixture
def record(dataset):
    return Record(dataset)


def words(figure):
    """Return every word inside a figure, one line each."""
    texts = [item.text for item in figure.layout.annotations]
    return re.sub(r"<[^>]+>", "\n", "\n".join(texts))


@pytest.fixture
def figures(monkeypatch):
    """Return the list of figures that would have been drawn by a browser."""
    charts = []

    def as_images(chart, **said):
        charts.append((chart, said))
        return {"svg": b"<svg/>", "png": b"png"}

    monkeypatch.setattr(printed, "as_images", as_images)
    return charts


def test_a_figure_for_print_says_all_inside(record, figures):
    printed.images(record, Taken(View(view=AIMED_AT), LINK, DAY))
    ((figure, said),) = figures
    inside = " ".join(words(figure).split())
    for part in (
        "Aland–Beeland Trade: Target, by step. Data version 0.0.1",
        "aimed at $4 billion",
        "Dashed: a target.",
        "Source: The Gazette.",
        "no deadline",
        "accessed 3 February 2022",
        LINK,
    ):
        assert part in inside, part
    assert "Solid: claimed" not in inside
    assert said["title"] == "Aland–Beeland Trade: Target, by step"
    assert "$4 billion" in said["description"]


def test_the_readers_year_is_called_the_readers_on_paper(record, figures):
    assumed = Assumption(2030, record.latest_claim, tuple(record.targets))
    printed.images(record, Taken(View(assumption=assumed), LINK, DAY))
    assert "year chosen by the reader" in figures[0][1]["title"]
    assert "your year, nobody else’s" in " ".join(words(figures[0][0]).split())


def boxes(figure):
    """Return upper and lower edge of each text above and below the plot, in px."""
    layout = figure.layout
    sizes = (printed.TITLE_SIZE, printed.TEXT_SIZE)
    plot_top, plot_end = layout.margin.t, layout.height - layout.margin.b
    for item in layout.annotations:
        if item.yref != "paper" or item.font.size not in sizes or not item.yshift:
            continue
        lines = item.text.count("<br>") + 1
        height = lines * item.font.size * printed.LINE
        if item.yshift > 0:
            yield plot_top - item.yshift - height, plot_top - item.yshift
        else:
            yield plot_end - item.yshift, plot_end - item.yshift + height


@pytest.mark.parametrize(("view", "axis"), list(product(VIEWS, AXES)))
def test_no_words_are_cut_or_lie_on_others(record, figures, view, axis):
    printed.images(record, Taken(View(view, axis), LINK * 6, DAY))
    ((figure, _),) = figures
    edges = sorted(boxes(figure))
    assert len(edges) == 3
    assert edges[0][0] >= 0
    assert edges[-1][1] <= figure.layout.height
    for (_, end), (start, _) in pairwise(edges):
        assert end < start
    longest = max(map(len, words(figure).splitlines()))
    assert longest <= printed.TEXT_CHARS


def test_the_plot_keeps_its_size_on_paper(record, figures):
    drawn = drawing(record, View(), PRINT, DAY).figure
    printed.images(record, Taken(View(), LINK, DAY))
    before, after = drawn.layout, figures[0][0].layout
    height = before.height - before.margin.t - before.margin.b
    assert after.height - after.margin.t - after.margin.b == pytest.approx(height)


def test_all_words_begin_at_one_edge_beside_white(record, figures):
    for axis in AXES:
        printed.images(record, Taken(View(axis=axis), LINK, DAY))
        layout = figures[-1][0].layout
        shifts = {item.xshift for item in layout.annotations if item.yshift}
        starts = {shift + layout.margin.l for shift in shifts if shift is not None}
        assert min(starts) >= printed.EDGE
        assert layout.margin.r >= printed.EDGE


def test_a_legend_stays_above_the_notes():
    figure = go.Figure(layout={"height": 300, "margin": dict.fromkeys("lrtb", 20)})
    figure.update_layout(showlegend=True, legend={"y": 0, "yref": "container"})
    chart = printed.printed(figure, kicker="Kicker", title="Title", foot=["Foot"] * 3)
    assert chart.layout.legend.y * chart.layout.height >= 3 * printed.TEXT_SIZE


def test_a_chart_carries_title_version_day_and_sources(record):
    drawn = drawing(record, View(axis=STEP, view=BOTH), LIGHT, DAY).figure
    credited = with_credit(drawn, record, View(), LIGHT)
    said = " ".join(words(credited).split())
    assert "Aland–Beeland Trade. Data version 0.0.1, 25 November 2026." in said
    assert "Sources: The Gazette and Office of Statistics." not in said
    assert "Source: The Gazette." in said
    assert credited.layout.height > drawn.layout.height
    plots = [
        figure.layout.height - figure.layout.margin.b for figure in (credited, drawn)
    ]
    assert plots[0] == pytest.approx(plots[1])


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_the_page_folds_away_all_of_the_line_that_only_a_picture_shows(folder):
    record = Record(loaded(folder))
    style = (ROOT / "components" / "page" / "style.css").read_text("utf-8")
    folded = re.search(r"st-key-trajectory \{ margin-bottom: -(\d+)px; \}", style)
    for view in starmap(View, product(VIEWS, AXES)):
        drawn = drawing(record, view, LIGHT, DAY).figure
        credited = with_credit(drawn, record, view, LIGHT)
        assert credited.layout.height - drawn.layout.height == int(folded[1]), view


def without_steps(rows):
    for fact in rows["facts"]:
        fact["step"] = ""


def test_a_view_with_nothing_to_draw_says_so(package):
    record = Record(load(package(without_steps)))
    assert printed.height_of(record, View(), DAY) == 0
    with pytest.raises(NoImageError, match="has a place on this chart"):
        printed.images(record, Taken(View(), LINK, DAY))


@pytest.mark.parametrize(
    "error",
    [
        KaleidoError(525, "Failed to load"),
        DevtoolsProtocolError({"id": 1, "error": {"code": -32000, "message": "Lost"}}),
        RuntimeError("closed"),
        OSError("no such file"),
        TypeError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_the_drawing_raises_is_one_error_for_a_reader(
    record, monkeypatch, error
):
    async def failing(figure, wanted):
        raise error

    monkeypatch.setattr(images, "missing_engine", lambda: "")
    monkeypatch.setattr(images, "_draw_all", failing)
    images._drawn.cache_clear()
    with pytest.raises(NoImageError, match="could not draw the figure") as raised:
        printed.images(record, Taken(View(), LINK, DAY))
    assert "()" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.browser
@pytest.mark.exhaustive  # one image each time: tests/browser/test_files.py
def test_the_same_view_gives_the_same_images(record):
    if images.missing_engine():
        pytest.skip(images.missing_engine())
    taken = Taken(View(view=AIMED_AT), LINK, DAY)
    first = printed.images(record, taken)
    images._drawn.cache_clear()
    assert printed.images(record, taken) == first
    root = ElementTree.fromstring(first["svg"])
    tag = "{http://www.w3.org/2000/svg}title"
    assert root.find(tag).text == "Aland–Beeland Trade: Target, by step"
    assert int(float(root.get("width"))) == printed.WIDTH
    width = int.from_bytes(first["png"][16:20], "big")
    assert width == images.PNG_SCALE * printed.WIDTH
