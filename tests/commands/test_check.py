"""The check on the command line: the page's own, with an end code."""

import json

import pytest
from program import program

from components.dataset import load
from components.problems import DataError


def test_a_good_package_ends_with_0_and_its_rows(package, capsys):
    assert program("check", package()) == 0
    said = capsys.readouterr().out
    assert "Aland–Beeland Trade, data version 0.0.1" in said
    assert "8 rows of readings" in said
    assert said.endswith("No problem found.\n")


def test_every_problem_is_printed_with_place_found_expected_and_remedy(package, capsys):
    def change(rows):
        rows["agreements"][0]["status"] = "dreamt"
        rows["readings"][0]["value"] = "much"

    assert program("check", package(change)) == 1
    said = capsys.readouterr().out
    assert "agreements.csv, row 2, column status" in said
    assert "found:    “dreamt”" in said
    assert "expected: one of announced" in said
    assert "readings.csv, row 2, column value" in said
    assert said.count("remedy:") == 2
    assert said.endswith("2 problems.\n")


@pytest.mark.parametrize("broken", [False, True])
def test_json_says_the_same_as_the_loader(package, capsys, broken):
    def change(rows):
        if broken:
            rows["facts"][0]["headline"] = "nobody"

    folder = package(change)
    assert program("check", folder, "--json") == int(broken)
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is not broken
    if broken:
        with pytest.raises(DataError) as error:
            load(folder)
        assert said["problems"] == [item.as_dict() for item in error.value.problems]
    else:
        assert said["rows"]["readings"] == 8


def test_the_text_for_a_person_and_the_json_are_never_mixed(package, capsys):
    program("check", package(), "--json")
    printed = capsys.readouterr()
    json.loads(printed.out)
    assert printed.err == ""


def test_a_folder_without_a_package_is_a_problem_and_no_traceback(tmp_path, capsys):
    assert program("check", tmp_path / "nowhere") == 1
    printed = capsys.readouterr()
    assert "datapackage.json" in printed.out
    assert "Traceback" not in printed.out + printed.err
