"""The first screen in the document: same words as the page, escaped, never stale."""

import json
from datetime import date
from html.parser import HTMLParser
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requested import request
from starlette.middleware.gzip import GZipMiddleware

from components.charts.style import DARK, LIGHT
from components.dataset import load
from components.files import plain
from components.measures.record import Record
from components.page import document, first_screen
from components.page.document import Documents, FirstScreen, complete, parameters
from components.page.first_screen import Asked, asked, html
from components.page.head import Head
from components.problems import DataError, Problem
from components.view import AXES, VIEWS, View

TODAY = date(2022, 1, 1)
HOSTILE = "<script>alert(1)</script>\"'>"
STREAMLIT = (
    '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>'
    '<noscript><p>You need to enable JavaScript.</p></noscript><div id="root"></div>'
    "</body></html>"
)


@pytest.fixture
def record(folder):
    return Record(load(folder))


def served(record, **view):
    return html(record, None, Asked(View(**view)), TODAY)


def error(count=1, text="nothing"):
    rows = range(2, count + 2)
    return DataError([Problem("facts.csv", n, None, text, text, text) for n in rows])


def test_it_has_the_first_words_of_the_live_page(record):
    assert plain.first_words(record, TODAY) in served(record)


def test_it_draws_the_view_that_the_link_names(record):
    wanted = asked(record, {"view": ["Target"], "axis": ["By step"]}, TODAY)
    (alt,) = [
        attrs["aria-label"]
        for _, attrs in tags(html(record, None, wanted, TODAY))
        if attrs.get("class") == "by-step"
    ]
    assert "$4 billion" in alt
    assert "$1 billion" not in alt


def test_over_time_is_drawn_too_and_links_to_no_row_that_is_not_there(record):
    picture = served(record, axis="time")
    assert "<svg" in picture
    assert "#reading-" not in picture


def without_target(rows):
    for table in ("facts", "readings"):
        rows[table] = [row for row in rows[table] if row["fact_id"] != "goal"]


def test_a_view_with_nothing_to_draw_says_so(package):
    screen = served(Record(load(package(without_target))), view="target")
    assert "<svg" not in screen
    assert "Choose another view" in screen


@pytest.mark.parametrize("scheme", ["light_theme", "dark_theme", ""])
def test_it_comes_in_the_colours_that_the_link_or_the_reader_wants(record, scheme):
    link = {"embed": ["true"], "embed_options": [scheme]}
    wanted = asked(record, link, TODAY)
    sheet = first_screen.style(wanted.scheme)
    assert (f"--ground: {LIGHT.ground}" in sheet) == (scheme != "dark_theme")
    assert (f"--ground: {DARK.ground}" in sheet) == (scheme != "light_theme")
    assert ("prefers-color-scheme" in sheet) == (not scheme)


def test_in_another_page_stands_what_the_live_page_shows_there(record):
    whole, embedded = Asked(View()), Asked(View(), embedded=True)
    assert 'class="embedded"' in html(record, None, embedded, TODAY)
    assert 'class="embedded"' not in html(record, None, whole, TODAY)
    assert 'class="since"' not in html(record, None, embedded, TODAY)


def test_a_year_of_the_readers_is_said_to_be_the_readers(record):
    link = {"year_chosen_by_the_reader": ["2030"]}
    assert "2030 (your year, nobody else’s)" in html(
        record, None, asked(record, link, TODAY), TODAY
    )


@pytest.mark.parametrize("year", ["1", "-2030", "２０３０", "9" * 5000, "2500", ""])
def test_a_year_that_cannot_be_picked_is_no_assumption(record, year):
    link = {"year_chosen_by_the_reader": [year]}
    assert asked(record, link, TODAY).view.assumption is None


def test_without_the_live_page_it_leads_to_the_page_as_one_file(record):
    assert '<a href="./page.html">' in served(record)


def test_broken_data_are_an_error_and_lead_nowhere():
    screen = html(None, error(7), Asked(View()), TODAY)
    assert "<h1>The data cannot be shown: 7 problems</h1>" in screen
    assert screen.count('class="problem"') == 5
    assert "facts.csv, row 2" in screen
    assert "page.html" not in screen


def test_older_data_say_that_they_are_older(record):
    screen = html(record, error(), Asked(View()), TODAY)
    assert "The data files now have 1 problem." in screen
    assert "last good version" in screen
    assert plain.first_words(record, TODAY) in screen


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def tags(text):
    parser = Tags()
    parser.feed(text)
    return parser.found


