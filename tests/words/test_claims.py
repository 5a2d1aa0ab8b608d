"""Sentences to write: publishable as they stand, and those that are not so."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import descriptor, loaded, tables, write
from hypothesis import given
from hypothesis import strategies as st
from tiers import few

from components.dataset import TABLES, load
from components.measures.comparability import compare
from components.measures.pledges import pledges
from components.measures.readings import readings_of
from components.measures.record import Record
from components.words.claim import CAVEAT, GROUPS, NEVER, SAFE
from components.words.claim import plain as plain_sentence
from components.words.claims import claims
from components.words.values import (
    computed,
    money,
    percent,
    rounded,
    stated,
)

ROOT = Path(__file__).parents[2]
TODAY = date(2022, 3, 5)
NUMBER = re.compile(r"\$?\d[\d,.]*\d(?: [mbt]r?illion)?%?|\$?\d(?: [mbt]r?illion)?%?")
MINISTER = {
    "name": "Jane Roe, Minister",
    "surname": "Roe",
    "office": "trade minister",
    "economy": "AAA",
}


@pytest.fixture
def made(tmp_path):
    def record(change=lambda rows: None, **described):
        rows = tables()
        change(rows)
        package = descriptor() | described
        return Record(load(write(tmp_path / "data", rows, package)))

    return record


def reading(rows, reading_id):
    return next(item for item in rows["readings"] if item["reading_id"] == reading_id)


def changed(reading_id, **cells):
    return lambda rows: reading(rows, reading_id).update(cells)


def plain(record, fact_id):
    return plain_sentence(record, readings_of(record.dataset, [fact_id])[0], TODAY)


def texts(record, group=None):
    sentences = claims(record, TODAY)
    return [claim.text for claim in sentences if group in (None, claim.group)]


def test_a_statement_says_who_when_of_what_and_according_to_whom(made):
    claim = plain(made(), "base")
    assert claim.group == SAFE
    assert claim.text == (
        "On 5 March 2021, Jane Roe, Minister, said trade between Aland and Beeland was "
        "$200 million for 2019, according to The Gazette."
    )
    assert claim.to_copy == claim.text


def test_an_office_and_a_bound_are_written_as_a_newspaper_does(made):
    claim = plain(made(speakers=[MINISTER | {"until": "2022-01-01"}]), "latest")
    assert claim.text == (
        "On 5 March 2021, Aland’s then trade minister, Jane Roe, said trade with "
        "Beeland had passed $1 billion (March 2021, no period given), according to The "
        "Gazette."
    )


def test_a_newspapers_figure_is_not_put_into_the_mouth_of_officials(made):
    change = changed(
        "latest-1", stated_by="The Gazette, own text", side="third party", wording="",
        no_number="true",
    )  # fmt: skip
    record = made(change)
    assert plain(record, "latest").text == (
        "On 5 March 2021, The Gazette, own text, gave over $1 billion for trade "
        "between Aland and Beeland (March 2021, no period given)."
    )
    for group in (SAFE, CAVEAT):
        assert not any("fficials" in text for text in texts(record, group))
    assert "Officials put trade between Aland and Beeland at over $1 billion." in texts(
        record, NEVER
    )


def test_grammar_follows_what_the_name_is(made):
    record = made(changed("goal-1", stated_by="Joint statement"))
    assert plain(record, "goal").text.startswith(
        "On 5 March 2021, the joint statement named a target of $4 billion for trade"
    )
    record = made(changed("out-1", stated_by="Ministry of Commerce"))
    assert plain(record, "out").text == (
        "Figures from the Ministry of Commerce show $30 million of goods from Aland to "
        "Beeland for 2020, according to Office of Statistics."
    )


def test_exports_and_imports_of_ones_own_are_called_so(made):
    official = {
        "stated_by": "Jane Roe, Minister",
        "side": "first economy",
        "stated_on": "2021-03-05",
    }
    record = made(changed("out-1", **official))
    assert "said Aland’s exports of goods to Beeland were $30 million for 2020" in (
        plain(record, "out").text
    )
    record = made(changed("out-1", **official | {"side": "second economy"}))
    assert "said Beeland’s imports of goods from Aland were $30 million" in (
        plain(record, "out").text
    )


def test_a_speaker_named_will_is_no_forecast(made):
    record = made(changed("base-1", stated_by="Will Reached, Minister"))
    assert plain(record, "base").group == SAFE


@pytest.mark.parametrize(
    "words", ["reached soon", "it will come", "By 2030", "by 1999"]
)
def test_a_period_that_says_more_than_was_said_needs_its_caveat(made, words):
    claim = plain(made(changed("latest-1", period_label=words)), "latest")
    assert claim.group == CAVEAT
    assert "source’s" in claim.to_copy


def test_a_count_keeps_its_unit_and_what_it_counts(made):
    assert plain(made(), "papers").text == (
        "Papers signed: Jane Roe, Minister, spoke of 7 documents on 5 March 2021, "
        "according to The Gazette."
    )


def test_a_target_has_its_deadline_or_what_the_source_says_of_it(made):
    assert "of $4 billion for trade between Aland and Beeland (no deadline given)" in (
        plain(made(), "goal").text
    )
    assert "(soon)" in plain(made(changed("goal-1", period_label="soon")), "goal").text
    dated = plain(made(changed("goal-1", deadline="2030")), "goal")
    assert dated.group == SAFE
    assert "Beeland, to be met by 2030, according" in dated.text


def test_each_target_is_written_with_what_became_of_it(made):
    (claim,) = [item for item in texts(made(), SAFE) if "named a target" in item]
    assert claim.endswith("By nobody’s figures is it reached; it has no deadline.")


def test_a_target_that_a_rough_value_reaches_needs_its_caveat(made):
    record = made(changed("goal-1", value="200000000"))
    (claim,) = [
        item
        for item in claims(record, TODAY)
        if "named a target" in item.text and item.group != NEVER
    ]
    assert claim.group == CAVEAT
    assert "The comparison is rough: Jane Roe did not say what" in claim.caveat


@pytest.mark.parametrize(
    ("cells", "caveat"),
    [
        ({"stated_on": ""}, "The day is not known."),
        ({"stated_by": "Not attributed (a line)"}, "No speaker is named."),
        ({"stated_by": "Unnamed officials"}, "No speaker is named."),
        ({"questioned": "true"}, "The value is questioned."),
        (
            {"questioned": "true", "note": "Questioned: an echo."},
            "Questioned: an echo.",
        ),
        ({"source_id": "office"}, "The source has no address."),
    ],
)
def test_a_doubt_is_copied_with_the_sentence(made, cells, caveat):
    claim = plain(made(changed("base-1", **cells)), "base")
    assert claim.group == CAVEAT
    assert claim.to_copy.endswith(caveat)
    assert claim.to_copy.count("uestioned:") <= 1
    assert len(claim.reason.split()) <= 8


def test_nobody_is_an_unattributed_report_and_not_a_subject(made):
    claim = plain(made(changed("base-1", stated_by="Not attributed (a line)")), "base")
    assert claim.text.startswith(
        "On 5 March 2021, an unattributed report in The Gazette gave $200 million for"
    )


def test_a_questioned_value_is_marked_in_every_sentence_that_names_it(made):
    record = made(changed("latest-1", questioned="true"))
    naming = [text for text in texts(record) if "$1 billion" in text]
    assert len(naming) > 4
    for text in naming:
        assert re.search(r"\$1 billion \(questioned[);]", text), text


def test_several_outlets_are_one_voice_and_confirm_nothing(made):
    def change(rows):
        rows["sources"].append(
            {**rows["sources"][0], "source_id": "herald", "publisher": "The Herald"}
        )
        rows["readings"][2]["source_id"] = "herald"

    record = made(change)
    assert (
        "2 outlets quote Jane Roe, Minister, as putting trade between Aland and "
        "Beeland at over $1 billion or about $900 million on 5 March 2021."
    ) in texts(record, CAVEAT)
    assert "2 outlets confirm over $1 billion." in texts(record, NEVER)
    (claim,) = [
        claim
        for claim in claims(record, TODAY)
        if claim.text.startswith("2 outlets quote")
    ]
    assert claim.to_copy.endswith("so it is one voice and not 2.")


def test_a_sum_of_two_bodies_names_both_and_is_the_pages(made):
    change = changed("back-1", stated_by="Bureau of Customs", value="12000000")
    record = made(change)
    (text,) = [text for text in texts(record, CAVEAT) if text.startswith("For 2020")]
    assert text == (
        "For 2020, published figures are $30 million of goods from Aland to Beeland "
        "(the Office of Statistics) and $12 million of goods from Beeland to Aland "
        "(the Bureau of Customs). The page adds them up: they work out at $42 million."
    )
    for safe in texts(record, SAFE):
        assert "$42 million" not in safe
    assert "The Office of Statistics published $42 million for 2020." in texts(
        record, NEVER
    )


def test_no_ratio_is_written_of_what_is_not_like_with_like(made):
    def beside(**cells):
        record = made(changed("latest-1", **cells))
        (claim,) = [
            claim
            for claim in claims(record, TODAY)
            if claim.text.startswith("For 2020")
        ]
        return claim

    rough = beside(concept="goods")
    assert rough.caveat.startswith("The claim of over $1 billion works out as at least")
    unlike = beside(concept="non-oil goods")
    assert "not like with like" in unlike.caveat
    assert not re.search(r"times|%", unlike.to_copy)


def test_figures_that_agree_are_said_to_agree_with_the_difference(made):
    def change(rows):
        reading(rows, "latest-1").update(
            concept="non-oil goods", value="30000000", bound="exact", wording="",
            no_number="true", period_start="2020-01-01", period_end="2020-12-31",
        )  # fmt: skip

    record = made(change)
    assert record.claim_beside_published.agree
    (claim,) = [
        claim for claim in claims(record, TODAY) if claim.text.startswith("For 2020")
    ]
    assert claim.caveat == (
        "They agree with the claim of $30 million, although they count different "
        "things (non-oil goods and goods)."
    )
    assert "times" not in claim.to_copy
    assert "Published figures confirm the claim of $30 million." in texts(record, NEVER)
    assert not any("disprove" in text for text in texts(record))


def test_figures_of_something_else_neither_disprove_nor_confirm_a_claim(made):
    record = made()
    assert not record.claim_beside_published.agree
    for verb in ("disprove", "confirm"):
        sentence = f"Published figures {verb} the claim of over $1 billion."
        (claim,) = [item for item in claims(record, TODAY) if item.text == sentence]
        assert claim.group == NEVER
        assert claim.reason == "Rough"


def test_the_highest_published_figure_is_no_bound(made):
    def change(rows):
        rows["facts"].append({**rows["facts"][2], "fact_id": "out19", "step": "",
                              "headline": "out-19"})  # fmt: skip
        rows["readings"].append(
            {**reading(rows, "out-1"), "reading_id": "out-19", "fact_id": "out19",
             "value": "60000000", "period_start": "2019", "period_end": "2019",
             "period_label": "2019"}
        )  # fmt: skip

    (text,) = [text for text in texts(made(change)) if "Highest found" in text]
    assert text == (
        "Figures from the Office of Statistics cover 2019 to 2020. Highest found: "
        "$60 million of goods from Aland to Beeland for 2019."
    )
    assert not any("up to" in text for text in texts(made(change)))


def test_both_sides_of_a_disputed_count_stand_in_one_sentence(made):
    assert "Papers signed: 7 documents (Jane Roe); 9 documents (John Doe)." in texts(
        made(), CAVEAT
    )
    assert "Papers signed: 7 documents, undisputed." in texts(made(), NEVER)


def test_what_is_worked_out_is_never_quoted_as_said(made):
    for claim in claims(made(), TODAY):
        if "%" in claim.text or " times " in claim.text:
            assert claim.group == CAVEAT
            assert "nobody said so" in claim.to_copy
            assert "rough" in claim.to_copy


def test_a_claim_is_never_set_against_nothing(made):
    record = made(changed("base-1", value="0"))
    assert not any("times" in text or "same as" in text for text in texts(record))


def test_reached_will_and_overdue_are_not_to_be_written(made):
    never = texts(made(), NEVER)
    assert "Trade between Aland and Beeland reached over $1 billion." in never
    assert "Trade between Aland and Beeland will reach $4 billion." in never
    assert "The target of $4 billion is overdue." in never
    dated = texts(made(changed("goal-1", deadline="2030")), NEVER)
    assert not any("overdue" in text for text in dated)


def test_an_empty_package_says_nothing(tmp_path):
    empty = load(write(tmp_path / "data", {name: [] for name in TABLES}, descriptor()))
    assert claims(Record(empty), TODAY) == []


@pytest.fixture(params=["invented", "data", "quennaria-sundrift", "vellmark-ostrany"])
def any_record(request, made):
    if request.param == "invented":
        return made()
    folder = "data" if request.param == "data" else f"tests/packages/{request.param}"
    return Record(loaded(ROOT / folder))


def test_every_group_has_sentences_each_with_readings_and_a_short_reason(any_record):
    known = set(any_record.dataset.cited_by)
    sentences = claims(any_record, TODAY)
    assert {claim.group for claim in sentences} == set(GROUPS)
    for claim in sentences:
        assert claim.reading_ids
        assert set(claim.reading_ids) <= known
        assert claim.reason or claim.group == SAFE
        assert len(claim.reason.split()) <= 10
        assert claim.text.count(":") - claim.text.count("Highest found:") <= 2
        assert "reading" not in claim.text
        assert claim.group != CAVEAT or claim.caveat


def test_every_amount_is_that_of_a_reading_or_worked_out_from_them(any_record):
    facts = list(any_record.dataset.facts["fact_id"])
    every = readings_of(any_record.dataset, facts)
    for item in pledges(any_record, TODAY):
        every += [item.target, *item.values]
    by_id = {item.reading_id: item for item in every}
    step = any_record.published_step
    for claim in claims(any_record, TODAY):
        own = [by_id[reading_id] for reading_id in claim.reading_ids]
        allowed = " ".join(map(stated, own))
        if step and {part.reading_id for part in step.parts} <= set(claim.reading_ids):
            own = [*own, step.total]
            allowed += f" {money(rounded(step.total.value, 3), step.total.unit)}"
        for one in own:
            for other in own:
                ratio = compare(one, other).ratio if one.unit == other.unit else None
                if ratio is not None:
                    allowed += f" {computed(ratio)} times {percent(ratio)}"
        amounts = re.findall(
            r"[$€][\d.,]*\d(?: [mbt]r?illion)?|[\d.,]*\d%|[\d.,]*\d times", claim.text
        )
        for amount in amounts:
            assert amount in allowed, (amount, claim.text)


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=40,
).filter(lambda name: name.strip() == name and name[0] not in "=+-@")


@few(10, 60)
@given(NAMES)
def test_any_name_makes_a_whole_sentence_that_has_it(made, name):
    record = made()
    first = readings_of(record.dataset, ["base"])[0]
    claim = plain_sentence(record, replace(first, stated_by=name), TODAY)
    assert claim.text.endswith(".")
    assert "$200 million" in claim.text
    core = name.split(" ", 1)[-1]
    assert core in claim.text or not replace(first, stated_by=name).is_attributed


def test_a_target_is_quoted_in_english_and_its_lack_of_a_term_is_said_once(made):
    words = "can be raised to 4 billion"
    record = made(changed("goal-1", wording=words, no_number=""))
    (text,) = [item for item in texts(record, SAFE) if words in item]
    assert f"named $4 billion for trade between Aland and Beeland (“{words}”)" in text
    assert "a target of" not in text
    assert "no deadline given" not in text
    assert text.endswith("it has no deadline.")


def test_words_in_another_language_are_not_quoted_in_a_sentence(made):
    def change(rows):
        reading(rows, "goal-1").update(wording="mucho más", no_number="true")
        reading(rows, "latest-1").update(wording="", no_number="true")
        for row in rows["sources"]:
            row["language"] = "es"

    assert not any("mucho más" in item for item in texts(made(change)))


def test_a_period_that_the_source_words_stands_with_its_words(made):
    label = "tide year 7, inferred from “last year”"
    record = made(changed("base-1", period_label=label))
    assert f"for 2019 ({label})" in plain(record, "base").text


def test_a_target_of_things_needs_no_label(made):
    def change(rows):
        fact = next(item for item in rows["facts"] if item["fact_id"] == "goal")
        fact.update(unit="documents", label="Ships to come", step="")
        reading(rows, "goal-1").update(
            concept="documents", value="7", exporter="AAA", importer="BBB"
        )

    text = plain(made(change), "goal").text
    assert "7 documents from Aland to Beeland" in text
    assert "Ships to come" not in text
