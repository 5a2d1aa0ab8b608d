"""Numbers as sources write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.numerals import numbers


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("$600 million", "en", [600e6]),
        ("over $3 billion", "en", [3e9]),
        ("from $600 million to over $3 billion", "en", [600e6, 3e9]),
        ("118 million 101 thousand 832", "en", [118_101_832]),
        ("17,402 tons worth $30.78 million", "en", [17_402, 30.78e6]),
        ("in 2009 it was $78 million", "en", [2009, 78e6]),
        ("a dozen", "en", [12]),
        ("merely $816,000 worth", "en", [816_000]),
        ("cifró en 3.000 millones de dólares anuales", "es", [3e9]),
        ("de $600 millones a $3.000 millones", "es", [600e6, 3e9]),
        ("cuatro 4 mil 600 millones", "es", [4.6e9]),
        ("superaba apenas el millón de dólares", "es", [1e6]),
        ("más de 100 000 automóviles", "es", [100_000]),
        ("3,6 millones", "es", [3.6e6]),
        ("۳.۶ میلیارد دلار", "fa", [3.6e9]),
        ("۳٫۶ میلیارد دلار", "fa", [3.6e9]),
        ("۱۱۸ میلیون و ۱۰۱ هزار و ۸۳۲ دلار", "fa", [118_101_832]),
        ("118 مليونا و101 الف و832 دولارا", "ar", [118_101_832]),
        ("٣.٦ مليار دولار أمريكي عام 2022", "ar", [3.6e9, 2022]),
        ("podpisały około 20 porozumień", "pl", [20]),
        ("no number at all", "en", []),
        ("", "en", []),
    ],
)
def test_numbers_in_the_languages_of_the_data(text, language, expected):
    assert numbers(text, language) == pytest.approx(expected)


@given(st.integers(0, 10**13))
def test_a_grouped_number_is_read_back(value):
    assert numbers(f"worth ${value:,} in all", "en") == [value]
    spanish = f"{value:,}".replace(",", ".")
    assert numbers(f"por {spanish} dólares", "es") == [value]


@given(st.integers(1, 999), st.sampled_from(["۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"]))
def test_digits_of_any_script_mean_the_same(value, digits):
    written = "".join(digits[int(digit)] for digit in str(value))
    assert numbers(f"{written} میلیون", "fa") == [value * 1e6]


@given(st.text(max_size=40), st.sampled_from(["en", "es", "fa", "ar", "xx"]))
def test_any_text_is_read_without_an_error(text, language):
    assert all(number >= 0 for number in numbers(text, language))
