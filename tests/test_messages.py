"""What is wrong with a package is told once, where it is, as what it is."""

import os

import pytest
from conftest import EVERY_TABLE, descriptor, tables, write
from test_cells import only, problems_of, rewritten

from components.dataset import fingerprint, load


def places(folder):
    return [(item.file, item.row, item.column) for item in problems_of(folder)]


@pytest.mark.parametrize(
    ("separator", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "strokes")]
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_another_separator_is_one_problem_for_each_file(
    package, separator, name, quote
):
    folder = package()
    between = f"{quote}{separator}{quote}"
    for file in ("facts.csv", "events.csv"):
        rewritten(
            folder,
            file,
            lambda text: "".join(
                f"{quote}{line.replace(',', between)}{quote}\n"
                for line in text.splitlines()
            ),
        )
    broken = problems_of(folder)
    assert [(item.file, item.row) for item in broken] == [
        ("facts.csv", 1),
        ("events.csv", 1),
    ]
    for item in broken:
        assert f"{name} between the cells" in item.found
        assert "comma" in item.remedy


def test_rows_with_semicolons_under_a_header_with_commas_are_one_problem(package):
    folder = package()
    header, *rows = (folder / "events.csv").read_text("utf-8").splitlines()
    text = "\n".join([header, *(row.replace(",", ";") for row in rows)])
    (folder / "events.csv").write_text(text, "utf-8")
    problem = only(folder)
    assert (problem.file, problem.row) == ("events.csv", 2)
    assert "semicolons" in problem.found


def test_the_line_that_tells_a_spreadsheet_the_separator_is_named(package):
    folder = rewritten(package(), "facts.csv", lambda text: f"sep=,\n{text}")
    problem = only(folder)
    assert (problem.file, problem.row) == ("facts.csv", 1)
    assert "“sep=,”" in problem.found
    assert "Remove the first line" in problem.remedy


@pytest.mark.parametrize(
    "cell",
    [
        *("3/5/2021", "5.3.2021", "Mar-21", "5-Mar-21", "2021/03/05", "44260"),
        *("2021-03-05 00:00:00", "mars-21", "3/5/21", "5/3/2021 12:00 AM", "2021-3-5"),
    ],
)
def test_dates_of_a_spreadsheet_are_one_problem_for_a_column(package, cell):
    def change(rows):
        for row in rows["readings"]:
            row["stated_on"] = cell

    problem = only(package(change))
    assert (problem.file, problem.row, problem.column) == (
        "readings.csv",
        2,
        "stated_on",
    )
    assert "as a spreadsheet writes dates" in problem.found
    assert "rows 3, 4, 5, 6, 7 and 2 more" in problem.found
    assert "as text" in problem.remedy


@pytest.mark.parametrize("cell", ["1,000,000", "1.000.000", "1'000", "$1,000", "1 000"])
def test_separators_in_numbers_are_one_problem_for_a_column(package, cell):
    def change(rows):
        rows["readings"][0]["value"] = rows["readings"][2]["value"] = cell

    problem = only(package(change))
    assert (problem.row, problem.column) == (2, "value")
    assert "row 4" in problem.found
    assert "in digits alone" in problem.remedy


def test_whole_numbers_with_decimals_are_one_problem_for_a_column(package):
    def change(rows):
        for number, row in enumerate(rows["facts"][:3], 1):
            row["step"] = f"{number}.0"

    problem = only(package(change))
    assert (problem.row, problem.column) == (2, "step")
    assert problem.remedy == "Write the number without decimals."


def test_another_order_of_columns_changes_nothing(package, tmp_path):
    def turned(text):
        lines = [line.split(",") for line in text.splitlines()]
        return "".join(",".join(cells[::-1]) + "\n" for cells in lines)

    straight = load(package()).events
    found = load(rewritten(tmp_path / "data", "events.csv", turned)).events
    assert found.equals(straight)
    assert list(found.columns) == list(straight.columns)


def test_missing_columns_are_one_problem_for_the_file(package):
    def cut(text):
        return "".join(",".join(x.split(",")[:2]) + "\n" for x in text.splitlines())

    problem = only(rewritten(package(), "facts.csv", cut))
    assert (problem.file, problem.row) == ("facts.csv", 1)
    assert problem.column == "series, unit, step, headline, rule, context"
    assert problem.found == "no such column"


