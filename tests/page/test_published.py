"""The data at addresses that last: whole, known again, gone or never there."""

import io
import json
import re
import zipfile

import feedparser
import pandas as pd
import pytest
from requested import request
from starlette.routing import Router

from components.dataset import TABLES, load
from components.files import addresses
from components.page import published
from components.page.routes import table

FILES = ["/datapackage.json", "/data/0.0.1/facts.csv", "/data/0.0.1.zip", "/feed.xml"]


def described(folder, **changes):
    path = folder / "datapackage.json"
    description = {**json.loads(path.read_text("utf-8")), **changes}
    kept = {key: value for key, value in description.items() if value is not None}
    path.write_text(json.dumps(kept), "utf-8")


def test_the_description_names_each_table_where_it_is(app, folder):
    response = request(app, "/datapackage.json")
    assert response.header("content-type") == "application/json"
    served = json.loads(response.body)
    own = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert served["economies"] == own["economies"]
    for resource, before in zip(served["resources"], own["resources"], strict=True):
        assert resource["schema"] == before["schema"]
        table = request(app, f"/{resource['path']}")
        assert table.status == 200
        assert table.header("content-type").startswith("text/csv")


def test_what_was_true_of_the_files_is_not_said_of_what_is_served(app, folder):
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    content["resources"][0] |= {"bytes": 1, "hash": "0", "dialect": {}}
    path.write_text(json.dumps(content), "utf-8")
    first = json.loads(request(app, "/datapackage.json").body)["resources"][0]
    assert not {"bytes", "hash", "dialect"} & set(first)


def test_a_table_is_what_the_zip_holds(app):
    packed = zipfile.ZipFile(io.BytesIO(request(app, "/data/0.0.1.zip").body))
    for name in TABLES:
        body = request(app, f"/data/0.0.1/{name}.csv").body
        (entry,) = [x for x in packed.namelist() if x.endswith(f"data/{name}.csv")]
        assert packed.read(entry) == body
        assert not body.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("path", FILES)
def test_who_has_it_is_not_sent_it_again(app, path):
    first = request(app, path)
    mark = first.header("etag")
    assert re.fullmatch(r'"[0-9a-f]{32}"', mark)
    assert first.header("cache-control") == "no-cache"
    for held in (mark, f"W/{mark}", f'"other", {mark}', "*"):
        again = request(app, path, if_none_match=held)
        assert (again.status, again.body) == (304, b"")
        assert again.header("etag") == mark
    assert request(app, path, if_none_match='"other"').body == first.body


@pytest.mark.parametrize("path", FILES)
def test_a_correction_changes_the_mark(app, folder, path):
    before = request(app, path).header("etag")
    for file in folder.iterdir():
        text = file.read_text("utf-8")
        new = text.replace("Base value", "First value")
        file.write_text(new.replace("2026-11-25", "2026-11-26"), "utf-8")
    after = request(app, path, if_none_match=before)
    assert after.status == 200
    assert after.header("etag") != before


@pytest.mark.parametrize("path", FILES)
def test_scripts_of_other_pages_may_read_the_data(app, path):
    assert request(app, path).header("access-control-allow-origin") == "*"


def test_scripts_of_other_pages_read_nothing_but_the_data(app):
    for path in ("/page.html", "/robots.txt", "/preview/none.png"):
        assert not request(app, path).header("access-control-allow-origin")


@pytest.mark.parametrize("name", ["facts.csv", "sources.csv"])
def test_an_earlier_version_is_gone_and_points_at_the_present_one(app, name):
    response = request(app, f"/data/0.0.0.9/{name}")
    assert response.status == 410
    assert response.header("link") == f'</data/0.0.1/{name}>; rel="latest-version"'
    assert f"/data/0.0.1/{name}" in response.body.decode()
    zipped = request(app, "/data/0.0.0.zip")
    assert zipped.status == 410
    assert zipped.header("link") == '</data/0.0.1.zip>; rel="latest-version"'


def test_the_pointer_leads_below_the_base_or_to_the_address(app, folder, monkeypatch):
    monkeypatch.setattr(published.st, "get_option", lambda _: "trade")
    below = Router(table(lambda: folder))
    pointer = request(below, "/trade/data/0.0.0.zip").header("link")
    assert pointer.startswith("</trade/data/0.0.1.zip>")
    monkeypatch.setenv("TRADE_ADDRESS", "https://example.org/x")
    pointer = request(below, "/trade/data/0.0.0.zip", host="evil.example").header(
        "link"
    )
    assert pointer.startswith("<https://example.org/x/data/0.0.1.zip>")


