"""The worked examples of targets in a browser: every tab, on a phone and a laptop."""

from itertools import product

import pytest
from browser import link, settled
from conftest import OWN_TABS

from components.words import names

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)
FITS = "document.documentElement.scrollWidth <= innerWidth"
EXAMPLES = ("castravel-ormindale", "pellawyn-tarquay")


@pytest.mark.parametrize(
    ("example", "tab", "axis"),
    [
        # The labels of both have their own tests, and these tabs those of the page.
        ("castravel-ormindale", names.TABS["track"], "By step"),
        ("pellawyn-tarquay", names.TABS["timeline"], "Over time"),
        *(
            pytest.param(*case, marks=pytest.mark.exhaustive)
            for case in product(EXAMPLES, OWN_TABS, ["By step", "Over time"])
        ),
    ],
)
def test_a_tab_has_no_error_and_goes_over_no_edge(visit, sites, example, tab, axis):
    page = visit(link(tab=tab, axis=axis), at=sites(example))
    settled(page, tab)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page, tab)
        assert not page.locator("[data-testid=stException]").count()
        page.wait_for_function(FITS)
