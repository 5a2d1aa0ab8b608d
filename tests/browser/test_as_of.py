"""The page as known on a day, in a browser: chosen, followed into files, and left."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from browser import chart, finished, link, open_tab, settled, table_file
from conftest import ROOT, loaded
from playwright.sync_api import expect

from components.measures.known import known_on
from components.words.names import TABS

pytestmark = pytest.mark.browser
# The day before the claim and both targets.
DAY = date(2023, 6, 11)
VOICES = TABS["voices"]


def all_of(page):
    """Return every word of the page and its drawing, and what the address names."""
    settled(page, VOICES)
    panel = page.get_by_role("tabpanel").filter(visible=True)
    expect(panel.get_by_role("heading", name="Sentences to write")).to_be_visible()
    return (
        page.locator(".stMainBlockContainer").inner_text(),
        chart(page).get_attribute("aria-label"),
        chart(page).locator(".main-svg").all_text_contents(),
        sorted(page.url.partition("?")[2].split("&")),
    )


def test_a_reader_goes_to_a_day_takes_its_rows_along_and_comes_back(visit):
    page = visit(link(tab=VOICES, axis="Over time"))
    whole, now = loaded(ROOT / "data"), all_of(page)
    then = known_on(whole, DAY)
    page.get_by_role("button", name="Options").click()
    field = page.get_by_test_id("stPopoverBody").get_by_test_id("stDateInputField")
    # Year, month and day each have a field, and typing goes on to the next.
    field.get_by_role("spinbutton").first.click()
    page.keyboard.type(DAY.strftime("%Y%m%d"))
    page.get_by_role("button", name="June 11, 2023").click()
    expect(page).to_have_url(re.compile(f"as_of={DAY}"))
    page.keyboard.press("Escape")
    expect(page.locator("aside.replayed")).to_contain_text("As known on 11 June 2023.")
    words, label, drawn, _ = all_of(page)
    # Finding, chart, sentences, and the values behind them.
    assert "no target for this trade was known" in words
    assert "$10 billion" not in f"{words} {label} {drawn}"
    assert "Safe to publish" in words
    assert words.count("Raisi") < now[0].count("Raisi")
    open_tab(page, "Agreements")
    expect(page.locator("#agreement-rows > tr")).to_have_count(len(then.agreements))
    file = table_file(page)
    assert f"as-of-{DAY}" in file.suggested_filename
    text = Path(file.path()).read_text("utf-8-sig")
    rows = [*csv.DictReader(io.StringIO(text))]
    assert {row["agreement_id"] for row in rows} == {*then.agreements["agreement_id"]}
    assert {row["as_known_on"] for row in rows} == {DAY.isoformat()}
    assert all(row["signed_on"] <= DAY.isoformat() for row in rows)
    open_tab(page, VOICES)
    page.get_by_role("button", name="Show all that is known").click()
    expect(page).not_to_have_url(re.compile("as_of="))
    expect(page.locator("aside.replayed")).to_have_count(0)
    finished(page)
    assert all_of(page) == now
