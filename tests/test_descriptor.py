"""The JSON Schema of ``datapackage.json``, and what the check says by it."""

import json

import pytest
from conftest import ROOT, descriptor, tables, write
from jsonschema import Draft202012Validator
from test_cells import only, problems_of

from components.package import columns, kinds

SCHEMA = json.loads(
    (ROOT / "components" / "package" / "descriptor.schema.json").read_text("utf-8")
)
OWN = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))


def broken(tmp_path, **change):
    return write(tmp_path / "data", tables(), descriptor() | change)


def test_any_program_finds_the_projects_own_descriptor_valid():
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(OWN)


def test_the_schema_names_the_types_and_constraints_that_are_read():
    resource = SCHEMA["properties"]["resources"]["items"]["properties"]
    field = resource["schema"]["properties"]["fields"]["items"]["properties"]
    assert {*field["type"]["enum"]} == {*kinds.TYPES}
    read = {"required", "unique", *columns.CONSTRAINTS}
    assert {*field["constraints"]["properties"]} == read
    for kind in field["type"]["enum"]:
        assert kind in field["type"]["expected"]
    for name in read:
        assert name in field["constraints"]["expected"]


def sentences(schema, inherited=""):
    """Yield what the check says of each part of a schema."""
    said = schema.get("expected", inherited)
    yield said
    for key in ("properties", "patternProperties"):
        for part in schema.get(key, {}).values():
            yield from sentences(part, said)
    for key in ("items", "then"):
        if key in schema:
            yield from sentences(schema[key], said)


def test_each_part_has_a_sentence_of_its_own_or_of_what_it_stands_in():
    root, *parts = sentences(SCHEMA)
    assert not root  # of the whole file, Python says what it must be
    assert len(parts) > 50
    assert all(parts)


def test_an_offender_is_named_with_the_item_it_stands_in(tmp_path):
    spellings = [{"word": "fuel", "also": []}, {"word": "petrol"}, {"also": ["oil"]}]
    problem = only(broken(tmp_path, spellings=spellings))
    assert problem.column == "spellings"
    assert problem.found == "no also in “petrol”, and 1 more like it"


def test_economies_that_cannot_be_read_are_one_problem_however_many_speak(tmp_path):
    said = {"name": "Jane Roe", "surname": "Roe", "office": "minister"}
    change = {"economies": "AAA", "speakers": [said | {"economy": "AAA"}]}
    assert only(broken(tmp_path, **change)).column == "economies"


def test_two_economies_have_two_codes(tmp_path):
    same = [{"code": "AAA", "name": "Aland"}, {"code": "AAA", "name": "Beeland"}]
    problem = only(broken(tmp_path, economies=same))
    assert (problem.found, problem.expected) == ("“AAA” twice", "each code once")


@pytest.mark.parametrize("text", ["a@b.example\n", "https://a.example\n", "2022\n"])
def test_a_line_end_at_the_end_does_not_pass_a_pattern(tmp_path, text):
    said = {"name": "A", "surname": "A", "office": "minister", "economy": "AAA"}
    problems = problems_of(
        broken(tmp_path, disputes=text, speakers=[said | {"until": text}])
    )
    assert {problem.column for problem in problems} == {"disputes", "speakers"}


def test_foreign_keys_that_are_no_list_are_explained_where_none_is_needed(tmp_path):
    package = descriptor()
    (sources,) = (r for r in package["resources"] if r["name"] == "sources")
    sources["schema"]["foreignKeys"] = 5
    assert "a list" in only(write(tmp_path / "data", tables(), package)).expected