def test_a_column_name_with_what_cannot_be_seen_is_spelled_out(package):
    folder = rewritten(
        package(), "facts.csv", lambda text: text.replace("label", "label\u200b ", 1)
    )
    problem = only(folder)
    assert problem.found == "“label[U+200B][U+0020]”"
    assert problem.expected == "“label” in this place"


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "latin-1"])
def test_one_file_in_another_encoding_is_named_and_no_other(package, encoding):
    folder = package(lambda rows: rows["sources"][1].update(publisher="Café"))
    path = folder / "sources.csv"
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    problem = only(folder)
    assert (problem.file, problem.row) == ("sources.csv", 3)
    assert "not UTF-8" in problem.found
    assert "CSV UTF-8" in problem.remedy


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04rest", "spreadsheet"),
        ("a,b\n".encode("utf-16"), "UTF-16"),
        (b"<!DOCTYPE html><html>", "page of the web"),
        (b"<<<<<<< HEAD\nfact_id\n", "merge"),
        (b"\n\n", "without a header"),
    ],
)
def test_what_is_no_csv_is_called_what_it_is(package, content, said):
    folder = package()
    (folder / "facts.csv").write_bytes(content)
    problem = only(folder)
    assert problem.file == "facts.csv"
    assert said in problem.found


def test_an_unfinished_merge_is_one_problem_at_its_line(package):
    def merged(text):
        head, one, *rest = text.splitlines(keepends=True)
        both = f"<<<<<<< HEAD\n{one}=======\n{one}>>>>>>> theirs\n"
        return head + both + "".join(rest)

    problem = only(rewritten(package(), "agreements.csv", merged))
    assert (problem.file, problem.row) == ("agreements.csv", 2)


def test_every_file_that_is_wrong_is_named_at_once(package):
    folder = package(lambda rows: rows["events"][0].update(kind="party"))
    rewritten(folder, "facts.csv", lambda text: text.replace(",", ";"))
    (folder / "sources.csv").unlink()
    assert {file for file, _, _ in places(folder)} == {
        "events.csv",
        "facts.csv",
        "sources.csv",
    }
    assert len(problems_of(folder)) == 3


