"""Text that would like to be more than text stays text, on every tab."""

import json
import re
from html import escape
from html.parser import HTMLParser

import pytest
from conftest import EVERY_TABLE, ROOT, TABS
from hostile import HOSTILE, SHORT, hostile_package
from markdown_it import MarkdownIt
from pages import html, opened
from streamlit.testing.v1 import AppTest
from tiers import each_pair

from components.dataset import load
from components.page import parts, scripts
from components.words import names
from components.words.text import as_markdown

# What Streamlit shows as it is: the names of fields that hold no Markdown.
PLAIN = {
    *("id", "element_id", "url", "query_param_key", "spec", "config", "alt", "options"),
    *(
        "placeholder",
        "form_id",
        "default",
        "raw_value",
        "raw_values",
        "value",
        "file_name",
        "theme",
    ),
}
# Elements whose text Streamlit shows as it is.
AS_IT_IS = {"code", "text", "arrow_data_frame", "html", "plotly_chart"}
MARKDOWN = MarkdownIt("commonmark").enable("strikethrough")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return hostile_package(tmp_path_factory.mktemp("hostile") / "data")


@pytest.fixture
def visited(monkeypatch, data):
    monkeypatch.setenv("TRADE_DATA", str(data))

    def page(share=False, **params):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        app.query_params.update(params)
        if share:
            app.session_state[parts.SHARE] = True
        app.run()
        assert not app.exception
        assert not app.error
        return app

    return page


def protos(page):
    """Return the message of every element and block of a page, with its type."""
    waiting = [page._tree]
    while waiting:
        node = waiting.pop()
        waiting += getattr(node, "children", {}).values()
        proto = getattr(node, "proto", None)
        if proto is not None:
            yield node.type, proto


def texts(proto):
    """Return the texts of a message that are Markdown."""
    for field, value in proto.ListFields():
        for item in value if field.is_repeated else [value]:
            if hasattr(item, "ListFields"):
                yield from texts(item)
            elif isinstance(item, str) and field.name not in PLAIN:
                yield item


def markdown_texts(page):
    """Return all Markdown of a page."""
    return [
        text
        for kind, proto in protos(page)
        if kind not in AS_IT_IS
        for text in texts(proto)
    ]


def hidden_in_markdown(text):
    """Return what a text has become besides text, of what it would like to be."""
    found = []
    for block in MARKDOWN.parse(text):
        if block.type in ("html_block", "fence", "code_block"):
            found.append(block.content)
        for token in block.children or ():
            if token.type in ("html_inline", "image", "code_inline", "s_open"):
                found.append(token.content or token.type)
            if token.type == "link_open" and not re.match(
                r"https?://", str(token.attrs["href"])
            ):
                found.append(token.attrs["href"])
    # Streamlit reads these after the escapes of Markdown are gone, or before.
    words = re.sub(r"\]\(<[^<>]*>\)", "", text)  # not where links lead
    raw = re.sub(r"\\[^\w\s]", "", words)
    found += [part for part in ("**bold**", ":red[", "$\\frac") if part in raw]
    found += re.findall(r"\]\([^<h][^)]*\)", raw)
    found += re.findall(r":material/lock:|:smile:|:streamlit:|->", raw)
    return found


def drawn(part, key=""):
    """Return the texts of a figure that Plotly shows."""
    if isinstance(part, dict):
        return [text for name, value in part.items() for text in drawn(value, name)]
    if isinstance(part, list):
        return [text for value in part for text in drawn(value, key)]
    # What a mark opens, and what the chart is called in the program, are not shown.
    is_shown = isinstance(part, str) and key not in ("customdata", "uid", "meta")
    return [part] if is_shown else []


class Elements(HTMLParser):
    """The elements of HTML, with what in them could run."""

    def __init__(self, body):
        super().__init__()
        self.names, self.runs = set(), []
        self.feed(body)

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        for name, value in attributes:
            if name.startswith("on") or re.match(
                r"(?i)\s*(javascript|data):", value or ""
            ):
                self.runs.append((tag, name, value))


