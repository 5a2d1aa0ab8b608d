"""The server: what is ready before a reader comes, and the document it hands out."""

import webbrowser
from urllib.request import Request, urlopen

import pytest
import streamlit as st
from browser import finished
from pages import html, opened
from tiers import each_value

from components.page import cache, server


@pytest.fixture
def unwarmed():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_the_first_reader_finds_the_data_checked(page_folder, unwarmed, monkeypatch):
    cache.warm(page_folder / "data")
    monkeypatch.setattr(cache, "load", lambda folder: pytest.fail("checked again"))
    page = opened(page_folder)
    assert not page.exception
    assert "Iran’s then president said" in html(page)[0]


def test_data_broken_after_the_start_leave_the_first_reader_the_good_ones(
    page_folder, unwarmed
):
    cache.warm(page_folder / "data")
    (page_folder / "data" / "facts.csv").write_text("broken", "utf-8")
    page = opened(page_folder)
    assert "Iran’s then president said" in html(page)[0]
    assert page.warning[0].value == "The page shows the last good version of the data."


def test_broken_data_stop_no_start(tmp_path, unwarmed):
    cache.warm(tmp_path)


@pytest.mark.parametrize("base", ["", "trade", "/trade/"])
def test_a_browser_is_opened_for_whoever_sits_at_the_machine(monkeypatch, base):
    options = {
        "server.headless": False,
        "server.port": 8599,
        "server.baseUrlPath": base,
    }
    monkeypatch.setattr(st, "get_option", options.__getitem__)
    asked = []
    monkeypatch.setattr(webbrowser, "open", asked.append)
    server._prepare()
    assert asked == [f"http://localhost:8599/{base.strip('/')}"]
    options["server.headless"] = True
    server._prepare()
    assert len(asked) == 1


# Keeps what a browser counts of all that moves after it was first laid out.
SHIFTS = """
    window.shifts = [];
    window.watching = new PerformanceObserver(
        list => shifts.push(...list.getEntries()));
    watching.observe({type: "layout-shift", buffered: true});
"""
# A shift is counted with the frame that shows it.
SHIFTED = """async () => {
    for (let frame = 0; frame < 2; frame += 1)
        await new Promise(requestAnimationFrame);
    return [...shifts, ...watching.takeRecords()].map(entry => [
        entry.value,
        entry.sources.map(({node}) => node?.dataset?.testid ?? node?.nodeName),
    ]);
}"""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "width"),
    each_value(["", "embed=true", "view=Target&axis=Over+time"], [1280, 1100, 360]),
)
def test_nothing_moves_while_the_page_loads(visit, query, width):
    page = visit(query, width, script=SHIFTS)
    finished(page)
    shifts = page.evaluate(SHIFTED)
    assert sum(value for value, _ in shifts) < 0.05
    assert not [nodes for _, nodes in shifts if "stMainBlockContainer" in nodes]


def answer(address, method="GET"):
    with urlopen(Request(address, method=method)) as found:
        return found.headers, found.read()


@pytest.mark.browser
def test_the_document_has_its_style_and_all_else_is_as_streamlit_sends_it(site):
    headers, body = answer(site)
    style = server._STYLE + b"</head>"
    assert body.count(style) == body.count(b"</head>") == 1
    assert int(headers["content-length"]) == len(body)
    assert headers["cache-control"] == "no-cache"
    assert not {"etag", "last-modified"} & {name.lower() for name in headers}
    empty, nothing = answer(site, "HEAD")
    assert empty["content-type"] == headers["content-type"]
    assert nothing == b""
    script = body.split(b'src="./')[1].split(b'"')[0].decode()
    headers, body = answer(f"{site}/{script}")
    assert "javascript" in headers["content-type"]
    assert headers["etag"]
    assert server._STYLE not in body


@pytest.mark.browser
def test_a_start_writes_nothing_but_its_address(own_site):
    folder, _ = own_site
    words = (folder / "server.log").read_text("utf-8").split()
    assert " ".join(words) == (
        f"You can now view your Streamlit app in your browser. URL: {words[-1]}"
    )