@pytest.mark.parametrize(
    ("table", "column", "cell", "spelled"),
    [
        ("readings", "bound", "at\u00a0least", "at[U+00A0]least"),
        ("readings", "bound", "ex\u0430ct", "ex[U+0430]ct"),
        ("readings", "side", "first economy ", "economy[U+0020]”"),
        ("agreements", "status", "\ufeffsigned", "[U+FEFF]signed"),
        ("readings", "value", "1000\u202f", "1000[U+202F]"),
        ("readings", "source_id", "gazette\u200b", "gazette[U+200B]"),
        ("facts", "headline", "base\u20111", "base[U+2011]1"),
        ("events", "source_id", "gazette\t", "gazette[U+0009]"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(package, table, column, cell, spelled):
    problem = only(package(lambda rows: rows[table][0].update({column: cell})))
    assert (problem.file, problem.row, problem.column) == (f"{table}.csv", 2, column)
    assert spelled in problem.found


def test_an_identifier_with_what_cannot_be_seen_is_one_problem_where_it_is(package):
    folder = package(lambda rows: rows["sources"][0].update(source_id="gazette\u200b"))
    assert places(folder) == [("sources.csv", 2, "source_id")]


def test_a_row_that_is_missing_is_one_problem_however_many_name_it(package):
    folder = package(lambda rows: rows["sources"].pop(0))
    problem = only(folder)
    assert "“gazette”" in problem.found
    assert "agreements.csv, rows 2, 3 and 4" in problem.found
    assert "add its row to sources.csv" in problem.remedy


def test_a_step_of_another_unit_than_dollars_names_the_unit(package):
    folder = package(lambda rows: rows["facts"][5].update(step="5"))
    problem = only(folder)
    assert (problem.file, problem.row, problem.column) == ("facts.csv", 7, "unit")
    assert "“documents”" in problem.found
    assert "USD" in problem.expected


def test_two_steps_of_another_unit_are_not_called_two_facts_on_one_step(package):
    def change(rows):
        for fact in rows["facts"][:2]:
            fact["step"], fact["unit"] = "1", "documents"

    broken = problems_of(package(change))
    assert {item.column for item in broken if item.row in (2, 3)} == {"unit", "step"}
    assert [item.column for item in broken].count("unit") == 2


def test_empty_rows_are_one_problem(package):
    folder = rewritten(package(), "facts.csv", lambda text: f"{text}\n,,,,,,\n\n")
    problem = only(folder)
    assert problem.found == "an empty row, like rows 9 and 10"


@pytest.mark.parametrize(
    "name", [*(f"{t}.csv" for t in EVERY_TABLE), "datapackage.json"]
)
def test_a_file_whose_permission_was_repaired_is_read_again(package, name):
    folder = package()
    before = fingerprint(folder)
    os.chmod(folder / name, 0o000)
    closed = fingerprint(folder)
    os.chmod(folder / name, 0o644)
    assert len({before, closed, fingerprint(folder)}) == 3


def test_a_package_with_a_problem_tells_its_warnings_too(package):
    def change(rows):
        rows["events"][0]["note"] = "JosÃ©"
        rows["events"][1]["kind"] = "party"

    with pytest.raises(Exception, match="party") as error:
        load(package(change))
    (warning,) = error.value.warnings
    assert (warning.file, warning.row) == ("events.csv", 2)


def test_an_optional_column_of_the_package_is_kept(tmp_path):
    package, rows = descriptor(), tables()
    fields = package["resources"][0]["schema"]["fields"]
    fields.append({"name": "seen", "type": "date"})
    rows["facts"][0]["seen"] = "2021-02-03"
    found = load(write(tmp_path / "data", rows, package)).facts["seen"].to_list()
    assert found[:2] == ["2021-02-03", ""]
    rows["facts"][0]["seen"] = "2021-02-30"
    assert only(write(tmp_path / "data", rows, package)).column == "seen"


def test_a_column_under_the_name_of_another_is_one_problem(package):
    folder = rewritten(
        package(), "events.csv", lambda text: text.replace("mechanism", "kind", 1)
    )
    problem = only(folder)
    assert (problem.row, problem.column) == (1, "mechanism")
    assert problem.found == "“kind”"


def test_a_comma_too_many_at_every_end_is_one_problem(package):
    folder = rewritten(
        package(),
        "events.csv",
        lambda text: text.replace("gazette,,,,\n", "gazette,,,,,\n"),
    )
    problem = only(folder)
    assert problem.row == 2
    assert problem.remedy == "Remove the commas at the end of the row."


@pytest.mark.parametrize("cell", ["1/1/2019", "2019.0", "۲۰۱۹"])
def test_a_year_that_a_program_changed_is_one_problem(package, cell):
    def change(rows):
        for number, row in enumerate(rows["evidence"]):
            row |= {"year": cell, "body": f"Office {number}"}

    problem = only(package(change))
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 2, "year")
    assert "rows 3 and 4" in problem.found


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"title": "A\u202eB"}, "title"),
        ({"unknowns": [{"title": "A", "text": "B\x07"}]}, "unknowns.text"),
    ],
)
def test_text_of_the_description_that_steers_is_refused(tmp_path, change, column):
    problem = only(write(tmp_path / "data", tables(), descriptor() | change))
    assert (problem.file, problem.column) == ("datapackage.json", column)
    assert "[U+" in problem.found


@pytest.mark.parametrize("name", ["goods", "goods\u00a0", " goods"])
def test_concepts_are_told_apart_by_their_names(tmp_path, name):
    package = descriptor()
    package["concepts"].append({"name": name, "definition": "Another."})
    problem = only(write(tmp_path / "data", tables(), package))
    assert (problem.file, problem.column) == ("datapackage.json", "concepts")


def test_an_address_with_what_cannot_be_seen_is_warned_of(package):
    folder = package(
        lambda rows: rows["sources"][0].update(url="https://a.example/b\u200b")
    )
    (warning,) = load(folder).warnings
    assert (warning.row, warning.column) == (2, "url")
    assert "[U+200B]" in warning.found
    folder = package(
        lambda rows: rows["sources"][0].update(url="https://a.example/می\u200cرود")
    )
    assert not load(folder).warnings
