"""What a reader sees and when, in a real Chromium."""

from __future__ import annotations

import contextlib
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
TIMEOUT = 180_000  # ms
CALM = 250  # ms without a change: what is painted is painted
# A slow phone: what Lighthouse calls slow 4G, and a quarter of the processor.
SLOW = {"latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 93_750}
SLOWER_CPU = 4
_OBSERVE = Path(__file__).with_suffix(".js").read_text("utf-8")
_PAINTED = f"() => seen.chart && performance.now() - seen.chart > {CALM}"


@dataclass(frozen=True)
class Paint:
    """Times in milliseconds from the start of the navigation; bytes; layout shift."""

    words: float
    picture: float
    live: float  # words of the live page
    chart: float
    megabytes: float
    shift: float


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a Chromium that calls nobody by itself."""
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


def _page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(TIMEOUT)
    page.add_init_script(_OBSERVE)
    return page


def first_view(
    browser: Browser, address: str, *, slow: bool = False
) -> tuple[Paint, Paint]:
    """Return what a new reader sees, and the same reader on the next visit."""
    context = browser.new_context(
        viewport={"width": 360 if slow else 1280, "height": 800}
    )
    paints = []
    for _ in range(2):
        page = _page(context)
        if slow:
            session = context.new_cdp_session(page)
            session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
        page.goto(address)
        page.wait_for_function(_PAINTED)
        seen = page.evaluate("seen")
        sent = page.evaluate(
            "performance.getEntriesByType('resource')"
            ".reduce((sum, entry) => sum + entry.transferSize, 0) / 1e6"
        )
        paint = Paint(
            *(seen[part] for part in ("words", "picture", "live", "chart")),
            megabytes=sent,
            shift=seen["shift"],
        )
        paints.append(paint)
        page.close()
    context.close()
    return paints[0], paints[1]


def toggle(browser: Browser, address: str, turns: int) -> float:
    """Return the median milliseconds from a click on the view to its last change."""
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    page = _page(context)
    page.goto(address)
    page.wait_for_function(_PAINTED)
    views = page.get_by_role("radiogroup", name="View").get_by_role("radio")
    times = []
    for turn in range(turns + 2):
        views.nth(turn % 2).click()
        page.wait_for_function(_PAINTED)
        times.append(page.evaluate("seen.chart - seen.clicked"))
    context.close()
    return statistics.median(times[2:])


def opening(browser: Browser, address: str, tab: str, turns: int) -> float:
    """Return the median milliseconds from a click on a tab to its chart's last change.

    The first opening is left out, since it also makes what is kept.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 1400})
    page = _page(context)
    page.goto(address)
    page.wait_for_function(_PAINTED)
    first = page.get_by_role("tab").first
    times = []
    for _ in range(turns + 1):
        page.get_by_role("tab", name=tab).click()
        page.get_by_role("tabpanel", name=tab).locator(".flat").first.wait_for()
        page.wait_for_function(_PAINTED)
        times.append(page.evaluate("seen.chart - seen.clicked"))
        first.click()
        page.get_by_role("tabpanel", name=tab).wait_for(state="hidden")
        page.wait_for_timeout(2 * CALM)
    context.close()
    return statistics.median(times[1:])
