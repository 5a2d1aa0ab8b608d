"""One currency for a package, another one with its rate, quantities apart."""

import json
from datetime import date

import pytest
from conftest import descriptor
from hypothesis import given
from hypothesis import strategies as st
from invented import agreement, claimed, package, published, record, target
from pycountry import currencies
from tiers import few

from components.currency import is_currency, name, sign
from components.dataset import load
from components.measures.voices import facts_with_voices
from components.numerals import numbers
from components.numerals.currencies import currencies_named
from components.problems import DataError
from components.view import View
from components.words import agreements, claim, over_time, quantities
from components.words.claims import claims
from components.words.finding import finding
from components.words.text import isolated
from components.words.values import amount, axis_money, money, stated
from components.words.why import why

TODAY = date(2026, 1, 1)
CODES = sorted(item.alpha_3 for item in currencies)
IN_POUNDS = {"currency": "GBP", "rate": "1.25", "rate_source_id": "office"}


def problems_of(folder):
    with pytest.raises(DataError) as error:
        load(folder)
    return error.value.problems


def only(folder):
    (problem,) = problems_of(folder)
    return problem


@pytest.mark.parametrize(
    ("value", "currency", "in_words", "on_an_axis"),
    [
        (3e9, "USD", "$3 billion", "$3bn"),
        (3e9, "EUR", "€3 billion", "€3bn"),
        (2.5e6, "GBP", "£2.5 million", "£2.5m"),
        (4e12, "JPY", "¥4 trillion", "¥4tn"),
        (12_500, "INR", "₹12,500", "₹12.5k"),
        (3e9, "CHF", "CHF\u00a03 billion", "CHF\u00a03bn"),
        (3e9, "AUD", "A$3 billion", "A$3bn"),
        (3e9, "CNY", "CN¥3 billion", "CN¥3bn"),
    ],
)
def test_an_amount_has_the_sign_and_the_scale_of_its_currency(
    value, currency, in_words, on_an_axis
):
    assert money(value, currency) == amount(value, currency) == in_words
    assert money(-value, currency) == f"−{in_words}"
    assert axis_money(value, currency) == on_an_axis
    assert axis_money(0, currency) == "0"


def test_every_currency_of_iso_4217_is_one_with_a_sign_of_its_own():
    assert len(CODES) > 150
    assert all(map(is_currency, CODES))
    assert len(set(map(sign, CODES))) == len(CODES)
    assert name("EUR") == "Euro"


@pytest.mark.parametrize("unit", ["TEU", "eur", "percent", "EU", "", "vehicles"])
def test_what_is_no_code_of_iso_4217_is_no_currency(unit):
    assert not is_currency(unit)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (40_000, "barrels a day", "40,000 barrels a day"),
        (1, "barrels a day", "1 barrel a day"),
        (1, "documents", "1 document"),
        (1_234_567, "tonnes", "1,234,567 tonnes"),
    ],
)
def test_a_quantity_is_written_with_its_unit(value, unit, words):
    assert amount(value, unit) == words


@pytest.mark.parametrize("currency", ["eur", "XYZ", "€", "", 1, None, [], {"a": 1}])
def test_a_currency_that_iso_4217_does_not_have_is_refused(tmp_path, currency):
    folder = package(tmp_path, claimed(5, unit="documents"))
    path = folder / "datapackage.json"
    answer = json.loads(path.read_text("utf-8")) | {"currency": currency}
    path.write_text(json.dumps(answer), "utf-8")
    problem = only(folder)
    assert (problem.file, problem.column) == ("datapackage.json", "currency")
    assert "ISO 4217" in problem.expected


def test_a_package_that_names_no_currency_is_in_dollars(dataset):
    assert "currency" not in descriptor()
    assert dataset.currency == "USD"


@few(6, 40)
@given(st.sampled_from(CODES))
def test_any_currency_makes_a_package(tmp_path_factory, currency):
    folder = tmp_path_factory.mktemp("pair")
    pair = record(
        folder,
        claimed(2e9, unit=currency, step=1),
        target(5e9, unit=currency, step=2),
        agreements=[agreement("2020", value_usd="7000000")],
        currency=currency,
    )
    assert len(pair.targets) == len(pair.claimed) == 1
    words = finding(pair, TODAY)
    assert f"{sign(currency)}2 billion" in words
    assert f"{sign(currency)}5 billion" in words
    (row,) = agreements.rows(pair, pair.dataset.agreements)
    cells = [column.read(row) for column in agreements.COLUMNS]
    assert f"{sign(currency)}7 million" in cells


@pytest.mark.parametrize("unit", ["EUR", "€", "million EUR", "euros", "US dollars"])
def test_a_unit_of_other_money_is_refused(tmp_path, unit):
    problem = only(package(tmp_path, claimed(5, unit=unit, step=1)))
    assert (problem.file, problem.row, problem.column) == ("facts.csv", 2, "unit")
    assert "USD" in problem.expected
    assert "rate_source_id" in problem.remedy


