"""Share: worked out only while it is open, and always of the view that is shown."""

import json
import re

import pytest
from conftest import ROOT
from streamlit.testing.v1 import AppTest

from components.page import parts


@pytest.fixture
def opened(package, monkeypatch):
    """Return a function that opens the page with Share open or not."""

    def visit(change=lambda rows: None, *, sharing=True, embedded=False, **asked):
        monkeypatch.setenv("TRADE_DATA", str(package(change)))
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        page.context["url"] = "https://page.example/"
        page.context["is_embedded"] = embedded
        page.session_state[parts.SHARE] = sharing
        for key, value in asked.items():
            page.query_params[key] = value
        page.run()
        assert not page.exception
        return page

    return visit


def codes(page):
    return [item.value for item in page.code]


def files(page):
    """Return what Share offers; a tab may have a button of its own."""
    labels = [item.proto.label for item in page.get("download_button")]
    return [
        label
        for label in labels
        if re.match(r"Image |This page|Data, \d+ rows \(", label)
    ]


def test_nothing_is_worked_out_before_it_is_opened(opened):
    page = opened(sharing=False)
    assert not page.code
    assert not files(page)


def test_link_citation_and_snippet_are_of_the_view(opened):
    link, cited, snippet = codes(opened(view="Target"))
    assert link == "https://page.example/?view=Target"
    assert cited.endswith(link)
    assert "?view=Target&amp;embed=true" in snippet
    assert 'title="Aland–Beeland Trade, data version 0.0.1"' in snippet


def test_files_are_of_the_view(opened):
    page = opened(view="Target")
    assert "Data, 24 rows (zip)" in files(page)
    assert any("Target, by step" in str(part.value) for part in page.caption)


@pytest.mark.parametrize(
    ("form", "start"),
    [("Long", "The Trade"), ("BibTeX", "@misc{"), ("CSL-JSON", "[\n  {")],
)
def test_other_forms_of_the_citation_come_on_demand(opened, form, start):
    page = opened()
    assert "@misc" not in "".join(codes(page))
    page.session_state["cite-view"] = form
    page.run()
    assert codes(page)[1].startswith(start)


def test_csl_json_of_the_page_is_json(opened):
    page = opened()
    page.session_state["cite-view"] = "CSL-JSON"
    page.run()
    (item,) = json.loads(codes(page)[1])
    assert item["URL"] == "https://page.example/"


def without_steps(rows):
    for fact in rows["facts"]:
        fact["step"] = ""


def test_a_view_with_nothing_to_draw_offers_the_data_and_no_image(opened):
    page = opened(without_steps)
    assert files(page) == ["Data, 24 rows (zip)", "This page as one file (HTML)"]
    assert any("has a place on this chart" in str(part.value) for part in page.info)


def test_a_change_of_the_view_reruns_share_only_while_it_is_open():
    assert parts.SHARE_PART in parts.following((parts.VIEW,), "data", sharing=True)
    assert parts.SHARE_PART not in parts.following((parts.VIEW,), "data")
    # The controls hold it, and run again themselves.
    both = parts.following((parts.AXIS,), "data", sharing=True)
    assert parts.CONTROLS in both
    assert parts.SHARE_PART not in both


def test_inside_another_page_stand_finding_chart_and_a_link_alone(opened):
    page = opened(embedded=True, sharing=False, view="Target", tab="Data and method")
    assert not page.tabs
    assert not page.get("button_group")
    (chart,) = page.get("plotly_chart")
    assert "$4 billion" in chart.proto.alt
    assert "$1 billion, claimed" not in chart.proto.alt
    credit = page.markdown[-1].value
    assert "(<https://page.example/?view=Target>)" in credit
    assert "Aland–Beeland Trade" in credit


@pytest.mark.parametrize("year", ["2030", "1", "x", "99999", "２０３０"])
def test_the_year_of_an_embedding_link_is_a_year_or_nothing(opened, year):
    page = opened(embedded=True, sharing=False, year_chosen_by_the_reader=year)
    html = "".join(part.proto.body for part in page.get("html"))
    assert ("your year, nobody else’s" in html) == (year == "2030")
