"""The first screen: the finding and every bar, and nothing that hides them."""

import re
from functools import partial

import pytest
from browser import chart, press, settled, until
from playwright.sync_api import expect
from tiers import each_pair

pytestmark = pytest.mark.browser

# The size of a window to the lowest place where the chart may begin, in px.
SCREENS = {(1280, 900): 360, (390, 844): 520}
WORDS = 70  # before the chart
SHIFT = 0.05  # of the layout, as browsers measure it

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput) shifts.push([entry.value, ...entry.sources.map(
      ({ node, previousRect: from, currentRect: to }) =>
        [(node?.outerHTML ?? node?.data ?? "").slice(0, 100), from, to])]);
}).observe({ type: "layout-shift", buffered: true });
"""
# Each text in sight with its first box; letters of an icon font are no text.
MEASURE = """(figure) => {
  const drawn = figure.getBoundingClientRect();
  const bars = [...figure.querySelectorAll('.point path')]
    .map((bar) => bar.getBoundingClientRect());
  const main = document.querySelector('[data-testid=stMain]');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = [], hidden = [], cut = [], off = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })
      || parent.closest('[data-testid=stIconMaterial], style, script, .modebar'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (box.bottom <= drawn.top) words.push(...node.data.trim().split(/\\s+/));
    if (box.bottom > innerHeight) continue;
    if (box.left < 0 || box.right > innerWidth + 1) off.push(node.data);
    const met = document.elementFromPoint(
      box.left + box.width / 2, box.top + box.height / 2);
    if (met?.closest('[data-testid=stHeader], [data-testid=stToolbar]'))
      hidden.push(node.data);
    for (let over = parent; over && over !== main; over = over.parentElement)
      if (getComputedStyle(over).textOverflow === 'ellipsis'
        && over.scrollWidth > over.clientWidth) cut.push(node.data);
    if (node.data.includes('…')) cut.push(node.data);
  }
  return {
    top: drawn.top, words, hidden, cut, off,
    bars: bars.length,
    outside: bars.filter((bar) => bar.top < 0 || bar.left < 0
      || bar.right > innerWidth || bar.bottom > innerHeight).length,
    sideways: Math.max(...[main, document.documentElement].map(
      (box) => box.scrollWidth - box.clientWidth)),
    shifts: window.shifts,
  };
}"""


@pytest.mark.parametrize(
    ("name", "screen", "scheme"),
    each_pair(("site", "invented_site"), SCREENS, ("light", "dark")),
)
def test_the_first_screen_shows_every_bar_and_hides_nothing(
    visit, with_fonts, request, name, screen, scheme
):
    width, height = screen
    address = with_fonts(request.getfixturevalue(name))
    page = visit("", width, scheme, height=height, at=address, script=WATCH_SHIFTS)
    settled(page, "Agreements")
    page.evaluate("document.fonts.ready")
    found = page.evaluate(MEASURE, chart(page).element_handle())
    assert found["top"] <= SCREENS[screen]
    assert found["bars"] >= 3
    assert found["outside"] == 0
    assert 10 < len(found["words"]) <= WORDS, found["words"]
    assert found["hidden"] == []
    assert found["cut"] == []
    assert found["off"] == []
    assert found["sideways"] <= 0
    assert sum(value for value, *_ in found["shifts"]) < SHIFT, found["shifts"]
    for control in ("View", "Axis"):
        box = page.get_by_role("radiogroup", name=control).bounding_box()
        assert box and box["y"] + box["height"] <= height, control


@pytest.fixture
def caveats(visit):
    """Yield a page with the buttons of its caveats, none of them open."""
    page = visit()
    settled(page, "Agreements")
    return page, caveats_of(page)


def caveats_of(page):
    """Return the buttons of the caveats, each with what it opens."""
    buttons = page.locator(".caveats button")
    expect(buttons.nth(3)).to_be_visible()
    return [
        (button, page.locator(f"#{button.get_attribute('popovertarget')}"))
        for button in buttons.all()
    ]


def test_every_caveat_opens_by_mouse_and_by_keyboard_and_gives_the_focus_back(caveats):
    page, found = caveats
    for place, (button, caveat) in enumerate(found):
        by_key = partial(button.press, ("Enter", "Space")[place % 2])
        for opening in (button.click, by_key):
            expect(caveat).to_be_hidden()
            until(opening, expect(caveat).to_be_visible)
            press(page, "Escape", expect(caveat).to_be_hidden)
            expect(button).to_be_focused()


def test_every_caveat_opens_by_touch_within_the_screen_of_a_phone(chromium, site):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(site)
    settled(page, "Agreements")
    for button, caveat in caveats_of(page):
        until(button.tap, expect(caveat).to_be_visible)
        box = caveat.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert box["y"] >= 0 and box["y"] + box["height"] <= 844
        until(lambda: page.touchscreen.tap(5, 5), expect(caveat).to_be_hidden)
    context.close()


def test_no_caveat_says_what_it_is_only_to_a_hovering_mouse(caveats):
    page, _ = caveats
    expect(page.locator("[data-testid=stMain] [title]:not(iframe)")).to_have_count(0)
    expect(page.get_by_test_id("stTooltipIcon")).to_have_count(0)
    assert re.search(r"\$3 billion", page.get_by_role("heading", level=1).inner_text())
