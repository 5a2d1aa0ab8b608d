"""What the running server answers, also below a base path."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from browser import ROOT, serving
from programs import read_by_programs

pytestmark = pytest.mark.browser
VERSION = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))["version"]


@pytest.fixture(scope="module", params=["", "trade"])
def root(request, site, tmp_path_factory):
    """Yield the address of a page at the root of a host, and of one below it."""
    if not request.param:
        yield site
        return
    folder = tmp_path_factory.mktemp("served") / "site"
    with serving(folder, f"--server.baseUrlPath={request.param}") as address:
        yield f"{address}/{request.param}"


# As browsers ask; Streamlit then answers some paths in another way.
AS_BROWSERS = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def asked(address, method="GET", **headers):
    request = Request(address, method=method, headers=AS_BROWSERS | headers)
    try:
        with urlopen(request) as found:
            return found.status, found.headers, found.read()
    except HTTPError as found:
        return found.code, found.headers, found.read()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/", 200, "text/html"),
        ("/?view=Target", 200, "text/html"),
        ("/index.html", 200, "text/html"),
        ("/page.html", 200, "text/html"),
        ("/robots.txt", 200, "text/plain"),
        ("/favicon.ico", 200, "image/png"),
        ("/favicon.png", 200, "image/png"),
        ("/datapackage.json", 200, "application/json"),
        (f"/data/{VERSION}/facts.csv", 200, "text/csv"),
        (f"/data/{VERSION}.zip", 200, "application/zip"),
        ("/feed.xml", 200, "application/atom+xml"),
        (f"/data/{VERSION}/nowhere.csv", 404, "text/plain"),
        ("/data/0.0.0/facts.csv", 410, "text/plain"),
        ("/preview/nowhere.png", 404, "text/plain"),
        ("/nowhere", 404, "text/html"),
        ("/data/facts.csv", 404, "text/html"),
        ("/static/js/nowhere.js", 404, "text/html"),
    ],
)
def test_each_address_answers_what_it_is(root, method, path, status, kind):
    found, headers, body = asked(f"{root}{path}", method)
    assert found == status
    assert headers["content-type"].startswith(kind)
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert bool(body) == (method == "GET")


def test_programs_read_the_data_at_their_addresses(root):
    read_by_programs(root)


@pytest.mark.parametrize("path", ["datapackage.json", "feed.xml"])
def test_who_has_it_is_not_sent_it_again(root, path):
    mark = asked(f"{root}/{path}")[1]["etag"]
    for method in ("GET", "HEAD"):
        again = asked(f"{root}/{path}", method, **{"If-None-Match": mark})
        assert (again[0], again[2]) == (304, b"")


def test_the_pointer_of_an_old_address_leads_to_the_present_one(root):
    _, headers, _ = asked(f"{root}/data/0.0.0/facts.csv")
    path = headers["link"].partition(">")[0].lstrip("<")
    host = root.removesuffix("/trade")
    assert asked(f"{host}{path}")[0] == 200
