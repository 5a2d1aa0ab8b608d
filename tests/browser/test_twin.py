"""The page as one file, in a real Chromium with the network off."""

import re
import zipfile
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import TIMEOUT, watch
from conftest import ROOT
from playwright.sync_api import expect

from components.dataset import load
from components.files.twin import as_html
from components.measures.record import Record

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("twin") / "twin.html"
    record = Record(load(ROOT / "data"))
    path.write_text(as_html(record, on=date(2026, 11, 24)), "utf-8")
    return path


@pytest.fixture
def twin(chromium, file):
    """Return a function that opens the twin."""
    contexts, asked, errors = [], [], []

    def opened(fragment="", width=1280, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, offline=True, **options
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        watch(page, errors, asked)
        page.goto(f"{file.as_uri()}{fragment}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors, errors
    local = (file.as_uri(), "data:")
    assert not [url for url in asked if not url.startswith(local)]


def drawn(page):
    return page.locator(".trajectory figure").filter(visible=True)


def choose(page, option):
    page.locator(".controls").get_by_text(option, exact=True).click()


def test_the_twin_toggles_actual_and_target_on_both_axes(twin):
    page = twin()
    expect(drawn(page)).to_contain_text("over $3 billion")
    expect(drawn(page)).to_contain_text("$20 billion")
    choose(page, "Actual (claimed)")
    expect(drawn(page)).to_contain_text("over $3 billion")
    expect(drawn(page)).not_to_contain_text("Second target")
    choose(page, "Over time")
    choose(page, "Target")
    expect(drawn(page)).to_contain_text("$10 billion")
    expect(drawn(page)).not_to_contain_text("$600 million")
    again = twin(page.url.partition(".html")[2])
    expect(drawn(again)).to_have_count(1)
    expect(drawn(again)).to_contain_text("$10 billion")
    expect(drawn(again)).not_to_contain_text("$600 million")


def test_the_twin_finds_agreements(twin):
    page = twin()
    page.locator("#search input").fill("Caracas  MINING")
    rows = page.locator("#agreement-rows > tr:visible")
    expect(page.locator("#search output")).to_have_text(
        re.compile(r"^\d+ of 46 agreements shown")
    )
    assert 0 < rows.count() < 46
    for row in rows.all():
        assert re.search("mining", row.inner_text(), re.IGNORECASE)


def test_the_twin_toggles_and_reads_without_javascript(twin):
    page = twin(java_script_enabled=False)
    expect(page.locator("#search")).to_be_hidden()
    expect(drawn(page)).to_contain_text("over $3 billion")
    choose(page, "Target")
    expect(drawn(page)).not_to_contain_text("$600 million")
    expect(page.locator("#agreement-rows > tr")).to_have_count(46)
    page.get_by_role("button", name="Whose figures?").click()
    expect(page.locator("#finding-whose")).to_be_visible()


def test_the_data_can_be_taken_from_the_twin(twin, tmp_path):
    page = twin()
    page.evaluate(
        "document.querySelectorAll('details').forEach(part => { part.open = true })"
    )
    with page.expect_download() as found:
        page.get_by_role(
            "link", name=re.compile(r"Download the data, \d+ rows")
        ).click()
    with zipfile.ZipFile(found.value.path()) as packed:
        packed.extractall(tmp_path / "data")
    (folder,) = (tmp_path / "data").iterdir()
    assert len(load(folder / "data").readings) == len(load(ROOT / "data").readings)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_twin_fits_a_phone_in_both_themes_and_a_sheet_of_paper(twin, scheme):
    page = twin(width=360, color_scheme=scheme)
    expect(drawn(page)).to_contain_text("over $3 billion")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (ink == "rgb(27, 35, 51)") == (scheme == "light")
    page.emulate_media(media="print", color_scheme=scheme)
    expect(page.locator(".controls")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 35, 51)"
    expect(drawn(page).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_twin(twin, scheme):
    page = twin(color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"][:200]) for item in found] == []
