"""Citations: what every form must say, and that programs can read it back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from components import citations, passports

DAY = date(2022, 2, 3)
LINK = "https://page.example/?view=Actual&q=a_b%20c"


@pytest.fixture
def whole(dataset):
    return citations.of_dataset(dataset, LINK, DAY)


@pytest.fixture
def one(dataset):
    reading = passports.reading(dataset, "latest-1")
    return citations.of_reading(dataset, reading, LINK, DAY)


@pytest.mark.parametrize("form", citations.FORMS)
def test_every_form_names_title_version_day_and_link(whole, form):
    words = whole.as_text(form)
    assert "Aland–Beeland Trade" in words
    assert "0.0.1" in words
    assert LINK in words
    assert any(day in words for day in ("3 February 2022", "2022-02-03", "[2022, 2, 3"))


@pytest.mark.parametrize("form", ["Long", "BibTeX", "CSL-JSON"])
def test_a_reading_is_cited_with_its_bound_and_the_source_that_carries_it(one, form):
    words = one.as_text(form).replace("\\$", "$")
    assert "reported, over $1 billion, March 2021, no period given (Jane Roe" in words
    assert "The Gazette: Report of a press conference, March 2021" in words
    assert "https://gazette.example/trade" in words


def test_the_short_form_is_one_line_as_a_caption_takes_it(whole):
    assert whole.as_text("Short") == (
        "Aland–Beeland Trade, data version 0.0.1, accessed 3 February 2022, " + LINK
    )


def test_a_page_without_an_address_is_cited_without_a_link(dataset):
    cited = citations.of_dataset(dataset, "", DAY)
    for form in citations.FORMS:
        words = cited.as_text(form)
        assert "http" not in words
        assert not words.rstrip().endswith(",")


def test_bibtex_is_read_back_by_a_parser(whole):
    entry = parse_string(whole.as_text("BibTeX"), "bibtex").entries[whole.key]
    assert entry.type == "misc"
    assert entry.fields["url"] == LINK
    assert entry.fields["urldate"] == "2022-02-03"
    assert [str(name) for name in entry.persons["author"]] == [
        "{The Trade Trajectory founders}"
    ]


def test_csl_json_is_an_item_of_the_schema(whole):
    (item,) = json.loads(whole.as_text("CSL-JSON"))
    assert item["type"] == "dataset"
    assert item["accessed"] == {"date-parts": [[2022, 2, 3]]}
    assert item["author"] == [{"literal": "The Trade Trajectory founders"}]
    assert (item["URL"], item["version"]) == (LINK, "0.0.1")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_no_title_breaks_bibtex_or_runs_as_latex(title):
    cited = citations.Citation("key", ("A {body}",), title, "2026", "1", LINK, DAY)
    words = cited.as_text("BibTeX")
    assert "key" in parse_string(words, "bibtex").entries
    line = next(line for line in words.splitlines() if line.strip().startswith("title"))
    assert line.count("$") == line.count("\\$")
