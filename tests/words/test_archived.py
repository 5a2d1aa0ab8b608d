"""Copies of sources in public archives: shown with the source, and counted."""

import json
from datetime import date

import pytest
from conftest import descriptor, tables, write
from program import program

from components.dataset import load
from components.files import markup
from components.measures.record import Record
from components.package.model import offered
from components.problems import DataError
from components.words import method, source
from components.words.sources import archived_copies

COPY = "https://archive.example/gazette"
REASON = "the site forbids it"


@pytest.fixture
def archived(tmp_path):
    """Return a function that writes the small package with the two columns."""

    def written(**first):
        rows, package = tables(), descriptor()
        for resource in package["resources"]:
            resource["schema"]["fields"] += offered(resource["name"])
        rows["sources"][0] |= first
        rows["sources"][1] |= {"not_archived": REASON}
        return write(tmp_path / "data", rows, package)

    return written


def test_a_package_without_the_columns_is_whole_and_counts_none(package, capsys):
    folder = package()
    assert program("check", folder) == 0
    assert "0 of 2 sources have an archived copy.\n" in capsys.readouterr().out
    assert "archived" not in method.source_links(load(folder))


def test_the_check_counts_copies_and_reasons(archived, capsys):
    assert program("check", archived(archived_url=COPY)) == 0
    said = capsys.readouterr().out
    assert "1 of 2 sources have an archived copy; 1 says why not.\n" in said
    assert said.endswith("No problem found.\n")
    program("check", archived(archived_url=COPY), "--json")
    assert json.loads(capsys.readouterr().out)["sources_archived"] == 1


def test_the_count_of_one_source_is_a_sentence(dataset):
    assert archived_copies(dataset.sources[:1]) == "0 of 1 source has an archived copy"


def test_a_source_is_shown_with_its_copy_or_why_it_has_none(archived):
    dataset = load(archived(archived_url=COPY))
    record = Record(dataset)
    for words in (
        source.source(record, source.find(record, "base-1"), date(2022, 1, 1)).link,
        method.source_links(dataset),
    ):
        assert f"([archived copy](<{COPY}>))" in words
    office = source.source(record, source.find(record, "out-1"), date(2022, 1, 1)).link
    assert f"(not archived\\: {REASON})" in office
    html = markup.agreements(record, dataset.agreements, "Agreements")
    assert f'(<a href="{COPY}" rel="noopener noreferrer">archived copy</a>)' in html
    first, second = (
        method.source_line(row) for row in dataset.sources.to_dict("records")
    )
    assert f"Archived copy: {COPY}" in first
    assert f"Not archived: {REASON}." in second


def test_a_copy_and_a_reason_for_none_deny_one_another(archived):
    with pytest.raises(DataError) as caught:
        load(archived(archived_url=COPY, not_archived=REASON))
    (problem,) = caught.value.problems
    assert problem.place == "sources.csv, row 2, column not_archived"
    assert "archived_url" in problem.expected


def test_an_address_of_a_copy_is_one_of_a_page(archived):
    with pytest.raises(DataError) as caught:
        load(archived(archived_url="javascript:alert(1)"))
    (problem,) = caught.value.problems
    assert problem.column == "archived_url"
