"""The labels of every chart in a browser: none on another, none cut, on any width."""

from itertools import combinations, product
from urllib.parse import urlencode

import pytest
from tiers import first_of

pytestmark = pytest.mark.browser
WIDTHS = (360, 390, 768, 1280, 1920)
# A line of text is a little higher than what is written in it.
SLACK = 1.5
# What is written in the drawings, with its place and that of its drawing.
WRITTEN = """() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => {
  const box = found => {
    const {left, top, right, bottom} = found.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const texts = [...plot.querySelectorAll('.main-svg text')].filter(
    text => text.textContent.trim() && text.getBoundingClientRect().width);
  return {
    edge: box(plot.querySelector('.main-svg')),
    texts: texts.map(text => [text.textContent, box(text)]),
  };
})"""
# Whether each drawing is as wide as its place.
DRAWN = """() => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  return plots.length && plots.every(plot => {
    const found = plot.querySelector('.main-svg').getBoundingClientRect().width;
    return Math.abs(found - plot.parentElement.getBoundingClientRect().width) < 2;
  });
}"""
SHOWN = {
    "by step": {},
    "claims by step": {"view": "Actual (claimed)"},
    "targets by step": {"view": "Target"},
    "over time": {"axis": "Over time"},
    "claims over time": {"axis": "Over time", "view": "Actual (claimed)"},
    "targets over time": {"axis": "Over time", "view": "Target"},
    "logarithmic": {"axis": "Over time", "log": "true"},
    "a year of the reader's": {
        "axis": "Over time",
        "year_chosen_by_the_reader": "2035",
    },
    "timeline": {"tab": "Timeline"},
}
EVERY = [
    {"axis": "Over time", "view": view, "log": log, "published": published, **year}
    for view, log, published, year in product(
        ("Actual (claimed)", "Target", "Both"),
        ("true", "false"),
        ("true", "false"),
        ({}, {"year_chosen_by_the_reader": "2028"}),
    )
]


PAIRS = (
    "the project's own",
    "quennaria-sundrift",
    "castravel-ormindale",
    "pellawyn-tarquay",
)


@pytest.fixture
def address(request, site, sites):
    return site if request.param == PAIRS[0] else sites(request.param)


def overlapping(one, other):
    """Return whether two boxes share more than the room between two lines."""
    return (
        one[0] < other[2] - SLACK
        and other[0] < one[2] - SLACK
        and one[1] < other[3] - SLACK
        and other[1] < one[3] - SLACK
    )


def faults(page):
    """Return the labels that stand on another, and those that are cut."""
    page.wait_for_function(DRAWN)
    found = []
    drawings = page.evaluate(WRITTEN)
    assert drawings
    for drawing in drawings:
        texts, edge = drawing["texts"], drawing["edge"]
        assert texts
        found += [
            f"{one} | {other}"
            for (one, box), (other, place) in combinations(texts, 2)
            if overlapping(box, place)
        ]
        found += [
            f"cut: {text}"
            for text, box in texts
            if box[0] < edge[0] - SLACK
            or box[1] < edge[1] - SLACK
            or box[2] > edge[2] + SLACK
            or box[3] > edge[3] + SLACK
        ]
    return found


def at_each_width(page):
    """Return the faults of a page, each with the width of its window."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [(width, fault) for fault in faults(page)]
    return found


# Each kind of drawing, and each of the first two pairs.
EVERYDAY = {
    (PAIRS[0], "by step"),
    (PAIRS[0], "logarithmic"),
    (PAIRS[0], "timeline"),
    (PAIRS[1], "targets by step"),
    (PAIRS[1], "over time"),
}


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        pytest.param(*case, marks=() if case in EVERYDAY else pytest.mark.exhaustive)
        for case in product(PAIRS, SHOWN)
    ],
    indirect=["address"],
)
def test_no_label_stands_on_another_or_is_cut(visit, address, shown):
    page = visit(urlencode(SHOWN[shown]), at=address)
    assert not at_each_width(page)


@pytest.mark.exhaustive
@pytest.mark.parametrize("address", PAIRS, indirect=True)
@pytest.mark.parametrize("shown", EVERY, ids=lambda shown: " ".join(shown.values()))
def test_no_label_of_any_view_over_time_is_in_the_way(visit, address, shown):
    page = visit(urlencode(shown), at=address)
    assert not at_each_width(page)


@pytest.mark.parametrize("address", first_of(*PAIRS), indirect=True)
def test_no_label_stands_on_another_on_paper(visit, address):
    page = visit(urlencode(SHOWN["over time"]), at=address)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    (drawing,) = page.evaluate(WRITTEN)
    assert not [
        (one, other)
        for (one, box), (other, place) in combinations(drawing["texts"], 2)
        if overlapping(box, place)
    ]
