"""The static twin in a real Chromium: its limits, without scripts, and on paper."""

import re
import zipfile
from datetime import date
from itertools import combinations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import TIMEOUT, watch
from conftest import ROOT, loaded
from playwright.sync_api import expect
from tiers import first_of

from components.dataset import load
from components.files.twin import as_html
from components.measures.record import Record

pytestmark = pytest.mark.browser

PACKAGES = (ROOT / "data", ROOT / "tests" / "packages" / "quennaria-sundrift")
# Width and height of the window: px from above to the chart, px of the folded page.
LIMITS = {(1280, 900): (360, 8_000), (390, 844): (520, 14_000)}
MAX_WORDS = 70  # before the chart
WIDTHS = (360, 390, 768, 1280, 1920)
DRAWN = "figure:visible svg[role=figure]"
# What a label takes: the boxes of the words that can be seen.
LABELS = """() => [...document.querySelectorAll("svg text")]
  .map((text) => [text, text.getBoundingClientRect()])
  .filter(([, box]) => box.width)
  .map(([text, box]) => ({
    words: text.textContent, left: box.left, right: box.right,
    // Letters, without the room above and below them.
    top: box.top + 3, bottom: box.bottom - 3,
  }))"""
BEFORE = """() => {
  const figures = [...document.querySelectorAll("figure")];
  const chart = figures.find((figure) => figure.checkVisibility());
  const range = document.createRange();
  range.setStart(document.body, 0);
  range.setEndBefore(chart.querySelector("svg"));
  const seen = document.createTreeWalker(range.cloneContents(), NodeFilter.SHOW_TEXT);
  const words = [];
  while (seen.nextNode()) {
    const { parentElement: parent, data } = seen.currentNode;
    if (!parent?.closest("[popover], figure, .scale, legend, script, style"))
      words.push(...data.split(/\\s+/).filter(Boolean));
  }
  return words;
}"""


@pytest.fixture(scope="module", params=first_of(*PACKAGES), ids=lambda path: path.name)
def twin_file(request, tmp_path_factory):
    """Return the static twin of a package: the project's own, or an invented one."""
    path = tmp_path_factory.mktemp("twin") / "twin.html"
    record = Record(loaded(request.param))
    path.write_text(as_html(record, on=date(2026, 11, 26)), "utf-8")
    return path


