"""Fewer bytes on the way: the same content, made once, for whoever takes it."""

import gzip
from pathlib import Path

import brotli
import pytest
from requested import request
from starlette.datastructures import Headers
from streamlit.file_util import get_static_dir

from components.page import compression
from components.page.compression import CODINGS, Compression, Files, coding
from components.page.server import compresses, middleware

SCRIPT = b"let drawn = true;\n" * 200


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "static" / "js").mkdir(parents=True)
    (tmp_path / "static" / "js" / "PlotlyChart.Ab_1.js").write_bytes(SCRIPT)
    (tmp_path / "static" / "js" / "main.x-9.js").write_bytes(SCRIPT)
    (tmp_path / "secret.js").write_bytes(b"secret")
    (tmp_path / "index.html").write_text('<script src="./static/js/main.x-9.js">')
    return tmp_path


def app(kind="text/html", body=b"<p>words</p>" * 200, **more):
    async def answering(scope, receive, send):
        headers = {
            "content-type": kind,
            "content-length": str(len(body)),
            "cache-control": "no-cache",
            **more,
        }
        raw = [(key.encode(), value.encode()) for key, value in headers.items()]
        raw += [(b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        await send({"type": "http.response.body", "body": body, "more_body": False})

    return answering


def asked(folder, path="/static/js/main.x-9.js", inner=None, **headers):
    return request(Compression(inner or app(), Files(folder)), path, **headers)


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
        ("br;q=0.5, gzip ; q=1.0", "gzip"),
        ("br;q=0, gzip;q=0.001", "gzip"),
        ("gzip;q=0", ""),
        ("gzip;q=nan, br;q=x", ""),
        ("br;q=0.000, gzip;q=0, *", ""),
        ("zstd", ""),
        ("", ""),
    ],
)
def test_what_a_browser_likes_best_of_what_there_is(header, taken):
    assert coding(Headers({"accept-encoding": header})) == taken


def decoded(answer):
    decode = {"br": brotli.decompress, "gzip": gzip.decompress}
    return decode[answer.header("content-encoding")](answer.body)


@pytest.mark.parametrize("wanted", CODINGS)
@pytest.mark.parametrize("base", ["", "/trade", "/a/b"])
def test_a_script_comes_compressed_and_may_be_kept_for_good(folder, base, wanted):
    response = asked(folder, f"{base}/static/js/main.x-9.js", accept_encoding=wanted)
    assert decoded(response) == SCRIPT
    assert len(response.body) < len(SCRIPT) / 5
    assert response.header("content-encoding") == wanted
    assert response.header("content-length") == str(len(response.body))
    assert response.header("cache-control") == "public, immutable, max-age=31536000"
    assert response.header("vary") == "Accept-Encoding"
    assert response.header("content-type").startswith("text/javascript")


def test_a_script_is_compressed_once_in_each_coding(folder, monkeypatch):
    files, made = Files(folder), []
    for name, make in compression.CODINGS.items():
        monkeypatch.setitem(
            compression.CODINGS,
            name,
            lambda x, name=name, make=make: made.append(name) or make(x),
        )
    files.prepare()
    assert made == ["br", "br", "gzip", "gzip"]
    app_with_files = Compression(app(), files)
    for wanted in ("br", "gzip, br", "gzip"):
        response = request(
            app_with_files, "/static/js/main.x-9.js", accept_encoding=wanted
        )
        assert decoded(response) == SCRIPT
    assert len(made) == 4


@pytest.mark.parametrize(
    "headers", [{}, {"accept_encoding": "zstd"}, {"range": "bytes=0-9"}]
)
def test_whoever_does_not_take_it_is_answered_by_streamlit(folder, headers):
    if "range" in headers:
        headers["accept_encoding"] = "gzip"
    response = asked(folder, **headers)
    assert not response.header("content-encoding")
    assert response.body == b"<p>words</p>" * 200


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/../../secret.js",
        "/static/js/..%2F..%2Fsecret.js",
        "/static/js/%2e%2e/secret.js",
        "/static/js/none.js",
        "/static/js/",
        "/secret.js",
        "/static/js/main.x-9.js/",
        "/static/js/main.x-9.js\n",
    ],
)
def test_no_other_file_can_be_asked_for(folder, path):
    response = asked(folder, path, app("text/plain", b"no"), accept_encoding="gzip")
    assert response.body == b"no"


@pytest.mark.parametrize("wanted", CODINGS)
def test_a_document_is_compressed_and_keeps_its_headers(folder, wanted):
    response = asked(folder, "/", accept_encoding=wanted)
    assert decoded(response) == b"<p>words</p>" * 200
    assert response.header("content-length") == str(len(response.body))
    assert response.header("vary") == "Accept-Encoding"
    assert response.header("cache-control") == "no-cache"
    assert response.all("set-cookie") == ["a=1", "b=2"]


@pytest.mark.parametrize(
    "inner",
    [
        app("image/png"),
        app(body=b"few"),
        app(**{"content-encoding": "br"}),
    ],
)
def test_what_would_not_gain_passes_as_it_is(folder, inner):
    plain = request(inner, "/")
    response = asked(folder, "/", inner, accept_encoding="gzip")
    assert response == plain


def test_a_document_is_compressed_for_each_reader_as_that_reader_takes_it(folder):
    page = Compression(app(), Files(folder))
    for wanted in ("br", "gzip", "br"):
        response = request(page, accept_encoding=wanted)
        assert response.header("content-encoding") == wanted


def test_streamlit_names_the_scripts_of_the_first_view_as_they_are_looked_for():
    files = Files(Path(get_static_dir()))
    names = files.named_late()
    assert [name.split(".")[0] for name in names] == [
        *("Html", "purify", "ButtonGroup", "PlotlyChart"),
    ]
    assert all(files.find(f"/static/js/{name}") for name in names)


def test_it_can_be_left_to_a_proxy():
    assert compresses({})
    assert not compresses({"TRADE_COMPRESSION": "off"})
    classes = [item.cls for item in middleware({"TRADE_COMPRESSION": "off"})]
    assert Compression not in classes
    assert Compression in [item.cls for item in middleware({})]
