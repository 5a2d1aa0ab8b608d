"""The static twin in a real Chromium."""

import re
import zipfile

import pytest
from browser import TIMEOUT, watch
from playwright.sync_api import expect

from components.dataset import load

pytestmark = pytest.mark.browser


@pytest.fixture
def twin(chromium, twin_file):
    """Return a function that opens the static twin with the network off."""
    contexts, asked, errors = [], [], []

    def opened(fragment="", width=1280, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, offline=True, **options
        )
        context.set_default_timeout(TIMEOUT)
        contexts.append(context)
        page = context.new_page()
        watch(page, errors, asked)
        page.goto(f"{twin_file.as_uri()}{fragment}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors
    local = (twin_file.as_uri(), "data:")
    assert not [url for url in asked if not url.startswith(local)]


def drawn(page):
    return page.locator("#chart .svg-container")


def test_the_twin_toggles_actual_and_target_on_both_axes(twin):
    page = twin()
    expect(drawn(page)).to_contain_text("over $3 billion")
    expect(drawn(page)).to_contain_text("Second target")
    page.locator("#controls").get_by_text("Actual", exact=True).click()
    expect(drawn(page)).not_to_contain_text("Second target")
    page.get_by_text("Over time", exact=True).click()
    expect(page.get_by_role("radio", name="Logarithmic")).to_be_checked()
    expect(drawn(page)).to_contain_text("$600m")
    page.locator("#controls").get_by_text("Target", exact=True).click()
    expect(drawn(page)).to_contain_text("First target: $10 billion")
    expect(drawn(page)).not_to_contain_text("$600m")
    expect(page.locator("#notes")).to_contain_text("it has no place in time")
    page.get_by_label("Recorded statistics").uncheck()
    expect(drawn(page)).not_to_contain_text("up to")
    again = twin(page.url.partition(".html")[2])
    expect(drawn(again)).to_contain_text("First target: $10 billion")
    expect(again.get_by_label("Recorded statistics")).not_to_be_checked()


def test_the_twin_finds_agreements(twin):
    page = twin()
    page.get_by_role("searchbox", name="Search").fill("Caracas  MINING")
    rows = page.locator("#agreement-rows > tr:visible")
    expect(page.locator("#search output")).to_have_text(
        re.compile(r"^\d+ of 45 agreements shown$")
    )
    assert 0 < rows.count() < 45
    for row in rows.all():
        assert re.search("mining", row.inner_text(), re.IGNORECASE)


def test_the_twin_reads_without_javascript(twin):
    page = twin(java_script_enabled=False)
    expect(page.get_by_text("Drawing the chart takes JavaScript")).to_be_visible()
    expect(page.locator("#controls")).to_be_hidden()
    expect(page.locator("#search")).to_be_hidden()
    expect(page.get_by_role("cell", name="over $3 billion").first).to_be_visible()
    expect(page.locator("#agreement-rows > tr")).to_have_count(45)


def test_the_data_can_be_taken_from_the_twin(twin, tmp_path):
    page = twin()
    with page.expect_download() as found:
        page.get_by_role("link", name=re.compile("Download the data, 527 rows")).click()
    with zipfile.ZipFile(found.value.path()) as packed:
        packed.extractall(tmp_path / "data")
    (folder,) = (tmp_path / "data").iterdir()
    assert len(load(folder / "data").readings) == 90


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_twin_fits_a_phone_in_both_themes_and_a_sheet_of_paper(twin, scheme):
    page = twin(width=360, color_scheme=scheme)
    expect(drawn(page)).to_contain_text("over $3 billion")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (ink == "rgb(27, 35, 51)") == (scheme == "light")
    bar = page.locator("#chart .point path").first
    fill = "element => getComputedStyle(element).fill"
    assert (bar.evaluate(fill) == "rgb(0, 68, 79)") == (scheme == "light")
    page.emulate_media(media="print", color_scheme=scheme)
    expect(page.locator("#controls")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 35, 51)"
    expect(drawn(page)).to_be_visible()
    assert bar.evaluate(fill) == "rgb(0, 68, 79)"
