"""The tab of other pledges without a browser: sentence, filters, sources, file."""

import json
import re

import pytest
from conftest import ROOT
from pages import unfolded
from pledged import PLEDGES, SOURCES, VALUES, with_pledges
from streamlit.testing.v1 import AppTest

from components.words import names
from components.words import pledges as words

TAB = names.TABS["pledges"]


def opened(folder, monkeypatch, **params):
    monkeypatch.setenv("TRADE_DATA", str(folder))
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


@pytest.fixture
def page(tmp_path, monkeypatch):
    return opened(with_pledges(tmp_path / "d"), monkeypatch, tab=TAB)


def html(page):
    return "\n".join(part.proto.body for part in page.get("html"))


def rows(page):
    return re.findall(r'<tr role="row" id="reading-([^"]+)">', html(page))


def labels(page):
    return page.segmented_control(key="tab").options


def test_a_package_without_other_pledges_has_no_such_tab(package, monkeypatch):
    page = opened(package(), monkeypatch, tab=TAB)
    assert TAB not in labels(page)
    page = opened(package(), monkeypatch, tab=names.TABS["track"])
    assert "to-pledges" not in {button.key for button in page.button}


def test_the_tab_begins_with_one_sentence_and_what_it_is_not(page):
    assert TAB in labels(page)
    said = [part.value for part in page.markdown]
    assert any("2 dated targets of Aland or Beeland" in text for text in said)
    assert "Not a sample" in html(page)


def test_the_table_has_the_rows_that_pass_first_those_of_the_two(page):
    assert rows(page) == ["hit", "late", "lost", "pounds", "sum", "near"]
    assert "6 of 7 targets in 6 pairs of economies" not in html(page)
    assert "6 of 7 targets in 5 pairs of economies" in html(page)
    page.get_by_key("economy").set_value([]).run()
    assert len(rows(page)) == 7
    page.get_by_key("economy").set_value(["Kenya"]).run()
    assert rows(page) == ["away"]


def test_the_table_follows_the_search_and_the_filters(page):
    page.get_by_key("pledges_q").set_value("portugal").run()
    assert rows(page) == ["late"]
    page.get_by_key("pledges_q").set_value("").run()
    unfolded(page, "pledges-filter")
    page.get_by_key("deadline").set_value([words.TERMS["none"]]).run()
    assert rows(page) == ["lost", "near"]
    page.get_by_key("asked").set_value([words.SIZES["4 or more"]]).run()
    assert rows(page) == ["near"]


def test_nothing_left_is_said(page):
    unfolded(page, "pledges-filter")
    page.get_by_key("deadline").set_value([words.TERMS["ahead"]]).run()
    assert words.NOTHING_LEFT in [info.value for info in page.info]
    assert rows(page) == []
    assert not page.exception


def test_a_link_restores_the_filters(tmp_path, monkeypatch):
    folder = with_pledges(tmp_path / "d")
    page = opened(folder, monkeypatch, tab=TAB, economy=["Chile"])
    assert rows(page) == ["away"]


def test_a_choice_opens_both_sources(page):
    page.get_by_key("pledges-open").set_value("late").run()
    said = "\n".join(part.value for part in page.markdown)
    assert page.query_params["pledge"] in ("late", ["late"])
    assert "herald.example" in said
    assert "tolls.example" in said
    assert "Missed, and reached only later" in said


def test_a_link_opens_the_sources_of_a_target(tmp_path, monkeypatch):
    folder = with_pledges(tmp_path / "d")
    page = opened(folder, monkeypatch, tab=TAB, pledge="hit")
    assert any("herald.example" in part.value for part in page.markdown)
    lost = opened(folder, monkeypatch, tab=TAB, pledge="gone")
    assert any("gone" in info.value for info in lost.info)


def test_on_track_leads_to_the_tab(tmp_path, monkeypatch):
    folder = with_pledges(tmp_path / "d")
    page = opened(folder, monkeypatch, tab=names.TABS["track"])
    page.get_by_key("to-pledges").click().run()
    assert page.session_state["tab"] == TAB
    assert "Not a sample" in html(page)


def test_the_nearest_opens_its_sources(page):
    page.get_by_key("pledges-nearest").click().run()
    assert page.query_params["pledge"] in ("near", ["near"])
    assert not page.exception


def test_text_of_the_rows_is_shown_as_text(tmp_path, monkeypatch):
    markup = "<img src=x onerror=alert(1)> **bold** $x$"
    rows = [
        {**row, "stated_by": markup, "note": markup, "wording": markup}
        for row in PLEDGES
    ]
    values = [{**row, "body": markup, "note": markup} for row in VALUES]
    sources = [{**row, "publisher": markup, "title": markup} for row in SOURCES]
    folder = with_pledges(tmp_path / "d", rows, values, sources)
    page = opened(folder, monkeypatch, tab=TAB, pledge="late")
    assert "<img" not in html(page)
    assert "&lt;img" in html(page)
    said = "\n".join(part.value for part in page.markdown)
    assert "**bold**" not in said
    assert not re.search(r"(?<!\\)<img", said)


def test_each_target_and_each_value_of_it_can_be_disputed(tmp_path, monkeypatch):
    folder = with_pledges(tmp_path / "d")
    path = folder / "datapackage.json"
    described = json.loads(path.read_text("utf-8")) | {"disputes": "a@example.org"}
    path.write_text(json.dumps(described), "utf-8")
    page = opened(folder, monkeypatch, tab=TAB, pledge="hit")
    table = html(page)
    assert len(re.findall(r"mailto:a@example.org\?[^\"]*of%20pledges&amp;", table)) == 6
    said = [part.value for part in page.markdown if "mailto:" in part.value]
    of_hit = [row["value_id"] for row in VALUES if row["pledge_id"] == "hit"]
    assert len(said) == 1 + len(of_hit)
    assert "hit%20of%20pledges%2C" in said[0]
    for name, text in zip(of_hit, said[1:], strict=True):
        assert f"{name}%20of%20pledge_values%2C" in text
