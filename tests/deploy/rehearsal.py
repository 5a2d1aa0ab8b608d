"""The page where .ci/rehearse has started it, beside the page as it is here.

A reader there finds all but images, and is told about those.
"""

import contextlib
import os
import re
import time
import urllib.request
from pathlib import Path

import pytest
from browser import PATIENCE, downloaded, link, picture, press, settled, until
from playwright.sync_api import expect

from components.words.names import TABS

pytestmark = pytest.mark.browser
MEMORY = 690_000_000  # bytes, the least that Community Cloud is said to give
FIRST, *OTHERS = TABS.values()
LINKS = [
    "",
    link(axis="Over time", log="true", year_chosen_by_the_reader="2030"),
    link(embed="true"),
]


@pytest.fixture(scope="module", params=["WHOLE", "ALONE"])
def rehearsed(request):
    """Yield address and process of a page, and whether it has its server part."""
    port, process = os.environ[f"REHEARSED_{request.param}"].split()
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).close()
            return address, int(process), request.param == "WHOLE"
        time.sleep(0.2)
    pytest.fail("the server did not start")


def status(process, name):
    """Return the numbers that the system gives of a process under a name."""
    text = Path(f"/proc/{process}/status").read_text()
    return [int(part) for part in re.findall(r"\d+", re.search(f"{name}:.*", text)[0])]


def texts(page, *, has_tabs):
    """Return all that a reader reads, tab by tab; any address is the same."""
    found = []
    for tab in (FIRST, *OTHERS) if has_tabs else [""]:
        if tab:
            page.get_by_role("tab", name=tab).click()
            settled(page, tab)
        # On paper it is all there.
        page.emulate_media(media="print")
        shown = calm(page)
        page.emulate_media(media="screen")
        found.append(re.sub(r"http://127\.0\.0\.1:\d+", "", shown))
    return found


def calm(page):
    """Return the text of a page once its charts are drawn and it changes no more."""
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
            .every(chart => chart.querySelector(".main-svg"))"""
    )
    before, now = None, ""
    while before != now:
        page.wait_for_timeout(300)
        before, now = now, page.get_by_test_id("stMain").inner_text()
    return now


@pytest.fixture(scope="module")
def here():
    """Return a place to keep what a reader reads here."""
    return {}


def test_it_is_not_root(rehearsed):
    _, process, _ = rehearsed
    assert 0 not in status(process, "Uid")


@pytest.mark.parametrize("query", LINKS)
def test_a_reader_loses_no_word(visit, rehearsed, here, query):
    address, _, _ = rehearsed
    has_tabs = "embed" not in query
    if query not in here:
        here[query] = texts(visit(query), has_tabs=has_tabs)
    found = texts(visit(query, at=address), has_tabs=has_tabs)
    assert min(map(len, found)) > 100
    assert found == here[query]


def content(page, name, ending):
    """Return what a button downloads."""
    button = page.get_by_role("button", name=name)
    return downloaded(page, button.click, ending).path().read_bytes()


def test_it_says_that_it_cannot_draw_images_and_hands_out_all_else(visit, rehearsed):
    address, _, _ = rehearsed
    page = visit(at=address)
    share = page.get_by_role("button", name="Share")
    told = page.get_by_text("This server has no Chromium or Chrome")
    until(share.click, expect(told).to_be_visible)
    expect(page.get_by_role("button", name="Image (")).to_have_count(0)
    assert content(page, "Data,", ".zip").startswith(b"PK")
    assert content(page, "This page as one file", ".html").startswith(
        b"<!doctype html>"
    )
    press(page, "Escape", expect(told).to_be_hidden)
    # The way that it names instead.
    assert "<svg" in picture(page).path().read_text("utf-8")
    assert len(page.pdf()) > 10_000


def test_its_own_server_part_brings_first_screen_policy_and_addresses(rehearsed):
    address, _, is_whole = rehearsed
    with urllib.request.urlopen(f"{address}/?view=Target") as found:
        document = found.read()
    assert (b'<main id="first">' in document) == is_whole
    assert ("content-security-policy" in found.headers) == is_whole
    for path in ("page.html", "robots.txt"):
        with urllib.request.urlopen(f"{address}/{path}") as found:
            # Alone, Streamlit answers any path with its own empty document.
            assert (b'<div id="root">' in found.read()) != is_whole


def test_it_needs_little_memory(rehearsed):
    # The last test: the most that the process has held for all of the above.
    _, process, _ = rehearsed
    (peak,) = status(process, "VmHWM")
    print(f"\nat most {peak / 1000:.0f} MB of memory")
    assert peak * 1024 < MEMORY
