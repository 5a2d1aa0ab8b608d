"""Nothing about this pair of economies is in the code."""

import re

import pytest
from conftest import ROOT, loaded

from components.files.feed import ATOM
from components.words.values import axis_money, money

FILES = sorted(
    path
    for path in [ROOT / "dashboard.py", *(ROOT / "components").rglob("*")]
    if path.suffix in (".py", ".html", ".css", ".js", ".md", ".toml")
)
# The code's own: the first day of a zip, of UN Comtrade, and a round tick.
NOT_OF_THE_PAIR = {"1980", "1962", "2000"}
COMMON = {
    *("Not", "The", "President", "Minister", "Ministry", "Government", "Foreign"),
    *(
        "Trade",
        "Organization",
        "Agency",
        "Affairs",
        "Front",
        "Chamber",
        "Commerce",
        "Daily",
    ),
}


@pytest.fixture(scope="module")
def record():
    return loaded(ROOT / "data")


@pytest.fixture(scope="module")
def code():
    return {
        # The name of the standard for feeds has a year in it.
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8").replace(ATOM, "")
        for path in FILES
    }


def found(code, words):
    """Return where any of the words stands in the code by itself."""
    pattern = re.compile(
        "|".join(rf"(?<![\w.]){re.escape(word)}(?![\w])" for word in sorted(words))
    )
    return [
        (name, match[0])
        for name, text in code.items()
        for match in pattern.finditer(text)
    ]


def test_there_is_code_to_read(code):
    assert len(code) > 50


def test_no_economy_is_named(record, code):
    words = {economy.name for economy in record.economies}
    words |= {economy.code for economy in record.economies}
    words |= {f"{economy.name}ian" for economy in record.economies}
    words |= {economy.name.removesuffix("a") + "an" for economy in record.economies}
    assert not found(code, words)


def test_no_speaker_and_no_place_is_named(record, code):
    spoke = record.readings["side"].isin(["first economy", "second economy"])
    words = " ".join(
        [
            *record.readings.loc[spoke, "stated_by"],
            *record.readings["stated_in"],
            *record.agreements["place"],
        ]
    )
    names = set(re.findall(r"\b[A-Z][a-zé-ú]{3,}\b", words)) - COMMON
    assert {"Raisi", "Caracas"} <= names
    assert not found(code, names)


def test_no_calendar_year_of_the_record_stands_in_the_code(record, code):
    cells = [
        *record.readings["period_start"],
        *record.readings["stated_on"],
        *record.events["happened_on"],
        *record.agreements["signed_on"],
        *record.evidence["year"].astype(str),
    ]
    years = {str(cell)[:4] for cell in cells if cell} - NOT_OF_THE_PAIR
    assert {"2023", "2001"} <= years
    assert not found(code, years)


def test_no_value_of_the_step_chart_stands_in_the_code(record, code):
    headlines = set(record.facts.loc[record.facts["step"].notna(), "headline"])
    values = record.readings.loc[record.readings["reading_id"].isin(headlines), "value"]
    words = set()
    for value in values:
        words |= {f"{value:.0f}", f"{value:,.0f}", money(value, "USD")}
        words.add(axis_money(value, "USD"))
    assert "$3 billion" in words
    assert not found(code, {word.lstrip("$") for word in words})
