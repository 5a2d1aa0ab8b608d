"""Behind a proxy, at a sub-path, in two processes: the documented configuration."""

import os
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from browser import (
    PATIENCE,
    ROOT,
    chart,
    choose,
    free_port,
    serving,
    table_file,
    wait_until_healthy,
    watch,
)
from playwright.sync_api import expect
from programs import read_by_programs

pytestmark = pytest.mark.browser

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
CONFIG = ROOT / "tests" / "deploy" / "nginx.conf"


@pytest.fixture(scope="module")
def site_behind_nginx(tmp_path_factory):
    """Yield the address of the dashboard, and the logs of its two processes."""
    if not Path(NGINX).exists():
        if os.environ.get("CI"):
            pytest.fail("CI must run this test: install Debian's nginx-light")
        pytest.skip("no nginx found; install it, for instance Debian's nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    with (
        serving(folder / "one", "--server.baseUrlPath=trade") as one,
        serving(folder / "two", "--server.baseUrlPath=trade") as two,
    ):
        text = CONFIG.read_text("utf-8").replace("127.0.0.1:8080", f"127.0.0.1:{port}")
        for documented, address in (("127.0.0.1:8501", one), ("127.0.0.1:8502", two)):
            assert documented in text
            text = text.replace(documented, address.removeprefix("http://"))
        (folder / "nginx.conf").write_text(text, "utf-8")
        command = [NGINX, "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;"]
        proxy = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}/trade/"
        try:
            wait_until_healthy(address, proxy, folder / "error.log")
            yield address
        finally:
            proxy.terminate()
            proxy.wait(timeout=PATIENCE)


def test_the_page_works_at_its_sub_path_and_asks_no_other_host(
    chromium, site_behind_nginx
):
    context = chromium.new_context()
    page = context.new_page()
    asked, errors = [], []
    watch(page, errors, asked)
    page.goto(f"{site_behind_nginx}?view=Target")
    expect(chart(page)).to_contain_text("Second target")
    expect(chart(page)).not_to_contain_text("$600 million")
    choose(page, "View", "Actual (claimed)")
    expect(chart(page)).to_contain_text("$600 million")
    assert table_file(page).path().stat().st_size > 1_000
    inside = site_behind_nginx.replace("http", "ws"), site_behind_nginx
    assert not [url for url in asked if not url.startswith((*inside, "data:", "blob:"))]
    assert not errors
    context.close()


def route(cookies):
    """Return the route of a reader from pairs of names and values."""
    return next(value for name, value in cookies if name == "trade_route")


def test_a_reader_keeps_the_route_that_the_first_answer_gave(
    chromium, site_behind_nginx
):
    context = chromium.new_context()
    page = context.new_page()
    routes = []
    page.goto(site_behind_nginx)
    for reload in (page.reload, lambda: None):
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        routes.append(route((c["name"], c["value"]) for c in context.cookies()))
        reload()
    context.close()
    assert routes[0] == routes[1]


def test_each_reader_has_a_route_of_their_own(site_behind_nginx):
    routes = set()
    for _ in range(4):
        jar = CookieJar()
        reader = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        answers = set()
        for _ in range(3):
            reader.open(site_behind_nginx).close()
            answers.add(route((cookie.name, cookie.value) for cookie in jar))
        assert len(answers) == 1
        routes |= answers
    assert len(routes) == 4


def asked(address, **headers):
    """Return the status and the headers of an answer."""
    sent = {name.replace("_", "-"): text for name, text in headers.items()}
    request = urllib.request.Request(address, headers=sent)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_scripts_are_sent_compressed_and_may_be_kept(site_behind_nginx, coding):
    with urllib.request.urlopen(site_behind_nginx) as page:
        text = page.read().decode()
    script = re.search(r'src="\./?([^"]+\.js)"', text)[1]
    _, headers = asked(f"{site_behind_nginx}{script}", accept_encoding=coding)
    assert headers.get_all("content-encoding") == [coding]
    assert headers.get_all("vary") == ["Accept-Encoding"]
    assert "immutable" in headers["cache-control"]


def test_each_header_of_security_comes_once(site_behind_nginx):
    for path in ("", "page.html", "static/x", "_stcore/health"):
        _, headers = asked(f"{site_behind_nginx}{path}", accept_encoding="gzip")
        for name in (
            "content-security-policy",
            "x-content-type-options",
            "referrer-policy",
        ):
            assert len(headers.get_all(name)) == 1, (path, name)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("", 200),
        ("page.html", 200),
        ("robots.txt", 200),
        ("favicon.ico", 200),
        ("nothing", 404),
        ("data/readings.csv", 404),
        ("app/static/x", 404),
        (".git/HEAD", 404),
    ],
)
def test_nothing_is_served_but_the_app(site_behind_nginx, path, status):
    found, _ = asked(f"{site_behind_nginx}{path}", accept_encoding="gzip, br")
    assert found == status


def test_no_way_leads_out_of_the_sub_path(site_behind_nginx):
    # nginx itself answers, and has nothing there.
    for path in ("../data/readings.csv", "..%2Fdata%2Freadings.csv"):
        assert asked(f"{site_behind_nginx}{path}")[0] in (400, 403, 404)


def test_programs_read_the_data_behind_the_proxy(site_behind_nginx):
    read_by_programs(site_behind_nginx.rstrip("/"))


def test_the_proxy_keeps_the_mark_of_what_a_reader_has(site_behind_nginx):
    address, packed = f"{site_behind_nginx}datapackage.json", "gzip"
    first = urllib.request.Request(address, headers={"Accept-Encoding": packed})
    with urllib.request.urlopen(first) as answer:
        assert answer.headers["Content-Encoding"] == packed
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        held = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": packed}
    again = urllib.request.Request(address, headers=held)
    with pytest.raises(urllib.error.HTTPError) as found:
        urllib.request.urlopen(again)
    found.value.close()
    assert found.value.code == 304
