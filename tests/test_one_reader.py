"""One reader: what the check accepts is what stands in the files and on the page."""

import csv
import re
import shutil
from decimal import Decimal

import pytest
from conftest import EVERY_TABLE, ROOT, TABS, descriptor, tables, write
from hypothesis import given, reject
from hypothesis import strategies as st
from samples import rung
from streamlit.testing.v1 import AppTest
from tiers import few

from components.dataset import load
from components.problems import DataError

ODD = {
    "boolean": ["1", "0", "true", "True", "FALSE", "yes", "", "tRUE", "۱"],
    "number": ["1e6", "5.", ".5", "+7", "1_000", "1,5", "۵", " 5", "007", "12.50", ""],
    "integer": ["1", "+2", "03", "2.0", "1e1", "٣", "1_0", ""],
    "year": ["2019", "19", "02019", "۲۰۱۹", "2019 ", "0001"],
    "date": [
        *("2019", "2019-05", "2019-05-31", "2019-02-30", "3/5/2021", "۲۰۱۹", ""),
        *("2019-5-1", "May-19", "2019-05-01T00:00", "2019-05 ", "2019-W05"),
    ],
    "list": ["energy; mining;", " energy", ";", "energy;energy", "a;b;c", "energy"],
    "string": [
        *(
            "Jane Roe, Minister",
            "Jane\u00a0Roe, Minister",
            'a "b", c',
            "a\nb",
            "a\r\nb",
        ),
        *(" ", "NA", "nan", "null", "0", "José", "Jose\u0301", "ایران", "=1+1", "--"),
        *("https://fa.example/ایران", "Ã©", "x;y", "'", "\u200b", "-", "1e5"),
    ],
}
DATES = re.compile(r".*_on$|^on$|^period_(?:start|end)$|^deadline$")


def kind(field):
    if field["name"] == "fields":
        return "list"
    return "date" if DATES.match(field["name"]) else field["type"]


FIELDS = [
    (resource["name"], field["name"], kind(field))
    for resource in descriptor()["resources"]
    for field in resource["schema"]["fields"]
]


@st.composite
def packages(draw):
    """Draw the rows of the small package with some odd cells and other rows."""
    rows = tables()
    rows["rungs"] = [
        *(rung(name, "signed", on="2019-05") for name in ("a1", "a2", "a3")),
        rung("a3", "money disclosed", "5000000", kind="credit"),
    ]
    for _ in range(draw(st.integers(1, 4))):
        table, name, what = draw(st.sampled_from(FIELDS))
        row = draw(st.integers(0, len(rows[table]) - 1))
        rows[table][row][name] = draw(st.sampled_from(ODD[what]))
    for table in draw(st.sets(st.sampled_from(["agreements", "events", "evidence"]))):
        del rows[table][draw(st.integers(0, len(rows[table]))) :]
    kept = {row["agreement_id"] for row in rows["agreements"]}
    gone = {"a1", "a2", "a3"} - kept
    rows["rungs"] = [row for row in rows["rungs"] if row["agreement_id"] not in gone]
    return rows


def booleans(cell):
    return {"": False, **dict.fromkeys(("1", "true", "True", "TRUE"), True)}.get(
        cell, False if cell in ("0", "false", "False", "FALSE") else None
    )


def expected(cell, what):
    """Return a cell as somebody else would read it, who takes nothing for granted."""
    if what == "boolean":
        return booleans(cell)
    if cell == "" or what in ("string", "date"):
        return None if cell == "" and what in ("number", "integer", "year") else cell
    if what == "list":
        return ";".join(dict.fromkeys(filter(None, map(str.strip, cell.split(";")))))
    assert cell.isascii()
    assert "_" not in cell
    return float(Decimal(cell)) if what == "number" else int(cell)


def agrees(folder, loaded):
    """Hold that a loaded package is what a strict reading of its files gives."""
    for table in EVERY_TABLE:
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
        frame = loaded.table(table)
        assert len(frame) == len(rows)
        for number, name in enumerate(header):
            what = next(w for t, n, w in FIELDS if (t, n) == (table, name))
            found = frame[name].astype(object)
            found = found.where(frame[name].notna(), None).to_list()
            assert found == [expected(row[number], what) for row in rows]
            if what == "date":
                assert all(re.fullmatch(r"[0-9-]*", cell) for cell in found)


def accepted(folder):
    """Return a package that the check accepts; another one is no case."""
    try:
        return load(folder)
    except DataError:
        reject()


@few(6, 240)
@given(rows=packages())
def test_what_is_accepted_is_what_a_strict_reader_finds_in_the_files(tmp_path, rows):
    folder = write(tmp_path / "data", rows, descriptor())
    agrees(folder, accepted(folder))


@few(4, 50)
@given(rows=packages())
def test_what_is_accepted_is_valid_for_the_library_of_the_standard(tmp_path, rows):
    from frictionless import Package

    folder = write(tmp_path / "data", rows, descriptor())
    accepted(folder)
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    shutil.copy(ROOT / "dashboard.py", folder)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    return folder


@few(2, 8)
@given(rows=packages())
def test_every_tab_of_what_is_accepted_renders(page, monkeypatch, rows):
    folder = write(page / "data", rows, descriptor())
    monkeypatch.setenv("TRADE_DATA", str(folder))
    accepted(folder)
    for tab in TABS:
        run = AppTest.from_file(str(page / "dashboard.py"), default_timeout=60)
        run.query_params["tab"] = tab
        run.run()
        assert not run.exception, tab
        assert not run.error, tab
