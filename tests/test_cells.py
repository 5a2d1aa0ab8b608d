"""Cells: what the check accepts is what stands in the file, and nothing else."""

import csv
import io
import json

import pytest
from conftest import descriptor, tables, write
from hypothesis import given, settings
from hypothesis import strategies as st

from components.dataset import load
from components.package.cells import read_rows
from components.package.letters import restored
from components.problems import DataError


def problems_of(folder):
    with pytest.raises(DataError) as caught:
        load(folder)
    return caught.value.problems


def only(folder):
    (problem,) = problems_of(folder)
    return problem


def rewritten(folder, name, change):
    path = folder / name
    path.write_bytes(change(path.read_bytes().decode()).encode())
    return folder


EVENTS = "event_id,happened_on,title,kind,mechanism,source_id,note\n"


def with_events(package, *lines):
    """Return a folder whose events are these lines, without optional columns."""

    def cut(text):
        content = json.loads(text)
        (events,) = (r for r in content["resources"] if r["name"] == "events")
        names = EVENTS.strip().split(",")
        schema = events["schema"]
        schema["fields"] = [f for f in schema["fields"] if f["name"] in names]
        schema["foreignKeys"] = [
            key for key in schema["foreignKeys"] if {*key["fields"]} <= {*names}
        ]
        return json.dumps(content)

    folder = rewritten(package(), "datapackage.json", cut)
    return rewritten(folder, "events.csv", lambda _: EVENTS + "\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "row", "column"),
    [
        # The mark at the end of the first note is lost.
        (
            ('e1,2019,A,visit,,gazette,"One', 'e2,2020,B,visit,,gazette,"Two"'),
            2,
            "note",
        ),
        # It is the last quoted cell of the file.
        (("e1,2019,A,visit,,gazette,", 'e2,2020,B,visit,,gazette,"Two'), 3, "note"),
        # The mark at the beginning is lost.
        (('e1,2019,A,visit,,gazette,One said so"',), 2, "note"),
        # A mark inside a quoted cell is not doubled.
        (('e1,2019,"The "A" visit",visit,,gazette,',), 2, "title"),
        # The cell before it has a line break: it begins on line 3.
        (
            (
                'e1,2019,"A',
                'B",visit,,gazette,"One" more',
            ),
            3,
            "note",
        ),
        # A space before the mark, as in a list written by hand.
        (('e1,2019, "A, with B",visit,,gazette,',), 2, "title"),
    ],
)
def test_a_quotation_mark_out_of_place_is_named_where_its_cell_begins(
    package, lines, row, column
):
    problem = only(with_events(package, *lines))
    assert (problem.file, problem.row, problem.column) == ("events.csv", row, column)
    assert "quotation mark" in problem.remedy


def test_a_row_that_two_lost_marks_put_into_a_cell_is_not_swallowed(package):
    lines = ('e1,2019,A,visit,,gazette,"One', 'e2,2020,B,visit,,gazette,Two"')
    problem = only(with_events(package, *lines))
    assert (problem.row, problem.column) == (2, "note")
    assert "e2,2020,B" in problem.found


def test_a_cell_may_hold_commas_marks_and_line_breaks(package):
    lines = ('e1,2019,"A ""b"", c",visit,,gazette,"One,', 'two"')
    (row,) = load(with_events(package, *lines)).events.to_dict("records")
    assert row["title"] == 'A "b", c'
    assert row["note"] == "One,\ntwo"


def test_a_row_is_named_by_its_line_after_a_cell_with_line_breaks(package):
    lines = ('e1,2019,A,visit,,gazette,"One', "", 'two"', "e2,2020-02-30,B,visit,,,")
    broken = problems_of(with_events(package, *lines, "e3,2021,C,party,,gazette,"))
    assert {(item.row, item.column) for item in broken} == {
        (5, "source_id"),
        (6, "kind"),
    }
    lines = (*lines[:3], "e2,2020-02-30,B,visit,,gazette,")
    problem = only(with_events(package, *lines))
    assert (problem.row, problem.column) == (5, "happened_on")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_kind_of_line_end_changes_nothing(package, end):
    folder = package(lambda rows: rows["events"][0].update(note="a, b"))
    rewritten(folder, "events.csv", lambda text: text.replace("\n", end))
    assert load(folder).events["note"].to_list() == ["a, b", ""]


