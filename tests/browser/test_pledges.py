"""The tab of other pledges as a reader sees it: fitting, and open to both hands."""

import re

import pytest
from browser import click_place, finished, link, press, settled, until
from playwright.sync_api import expect
from tiers import first_of

from components.words import names, pledge_rows

pytestmark = pytest.mark.browser
TAB = names.TABS["pledges"]
# Labels whose end lies beyond the drawing, or that lie on one another.
MISPLACED = """(figure) => {
  const frame = figure.parentElement.getBoundingClientRect();
  const boxes = [...figure.querySelectorAll('span')]
    .map((text) => [text.textContent, text.getBoundingClientRect()]);
  const out = boxes.filter(([, box]) => box.right > frame.right + 1
    || box.left < frame.left - 1).map(([text]) => text);
  const on = boxes.flatMap(([text, one], place) => boxes.slice(place + 1)
    .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1
      && one.top < other.bottom - 2 && other.top < one.bottom - 2)
    .map(([other]) => `${text} / ${other}`));
  return [out, on];
}"""


def opened(visit, *arguments):
    page = visit(link(tab=TAB), *arguments)
    settled(page, TAB)
    return page


def drawing(page):
    return page.get_by_role("figure", name=re.compile("^Where trade stood"))


def sources(page):
    return page.get_by_role("dialog")


@pytest.mark.parametrize("scheme", first_of("light", "dark"))
def test_every_target_is_named_beside_its_line_at_any_width(visit, scheme):
    page = opened(visit, 390, scheme)
    sizes = page.get_by_role("figure", name=re.compile("times the trade of the day"))
    for width in (390, 1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for figure in (drawing(page), sizes):
            expect(figure.locator("a.mark").first).to_be_visible()
        expect(drawing(page)).to_contain_text("(this pair)")
        assert drawing(page).evaluate(MISPLACED) == [[], []], width
        assert sizes.evaluate(MISPLACED) == [[], []], width


def test_a_mark_opens_both_sources_and_the_address_names_them(visit):
    page = opened(visit)
    mark = drawing(page).locator("a.mark").nth(4)
    until(lambda: click_place(mark), expect(sources(page)).to_be_visible)
    expect(sources(page)).to_contain_text("When it was named")
    assert sources(page).get_by_role("link").count() >= 2
    expect(page).to_have_url(re.compile(r"[?&]pledge="))
    press(page, "Escape", expect(sources(page)).to_have_count, 0)
    expect(page).not_to_have_url(re.compile(r"[?&]pledge="))
    # One of this pair's own targets is a value like any other.
    own = drawing(page).locator("a.mark[aria-label*='(this pair)']").last
    until(lambda: own.dispatch_event("click"), expect(sources(page)).to_be_visible)
    expect(page).to_have_url(re.compile(r"[?&]reading="))
    press(page, "Escape", expect(sources(page)).to_have_count, 0)
    expect(page).not_to_have_url(re.compile(r"[?&](reading|pledge)="))


@pytest.mark.parametrize("scheme", first_of("dark", "light"))
def test_a_chosen_economy_can_be_read_on_its_colour(visit, scheme):
    page = opened(visit, 1280, scheme)
    tag = page.locator("[data-tag] > *").filter(has_text="Venezuela").first
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(tag).to_have_css("color", ground)


def test_the_keyboard_opens_the_same_from_above_the_table(visit):
    page = opened(visit, 390)
    choice = page.get_by_role("combobox", name="Open the sources of")
    expect(drawing(page)).to_be_visible()
    finished(page)
    option = page.get_by_role("option").first

    def take_the_next():
        until(lambda: choice.press("ArrowDown"), expect(option).to_be_visible)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

    until(take_the_next, expect(sources(page)).to_contain_text, "Cite this target")


def test_on_track_leads_here_and_the_table_is_a_list_on_a_phone(visit):
    track = names.TABS["track"]
    page = visit(link(tab=track), 390)
    settled(page, track)
    page.get_by_role("button", name="How did other pledges fare?").click()
    settled(page, TAB)
    rows = page.get_by_role("table", name=pledge_rows.TABLE).get_by_role("row")
    expect(rows.nth(1)).to_be_visible()
    box = rows.nth(1).bounding_box()
    assert box["width"] <= 390
    cells = rows.nth(1).get_by_role("cell")
    assert cells.nth(0).bounding_box()["y"] < cells.nth(4).bounding_box()["y"]
