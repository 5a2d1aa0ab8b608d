"""The first screen in a browser: there at once, gone without a jump, enough alone."""

import pytest
from browser import PATIENCE, chart, finished
from playwright.sync_api import expect
from tiers import each_value, first_of

pytestmark = pytest.mark.browser
# Keeps what a browser counts of all that moves, where both screens had what is on
# both, and how many of each heading there ever were.
WATCH = """
window.shifts = [];
window.places = {first: {}, live: {}};
window.headings = 0;
new PerformanceObserver(list => shifts.push(...list.getEntries()))
  .observe({type: "layout-shift", buffered: true});
const note = () => {
  // The last place of the one, since a font may come late; the first of the other.
  const first = document.getElementById("first");
  const place = places[first ? "first" : "live"];
  for (const what of ["h1", ".pair", ".caption"]) {
    const found = document.querySelector(what)?.getBoundingClientRect().top;
    if (found !== undefined && (first || !(what in place))) place[what] = found;
  }
  const read = [...document.querySelectorAll("h1")].filter(
    heading => heading.checkVisibility({visibilityProperty: true}));
  headings = Math.max(headings, read.length);
};
new MutationObserver(note).observe(document, {childList: true, subtree: true});
"""
SHIFT = "shifts.reduce((sum, entry) => sum + entry.value, 0)"


@pytest.mark.parametrize(
    ("width", "query"),
    each_value((1280, 390), ("", "embed=true", "view=Target", "axis=Over+time")),
)
def test_the_live_page_takes_its_place_without_a_jump(
    visit, with_fonts, site, width, query
):
    page = visit(query, width, at=with_fonts(site), script=WATCH)
    finished(page)
    expect(page.locator("#first")).to_have_count(0)
    assert page.evaluate(SHIFT) < 0.05
    places = page.evaluate("places")
    assert places["first"].keys() == places["live"].keys()
    assert len(places["first"]) == 3
    for what, top in places["first"].items():
        assert abs(top - places["live"][what]) < 3, what
    assert page.evaluate("headings") == 1


@pytest.fixture
def alone(readers, site):
    """Return a function that opens the page in a browser that cannot run it."""
    pages = []

    def opened(query="", **options):
        context = readers.browser.new_context(**options)
        page = context.new_page()
        pages.append(context)
        return page, f"{site}/?{query}"

    yield opened
    for context in pages:
        context.close()


def test_without_scripts_it_has_words_and_picture_and_leads_on(alone):
    page, address = alone("view=Target", java_script_enabled=False)
    page.goto(address)
    expect(page.locator("#first h1")).to_be_visible()
    expect(page.locator("#first svg.by-step")).to_be_visible()
    expect(page.get_by_text("The controls need scripts")).to_be_visible()
    page.get_by_role("link", name="The whole page as one file").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/page.html")


def test_without_web_sockets_it_stays_and_says_so_after_some_seconds(alone):
    page, address = alone()
    page.clock.install()
    tried = []
    page.route_web_socket("**/*", lambda socket: (tried.append(socket), socket.close()))
    held = []
    page.route("**/static/js/index.*.js", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    late = page.locator("#first .late")
    page.locator("#first.watched").wait_for()
    # However long the scripts take, they are still to come.
    page.clock.run_for(20_000)
    expect(late).to_be_hidden()
    assert held
    for route in held:
        route.continue_()
    for _ in range(20 * PATIENCE):
        if tried:
            break
        page.wait_for_timeout(50)
    assert tried
    expect(late).to_be_hidden()
    page.clock.run_for(7_000)
    expect(late).to_be_visible()
    expect(page.locator("#first h1")).to_be_visible()
    expect(page.locator("#first svg.by-step")).to_be_visible()


def test_an_open_caveat_stays_open_when_the_live_page_comes(alone):
    page, address = alone()
    page.route("**/PlotlyChart*.js", lambda route: waiting.append(route))
    waiting = []
    page.goto(address)
    page.locator("#first .first button").first.click()
    expect(page.locator("#first [popover]").first).to_be_visible()
    page.locator("#root h1").wait_for(state="attached")
    for route in waiting:
        route.continue_()
    page.unroute("**/PlotlyChart*.js")
    chart(page).locator(".main-svg").first.wait_for()
    expect(page.locator("#root header [popover]").first).to_be_visible()


@pytest.mark.parametrize("scheme", first_of("dark", "light"))
def test_it_has_the_ground_of_the_live_page(alone, scheme):
    page, address = alone(color_scheme=scheme)
    page.goto(address, wait_until="commit")
    ground = "found => getComputedStyle(found).backgroundColor"
    first = page.locator("#first").evaluate(ground)
    chart(page).locator(".main-svg").first.wait_for()
    assert page.locator(".stApp").evaluate(ground) == first
