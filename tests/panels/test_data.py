"""The tab Data and method: tables first, the rest on demand."""

import re
from urllib.parse import quote

import pytest
from conftest import EVERY_TABLE, ROOT, loaded
from streamlit.testing.v1 import AppTest

from components.dataset import load
from components.words import labels

# A package that says where a message about a row goes.
INVITES = ROOT / "tests" / "packages" / "quennaria-sundrift"
FOLDED = ("columns", "sources", "method", "unknowns", "cells", "corrections")


@pytest.fixture
def opened(package, monkeypatch):
    """Return a function that opens the tab on the small package."""

    def visit(change=lambda rows: None, data=None, **asked):
        monkeypatch.setenv("TRADE_DATA", str(data or package(change)))
        page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        page.query_params["tab"] = "Data and method"
        for key, value in asked.items():
            page.query_params[key] = value
        page.run()
        assert not page.exception
        return page

    return visit


def words(page):
    """Return every word of the tab without the escapes of Markdown."""
    parts = [*page.caption, *page.markdown]
    return re.sub(r"\\(.)", r"\1", "\n".join(str(part.value) for part in parts))


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_each_table_is_shown_as_it_is(opened, package, table):
    page = opened(table=table)
    (shown,) = page.dataframe
    rows = load(package()).table(table)
    assert list(shown.value.columns) == list(rows.columns)
    assert len(shown.value) == len(rows)
    offered = [box.proto.popover.label for box in page.get("popover")]
    assert labels.download(len(rows)) in offered


def test_a_link_to_no_table_shows_the_sources(opened):
    (shown,) = opened(table="passwords").dataframe
    assert "url" in shown.value.columns


def test_at_most_60_words_stand_before_the_table(opened):
    for table in EVERY_TABLE:
        page = opened(table=table)
        before = " ".join(str(part.value) for part in page.caption)
        assert len(before.split()) + len(EVERY_TABLE) <= 60


def test_only_readings_are_selected_to_see_their_source(opened):
    assert "Select a row to see its source." in words(opened(table="readings"))
    assert "Select a row" not in words(opened(table="events"))


def test_what_explains_the_tables_is_not_worked_out_before_it_is_asked_for(opened):
    closed = words(opened())
    assert "A statement is not a statistic" not in closed
    assert "It was never stated" not in closed
    page = opened(**dict.fromkeys(FOLDED, "true"))
    said = words(page)
    for part in (
        "Identifier of the source",
        "[Report of a press conference](<https://gazette.example/trade>)",
        "A statement is not a statistic",
        "Not like with like",
        "With a deadline",
        "It was never stated",
        "1 reported",
        "Trade Trajectory founders",
    ):
        assert part in said, part


def test_hostile_text_stays_text(opened):
    evil = "<img src=x onerror=alert(1)> :red[x] $x$ [a](javascript:alert(1))"

    def change(rows):
        rows["sources"][0]["title"] = evil
        rows["evidence"][0]["note"] = evil

    page = opened(change, sources="true", cells="true")
    marked = "\n".join(str(part.value) for part in page.markdown)
    for raw in ("<img", ":red[", "](javascript", "$x$"):
        assert not re.search(rf"(?<!\\){re.escape(raw)}", marked), raw
    assert marked.count(r"\<img src") == 2


def test_no_printed_table_loses_a_column(opened, package):
    page = opened(table="readings")
    printed = "".join(part.proto.body for part in page.get("html"))
    for name in load(package()).readings.columns:
        if name not in ("deadline", "stated_in", "questioned", "note"):
            assert f"<b>{name}</b>" in printed, name
    assert "1000000000" in printed
    assert "1000000000.0" not in printed


@pytest.mark.parametrize("table", loaded(INVITES).tables)
def test_a_row_of_any_table_is_named_by_its_key_to_dispute_it(opened, table):
    page = opened(table=table, data=INVITES)
    rows = loaded(INVITES).table(table)
    if rows.empty:
        assert "dispute" not in words(page)
        return
    box = page.selectbox(key=f"dispute-{table}")
    assert len(box.options) == len(rows)
    last = box.options[-1]
    box.select(last).run()
    assert not page.exception
    (link,) = [item.value for item in page.markdown if "Dispute this" in item.value]
    assert quote(f"{last} of {table}, data version") in link


def test_a_row_of_a_long_table_is_named_in_a_field(opened, monkeypatch):
    monkeypatch.setattr("components.panels.data.EAGER", 2)
    page = opened(table="sources", data=INVITES)
    field = page.text_input(key="dispute-sources")
    assert "Dispute this" not in words(page)
    key = loaded(INVITES).sources["source_id"][1]
    field.set_value(f" {key} ").run()
    assert not page.exception
    (link,) = [item.value for item in page.markdown if "Dispute this" in item.value]
    assert quote(f"{key} of sources, data version") in link


def test_without_an_address_no_row_is_asked_for(opened):
    page = opened(table="facts")
    assert not [box for box in page.selectbox if str(box.key).startswith("dispute")]
