"""Addresses: wherever they leave, they are what stands in the data."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from html import unescape

import pytest
from conftest import EVERY_TABLE
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from components.dataset import load
from components.files import markup, tables, twin
from components.files.archive import as_zip
from components.files.printed import Taken
from components.measures.readings import readings_of
from components.measures.record import Record
from components.page import paper
from components.view import View
from components.words import citations
from components.words.sources import Link, link, markdown
from components.words.text import isolated

DAY = date(1961, 5, 5)
ADDRESSES = (
    "https://fa.example/wiki/ایران_ونزوئلا",
    "https://ar.example/التجارة/2021",
    "https://he.example/הסכם?a=5&b=מיליון",
    "https://paper.example/a--b/-c~=d==e",
    "https://paper.example/~jane/a_b/50%25#part",
    "https://paper.example/?a=1&copy;b=2&lt=3",
)
UNSEEN = re.compile("[\u200b\u2060\u2066-\u2069]")


@pytest.fixture(params=ADDRESSES)
def address(request):
    return request.param


@pytest.fixture
def addressed(package, address):
    """Load the small package, the address in a cell and in notes beside Persian."""

    def change(rows):
        note = f"ایران: {address} (۵ میلیون), 2021"
        rows["sources"][0] |= {"url": address, "note": note}
        for table in ("readings", "agreements", "events", "evidence"):
            rows[table][0]["note"] = note

    return load(package(change))


def addresses(text):
    """Return what a program takes for addresses in a text."""
    return set(re.findall(r"https?://[^\s\"]+", text))


def test_a_link_of_the_page_leads_to_the_address(addressed, address):
    publisher = link(Record(addressed), "gazette")
    assert publisher == Link("The Gazette", address)
    html = MarkdownIt().renderInline(markdown(publisher))
    (leads,) = re.findall(r'href="([^"]*)"', html)
    assert unescape(leads) == MarkdownIt().normalizeLink(address)


def test_the_table_of_agreements_links_to_the_address(addressed, address):
    html = markup.agreements(Record(addressed), addressed.agreements, "Agreements")
    assert address in {unescape(x) for x in re.findall(r'href="([^"]*)"', html)}
    for one in addresses(unescape(html)):
        assert not UNSEEN.search(one)


def test_the_static_twin_links_to_the_address(addressed, address):
    html = twin.as_html(Record(addressed), on=DAY)
    links = {unescape(leads) for leads in re.findall(r'href="([^"]+)"', html)}
    assert address in links
    for one in links:
        assert not UNSEEN.search(one)


@pytest.mark.parametrize("form", citations.FORMS)
def test_a_citation_carries_the_address(addressed, address, form):
    (reading,) = (
        item
        for item in readings_of(addressed, ["latest"])
        if item.reading_id == "latest-1"
    )
    leads = f"{address}?reading=latest-1"
    text = citations.of_reading(Record(addressed), reading, leads, DAY).as_text(form)
    if form == "CSL-JSON":
        (item,) = json.loads(text)
        assert item["URL"] == leads
        assert address in item["note"]
    elif form == "BibTeX":
        (entry,) = parse_string(text, "bibtex").entries.values()
        assert entry.fields["url"] == leads
        assert f"\\url{{{address}}}" in entry.fields["note"]
    else:
        assert leads in text
    assert not any(UNSEEN.search(one) for one in addresses(text))


def test_the_zip_keeps_the_address_and_its_files_are_what_it_says(addressed, address):
    packed = as_zip(Record(addressed), Taken(View(), "", DAY), with_figures=False)
    with zipfile.ZipFile(io.BytesIO(packed)) as source:
        files = {name.split("/", 1)[1]: source.read(name) for name in source.namelist()}
    described = json.loads(files["data/datapackage.json"])
    for resource in described["resources"]:
        content = files[f"data/{resource['path']}"]
        marked = content.startswith(b"\xef\xbb\xbf")
        assert (resource["encoding"], marked) == ("utf-8", False)
    rows = csv.DictReader(io.StringIO(files["data/sources.csv"].decode()))
    assert address in [row["url"] for row in rows]
    for name, content in files.items():
        text = content.decode()
        kept = {one for one in addresses(text) if address[:20] in one}
        assert not any(UNSEEN.search(one) for one in kept), name


def test_the_zip_is_a_package_that_the_check_accepts_with_the_same_rows(
    addressed, tmp_path
):
    packed = as_zip(Record(addressed), Taken(View(), "", DAY), with_figures=False)
    with zipfile.ZipFile(io.BytesIO(packed)) as source:
        source.extractall(tmp_path / "zip")
    (data,) = (tmp_path / "zip").glob("*/data")
    again = load(data)
    for table in EVERY_TABLE:
        assert again.table(table).equals(addressed.table(table)), table


def test_a_table_by_itself_has_the_mark_that_spreadsheets_need(addressed, address):
    content = tables.csv(addressed.sources)
    assert content.startswith(b"\xef\xbb\xbf")
    assert address in content.decode("utf-8-sig")


def test_the_printed_page_leaves_the_address_as_it_is(addressed, address):
    printed = unescape(paper.rows_html(addressed.sources))
    assert address in printed
    assert not any(UNSEEN.search(one) for one in addresses(printed))


@given(st.text(max_size=30), st.sampled_from(ADDRESSES), st.text(max_size=30))
def test_whatever_stands_beside_it_an_address_stays(before, address, after):
    text = f"{before} {address} {after}".replace("\n", " ")
    assert address in isolated(text)
    assert UNSEEN.sub("", isolated(text)) == UNSEEN.sub("", text)
