"""Open to everyone: axe-core, the keyboard alone, zoom, forced colours."""

import re
from itertools import pairwise, product

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import chart, choose, finished, link, open_tab, press, settled, until
from conftest import TABS
from playwright.sync_api import expect
from tiers import each_value, first_of

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def axe():
    return Axe()


def violations(axe, page, part=None):
    found = axe.run(page, part).response["violations"]
    return [
        (item["id"], [node["html"][:200] for node in item["nodes"]]) for item in found
    ]


@pytest.mark.parametrize(
    ("tabs", "scheme", "width"),
    [(TABS[:3], "light", 1280), (TABS[3:], "dark", 360)],
    ids=["light", "dark"],
)
def test_axe_finds_nothing_from_tab_to_tab(visit, axe, tabs, scheme, width):
    page = visit(link(tab=tabs[0], axis="Over time", numbers="true"), width, scheme)
    settled(page, tabs[0])
    assert violations(axe, page) == []
    for tab in tabs[1:]:
        open_tab(page, tab)
        # What stands above has been looked at.
        assert violations(axe, page, "[role=tabpanel]") == [], tab


@pytest.mark.exhaustive
@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(
    ("scheme", "width"), [*product(("light", "dark"), (1280, 360))]
)
def test_axe_finds_nothing_on_any_tab(visit, axe, tab, scheme, width):
    query = link(tab=tab, axis="Over time", numbers="true")
    page = visit(query, width, scheme)
    settled(page, tab)
    assert violations(axe, page) == []


@pytest.mark.parametrize(
    ("query", "scheme"),
    each_value(["reading=C002", "embed=true", "view=Target"], ["light", "dark"]),
)
def test_axe_finds_nothing_in_a_source_a_frame_or_another_view(
    visit, axe, query, scheme
):
    page = visit(query, scheme=scheme)
    finished(page)
    assert violations(axe, page) == []


@pytest.mark.parametrize("scheme", first_of("dark", "light"))
def test_axe_finds_nothing_in_what_opens_beside_the_chart(visit, axe, scheme):
    page = visit(scheme=scheme)
    settled(page, TABS[0])
    body = page.get_by_test_id("stPopoverBody").filter(visible=True)
    caveat = page.locator("[popover]").filter(visible=True)
    for name, opens in (
        ("Whose figures?", caveat),
        ("Not like with like", caveat),
        ("Options", body),
        ("Share", body),
    ):
        button = page.get_by_role("button", name=name, exact=True)
        until(button.click, expect(opens).to_have_count, 1)
        finished(page)
        assert violations(axe, page) == [], name
        press(page, "Escape", expect(opens).to_have_count, 0)


def test_the_headings_are_in_order_and_none_is_skipped(visit):
    page = visit()
    settled(page, TABS[0])
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def focused(page):
    """Return what has the focus, and whether it can be seen."""
    return page.evaluate(
        """() => {
            const found = document.activeElement;
            const seen = (element) => {
                const style = getComputedStyle(element);
                const wide = parseFloat(style.outlineWidth) > 0;
                return style.outlineStyle !== 'none' && wide
                    || style.boxShadow !== 'none'
                    || style.borderTopColor === 'rgb(0, 68, 79)'
                    || getComputedStyle(element, '::after').outlineStyle !== 'none';
            };
            let box = found;
            let visible = false;
            for (let step = 0; box && step < 4 && !visible; step += 1) {
                visible = seen(box);
                box = box.parentElement;
            }
            return {
                name: found.getAttribute('aria-label') || found.textContent
                    || found.value,
                role: found.getAttribute('role') || found.tagName.toLowerCase(),
                visible,
            };
        }"""
    )


def tab_to(page, wanted, steps=60):
    """Press Tab until what is wanted has the focus; return what came by."""
    seen = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        if re.search(wanted, f"{seen[-1]['role']} {seen[-1]['name']}"):
            return seen
    raise AssertionError(f"{wanted} is not reached: {[item['name'] for item in seen]}")


def press_and_see_the_chart(page, key):
    """Press a key, and wait until a new drawing is in the place of the old one.

    A focus inside the old one would go with it.
    """
    old = chart(page).locator(".main-svg").first.element_handle()
    page.keyboard.press(key)
    old.wait_for_element_state("hidden")
    chart(page).locator(".modebar-btn").first.wait_for(state="attached")
    settled(page, TABS[0])


def test_the_whole_journey_by_keyboard_alone(visit):
    page = visit()
    settled(page, TABS[0])
    seen = tab_to(page, "^button Whose figures")
    caveat = page.locator("#finding-whose")
    press(page, "Enter", expect(caveat).to_be_visible)
    press(page, "Escape", expect(caveat).to_be_hidden)
    seen += tab_to(page, "^radio Actual")
    target = page.get_by_role("radio", name="Target")
    press(page, "ArrowRight", expect(target).to_be_focused)
    press_and_see_the_chart(page, "Space")
    expect(page).to_have_url(re.compile("view=Target"))
    seen += tab_to(page, "^radio By step")
    time = page.get_by_role("radio", name="Over time")
    press(page, "ArrowRight", expect(time).to_be_focused)
    press_and_see_the_chart(page, "Space")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    seen += tab_to(page, "^button .*No deadline")
    seen += tab_to(page, "^summary .*The numbers of this chart")
    press(page, "Enter", expect(page).to_have_url, re.compile("numbers=true"))
    expect(page.locator("table.whole").first).to_be_visible()
    seen += tab_to(page, "^tab ")
    timeline = page.get_by_role("tab", name="Timeline")
    press(page, "ArrowRight", expect(timeline).to_be_focused)
    press(page, "Enter", expect(page).to_have_url, re.compile("tab=Timeline"))
    # A field shows its caret, a table draws its own frame, and the scrolling part
    # of the page, which Streamlit lets take the focus, shows none.
    others = ("main", "input", "canvas")
    stops = [
        item
        for item in seen
        if item["role"] not in others and "columns" not in item["name"]
    ]
    assert len(stops) > 10
    unseen = [item for item in stops if not item["visible"]]
    assert not unseen, unseen


def test_a_keyboard_opens_what_a_mark_opens(visit):
    page = visit("numbers=true")
    settled(page, TABS[0])
    choice = page.get_by_role("combobox", name=re.compile("Open the source of"))
    first = page.get_by_role("option").first
    dialog = page.get_by_role("dialog", name="Source")

    def type_and_take():
        choice.clear()
        choice.press_sequentially("over $3 billion")
        expect(first).to_contain_text("over $3 billion")
        page.keyboard.press("Enter")

    until(type_and_take, expect(dialog).to_contain_text, "over $3 billion")
    press(page, "Escape", expect(dialog).to_have_count, 0)


def test_a_reader_who_wants_less_motion_gets_less(visit):
    page = visit(reduced_motion="reduce")
    finished(page)
    page.wait_for_function(
        # What takes no time moves nothing: it only waits.
        "() => !document.getAnimations().some(a => a.playState === 'running' && "
        "a.effect.getComputedTiming().duration > 0)"
    )


def test_at_200_per_cent_nothing_is_lost_or_needs_sideways_scrolling(visit):
    page = visit(width=640)  # a window of 1280 at 200 per cent
    choose(page, "View", "Target")
    expect(chart(page)).to_contain_text("Second target")
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-testid=stMain], html')]"
        ".every(element => element.scrollWidth <= 640)"
    )


def test_with_forced_colours_controls_and_words_stay(visit, axe):
    page = visit(forced_colors="active")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    chosen = page.get_by_role("radio", name="Both")
    expect(chosen).to_be_checked()
    assert violations(axe, page) == []