@pytest.mark.parametrize(
    "path",
    ["/data/0.0.1/none.csv", "/data/0.0.0/none.csv", "/data/0.0.2.zip", "/data/x.zip"],
)
def test_what_never_was_is_not_found(app, path):
    response = request(app, path)
    assert response.status == 404
    assert response.header("content-type").startswith("text/plain")


def test_an_unknown_table_names_those_there_are(app):
    assert b"The tables are facts, readings" in request(app, "/data/0.0.1/x.csv").body


@pytest.mark.parametrize("version", ["2026/11", "a b", "é", "1#2?3%41"])
def test_a_version_of_any_letters_is_an_address(app, folder, version):
    described(folder, version=version)
    dataset = load(folder)
    path = addresses.table(dataset, "facts")
    assert re.fullmatch(r"data/[\w.%~-]+/facts\.csv", path, re.ASCII)
    assert request(app, f"/data/{version}/facts.csv").status == 200
    assert request(app, f"/data/{version}.zip").status == 200


@pytest.mark.parametrize(
    ("version", "current", "is_earlier"),
    [
        ("1.9", "1.10", True),
        ("1.10", "1.9", False),
        ("2.0.0", "2.0.0", False),
        ("1.0-rc", "2.0", False),
        ("1.", "2", False),
        ("9" * 5000, "1", False),
    ],
)
def test_a_version_is_earlier_by_its_numbers(version, current, is_earlier):
    assert addresses.is_earlier(version, current) == is_earlier


def test_without_data_there_is_nothing_to_send(tmp_path):
    app = Router(table(lambda: tmp_path))
    for path in FILES:
        assert request(app, path).status == 503


def test_a_file_is_made_once_for_a_version_of_the_data(app, monkeypatch):
    made = []
    monkeypatch.setattr(
        published, "as_zip", lambda *_, **__: made.append(1) or b"packed"
    )
    for _ in range(3):
        assert request(app, "/data/0.0.1.zip").body == b"packed"
    assert len(made) == 1


def feed(app):
    parsed = feedparser.parse(request(app, "/feed.xml").body)
    assert not parsed.bozo
    return parsed


def test_the_feed_tells_of_each_release(app, folder, monkeypatch):
    monkeypatch.setenv("TRADE_ADDRESS", "https://example.org/x")
    releases = [
        {
            "version": "0.0.1",
            "created": "2026-11-25",
            "numbers": ["Base & first: <b>$2</b>"],
        },
        {"version": "0.0.0", "created": "2026-11-20T12:00:00+02:00", "numbers": []},
    ]
    described(folder, releases=releases)
    found = feed(app)
    assert found.version == "atom10"
    assert found.feed.title == "Aland–Beeland Trade: what changed in the numbers"
    assert found.feed.updated == "2026-11-25T00:00:00+00:00"
    assert [entry.title for entry in found.entries] == [
        "Data version 0.0.1",
        "Data version 0.0.0",
    ]
    first, second = found.entries
    assert "Base &amp; first: &lt;b&gt;$2&lt;/b&gt;" in first.content[0].value
    assert first.link == "https://example.org/x/"
    assert second.updated == "2026-11-20T12:00:00+02:00"
    assert first.id != second.id
    monkeypatch.delenv("TRADE_ADDRESS")
    assert [x.id for x in feed(app).entries] == [first.id, second.id]


def test_a_package_without_releases_says_that_it_has_a_new_version(app, folder):
    described(folder, releases=None, changes="In the archive.")
    (entry,) = feed(app).entries
    assert entry.title == "Data version 0.0.1"
    assert "In the archive." in entry.content[0].value


def test_no_day_is_invented_for_a_feed(app, folder):
    described(folder, releases=None, created=None)
    assert request(app, "/feed.xml").status == 404


@pytest.mark.parametrize(
    "releases",
    [
        "none",
        [1],
        [{"version": "1", "created": "yesterday", "numbers": []}],
        [{"version": "1", "created": "2026-11-25", "numbers": [1]}],
        [{"version": 1, "created": "2026-11-25", "numbers": []}],
    ],
)
def test_releases_that_cannot_be_read_are_named(folder, releases):
    described(folder, releases=releases)
    with pytest.raises(Exception, match="releases"):
        load(folder)


def test_a_table_is_read_by_pandas(app):
    body = request(app, "/data/0.0.1/readings.csv").body
    assert pd.read_csv(io.BytesIO(body))["value"].max() == 4_000_000_000
