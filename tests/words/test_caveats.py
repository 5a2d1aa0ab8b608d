"""Caveats: which apply to a view, in two or three words, and the whole of each."""

import pytest
from conftest import descriptor, tables, write
from hypothesis import given
from hypothesis import strategies as st

from components.dataset import load
from components.measures.record import Record
from components.view import AXES, VIEWS, View
from components.words.caveats import of_the_chart, of_the_finding


@pytest.fixture
def record(tmp_path):
    def made(change=lambda rows: None):
        rows = tables()
        change(rows)
        return Record(load(write(tmp_path / "data", rows, descriptor())))

    return made


def row(rows, reading_id):
    return next(item for item in rows["readings"] if item["reading_id"] == reading_id)


def shorts(caveats):
    return [caveat.short for caveat in caveats]


def whole(caveats, key):
    return " ".join(next(item.long for item in caveats if item.key == key))


def test_the_finding_says_whose_figures_and_what_they_count(record):
    caveats = of_the_finding(record())
    assert shorts(caveats) == ["Whose figures?", "What is counted?"]
    assert "All 3 figures come from one speaker on 5 March 2021" in whole(
        caveats, "whose"
    )
    assert "whether oil or services are included was not said" in whole(
        caveats, "scope"
    )


def test_trade_or_cooperation_is_asked_where_sources_differ(record):
    def change(rows):
        row(rows, "latest-2")["concept"] = "cooperation, basis not stated"

    caveats = of_the_finding(record(change))
    assert shorts(caveats)[1] == "Trade or cooperation?"
    assert "Cooperation, say The Gazette." in whole(caveats, "scope")


def test_a_doubt_stands_with_the_figures(record):
    def change(rows):
        rows["events"][0].update(doubts="latest", title="Harbour master doubts it")

    caveats = of_the_finding(record(change))
    assert "Said about it by others: Harbour master doubts it (May 2019)." in whole(
        caveats, "whose"
    )


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(), ["Published: rough", "Rough", "No deadline", "Others differ"]),
        (View("actual"), ["Published: rough", "Rough", "Others differ"]),
        (View("target"), ["Rough", "No deadline"]),
    ],
)
def test_each_view_names_its_caveats_once(record, view, expected):
    assert shorts(of_the_chart(record(), view)) == expected


def test_the_ratio_to_what_is_published_has_its_reasons_beside_it(record):
    words = whole(of_the_chart(record(), View()), "published")
    assert "$30 million of goods from Aland to Beeland" in words
    assert "$0 of goods from Beeland to Aland" in words
    assert "The page adds them up: $30 million." in words
    assert (
        "Over $1 billion is at least 33 times that, but Jane Roe did not say" in words
    )
    assert "The gap does not show that the claim is wrong." in words


def test_why_it_is_rough_is_said_once(record):
    made = record()
    both = of_the_chart(made, View())
    why = "Jane Roe did not say what the figure covers"
    assert why in whole(both, "published")
    assert whole(both, "rough") == (
        "A ratio is rough where what a value covers or its period was not said, where "
        "periods differ in length, or where a value is questioned. “Published: rough” "
        "says which."
    )
    # Where the claim is not drawn, nothing else says it.
    alone = of_the_chart(made, View("target"))
    assert why in whole(alone, "rough")
    assert "published" not in [item.key for item in alone]


def test_what_is_rough_for_another_reason_too_says_that_one(record):
    def change(rows):
        row(rows, "base-1")["questioned"] = "true"

    words = whole(of_the_chart(record(change), View()), "rough")
    assert words.startswith("$200 million is questioned.")
    assert words.endswith("More under “Published: rough”.")
    assert "did not say" not in words


def test_figures_that_agree_are_said_to_agree_and_no_gap_is_named(record):
    def change(rows):
        row(rows, "latest-1").update(value="30100000", bound="exact", wording="")
        row(rows, "latest-1")["no_number"] = "true"

    words = whole(of_the_chart(record(change), View()), "published")
    assert "$30.1 million agrees with that, but" in words
    assert "gap" not in words
    assert "times" not in words


def test_a_questioned_value_says_why(record):
    words = whole(of_the_chart(record(doubt), View()), "questioned")
    assert words == "$200 million, 2019. Nobody remembers it."


def doubt(rows, note="Nobody remembers it."):
    row(rows, "base-1").update(questioned="true", note=note)


def test_that_a_value_is_questioned_is_said_once(record):
    caveats = of_the_chart(
        record(lambda rows: doubt(rows, "Questioned: an echo.")), View()
    )
    assert whole(caveats, "questioned") == "$200 million, 2019. An echo."


def test_what_is_counted_is_explained_in_one_place(record):
    made = record()
    scope = whole(of_the_finding(made), "scope")
    beside = whole(of_the_chart(made, View()), "published")
    explained = made.dataset.concepts["trade, basis not stated"]["definition"]
    assert explained in scope
    assert explained not in beside
    assert f"Goods: {made.dataset.concepts['goods']['definition']}" in beside


def test_what_other_outlets_say_of_a_date_stands_with_no_deadline(record):
    def change(rows):
        rows["readings"].append(
            row(rows, "goal-1")
            | {"reading_id": "goal-2", "period_label": "in the medium term"}
        )

    words = whole(of_the_chart(record(change), View()), "no-deadline")
    assert "Of $4 billion, other outlets say: in the medium term." in words


def test_parts_of_years_are_named_only_where_they_are_drawn(record):
    def change(rows):
        for reading_id in ("out-1", "back-1"):
            row(rows, reading_id).update(period_end="2020-06-30", period_label="half")

    over_time = of_the_chart(record(change), View(axis="time"))
    assert "2 published figures cover less than a year: half" in whole(
        over_time, "parts"
    )
    assert "Parts of years" not in shorts(of_the_chart(record(change), View()))


@given(st.sampled_from(VIEWS), st.sampled_from(AXES), st.booleans())
def test_every_short_form_is_two_or_three_words_and_opens_something(
    tmp_path_factory, view, axis, published
):
    folder = tmp_path_factory.getbasetemp() / "caveats"
    record = Record(load(write(folder, tables(), descriptor())))
    caveats = of_the_chart(record, View(view, axis, published=published))
    assert len({caveat.key for caveat in caveats}) == len(caveats)
    for caveat in caveats + of_the_finding(record):
        assert 1 <= len(caveat.short.split()) <= 4
        assert all(caveat.long)
