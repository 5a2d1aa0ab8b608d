"""A running page and a Chromium to visit it with.

Each worker has one of both. A page costs Chromium four seconds of work where it
is opened in a context and a process of its own, and two where its scripts have
been compiled before, so all visits share a context, and each begins as a new reader.
"""

import contextlib
import functools
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect, sync_playwright

from components.words import labels

ROOT = Path(__file__).parent.parent
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
# Without these Chromium asks its maker's hosts for updates by itself.
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    # Pages of one context share a process, and with it what was compiled.
    "--process-per-site",
]
# So long only what is broken or a very busy machine takes.
PATIENCE = 90  # s
TIMEOUT = 1_000 * PATIENCE  # ms


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI must run the browser tests: install Debian's chromium")
        pytest.skip("no Chromium found; install it, for instance Debian's chromium")
    expect.set_options(timeout=TIMEOUT)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


def free_port():
    """Return a port that no server has, nor a connection of the browser is given."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as found, contextlib.suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port from 20000 to 32000; end some servers")


@contextlib.contextmanager
def serving(folder, *options, data=ROOT / "data", before=""):
    """Yield the address of a page that runs in a folder with a copy of some data.

    What stands before the page is Python that runs before anything of the project.
    """
    folder.mkdir(exist_ok=True)
    script = (ROOT / "dashboard.py").read_text("utf-8")
    (folder / "dashboard.py").write_text(f"{before}\n{script}", "utf-8")
    shutil.copytree(data, folder / "data")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", "dashboard.py"),
            *("--server.headless=true", "--server.address=127.0.0.1"),
            *(f"--server.port={port}", *options),
        ],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TRADE_DATA": str(folder / "data"),
        },
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    base = next((o.split("=")[1] for o in options if "baseUrlPath" in o), "")
    try:
        wait_until_healthy(f"{address}/{base}", server, folder / "server.log")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)
        log.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Yield the address of a running page, whose data no test may change."""
    with serving(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """Yield a function that returns the address of a running page of an invented pair.

    It takes the name of the pair's folder; what no test asks for does not run.
    """
    with contextlib.ExitStack() as stack:

        @functools.cache
        def address(name):
            data = ROOT / "tests" / "packages" / name
            folder = tmp_path_factory.mktemp(name) / "site"
            return stack.enter_context(serving(folder, data=data))

        yield address


@pytest.fixture(scope="session")
def invented_site(sites):
    """Return the address of a running page with two invented economies."""
    return sites("quennaria-sundrift")


@pytest.fixture
def own_site(readers, tmp_path):
    """Yield the folder and the address of a page that runs for one test."""
    with serving(tmp_path / "site") as address:
        yield tmp_path / "site", address
        # A page that is open when its server ends calls that an error.
        for page in readers.pages[1:]:
            page.close()


def wait_until_healthy(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(
                f"{address.rstrip('/')}/_stcore/health", timeout=2
            ):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def readers(chromium, site):
    """Yield the context that all visits share."""
    context = chromium.new_context()
    context.set_default_timeout(TIMEOUT)
    # Chromium ends a process, and forgets what it compiled, with its last page.
    context.new_page().goto(f"{site}/_stcore/health")
    yield context
    context.close()


@pytest.fixture(scope="session")
def with_fonts(readers):
    """Return a function that visits an address until the browser keeps its fonts.

    How late they come at first is the network's doing, and moves whole lines.
    """

    @functools.cache
    def visited(address):
        page = readers.new_page()
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.close()
        return address

    return visited


@pytest.fixture
def visit(readers, site):
    """Return a function that opens the page and watches it for errors.

    It takes the query of the link; ``width`` and ``height`` of the window, ``scheme``
    and what else Playwright's ``emulate_media`` knows; ``at``, another address;
    ``script``, which runs before the page's own; ``frames``, a list for all that
    the server sends.
    """
    pages, errors, asked = [], [], []
    local = {"data:", "blob:"}

    def opened(
        query="",
        width=1280,
        scheme="light",
        *,
        height=900,
        at=site,
        script=None,
        frames=None,
        **media,
    ):
        forget(readers, pages)
        page = readers.new_page()
        pages.append(page)
        local.update((at, at.replace("http", "ws")))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, **media)
        if script is not None:
            page.add_init_script(script)
        watch(page, errors, asked)
        if frames is not None:
            page.on(
                "websocket",
                lambda found: found.on(
                    # Playwright takes no method of a list.
                    "framereceived",
                    lambda frame: frames.append(frame),
                ),
            )
        page.goto(f"{at}/?{query}")
        chart(page).locator(".main-svg").first.wait_for()
        return page

    yield opened
    forget(readers, pages)
    for page in pages:
        page.close()
    assert not errors, errors
    assert asked or not pages
    assert not [url for url in asked if not url.startswith(tuple(local))]


def forget(context, pages):
    """Forget what the pages of a context have kept and were allowed."""
    for page in pages:
        if not page.is_closed():
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
    context.clear_cookies()
    context.clear_permissions()


def watch(page, errors, asked):
    """Put the errors of a page and the addresses it asks for into two lists."""

    def said(message):
        if message.type == "error":
            errors.append(message.text)

    page.on("console", said)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))


