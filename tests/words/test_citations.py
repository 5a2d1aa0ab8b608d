"""Citations: what every form must say, and that programs can read it back."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.dataset import load
from components.measures.readings import readings_of
from components.measures.record import Record
from components.words import citations

DAY = date(2022, 2, 3)
LINK = "https://page.example/?view=Actual&q=a_b%20c"


@pytest.fixture
def whole(dataset):
    return citations.of_dataset(dataset, LINK, DAY)


@pytest.fixture
def one(dataset):
    return cited_reading(dataset, "latest-1")


def cited_reading(dataset, reading_id):
    fact = dataset.readings.set_index("reading_id").loc[reading_id, "fact_id"]
    (reading,) = (
        item for item in readings_of(dataset, [fact]) if item.reading_id == reading_id
    )
    return citations.of_reading(Record(dataset), reading, LINK, DAY)


def bibtex_fields(entry):
    """Return the fields of an entry as BibTeX reads them: by balanced braces."""
    head, body = entry.split("{", 1)
    assert head == "@misc"
    key, body = body.split(",", 1)
    fields, depth, start = {}, 0, 0
    for place, letter in enumerate(body):
        if letter == "{":
            depth += 1
            if depth == 1:
                start = place + 1
                name = body[:place].rpartition("\n")[2].removesuffix(" = ").strip()
        elif letter == "}":
            depth -= 1
            if depth == 0:
                fields[name] = body[start:place]
            if depth < 0:
                assert body[place:] == "}"
    assert depth == -1
    return key, fields


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
    assert "claimed, over $1 billion, March 2021, no period given (Jane Roe" in words
    assert "Read in The Gazette: Report of a press conference, March 2021" in words
    assert "latest-1" not in words.replace(one.key, "")
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


def test_bibtex_is_read_back_by_its_braces(whole):
    key, fields = bibtex_fields(whole.as_text("BibTeX"))
    assert key == "aland-beeland-0.0.1"
    assert fields["url"] == LINK
    assert fields["urldate"] == "2022-02-03"
    assert fields["author"] == "{The Trade Trajectory founders}"
    assert set(fields) == {
        *("author", "title", "year", "howpublished", "version", "url", "urldate"),
        "note",
    }


def test_csl_json_is_an_item_of_the_schema(whole):
    (item,) = json.loads(whole.as_text("CSL-JSON"))
    assert item["type"] == "dataset"
    assert item["accessed"] == {"date-parts": [[2022, 2, 3]]}
    assert item["author"] == [{"literal": "The Trade Trajectory founders"}]
    assert (item["URL"], item["version"]) == (LINK, "0.0.1")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))


@settings(deadline=None)
@given(TEXT)
def test_no_title_breaks_bibtex_or_runs_as_latex(title):
    cited = citations.Citation("key", ("A {body}",), title, "2026", "1", LINK, DAY)
    key, fields = bibtex_fields(cited.as_text("BibTeX"))
    assert key == "key"
    assert fields["year"] == "2026"
    for sign in "#$%&_":
        assert title.count(sign) == fields["title"].count(f"\\{sign}")
        assert title.count(sign) == fields["title"].count(sign)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of R&D_1 #2", r"50\% of R\&D\_1 \#2"),
        ("$3 {billion}", r"\$3 \textbraceleft{}billion\textbraceright{}"),
        (r"\input{x}", r"\textbackslash{}input\textbraceleft{}x\textbraceright{}"),
        ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
    ],
)
def test_latex_prints_the_text_as_it_is(text, written):
    assert citations.latex(text) == written


@pytest.mark.parametrize(
    "address", ["https://fa.example/ویکی/تجارت", "https://example/a--b_c?d=%7Be%7D"]
)
@pytest.mark.parametrize("form", citations.FORMS[1:])
def test_the_address_of_a_source_leaves_as_it_is(package, address, form):
    def change(rows):
        rows["sources"][0]["url"] = address

    words = cited_reading(load(package(change)), "latest-1").as_text(form)
    plain = words.replace("\\", "")
    assert address in plain


def test_a_questioned_reading_is_cited_as_questioned(package):
    def change(rows):
        rows["readings"][1]["questioned"] = "true"
        rows["readings"][1]["note"] = "Doubted."

    assert "Questioned." in cited_reading(load(package(change)), "latest-1").note
    assert "Questioned" not in cited_reading(load(package(change)), "latest-2").note
