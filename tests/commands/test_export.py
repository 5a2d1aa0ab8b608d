"""The page written as one file by a command."""

import pytest
from conftest import EVERY_TABLE
from openpyxl import load_workbook
from program import program


@pytest.fixture
def export(package):
    """Return a function that writes the small package's page."""
    return lambda out: program("export", out, "--data", package(), "--on", "2022-01-01")


def test_a_folder_gets_one_file_whose_size_is_told(export, tmp_path, capsys):
    assert export(tmp_path / "site") == 0
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert "kB compressed" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["page.html", "page.htm", "PAGE.HTML", "page.v2.Htm"])
def test_a_name_of_html_is_a_file(export, tmp_path, name):
    assert export(tmp_path / "new" / name) == 0
    found = tmp_path / "new" / name
    assert found.read_text("utf-8").startswith("<!doctype html>")
    assert [path.name for path in found.parent.iterdir()] == [name]


@pytest.mark.parametrize("name", ["site.v2", "html", ".html"])
def test_any_other_name_is_a_folder(export, tmp_path, name):
    assert export(tmp_path / name) == 0
    assert (tmp_path / name / "index.html").is_file()


def test_a_day_of_the_past_is_written_as_it_was_known(package, tmp_path, capsys):
    data = ("--data", package(), "--on", "2022-01-01")
    assert program("export", tmp_path, *data, "--as-of", "2021-03-06") == 0
    page = (tmp_path / "index.html").read_text("utf-8")
    assert "As known on 6 March 2021." in page
    assert "$4 billion" in page
    assert program("export", tmp_path, *data, "--as-of", "2021-03-04") == 0
    assert "$4 billion" not in (tmp_path / "index.html").read_text("utf-8")
    assert program("export", tmp_path, *data, "--as-of", "1900-01-01") == 1
    assert "--as-of: expected a day from" in capsys.readouterr().err


def test_a_folder_named_like_a_file_stays_a_folder(export, tmp_path):
    (tmp_path / "page.html").mkdir()
    assert export(tmp_path / "page.html") == 0
    assert (tmp_path / "page.html" / "index.html").is_file()


@pytest.mark.parametrize("name", ["tables.xlsx", "TABLES.XLSX"])
def test_a_name_of_a_spreadsheet_gets_the_tables(export, tmp_path, name, capsys):
    assert export(tmp_path / name) == 0
    book = load_workbook(tmp_path / name)
    assert book.sheetnames == [*EVERY_TABLE]
    assert book["facts"]["A2"].value == "base"
    assert book.properties.title == "Aland–Beeland Trade. Data version 0.0.1, " + (
        "25 November 2026."
    )
    assert "kB" in capsys.readouterr().out


def test_the_same_package_and_day_give_the_same_bytes(export, tmp_path):
    for ending in ("html", "xlsx"):
        one, two = (tmp_path / f"{name}.{ending}" for name in ("one", "two"))
        assert export(one) == export(two) == 0
        assert one.read_bytes() == two.read_bytes()


def test_what_cannot_be_written_is_said_and_ends_with_1(export, tmp_path, capsys):
    (tmp_path / "site").write_text("mine", "utf-8")
    assert export(tmp_path / "site") == 1
    printed = capsys.readouterr()
    assert "site" in printed.err
    assert printed.out == ""
    assert (tmp_path / "site").read_text("utf-8") == "mine"


def test_a_broken_package_is_not_written(package, tmp_path, capsys):
    def change(rows):
        rows["readings"][0]["value"] = "much"

    out = tmp_path / "page.html"
    assert program("export", out, "--data", package(change)) == 1
    assert "readings.csv, row 2, column value" in capsys.readouterr().err
    assert not out.exists()
