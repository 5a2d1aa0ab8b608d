"""Loading: what is accepted, and what is refused with which words."""

import json

import pytest
from conftest import EVERY_TABLE, descriptor, tables, write

from components.dataset import fingerprint, load
from components.problems import DataError

BROKEN = {
    "a wrong date": (
        lambda rows: rows["agreements"][0].update(signed_on="2019-13-01"),
        ("agreements.csv", 2, "signed_on", "2019-13-01"),
    ),
    "a day that does not exist": (
        lambda rows: rows["events"][0].update(happened_on="2019-02-30"),
        ("events.csv", 2, "happened_on", "2019-02-30"),
    ),
    "a value in words": (
        lambda rows: rows["readings"][1].update(value="one billion"),
        ("readings.csv", 3, "value", "one billion"),
    ),
    "a value beyond all trade": (
        lambda rows: rows["readings"][0].update(value="1e300"),
        ("readings.csv", 2, "value", "1e+300"),
    ),
    "a value without end": (
        lambda rows: rows["readings"][0].update(value="INF"),
        ("readings.csv", 2, "value", "“INF”"),
    ),
    "a year before all trade": (
        lambda rows: rows["events"][0].update(happened_on="0001-01-01"),
        ("events.csv", 2, "happened_on", "0001-01-01"),
    ),
    "a negative value": (
        lambda rows: rows["readings"][0].update(value="-1"),
        ("readings.csv", 2, "value", "-1"),
    ),
    "an unknown source": (
        lambda rows: rows["agreements"][1].update(source_id="nobody"),
        ("agreements.csv", 3, "source_id", "nobody"),
    ),
    "an unknown status": (
        lambda rows: rows["agreements"][1].update(status="done"),
        ("agreements.csv", 3, "status", "done"),
    ),
    "an empty label": (
        lambda rows: rows["facts"][2].update(label=""),
        ("facts.csv", 4, "label", "nothing"),
    ),
    "a repeated identifier": (
        lambda rows: rows["events"][1].update(event_id="e1"),
        ("events.csv", 3, "event_id", "stands in an earlier row"),
    ),
    "a script for an address": (
        lambda rows: rows["sources"][0].update(url="javascript:alert(1)"),
        ("sources.csv", 2, "url", "javascript:alert(1)"),
    ),
    "a headline of another fact": (
        lambda rows: rows["facts"][0].update(headline="latest-1"),
        ("facts.csv", 2, "headline", "latest-1"),
    ),
    "a period that runs backward": (
        lambda rows: rows["readings"][0].update(period_end="2018"),
        ("readings.csv", 2, "period_end", "2018"),
    ),
    "a third economy": (
        lambda rows: rows["readings"][3].update(importer="CCC"),
        ("readings.csv", 5, "exporter, importer", "AAA → CCC"),
    ),
    "half a direction": (
        lambda rows: rows["readings"][3].update(importer=""),
        ("readings.csv", 5, "exporter, importer", "AAA"),
    ),
    "a wording that says another number": (
        lambda rows: rows["readings"][1].update(wording="over $2 billion"),
        ("readings.csv", 3, "wording", "“over $2 billion”, read as 2,000,000,000"),
    ),
    "a wording without a number": (
        lambda rows: rows["readings"][1].update(wording="a lot"),
        ("readings.csv", 3, "wording", "“a lot”, read as no number"),
    ),
    "a number said not to be there": (
        lambda rows: rows["readings"][1].update(no_number="true"),
        ("readings.csv", 3, "no_number", "true, beside “over $1 billion”"),
    ),
    "thirteen words of a source": (
        lambda rows: rows["readings"][1].update(wording="word " * 12 + "word"),
        ("readings.csv", 3, "wording", "13 words"),
    ),
    "a deadline of something reported": (
        lambda rows: rows["readings"][0].update(deadline="2030"),
        ("readings.csv", 2, "deadline", "2030"),
    ),
    "two facts on one step": (
        lambda rows: rows["facts"][1].update(step="1"),
        ("facts.csv", 3, "step", "1"),
    ),
}


def problems_of(folder):
    with pytest.raises(DataError) as caught:
        load(folder)
    return caught.value.problems


def test_a_good_package_is_loaded_with_its_types(dataset):
    assert {name: len(dataset.table(name)) for name in EVERY_TABLE} == {
        "facts": 6,
        "readings": 8,
        "agreements": 3,
        "events": 2,
        "evidence": 3,
        "sources": 2,
        "rungs": 0,
    }
    assert dataset.economies[1].name == "Beeland"
    assert dataset.readings["value"].to_list()[:2] == [200e6, 1e9]
    assert dataset.agreements["documents"].isna().to_list() == [False, True, False]
    assert dataset.agreements["signed_on"].to_list() == ["2019-05-01", "2021", ""]


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_row_is_named_with_a_remedy(package, case):
    change, (file, row, column, found) = BROKEN[case]
    problems = problems_of(package(change))
    named = [item for item in problems if (item.file, item.row) == (file, row)]
    assert named, problems
    assert any(found in item.found for item in named)
    if column:
        assert column in {item.column for item in named}
    assert all(item.expected and item.remedy for item in problems)


