"""Dispute this: a message that is written as far as it can be, or none."""

import json
import re
from dataclasses import replace
from datetime import date
from email import message_from_string
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from components.dataset import load, records
from components.files import markup
from components.files.twin import as_html
from components.measures.record import Record
from components.problems import DataError
from components.words import disputes, source, timeline

MAIL, FORM = "data@example.org", "https://example.org/trade/issues/new"
HOSTILE = '"><script>alert(1)</script>&cc=x@y.z\r\nBcc: a@b.c'


def sent_to(dataset, address):
    return replace(dataset, descriptor={**dataset.descriptor, "disputes": address})


def message(link):
    """Return the fields of a message, as a mail program or a form reads them."""
    query = urlsplit(link.url).query
    return {name: value for name, (value,) in parse_qs(query).items()}


def test_without_an_address_there_is_no_link(dataset):
    row = records(dataset.agreements)[0]
    assert disputes.link(dataset, "agreements", row, "Agreements") is None
    html = markup.agreements(Record(dataset), dataset.agreements, "Agreements")
    assert "Dispute" not in html
    assert "Dispute" not in as_html(Record(dataset), on=date(2022, 1, 1))


def test_a_message_names_row_version_and_view(dataset):
    row = records(dataset.agreements)[0]
    link = disputes.link(
        sent_to(dataset, MAIL), "agreements", row, "Agreements, https://example.org/"
    )
    assert link.name == "Dispute this"
    assert link.url.startswith(f"mailto:{MAIL}?subject=")
    said = message(link)
    assert said["subject"] == "Aland–Beeland Trade: a1 of agreements"
    assert "Row: a1 of agreements, data version 0.0.1\r\n" in said["body"]
    assert "It says: Port agreement\r\n" in said["body"]
    assert "Seen in: Agreements, https://example.org/\r\n" in said["body"]
    # A mail program takes a plus for a plus.
    assert "+" not in link.url


@pytest.mark.parametrize(("address", "mark"), [(FORM, "?"), (f"{FORM}?labels=a", "&")])
def test_a_form_gets_title_and_body(dataset, address, mark):
    row = records(dataset.evidence)[0]
    link = disputes.link(sent_to(dataset, address), "evidence", row, "Data")
    assert link.url.startswith(f"{address}{mark}title=")
    said = message(link)
    assert said["title"] == "Aland–Beeland Trade: Office, 2019 of evidence"
    assert said["body"].startswith("Row: Office, 2019 of evidence")


@pytest.mark.parametrize("address", [MAIL, FORM])
def test_text_of_the_data_adds_nothing_to_the_message(dataset, address):
    row = {"agreement_id": "a1", "title": HOSTILE}
    link = disputes.link(sent_to(dataset, address), "agreements", row, HOSTILE)
    assert set(message(link)) <= {"subject", "title", "body"}
    assert not re.search(r"[\s\"<>]", link.url)
    head = unquote(link.url.partition("?")[2].partition("&")[0])
    assert message_from_string(head).keys() == []


def test_each_value_agreement_and_event_has_its_own(dataset):
    record = Record(sent_to(dataset, MAIL))
    html = as_html(record, on=date(2022, 1, 1), link="https://example.org/")
    links = re.findall(r'href="(mailto:[^"]+)"', html)
    rows = len(dataset.readings) + len(dataset.agreements) + len(dataset.events)
    assert len(links) == len(set(links)) == rows
    table = markup.agreements(
        record, record.dataset.agreements, "A", None, "https://x/"
    )
    assert "https%3A%2F%2Fx%2F%3Ftab%3DAgreements" in table
    lines = [
        line for _, items in timeline.lists(record, dataset.events) for line in items
    ]
    assert markup.events(record, lines).count("mailto:") == len(dataset.events)


def test_a_value_is_named_as_the_reader_sees_it(dataset):
    record = Record(sent_to(dataset, MAIL))
    reading = source.find(record, "latest-1")
    link = disputes.of_reading(record.dataset, reading, "Both, by step", "https://x/")
    body = message(link)["body"]
    assert "It says: over $1 billion, Latest value" in body
    assert "Seen in: Both, by step, https://x/" in body


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        (MAIL, True),
        (FORM, True),
        ("https://example.org:8443/new?labels=data&type=dispute", True),
        ("", True),
        ("http://example.org/new", False),
        ("javascript:alert(1)", False),
        ("mailto:a@example.org", False),
        ("a@example.org?bcc=b@example.org", False),
        ("a@example.org,b@example.org", False),
        ("https://example.org/#new", False),
        ('https://example.org/"><script>', False),
        ("someone", False),
        (["a@example.org"], False),
    ],
)
def test_an_address_is_a_mailbox_or_a_form(package, address, is_one):
    folder = package()
    path = folder / "datapackage.json"
    described = json.loads(path.read_text("utf-8")) | {"disputes": address}
    path.write_text(json.dumps(described), "utf-8")
    if is_one:
        assert load(folder).descriptor["disputes"] == address
        return
    with pytest.raises(DataError) as caught:
        load(folder)
    (problem,) = caught.value.problems
    assert problem.column == "disputes"
    assert "mailbox" in problem.expected
