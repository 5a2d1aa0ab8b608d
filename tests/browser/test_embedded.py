"""The page inside another page: the finding and the chart, at any width."""

import re

import pytest
from browser import chart, choose, settled
from playwright.sync_api import expect
from tiers import each_value

pytestmark = pytest.mark.browser


def test_an_embedded_page_is_the_finding_and_the_chart_alone(visit):
    page = visit("embed=true")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(chart(page)).to_be_visible()
    expect(page.get_by_text("data, sources and method")).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.get_by_role("radiogroup")).to_have_count(0)


@pytest.fixture
def host(chromium, visit):
    """Return a function that shows the snippet of a view in a page of some width."""
    contexts = []

    def shown(width, axis):
        page = visit("view=Actual+(claimed)")
        settled(page, "Agreements")
        choose(page, "Axis", axis)
        page.get_by_role("button", name="Share").click()
        code = page.get_by_test_id("stCode").filter(has_text="<iframe")
        expect(code).to_contain_text("embed=true")
        context = chromium.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        other = context.new_page()
        other.set_content(
            "<!doctype html><title>Host</title><style>body { margin: 0 }</style>"
            f"{code.inner_text()}"
        )
        return other

    yield shown
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("width", "axis"), each_value((320, 390, 900), ("By step", "Over time"))
)
def test_an_embedded_page_fits_its_frame(host, width, axis):
    page = host(width, axis)
    inner = page.frame_locator("iframe")
    drawn = inner.get_by_role("figure", name=re.compile("^Trajectory"))
    expect(drawn).to_contain_text("over $3 billion")
    expect(drawn).not_to_contain_text("Second target")
    expect(inner.get_by_text("data, sources and method")).to_be_visible()
    inner.locator("[data-test-script-state=notRunning]").wait_for()
    # The frame learns its height in a message after the page is laid out.
    expect(inner.get_by_test_id("stMain")).to_have_js_property("scrollLeft", 0)
    page.wait_for_function(
        """() => document.querySelector('iframe').contentWindow.frames.length >= 0"""
    )
    (frame,) = page.frames[1:]
    frame.wait_for_function(
        """() => {
          const main = document.querySelector('[data-testid=stMain]');
          return main.scrollHeight <= main.clientHeight + 1
            && main.scrollWidth <= main.clientWidth
            && document.documentElement.scrollWidth <= innerWidth;
        }""",
        timeout=20_000,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
