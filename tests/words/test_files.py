"""The words inside the files that leave the page."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from components.measures.record import Record
from components.view import ACTUAL, AIMED_AT, TIME, View
from components.words import files, over_time

DAY = date(2022, 2, 3)


@pytest.fixture
def record(dataset):
    return Record(dataset)


def test_the_foot_explains_only_what_is_drawn(record):
    target = "\n".join(files.foot(record, View(view=AIMED_AT), "", DAY))
    assert "Dashed: a target." in target
    assert "Solid" not in target
    assert "Published figures" not in target
    claimed = "\n".join(files.foot(record, View(view=ACTUAL), "", DAY))
    assert "Dashed" not in claimed
    assert "no deadline" not in claimed
    for words in (target, claimed):
        assert "\\" not in words
        assert "](" not in words


def test_a_source_of_the_finding_is_named_even_where_it_is_not_drawn(package):
    from components.dataset import load

    def change(rows):
        rows["readings"][1]["source_id"] = "office"

    record = Record(load(package(change)))
    target = "\n".join(files.foot(record, View(view=AIMED_AT), "", DAY))
    assert "The finding also rests on The Gazette and Office of Statistics." in target
    both = "\n".join(files.foot(record, View(), "", DAY))
    assert "also rests" not in both


def test_paper_names_every_source_and_asks_for_no_click(record):
    time = View(axis=TIME)
    words = "\n".join(files.foot(record, time, "", DAY))
    assert "Sources: The Gazette and Office of Statistics." in words
    assert over_time.SELECT not in words
    assert over_time.SELECT in over_time.caption(record, time).text


class Frame(HTMLParser):
    """Reads the attributes of the first frame."""

    def handle_starttag(self, tag, attrs):
        if tag == "iframe":
            self.attributes = dict(attrs)


def height(style, width):
    """Return how tall a browser makes the frame at a width, in px."""
    (wide, narrow), (share,) = (
        re.findall(r"(\d+)px", style),
        re.findall(r"(\d+)vw", style),
    )
    return max(int(wide), int(narrow) - int(share) / 100 * width)


def test_the_frame_is_taller_on_a_narrow_screen(record):
    reader = Frame()
    reader.feed(files.frame(record, View(), 'https://page.example/?a=1&b="<x>', 320))
    assert reader.attributes["src"] == 'https://page.example/?a=1&b="<x>'
    heights = [
        height(reader.attributes["style"], width) for width in (320, 390, 640, 1280)
    ]
    assert heights == sorted(heights, reverse=True)
    # What the finding, the caveats and the credit took at these widths.
    for given, taken in zip(heights, (730, 600, 430, 430), strict=True):
        assert given >= 320 + taken


def test_a_chart_names_its_data_and_sources_in_one_line(record):
    assert files.credit(record, View()) == (
        "Aland–Beeland Trade. Data version 0.0.1, 25 November 2026. "
        "Source: The Gazette."
    )


@pytest.mark.parametrize(
    ("short", "listed"),
    [("CIF or FOB", "CIF or FOB"), ("Whose figures?", "whose figures"), ("", "")],
)
def test_a_caveat_in_a_list_keeps_its_abbreviations(short, listed):
    assert files._in_a_list(short) == listed