def finished(page):
    """Wait until the server has sent all that the last change has changed."""
    page.locator("[data-test-script-state=notRunning]").wait_for()


def still(page):
    """Wait until nothing moves that comes to an end."""
    page.wait_for_function(
        "() => document.getAnimations().every(item => item.playState !== 'running'"
        " || item.effect.getComputedTiming().endTime === Infinity)"
    )


def chart_fits(page, figure=None):
    """Wait until a chart, or the trajectory, is drawn for the window's width now."""
    page.wait_for_function(
        """figure => {
          const plot = (figure ?? document).querySelector(".js-plotly-plot");
          const drawn = plot?.querySelector(".main-svg")?.getBoundingClientRect().width;
          const room = plot?.parentElement.getBoundingClientRect().width;
          return Math.abs(drawn - room) < 2;
        }""",
        arg=figure and figure.element_handle(),
    )


def until(act, holds, *wanted):
    """Do an act again and again until what it should show is there.

    A page that is still being put together loses a key press, and a click at a place
    from which its mark has moved. What is only slow must not be taken for lost, since
    a second click may close what the first one opens: each time it has twice as long.

    Parameters
    ----------
    act
        What a reader does, looked up anew each time: it takes nothing.
    holds, *wanted
        A method of ``expect()``, and what it is given besides its ``timeout``.
    """
    wait = 10_000  # ms
    deadline = time.monotonic() + PATIENCE
    while True:
        act()
        try:
            return holds(*wanted, timeout=wait)
        except (AssertionError, TooLate):
            if time.monotonic() > deadline:
                raise
        wait *= 2


def press(page, key, holds, *wanted):
    """Press a key until what it should show is there."""
    until(lambda: page.keyboard.press(key), holds, *wanted)


def click_place(mark):
    """Click where a mark is now: something that cannot be seen lies over it."""
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box, "the mark cannot be seen"
    mark.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def downloaded(page, act, ending):
    """Return the file with such an ending that an act has downloaded."""
    got = []

    def is_it(item):
        return item.suggested_filename.endswith(ending)

    page.on("download", lambda item: got.append(item) if is_it(item) else None)
    # What an act before this one was done twice for may come as well.
    until(
        act,
        lambda timeout: got or page.wait_for_event("download", is_it, timeout=timeout),
    )
    return got[0]


def table_file(page):
    """Return the CSV of the one table of the page, as a reader takes it."""
    offer = page.get_by_role("button", name=re.compile(r"^Download [\d,]+ rows?$"))
    button = page.get_by_role("button", name=labels.CSV)
    until(offer.click, expect(button).to_be_visible)
    file = downloaded(page, button.click, ".csv")
    press(page, "Escape", expect(button).to_be_hidden)
    return file


def picture(page):
    """Return the picture of the chart that its own button gives."""

    def act():
        chart(page).hover()
        chart(page).locator(".modebar-btn").first.click()

    return downloaded(page, act, ".svg")


def copied(code, start):
    """Return what the button of some code has copied, once it starts like this."""
    page = code.page
    page.evaluate("navigator.clipboard.writeText('')")

    def act():
        code.hover()
        code.get_by_role("button", name=re.compile("Copy")).click()

    until(
        act,
        lambda timeout: page.wait_for_function(
            "start => navigator.clipboard.readText().then(it => it.startsWith(start))",
            arg=start,
            timeout=timeout,
        ),
    )
    return page.evaluate("navigator.clipboard.readText()")


def chart(page):
    return page.get_by_role("figure", name=re.compile("^Trajectory"))


def link(**parameters):
    """Return the query of a link."""
    return urllib.parse.urlencode(parameters)


def settled(page, tab):
    """Wait until a tab is open and nothing of the page is still to come."""
    found = page.get_by_role("tab", name=tab)
    expect(found).to_have_attribute("aria-selected", "true")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    finished(page)


def open_tab(page, tab):
    """Open a tab, and wait until nothing of the page is still to come."""
    found = page.get_by_role("tab", name=tab)
    until(found.click, expect(found).to_have_attribute, "aria-selected", "true")
    settled(page, tab)


def choose(page, group, option):
    page.get_by_role("radiogroup", name=group).get_by_text(option, exact=True).click()