@pytest.mark.parametrize("letter", ["\r", "\x84", "\x9f"])
def test_a_control_character_or_a_line_end_of_some_programs_is_refused(package, letter):
    problem = only(package(lambda rows: rows["events"][0].update(note=f"a,{letter}b")))
    assert (problem.row, problem.column) == (2, "note")
    assert f"U+{ord(letter):04X}" in problem.found


texts = st.text(st.sampled_from(list('ab,"\n\r ;')), max_size=30)


@settings(deadline=None)
@given(texts)
def test_what_is_read_is_what_pythons_strict_reader_reads(text):
    try:
        ours = [row.cells for row in read_rows(text, "x.csv")]
    except DataError:
        return
    theirs = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert ours == [cells or [""] for cells in theirs]


cells = st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=4), min_size=1)


@settings(deadline=None)
@given(cells, st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_whatever_was_written_is_read_back_on_its_lines(rows, quoting):
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n", quoting=quoting).writerows(rows)
    found = read_rows(written.getvalue(), "x.csv")
    assert [row.cells for row in found] == rows
    lines = iter(found)
    line = 1
    for row in rows:
        assert next(lines).line == line
        joined = "".join(row).replace("\r\n", "\n").replace("\r", "\n")
        line += 1 + joined.count("\n")


DIGITS = ("۲۰۱۹", "٢٠١٩", "२०१९", "２０１９")


@pytest.mark.parametrize("digits", DIGITS)
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("agreements", "signed_on"),
        ("events", "happened_on"),
        ("readings", "stated_on"),
        ("readings", "value"),
        ("facts", "step"),
        ("evidence", "year"),
    ],
)
def test_digits_that_are_not_0_to_9_are_refused_in_dates_and_numbers_alike(
    package, table, column, digits
):
    folder = package(lambda rows: rows[table][0].update({column: digits}))
    problem = only(folder)
    assert (problem.file, problem.row) == (f"{table}.csv", 2)
    assert problem.column == column
    assert digits in problem.found
    assert problem.remedy == "Write the digits 0 to 9."


def test_a_pattern_that_takes_other_digits_does_not_let_them_pass(tmp_path):
    rows, package = tables(), descriptor()
    rows["agreements"][0]["signed_on"] = "۲۰۱۹-05-01"
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            if field["name"] == "signed_on":
                field["constraints"] = {"pattern": r"\d{4}-\d\d-\d\d|\d{4}|"}
    problem = only(write(tmp_path / "data", rows, package))
    assert (problem.row, problem.column) == (2, "signed_on")


def test_a_package_without_patterns_refuses_what_is_no_date(tmp_path):
    rows, package = tables(), descriptor()
    rows["events"][0]["happened_on"] = "2019-5-1"
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            field.get("constraints", {}).pop("pattern", None)
    problem = only(write(tmp_path / "data", rows, package))
    assert (problem.row, problem.column) == (2, "happened_on")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("true", True), ("True", True), ("TRUE", True), ("1", True)),
        *(("false", False), ("False", False), ("FALSE", False), ("0", False)),
        ("", False),
    ],
)
def test_booleans_are_read_as_the_schema_accepts_them(package, text, value):
    folder = package(lambda rows: rows["readings"][0].update(questioned=text))
    assert load(folder).readings["questioned"].to_list()[0] is value


@pytest.mark.parametrize("text", ["yes", "tRuE", "VRAI", "t", "2", " true", "нет"])
def test_no_other_boolean_passes(package, text):
    problem = only(package(lambda rows: rows["readings"][0].update(questioned=text)))
    assert (problem.row, problem.column) == (2, "questioned")
    assert problem.expected == "true or false, or nothing"


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("energy; mining;", "energy;mining"),
        (";energy;;mining", "energy;mining"),
        ("energy;\u00a0mining ;energy", "energy;mining"),
        ("\u200benergy", "energy"),
    ],
)
def test_a_list_is_trimmed_and_has_nothing_empty_or_twice(package, cell, read):
    folder = package(lambda rows: rows["agreements"][0].update(fields=cell))
    assert load(folder).agreements["fields"].to_list()[0] == read


@pytest.mark.parametrize("cell", [";", " ; ", "\u00a0;\u200b"])
def test_a_list_of_nothing_is_nothing(package, cell):
    problem = only(package(lambda rows: rows["agreements"][0].update(fields=cell)))
    assert (problem.row, problem.column) == (2, "fields")


