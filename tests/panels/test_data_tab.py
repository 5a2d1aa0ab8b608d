"""The tab Data and method: each table whole, and what explains it on demand."""

import re

import pytest
from conftest import EVERY_TABLE, ROOT, loaded
from pages import html, opened, shown, unfolded
from tiers import each_value

from components.words import labels

DATA = ROOT / "data"
TAB = {"tab": "Data and method"}
FOLDED = {
    "columns": lambda dataset: [
        re.sub("`(.*?)`", "“\\1”", field["description"])
        for field in dataset.fields("sources")
    ],
    "sources": lambda dataset: list(dataset.sources["title"]),
    "method": lambda dataset: [
        concept["definition"] for concept in dataset.concepts.values()
    ],
    "unknowns": lambda dataset: [item["text"] for item in dataset.unknowns],
    "cells": lambda dataset: list(dataset.evidence["body"].unique()),
    "corrections": lambda dataset: [dataset.version],
}


@pytest.fixture(scope="module")
def dataset():
    return loaded(DATA)


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_each_table_is_shown_whole_with_the_file_of_all_its_rows(dataset, table):
    page = opened(ROOT, **TAB, table=table)
    assert not page.exception
    frame = dataset.table(table)
    (shown,) = page.dataframe
    assert len(shown.value) == len(frame)
    assert not page.get("download_button")
    unfolded(page, f"download-{table}")
    files = [button.proto.label for button in page.get("download_button")]
    assert files == [labels.CSV, labels.XLSX]


@pytest.mark.parametrize("key", FOLDED)
def test_what_explains_the_tables_opens_by_a_link_and_is_said_whole(dataset, key):
    words = shown(opened(ROOT, **TAB, **{key: "true"}))
    for text in FOLDED[key](dataset):
        assert text in words


@pytest.mark.parametrize("key", each_value(FOLDED))
def test_what_explains_the_tables_is_not_worked_out_before_it_is_opened(dataset, key):
    closed, open_ = opened(ROOT, **TAB), opened(ROOT, **TAB, **{key: "true"})
    assert not closed.exception
    more = len(shown(open_)) - len(shown(closed))
    assert more >= sum(map(len, FOLDED[key](dataset)))


def test_the_tab_says_how_many_values_agree_with_the_words_of_their_source():
    assert "values agree with the number in the words" in shown(opened(ROOT, **TAB))


@pytest.mark.parametrize("table", ["sources", "evidence"])
def test_a_table_goes_to_paper_as_text(dataset, table):
    page = opened(ROOT, **TAB, table=table)
    (printed,) = [
        body
        for body in html(page)
        if 'class="on-paper' in body and ("<table" in body or "fields" in body)
    ]
    rows = min(len(dataset.table(table)), 200)
    assert max(printed.count("<tr>") - 1, printed.count('class="fields"')) == rows


def test_a_line_of_python_loads_the_tables_of_the_page_or_of_the_zip(monkeypatch):
    page = opened(ROOT, **TAB, python="true")
    (line,) = [code.value for code in page.code if "pandas" in code.value]
    assert 'read_csv("data/" + name + ".csv")' in line
    monkeypatch.setenv("TRADE_ADDRESS", "https://example.org/trade")
    page = opened(ROOT, **TAB, python="true")
    (line,) = [code.value for code in page.code if "pandas" in code.value]
    version = loaded(DATA).version
    assert f'"https://example.org/trade/data/{version}/" + name' in line
