"""A running page and a Chromium to visit it with."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

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
]
TIMEOUT = 30_000  # ms; the first chart loads 5 MB


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
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def serving(folder, *options, data=ROOT / "data"):
    """Yield the address of a page that runs in a folder with a copy of some data."""
    folder.mkdir(exist_ok=True)
    shutil.copy(ROOT / "dashboard.py", folder)
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
        server.wait(timeout=20)
        log.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Yield the folder of a running page and its address."""
    folder = tmp_path_factory.mktemp("site")
    with serving(folder) as address:
        yield folder, address


def wait_until_healthy(address: str, server: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(
                f"{address.rstrip('/')}/_stcore/health", timeout=2
            ):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture
def visit(chromium, site):
    """Return a function that opens the page and watches it for errors."""
    _, address = site
    contexts, errors, hosts = [], [], set()

    def opened(query="", width=1280, scheme="light", frames=None):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        page.on(
            "console",
            lambda message: (
                errors.append(message.text) if message.type == "error" else None
            ),
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: hosts.add(request.url.split("?")[0]))
        if frames is not None:
            page.on(
                "websocket",
                lambda socket: socket.on(
                    "framereceived", lambda frame: frames.append(frame)
                ),
            )
        page.goto(f"{address}/?{query}")
        chart(page).locator(".main-svg").first.wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors
    assert hosts
    local = (address, "data:", "blob:", address.replace("http", "ws"))
    assert not [host for host in hosts if not host.startswith(local)]


def chart(page):
    return page.get_by_role("figure", name=re.compile("^Trajectory"))


def choose(page, group, option):
    page.get_by_role("radiogroup", name=group).get_by_text(option, exact=True).click()
