"""The tab timeline without a browser: kinds, lists and the file."""

import re

import pytest
from conftest import ROOT
from streamlit.testing.v1 import AppTest

from components.words import timeline as words


@pytest.fixture
def opened(package, monkeypatch):
    """Return a function that opens the tab on a small package."""

    def run(change=lambda rows: None, **params):
        monkeypatch.setenv("TRADE_DATA", str(package(change)))
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for key, value in {"tab": "Timeline", **params}.items():
            page.query_params[key] = value
        page.run()
        assert not page.exception
        return page

    return run


def titles(page):
    bodies = "\n".join(part.proto.body for part in page.get("html"))
    return re.findall(r"<strong>(.*?)</strong> <span", bodies)


def headings(page):
    return [header.value for header in page.header]


def test_mechanisms_of_exchange_come_before_events(opened):
    page = opened()
    assert headings(page) == [words.MECHANISMS, words.EVENTS]
    assert titles(page) == ["Barter", "Visit to Aville"]


def test_the_lists_follow_the_kinds_that_are_chosen(opened):
    page = opened()
    page.get_by_key("kind").set_value(["visit"]).run()
    assert headings(page) == [words.EVENTS]
    assert titles(page) == ["Visit to Aville"]
    bodies = "\n".join(part.proto.body for part in page.get("html"))
    assert "1 of 2 events shown" in bodies


def test_a_link_restores_the_kinds(opened):
    page = opened(kind=["payment"])
    assert titles(page) == ["Barter"]
    assert "Visit to Aville" not in titles(page)


def test_a_package_without_events_says_so(opened):
    page = opened(lambda rows: rows["events"].clear())
    assert words.NOTHING_YET in [info.value for info in page.info]
    assert not headings(page)
