"""The pictures of the named views: drawn once, by one browser, and kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import pytest
from requested import request
from starlette.routing import Router

from components.files import preview
from components.files.images import NoImageError
from components.page import pictures
from components.page.pictures import Pictures
from components.page.routes import table


@pytest.fixture
def drawn(monkeypatch):
    """Return what was drawn; drawing two at a time is an error."""
    found, busy = [], Lock()

    def draw(record, view, today):
        assert busy.acquire(blocking=False), "a second browser"
        found.append(view)
        busy.release()
        return b"\x89PNG"

    monkeypatch.setattr(pictures.preview, "as_picture", draw)
    return found


def test_a_picture_is_drawn_once_however_many_ask(app, drawn):
    with ThreadPoolExecutor(8) as readers:
        answers = list(
            readers.map(lambda _: request(app, "/preview/both-step.png"), range(8))
        )
    assert {answer.body for answer in answers} == {b"\x89PNG"}
    assert answers[0].header("content-type") == "image/png"
    assert len(drawn) == 1
    mark = answers[0].header("etag")
    assert request(app, "/preview/both-step.png", if_none_match=mark).status == 304


def test_all_named_views_are_kept_at_once(folder, drawn):
    found = Pictures(lambda: folder)
    for _ in range(2):
        for view in preview.NAMED:
            found.of(view)
    assert drawn == list(preview.NAMED)


@pytest.mark.parametrize(
    "name", ["both-step", "both-step.svg", "x.png", "both-step.png/x", "../app.png"]
)
def test_only_named_views_have_one(app, drawn, name):
    assert request(app, f"/preview/{name}").status == 404
    assert not drawn


def test_what_the_link_says_more_draws_nothing_more(app, drawn):
    for query in ("", "view=Target", "log=true", "x=1"):
        request(app, "/preview/both-step.png", query=query)
    assert len(drawn) == 1


def test_a_browser_that_fails_is_not_started_again_and_again(app, monkeypatch):
    tried = []

    def failing(*_):
        tried.append(1)
        raise NoImageError("none")

    monkeypatch.setattr(pictures.preview, "as_picture", failing)
    for _ in range(3):
        assert request(app, "/preview/both-step.png").status == 404
    assert len(tried) == 1


def test_without_data_there_is_no_picture(tmp_path):
    app = Router(table(lambda: tmp_path))
    assert request(app, "/preview/both-step.png").status == 404
