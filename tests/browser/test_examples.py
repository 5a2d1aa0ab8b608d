"""The worked examples of targets in a browser: every tab, on a phone and a laptop."""

import pytest
from browser import link, settled
from conftest import OWN_TABS

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)
FITS = "document.documentElement.scrollWidth <= innerWidth"
EXAMPLES = ("castravel-ormindale", "pellawyn-tarquay")


@pytest.mark.exhaustive  # without a browser: tests/test_examples.py
@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("tab", OWN_TABS)
@pytest.mark.parametrize("axis", ["By step", "Over time"])
def test_a_tab_has_no_error_and_goes_over_no_edge(visit, sites, example, tab, axis):
    page = visit(link(tab=tab, axis=axis), at=sites(example))
    settled(page, tab)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page, tab)
        assert not page.locator("[data-testid=stException]").count()
        page.wait_for_function(FITS)