@pytest.fixture
def twin(chromium, twin_file):
    """Return a function that opens the static twin with the network off."""
    contexts, asked, errors = [], [], []

    def opened(fragment="", size=(1280, 900), **options):
        context = chromium.new_context(
            viewport=dict(zip(("width", "height"), size, strict=True)),
            offline=True,
            **options,
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


def choose(page, name):
    page.locator(".controls").get_by_text(name, exact=True).click()


def overlapping(page):
    """Return the pairs of labels of which one stands on the other."""
    boxes = page.evaluate(LABELS)
    assert boxes
    return [
        (one["words"], other["words"])
        for one, other in combinations(boxes, 2)
        if one["left"] < other["right"] - 1
        and other["left"] < one["right"] - 1
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]


@pytest.mark.parametrize("size", LIMITS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_screen_and_the_folded_page_keep_their_limits(twin, size, scheme):
    page = twin(size=size, color_scheme=scheme, java_script_enabled=False)
    chart_top, height = LIMITS[size]
    assert page.locator(DRAWN).first.bounding_box()["y"] <= chart_top
    width, whole = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    assert width <= size[0]
    assert whole <= height
    assert len(page.evaluate(BEFORE)) <= MAX_WORDS
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert (ink == "rgb(27, 35, 51)") == (scheme == "light")


def test_no_label_stands_on_another_and_none_is_cut(twin):
    page = twin(java_script_enabled=False)
    # What is folded has no places of its own.
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = 1)")
    for axis in (("By step",), ("Over time", "Linear"), ("Over time", "Logarithmic")):
        for name in axis:
            choose(page, name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert overlapping(page) == [], (axis, width)
            for label in page.evaluate(LABELS):
                assert label["left"] >= 0, (axis, width, label)
                assert label["right"] <= width, (axis, width, label)


def test_view_and_axis_toggle_without_scripts(twin):
    page = twin(java_script_enabled=False)
    shown = page.locator(DRAWN)
    both = shown.first.get_attribute("aria-label")
    assert both.startswith("Trajectory by step")
    choose(page, "Target")
    target = page.locator(".trajectory").locator(DRAWN).first
    assert target.get_attribute("aria-label") != both
    expect(page.get_by_text("Linear", exact=True)).to_be_hidden()
    choose(page, "Over time")
    assert target.get_attribute("aria-label").startswith("Trajectory over time")
    expect(page.get_by_text("Linear", exact=True)).to_be_visible()
    assert page.locator(".trajectory > figure:visible").count() == 1


def test_a_caveat_opens_and_closes_by_the_keyboard_without_scripts(twin):
    page = twin(java_script_enabled=False)
    button = page.locator(".first .caveats button").first
    whole = page.locator(".first .caveat").first
    expect(whole).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(whole).to_be_visible()
    page.keyboard.press("Escape")
    expect(whole).to_be_hidden()
    expect(button).to_be_focused()


def test_a_bar_leads_to_its_row_in_a_folded_part(twin):
    page = twin()
    link = page.locator(f"{DRAWN} a").first
    row = page.locator(link.get_attribute("href"))
    expect(row).to_be_hidden()
    link.click()
    expect(row).to_be_visible()
    expect(row).to_be_in_viewport()


def test_the_address_names_the_view(twin):
    page = twin()
    choose(page, "Target")
    choose(page, "Over time")
    again = twin(page.url.partition(".html")[2])
    expect(again.locator("#view-target")).to_be_checked()
    expect(again.locator("#axis-time")).to_be_checked()
    assert again.locator(".trajectory > figure:visible").count() == 1


@pytest.mark.parametrize("size", LIMITS)
def test_the_table_of_agreements_can_be_searched(twin, size):
    page = twin(size=size)
    rows = page.locator("#agreement-rows > tr")
    if not rows.count():
        pytest.skip("this package lists no agreements")
    page.get_by_text(re.compile(r"^\d+ agreements?, with sources$")).click()
    first = rows.first.locator(".title").inner_text()
    total = rows.count()
    page.get_by_role("searchbox", name="Search").fill(first.upper())
    said = page.locator("#search output")
    expect(said).to_have_text(re.compile(rf"^[1-9]\d* of {total} "))
    shown = page.locator("#agreement-rows > tr:visible")
    expect(shown).to_have_count(int(said.inner_text().split()[0]))
    page.get_by_role("searchbox", name="Search").fill("no such words")
    expect(page.locator("#agreement-rows > tr:visible")).to_have_count(0)
    expect(page.locator("#search output")).to_have_text(re.compile("^0 of "))


@pytest.mark.parametrize("scripts", [True, False])
def test_paper_shows_what_is_folded_and_no_control(twin, scripts):
    page = twin(color_scheme="dark", java_script_enabled=scripts)
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 680, "height": 900})
    expect(page.locator(".controls")).to_be_hidden()
    hidden = page.evaluate(
        """() => [...document.querySelectorAll(
             "details > :not(summary), details li, .caveat, .whole td")]
          .filter((part) => !part.closest("figure, #search"))
          .filter((part) => !part.checkVisibility({ contentVisibilityAuto: true }))
          .map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert hidden == []
    # Both axes of the view, on white.
    assert page.locator(".trajectory > figure:visible").count() >= 2
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 35, 51)"
    assert overlapping(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_the_data_can_be_taken_from_the_twin(twin, tmp_path):
    page = twin()
    link = page.get_by_role("link", name=re.compile(r"^Download the data, [\d,]+ rows"))
    with page.expect_download() as found:
        link.click()
    with zipfile.ZipFile(found.value.path()) as packed:
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    rows = load(folder / "data").row_count
    assert link.inner_text() == f"Download the data, {rows:,} rows (zip)"


# The project's own has so many rows that it takes ten times as long.
@pytest.mark.parametrize(
    ("twin_file", "scheme"),
    [
        (PACKAGES[1], "light"),
        (PACKAGES[1], "dark"),
        pytest.param(PACKAGES[0], "light", marks=pytest.mark.exhaustive),
        pytest.param(PACKAGES[0], "dark", marks=pytest.mark.exhaustive),
    ],
    indirect=["twin_file"],
)
def test_axe_finds_nothing_folded_or_open(twin, scheme):
    page = twin(size=(390, 844), color_scheme=scheme)
    axe = Axe()
    page.evaluate(
        "for (const part of document.querySelectorAll('details')) part.open = true"
    )
    choose(page, "Over time")
    found = axe.run(page).response["violations"]
    assert [
        (item["id"], [node["html"][:200] for node in item["nodes"]]) for item in found
    ] == []


def test_a_link_into_a_folded_part_opens_it(twin):
    page = twin()
    first = page.locator("[id^=reading-]").first.get_attribute("id")
    again = twin(f"#{first}")
    expect(again.locator(f"#{first}")).to_be_visible()