@pytest.mark.parametrize(
    "unit", ["TEU", "barrels a day", "USD a barrel of oil", "$/tonne", "GWh", "pounds"]
)
def test_a_unit_that_is_no_amount_of_money_is_the_packages_own(tmp_path, unit):
    pair = record(tmp_path, target(5, unit=unit))
    assert [item.unit for item in pair.counted_targets] == [unit]


def test_dollars_are_refused_where_the_package_is_in_euros(tmp_path):
    problem = only(package(tmp_path, claimed(5), currency="EUR"))
    assert "“USD”" in problem.found
    assert "EUR" in problem.expected


def test_a_step_of_a_quantity_is_refused_and_named(tmp_path):
    folder = package(tmp_path, claimed(5, unit="barrels a day", step=1), currency="EUR")
    problem = only(folder)
    assert "“barrels a day”" in problem.found
    assert "EUR" in problem.expected
    assert "step" in problem.remedy


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"rate": ""}, "rate"),
        ({"rate": "0"}, "rate"),
        ({"rate": "-1.2"}, "rate"),
        ({"rate_source_id": ""}, "rate_source_id"),
        ({"rate_source_id": "nobody"}, "rate_source_id"),
        ({"currency": ""}, "currency"),
        ({"currency": "USD"}, "currency"),
        ({"currency": "gbp"}, "currency"),
        ({"currency": "XYZ"}, "currency"),
        ({"unit": "documents"}, "currency"),
    ],
)
def test_a_conversion_without_all_it_needs_is_refused(tmp_path, change, column):
    problem = only(package(tmp_path, claimed(2e9, **IN_POUNDS | change)))
    assert (problem.file, problem.row, problem.column) == ("readings.csv", 2, column)
    assert problem.remedy


def test_a_value_in_another_currency_is_quoted_as_said_and_drawn_as_converted(tmp_path):
    pair = record(
        tmp_path,
        claimed(2e9, **IN_POUNDS, bound="at least", step=1),
        target(5e9, step=2),
    )
    (said,) = pair.claimed
    assert said.value == 2.5e9
    assert stated(said) == "over £2 billion ($2.5 billion)"
    assert "had passed £2 billion ($2.5 billion)" in finding(pair, TODAY)
    made = claim.plain(pair, said, TODAY)
    assert made.group == claim.CAVEAT
    assert made.caveat.startswith(
        "£2 billion works out at $2.5 billion at $1.25 to £1 (The Office)."
    )


def test_a_sum_of_converted_values_is_in_the_currency_of_the_package(tmp_path):
    ways = [("AAA", "BBB"), ("BBB", "AAA")]
    pair = record(
        tmp_path,
        *(
            published(4e8, **IN_POUNDS, exporter=one, importer=other, step=1)
            for one, other in ways
        ),
    )
    total = pair.published_step.total
    assert total.value == 1e9
    assert stated(total) == "$1 billion"


def test_the_same_number_in_two_currencies_is_two_values(tmp_path):
    pair = record(
        tmp_path,
        claimed(2e9, fact_id="f"),
        claimed(2e9, fact_id="f", **IN_POUNDS),
    )
    assert [item.value for item in pair.claimed] == [2e9, 2.5e9]


@pytest.mark.parametrize(
    ("wording", "currency", "fits"),
    [
        ("over €3 billion", "EUR", True),
        ("3 billion euros", "EUR", True),
        ("EUR3bn", "EUR", True),
        ("£3 billion", "GBP", True),
        ("¥3 billion", "JPY", True),
        ("¥3 billion", "CNY", True),
        ("3 billion rupees", "INR", True),
        ("3 billion rupees", "PKR", True),
        ("$3 billion", "CAD", True),
        ("CA$3 billion", "CAD", True),
        ("3 billion", "EUR", True),
        ("€3 billion, or $3.3 billion", "USD", True),
        ("CHF 3 billion", "CHF", True),
        ("$3 billion", "EUR", False),
        ("3 billion US dollars", "CAD", False),
        ("€3 billion", "USD", False),
        ("3 billion euros", "GBP", False),
        ("£3 billion", "USD", False),
        ("3 billion rupees", "EUR", False),
    ],
)
def test_the_words_of_an_amount_name_its_currency(tmp_path, wording, currency, fits):
    said = claimed(3e9, wording=wording, no_number="", unit=currency)
    folder = package(tmp_path, said, currency=currency)
    if fits:
        assert load(folder).currency == currency
        return
    problem = only(folder)
    assert (problem.column, problem.row) == ("wording", 2)
    assert currency in problem.expected