def test_hostile_text_in_a_problem_stays_text():
    screen = html(None, error(text=HOSTILE), Asked(View()), TODAY)
    assert "script" not in [tag for tag, _ in tags(screen)]


def retitled(folder, title):
    path = folder / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**described, "title": title}), "utf-8")


def test_hostile_text_in_the_data_stays_text(folder):
    retitled(folder, HOSTILE)
    found = complete(STREAMLIT, served(Record(load(folder))), Head(HOSTILE, HOSTILE))
    assert "alert(1)" in found
    # The one script is the project's own.
    assert [tag for tag, _ in tags(found)].count("script") == 1
    assert not [name for _, attrs in tags(found) for name in attrs if name[:2] == "on"]


LINKS = st.dictionaries(
    st.text(max_size=12)
    | st.sampled_from(["view", "axis", "log", "start", "embed", "embed_options"]),
    st.lists(st.text(max_size=30) | st.sampled_from(["true", "Target", "dark_theme"])),
)


def test_nothing_of_a_link_reaches_the_document_but_what_is_on_a_list(record):
    schemes = ("", "light_theme", "dark_theme")
    possible = {
        Asked(View(view, axis, log, published), embedded, scheme)
        for view, axis, log, published, embedded, scheme in product(
            VIEWS, AXES, (False, True), (False, True), (False, True), schemes
        )
    }

    @given(LINKS)
    def holds(link):
        assert asked(record, link, TODAY) in possible

    holds()


def test_the_document_is_streamlits_with_the_screen_before_its_root():
    found = complete(STREAMLIT, "<main>words</main>", Head(description='a "finding"'))
    assert '<main>words</main><div id="root"></div>' in found
    assert "<title>Trade Trajectory</title>" in found
    assert '<meta name="description" content="a &quot;finding&quot;">' in found
    assert "You need to enable JavaScript" not in found
    assert found.count(document.STYLE) == 1
    assert found.endswith(f"<script>{first_screen.SCRIPT}</script></body></html>")


def test_the_document_asks_early_for_the_script_of_charts():
    found = complete(STREAMLIT, "", Head(), ["PlotlyChart.x.js"])
    (link,) = [attrs for tag, attrs in tags(found) if tag == "link"]
    assert link["rel"] == "modulepreload"
    assert link["href"] == "./static/js/PlotlyChart.x.js"
    # As Streamlit asks for it, or it would be fetched twice.
    assert "crossorigin" in link


def test_a_backslash_in_the_words_is_a_backslash():
    assert r"\g<0>\1" in complete(STREAMLIT, r"\g<0>\1", Head(description=r"\1"))


def test_parameters_are_read_as_a_browser_writes_them():
    assert parameters(b"axis=Over+time&view=Both&view=Target&x=%C3%A9") == {
        "axis": ["Over time"],
        "view": ["Both", "Target"],
        "x": ["é"],
    }
    assert parameters(b"a=1&" * 1000) == {}
    assert parameters(b"view=" + b"T" * 10_000) == {}
    assert parameters(b"\xff=%ff")


