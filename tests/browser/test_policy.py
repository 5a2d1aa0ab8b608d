"""The policy in a browser: the page needs nothing more, and what is smuggled in stops.

The fixture ``visit`` fails at whatever the browser calls an error, violations too.
"""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from threading import Thread

import pytest
from browser import chart, downloaded, finished, picture, press, serving, until
from conftest import descriptor, tables, write
from playwright.sync_api import expect

from components.words.names import TABS

pytestmark = pytest.mark.browser
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", found =>
  violations.push(`${found.violatedDirective} ${found.blockedURI} ${found.sample}`));
"""
LINKS = [
    *(f"tab={label.replace(' ', '+')}" for label in TABS.values()),
    "axis=Over+time",
    "embed=true",
]


SCHEMES = ("light", "dark")


@pytest.mark.parametrize(
    ("link", "scheme"),
    [
        ("axis=Over+time", "dark"),
        # Each tab and the frame have tests of their own, and ``visit`` fails in all of
        # them at what the browser says of a broken rule.
        *(
            pytest.param(*case, marks=pytest.mark.exhaustive)
            for case in product(LINKS, SCHEMES)
            if case != ("axis=Over+time", "dark")
        ),
    ],
)
def test_the_page_and_its_tabs_break_no_rule(visit, link, scheme):
    page = visit(link, scheme=scheme, script=WATCH)
    finished(page)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    assert page.evaluate("violations") == []


def test_what_the_document_says_of_the_data_is_read_and_not_run(readers, site):
    page = readers.new_page()
    page.add_init_script(WATCH)
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/")
    chart(page).locator(".main-svg").first.wait_for()
    block = page.locator('script[type="application/ld+json"]')
    assert json.loads(block.text_content())["@type"] == "Dataset"
    assert page.evaluate("violations") == []
    assert not [text for text in said if "Content Security Policy" in text]
    page.close()


# What opens a dialog, and what of it is on the sheet.
DIALOGS = {
    "reading=C002": "over $3 billion",
    "tab=Other+pledges&pledge=P044": "$30 billion",
}


@pytest.mark.exhaustive  # every day ``visit`` watches dialogs, sheets and downloads
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("link", DIALOGS)
def test_an_open_source_print_and_download_break_no_rule(visit, link, scheme):
    page = visit(link, scheme=scheme, script=WATCH)
    finished(page)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(DIALOGS[link])
    for folded in dialog.locator("summary").all():
        folded.click()
    assert len(page.pdf()) > 10_000
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    assert len(page.pdf()) > 10_000
    page.emulate_media(media="screen", color_scheme=scheme)
    data = page.get_by_role("button", name="Data,")
    until(page.get_by_role("button", name="Share").click, expect(data).to_be_visible)
    assert downloaded(page, data.click, ".zip").path().stat().st_size > 1_000
    # The chart's own button makes a picture in the browser.
    press(page, "Escape", expect(data).to_be_hidden)
    assert "<svg" in picture(page).path().read_text("utf-8")
    assert page.evaluate("violations") == []


def test_the_script_of_the_page_as_one_file_runs(readers, site):
    page = readers.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{site}/page.html")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("violations") == []
    page.close()


SMUGGLED = (
    "<script>window.smuggled = 1</script>"
    '<img src="none.png" onerror="window.smuggled = 2">'
    '<svg onload="window.smuggled = 3"></svg>'
    '<a href="javascript:window.smuggled = 4" id="way-in">a</a>'
    '<iframe srcdoc="<script>parent.smuggled = 5</script>"></iframe>'
    '<base href="https://elsewhere.example/">'
)


@pytest.mark.parametrize("place", ["<main id=", "</body>"])
def test_a_script_that_is_smuggled_in_does_not_run(readers, site, place):
    page = readers.new_page()
    page.add_init_script(WATCH)

    def unescaped(route):
        found = route.fetch()
        assert place in found.text()
        body = found.text().replace(place, SMUGGLED + place, 1)
        route.fulfill(response=found, body=body)

    page.route(lambda url: url.rstrip("/") == site, unescaped)
    page.goto(f"{site}/")
    page.evaluate("document.getElementById('way-in').click()")
    page.evaluate(
        """text => document.body.append(
            document.createRange().createContextualFragment(text))""",
        SMUGGLED,
    )
    page.wait_for_function("violations.length >= 6")
    assert page.evaluate("window.smuggled") is None
    assert page.evaluate("document.baseURI").startswith(site)
    page.close()


UNESCAPED = "import html; html.escape = lambda text, quote=True: text"


@pytest.mark.exhaustive  # what is smuggled in is the same, and needs no own server
def test_a_script_in_the_data_does_not_run_where_nothing_escapes_it(readers, tmp_path):
    package = descriptor() | {"title": f"Trade {SMUGGLED}"}
    data = write(tmp_path / "data", tables(), package)
    with serving(tmp_path / "site", data=data, before=UNESCAPED) as address:
        page = readers.new_page()
        page.add_init_script(WATCH)
        answer = page.goto(f"{address}/")
        assert SMUGGLED in answer.text()
        page.wait_for_function("violations.length >= 3")
        chart(page).locator(".main-svg").first.wait_for()
        assert page.evaluate("window.smuggled") is None
        assert page.evaluate("document.baseURI").startswith(address)
        page.close()


@pytest.fixture
def elsewhere(site):
    """Yield the address of another site, which has the page in a frame."""
    frame = f'<!doctype html><iframe src="{site}/?embed=true" width=900 height=700>'

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(frame.encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        # Another host to a browser, not only another port.
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_another_site_may_show_the_page_in_a_frame(readers, elsewhere, scheme):
    page = readers.new_page()
    page.emulate_media(color_scheme=scheme)
    page.add_init_script(WATCH)
    page.goto(elsewhere)
    framed = page.frame_locator("iframe")
    expect(framed.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(framed.locator("h1")).to_be_visible()
    assert [found.evaluate("violations") for found in page.frames] == [[], []]
    page.close()
