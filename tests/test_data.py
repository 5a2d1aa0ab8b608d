"""The project's own data package."""

import json
import re
from pathlib import Path

import pytest
from conftest import EVERY_TABLE, loaded

from components.dataset import Dataset

DATA = Path(__file__).parent.parent / "data"
HEART = {
    "reported-base": (600e6, "exact"),
    "reported-latest": (3e9, "at least"),
    "target-first": (10e9, "exact"),
    "target-second": (20e9, "exact"),
    "documents-2023": (19, "exact"),
}


@pytest.fixture(scope="module")
def record() -> Dataset:
    return loaded(DATA)


def headline(record, fact_id):
    facts = record.facts.set_index("fact_id")
    return record.readings.set_index("reading_id").loc[facts.loc[fact_id, "headline"]]


@pytest.mark.parametrize("fact_id", HEART)
def test_headlines_are_the_heart_of_the_record(record, fact_id):
    reading = headline(record, fact_id)
    assert (reading["value"], reading["bound"]) == HEART[fact_id]


def test_rival_readings_stand_beside_the_headlines(record):
    values = record.readings.groupby("fact_id")["value"].agg(set)
    assert values["documents-2023"] == {19, 25, 20, 12}
    assert values["reported-latest"] == {3e9}
    assert values["reported-1401"] == {3.6e9}


def test_targets_have_no_date(record):
    targets = record.facts[record.facts["series"].eq("target")]["fact_id"]
    rows = record.readings[record.readings["fact_id"].isin(targets)]
    assert not rows.empty
    assert (rows[["deadline", "period_start", "period_end"]] == "").all(axis=None)


def test_agreements_hold_the_fields_named_with_the_19_documents(record):
    row = record.agreements.set_index("agreement_id").loc["A035"]
    named = {"industry", "mining", "agriculture", "energy", "science and technology"}
    assert named <= set(row["fields"].split(";"))
    assert row["documents"] == 19


def test_the_recorded_series_is_complete_and_its_outlier_questioned(record):
    series = record.readings[record.readings["reading_id"].str.startswith("COW-")]
    assert len(series) == 2 * 15
    assert set(series["exporter"]) == {"IRN", "VEN"}
    assert series.loc[series["questioned"], "value"].to_list() == [99e6]


def test_no_row_that_must_not_ship_is_shipped(record):
    forbidden = {"C005", "C019", "C020", "C021", "C026", "R023", "A047"}
    shipped = {
        *record.readings["reading_id"],
        *record.agreements["agreement_id"],
        *record.events["event_id"],
    }
    assert not forbidden & shipped


def test_rows_of_the_record_are_shipped_under_their_ids(record):
    shipped = {
        shipped_id.removesuffix("-base")
        for shipped_id in (
            *record.readings["reading_id"],
            *record.agreements["agreement_id"],
            *record.events["event_id"],
        )
    }
    shared = DATA.parent.parent / "shared" / "facts"
    if not shared.is_dir():
        pytest.skip("the research notes lie outside the repository")
    for name in ("figures", "agreements"):
        text = (shared / f"{name}.csv").read_text("utf-8")
        wanted = set(re.findall(r"^(?:solid|caveat),(\w+),", text, flags=re.M))
        assert len(wanted) > 20
        assert not wanted - shipped


def test_every_source_is_cited_and_undocumented_ones_have_no_link(record):
    cited = set()
    for table in ("readings", "agreements", "rungs", "events", "evidence"):
        cited |= set(record.table(table)["source_id"])
    assert set(record.sources["source_id"]) == cited - {""}
    without = record.sources[record.sources["url"].eq("")]
    assert "seed" in set(without["source_id"])
    assert without["note"].ne("").all()


def test_every_agreement_and_event_can_be_read_up(record):
    assert record.agreements["source_id"].ne("").all()
    assert record.events["source_id"].ne("").all()


def test_text_cells_hold_no_stray_space_or_address(record):
    for table in EVERY_TABLE:
        texts = record.table(table).select_dtypes("str")
        for column in texts.columns.drop("url", errors="ignore"):
            cells = texts[column]
            assert cells.eq(cells.str.strip()).all(), (table, column)
            assert not cells.str.contains("://").any(), (table, column)


def test_every_concept_is_defined_and_every_field_described(record):
    descriptor = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    fields = {
        (resource["name"], field["name"]): field
        for resource in descriptor["resources"]
        for field in resource["schema"]["fields"]
    }
    concepts = fields["readings", "concept"]["constraints"]["enum"]
    assert set(concepts) == set(record.concepts)
    assert all(field["description"] for field in fields.values())


def test_what_is_not_known_is_said_in_twenty_items(record):
    assert len(record.unknowns) == 20


def test_the_last_published_value_is_a_claim_of_neither_president(record):
    rows = record.readings[record.readings["fact_id"].eq("customs-exports-1402")]
    assert set(rows["value"]) == {42e6}
    assert rows["stated_by"].str.startswith("Iran Chamber of Commerce").all()


def test_only_a_source_that_names_customs_stands_under_customs(record):
    last = ["customs-exports-1401", "customs-imports-1401", "customs-exports-1402"]
    rows = record.readings[record.readings["fact_id"].isin(last)]
    assert len(rows) == 6
    assert not rows["stated_by"].str.contains("customs").any()
    assert not rows["side"].eq("statistical body").any()


def test_every_speaker_has_said_something(record):
    descriptor = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    named = {speaker["name"] for speaker in descriptor["speakers"]}
    assert named <= set(record.readings["stated_by"])
    codes = {economy["code"] for economy in descriptor["economies"]}
    assert {speaker["economy"] for speaker in descriptor["speakers"]} <= codes


def test_every_other_spelling_leads_to_an_agreement(record):
    descriptor = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    rows = record.agreements
    text = " ".join(
        rows["title"] + " " + rows["fields"] + " " + rows["place"] + " " + rows["note"]
    ).casefold()
    for spelling in descriptor["spellings"]:
        assert spelling["also"]
        assert all(word.casefold() in text for word in spelling["also"]), spelling


def test_no_identifier_of_a_row_stands_in_prose(record):
    for table in ("readings", "agreements", "events"):
        notes = record.table(table)["note"]
        assert not notes.str.contains(r"\b[ACEMNRT][0-9]{2,3}\b").any(), table


def test_the_readme_of_the_data_names_every_column(record):
    readme = (DATA / "README.md").read_text("utf-8")
    for table in EVERY_TABLE:
        assert f"{table}.csv" in readme
        for field in record.fields(table):
            assert f"`{field['name']}`" in readme, (table, field["name"])


def test_each_release_tells_what_the_changelog_tells(record):
    text = (DATA.parent / "CHANGELOG.md").read_text("utf-8")
    told = " ".join(text.replace("`", "").split())
    releases = record.descriptor["releases"]
    assert releases[0]["version"] == record.version
    for release in releases:
        assert f"## {release['created']}, data {release['version']}," in text
        assert release["numbers"]
        for words in release["numbers"]:
            assert words in told, words
