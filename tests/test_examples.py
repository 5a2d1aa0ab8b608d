"""The worked examples of targets: every fate, and every kind, on every tab."""

import re
from datetime import date

import pytest
from conftest import ROOT, TABS, loaded
from pages import alt, opened, shown
from program import program

from components.dataset import load
from components.files import archive, twin
from components.files.printed import Taken
from components.measures.outcome import STATES
from components.measures.record import Record
from components.package.model import codes
from components.view import View
from components.words import (
    claims,
    deciding,
    finding,
    required,
    settling,
    source,
    targets,
    trajectory,
)
from components.words import over_time as in_time

FOLDERS = {
    name: ROOT / "tests" / "packages" / name
    for name in ("castravel-ormindale", "pellawyn-tarquay")
}
DAY = date(2026, 11, 25)
AXES = ("By step", "Over time")


@pytest.fixture(scope="module")
def records():
    """Return the two examples by the name of their folder."""
    return {name: Record(loaded(folder)) for name, folder in FOLDERS.items()}


@pytest.fixture(params=FOLDERS)
def visited(request, monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(FOLDERS[request.param]))
    return lambda **query: opened(ROOT, **query)


def sentences(record):
    """Return what the page says of the targets of a package."""
    fates = record.all_fates(DAY)
    lines = [targets.fate_line(fate) for fate in fates]
    start = record.latest_claim
    return [
        finding.finding(record, DAY),
        targets.age_words(fates, DAY),
        *(f"{line.value}: {line.claimed}; {line.published}" for line in lines),
        *(text for fate in fates for text in deciding.explained(record, fate)),
        *(words for _, words in settling.would_settle(record, fates)),
        *(claim.to_copy for claim in claims.claims(record, DAY)),
        *required.asked_of(record, start, record.targets, 2035),
        trajectory.step_alt(record, View(), DAY),
        in_time.alt(record, View(axis="time")),
    ]


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_they_pass_the_check_without_a_warning(folder, capsys):
    assert program("check", folder) == 0
    assert not load(folder).warnings


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("axis", AXES)
def test_every_tab_opens_on_both_axes(visited, tab, axis):
    page = visited(tab=tab, axis=axis)
    assert not page.exception
    assert alt(page)


def test_every_reading_can_be_opened(records):
    for name, record in records.items():
        for reading_id in record.dataset.reading_of:
            assert source_of(record, reading_id), (name, reading_id)


def source_of(record, reading_id):
    """Return the value that a source opens with."""
    return source.source(record, source.find(record, reading_id), DAY).value


def test_the_dated_pair_met_every_fate(records):
    fates = records["castravel-ormindale"].fates(DAY)
    met = {fate.published.state for fate in fates}
    assert met == set(STATES)
    early = {fate.published.state for fate in fates if fate.published.early}
    assert {"reached", "missed", "missed, passed later", "open"} <= early
    assert any(fate.target.later for fate in fates)


def test_the_other_pair_has_every_kind_in_euros_and_a_quantity(records):
    record = records["pellawyn-tarquay"]
    assert {item.kind for item in record.aims} | {"level"} == set(
        codes("readings", "kind")
    )
    assert record.dataset.currency == "EUR"
    assert "tonnes" in set(record.dataset.facts["unit"])
    assert {item.span for item in record.aims} == {"", "P5Y"}


# Worked by hand from the rows of the two packages.
FATES = {
    "Doubling of goods trade": "Still open",  # 2 × 90 by 2030; 130 in 2023
    "Thirty million more": "Reached on time",  # 97 + 30; 130 in 2023
    "Range of the two": "Missed, and reached only later",  # 110; 109, then 123
    "End of the deficit": "Reached early",  # 55 − 54 in 2021, 50 − 49 in 2018
    "Tarquay’s share of Pellawyn’s exports of goods": "Reached",  # 31 of 30
    "Growth of goods trade": "Reached early",  # (130 / 99) in 5 years: 5.6
    "Five years’ goods": "Reached on time",  # 95 + 109 + 123 + 130 = 457
    "Goods of 2019 to 2023": "Missed",  # 108 + 457 = 565 of 700
}


def test_each_kind_is_judged_by_its_own_measure(records):
    fates = records["pellawyn-tarquay"].all_fates(DAY)
    lines = [targets.fate_line(fate) for fate in fates]
    assert {line.label: line.published for line in lines} == FATES


def test_what_is_worked_out_is_never_said_by_anybody(records):
    record = records["pellawyn-tarquay"]
    for claim in claims.claims(record, DAY):
        for value in ("€180 million", "€127 million"):
            if value in claim.text and claim.group != "never":
                assert "which works out at" in claim.text
    never = [item.text for item in claims.claims(record, DAY) if item.group == "never"]
    assert "Odalys Kestrin named a target of €180 million." in never


def test_what_was_said_is_quoted_as_said(records):
    record = records["pellawyn-tarquay"]
    texts = [claim.text for claim in claims.claims(record, DAY)]
    (doubling,) = [text for text in texts if "“double our goods trade" in text]
    assert "named a target of double the value of 2015" in doubling
    assert not re.search(r"€\d", doubling)
    (more,) = [text for text in texts if "(“€30 million more" in text]
    assert "to be met within 5 years" in more
    assert "2023" not in more


def test_bars_stand_for_yearly_amounts_alone(records):
    record = records["pellawyn-tarquay"]
    drawn = {step.total.reading_id for step in record.steps}
    assert not drawn & {item.reading_id for item in record.apart}
    assert len(record.apart) == 5


def test_what_is_withdrawn_is_said_to_be(records):
    record = records["castravel-ormindale"]
    words = "\n".join(sentences(record))
    assert "The target was withdrawn in April 2021." in words
    assert "withdrawn in April 2021, so nothing is asked for" in words
    assert "restated in July 2018" in words
    assert "$320 million" in words and "in place of $270 million" in words
    assert not re.search(r"no longer our aim.{0,40}aiming", words)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_sentence_is_one(records, name):
    for text in sentences(records[name]):
        assert "  " not in text and " ." not in text and ": ." not in text, text
        assert "None" not in text and "nan" not in text.split(), text
        assert ".." not in text and ",," not in text, text


@pytest.mark.parametrize("name", FOLDERS)
def test_what_stands_before_the_first_table_is_short(records, name):
    fates = records[name].all_fates(DAY)
    assert len(targets.age_words(fates, DAY).split()) <= 60
    first = finding.finding(records[name], DAY)
    assert len(first.split()) <= 70


@pytest.mark.parametrize("name", FOLDERS)
def test_the_twin_and_the_zip_can_be_made(records, name):
    made = twin.as_html(records[name], on=DAY)
    assert "What became of the targets" in made
    taken = Taken(View(), "", DAY)
    assert archive.as_zip(records[name], taken, with_figures=False)


def test_the_twin_draws_a_range_to_both_ends(records):
    made = twin.as_html(records["pellawyn-tarquay"], on=DAY)
    assert re.search(r'<line x1="[\d.]+%" x2="[\d.]+%"', made)
    assert "works out at €180 million" in made


def test_the_page_shows_the_kinds_without_a_bar(monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(FOLDERS["pellawyn-tarquay"]))
    words = shown(opened(ROOT, tab="On track?"))
    for value in ("balanced trade", "30%", "5% a year", "€450 million in all"):
        assert value in words
