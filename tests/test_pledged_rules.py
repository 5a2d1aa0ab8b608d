"""What the check says of the three tables of pledges, and of a package without them."""

import json

import pytest
from conftest import EVERY_TABLE, tables
from pledged import PLEDGES, SOURCES, VALUES, baseline, pledge, with_pledges

from components.dataset import PLEDGE_TABLES, TABLES, DataError, load, tables_of


def problems(folder, **rows):
    with pytest.raises(DataError) as refused:
        load(with_pledges(folder, **rows))
    return [(item.file, item.row, item.column) for item in refused.value.problems]


def test_a_package_may_have_all_three_tables_or_none(package, tmp_path):
    assert load(package()).tables == EVERY_TABLE
    assert load(package()).pledges.empty
    loaded = load(with_pledges(tmp_path / "with"))
    assert loaded.tables == (*EVERY_TABLE, *PLEDGE_TABLES)
    assert len(loaded.pledges) == len(PLEDGES)
    more = len(PLEDGES) + len(VALUES) + len(SOURCES)
    assert loaded.row_count == load(package()).row_count + more


def test_one_of_the_three_alone_is_refused(tmp_path):
    folder = with_pledges(tmp_path / "d")
    path = folder / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    described["resources"] = described["resources"][:-1]
    path.write_text(json.dumps(described), "utf-8")
    with pytest.raises(DataError) as refused:
        load(folder)
    assert "no schema for pledge_sources" in str(refused.value)


@pytest.mark.parametrize("odd", [None, [], {"resources": 5}, {"resources": [None]}])
def test_whatever_describes_nothing_needs_the_six(odd):
    assert tables_of(odd) == TABLES


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (pledge("p", None), "value_usd, value_other"),
        (pledge("p", value_other="5 crowns"), "value_usd, value_other"),
        (pledge("p", deadline="2009"), "deadline"),
        (pledge("p", stated_on="2010-02-30"), "stated_on"),
        (pledge("p", 1e19), "value_usd"),
        (pledge("p", wording=" ".join(["word"] * 13)), "wording"),
        (pledge("p", first_iso3="Chile"), "first_iso3"),
        (pledge("p", concept="tea"), "concept"),
        (pledge("p", source_id="nowhere"), "source_id"),
        (pledge("goal-1"), "pledge_id"),
    ],
)
def test_a_wrong_row_is_named_with_its_column(tmp_path, row, column):
    broken = problems(tmp_path / "d", pledges=[row], values=[])
    assert broken == [("pledges.csv", 2, column)]


def test_a_value_of_no_target_is_refused(tmp_path):
    broken = problems(tmp_path / "d", pledges=[], values=[baseline("gone", 1e9)])
    assert ("pledge_values.csv", 2, "pledge_id") in broken


def test_a_source_has_one_identifier_in_the_whole_package(tmp_path):
    taken = {**SOURCES[0], "source_id": "gazette"}
    broken = problems(tmp_path / "d", sources=[*SOURCES, taken])
    assert broken == [("pledge_sources.csv", 4, "source_id")]


def test_the_codes_are_those_of_the_page_whatever_a_schema_allows(tmp_path):
    folder = with_pledges(tmp_path / "d", pledges=[pledge("p", kind="weekly")])
    path = folder / "datapackage.json"
    described = json.loads(path.read_text("utf-8"))
    for resource in described["resources"]:
        for field in resource["schema"]["fields"]:
            if (resource["name"], field["name"]) == ("pledges", "kind"):
                field["constraints"]["enum"].append("weekly")
    path.write_text(json.dumps(described), "utf-8")
    (folder / "pledge_values.csv").write_text(
        (folder / "pledge_values.csv").read_text("utf-8").splitlines()[0] + "\n"
    )
    with pytest.raises(DataError) as refused:
        load(folder)
    assert [item.column for item in refused.value.problems] == ["kind"]


def test_a_reading_keeps_its_source_beside_those_of_pledges(tmp_path):
    loaded = load(with_pledges(tmp_path / "d"))
    assert loaded.cited_by["goal-1"] == "gazette"
    assert loaded.cited_by["hit"] == "herald"
    assert loaded.cited_by["hit-1"] == "yearbook"
    assert {row["source_id"] for row in tables()["sources"]} < {*loaded.source_of}
