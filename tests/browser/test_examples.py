"""The worked examples of targets in a browser: every tab, on a phone and a laptop."""

import pytest
from browser import ROOT, link, serving, settled
from conftest import OWN_TABS
from tiers import each_value

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)


@pytest.fixture(scope="module", params=["castravel-ormindale", "pellawyn-tarquay"])
def example(request, tmp_path_factory):
    """Yield the address of a page of one of the two pairs."""
    data = ROOT / "tests" / "packages" / request.param
    with serving(tmp_path_factory.mktemp(request.param), data=data) as address:
        yield address


@pytest.mark.parametrize(
    ("tab", "axis"), each_value(OWN_TABS, ["By step", "Over time"])
)
def test_a_tab_has_no_error_and_goes_over_no_edge(visit, example, tab, axis):
    page = visit(link(tab=tab, axis=axis), at=example)
    settled(page, tab)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settled(page, tab)
        assert not page.locator("[data-testid=stException]").count()
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
