"""Take the README's picture of a page that runs: ``python tests/screenshot.py``.

Start the page first, with ``trade-trajectory run``.
"""

import sys
from pathlib import Path

from browser import CHROMIUM, QUIET
from playwright.sync_api import sync_playwright

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8501"
PICTURE = Path(__file__).with_name("screenshot.png")

if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 810})
        page.goto(ADDRESS)
        page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
        page.get_by_role("figure").first.locator(".annotation").first.wait_for()
        page.screenshot(path=PICTURE)
        browser.close()
