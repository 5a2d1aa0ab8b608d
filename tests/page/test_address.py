"""The address of the page: a setting, and the links that follow from it."""

from datetime import date
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest

from components.measures.record import Record
from components.page import address, state
from components.page.first_screen import asked
from components.view import AXES, VIEWS, Assumption, View

TODAY = date(2022, 1, 1)


@pytest.mark.parametrize(
    ("given", "home"),
    [
        ("https://example.org/trade", "https://example.org/trade/"),
        (" https://example.org/ ", "https://example.org/"),
        ("http://127.0.0.1:8501", "http://127.0.0.1:8501/"),
        ("", ""),
    ],
)
def test_the_setting_is_the_address(given, home):
    assert address.home({"TRADE_ADDRESS": given}) == home
    assert not address.problem({"TRADE_ADDRESS": given})


def test_without_a_setting_there_is_no_address():
    assert address.home({}) == ""
    assert address.problem({}) == ""


@pytest.mark.parametrize(
    "given",
    [
        "example.org",
        "javascript:alert(1)",
        "https://",
        "https://example.org/?view=Target",
        "https://example.org/#top",
        "https://someone@example.org/",
        'https://example.org/"><script>',
        "https://example.org/a b",
        "https://example.org:99999/",
        "https://[::1/",
    ],
)
def test_what_is_no_address_of_a_page_is_named_and_left_out(given):
    assert address.home({"TRADE_ADDRESS": given}) == ""
    problem = address.problem({"TRADE_ADDRESS": given})
    assert repr(given) in problem
    assert "whole address" in problem


def views(record):
    undated = tuple(item for item in record.targets if not item.deadline)
    assumed = [
        Assumption(2030, start, undated)
        for start in state.starting_points(record).values()
    ]
    assert len(assumed) == 2
    for view, axis, log, published in product(VIEWS, AXES, *[(True, False)] * 2):
        yield View(view, axis, log, published)
        if view != "actual":
            for item in assumed:
                yield View(view, axis, log, published, item)


def test_the_address_of_a_view_leads_to_that_view(dataset):
    record = Record(dataset)
    for view in views(record):
        link = address.of_view("https://example.org/", view)
        parts = urlsplit(link)
        assert (parts.netloc, parts.path) == ("example.org", "/")
        assert asked(record, parse_qs(parts.query), TODAY).view == view


def test_the_first_view_is_the_page_itself():
    assert address.of_view("https://example.org/trade/", View()) == (
        "https://example.org/trade/"
    )