def test_all_problems_are_listed_and_not_only_the_first(package):
    def change(rows):
        rows["agreements"][0]["status"] = "done"
        rows["events"][0]["kind"] = "party"
        rows["sources"][0]["url"] = "gazette"

    files = {item.file for item in problems_of(package(change))}
    assert files == {"agreements.csv", "events.csv", "sources.csv"}


@pytest.mark.parametrize("table", EVERY_TABLE)
def test_a_missing_file_is_named(package, table):
    folder = package()
    (folder / f"{table}.csv").unlink()
    assert f"{table}.csv" in {item.file for item in problems_of(folder)}


def test_a_missing_column_is_named(package):
    folder = package()
    path = folder / "events.csv"
    lines = [line.split(",", 1)[1] for line in path.read_text("utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    problems = [item for item in problems_of(folder) if item.column == "event_id"]
    assert problems[0].file == "events.csv"
    assert problems[0].remedy


def test_a_renamed_column_is_named_with_both_names(package):
    folder = package()
    path = folder / "events.csv"
    path.write_text(path.read_text("utf-8").replace("happened_on", "when", 1), "utf-8")
    (problem,) = problems_of(folder)
    assert (problem.row, problem.found) == (1, "“when”")
    assert "“happened_on”" in problem.expected


def test_one_cause_is_one_problem(package):
    folder = package()
    path = folder / "events.csv"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert {item.found for item in problems_of(folder)} >= {"an empty row"}
    path.write_text("", "utf-8")
    assert [item.file for item in problems_of(folder)] == ["events.csv"]


def test_no_problem_shows_a_pattern_or_a_path(package):
    folder = package(lambda rows: rows["events"][0].update(happened_on="1.5.2019"))
    (problem,) = problems_of(folder)
    assert problem.expected == "text such as 2022, 2022-05 or 2022-05-13"
    (folder / "facts.csv").unlink()
    assert str(folder) not in str(problems_of(folder))


def test_bytes_that_are_not_utf_8_are_named(package):
    folder = package()
    with (folder / "events.csv").open("ab") as file:
        file.write("e3,,Café,visit,,gazette,\n".encode("latin-1"))
    assert "events.csv" in {item.file for item in problems_of(folder)}


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("{", None),
        ("[]", "(whole file)"),
        ("{}", "economies"),
        ('{"resources": [{"name": "facts"}]}', "resources"),
    ],
)
def test_a_broken_description_is_named(package, text, column):
    folder = package()
    (folder / "datapackage.json").write_text(text, "utf-8")
    problems = problems_of(folder)
    assert {item.file for item in problems} == {"datapackage.json"}
    assert column in {item.column for item in problems}


def test_a_description_cannot_read_outside_its_folder(tmp_path):
    outside = tmp_path / "outside.csv"
    outside.write_text("secret\n", "utf-8")
    package = descriptor()
    package["resources"][0]["path"] = str(outside)
    package["$schema"] = "https://profile.invalid/schema.json"
    folder = write(tmp_path / "data", tables(), package)
    assert next(iter(load(folder).facts["fact_id"])) == "base"


def test_empty_tables_are_accepted(tmp_path):
    rows = {key: [] for key in EVERY_TABLE}
    loaded = load(write(tmp_path / "data", rows, descriptor()))
    assert all(loaded.table(name).empty for name in EVERY_TABLE)


def test_the_fingerprint_changes_with_any_file(package):
    folder = package()
    before = fingerprint(folder)
    assert fingerprint(folder) == before
    path = folder / "sources.csv"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert fingerprint(folder) != before
    path.unlink()
    assert fingerprint(folder) != before


def test_a_problem_reads_as_one_line(package):
    problem = problems_of(package(BROKEN["an unknown status"][0]))[0]
    assert str(problem).startswith("agreements.csv, row 3, column status: found “done”")
    assert json.loads(json.dumps(problem.as_dict()))["row"] == 3


@pytest.mark.parametrize("letter", ["\u202e", "\u2067", "\x01", "\x1b"])
def test_text_that_steers_what_stands_around_it_is_refused(package, letter):
    def change(rows):
        rows["events"][0]["title"] = f"a{letter}b"

    with pytest.raises(DataError) as error:
        load(package(change))
    (problem,) = error.value.problems
    assert (problem.file, problem.row, problem.column) == ("events.csv", 2, "title")
    assert f"U+{ord(letter):04X}" in problem.found


def broken_descriptor(folder, change):
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(DataError) as error:
        load(folder)
    assert {problem.file for problem in error.value.problems} == {"datapackage.json"}
    return " ".join(map(str, error.value.problems))


def facts_schema(content):
    return next(r for r in content["resources"] if r["name"] == "facts")["schema"]


def field(content, table, name):
    (schema,) = (r["schema"] for r in content["resources"] if r["name"] == table)
    return next(item for item in schema["fields"] if item["name"] == name)


