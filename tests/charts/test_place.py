"""Where labels stand: never on each other, however wide the chart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import labels
from components.charts.labels import Box, Wish
from components.charts.timeaxis import NARROWEST, Years

YEARS = Years(date(2000, 1, 1), date(2020, 1, 1))
BOTTOM = 200
WIDER = (1, 1.1, 1.5, 3, 7)  # times the narrowest chart


def wish(day, y=100, text="A name", **change):
    """Return a label that may stand at its mark, above it or below it."""
    tops = labels.tops_around(y, labels.LINE, 60)
    return replace(Wish((text,), day, y, tops, owner=str(day)), **change)


def mark(day, y=100, half=6):
    """Return what the mark of a label takes."""
    x = YEARS.px(day)
    return Box(x - half, y - half, x + half, y + half, str(day), first=x, last=x)


def text_at(label, times):
    """Return left, top, right and bottom of a text on a chart so many times wider."""
    x = YEARS.px(label.day) * times
    width = max(map(labels.text_width, label.lines))
    left = x + label.gap if label.leads_right else x - label.gap - width
    return left, label.top, left + width, label.top + labels.LINE * len(label.lines)


def overlap(one, other):
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3]
        and other[1] < one[3]
    )


def test_a_label_leads_to_the_middle_of_the_chart():
    early, late = date(2004, 1, 1), date(2016, 1, 1)
    for day, leads_right in ((early, True), (late, False)):
        (label,) = labels.place([wish(day)], [mark(day)], YEARS, BOTTOM)
        assert label.leads_right is leads_right
        assert label.leader is None
        assert label.top == 100 - labels.LINE / 2


def test_a_label_that_would_stand_on_another_is_moved():
    days = date(2001, 1, 1), date(2001, 7, 1)
    asked = [wish(day) for day in days]
    one, other = labels.place(asked, [mark(day) for day in days], YEARS, BOTTOM)
    assert one.top != other.top
    assert not overlap(text_at(one, 1), text_at(other, 1))


def test_a_line_ties_a_label_to_a_mark_far_from_it():
    day = date(2004, 1, 1)
    (above,) = labels.place([wish(day, tops=(40,))], [mark(day)], YEARS, BOTTOM)
    assert above.leader == (42, 100)
    (below,) = labels.place([wish(day, tops=(140,))], [mark(day)], YEARS, BOTTOM)
    assert below.leader == (100, 140 + labels.LINE - 2)


def test_no_line_crosses_a_label_or_the_mark_of_another():
    day, later = date(2004, 1, 1), date(2004, 6, 1)
    taken = [mark(day), mark(later, 60)]
    asked = [wish(later, 60, tops=(51,)), wish(day, tops=(20, 40))]
    places = labels.place(asked, taken, YEARS, BOTTOM)
    assert [label.top for label in places] == [51, 20]
    across = Box(0, 60, NARROWEST, 80)
    assert not labels.place([wish(day, tops=(20,))], [across], YEARS, BOTTOM)


def test_a_label_without_a_place_is_left_out_and_no_other_with_it():
    first, other = wish(date(2004, 1, 1)), wish(date(2016, 1, 1), text="Another")
    wide = wish(date(2010, 1, 1), text="m" * 60)
    places = labels.place([first, wide, other], [], YEARS, BOTTOM)
    assert [label.lines for label in places] == [("A name",), ("Another",)]


def test_a_shorter_text_stands_where_the_whole_has_no_place():
    asked = wish(date(2010, 1, 1), text="m" * 60, shorter=(("m" * 50,), ("short",)))
    (label,) = labels.place([asked], [], YEARS, BOTTOM)
    assert label.lines == ("short",)


def test_no_label_seems_to_belong_to_a_nearer_mark():
    day = date(2016, 1, 1)
    upper, lower = wish(day, 100), wish(day, 110, owner="lower")
    taken = [mark(day, 100), replace(mark(day, 110), owner="lower")]
    for label in labels.place([upper, lower], taken, YEARS, BOTTOM):
        if label.leader is None:
            middle = label.top + labels.LINE / 2
            own, other = (100, 110) if label.top < 100 else (110, 100)
            assert abs(middle - own) <= abs(middle - other)


def test_the_order_that_places_most_of_what_matters_is_kept():
    day = date(2016, 1, 1)
    tops = (100 - labels.LINE / 2,)
    minor = [wish(date(2015, 1, 1), text="m" * 12, tops=tops)]
    major = wish(day, tops=tops, is_important=True)
    taken = [mark(day), mark(date(2015, 1, 1))]
    places = labels.place_most([[*minor, major], [major, *minor]], taken, YEARS, BOTTOM)
    assert [label.lines for label in places if label.is_important] == [("A name",)]


def test_an_important_label_is_whole_rather_than_another_beside_it():
    day, other = date(2016, 1, 1), date(2008, 1, 1)
    level = (91.5,)
    major = wish(day, tops=level, text="m" * 12, is_important=True, shorter=(("m",),))
    minor = wish(other, tops=level, text="m" * 4)
    orders = [[minor, major], [major, minor]]
    (label,) = labels.place_most(orders, [], YEARS, BOTTOM)
    assert label.lines == ("m" * 12,)
    assert label.is_whole
    short = labels.place_most(orders[:1], [], YEARS, BOTTOM)[1]
    assert (short.lines, short.is_whole) == (("m",), False)


days = st.dates(date(2000, 2, 1), date(2019, 12, 1))
wishes = st.lists(
    st.builds(
        lambda day, y, letters: wish(day, y, "m" * letters, owner=f"{day} {y}"),
        days,
        st.integers(20, 180),
        st.integers(1, 30),
    ),
    max_size=12,
)


@given(wishes)
def test_no_label_stands_on_another_on_any_width(asked):
    marks = [replace(mark(one.day, one.y), owner=one.owner) for one in asked]
    places = labels.place(asked, marks, YEARS, BOTTOM)
    for times in WIDER:
        boxes = [text_at(label, times) for label in places]
        for number, one in enumerate(boxes):
            assert not any(overlap(one, other) for other in boxes[number + 1 :])


@given(wishes)
def test_no_label_stands_on_a_mark_or_is_cut_on_any_width(asked):
    marks = [replace(mark(one.day, one.y), owner=one.owner) for one in asked]
    for label in labels.place(asked, marks, YEARS, BOTTOM):
        for times in WIDER:
            text = text_at(label, times)
            assert text[0] >= 0
            assert text[1] >= 0
            assert text[2] <= NARROWEST * times + 6
            assert text[3] <= BOTTOM
            for one in asked:
                x = YEARS.px(one.day) * times
                assert not overlap(text, (x - 6, one.y - 6, x + 6, one.y + 6))


@given(wishes)
def test_no_order_of_steps_loses_a_label_or_asks_for_one_twice(asked):
    for order in labels.in_steps(asked, YEARS):
        assert sorted(map(str, (replace(one, is_strict=False) for one in order))) == (
            sorted(map(str, asked))
        )


@pytest.mark.parametrize(
    ("one", "other"), [("i", "m"), ("a", "é中"), ("", "a"), ("ab", "abc")]
)
def test_the_wider_text_is_taken_for_the_wider(one, other):
    assert labels.text_width(one) < labels.text_width(other)


def test_a_day_that_lies_far_left_keeps_its_label_in_the_chart():
    day = YEARS.first + timedelta(days=30)
    (label,) = labels.place([wish(day)], [mark(day)], YEARS, BOTTOM)
    assert label.leads_right
