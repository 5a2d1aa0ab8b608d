"""The HTML of page and twin: escaped, whole, and with honest links."""

import re
from datetime import date

import pytest

from components.dataset import load
from components.files import markup
from components.measures.record import Record
from components.words.agreements import COLUMNS, SORTABLE, TABLE_NOTE
from components.words.caveats import Caveat
from components.words.counts import Count, Dispute, Saying, disputes
from components.words.timeline import lists

HOSTILE = "<script>alert(1)</script><b>&amp;"


def table(package, change=lambda rows: None, order=None):
    record = Record(load(package(change)))
    return markup.agreements(record, record.dataset.agreements, "A & B", order)


def test_every_cell_of_every_column_is_there_and_unknown_is_a_dash(package):
    html = table(package)
    names = [column.heading for column in COLUMNS]
    assert re.findall(r"<td[^>]* data-name=\"([^\"]+)\"", html) == names * 3
    assert 'data-name="Date">–</td>' in html
    assert 'data-name="Date">1 May 2019</td>' in html
    assert TABLE_NOTE in html
    assert 'aria-label="A &amp; B"' in html


def test_text_of_the_data_stays_text(package):
    def change(rows):
        for row in rows["agreements"]:
            row.update(title=HOSTILE, place=HOSTILE, fields=HOSTILE, note=HOSTILE)
        rows["sources"][0].update(publisher=HOSTILE, reposted_by=HOSTILE)
        rows["events"][0].update(title=HOSTILE, note=HOSTILE)
        rows["readings"][-1].update(stated_by=HOSTILE)

    record = Record(load(package(change)))
    disputed = disputes(record, date(2026, 1, 1))
    assert len(disputed) == 1
    for html in (
        markup.agreements(record, record.dataset.agreements, HOSTILE, "title"),
        markup.disputed(disputed * 2),
        *(
            markup.events(record, lines)
            for _, lines in lists(record, record.dataset.events)
        ),
        markup.status(HOSTILE),
        markup.scoreboard([("1", HOSTILE)], Caveat("x", HOSTILE, (HOSTILE,))),
    ):
        assert "<script" not in html
        assert "<b>" not in html


def test_a_source_opens_in_place(package):
    html = table(package)
    assert '<a href="https://gazette.example/trade"' in html
    assert "target=" not in html


def cited(url, publisher):
    source = {"url": url, "publisher": publisher, "reposted_by": ""}
    count = Count("7", (Saying("", (source,)),))
    dispute = Dispute("x", (count,), (count,), "")
    return markup.disputed([dispute])


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", ""])
def test_what_is_no_web_address_is_no_link(url):
    html = cited(url, "The Gazette")
    assert "The Gazette, no address" in html
    assert "<a" not in html
    assert not url or url not in html


def test_an_address_stays_exactly_the_address():
    url = "https://gazette.example/خبر/19?a=1&b=2"
    html = cited(url, "خبر")
    assert f'href="{url.replace("&", "&amp;")}"' in html
    assert "\u2067خبر\u2069</a>" in html


def test_headings_that_sort_are_buttons_and_only_one_says_its_direction(package):
    html = table(package, order="-title")
    assert re.findall(r'data-order="(\w+)"', html) == list(SORTABLE)
    assert re.findall(r'aria-sort="(\w+)"', html) == ["descending"]
    assert (
        'aria-sort="descending" data-name="Agreement"><button type="button" '
        'data-order="title"'
    ) in html


def test_without_an_order_headings_are_plain(package):
    html = table(package)
    assert "<button" not in html
    assert "aria-sort" not in html


def test_the_style_uses_the_colours_of_the_page_and_none_of_its_own():
    css = markup.style()
    assert "var(--quiet)" in css
    assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*{)", css)
