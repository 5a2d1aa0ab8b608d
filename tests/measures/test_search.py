"""Search finds what a reader means, whatever the keyboard, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.measures.search import FOLDS, folded, found_in, spellings

SPELLINGS = spellings(
    [
        {"word": "puertos", "also": ["port"]},
        {"word": "energy", "also": ["oil and gas"]},
        {"word": "oil and gas", "also": ["energy"]},
        {"word": "Gas Natural", "also": ["oil and gas"]},
    ]
)


def finds(query, text, known=SPELLINGS):
    return found_in([folded(text)], query, known) == [True]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("El Gazette's", "El Gazette’s report"),
        ("El Gazette’s", "El Gazette's report"),
        ("gazettes", "El Gazette’s report"),
        ("Aland-Beeland", "Aland–Beeland pact"),
        ("Aland—Beeland", "Aland-Beeland pact"),
        ("Aland‑Beeland", "Aland−Beeland pact"),
        ("Wroclaw", "Wrocław"),
        ("Wrocław", "WROCLAW"),
        ("Tromso", "Tromsø"),
        ("Istanbul", "İSTANBUL"),
        ("isparta", "Isparta ısparta"),
        ("dakovo", "Đakovo"),
        ("strasse", "Straße"),
        ("chavez", "Chávez"),
        ("cha\u0301vez", "Chávez"),
        ("‘over 20’", "it says “over 20”"),
        ("علي", "علی"),
        ("كتاب", "کتاب"),
        ("سند ۱۹", "19 سند"),
        ("می‌شود", "میشود"),
        ("20 million", "20\u00a0million"),
        ("Co-op", "Co\u00ad-op"),
    ],
)
def test_kinds_of_letters_and_signs_are_one(query, text):
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("Wroclaw", "Warsaw"), ("port cement", "port"), ("1 9", "18"), (".*", "port")],
)
def test_other_words_are_not_found(query, text):
    assert not finds(query, text)


def test_every_word_must_occur_in_any_order():
    assert finds("mining caracas", "Caracas, mining")
    assert not finds("mining caracas", "Caracas, shipping")


def test_an_empty_query_finds_every_line():
    assert found_in(["a", "b"], "  ", SPELLINGS) == [True, True]


def test_another_spelling_is_found_where_a_word_begins_and_not_inside_one():
    assert finds("puertos", "Ports and ships")
    assert not finds("puertos", "A report")
    assert finds("port", "A report"), "what was typed is found inside words too"


@pytest.mark.parametrize("query", ["energy", "oil and gas", "Oil  and GAS"])
@pytest.mark.parametrize("text", ["field: energy", "field: oil and gas"])
def test_two_names_of_one_field_are_found_together(query, text):
    assert finds(query, text)


def test_a_phrase_has_spellings_of_its_own_beside_other_words():
    assert finds("gas natural 2019", "oil and gas, 2019")
    assert not finds("gas natural 2019", "oil and gas, 2020")


def test_a_phrase_is_also_found_by_its_words():
    assert finds("gas natural", "natural reserves of gas", SPELLINGS)


def test_a_package_without_spellings_is_searched_by_words_alone():
    assert finds("energy", "energy", spellings([]))
    assert not finds("energy", "oil and gas", spellings([]))


@given(st.text(max_size=30))
@settings(deadline=None)
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(min_size=1, max_size=20), st.text(max_size=20), st.text(max_size=20))
@settings(deadline=None)
def test_a_text_is_found_by_its_own_words_in_either_case(text, before, after):
    line = folded(before) + " " + folded(text) + " " + folded(after)
    assert found_in([line], text, {}) == [True]
    assert found_in([line], folded(text).upper(), {}) == [True]


@given(st.text(max_size=20))
@settings(deadline=None)
def test_any_query_is_harmless(query):
    assert found_in([""], query, SPELLINGS) in ([True], [False])


def test_each_fold_is_of_one_sign_as_the_static_page_needs_it():
    assert {len(sign) for sign in FOLDS} == {1}
