"""Headings that sort, in a browser: by mouse and keyboard, without a reload."""

import re

import pytest
from browser import press, settled, until
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def first_row(page):
    return page.locator("#agreement-rows > tr").first


def heading(page, name):
    return page.get_by_role("columnheader", name=name)


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def test_a_heading_sorts_by_mouse_and_then_by_keyboard_without_a_reload(visit):
    page = visit()
    page.evaluate("window.isTheSamePage = true")
    expect(heading(page, "Date")).to_have_attribute("aria-sort", "ascending")
    order = expect(heading(page, "Documents")).to_have_attribute
    until(button(page, "Documents").click, order, "aria-sort", "descending")
    expect(heading(page, "Date")).not_to_have_attribute("aria-sort", "ascending")
    highest = first_row(page).inner_text()
    expect(button(page, "Documents")).to_be_focused()
    press(page, "Enter", order, "aria-sort", "ascending")
    expect(button(page, "Documents")).to_be_focused()
    expect(first_row(page)).not_to_have_text(highest, use_inner_text=True)
    expect(page).to_have_url(re.compile("order=documents$"))
    assert page.evaluate("window.isTheSamePage")


FITS = """() => document.documentElement.scrollWidth <= innerWidth
  && ![...document.querySelectorAll(".rows, .rows *")].some(
    (part) => /auto|scroll/.test(getComputedStyle(part).overflow))"""


@pytest.mark.exhaustive
def test_the_table_fits_every_screen_and_shows_no_button_behind_its_headings(visit):
    page = visit(width=360)
    settled(page, "Agreements")
    expect(first_row(page)).to_be_attached()
    for width in (360, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(FITS)
    expect(page.get_by_role("button", name="value_usd")).to_have_count(0)


def test_paper_has_every_column_and_no_heading_asks_to_be_pressed(visit):
    page = visit()
    expect(first_row(page)).to_be_attached()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})  # A4 between its margins
    cut = page.evaluate(
        """() => {
          const right = document.querySelector(".rows").getBoundingClientRect().right;
          return [...document.querySelectorAll(".rows th, .rows td")].filter(
            (cell) => cell.getBoundingClientRect().right > right + 1
              || cell.scrollWidth > cell.clientWidth + 1).length;
        }"""
    )
    assert cut == 0
    expect(heading(page, "Source")).to_be_visible()
    expect(heading(page, "Note")).to_be_visible()
    # On the second sheet and after it a browser repeats words alone.
    expect(page.locator(".rows th button").filter(visible=True)).to_have_count(0)
    words = heading(page, "Date").evaluate(
        "th => getComputedStyle(th, '::before').content"
    )
    assert words == '"Date"'
