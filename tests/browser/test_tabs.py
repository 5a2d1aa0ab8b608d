"""Every tab, on a phone, translated, and under another theme."""

import re

import pytest
from browser import chart, choose, finished, link, settled
from conftest import TABS
from playwright.sync_api import expect
from tiers import each_value

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


@pytest.mark.parametrize("tab", TABS)
def test_few_words_stand_before_the_first_picture_or_table_of_a_tab(visit, tab):
    page = visit(link(tab=tab))
    settled(page, tab)
    words = opened_tab(page).evaluate(
        """(panel) => {
          const first = [...panel.querySelectorAll(
            'table, [role=figure], .main-svg, svg.chart, [data-testid=stDataFrame], '
            + '.counts, .scoreboard, .ladder')].find((part) => part.checkVisibility());
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
    )
    assert len(words) <= WORDS, words


@pytest.mark.parametrize(("tab", "width"), each_value(TABS, (360, 390)))
def test_on_a_phone_nothing_scrolls_inside_the_page_or_sideways(visit, tab, width):
    page = visit(link(tab=tab, axis="Over time"), width)
    settled(page, tab)
    scrollers, sideways = page.evaluate(
        """() => {
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
    )
    assert scrollers == []
    assert sideways <= 0


def test_the_rows_of_a_table_are_a_list_on_a_phone_and_a_grid_elsewhere(visit):
    query = link(tab="Data and method", table="agreements")
    page = visit(query, 390)
    settled(page, "Data and method")
    page.locator("summary").get_by_text("Show 46 rows", exact=True).click()
    expect(page.locator(".on-phone .fields").filter(visible=True)).to_have_count(46)
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
        page.get_by_role("tab", name=tab).click()
        settled(page, tab)
        expect(opened_tab(page)).to_be_visible()
    choose(page, "View", "Both")
    expect(page.locator(".caption")).to_contain_text("Filled: claimed")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator("body")).not_to_contain_text("NotFoundError")


@pytest.mark.parametrize(
    ("first", "then", "ink"),
    [("light", "dark", "rgb(139, 224, 239)"), ("dark", "light", "rgb(0, 68, 79)")],
)
def test_charts_are_drawn_anew_when_the_system_changes_its_theme(
    visit, first, then, ink
):
    page = visit("axis=Over+time", scheme=first)
    name = chart(page).locator("text", has_text="over $3 billion").first
    expect(name).not_to_have_css("fill", ink)
    page.emulate_media(color_scheme=then)
    expect(name).to_have_css("fill", ink)
    ground = page.evaluate("getComputedStyle(document.querySelector('.stApp')).color")
    settled(page, TABS[0])
    for other in chart(page).locator("text").all():
        assert readable(other.evaluate("text => getComputedStyle(text).fill"), then), (
            other.inner_text()
        )
    assert readable(ground, then)


def test_an_open_source_stays_open_in_another_theme_and_closes_by_keyboard(visit):
    page = visit("axis=Over+time&reading=C002", scheme="light")
    finished(page)
    name = page.locator(".js-plotly-plot text", has_text="over $3 billion").first
    page.emulate_media(color_scheme="dark")
    expect(name).to_have_css("fill", "rgb(139, 224, 239)")
    dialog = page.get_by_role("dialog", name="Source")
    expect(dialog).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


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
