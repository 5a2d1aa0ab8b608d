"""The first words as plain HTML: whole, escaped, and open without a script."""

import re
from datetime import date

import pytest

from components.dataset import load
from components.files import plain
from components.measures.record import Record
from components.words.caveats import Caveat
from components.words.sources import Link
from components.words.trajectory import Caption

TODAY = date(2022, 1, 1)
HOSTILE = "<script>alert(1)</script>\"'><b>&amp;"


@pytest.fixture
def record(package):
    return Record(load(package()))


def test_the_first_words_are_the_pair_and_the_finding(record):
    html = plain.first_words(record, TODAY)
    assert "Aland–Beeland Trade" in html
    (finding,) = re.findall(r"<h1>(.*?)</h1>", html)
    assert "$1 billion" in finding
    assert "$4 billion" in finding


def test_each_caveat_opens_by_a_button_that_names_it(record):
    html = plain.first_words(record, TODAY)
    buttons = re.findall(r'popovertarget="([^"]+)"', html)
    assert buttons
    assert buttons == re.findall(r'<div popover id="([^"]+)"', html)
    assert "<script" not in html


def test_a_caveat_shows_all_of_its_paragraphs():
    html = plain.caveat_buttons([Caveat("k", "Rough", ("One.", "Two."))], "here")
    assert html.count("Rough") == 2
    assert "<p>One.</p><p>Two.</p>" in html
    assert 'id="here-k"' in html


def test_no_caveat_leaves_no_empty_list():
    assert plain.caveat_buttons([], "here") == ""


def test_charts_in_one_document_do_not_share_the_names_of_their_caveats():
    caption, caveats = Caption("Solid.", ()), [Caveat("k", "Rough", ("One.",))]
    one, other = (
        plain.under_the_chart(caption, caveats, where=where) for where in ("a", "b")
    )
    names = [re.findall(r' id="([^"]+)"', html) for html in (one, other)]
    assert names == [["a-k"], ["b-k"]]


def test_a_caption_names_its_sources_and_the_readers_year_stands_apart():
    links = (Link("Gazette", "https://gazette.example/a"), Link("Herald", ""))
    html = plain.under_the_chart(Caption("Solid: claimed.", links), [], "Your 2030.")
    assert '<p class="own">Your 2030.</p>' in html
    assert "Sources: <a" in html
    assert "</a> and Herald.</p>" in html
    assert 'class="own"' not in plain.under_the_chart(Caption("Solid.", links), [])


def test_one_source_is_not_called_several():
    html = plain.under_the_chart(Caption("Solid.", (Link("Gazette", ""),)), [])
    assert "Source: Gazette." in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "/a", ""])
def test_only_an_address_of_the_web_becomes_a_link(url):
    assert plain.link(Link("Gazette", url)) == "Gazette"


def test_whatever_comes_from_the_data_stays_text():
    html = plain.link(Link(HOSTILE, f"https://gazette.example/{HOSTILE}"))
    html += plain.under_the_chart(
        Caption(HOSTILE, (Link(HOSTILE, ""),)),
        [Caveat("k", HOSTILE, (HOSTILE,))],
        HOSTILE,
    )
    assert "<script" not in html
    assert "<b>" not in html
    assert html.count("&amp;amp;") == 8


def test_arabic_moves_nothing_around_it_and_no_address_is_changed():
    url = "https://gazette.example/گزارش"
    html = plain.link(Link("گزارش 5", url))
    assert f'href="{url}"' in html
    assert "\u2067" in html.split(">", 1)[1]


def test_nothing_happened_since_leaves_no_line(record):
    assert plain.since_then(record) == ""