def hidden_in_html(body):
    """Return what in HTML could run, or came from the data as an element."""
    for name in ("tabs", "embed", *scripts.LISTENING):
        body = body.replace(scripts.element(name), "")
    found = Elements(body)
    return [*found.runs, *(found.names & {"script", "img"}), *re.findall("<b>p<", body)]


def held(page):
    """Hold that all of a page is text."""
    for text in markdown_texts(page):
        assert not hidden_in_markdown(text), text
    for body in html(page):
        assert not hidden_in_html(body), body
    for chart in page.get("plotly_chart"):
        for words in drawn(json.loads(chart.proto.spec)):
            assert not re.search(r"<(?!/?(?:b|br|i|span)\b)|<b>p", words), words
    assert "hacked()" in "\n".join([*markdown_texts(page), *html(page)])


@pytest.mark.parametrize(
    "part",
    [
        *("<b>p</b>", "[l](javascript:hacked())", "![i](data:image/png;base64,AA)"),
        *(":material/lock:", ":smile:", ":streamlit:", "$\\frac{a}{b}$", "`code`"),
        *("**bold**", "~~gone~~", "a -> b", ":red[r]"),
    ],
)
def test_what_hides_in_markdown_would_be_found(part):
    assert hidden_in_markdown(f"words {part} words")
    assert not hidden_in_markdown(as_markdown(f"words {part} words"))


@pytest.mark.parametrize(
    "part",
    [
        "<script>hacked()</script>",
        '<img src=x onerror="hacked()">',
        "<a href='javascript:hacked()'>t</a>",
        "<b>p</b>",
    ],
)
def test_what_hides_in_html_would_be_found(part):
    assert hidden_in_html(f"<p>{part}</p>")
    assert not hidden_in_html(f"<p>{escape(part)}</p>")


@pytest.mark.parametrize(
    ("tab", "axis", "view", "year"),
    each_pair(TABS, names.AXIS.values(), names.VIEW.values(), ["", "2030"]),
)
def test_hostile_text_stays_text(visited, tab, axis, view, year):
    held(
        visited(
            tab=tab,
            axis=axis,
            view=view,
            year_chosen_by_the_reader=year,
            numbers="true",
        )
    )


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_hostile_text_stays_text_in_tables_and_what_explains_them(visited, table):
    folded = ("columns", "sources", "method", "unknowns", "cells", "corrections")
    held(visited(tab="Data and method", table=table, **dict.fromkeys(folded, "true")))


@pytest.mark.parametrize("number", range(8))
def test_hostile_text_stays_text_in_every_source(visited, data, number):
    dataset = load(data)
    held(visited(reading=dataset.readings["reading_id"].iloc[number]))


@pytest.mark.parametrize("number", range(6))
def test_hostile_text_stays_text_in_who_says_what(visited, data, number):
    dataset = load(data)
    fact = dataset.facts["fact_id"].iloc[number]
    held(visited(tab="Who says what", fact=fact))


@pytest.mark.parametrize("axis", names.AXIS.values())
def test_hostile_text_stays_text_where_the_view_is_shared(visited, axis):
    held(visited(share=True, axis=axis, tab="Data and method"))


@pytest.mark.parametrize(
    "name",
    ["view", "axis", "tab", "reading", "fact", "table", "q", "order", "kind", "start"],
)
def test_a_hostile_link_is_answered_as_text(visited, name):
    held(visited(**{name: HOSTILE}))


def test_hostile_text_stays_text_where_it_is_wrong(monkeypatch, tmp_path):
    folder = hostile_package(tmp_path / "data")
    path = folder / "events.csv"
    path.write_text(path.read_text("utf-8").replace("2019-05", SHORT), "utf-8")
    monkeypatch.setenv("TRADE_DATA", str(folder))
    page = opened(ROOT)
    assert not page.exception
    assert any(SHORT in part.value for part in page.text)
    for words in markdown_texts(page):
        assert not hidden_in_markdown(words), words
