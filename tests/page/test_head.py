"""What the document says of itself: to whom it may, of the view, and escaped."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from requested import request

from components.dataset import load
from components.files import preview
from components.measures.known import known_on
from components.measures.record import Record
from components.page import head
from components.page.document import Documents, FirstScreen
from components.view import View
from components.words.finding import finding

TODAY = date(2022, 1, 1)
HOME = "https://example.org/trade/"
STREAMLIT = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    '<div id="root"></div></body></html>'
)
HOSTILE = "</title></script><script>alert(1)</script>\"'>"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.text, self.open = [], {}, ""

    def handle_starttag(self, tag, attrs):
        self.open = tag
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text[self.open] = self.text.get(self.open, "") + data


def read(text):
    """Return what each property, name and relation of a document says."""
    tags = Tags()
    tags.feed(text)
    said = {}
    for tag, attrs in tags.found:
        if tag == "meta":
            said[attrs.get("property") or attrs.get("name")] = attrs.get("content")
        elif tag == "link":
            said[attrs["rel"]] = attrs["href"]
    return said, tags


@pytest.fixture
def record(dataset):
    return Record(dataset)


@pytest.fixture
def engine(monkeypatch):
    monkeypatch.setattr(head, "missing_engine", lambda: "")


def of(record, view=View(), home=HOME):  # noqa: B008  (frozen)
    return read(head.html(head.of(record, view, TODAY, home)))


def test_the_view_of_the_link_has_title_description_and_address(record, engine):
    view = View("target", "time")
    said, _ = of(record, view)
    assert said["description"] == said["og:description"] == finding(record, TODAY)
    assert said["og:title"] == "Aland–Beeland Trade: Target, over time"
    assert said["canonical"] == f"{HOME}?view=Target&axis=Over%20time"
    assert said["og:url"] == said["canonical"]
    assert said["og:image"] == f"{HOME}preview/target-time.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "628")
    assert "$4 billion" in said["og:image:alt"]


def test_a_view_without_a_name_has_the_picture_of_its_named_view(record, engine):
    said, _ = of(record, View("both", "time", logarithmic=True, published=False))
    assert said["og:image"] == f"{HOME}preview/both-time.png"
    assert "log=true" in said["canonical"]


def test_a_day_of_the_past_is_named_and_has_no_file_of_all_that_is_known(
    record, engine
):
    day = date(2021, 3, 4)  # the day before the claim and the target
    then = Record(known_on(record.dataset, day))
    assert then.dataset.replay
    said, tags = of(then)
    assert said["og:title"] == "Aland–Beeland Trade, as known on 4 March 2021"
    assert said["description"] == finding(then, day)
    assert said["description"] != finding(record, TODAY)
    assert said["canonical"] == said["og:url"] == f"{HOME}?as_of=2021-03-04"
    assert "og:image" not in said
    assert "distribution" not in json.loads(tags.text["script"])


def test_without_an_address_nothing_needs_one(record, engine):
    said, tags = of(record, home="")
    assert not {"canonical", "og:url", "og:image", "twitter:card"} & set(said)
    assert said["og:title"] == "Aland–Beeland Trade"
    described = json.loads(tags.text["script"])
    assert "url" not in described
    assert "distribution" not in described


def test_without_an_engine_there_is_no_picture(record, monkeypatch):
    monkeypatch.setattr(head, "missing_engine", lambda: "No browser.")
    said, _ = of(record)
    assert "og:image" not in said
    assert "twitter:card" not in said
    assert said["canonical"] == HOME


def test_a_view_with_nothing_to_draw_has_no_picture(package, engine):
    def without_target(rows):
        for table in ("facts", "readings"):
            rows[table] = [row for row in rows[table] if row["fact_id"] != "goal"]

    said, _ = of(Record(load(package(without_target))), View("target"))
    assert "og:image" not in said


def test_the_data_are_described_with_their_addresses(record):
    _, tags = of(record)
    described = json.loads(tags.text["script"])
    assert described["@type"] == "Dataset"
    assert described["name"] == "Aland–Beeland Trade"
    assert described["url"] == HOME
    files = {item["contentUrl"] for item in described["distribution"]}
    assert f"{HOME}datapackage.json" in files
    assert f"{HOME}data/0.0.1/readings.csv" in files
    assert f"{HOME}data/0.0.1.zip" in files
    types = [attrs.get("type") for tag, attrs in tags.found if tag == "script"]
    assert types == ["application/ld+json"]


def test_hostile_text_ends_no_element():
    said = head.Head(HOSTILE, HOSTILE, HOME, HOSTILE, HOSTILE, {"name": HOSTILE})
    _, tags = read(head.html(said))
    assert {tag for tag, _ in tags.found} == {"meta", "link", "script"}
    assert json.loads(tags.text["script"]) == {"name": HOSTILE}


def served(folder, query="", **headers):
    app = FirstScreen(page, Documents(lambda: folder))
    return request(app, query=query, **headers).body.decode()


async def page(scope, receive, send):
    headers = [(b"content-type", b"text/html")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": STREAMLIT.encode()})


def test_neither_the_request_nor_its_link_says_where_the_page_is(package, monkeypatch):
    folder = package()
    monkeypatch.setenv("TRADE_ADDRESS", HOME)
    text = served(
        folder,
        f"view=Target&utm=x&q={HOSTILE}",
        host="evil.example",
        x_forwarded_host="evil.example",
    )
    said, tags = read(text)
    assert said["canonical"] == f"{HOME}?view=Target"
    assert tags.text["title"] == "Aland–Beeland Trade: Target, by step"
    assert "evil.example" not in text
    assert "alert(1)" not in text
    monkeypatch.delenv("TRADE_ADDRESS")
    assert "canonical" not in read(served(folder, "view=Target"))[0]


def test_broken_data_are_described_as_nothing(tmp_path):
    said, tags = read(served(tmp_path))
    assert tags.text["title"] == "Trade Trajectory"
    assert not [name for name in said if name and name.startswith("og:")]
    assert "ld+json" not in str(tags.found)


def test_each_named_view_has_a_picture_of_its_own_name():
    names = [preview.name(view) for view in preview.NAMED]
    assert len(set(names)) == len(names) == 6
    assert all(re.fullmatch(r"[a-z]+-[a-z]+\.png", name) for name in names)
