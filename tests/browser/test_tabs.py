"""Every tab, on a phone, translated, and under another theme."""

import re

import pytest
from browser import (
    chart,
    chart_fits,
    choose,
    finished,
    link,
    open_tab,
    press,
    settled,
    until,
)
from conftest import TABS
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WORDS = 60  # before the first picture or table of a tab

# What a browser's translation does: it wraps every text.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(
      'svg, script, style, textarea, [translate=no], .notranslate')) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = node.data;
    outer.append(inner);
    node.replaceWith(outer);
  }
}"""


def opened_tab(page):
    return page.locator("[role=tabpanel]").filter(visible=True)


# The words before the first picture or table of a tab, once it has one.
BEFORE = """(panel) => {
          const first = [...panel.querySelectorAll(
            'table, [role=figure], .main-svg, svg.chart, [data-testid=stDataFrame], '
            + '.counts, .scoreboard, .ladder')].find((part) => part.checkVisibility());
          if (!first) return null;
          const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
          const words = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (first.compareDocumentPosition(node)
              !== Node.DOCUMENT_POSITION_PRECEDING) break;
            if (node.data.trim() && node.parentElement.checkVisibility()
              && !node.parentElement.closest('[data-testid=stIconMaterial], style'))
              words.push(...node.data.trim().split(/\\s+/));
          }
          return words;
        }"""
# What scrolls on a phone: boxes inside the page, and the page sideways, in px.
SCROLLING = """() => {
          const main = document.querySelector('[data-testid=stMain]');
          const scrolls = (box) => {
            const { overflowX, overflowY } = getComputedStyle(box);
            return /auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth
              || /auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight;
          };
          const inner = [...main.querySelectorAll('*')].filter(
            (box) => box.checkVisibility() && scrolls(box)
              // A list of tabs may be wider than a phone: it has no end to miss.
              && !box.closest('[role=tablist]'));
          return [
            inner.map((box) => box.outerHTML.slice(0, 150)),
            Math.max(...[main, document.documentElement].map(
              (box) => box.scrollWidth - box.clientWidth)),
          ];
        }"""


@pytest.mark.parametrize(
    ("width", "tabs"),
    [
        (360, TABS[::2]),
        (390, TABS[1::2]),
        pytest.param(360, TABS[1::2], marks=pytest.mark.exhaustive),
        pytest.param(390, TABS[::2], marks=pytest.mark.exhaustive),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else value[0],
)
def test_nothing_scrolls_inside_a_phone_and_few_words_stand_before_a_picture(
    visit, width, tabs
):
    page = visit(link(tab=tabs[0], axis="Over time"), width)
    for tab in tabs:
        page.set_viewport_size({"width": width, "height": 900})
        open_tab(page, tab)
        chart_fits(page)
        scrollers, sideways = page.evaluate(SCROLLING)
        assert scrollers == [], tab
        assert sideways <= 0, tab
        page.set_viewport_size({"width": 1280, "height": 900})
        settled(page, tab)
        panel = opened_tab(page).element_handle()
        words = page.wait_for_function(BEFORE, arg=panel).json_value()
        assert len(words) <= WORDS, (tab, words)


def test_the_rows_of_a_table_are_a_list_on_a_phone_and_a_grid_elsewhere(visit):
    query = link(tab="Data and method", table="agreements")
    page = visit(query, 390)
    settled(page, "Data and method")
    rows = page.locator(".on-phone .fields").filter(visible=True)
    show = page.locator("summary").get_by_text("Show 46 rows", exact=True)
    until(show.click, expect(rows).to_have_count, 46)
    expect(page.get_by_test_id("stDataFrame").filter(visible=True)).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.get_by_test_id("stDataFrame").filter(visible=True)).to_have_count(1)
    expect(page.locator(".on-phone").filter(visible=True)).to_have_count(0)


def test_a_translated_page_still_follows_its_controls_and_opens_its_tabs(visit):
    page = visit()
    settled(page, TABS[0])
    page.evaluate(TRANSLATE)
    choose(page, "View", "Target")
    expect(chart(page)).not_to_contain_text("$600 million")
    page.evaluate(TRANSLATE)
    choose(page, "Axis", "Over time")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    for tab in [*TABS[1:], TABS[0]]:
        page.evaluate(TRANSLATE)
        open_tab(page, tab)
        expect(opened_tab(page)).to_be_visible()
    choose(page, "View", "Both")
    expect(page.locator(".caption")).to_contain_text("Filled: claimed")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("body")).not_to_contain_text("NotFoundError")


# The ground of each theme, and the ink of a claim on it.
THEMES = {
    "light": ("rgb(252, 251, 248)", "rgb(0, 68, 79)"),
    "dark": ("rgb(17, 21, 28)", "rgb(139, 224, 239)"),
}
INKS = "parts => parts.map(part => [part.textContent, getComputedStyle(part).fill])"


def test_each_theme_has_its_colours_and_charts_are_drawn_anew_when_it_changes(visit):
    page = visit(scheme="dark")
    app = page.locator(".stApp")
    claimed = chart(page).locator("text", has_text="Claimed").first
    expect(app).to_have_css("background-color", THEMES["dark"][0])
    expect(claimed).to_have_css("fill", THEMES["dark"][1])
    choose(page, "Axis", "Over time")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    settled(page, TABS[0])
    name = chart(page).locator("text", has_text="over $3 billion").first
    expect(name).to_have_css("fill", THEMES["dark"][1])
    for then in ("light", "dark"):
        ground, ink = THEMES[then]
        page.emulate_media(color_scheme=then)
        expect(app).to_have_css("background-color", ground)
        expect(name).to_have_css("fill", ink)
        settled(page, TABS[0])
        for words, fill in chart(page).locator("text").evaluate_all(INKS):
            assert readable(fill, then), words
        assert readable(app.evaluate("part => getComputedStyle(part).color"), then)


def test_an_open_source_stays_open_in_another_theme_and_closes_by_keyboard(visit):
    page = visit("axis=Over+time&reading=C002", scheme="light")
    finished(page)
    name = page.locator(".js-plotly-plot text", has_text="over $3 billion").first
    page.emulate_media(color_scheme="dark")
    expect(name).to_have_css("fill", "rgb(139, 224, 239)")
    dialog = page.get_by_role("dialog", name="Source")
    finished(page)
    expect(dialog).to_be_focused()
    press(page, "Escape", expect(dialog).to_have_count, 0)


def readable(colour, scheme):
    """Return whether a colour is far enough from the ground of a theme."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    ground = {"light": 0.965, "dark": 0.007}[scheme]  # #fcfbf8 and #11151c
    high, low = max(light, ground), min(light, ground)
    return (high + 0.05) / (low + 0.05) >= 4.5
