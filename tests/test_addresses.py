"""Addresses: wherever they leave, they are what stands in the data."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from html import unescape

import pytest
from components.figures import View
from components.sentences import source_link
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from components import citations, export, markup, measures, passports, wording
from components.dataset import TABLES, load
from components.panels import paper

DAY = date(1961, 5, 5)
ADDRESSES = (
    "https://fa.example/wiki/ایران_ونزوئلا",
    "https://ar.example/التجارة/2021",
    "https://he.example/הסכם?a=5&b=מיליון",
    "https://paper.example/a--b/->c~=d<=e",
    "https://paper.example/~jane/a_b/50%25#part",
    "https://paper.example/?a=1&copy;=2&lt=3",
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


def test_a_note_keeps_its_address_and_isolates_what_stands_around_it(address):
    text = wording.isolated(f"ایران: {address} ونزوئلا")
    assert text == f"\u2067ایران\u2069: {address} \u2067ونزوئلا\u2069"


def test_a_note_on_the_page_is_a_link_to_the_address(address):
    escaped = wording.as_markdown(f"ایران {address} --")
    unescaped = re.sub(r"\\(.)", r"\1", escaped)
    assert address in unescaped
    # Outside the address, two hyphens would become a dash.
    assert unescaped.endswith("-\u2060-")


def test_a_link_of_the_page_leads_to_the_address(address):
    html = MarkdownIt().renderInline(source_link("The Gazette", address, ""))
    (found,) = re.findall(r'href="([^"]*)"', html)
    plain = MarkdownIt().normalizeLink(address)
    assert unescape(found) == plain


def test_the_table_of_agreements_links_to_the_address(addressed, address):
    html = markup.agreements(addressed, addressed.agreements, "Agreements")
    assert address in {unescape(x) for x in re.findall(r'href="([^"]*)"', html)}
    assert unescape(html).count(address) >= 2
    for found in addresses(unescape(html)):
        assert not UNSEEN.search(found)


def test_the_static_twin_links_to_the_address(addressed, address):
    html = export.as_html(addressed, on=DAY, interactive=False)
    found = {unescape(link) for link in re.findall(r'href="([^"]+)"', html)}
    assert address in found
    for one in addresses(unescape(html)):
        assert not UNSEEN.search(one)


@pytest.mark.parametrize("form", citations.FORMS)
def test_a_citation_carries_the_address(addressed, address, form):
    reading = passports.reading(addressed, "latest-1")
    link = f"{address}?reading=latest-1"
    text = citations.of_reading(addressed, reading, link, DAY).as_text(form)
    if form == "CSL-JSON":
        (item,) = json.loads(text)
        assert item["URL"] == link
        assert address in item["note"]
    elif form == "BibTeX":
        entry = parse_string(text, "bibtex").entries["aland-beeland-0.0.1-latest-1"]
        assert entry.fields["url"] == link
        assert f"\\url{{{address}}}" in entry.fields["note"]
    else:
        assert link in text
    assert not any(UNSEEN.search(found) for found in addresses(text))


def test_the_programs_part_of_the_twin_is_as_the_program_takes_it(package):
    def change(rows):
        rows["sources"][0]["title"] = "گزارش ۵ روزنامه"

    dataset = load(package(change))
    html = export.as_html(dataset, on=DAY, interactive=False)
    machine = re.findall(r"<dt>(BibTeX|CSL-JSON)</dt><dd><pre>(.*?)</pre>", html, re.S)
    assert len(machine) == 2
    cited = citations.of_dataset(dataset, "", DAY)
    for form, text in machine:
        assert unescape(text) == cited.as_text(form)


def test_the_zip_keeps_the_address_and_its_files_are_what_it_says(addressed, address):
    taken = export.Taken(View(), "", DAY)
    steps = measures.steps(addressed)
    packed = export.as_zip(addressed, steps, taken, with_figures=False)
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
        found = {one for one in addresses(text) if address[:20] in one}
        assert not any(UNSEEN.search(one) for one in found), name


def test_the_zip_is_a_package_that_the_check_accepts_with_the_same_rows(
    addressed, tmp_path
):
    taken = export.Taken(View(), "", DAY)
    packed = export.as_zip(
        addressed, measures.steps(addressed), taken, with_figures=False
    )
    with zipfile.ZipFile(io.BytesIO(packed)) as source:
        source.extractall(tmp_path / "zip")
    (data,) = (tmp_path / "zip").glob("*/data")
    again = load(data)
    for table in TABLES:
        assert again.table(table).equals(addressed.table(table)), table


def test_a_table_by_itself_has_the_mark_that_spreadsheets_need(addressed, address):
    content = export.csv(addressed.sources)
    assert content.startswith(b"\xef\xbb\xbf")
    assert address in content.decode("utf-8-sig")


def test_the_printed_page_breaks_lines_and_leaves_the_address_as_it_is(address):
    html = paper._breakable(address)
    assert unescape(html.replace("<wbr>", "")) == address
    assert all(len(unescape(part)) <= 17 for part in html.split("<wbr>"))


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(ADDRESSES), st.text(max_size=30))
def test_whatever_stands_beside_it_an_address_stays(before, address, after):
    text = f"{before} {address} {after}".replace("\n", " ")
    assert address in wording.isolated(text)
    assert address in re.sub(r"\\(.)", r"\1", wording.as_markdown(text))
    assert UNSEEN.sub("", wording.isolated(text)) == UNSEEN.sub("", text)
