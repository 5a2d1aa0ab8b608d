"""What left the first screen of version 0.3.0: a click away, on paper, in a file."""

import re
from datetime import date

import pytest
from browser import chart, choose, finished, link, press, settled, until
from conftest import ROOT, loaded
from playwright.sync_api import expect

from components.files.twin import as_html
from components.measures.record import Record

pytestmark = pytest.mark.browser

# Each of what the first screen of version 0.3.0 said, in the words of today.
SAID = {
    "one speaker on one day": r"figures come from one speaker on 12 June 2023",
    "who the speaker is": r"Ebrahim Raisi, (?:then p|P)resident of Iran",
    "a statement is no statistic": r"Statements, not statistics",
    "others report another value": r"\$3\.6 billion",
    "what is published leaves out oil": r"which leave out oil",
    "what is published, and of whom": r"\$118\.1 million of non-oil goods from Iran",
    "no deadline": r"named without a date",
    "the medium term": r"in the medium term",
    "not like with like": r"not like with like",
    "the ratio, and what it is not": r"at least (?:about )?25 times that, but",
    "the claim is not shown to be wrong": r"does not show that the claim is wrong",
    "cooperation": r"Cooperation, say",
    "whether oil is counted": r"whether oil or services are included was not said",
    "no ratio of the claims is exact": r"at least 5 times \$600 million \(rough\)",
    "the share of a target": r"at least 30% of it \(rough\)",
    "sources": r"Sources: Tehran Times, Tasnim News Agency and IRNA",
    "19 and 25 documents": r"19\s*Ebrahim Raisi[^$]*25\s*Nicolás Maduro",
}


def lacking(text):
    """Return what of all that was said is not in a text."""
    plain = re.sub(r"\s+", " ", text)
    return [what for what, words in SAID.items() if not re.search(words, plain)]


def main_text(page):
    return page.get_by_test_id("stMain").inner_text()


def test_it_is_one_click_away(visit):
    page = visit()
    settled(page, "Agreements")
    texts = [main_text(page)]
    for button in page.locator(".caveats button").all():
        caveat = page.locator(f"#{button.get_attribute('popovertarget')}")
        until(button.click, expect(caveat).to_be_visible)
        texts.append(caveat.inner_text())
        press(page, "Escape", expect(caveat).to_be_hidden)
    numbers = page.get_by_text("The numbers of this chart")
    until(numbers.click, expect(page.locator("table.whole").first).to_be_visible)
    texts.append(main_text(page))
    choose(page, "Axis", "Over time")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    finished(page)
    texts.append(main_text(page))
    assert lacking(" ".join(texts)) == []


def test_it_is_on_the_sheets_of_both_axes(visit):
    texts = []
    for axis in ("By step", "Over time"):
        page = visit(link(axis=axis))
        settled(page, "Agreements")
        page.emulate_media(media="print")
        expect(page.locator(".caveat").first).to_be_visible()
        texts.append(main_text(page))
    assert lacking(" ".join(texts)) == []


def test_it_is_in_the_page_as_one_file(readers):
    page = readers.new_page()
    page.set_content(as_html(Record(loaded(ROOT / "data")), on=date(2026, 11, 26)))
    text = page.evaluate("document.querySelector('main').textContent")
    page.close()
    assert lacking(text) == []
