"""What leaves the page, in a real Chromium: the embedded page, paper."""

import re

import pytest
from browser import chart, settled, until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def share(page):
    button = page.get_by_role("button", name="Share")
    body = page.get_by_text("Embed it in another page")
    until(button.click, expect(body).to_be_visible)


FITS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth;
}"""
HOST = """<!doctype html><meta name="viewport" content="width=device-width">
<body style="margin: 0">{}<p>after</p>"""


FRAMES = [(320, "Over+time"), (900, "By+step"), (320, "By+step"), (390, "Over+time")]


@pytest.mark.parametrize(
    ("width", "axis", "kind"),
    [
        (*FRAMES[0], "no script"),
        *(
            pytest.param(*frame, "script", marks=pytest.mark.exhaustive)
            for frame in FRAMES[:2]
        ),
        pytest.param(*FRAMES[1], "no script", marks=pytest.mark.exhaustive),
        *(
            pytest.param(*frame, kind, marks=pytest.mark.exhaustive)
            for frame in FRAMES[2:]
            for kind in ("script", "no script")
        ),
    ],
)
def test_the_embedded_page_fits_its_frame(visit, readers, width, axis, kind):
    page = visit(f"axis={axis}")
    share(page)
    snippet = page.get_by_test_id("stCode").last.inner_text()
    if kind == "no script":
        snippet = snippet.partition("<script>")[0]
    host = readers.new_page()
    host.set_viewport_size({"width": width, "height": 900})
    host.set_content(HOST.format(snippet))
    frame = host.frame_locator("iframe")
    expect(chart(frame)).to_be_visible()
    expect(frame.get_by_role("tab")).to_have_count(0)
    expect(frame.get_by_role("radiogroup")).to_have_count(0)
    expect(frame.get_by_role("link", name="Trade Trajectory")).to_be_visible()
    inner = next(item for item in host.frames if "embed=true" in item.url)
    inner.wait_for_function(FITS)
    host.close()


def test_the_printed_table_loses_no_column_and_a_row_of_it_opens_its_source(visit):
    page = visit("tab=Data+and+method&table=readings", width=688)
    settled(page, "Data and method")
    table = page.locator(".on-paper", has=page.locator(".fields"))
    grid = page.get_by_test_id("stDataFrame")
    expect(table).to_be_attached()
    page.emulate_media(media="print")
    expect(table).to_be_visible()
    assert table.evaluate("element => element.scrollWidth <= element.clientWidth")
    words = table.inner_text()
    for column in ("no_number", "questioned", "note", "wording", "source_id"):
        assert column in words
    assert not re.search(r"\d{6}\.0\b", words)
    expect(grid).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    source = page.get_by_role("dialog", name=re.compile("Source"))
    until(lambda: grid.click(position={"x": 18, "y": 52}), expect(source).to_be_visible)
