"""What a target takes in growth a year, or why nothing: literal and whose year."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import claimed, reading, record, target

from components.view import Assumption
from components.words import required, trajectory


@pytest.fixture
def pair(tmp_path):
    """Return a function that makes a record: a start of $3 billion and targets."""

    def made(*targets, **change):
        said = {"period_start": "", "period_end": "2023-06-12"} | change
        return record(tmp_path, claimed(3000000000, 2023, step="1", **said), *targets)

    return made


def aim(billions, step="8", **change):
    return target(billions * 1000000000, step=step, **change)


def asked(loaded, year=None):
    return required.asked_of(loaded, loaded.claims[0], loaded.targets, year)


def test_a_target_without_a_deadline_takes_nothing_unless_the_reader_picks_a_year(pair):
    loaded = pair(aim(10), aim(20, "9"), bound="at least")
    assert asked(loaded) == []
    assert asked(loaded, 2030) == [
        "If you pick 2030 (your year, nobody else’s): $10 billion takes at most 19% a "
        "year for 7 years and $20 billion takes at most 31% a year for 7 years."
    ]


@pytest.mark.parametrize("year", [1950, 2022, 2023])
def test_a_year_that_is_not_after_the_start_takes_nothing(pair, year):
    assert asked(pair(aim(10)), year) == [
        f"{year} (your year, nobody else’s) is not a year or more after the starting "
        "value, so it takes no yearly growth."
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"deadline": "2030"}, "$10 billion by 2030: 19% a year for 7 years (rough)."),
        # From 12 June 2023 to 31 December 2030 are 7.55 years: 17.29%.
        (
            {"deadline": "2030-12-31"},
            "$10 billion by 31 December 2030: 17% a year for 7.6 years (rough).",
        ),
        # Eleven months ahead is ahead, and nearly a year.
        (
            {"deadline": "2024-05-12"},
            "$10 billion by 12 May 2024: 272% a year for 0.92 years (rough).",
        ),
        (
            {"deadline": "2023-08-12"},
            "$10 billion by 12 August 2023: 3.3 times the starting value within "
            "2 months.",
        ),
        (
            {"deadline": "2023-06-13"},
            "$10 billion by 13 June 2023: 3.3 times the starting value within 1 month.",
        ),
        (
            {"deadline": "2020"},
            "$10 billion by 2020: that is not after the starting value.",
        ),
        (
            {"deadline": "2030", "billions": 2},
            "$2 billion: passed by $3 billion already.",
        ),
        (
            {"deadline": "2030", "concept": "services"},
            "$10 billion: not like with like, so no growth is given: they count "
            "different things (goods and services) and $3 billion has no period.",
        ),
    ],
)
def test_every_edge_of_a_deadline_is_a_sentence(pair, change, sentence):
    assert asked(pair(aim(**{"billions": 10} | change)), 2040) == [sentence]


@pytest.mark.parametrize(
    ("value", "bound", "sentence"),
    [
        (0, "exact", "over $1 billion: no growth leads there from $0."),
        (5, "at least", "over $1 billion: from over $5 it can be any growth."),
    ],
)
def test_a_start_of_zero_or_of_a_mere_bound_gives_no_growth(
    tmp_path, value, bound, sentence
):
    start = claimed(value, 2020, step="1", bound=bound)
    loaded = record(tmp_path, start, aim(1, bound="at least"))
    assert asked(loaded, 2030) == [sentence]


def test_targets_of_which_the_same_is_true_are_named_together(pair):
    loaded = pair(aim(1), aim(2, "9"))
    assert asked(loaded, 2030) == [
        "$1 billion and $2 billion: passed by $3 billion already."
    ]


def test_a_dated_and_an_undated_target_stand_apart(pair):
    loaded = pair(aim(10), aim(20, "9", deadline="2030"))
    assert asked(loaded, 2031) == [
        "$20 billion by 2030: 31% a year for 7 years (rough).",
        "If you pick 2031 (your year, nobody else’s): $10 billion takes 16% a year for "
        "8 years.",
    ]


def test_the_words_of_the_readers_year_are_those_under_the_trajectory(pair):
    loaded = pair(aim(10))
    note = trajectory.assumption_note(
        Assumption(2030, loaded.claims[0], tuple(loaded.targets))
    )
    assert asked(loaded, 2030) == [note]


def test_spans_have_a_row_for_every_target_that_takes_growth(pair):
    loaded = pair(*(aim(10, str(step)) for step in range(2, 9)), aim(1, "9"))
    rows = required.spans(loaded.claims[0], loaded.targets)
    assert len({row["Target"] for row in rows}) == 7
    assert len(rows) == 7 * 12
    assert {row["Basis"] for row in rows} == {"any span"}
    assert rows[4] == {
        "Target": "$10 billion without a deadline, Fact 2",
        "Years": "7",
        "Growth a year": "19%",
        "As a fraction": "0.1877",
        "Basis": "any span",
        "From": "Claimed: $3 billion, June 2023",
        "Comparison": "rough",
    }


def test_a_span_of_the_reader_or_of_a_deadline_says_whose_it_is(pair):
    loaded = pair(aim(10), aim(20, "9", deadline="2033"))
    rows = required.spans(loaded.claims[0], loaded.targets, 2031)
    assert {
        (row["Target"], row["Years"], row["Basis"])
        for row in rows
        if row["Basis"] != "any span"
    } == {
        ("$10 billion", "8", "2031, year chosen by the reader"),
        ("$20 billion", "10", "its deadline, 2033"),
    }
    years = [row["Years"] for row in rows if row["Target"] == "$20 billion"]
    assert years.count("10") == 1
    assert years == sorted(years, key=float)


def test_the_file_says_that_a_year_in_it_is_the_readers():
    assert required.file_name(None) == "required growth"
    assert required.file_name(2031) == "required growth readers year 2031"


def test_where_the_readers_year_is_set_stands_with_its_value():
    assert "(now: off)" in required.readers_year(None)
    assert required.readers_year(2031).endswith("above the chart: 2031.")


def test_the_start_is_named_with_why_it_compares_roughly(pair):
    loaded = pair(aim(10), aim(20, "9"), bound="at least")
    assert required.from_start(loaded, loaded.claims[0], loaded.targets) == (
        "Counted from over $3 billion, June 2023. Rough: over $3 billion has no period."
    )


def test_why_it_compares_roughly_is_said_once(pair):
    found = pair(aim(10), aim(20, "9"), bound="at least")
    start, aims = found.claims[0], found.targets
    above = "Rough, since over $3 billion has no period; over $3 billion may be more."
    assert required.from_start(found, start, aims, above) == (
        "Counted from over $3 billion, June 2023. Rough: see “Why? What decides”."
    )
    other = "Rough, since $3 billion has no period."
    assert required.from_start(found, start, aims, other).endswith(
        "Rough: over $3 billion has no period."
    )


def test_a_start_like_the_target_needs_no_word_on_how_it_compares(pair):
    loaded = pair(aim(10), period_start="2023", period_end="2023")
    assert required.from_start(loaded, loaded.claims[0], loaded.targets) == (
        "Counted from $3 billion, 2023."
    )


@given(st.floats(1e3, 1e13), st.sampled_from(("exact", "at least", "about")))
def test_without_a_picked_year_no_later_year_is_named_and_nobody_blamed(value, bound):
    start = reading(value, 2023, bound=bound)
    undated = reading(
        10e9, 2023, reading_id="t", series="target", period_start="", period_end=""
    )
    rows = required.spans(start, [undated])
    for text in (str(rows), required.file_name(None), required.readers_year(None)):
        years = re.findall(r"(?<![\d.,$])(?:19|20|21)\d\d(?![\d,.]\d)\b", text)
        assert all(int(year) <= 2023 for year in years)
        assert not re.search(r"\b(?:overdue|missed|late|nan|inf)\b", text.lower())


@pytest.mark.parametrize(
    ("start", "bounds", "counted"),
    [
        ("exact", ("exact", "exact"), "growth a year"),
        ("exact", ("about", "about"), "growth a year (about)"),
        ("exact", ("exact", "about"), "growth a year"),
        # What may be higher needs at most as much.
        ("at least", ("exact", "exact"), "growth a year (at most)"),
    ],
)
def test_the_chart_says_which_bound_all_of_its_growth_has(start, bounds, counted):
    aims = [reading(10, 2020, bound=bound, series="target") for bound in bounds]
    assert required.upwards(reading(3, 2020, bound=start), aims) == counted


def test_double_takes_its_own_ratio_whatever_the_base_is(tmp_path):
    base = claimed(4e9, 2023, step="1", bound="at least", reading_id="base")
    double = {"kind": "multiple", "base_reading": "base"}
    loaded = record(tmp_path, base, target(2, step="2", deadline="2030", **double))
    assert asked(loaded) == [
        "double the value of 2023 by 2030: 10% a year for 7 years."
    ]


def test_from_another_bound_double_takes_what_it_takes_from_its_base(tmp_path):
    base = claimed(4e9, 2023, step="1", bound="at least", reading_id="base")
    later = claimed(5e9, 2024, step="2", bound="at least")
    double = {"kind": "multiple", "base_reading": "base"}
    loaded = record(
        tmp_path,
        base,
        later,
        target(2, step="3", deadline="2030", **double),
        target(3, step="4", **double),
    )
    assert required.asked_of(loaded, loaded.claims[1], loaded.targets, None) == [
        "double the value of 2023: from over $5 billion it can be any growth, but from "
        "its own base it is 10% a year for 7 years.",
        "triple the value of 2023: from over $5 billion it can be any growth, but it "
        "is 3 times its own base.",
    ]
