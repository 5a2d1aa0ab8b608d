"""How the page says that it reads its data."""

import re

import pytest

from components.dataset import load
from components.measures.comparability import VERDICTS
from components.words import method


def as_plain(markdown):
    """Return Markdown without its escapes."""
    return re.sub(r"\\(.)", r"\1", markdown)


def test_every_verdict_is_explained_once():
    explained = [rule.title.lower() for rule in method.COMPARABILITY]
    assert explained == list(VERDICTS)


def test_how_many_values_agree_with_their_words_is_counted(dataset):
    assert method.checked_against_words(dataset) == (
        "1 of 8 values agree with the number in the words of their source; for 7 no "
        "number in words was kept."
    )


def test_a_source_without_an_address_has_no_link(dataset):
    lines = method.source_links(dataset).splitlines()
    assert as_plain(lines[0]) == (
        "- Office of Statistics via Mirror: Yearbook, no address"
    )
    assert "](" not in lines[0]
    assert "(<https://gazette.example/trade>), March 2021" in lines[1]


def test_the_address_of_a_source_is_linked_as_it_is(package):
    address = "https://fa.example/ویکی/--تجارت"

    def change(rows):
        rows["sources"][0]["url"] = address

    assert f"(<{address}>)" in method.source_links(load(package(change)))


def test_years_that_follow_each_other_are_one_span(package):
    def change(rows):
        for year in ("2022", "2023", "2025"):
            rows["evidence"].append({**rows["evidence"][2], "year": year})

    lines = as_plain(method.evidence_lines(load(package(change))))
    assert "2021 to 2023 and 2025: not checked." in lines
    assert "2020: reported." in lines


def test_counts_of_what_was_looked_for_add_up(dataset):
    words = method.evidence_counts(dataset.evidence)
    total, *counts = map(int, re.findall(r"\d+", words))
    assert (total, sum(counts)) == (3, 3)


@pytest.mark.parametrize(
    ("contributor", "line"),
    [
        ({"title": "A *body*"}, "- A *body*"),
        ({"title": "B", "email": "b@example"}, "- B, b@example"),
        ({"title": "C", "path": "javascript:alert(1)"}, "- C"),
    ],
)
def test_makers_are_named_with_a_way_to_reach_them(dataset, contributor, line):
    dataset.descriptor["contributors"][:] = [contributor]
    assert as_plain(method.makers(dataset)) == line
    assert "](<" not in method.makers(dataset)


def test_a_makers_page_is_linked(dataset):
    dataset.descriptor["contributors"][:] = [
        {"title": "D", "path": "https://d.example/"}
    ]
    assert method.makers(dataset) == "- [D](<https://d.example/>)"


def test_what_changed_is_said_where_the_package_says_it(dataset):
    assert dataset.descriptor["changes"] in method.corrections(dataset)
    assert "this is 0.0.1" in method.corrections(dataset)
