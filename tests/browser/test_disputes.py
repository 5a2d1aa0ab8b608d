"""Dispute this, in a browser: a message for the row that a reader looks at."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import chart_fits, finished, link, settled, until
from playwright.sync_api import expect

from components.words.names import TABS

pytestmark = pytest.mark.browser
TO = "mailto:data@quennaria.example"


def body(found):
    address = found.get_attribute("href")
    assert address.startswith(f"{TO}?subject=")
    return parse_qs(urlsplit(address).query)["body"][0]


def test_each_event_can_be_disputed_and_no_link_to_a_message_is_printed(
    visit, invented_site
):
    page = visit(link(tab=TABS["timeline"]), at=invented_site)
    settled(page, TABS["timeline"])
    events = page.locator("ol.events > li")
    expect(events.get_by_role("link", name="Dispute this")).to_have_count(
        events.count()
    )
    found = events.get_by_role("link", name="Dispute this").first
    expect(found).to_be_visible()
    page.emulate_media(media="print")
    expect(found).to_be_hidden()


def test_the_selected_row_of_a_table_can_be_disputed(visit, invented_site):
    query = link(tab=TABS["data"], table="sources")
    page = visit(query, at=invented_site)
    settled(page, TABS["data"])
    expect(page.get_by_text("Select a row to dispute it.")).to_be_visible()
    # The boxes of the rows stand in the first column of the drawn table.
    table = page.get_by_test_id("stDataFrame")
    table.locator("canvas").first.wait_for()
    found = page.get_by_role("link", name="Dispute this")
    until(lambda: table.click(position={"x": 16, "y": 50}), expect(found).to_be_visible)
    assert "of sources, data version 0.1.0" in body(found)
    assert "tab=Data+and+method" in body(found)
    # A phone has a list in place of the table, and names the row by its key.
    named = page.get_by_label("Row to dispute")
    expect(named).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_text("Select a row to dispute it.")).to_be_hidden()
    row = page.get_by_role("option", name="sahifa")
    # The list closes again where the page is still drawn for the new width.
    expect(table.filter(visible=True)).to_have_count(0)
    chart_fits(page)
    named.focus()
    finished(page)
    until(named.click, expect(row).to_be_visible)
    until(row.click, expect(row).to_be_hidden)
    expect(found).to_have_attribute("href", re.compile("sahifa%20of%20sources"))


def test_without_an_address_nothing_can_be_disputed(visit):
    page = visit(link(tab=TABS["timeline"]))
    settled(page, TABS["timeline"])
    expect(page.locator("ol.events > li").first).to_be_visible()
    expect(page.get_by_text("Dispute this")).to_have_count(0)
