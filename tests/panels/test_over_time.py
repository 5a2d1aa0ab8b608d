"""The trajectory over time and the timeline as a reader finds them, no browser."""

import pytest
from conftest import ROOT
from invented import agreement, claimed, event, package, published, target
from streamlit.testing.v1 import AppTest

from components.panels import source

ROWS = (
    claimed(300_000_000, 2010, step="1"),
    target(2_000_000_000, step="2", label="First target"),
    published(30_000_000, 2010, exporter="AAA", importer="BBB"),
)
TABLES = {
    "events": [event("2012", kind="visit"), event("2013", kind="supply")],
    "agreements": [agreement("2014")],
}


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Return a function that opens the page with some parameters."""
    monkeypatch.setenv("TRADE_DATA", str(package(tmp_path, *ROWS, **TABLES)))

    def page(**parameters):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for name, value in parameters.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return page


def charts(page):
    return [part.proto for part in page.get("plotly_chart")]


def html(page):
    return "\n".join(part.proto.body for part in page.get("html"))


def test_the_axis_chooses_the_chart_and_what_stands_under_it(opened):
    by_step = opened()
    assert charts(by_step)[0].alt.startswith("Trajectory by step")
    assert "Bars: as wide as their period" not in html(by_step)
    over_time = opened(axis="Over time")
    assert charts(over_time)[0].alt.startswith("Trajectory over time")
    assert "Bars: as wide as their period" in html(over_time)


def test_the_numbers_are_sent_only_where_they_are_open(opened):
    assert "Who, and source" not in html(opened(axis="Over time"))
    page = opened(axis="Over time", numbers="true")
    table = html(page).split("Who, and source")[1]
    for text in ("$300 million", "$2 billion", "$30 million", "https://office.example"):
        assert text in table


def test_a_number_that_is_chosen_opens_its_source_and_is_let_go(opened, monkeypatch):
    asked = []
    monkeypatch.setattr(source, "ask", asked.append)
    page = opened(axis="Over time", numbers="true")
    choice = next(box for box in page.selectbox if box.key == "numbers-source")
    assert choice.value is None
    wanted = next(name for name in choice.options if name.startswith("$2 billion"))
    choice.select(wanted).run()
    assert asked == ["r2"]
    assert next(b for b in page.selectbox if b.key == "numbers-source").value is None


def test_the_timeline_follows_the_choice_of_kinds(opened):
    page = opened(tab="Timeline")
    (timeline,) = [chart for chart in charts(page) if chart.alt.startswith("Timeline")]
    assert "visit 1 and supply 1" in timeline.alt
    chosen = opened(tab="Timeline", kind="supply")
    (timeline,) = [c for c in charts(chosen) if c.alt.startswith("Timeline")]
    assert timeline.alt == "Timeline. 1 event, 2013: supply 1"
