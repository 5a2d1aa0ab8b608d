"""Speakers in a sentence: grammar follows what a name is."""

from datetime import date

import pytest
from conftest import descriptor, tables, write

from components.dataset import load
from components.measures.record import Record
from components.words import speakers

TODAY = date(2022, 3, 5)
MINISTER = {
    "name": "Jane Roe, Minister",
    "surname": "Roe",
    "office": "trade minister",
    "economy": "AAA",
    "until": "2021-12-31",
}


@pytest.fixture
def record(dataset):
    return Record(dataset)


@pytest.mark.parametrize(
    ("name", "kind", "in_a_sentence"),
    [
        ("Joint statement", "text", "the joint statement"),
        ("Joint Statement", "text", "the Joint Statement"),
        ("Communiqué", "text", "the communiqué"),
        (
            "Report of the Ministry of Trade",
            "text",
            "the Report of the Ministry of Trade",
        ),
        ("Ministry of Commerce", "body", "the Ministry of Commerce"),
        (
            "Office of Tides, Tolls and Weights",
            "body",
            "the Office of Tides, Tolls and Weights,",
        ),
        ("National Bank of Aland", "body", "the National Bank of Aland"),
        ("Aland's customs office (ACO)", "body", "Aland's customs office (ACO)"),
        ("The Bureau of Fish", "body", "The Bureau of Fish"),
        (
            "Correlates of Peace Project, Trade 4.0",
            "body",
            "the Correlates of Peace Project, Trade 4.0,",
        ),
        (
            "Harbour data, compiled by The Herald",
            "figures",
            "Harbour data, compiled by The Herald,",
        ),
        ("Will Smith, Minister", "person", "Will Smith, Minister,"),
        ("President Jane Roe", "person", "President Jane Roe"),
        ("Minister of Trade", "person", "the Minister of Trade"),
        ("Jane Roe, Harbour Organization", "person", "Jane Roe, Harbour Organization,"),
        (
            "An unnamed official, through The Herald",
            "person",
            "an unnamed official, through The Herald,",
        ),
        ("Unnamed officials", "persons", "unnamed officials"),
        ("Officials", "persons", "officials"),
        (
            "Presidents of Aland and Beeland",
            "persons",
            "the presidents of Aland and Beeland",
        ),
        (
            "Jane Roe and John Doe, Ministers",
            "persons",
            "Jane Roe and John Doe, Ministers,",
        ),
        (
            "Governments of Aland and Beeland",
            "persons",
            "the governments of Aland and Beeland",
        ),
        ("Aland and Beeland", "persons", "Aland and Beeland"),
        ("Beeland and Aland", "persons", "Beeland and Aland"),
        ("Aland and Ceeland", "outlet", "Aland and Ceeland"),
        ("League of Five Straits", "body", "the League of Five Straits"),
        ("Harbour Union", "body", "the Harbour Union"),
        ("The Gazette", "outlet", "The Gazette"),
        (
            "Harbour Times, which writes “Aland said”",
            "outlet",
            "Harbour Times, which writes “Aland said”,",
        ),
        ("أمين الميناء", "outlet", "أمين الميناء"),
    ],
)
def test_article_and_verb_follow_what_a_name_is(record, name, kind, in_a_sentence):
    assert speakers.kind(record, name) == kind
    assert speakers.introduced(record, name, TODAY) == in_a_sentence
    assert speakers.says(record, name) == (kind in ("person", "persons"))


def test_a_known_speaker_has_office_and_name_once_and_then_the_surname(tmp_path):
    package = descriptor() | {"speakers": [MINISTER]}
    record = Record(load(write(tmp_path / "data", tables(), package)))
    reading = record.claims[0]
    assert speakers.introduced(record, reading.stated_by, TODAY) == (
        "Aland’s then trade minister, Jane Roe,"
    )
    assert speakers.brief(record, reading) == "Roe"


@pytest.mark.parametrize(
    ("publisher", "stated_by", "same"),
    [
        ("EFE", "EFE", True),
        ("Polish Press Agency (PAP)", "PAP", True),
        ("Harbour (government daily)", "Harbour, the government's daily", True),
        ("Mehr News Agency", "Mehr News", True),
        ("The Gazette", "Gazette", True),
        ("The Gazette", "Jane Roe, Minister", False),
        ("The Herald", "Office of Statistics", False),
    ],
)
def test_an_outlet_that_speaks_for_itself_is_known(publisher, stated_by, same):
    assert speakers.is_own_outlet(publisher, stated_by) is same
