"""What the running server answers, also below a base path."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from browser import serving

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["", "trade"])
def root(request, tmp_path_factory):
    """Yield the address of a page at the root of a host, and of one below it."""
    base = request.param
    options = [f"--server.baseUrlPath={base}"] if base else []
    with serving(tmp_path_factory.mktemp("served") / "site", *options) as address:
        yield f"{address}/{base}".rstrip("/")


# As browsers ask; Streamlit then answers some paths in another way.
AS_BROWSERS = {"Accept-Encoding": "gzip, deflate, br, zstd"}


def asked(address, method="GET"):
    request = Request(address, method=method, headers=AS_BROWSERS)
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
