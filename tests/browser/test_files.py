"""What leaves the page, in a real Chromium: files, citations, paper."""

import hashlib
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser import PATIENCE, chart, choose, copied, downloaded, press, settled, until
from conftest import ROOT, loaded
from playwright.sync_api import expect
from tiers import first_of

from components.dataset import load
from components.files import images, printed
from components.files.printed import Taken
from components.measures.record import Record
from components.view import View

pytestmark = pytest.mark.browser

PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def codes(page):
    return page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")


def open_share(page):
    button = page.get_by_role("button", name="Share", exact=True)
    until(button.click, expect(page.get_by_text("Link to this view")).to_be_visible)


@pytest.fixture
def share(visit):
    """Return a function that opens a view and what can be taken of it."""

    def opened(query="", scheme="light"):
        page = visit(query, scheme=scheme)
        settled(page, "Agreements")
        open_share(page)
        return page

    return opened


def download(page, name, ending):
    button = page.get_by_role("button", name=re.compile(name))
    return downloaded(page, button.click, ending)


def text_of(svg):
    return " ".join(ElementTree.fromstring(svg).itertext())


def test_the_zip_is_whole_and_its_image_has_twice_the_dots_that_its_size_needs(
    share, tmp_path
):
    page = share("axis=Over+time&year_chosen_by_the_reader=2030")
    found = download(page, r"^.*Data, [\d,]+ rows \(zip\)", ".zip")
    assert "readers-year-2030.zip" in found.suggested_filename
    with zipfile.ZipFile(found.path()) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for item in manifest["files"]:
        content = (folder / item["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == item["sha256"], item["path"]
    assert "over time" in manifest["view"].lower()
    assert "axis=Over+time" in manifest["link"]
    assert load(folder / "data").version == manifest["data_version"]
    svg = (folder / "figure.svg").read_text("utf-8")
    assert "2030" in text_of(svg)
    png = Path(download(page, r"Image \(PNG\)", ".png").path()).read_bytes()
    assert png.startswith(PNG_HEAD)
    assert int.from_bytes(png[16:20], "big") == 2 * printed.WIDTH


def test_a_change_of_the_view_changes_link_and_snippet(share):
    page = share()
    expect(codes(page).last).to_contain_text("<iframe")
    press(page, "Escape", expect(codes(page)).to_have_count, 0)
    choose(page, "View", "Target")
    open_share(page)
    expect(codes(page).last).to_contain_text("view=Target&amp;embed=true")
    expect(codes(page).first).to_contain_text("?view=Target")


def test_each_form_of_a_citation_has_the_version_and_is_copied(share):
    page = share()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    forms = page.get_by_role("radiogroup", name="Form of the citation")
    starts = {
        "Short": "Iran–Venezuela",
        "Long": "The Trade",
        "BibTeX": "@misc{",
        "CSL-JSON": "[\n  {",
    }
    for form, start in starts.items():
        forms.get_by_text(form, exact=True).click()
        expect(codes(page).nth(1)).to_contain_text(start.split()[0])
        expect(codes(page).nth(1)).to_contain_text("2.1.1")
    assert "2.1.1" in copied(codes(page).nth(1), start)


def on_paper(page, scheme="light"):
    # A browser says so before it lays the page out for paper.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 between its margins


@pytest.mark.parametrize("scheme", first_of("dark", "light"))
def test_the_page_prints_chart_table_and_caveats_without_controls(visit, scheme):
    page = visit(scheme=scheme)
    settled(page, "Agreements")
    on_paper(page, scheme)
    expect(page.locator("#agreement-rows > tr")).to_have_count(46)
    expect(chart(page)).to_be_visible()
    expect(page.locator(".caveat").last).to_be_visible()
    for caveat in page.locator("[data-testid=stMain] .caveat").all():
        expect(caveat).to_be_visible()
    for control in ("tablist", "radiogroup", "searchbox", "slider", "spinbutton"):
        for item in page.get_by_role(control).all():
            expect(item).to_be_hidden()
    for name in ("Options", "Share", "Filter", "Whose figures?"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Download"))).to_have_count(0)
    expect(page.locator(".ladder .bar").first).to_have_css(
        "background-color", "rgb(0, 68, 79)"
    )
    drawing = chart(page).locator(".main-svg").first
    assert re.fullmatch(r"0 0 \d+ \d+", drawing.get_attribute("viewBox"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    for words in (
        page.get_by_role("heading", level=1),
        page.locator(".caveat p").first,
    ):
        ink = words.evaluate("element => getComputedStyle(element).color")
        assert max(map(int, re.findall(r"\d+", ink)[:3])) < 128


@pytest.mark.exhaustive  # of a small package: tests/files/test_printed.py
def test_the_same_view_gives_the_same_images(monkeypatch):
    monkeypatch.setattr(images, "TIMEOUT", PATIENCE)
    record = Record(loaded(ROOT / "data"))
    taken = Taken(View(axis="time"), "https://page.example/", date.today())
    first = printed.images(record, taken)
    images._drawn.cache_clear()
    assert printed.images(record, taken) == first