def test_words_in_another_currency_pass_with_its_rate_or_once_confirmed(tmp_path):
    said = claimed(3e9, wording="£3 billion", no_number="")
    load(package(tmp_path, said | IN_POUNDS))
    load(package(tmp_path, said | {"value_confirmed": "true"}))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("€3 billion", "en"),
        ("£3bn", "en"),
        ("EUR 3 Mrd.", "de"),
        ("3 milliards d’euros", "fr"),
        ("3.000 millones de euros", "es"),
        ("3 млрд евро", "ru"),
        ("¥3bn", "en"),
        ("₹300 crore", "en"),
        ("3bn liras", "en"),
        ("AED3bn", "en"),
        ("SEK3bn", "en"),
        ("CHF 3 billion", "en"),
    ],
)
def test_an_amount_of_any_currency_is_read(text, language):
    assert numbers(text, language) == [3e9]


def test_a_number_before_right_to_left_text_is_no_part_of_it_after_any_sign():
    assert isolated("€5 هدف") == "€5 \u2067هدف\u2069"


def test_letters_inside_a_word_name_no_currency():
    assert not currencies_named("Eurasia and Europe, 3 billion")


PIPED = {"unit": "barrels a day", "exporter": "AAA", "importer": "BBB"}


def test_a_target_in_a_quantity_is_judged_by_its_own_unit_and_by_no_money(tmp_path):
    pair = record(
        tmp_path,
        target(40_000, **PIPED, deadline="2020-12-31"),
        published(36_500, **PIPED),
        published(90_000, exporter="AAA", importer="BBB"),
        claimed(41_000, **PIPED | {"unit": "barrels"}),
    )
    (aim,) = pair.counted_targets
    fate = pair.fate(aim, TODAY)
    assert fate.published.state == "missed"
    assert [item.value for item in fate.published.decisive] == [36_500]
    assert fate.claimed.lack == "nothing comparable"
    assert not pair.targets
    lines = quantities.alike(pair, [aim])
    assert len(lines) == 1
    assert "36,500 barrels a day" in lines[0]


def test_a_quantity_is_never_drawn_among_money(tmp_path):
    pair = record(
        tmp_path,
        claimed(2e9, step=1),
        target(40_000, **PIPED),
        published(36_500, **PIPED),
        claimed(38_000, **PIPED, year=2021),
    )
    assert [item.unit for item in pair.claimed] == ["USD"]
    assert not pair.published
    assert not pair.published_growths
    for axis in ("step", "time"):
        drawn = over_time.drawn(pair, View(axis=axis))
        assert {item.unit for group in drawn.values() for item in group} <= {"USD"}


def test_a_target_in_a_quantity_is_among_who_says_what(tmp_path):
    pair = record(tmp_path, claimed(2e9, step=1), target(40_000, **PIPED))
    assert facts_with_voices(pair.dataset) == ["f2"]
    (aim,) = pair.counted_targets
    assert quantities.alike(pair, [aim]) == []
    assert not quantities.alike(pair, pair.claimed)


def test_a_target_in_per_cent_is_no_quantity(tmp_path):
    pair = record(tmp_path, target(20, unit="percent"))
    assert not pair.counted_targets
    assert not facts_with_voices(pair.dataset)


def test_a_sentence_of_a_quantity_has_its_unit_its_term_and_what_became_of_it(tmp_path):
    pair = record(
        tmp_path,
        target(40_000, **PIPED, deadline="2020-12-31"),
        published(42_000, **PIPED),
    )
    (text,) = [c.text for c in claims(pair, TODAY) if "40,000" in c.text]
    assert "40,000 barrels a day from Aland to Beeland on 1 June 2015" in text
    assert ", to be met by 31 December 2020" in text
    assert text.endswith("By published figures, the target was reached on time.")


JOINT = {"stated_by": "Aland and Beeland", "side": "both"}


def test_what_both_said_together_is_said_by_both(tmp_path):
    pair = record(tmp_path, claimed(2e9, step=1, **JOINT), target(5e9, step=2, **JOINT))
    assert finding(pair, TODAY).startswith(
        "Aland and Beeland said trade in goods with each other was $2 billion and "
        "aimed at $5 billion"
    )
    behind = why(pair, pair.claims[0])
    assert any(
        "Aland and Beeland together" in line
        for section in behind
        for line in section.lines
    )


def test_a_bloc_is_a_third_party_and_no_official(tmp_path):
    bloc = {"stated_by": "League of Five Straits", "side": "third party"}
    pair = record(tmp_path, claimed(2e9, step=1, **bloc))
    made = claim.plain(pair, pair.claims[0], TODAY)
    assert "the League of Five Straits gave $2 billion" in made.text
    written = [item.text for item in claims(pair, TODAY) if item.group == claim.NEVER]
    assert any(text.startswith("Officials put") for text in written)


@pytest.mark.parametrize("side", ["joint", "third", "Both"])
def test_a_side_that_nobody_knows_is_refused(tmp_path, side):
    problem = only(package(tmp_path, claimed(2e9, side=side)))
    assert problem.column == "side"
    assert "both" in problem.expected
