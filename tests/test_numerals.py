"""Numbers as sources write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.numerals import numbers, stated


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("$600 million", "en", [600e6]),
        ("over $3 billion", "en", [3e9]),
        ("from $600 million to over $3 billion", "en", [600e6, 3e9]),
        ("118 million 101 thousand 832", "en", [118_101_832]),
        ("17,402 tons worth $30.78 million", "en", [17_402, 30.78e6]),
        ("in 2009 it was $78 million", "en", [78e6]),
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
        ("٣.٦ مليار دولار أمريكي عام 2022", "ar", [3.6e9]),
        ("podpisały około 20 porozumień", "pl", [20]),
        ("no number at all", "en", []),
        ("", "en", []),
    ],
)
def test_numbers_in_the_languages_of_the_data(text, language, expected):
    assert numbers(text, language) == pytest.approx(expected)


@settings(deadline=None)
@given(st.integers(0, 10**13))
def test_a_grouped_number_is_read_back(value):
    assert numbers(f"worth ${value:,} in all", "en") == [value]
    spanish = f"{value:,}".replace(",", ".")
    assert numbers(f"por {spanish} dólares", "es") == [value]


@settings(deadline=None)
@given(st.integers(1, 999), st.sampled_from(["۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"]))
def test_digits_of_any_script_mean_the_same(value, digits):
    written = "".join(digits[int(digit)] for digit in str(value))
    assert numbers(f"{written} میلیون", "fa") == [value * 1e6]


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["en", "es", "fa", "ar", "xx"]))
def test_any_text_is_read_without_an_error(text, language):
    assert all(number >= 0 for number in numbers(text, language))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("three billion dollars", "en", [3_000_000_000]),
        ("half a billion", "en", [500_000_000]),
        ("half a billion dollars", "en", [500_000_000]),
        ("between $15 billion and $20 billion", "en", [15_000_000_000, 20_000_000_000]),
        ("$10 and $20 billion", "en", [10_000_000_000, 20_000_000_000]),
        ("between 15 billion and 20 billion", "en", [15_000_000_000, 20_000_000_000]),
        ("from 15 to 20 billion", "en", [15_000_000_000, 20_000_000_000]),
        ("$15-20 billion", "en", [15_000_000_000, 20_000_000_000]),
        ("$15–$20bn", "en", [15_000_000_000, 20_000_000_000]),
        ("15 bis 20 Milliarden Euro", "de", [15_000_000_000, 20_000_000_000]),
        ("entre 2 y 3 mil millones", "es", [2_000_000_000, 3_000_000_000]),
        ("más de 3.5 mil millones", "es", [3_500_000_000]),
        ("3.500 millones", "es", [3_500_000_000]),
        ("3 millardos", "es", [3_000_000_000]),
        ("un millardo", "es", [1_000_000_000]),
        ("tres mil millones", "es", [3_000_000_000]),
        ("mil millones", "es", [1_000_000_000]),
        ("cien mil millones", "es", [100_000_000_000]),
        ("treinta y cinco mil millones", "es", [35_000_000_000]),
        ("medio millón", "es", [500_000]),
        ("tres millones y medio", "es", [3_500_000]),
        ("1,5 billones", "es", [1_500_000_000_000]),
        ("۳،۶ میلیارد دلار", "fa", [3_600_000_000]),
        ("سه میلیارد دلار", "fa", [3_000_000_000]),
        ("سه هزار میلیارد", "fa", [3_000_000_000_000]),
        ("۳ ميليارد", "fa", [3_000_000_000]),
        ("3 milliards de dollars", "fr", [3_000_000_000]),
        ("trois milliards", "fr", [3_000_000_000]),
        ("3,5 milliards", "fr", [3_500_000_000]),
        ("un demi-milliard", "fr", [500_000_000]),
        ("3 Md$", "fr", [3_000_000_000]),
        ("2 billions", "fr", [2_000_000_000_000]),
        ("100 000 véhicules", "fr", [100_000]),
        ("3,5 Milliarden Dollar", "de", [3_500_000_000]),
        ("drei Milliarden", "de", [3_000_000_000]),
        ("3 Mrd. Euro", "de", [3_000_000_000]),
        ("eine halbe Milliarde", "de", [500_000_000]),
        ("eine Milliarde", "de", [1_000_000_000]),
        ("500 Mio. Dollar", "de", [500_000_000]),
        ("3 Billionen", "de", [3_000_000_000_000]),
        ("3 миллиарда долларов", "ru", [3_000_000_000]),
        ("3,5 млрд долл.", "ru", [3_500_000_000]),
        ("три миллиарда", "ru", [3_000_000_000]),
        ("500 млн", "ru", [500_000_000]),
        ("20 тысяч", "ru", [20_000]),
        ("5 lakh crore", "en", [5_000_000_000_000]),
        ("Rs 500 crore", "en", [5_000_000_000]),
        ("₹1,00,000", "en", [100_000]),
        ("2 lakh 50 thousand", "en", [250_000]),
        ("one and a half billion", "en", [1_500_000_000]),
        ("a billion", "en", [1_000_000_000]),
        ("$3bn", "en", [3_000_000_000]),
        ("$3B", "en", [3_000_000_000]),
        ("$5k", "en", [5_000]),
        ("10-billion-dollar", "en", [10_000_000_000]),
        ("twenty (20) documents", "en", [20]),
        ("twenty-one documents", "en", [21]),
        ("$2015", "en", [2_015]),
        ("$20", "tr", [20]),
        ("1.234.567", "en", [1_234_567]),
        ("0.125 billion", "en", [125_000_000]),
        ("1,234.5", "es", [1234.5]),
        ("3,6 billion", "en", [3_600_000_000]),
        ("$3 billion and 19 documents", "en", [3_000_000_000, 19]),
        ("19 of the 25 documents", "en", [19, 25]),
        ("$1 billion to $3 billion", "en", [1_000_000_000, 3_000_000_000]),
        ("one hundred and five", "en", [105]),
        ("two thousand three hundred", "en", [2_300]),
        ("three hundred thousand", "en", [300_000]),
        ("1'234'567 francs", "en", [1_234_567]),
        ("a dozen", "en", [12]),
        ("two dozen", "en", [24]),
        ("half a dozen", "en", [6]),
        ("3 tys. ton", "pl", [3_000]),
        ("trzy miliardy", "pl", [3_000_000_000]),
        ("1,5 mld", "pl", [1_500_000_000]),
        ("tre miliardi", "it", [3_000_000_000]),
        ("R$ 3 bilhões", "pt", [3_000_000_000]),
        ("três bilhões e quinhentos milhões", "pt", [3_500_000_000]),
        ("ثلاثة مليارات دولار", "ar", [3_000_000_000]),
        ("نصف مليار", "ar", [500_000_000]),
        ("three times $1 billion", "en", [1_000_000_000]),
        ("1 to 3 billion", "en", [1_000_000_000, 3_000_000_000]),
        ("10 or 20 million", "en", [10_000_000, 20_000_000]),
    ],
)
def test_a_number_that_is_certain_is_read_and_nothing_else(text, language, expected):
    value = stated(text, language)
    assert list(value.numbers) == expected
    assert not value.unclear


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("3,500 millones", "es"),
        ("۳/۶ میلیارد دلار", "fa"),
        ("میلیاردها دلار", "fa"),
        ("ميليارد ۳", "fa"),
        ("anderthalb Milliarden", "de"),
        ("полтора миллиарда", "ru"),
        ("полмиллиарда", "ru"),
        ("tens of billions", "en"),
        ("several billion dollars", "en"),
        ("a quarter of a billion", "en"),
        ("a third of a billion", "en"),
        ("a billion and a half", "en"),
        ("2½ billion", "en"),
        ("billions", "en"),
        ("multi-billion dollar deal", "en"),
        ("$5 mil", "en"),
        ("3m tons", "en"),
        ("3 milliards", "en"),
        ("3 bilion", "en"),
        ("3 milyar dolar", "tr"),
        ("30億ドル", "ja"),
        ("三十亿", "zh"),
        ("over $3 billion", "xx"),
        ("3.500 million", "en"),
        ("3 billion and 5 million dollars", "en"),
        ("100 to 2 million", "en"),
        ("17 402 tons", "en"),
        ("billion²", "en"),
        ("3 billion²", "en"),
        ("dozens of documents", "en"),
        ("مليارا دولار", "ar"),
        ("مليوني دولار", "ar"),
        ("from 2000 to 3000 million", "en"),
        ("10, 15 and 20 billion", "en"),
    ],
)
def test_what_cannot_be_read_with_certainty_is_said(text, language):
    assert stated(text, language).unclear


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in 2009", "en"),
        ("the 20th document", "en"),
        ("30% more", "en"),
        ("on 12 June 2023", "en"),
        ("the G20", "en"),
        ("2015 vehicles", "en"),
        ("2021-22", "en"),
        ("a few billboards", "en"),
        ("one of the largest", "en"),
    ],
)
def test_years_ordinals_shares_and_names_are_no_value(text, language):
    value = stated(text, language)
    assert not value.numbers
    assert not value.unclear


SPOKEN = {
    "en": ("billion", "million"),
    "es": ("mil millones", "millones"),
    "fr": ("milliards", "millions"),
    "de": ("Milliarden", "Millionen"),
    "ru": ("миллиардов", "миллионов"),
    "fa": ("میلیارد", "میلیون"),
}


@settings(deadline=None)
@given(
    st.sampled_from(sorted(SPOKEN)),
    st.integers(1, 999),
    st.sampled_from(".,٫"),
    st.integers(0, 99),
)
def test_one_or_two_figures_after_a_separator_are_decimals_in_any_language(
    language, whole, separator, rest
):
    for scale, word in zip((1e9, 1e6), SPOKEN[language], strict=True):
        value = stated(f"{whole}{separator}{rest} {word}", language)
        assert value.numbers == pytest.approx([float(f"{whole}.{rest}") * scale])
        assert not value.unclear


@settings(deadline=None)
@given(st.sampled_from(sorted(SPOKEN)), st.integers(1, 499), st.integers(1, 499))
def test_the_ends_of_a_range_share_its_scale(language, first, more):
    joint = {"en": "to", "es": "a", "fr": "à", "de": "bis", "ru": "до", "fa": "تا"}
    word = SPOKEN[language][0]
    text = f"{first} {joint[language]} {first + more} {word}"
    assert numbers(text, language) == [first * 1e9, (first + more) * 1e9]


@settings(deadline=None)
@given(st.sampled_from(["tr", "hi", "zh", "xx"]), st.integers(1, 10**6))
def test_a_word_of_an_unknown_language_beside_a_number_makes_it_uncertain(
    language, value
):
    number = stated(f"{value} milyar", language)
    assert not number.numbers
    assert number.unclear
    assert numbers(f"${value}", language) == [value]


@pytest.mark.parametrize("text", ["over a billion", "$20 billion", "a lot"])
def test_words_of_an_unknown_language_are_never_read_as_no_number(text):
    assert stated(text, "xx").unclear


@pytest.mark.parametrize(
    ("text", "language", "expected", "others"),
    [
        ("10-20% of $3 million", "en", [3e6], [10, 20]),
        ("سال ۱۴۰۰", "fa", [], [1400]),
        ("the year 1400", "en", [], [1400]),
        ("3 to 4 times", "en", [], [3, 4]),
        ("al menos 5 millones", "es", [5e6], []),
        ("au moins 5 millions", "fr", [5e6], []),
        ("$600 million in 1961-62", "en", [600e6], [1961, 62]),
    ],
)
def test_what_stands_beside_a_number_decides_whether_it_is_a_value(
    text, language, expected, others
):
    value = stated(text, language)
    assert list(value.numbers) == expected
    assert list(value.others) == others


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("minus 5 million", "en"), ("−5 million", "en"), ("$10, $20 billion", "en")),
        *(("45 cr", "en"), ("10 grand", "en"), ("3,6 MM", "es"), ("duemila", "it")),
        ("drei Millionen fünfhunderttausend", "de"),
        ("quatre-vingts millions", "fr"),
        ("двух миллиардов", "ru"),
    ],
)
def test_what_only_a_person_can_read_is_left_to_one(text, language):
    assert stated(text, language).unclear