def speaker(**change):
    said = {"name": "Jane Roe", "surname": "Roe", "office": "minister"}
    return said | {"economy": "AAA"} | change


def test_a_speaker_with_an_office_and_its_end_is_accepted(tmp_path):
    package = descriptor() | {"speakers": [speaker(until="2022-02-03")]}
    found = load(write(tmp_path / "data", tables(), package))
    assert found.descriptor["speakers"][0]["surname"] == "Roe"


def test_a_bound_of_documents_that_no_page_can_draw_is_refused(package):
    folder = package()
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    del field(content, "agreements", "documents_bound")["constraints"]
    path.write_text(json.dumps(content), "utf-8")
    rows = (folder / "agreements.csv").read_text("utf-8")
    assert load(folder)
    changed = rows.replace("gazette,,,\n", "gazette,,,sideways\n", 1)
    assert changed != rows
    (folder / "agreements.csv").write_text(changed, "utf-8")
    (problem,) = problems_of(folder)
    assert problem.column == "documents_bound"
    assert problem.expected == "one of exact, at least, about, at most"


def without(schema, name):
    schema["fields"] = [item for item in schema["fields"] if item["name"] != name]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(contributors="x"), "contributors"),
        (lambda d: d.update(licenses=None), "licenses"),
        (lambda d: d.update(licenses=[{"title": 5}]), "licenses"),
        (lambda d: d.update(keywords=[1]), "keywords"),
        (lambda d: d.update(created=2022), "created"),
        (lambda d: d.update(speakers="x"), "speakers"),
        (lambda d: d.update(speakers=[{"name": "Jane Roe"}]), "speakers"),
        (
            lambda d: d.update(speakers=[speaker(economy="XXX")]),
            "code of their economy",
        ),
        (lambda d: d.update(speakers=[speaker(until=2022)]), "speakers"),
        (lambda d: d.update(spellings=[{"word": "petrol"}]), "spellings"),
        (lambda d: d.update(spellings=[{"word": "a", "also": "b"}]), "spellings"),
        (lambda d: field(d, "events", "since_then").update(type="string"), "boolean"),
        (lambda d: field(d, "events", "short").update(type="integer"), "type string"),
        (lambda d: d["resources"].append({"path": "x.csv"}), "only facts"),
        (lambda d: facts_schema(d).update(primaryKey="label"), "primaryKey"),
        (lambda d: facts_schema(d).update(foreignKeys=5), "foreignKey of headline"),
        (lambda d: without(facts_schema(d), "rule"), "one field rule"),
        (lambda d: facts_schema(d)["fields"][0].update(type="number"), "type string"),
        (lambda d: facts_schema(d)["fields"][0].update(constraints=5), "constraints"),
        (lambda d: facts_schema(d)["fields"][0].update(description=5), "a text"),
        (
            lambda d: facts_schema(d)["fields"][0].update(
                constraints={"pattern": "(["}
            ),
            "cannot be used",
        ),
    ],
)
def test_a_description_that_the_page_cannot_use_is_explained(package, change, said):
    assert said in broken_descriptor(package(), change)


def test_a_code_that_the_page_cannot_draw_is_refused_whatever_the_schema(package):
    folder = package(lambda rows: rows["facts"][0].update(series="dreamt"))
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    field = next(f for f in facts_schema(content)["fields"] if f["name"] == "series")
    field["constraints"]["enum"].append("dreamt")
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(DataError, match=r"facts.csv, row 2, column series"):
        load(folder)


def test_a_number_too_large_to_hold_is_explained(package):
    folder = package(lambda rows: rows["facts"][0].update(step="9" * 20))
    with pytest.raises(DataError, match="fifteen digits"):
        load(folder)


@pytest.mark.parametrize("content", ["[" * 100_000, "\ufeff{", "", "{]"])
def test_json_that_is_none_is_explained(package, content):
    folder = package()
    (folder / "datapackage.json").write_text(content, "utf-8")
    with pytest.raises(DataError, match=r"datapackage.json"):
        load(folder)


def test_a_byte_order_mark_is_no_fault(package):
    folder = package()
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load(folder).readings) == 8


def test_a_blank_row_is_one_problem_and_not_two(package):
    folder = package()
    path = folder / "facts.csv"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(DataError) as error:
        load(folder)
    (problem,) = error.value.problems
    assert problem.found == "an empty row"


def test_a_nul_byte_is_refused_with_its_row(package):
    folder = package(lambda rows: rows["events"][1].update(title="a\x00b"))
    with pytest.raises(DataError) as error:
        load(folder)
    (problem,) = error.value.problems
    assert (problem.file, problem.row) == ("events.csv", 3)
    assert "UTF-16" in problem.found


def test_a_line_above_the_header_is_refused(package):
    folder = package()
    path = folder / "facts.csv"
    path.write_text(f"nan\n{path.read_text('utf-8')}", "utf-8")
    with pytest.raises(DataError) as error:
        load(folder)
    assert (error.value.problems[0].file, error.value.problems[0].row) == (
        "facts.csv",
        1,
    )