@pytest.mark.parametrize("cell", [" ", "\u00a0", "\u200b", "\u3164"])
def test_what_cannot_be_seen_does_not_fill_a_cell_that_must_be_filled(package, cell):
    problem = only(package(lambda rows: rows["facts"][0].update(label=cell)))
    assert f"[U+{ord(cell):04X}]" in problem.found


@pytest.mark.parametrize("text", ["Jos\ufffd", "Josï¿½"])
def test_letters_that_were_lost_are_refused(package, text):
    def change(rows):
        rows["events"][0]["note"] = rows["events"][1]["note"] = text

    problem = only(package(change))
    assert (problem.file, problem.row, problem.column) == ("events.csv", 2, "note")
    assert "row 3" in problem.found


def test_letters_that_were_lost_in_the_description_are_refused(package):
    folder = package()
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    content["unknowns"] = [{"title": "The basis", "text": "Jos\ufffd knows."}]
    path.write_text(json.dumps(content), "utf-8")
    problem = only(folder)
    assert (problem.file, problem.column) == ("datapackage.json", "unknowns.text")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        *(("JosÃ©", "José"), ("itâ€™s", "it’s"), ("Ø§ÛŒØ±Ø§Ù†", "ایران")),
        ("Ð¢ÐµÐ³ÐµÑ€Ð°Ð½", "Тегеран"),
    ],
)
def test_letters_that_look_misread_are_warned_of_and_not_refused(package, wrong, right):
    found = load(package(lambda rows: rows["events"][1].update(note=wrong)))
    (warning,) = found.warnings
    assert (warning.file, warning.row, warning.column) == ("events.csv", 3, "note")
    assert right in warning.expected
    assert found.events["note"].to_list() == ["", wrong]


@pytest.mark.parametrize(
    "text",
    [
        "« liberté »",
        "«café»",
        "NÃO, ESPAÑA",
        "“É”",
        "Тегеран «Ё»",
        "ایران و ونزوئلا",
        "Łódź „Polska”",
    ],
)
def test_letters_of_many_languages_are_not_called_misread(text):
    assert restored(text) == text


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0xFF), min_size=1))
def test_western_letters_read_as_windows_1252_are_restored(text):
    wrong = "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else _western(byte)
        for byte in text.encode()
    )
    assert restored(wrong) == text


def _western(byte):
    return bytes([byte]).decode("cp1252")


@pytest.mark.parametrize("created", ["24.11.2026", "2026", "2026-13-01", "20261124", 5])
def test_a_day_of_making_that_is_no_iso_date_is_refused(tmp_path, created):
    package = descriptor() | {"created": created}
    problem = only(write(tmp_path / "data", tables(), package))
    assert (problem.file, problem.column) == ("datapackage.json", "created")


@pytest.mark.parametrize("created", ["2026-11-24", "2026-11-24T10:00:00Z"])
def test_a_day_of_making_may_have_a_time(tmp_path, created):
    package = descriptor() | {"created": created}
    assert load(write(tmp_path / "data", tables(), package)).descriptor["created"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name": "a", "name": "b"}', "“name” twice"),
        ('{"name": NaN}', "NaN"),
        ('{"name": "\\ud800"}', "half of a character"),
    ],
)
def test_a_description_that_programs_read_in_two_ways_is_refused(package, text, said):
    folder = package()
    (folder / "datapackage.json").write_text(text, "utf-8")
    assert said in only(folder).found


@pytest.mark.parametrize(
    "change",
    [
        {"trueValues": ["yes"]},
        {"missingValues": ["", "NA"]},
        {"decimalChar": ","},
        {"format": "email"},
        {"type": "duration"},
        {"constraints": {"jsonSchema": {}}},
        {"constraints": {"minimum": "low"}},
        {"constraints": {"enum": "exact"}},
    ],
)
def test_a_schema_that_the_reader_cannot_keep_to_is_refused(tmp_path, change):
    package = descriptor()
    field = package["resources"][0]["schema"]["fields"]
    field.append({"name": "extra", "type": "string"} | change)
    problems = problems_of(write(tmp_path / "data", tables(), package))
    assert {item.file for item in problems} == {"datapackage.json"}
    assert len(problems) == 1
