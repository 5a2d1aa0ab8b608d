"""What leaves the page, in a real Chromium: images, the embedded page, paper."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from browser import chart
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def share(page):
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("Embed it in another page")).to_be_visible()


def download(page, button):
    with page.expect_download() as found:
        button.click()
    assert len(found.value.suggested_filename) < 60
    return Path(found.value.path()).read_bytes()


def text_of(svg):
    return " ".join(" ".join(ElementTree.fromstring(svg).itertext()).split())


def test_the_figure_for_print_is_white_and_says_all_inside(visit):
    page = visit("view=Target", scheme="dark")
    share(page)
    button = page.get_by_role("button", name=re.compile(r"Image \(SVG\)"))
    svg = download(page, button).decode()
    for said in ("Dashed: a target", "Source", "Caveats: ", "view=Target"):
        assert said in text_of(svg), said
    assert "rgb(255, 255, 255)" in svg


def test_the_camera_saves_title_version_day_and_sources(visit):
    page = visit("view=Target")
    chart(page).hover()
    svg = download(page, page.locator(".modebar-btn").first)
    said = text_of(svg)
    assert "Trade Trajectory. Data version" in said
    assert "Source" in said


def test_the_link_follows_the_view(visit):
    page = visit()
    page.get_by_role("radiogroup", name="View").get_by_text("Target").click()
    share(page)
    expect(page.get_by_test_id("stCode").first).to_contain_text("?view=Target")


FITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth;
}"""
HOST = """<!doctype html><meta name="viewport" content="width=device-width">
<body style="margin: 0">{}<p>after</p>"""


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(
    ("width", "axis"),
    [(320, "By+step"), (320, "Over+time"), (390, "Over+time"), (900, "By+step")],
)
def test_the_embedded_page_fits_its_frame(visit, chromium, width, axis, scripts):
    page = visit(f"axis={axis}")
    share(page)
    snippet = page.get_by_test_id("stCode").last.inner_text()
    if not scripts:
        snippet = snippet.partition("<script>")[0]
    context = chromium.new_context(viewport={"width": width, "height": 900})
    host = context.new_page()
    host.set_content(HOST.format(snippet))
    frame = host.frame_locator("iframe")
    expect(chart(frame)).to_be_visible()
    expect(frame.get_by_role("tab")).to_have_count(0)
    expect(frame.get_by_role("radiogroup")).to_have_count(0)
    expect(frame.get_by_role("link", name="Trade Trajectory")).to_be_visible()
    inner = next(item for item in host.frames if "embed=true" in item.url)
    inner.wait_for_function(FITS)
    context.close()


def test_a_row_of_readings_opens_its_source(visit):
    page = visit("tab=Data+and+method&table=readings")
    grid = page.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    page.mouse.click(box["x"] + 18, box["y"] + 52)
    expect(page.get_by_role("dialog", name=re.compile("Source"))).to_be_visible()


def test_the_printed_table_loses_no_column_and_is_not_cut(visit):
    page = visit("tab=Data+and+method&table=readings", width=688)
    table = page.locator(".on-paper", has=page.locator(".fields"))
    expect(table).to_be_attached()
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    assert table.evaluate("element => element.scrollWidth <= element.clientWidth")
    words = table.inner_text()
    for column in ("no_number", "questioned", "note", "wording", "source_id"):
        assert column in words
    assert not re.search(r"\d{6}\.0\b", words)
    expect(page.get_by_test_id("stDataFrame")).to_be_hidden()
