"""The server: what is ready before a reader comes."""

import webbrowser

import pytest
import streamlit as st
from requested import request
from starlette.routing import Router

from components.page import cache, server
from components.page.routes import table


@pytest.fixture
def unwarmed():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_the_first_reader_finds_the_data_checked(package, unwarmed, monkeypatch):
    folder = package()
    cache.warm(folder)
    monkeypatch.setattr(cache, "load", lambda folder: pytest.fail("checked again"))
    assert cache.current(folder).dataset.title == "Aland–Beeland Trade"


def test_data_broken_after_the_start_leave_the_first_reader_the_good_ones(
    package, unwarmed
):
    folder = package()
    cache.warm(folder)
    (folder / "facts.csv").write_text("broken", "utf-8")
    record, error = cache.off_page(folder)
    assert record.dataset.title == "Aland–Beeland Trade"
    assert error.problems


def test_broken_data_stop_no_start(tmp_path, unwarmed):
    cache.warm(tmp_path)
    record, error = cache.off_page(tmp_path)
    assert record is None
    assert error.problems


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


def routes(folder):
    return Router(table(lambda: folder))


@pytest.mark.parametrize(
    ("base", "path"),
    [("", "/page.html"), ("trade", "/trade/page.html"), ("/a/b/", "/a/b/page.html")],
)
def test_the_page_as_one_file_stands_below_the_address_of_the_page(
    package, monkeypatch, base, path
):
    monkeypatch.setattr(st, "get_option", lambda _: base)
    response = request(routes(package()), path)
    assert response.status == 200
    assert "Aland–Beeland Trade" in response.body.decode()
    assert response.header("content-type") == "text/html; charset=utf-8"


def test_the_file_is_made_once_for_a_version_of_the_data(package, monkeypatch):
    folder = package()
    app, made = routes(folder), []
    monkeypatch.setattr(
        "components.files.twin.as_html", lambda *_, **__: made.append(1) or "<p>file"
    )
    for _ in range(3):
        assert request(app, "/page.html").body == b"<p>file"
    assert len(made) == 1
    path = folder / "datapackage.json"
    path.write_text(f"{path.read_text('utf-8')}\n", "utf-8")
    request(app, "/page.html")
    assert len(made) == 2


def test_without_data_there_is_no_file(tmp_path):
    response = request(routes(tmp_path), "/page.html")
    assert response.status == 503
    assert b"There are no data to show" in response.body


@pytest.mark.parametrize("base", ["", "trade"])
def test_what_browsers_and_robots_ask_for_by_themselves_is_there(
    package, monkeypatch, base
):
    monkeypatch.setattr(st, "get_option", lambda _: base)
    app, root = routes(package()), f"/{base}".rstrip("/")
    assert request(app, f"{root}/robots.txt").body == b"User-agent: *\nAllow: /\n"
    for name in ("favicon.ico", "favicon.png"):
        icon = request(app, f"{root}/{name}")
        assert icon.header("content-type") == "image/png"
        assert icon.body.startswith(b"\x89PNG")


def test_the_page_as_one_file_is_served_as_known_on_a_day(package):
    folder = package()
    app = Router(table(lambda: folder))
    then = request(app, "/page.html", query="as_of=2021-03-04").body.decode()
    assert "As known on 4 March 2021." in then
    assert '<a href="./page.html">' in then
    whole = request(app, "/page.html").body
    assert b"As known on" not in whole
    for day in ("1900-01-01", "2999-01-01", "<script>", ""):
        assert request(app, "/page.html", query=f"as_of={day}").body == whole
