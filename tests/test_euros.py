"""A package in euros: its sign everywhere, no dollar, and quantities apart."""

import re
import zipfile
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from conftest import ROOT, TABS, loaded
from pages import alt, html, opened, shown
from program import program

from components.charts import by_step, over_time
from components.files import archive, twin
from components.files.printed import Taken
from components.measures.record import Record
from components.view import View
from components.words.claim import plain
from components.words.names import AXIS, VIEW

FOLDER = ROOT / "tests" / "packages" / "vellmark-ostrany"
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def record():
    return Record(loaded(FOLDER))


@pytest.fixture
def visited(monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(FOLDER))
    return lambda **query: opened(ROOT, **query)


def everything(page):
    """Return all that a reader of the page may meet, labels of charts among it."""
    charts = [chart.proto.spec for chart in page.get("plotly_chart")]
    return "\n".join([shown(page), *html(page), *charts, *(c.value for c in page.code)])


def test_it_passes_the_check():
    assert program("check", FOLDER) == 0


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("axis", AXIS.values())
def test_every_tab_opens_and_has_no_dollar(visited, tab, axis):
    page = visited(tab=tab, axis=axis, year_chosen_by_the_reader="2030")
    assert not page.exception
    words = everything(page)
    assert "€" in words
    assert not re.search(r"\$\d|[Dd]ollar|USD", words)


def test_the_finding_is_in_euros(visited):
    assert "had passed €3 billion" in html(visited())[0]


@pytest.mark.parametrize("view", VIEW.values())
@pytest.mark.parametrize("axis", AXIS.values())
def test_the_alternative_text_is_in_euros(visited, view, axis):
    words = alt(visited(view=view, axis=axis))
    assert "€" in words
    assert "$" not in words


def test_the_ticks_are_in_euros(record):
    chart = by_step.info(record, View(), TODAY)
    assert [words for _, words in chart.ticks][:2] == ["0", "€5bn"]
    panels = over_time.info(record, View(axis="time"), TODAY)
    ticks = [words for _, words in (*panels.claimed.ticks, *panels.published.ticks)]
    assert all(words == "0" or words.startswith("€") for words in ticks)


def test_the_twin_has_no_dollar(record):
    made = unescape(twin.as_html(record, on=TODAY))
    body = re.sub(r"<(style|script)\b.*?</\1>", "", made, flags=re.DOTALL)
    assert "€6 billion" in body
    assert not re.search(r"\$\d|[Dd]ollar|USD", body)


def test_the_files_have_no_dollar(record):
    made = archive.as_zip(record, Taken(View(), "", TODAY), with_figures=False)
    with zipfile.ZipFile(BytesIO(made)) as files:
        texts = {name: files.read(name).decode("utf-8") for name in files.namelist()}
    assert texts
    for name, text in texts.items():
        assert not re.search(r"\$\d|[Dd]ollar|\bUSD\b", text), name


def test_what_was_said_in_pounds_is_quoted_so_and_converted_with_its_rate(record):
    said, loan = (
        next(item for item in record.readings_of([fact]) if item.said_currency)
        for fact in ("C2", "L1")
    )
    assert (said.value, loan.value) == (3e9, 625e6)
    claim = plain(record, loan, TODAY)
    assert "£500 million (€625 million)" in claim.text
    assert claim.caveat == (
        "£500 million works out at €625 million at €1.25 to £1 (Bank of Kar)."
    )


def test_the_source_of_a_converted_value_names_the_rate_and_whose_it_is(visited):
    words = shown(visited(reading="C2-b"))
    assert "about £2.4 billion (€3 billion)" in words
    assert "£2.4 billion works out at €3 billion at €1.25 to £1" in words
    assert "[Bank of Kar](<https://bank.example/rates>)" in words


def test_every_reading_can_be_opened(visited, record):
    for reading_id in record.dataset.readings["reading_id"]:
        page = visited(reading=reading_id)
        assert not page.exception
        assert not re.search(r"\$\d", everything(page))
