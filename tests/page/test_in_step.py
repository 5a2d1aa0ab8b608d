"""Tabs and trajectory stay in step: what a control changes is rerun with it."""

import pytest
from conftest import ROOT, TABS
from pages import html, opened, shown, unfolded
from tiers import each_value

from components.page.parts import OPTIONS

PACKAGES = {
    "data": ROOT / "data",
    "example": ROOT / "tests" / "packages" / "quennaria-sundrift",
}
CHANGES = {
    "view": lambda page: page.segmented_control(key="view").set_value("target"),
    "axis": lambda page: page.segmented_control(key="axis").set_value("time"),
    "log": lambda page: page.toggle(key="log").set_value(True),
    "published": lambda page: page.toggle(key="published").set_value(False),
    "year": lambda page: page.number_input(key="year_chosen_by_the_reader").set_value(
        2035
    ),
}


def parts(page):
    """Return all that a page shows, part by part."""
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]
    files = [button.proto.label for button in page.get("download_button")]
    return {*shown(page).splitlines(), *html(page), *alts, *files}


@pytest.mark.parametrize(
    ("tab", "change", "axis", "package"),
    each_value(TABS, CHANGES, ["By step", "Over time"], PACKAGES),
)
def test_what_a_control_changes_anywhere_is_shown_at_once(
    monkeypatch, tab, change, axis, package
):
    monkeypatch.setenv("TRADE_DATA", str(PACKAGES[package]))
    if change in ("log", "published"):
        axis = "Over time"  # elsewhere both are switched off
    page = unfolded(opened(ROOT, tab=tab, axis=axis), OPTIONS)
    before = parts(page)
    CHANGES[change](page).run()
    assert not page.exception
    # Without a browser, a page is here what was rerun alone.
    rerun = parts(page)
    page.run()
    assert not page.exception
    assert parts(page) - before <= rerun


def test_a_reader_who_names_a_year_sees_it_in_chart_note_and_tab():
    page = unfolded(opened(ROOT, tab="On track?"), OPTIONS)
    assert "2035" not in "".join(parts(page))
    CHANGES["year"](page).run()
    said = [words for words in parts(page) if "2035" in words]
    assert any('<p class="own">' in words for words in said)
    assert any(words.startswith("Growth that a target takes") for words in said)
    assert any(words.startswith("Your year, set under *Options*") for words in said)