class Page:
    """An app that answers as Streamlit does."""

    def __init__(self, body=STREAMLIT, kind="text/html; charset=utf-8"):
        self.body, self.kind = body.encode(), kind

    async def __call__(self, scope, receive, send):
        headers = [
            (b"content-type", self.kind.encode()),
            (b"content-length", str(len(self.body)).encode()),
            (b"etag", b'"1"'),
            (b"set-cookie", b"a=1"),
            (b"set-cookie", b"b=2"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        half = len(self.body) // 2
        for part, more in ((self.body[:half], True), (self.body[half:], False)):
            if scope["method"] == "HEAD":
                part = b""
            await send({"type": "http.response.body", "body": part, "more_body": more})


def answer(folder, app=None, **how):
    return request(FirstScreen(app or Page(), Documents(lambda: folder)), **how)


def test_the_server_sends_it_with_the_document(folder, record):
    response = answer(folder)
    assert plain.first_words(record, date.today()).encode() in response.body
    assert response.header("content-length") == str(len(response.body))
    assert not response.header("etag")


def test_a_header_that_occurs_twice_does_so_in_the_answer(folder):
    assert answer(folder).all("set-cookie") == ["a=1", "b=2"]


def test_what_is_no_document_passes_as_it_is(folder):
    for app in (Page("let a = 1", "text/javascript"), Page("<p>a frame</p>")):
        response = answer(folder, app)
        assert response.body == app.body
    assert answer(folder, Page("x", "text/css")).header("etag") == '"1"'


def test_a_question_about_the_headers_promises_no_size(folder):
    response = answer(folder, method="HEAD")
    assert response.body == b""
    assert not response.header("content-length")
    assert not response.header("etag")


def test_a_changed_package_is_served_at_once(folder):
    documents = Documents(lambda: folder)
    app = FirstScreen(Page(), documents)
    before = request(app).body
    retitled(folder, "Aland–Beeland Commerce")
    after = request(app).body
    assert b"Commerce" not in before
    assert "Aland–Beeland Commerce".encode() in after
    (folder / "facts.csv").write_text("broken", "utf-8")
    assert b"The page shows the last good version of the data" in request(app).body


def test_a_view_is_made_once(folder, monkeypatch):
    app = FirstScreen(Page(), Documents(lambda: folder))
    first = request(app, query="view=Target")
    monkeypatch.setattr(first_screen, "html", None)
    assert request(app, query="VIEW=target.&utm_source=chat") == first


@pytest.mark.parametrize("base", ["", "trade", "/a/b/"])
def test_an_unknown_path_is_not_found_and_leads_home(folder, monkeypatch, base):
    monkeypatch.setattr(document.st, "get_option", lambda _: base)
    root = f"/{base.strip('/')}".rstrip("/")
    for path in (f"{root}/", f"{root}/index.html", root):
        assert answer(folder, path=path).status == 200
    for path in (
        "/robots",
        "/data/facts.csv",
        "/.git/HEAD",
        "/x/index.html",
        "/nindex.html",
    ):
        response = answer(
            folder, path=f"{root}{path}", query="<script>alert(1)</script>"
        )
        assert response.status == 404
        assert f'<a href="{root}/">'.encode() in response.body
        assert b"<script" not in response.body
        assert response.header("content-length") == str(len(response.body))


@pytest.mark.parametrize(
    "header",
    [{"accept_encoding": "gzip, br"}, {"range": "bytes=0-9"}, {"if_none_match": '"1"'}],
)
def test_an_unknown_path_is_not_found_however_it_is_asked_for(folder, header):
    app = GZipMiddleware(Particular(), minimum_size=1)  # Streamlit has it within
    assert answer(folder, app, path="/nothing", **header).status == 404
    response = answer(folder, app, path="/index.html", **header)
    assert response.status == 200
    assert not response.header("content-encoding")
    assert b'<main id="first">' in response.body


class Particular(Page):
    """An app that answers with a part, or with nothing new, when it is asked to."""

    async def __call__(self, scope, receive, send):
        names = {name for name, _ in scope["headers"]}
        status = 206 if b"range" in names else 304 if b"if-none-match" in names else 200

        async def sending(message):
            if message["type"] == "http.response.start":
                message = {**message, "status": status}
            await send(message)

        await super().__call__(scope, receive, sending)


def test_a_page_that_is_not_the_document_is_found_anywhere(folder):
    assert answer(folder, Page("<p>a frame</p>"), path="/frame.html").status == 200
    assert answer(folder, Page(), path="/page.html", method="HEAD").status == 200


def test_a_link_to_a_day_of_the_past_is_served_as_it_was_known(folder):
    documents = Documents(lambda: folder)

    def served_for(query):
        return documents.of(STREAMLIT.encode(), query.encode()).decode()

    today = served_for("view=Both")
    then = served_for("as_of=2021-03-04&view=Both&utm_source=chat")
    assert "As known on 4 March 2021." in then
    assert "$4 billion" in today
    assert "$4 billion" not in then
    assert 'href="./page.html?as_of=2021-03-04"' in then
    assert "as_of" not in then.split('class="replayed"')[1].split("</aside>")[0]
    assert "On this day no claimed value and no target for this trade was known" in then
    for query in ("as_of=1900-01-01", "as_of=2999-01-01", "as_of=x", "as_of="):
        assert served_for(query) == served_for("")
    assert served_for("as_of=2021-03-05") != served_for("as_of=2021-03-04")


def test_a_hostile_day_is_no_day_and_its_link_out_is_escaped(folder):
    documents = Documents(lambda: folder)
    query = f"as_of=2021-03-04&view=Target&x={HOSTILE}"
    then = documents.of(STREAMLIT.encode(), query.encode()).decode()
    assert "As known on 4 March 2021." in then
    assert "<script>alert(1)" not in then
    never = documents.of(STREAMLIT.encode(), f"as_of={HOSTILE}".encode()).decode()
    assert "As known on" not in never
    assert "<script>alert(1)" not in never
