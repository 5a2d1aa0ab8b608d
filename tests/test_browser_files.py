"""What leaves the page, in a real Chromium: files, the twin, paper."""

import hashlib
import json
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser import PATIENCE, TIMEOUT, chart, choose, watch
from components.figures import View
from conftest import ROOT
from playwright.sync_api import expect

from components import export, measures
from components.dataset import load
from components.export import images

pytestmark = pytest.mark.browser

TAKE = "tab=Cite+and+download"
SVG = "{http://www.w3.org/2000/svg}"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def download(page, name):
    with page.expect_download() as found:
        page.get_by_role("button", name=re.compile(name)).click()
    return found.value


def text_of(svg):
    return " ".join(ElementTree.fromstring(svg).itertext())


def test_the_zip_is_whole_and_names_the_view_that_is_open(visit, tmp_path):
    page = visit(f"{TAKE}&axis=Over+time&year_chosen_by_the_reader=2030")
    found = download(page, r"^.*All data and this figure, 527 rows")
    assert "2030-year-chosen-by-the-reader.zip" in found.suggested_filename
    with zipfile.ZipFile(found.path()) as packed:
        assert packed.testzip() is None
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for item in manifest["files"]:
        content = (folder / item["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == item["sha256"], item["path"]
    assert "over time" in manifest["view"]
    assert "axis=Over+time" in manifest["link"]
    assert load(folder / "data").version == manifest["data_version"]
    svg = (folder / "figure.svg").read_text("utf-8")
    assert "2030: year chosen by the reader" in text_of(svg)


def test_the_figure_for_print_is_white_and_says_all_inside(visit):
    page = visit(f"{TAKE}&view=Target", scheme="dark")
    svg = Path(download(page, r"print \(SVG\)").path()).read_text("utf-8")
    root = ElementTree.fromstring(svg)
    assert root.find(f"{SVG}title").text.startswith("Iran–Venezuela Trade Trajectory")
    assert "Second target" in root.find(f"{SVG}desc").text
    words = text_of(svg)
    for said in (
        "Dashed outline: a target",
        "Sources: ",
        "View: Target, by step",
        "data version 1.0.0",
        "view=Target",
    ):
        assert said in words, said
    assert "background: rgb(255, 255, 255)" in svg or "rgb(255, 255, 255)" in svg
    png = Path(download(page, r"print \(PNG\)").path()).read_bytes()
    assert png.startswith(PNG_HEAD)
    width = int.from_bytes(png[16:20], "big")
    assert width == 2 * int(float(root.get("width")))


def test_the_page_as_one_file_names_the_page_that_it_was_taken_from(visit, site):
    page = visit(f"{TAKE}&view=Target")
    twin = Path(download(page, "This page as one file").path()).read_text("utf-8")
    assert f'<link rel="canonical" href="{site}/">' in twin


def test_a_change_of_the_view_changes_link_and_snippet_in_the_open_tab(visit):
    page = visit(TAKE)
    codes = page.get_by_test_id("stCode")
    expect(codes.last).to_contain_text("<iframe")
    choose(page, "View", "Actual")
    expect(codes.last).to_contain_text("?view=Actual&amp;embed=true")
    expect(codes.first).to_contain_text("view=Actual")
    expect(
        page.get_by_text(re.compile("^View: Actual, by step.* Data version"))
    ).to_be_visible()


def test_each_form_of_a_citation_has_a_button_that_copies_it(visit):
    page = visit(TAKE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for place, start in enumerate(("Iran–Venezuela", "The Trade", "@misc{", "[\n  {")):
        code = page.get_by_test_id("stCode").nth(place)
        code.hover()
        code.get_by_role("button", name=re.compile("Copy")).click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(start)
        assert "1.0.0" in copied


def test_the_snippet_shows_the_compact_page_in_another_page(visit, site, chromium):
    page = visit(f"{TAKE}&view=Actual")
    code = page.get_by_test_id("stCode").last
    expect(code).to_contain_text("<iframe")
    context = chromium.new_context()
    other = context.new_page()
    other.set_content(f"<!doctype html><title>Host</title>{code.inner_text()}")
    frame = other.frame_locator("iframe")
    expect(frame.get_by_role("figure", name=re.compile("^Trajectory"))).to_contain_text(
        "over $3 billion"
    )
    expect(frame.get_by_text("Second target")).to_have_count(0)
    expect(frame.get_by_role("tab")).to_have_count(0)
    expect(frame.get_by_role("link", name=re.compile("data version"))).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_prints_chart_cards_table_and_caveats_without_controls(visit, scheme):
    page = visit(scheme=scheme)
    table = page.get_by_role("region", name=re.compile("^Table of agreements"))
    expect(table).to_be_visible()
    # A browser says so before it lays the page out for paper.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme=scheme)
    expect(table).to_be_visible()
    assert table.locator("tbody tr").count() == 45
    whole = "element => element.scrollHeight <= element.clientHeight + 1"
    assert table.evaluate(whole)
    expect(chart(page)).to_be_visible()
    expect(page.get_by_text("At least 5 times the baseline")).to_be_visible()
    expect(
        page.get_by_text(re.compile("Recorded beside the rest: not"))
    ).to_be_visible()
    for control in ("tablist", "radiogroup", "searchbox", "slider", "spinbutton"):
        for item in page.get_by_role(control).all():
            expect(item).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("^Download"))).to_have_count(0)
    drawing = chart(page).locator(".main-svg").first
    assert re.fullmatch(r"0 0 \d+ \d+", drawing.get_attribute("viewBox"))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"
    ink = page.get_by_text("At least 5 times the baseline").evaluate(
        "element => getComputedStyle(element).color"
    )
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 128


def test_the_same_view_gives_the_same_images(monkeypatch):
    monkeypatch.setattr(images, "TIMEOUT", PATIENCE)
    dataset = load(ROOT / "data")
    steps = measures.steps(dataset)
    taken = export.Taken(View(axis="Over time"), "https://page.example/", date.today())
    first = export.print_images(dataset, steps, taken)
    images._drawn.cache_clear()
    assert export.print_images(dataset, steps, taken) == first


@pytest.fixture(scope="module")
def twin_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("twin") / "twin.html"
    path.write_text(export.as_html(load(ROOT / "data"), on=date(2026, 11, 24)), "utf-8")
    return path


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
