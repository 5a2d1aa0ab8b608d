"""Growth in words: the claim's, what was published, and neither unfairly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import claimed, published, reading, record, target

from components.measures.bounds import Quantity
from components.measures.growth import LEAST_YEARS
from components.words import growth

A_TO_B = {"exporter": "AAA", "importer": "BBB"}
FIRST = claimed(100, 2010, step="1")


def words(tmp_path, *rows):
    return growth.claimed(record(tmp_path, *rows))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Claimed growth takes two claimed values; this package has 0 claimed v"),
        ([FIRST], "Claimed growth takes two claimed values; this package has 1 claim"),
        (
            [FIRST, claimed(500, 2012, step="2", bound="at least")],
            "Claims rose at least fivefold. That is at least 124% a year.",
        ),
        (
            [FIRST, claimed(400, 2012, step="2")],
            "Claims rose fourfold. That is 100% a year.",
        ),
        (
            [FIRST, claimed(150, 2012, step="2", bound="about")],
            "Claims rose to about 150% of what they were. That is about 22% a year.",
        ),
        (
            [FIRST, claimed(25, 2012, step="2", bound="at most")],
            "Claims fell to at most 25% of what they were. That is a fall of at least "
            "50% a year.",
        ),
        (
            [FIRST, claimed(100, 2012, step="2")],
            "Claims did not change. That is 0% a year.",
        ),
        (
            [FIRST, claimed(500, 2010, step="2")],
            "Claims rose fivefold. No two of them that use one word for what they "
            "count give dates about a year apart, so there is no yearly rate.",
        ),
        (
            [claimed(0, 2010, step="1"), claimed(500, 2012, step="2")],
            "From $0 no growth can be worked out.",
        ),
        (
            [
                claimed(100, 2010, step="1", bound="at least"),
                claimed(500, 2012, step="2", bound="at least"),
            ],
            "From over $100 to over $500 can be any growth, since both are bounds.",
        ),
        (
            [FIRST, claimed(500, 2012, step="2", concept="services")],
            "The claims of $100 and $500 are not like with like, so no growth is "
            "given: they count different things (services and goods).",
        ),
    ],
)
def test_growth_between_the_claims(tmp_path, rows, sentence):
    assert words(tmp_path, *rows, target(900, step="9")).startswith(sentence)


def test_what_outlets_make_of_the_claims_is_a_range(tmp_path):
    second = {"fact_id": "second", "step": "2"}
    text = words(
        tmp_path,
        FIRST,
        claimed(500, 2012, bound="at least", **second),
        claimed(600, 2011, source_id="herald", **second),
    )
    assert text == (
        "Claims rose at least fivefold. Depending on the outlet, that is anything from "
        "at least 124% to 500% a year."
    )


def test_values_of_one_outlet_are_not_put_down_to_outlets(tmp_path):
    second = {"fact_id": "second", "step": "2"}
    rows = [FIRST, claimed(500, 2012, **second), claimed(600, 2011, **second)]
    assert "Depending on the values and dates that are meant" in words(tmp_path, *rows)


def test_the_upper_end_is_open_where_one_of_the_highest_is(tmp_path):
    second = {"fact_id": "second", "step": "2"}
    text = words(
        tmp_path,
        FIRST,
        claimed(200, 2011, **second),
        claimed(400, 2011, **second),
        claimed(400, 2011, bound="at least", **second),
    )
    assert text.endswith("from 100% to at least 300% a year.")


CLAIMS = FIRST, claimed(500, 2012, step="2", bound="at least")
STATED = published(420, 2012, unit="percent", **A_TO_B)


def test_a_rise_of_claims_that_compare_roughly_says_so(tmp_path):
    open_ended = {"period_start": "", "period_label": "no period given"}
    last = claimed(500, 2012, step="2", bound="at least", **open_ended)
    (rise,) = growth.rises(record(tmp_path, FIRST, last))
    assert rise.times == "at least 5 times (rough)"


def test_a_stated_growth_stands_beside_the_claim_with_its_base(tmp_path):
    pair = record(tmp_path, *CLAIMS, published(520, 2012, **A_TO_B), STATED)
    said, counted = growth.rises(pair)
    assert said == growth.Rise(
        "Claimed",
        "$100, 2010",
        "over $500, 2012",
        "at least 5 times",
        "goods, both directions",
    )
    assert counted == growth.Rise(
        "Published",
        "works out at $100 (the page’s arithmetic), the year before",
        "$520, 2012",
        "5.2 times; stated as a rise of 420%",
        "goods, Aland to Beeland",
    )


def test_published_and_claimed_growth_stand_side_by_side_unjudged(tmp_path):
    pair = record(tmp_path, *CLAIMS, published(520, 2012, **A_TO_B), STATED)
    assert growth.beside(pair) == (
        "Published for goods from Aland to Beeland: 5.2 times the year before (by a "
        "stated rise of 420%); claimed from 2010 to 2012: at least 5 times. The two do "
        "not count the same (they cover different directions of trade)."
    )


def test_published_growth_from_a_low_year_says_so(tmp_path):
    before = published(300, 2010, **A_TO_B)
    rows = [*CLAIMS, published(520, 2012, **A_TO_B), STATED]
    low = (
        "of trade), and the published rise began from a low base: before it, $300 was "
        "published for 2010."
    )
    assert growth.beside(record(tmp_path, *rows, before)).endswith(low)
    higher = published(90, 2010, **A_TO_B)
    assert "low base" not in growth.beside(record(tmp_path, *rows, higher))


@pytest.mark.parametrize(
    ("later", "much"),
    [
        (200, "2 times the year before"),
        (50, "50% of the year before"),
        (100, "the same as the year before"),
        (490, "4.9 times the year before"),
    ],
)
def test_published_growth_is_set_against_the_claim_either_way(tmp_path, later, much):
    rows = published(100, 2011), published(later, 2012)
    text = growth.beside(record(tmp_path, *CLAIMS, *rows))
    assert text == (
        f"Published for goods in both directions: {much}; claimed from 2010 to 2012: "
        "at least 5 times."
    )


def test_the_fastest_published_growth_of_any_time_is_not_left_out(tmp_path):
    pair = record(
        tmp_path,
        *CLAIMS,
        published(100, 2011),
        published(150, 2012),
        published(10, 2001, **A_TO_B),
        published(112, 2002, **A_TO_B),
    )
    assert [rise.times for rise in growth.rises(pair)] == [
        "at least 5 times",
        "to 150%",
        "11 times",
    ]


def test_a_multiple_of_a_base_far_below_the_claims_is_from_a_low_base(tmp_path):
    found = record(
        tmp_path,
        *CLAIMS,
        published(9, 2001, **A_TO_B),
        published(18, 2002, **A_TO_B),
        published(20, 2003, **A_TO_B),
        published(11, 2001),
        published(99, 2002),
    )
    assert growth.rises(found)[1].times == "9 times"
    assert [line.rpartition(": ")[2] for line in growth.published_pairs(found)] == [
        "9 times.",
        "2 times, from a low base.",
        "to 111%.",
    ]
    assert sum("low base" in line for line in growth.RULE) == 1


def test_a_rise_out_of_a_low_year_says_so_in_its_row(tmp_path):
    rows = [*CLAIMS, published(520, 2012, **A_TO_B), STATED]
    (_, rise) = growth.rises(record(tmp_path, *rows, published(300, 2010, **A_TO_B)))
    assert rise.times == "5.2 times, from a low base; stated as a rise of 420%"


def test_the_rule_says_how_far_apart_values_give_a_rate():
    (line,) = [line for line in growth.RULE if "give no rate" in line]
    assert line == (
        f"Values that name no time, or lie less than {LEAST_YEARS} years apart, give "
        "no rate."
    )


def test_without_two_published_years_it_is_said_that_no_growth_is_published(tmp_path):
    pair = record(tmp_path, *CLAIMS, published(100, 2012))
    assert growth.beside(pair).startswith("No published flow has the same period in")
    assert len(growth.rises(pair)) == 1


def test_claims_that_are_not_alike_have_no_ratio_anywhere(tmp_path):
    other = claimed(500, 2012, step="2", concept="services")
    rows = published(100, 2011), published(500, 2012)
    pair = record(tmp_path, FIRST, other, *rows)
    assert growth.rises(pair)[0].times == "no ratio"
    assert growth.pairs(pair) == []
    assert growth.beside(pair) == ""


def test_each_pair_of_claims_has_its_outlets_and_its_comparison(tmp_path):
    first = claimed(100, 2010, step="1", concept="trade")
    second = claimed(400, 2012, step="2", concept="trade", source_id="herald")
    assert growth.pairs(record(tmp_path, first, second)) == [
        "$100 for 2010 to $400 for 2012, 2 years apart: 100% a year (rough). From The "
        "Gazette and The Herald."
    ]


def test_claims_of_different_concepts_make_no_pair(tmp_path):
    second = claimed(400, 2012, step="2", concept="trade")
    assert growth.pairs(record(tmp_path, FIRST, second)) == []


def test_a_day_is_no_period_of_a_pair(tmp_path):
    day = {"period_start": "", "stated_on": "2012-06-12"}
    first = claimed(
        100, step="1", period_end="2010-06-12", period_label="two years before", **day
    )
    second = claimed(400, step="2", period_end="2012-06-12", **day)
    (line,) = growth.pairs(record(tmp_path, first, second))
    assert line.startswith(
        "$100 (two years before) to $400 said in June 2012, 2 years apart: 100% a year"
    )


def test_who_published_stands_with_the_note(tmp_path):
    note = {"note": "A low year."}
    rows = published(100, 2011, **note), published(500, 2012)
    assert growth.published_notes(record(tmp_path, *CLAIMS, *rows)) == [
        "$100, 2011: Office of Tolls. A low year.",
        "$500, 2012: Office of Tolls.",
    ]


def test_all_published_growth_is_listed_or_counted(tmp_path):
    rows = [published(100 + year, year) for year in range(2000, 2015)]
    lines = growth.published_pairs(record(tmp_path, *rows))
    assert len(lines) == 13
    assert lines[-1] == "2 slower ones are not listed here."
    assert growth.published_pairs(record(tmp_path, *rows[:2])) == [
        "goods, both directions: $2,100, 2000 → $2,101, 2001: to 100.048%."
    ]


def test_what_nobody_said_a_value_covers_is_marked(tmp_path):
    pair = record(tmp_path, FIRST)
    value = reading(1.0, concept="trade", basis_stated=False)
    assert growth.counts(pair, value) == (
        "trade, both directions; what it covers was not said"
    )


@given(
    st.floats(-0.99, 1e6), st.sampled_from(("exact", "at least", "about", "at most"))
)
def test_a_rate_has_no_minus_sign_and_a_fall_keeps_its_bound(rate, bound):
    words = growth.a_year(Quantity(rate, bound))
    assert "-" not in words
    assert words.endswith("% a year")
    if rate < 0:
        other = {"at least": "at most", "at most": "at least"}.get(bound, bound)
        assert words.startswith("a fall of ")
        assert (other in words) == (other != "exact")
