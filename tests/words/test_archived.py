"""Copies of sources in public archives: shown with the source, and counted."""

import json
import re
from datetime import date

import pytest
from conftest import descriptor, loaded, tables, with_all_columns, write
from program import program

from components.dataset import DATA, load, records
from components.files import markup
from components.measures.record import Record
from components.measures.sources import archived as count_archived
from components.problems import DataError
from components.words import method, source
from components.words.sources import archived_copies, not_archived

COPY = "https://archive.example/gazette"
REASON = "the site forbids it"


@pytest.fixture
def archived(tmp_path):
    """Return a function that writes the small package with the two columns."""

    def written(**first):
        rows, package = tables(), with_all_columns(descriptor())
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
    answer = json.loads(capsys.readouterr().out)
    assert answer["sources_archived"] == answer["sources_not_archived"] == 1


def test_the_count_of_one_source_is_a_sentence(dataset):
    rows = records(dataset.sources[:1])
    assert archived_copies(rows) == "0 of 1 source has an archived copy"


def test_each_source_of_this_record_has_a_copy_or_a_reason():
    record = loaded(DATA)
    rows = record.source_of.values()
    assert len(rows) == len(record.sources) + len(record.pledge_sources)
    assert sum(count_archived(rows)) == len(rows)
    # The same reason is said once, for all that share it.
    said = not_archived(rows)
    assert len(said) == len({row["not_archived"] for row in rows})
    assert re.match(r"No archived copy is known of \d{3} sources: no public", said[0])


def test_a_reason_names_its_sources_unless_they_are_many():
    row = {"publisher": "Gazette", "reposted_by": "Mirror", "not_archived": REASON}
    assert not_archived([row, row]) == [
        f"No archived copy is known of Gazette via Mirror: {REASON}."
    ]
    assert not_archived([row] * 5) == [
        f"No archived copy is known of 5 sources: {REASON}."
    ]


def test_a_source_is_shown_with_its_copy_and_why_it_has_none_lies_behind(archived):
    dataset = load(archived(archived_url=COPY))
    record = Record(dataset)
    for words in (
        source.source(record, source.find(record, "base-1"), date(2022, 1, 1)).link,
        method.source_links(dataset),
    ):
        assert f"([archived copy](<{COPY}>))" in words
    office = source.source(record, source.find(record, "out-1"), date(2022, 1, 1))
    assert "archive" not in office.link
    (behind,) = [part for part in office.why if part.heading == "Archived copy"]
    assert REASON in behind.markdown
    assert method.source_links(dataset).count(REASON) == 1
    html = markup.agreements(record, dataset.agreements, "Agreements")
    assert f'(<a href="{COPY}" rel="noopener noreferrer">archived copy</a>)' in html
    first, second = (
        method.source_line(row) for row in dataset.sources.to_dict("records")
    )
    assert f"Archived copy: {COPY}" in first
    assert "rchive" not in second


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
