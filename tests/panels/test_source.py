"""The dialog Source, without a browser."""

import re

import pytest
from conftest import ROOT, descriptor, tables, write
from streamlit.testing.v1 import AppTest

from components.page import cache

SCRIPT = """
import streamlit as st
from components.page import cache, server
from components.panels import source

record = cache.current(server.folder())
source.from_link(record)


@st.fragment(key="part")
def part():
    st.button("Mark", on_click=source.ask, args=("base-1",))
    st.button("Nothing", on_click=source.ask, args=("nobody",))
    source.open_if_asked(record)


part()
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    data = write(tmp_path / "data", tables(), descriptor())
    monkeypatch.setenv("TRADE_DATA", str(data))
    yield data
    cache._checked.clear()


def opened(page, **params):
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def part(**params):
    return opened(AppTest.from_string(SCRIPT, default_timeout=60), **params)


def test_a_value_can_be_disputed_where_the_package_says_how(folder):
    page = part(reading="base-1")
    assert not [item.value for item in page.markdown if "Dispute" in item.value]
    write(folder, tables(), {**descriptor(), "disputes": "data@example.org"})
    page = part(reading="base-1")
    (line,) = [item.value for item in page.markdown if "Dispute" in item.value]
    assert "[Dispute this](<mailto:data@example.org?subject=" in line
    assert "base-1%20of%20readings" in line
    assert "reading%3Dbase-1" in line


def opens(page):
    """Return the value whose source is open, or nothing."""
    return "".join(item.value.replace("\\", "") for item in page.subheader)


def told(page):
    words = "\n".join(
        str(item.value) for item in (*page.subheader, *page.markdown, *page.info)
    )
    return re.sub(r"\\(.)", r"\1", words)


@pytest.mark.usefixtures("folder")
def test_a_link_opens_the_source_of_a_value():
    page = part(reading="latest-1")
    assert not page.exception
    words = told(page)
    assert opens(page) == "over $1 billion"
    assert "Jane Roe, Minister, 5 March 2021." in words
    assert "“over $1 billion”" in words
    assert [item.label for item in page.expander] == [
        "Why?",
        "A sentence to write",
        "Cite this value",
    ]
    assert not any(item.proto.expanded for item in page.expander)
    sentence, citation = [code.value for code in page.code]
    assert sentence.startswith("On 5 March 2021, Jane Roe, Minister, said trade")
    assert "?reading=latest-1" in citation


@pytest.mark.usefixtures("folder")
def test_without_a_link_nothing_opens():
    page = part()
    assert not page.expander
    assert not page.info


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("named", ["C999", "<b>x", " "])
def test_an_unknown_value_is_answered_kindly_and_opens_nothing(named):
    page = part(reading=named)
    assert not page.exception
    assert f"The link names “{named}”, which these data do not have" in told(page)
    assert not page.expander


@pytest.mark.usefixtures("folder")
def test_a_mark_opens_in_place_and_goes_into_the_address():
    page = part()
    page.button[0].click().run()
    assert page.query_params["reading"] == "base-1"
    assert opens(page) == "$200 million"


@pytest.mark.usefixtures("folder")
def test_what_is_asked_for_comes_before_what_the_address_names():
    page = part(reading="latest-1")
    page.button[0].click().run()
    assert page.query_params["reading"] == "base-1"
    assert opens(page) == "$200 million"


@pytest.mark.usefixtures("folder")
def test_a_value_that_is_not_there_opens_nothing():
    page = part()
    page.button[1].click().run()
    assert not page.exception
    assert not page.expander
    assert "reading" not in page.query_params


@pytest.mark.usefixtures("folder")
def test_the_address_alone_says_what_is_open():
    page = part(reading="latest-1")
    del page.query_params["reading"]
    page.run()
    assert not page.expander
    page.query_params["reading"] = "latest-1"
    page.run()
    assert opens(page) == "over $1 billion"


@pytest.mark.usefixtures("folder")
def test_the_page_opens_the_source_that_its_address_names():
    page = opened(
        AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60),
        reading="latest-1",
    )
    assert not page.exception
    assert opens(page) == "over $1 billion"
