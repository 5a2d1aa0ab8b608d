"""The table of rungs: what a package may leave out, and what contradicts itself."""

import json
import shutil

import pytest
from conftest import ROOT, descriptor, tables, write
from samples import rung
from test_cells import only, problems_of

from components.dataset import load

AGREEMENTS = ("a1", "a2", "a3")
# Every agreement is signed, and none discloses a value.
PLAIN = [{"status": "signed", "value_usd": ""}] * 3


def changed(*rows, **cells):
    """Return a change: rungs beside the signature of each, and cells of agreements."""

    def change(found):
        for row, plain in zip(found["agreements"], PLAIN, strict=True):
            row.update(plain | cells.get(row["agreement_id"], {}))
        signed = [rung(name, "signed") for name in AGREEMENTS]
        given = {(row["agreement_id"], row["rung"]) for row in rows}
        found["rungs"] = [
            *(row for row in signed if (row["agreement_id"], "signed") not in given),
            *rows,
        ]

    return change


def without_the_table(folder, rows):
    package = descriptor()
    package["resources"] = [
        item for item in package["resources"] if item["name"] != "rungs"
    ]
    return write(folder, rows, package)


def test_a_package_without_the_table_is_as_one_whose_table_is_empty(tmp_path):
    without = load(without_the_table(tmp_path / "without", tables()))
    empty = load(write(tmp_path / "empty", tables(), descriptor()))
    assert "rungs" not in without.tables
    assert empty.tables[-1] == "rungs"
    assert without.rungs.empty
    assert without.rungs.equals(empty.rungs)
    assert without.rungs.dtypes.to_dict() == empty.rungs.dtypes.to_dict()


def test_a_table_that_the_description_leaves_out_is_refused(tmp_path):
    folder = without_the_table(tmp_path / "data", tables())
    shutil.copy(ROOT / "data" / "rungs.csv", folder)
    problem = only(folder)
    assert (problem.file, problem.row) == ("rungs.csv", None)
    assert "does not describe" in problem.found


def test_a_described_table_must_be_there(package):
    folder = package()
    (folder / "rungs.csv").unlink()
    assert only(folder).file == "rungs.csv"


def test_no_other_table_is_accepted(tmp_path):
    package = descriptor()
    package["resources"].append(package["resources"][0] | {"name": "ladders"})
    folder = tmp_path / "data"
    write(folder, tables() | {"ladders": []}, package)
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert only(folder).expected.endswith("sources, rungs")


def test_agreements_without_a_rung_are_one_problem(package):
    def change(rows):
        changed()(rows)
        rows["rungs"] = rows["rungs"][:1]

    problem = only(package(change))
    assert (problem.file, problem.row) == ("rungs.csv", None)
    assert problem.found == "no row of a2, a3"


STANDS = [
    ("announced", "announced"),
    ("initialled", "announced"),
    ("signed", "signed"),
    ("signed", "announced; signed; in force"),
    ("partly delivered", "delivery reported"),
    ("delivered", "delivery reported"),
    ("dormant", "signed"),
    ("dormant", "in force"),
    ("lapsed", "delivery reported"),
    ("implied lapsed", "in force"),
    ("unconfirmed", "announced"),
    ("unconfirmed", "signed; delivery reported"),
]
FALLS = [
    ("announced", "signed", 2),
    ("announced", "announced; delivery reported", 1),
    ("initialled", "announced; signed", 1),
    ("signed", "announced", 1),
    ("signed", "in force", 1),
    ("signed", "signed; delivery reported", 1),
    ("delivered", "signed", 1),
    ("partly delivered", "in force", 1),
    ("dormant", "announced", 1),
]


def reaching(rungs, status):
    """Return a change: the first agreement has a status, and only these rungs."""

    def change(rows):
        changed(a1={"status": status})(rows)
        others = [row for row in rows["rungs"] if row["agreement_id"] != "a1"]
        rows["rungs"] = [*others, *(rung("a1", name) for name in rungs.split("; "))]

    return change


@pytest.mark.parametrize(("status", "rungs"), STANDS)
def test_a_status_stands_on_a_rung(package, status, rungs):
    assert not load(package(reaching(rungs, status))).warnings


@pytest.mark.parametrize(("status", "rungs", "count"), FALLS)
def test_a_status_without_its_rung_or_below_one_is_refused(
    package, status, rungs, count
):
    broken = problems_of(package(reaching(rungs, status)))
    assert [(item.file, item.row, item.column) for item in broken] == [
        ("agreements.csv", 2, "status")
    ] * count
    assert all(f"“{status}”" in item.found for item in broken)


MONEY = [
    (rung("a1", "money disclosed"), "value", "an amount"),
    (rung("a1", "money disclosed", "5", kind=""), "kind", "together"),
    (rung("a1", "money disclosed", "5", currency=""), "currency", "together"),
    (rung("a1", "in force", "5"), "value", "amounts only for"),
    (rung("a1", "signed", kind="credit"), "value, currency", "together"),
]


@pytest.mark.parametrize("value", ["", "5"])
@pytest.mark.parametrize(("row", "column", "expected"), MONEY)
def test_money_must_say_what_it_is(package, row, column, expected, value):
    row = row | {"kind": row.get("kind", ""), "currency": row.get("currency", "")}
    broken = problems_of(package(changed(row, a1={"value_usd": value})))
    on_rungs = [item for item in broken if item.file == "rungs.csv"]
    assert [(item.column, expected in item.expected) for item in on_rungs] == [
        (column, True)
    ]
    # An agreement's value stands on money disclosed: no other row speaks of it.
    if row["rung"] == "money disclosed":
        assert list(broken) == on_rungs


@pytest.mark.parametrize(
    ("value", "row", "expected"),
    [
        ("5", None, "a row of a1"),
        ("5", rung("a1", "money disclosed", "6"), "“6”, as in rungs.csv"),
        ("", rung("a1", "money disclosed", "6"), "“6”, as in rungs.csv"),
        ("5", rung("a1", "money disclosed", "5", currency="EUR"), "a row of a1"),
        ("5", rung("a1", "money disclosed", "6", kind="credit"), "“6”, as in"),
    ],
)
def test_a_value_stands_in_both_places_alike(package, value, row, expected):
    rows = [row] if row else []
    problem = only(package(changed(*rows, a1={"value_usd": value})))
    assert (problem.file, problem.row, problem.column) == (
        *("agreements.csv", 2),
        "value_usd",
    )
    assert problem.expected.startswith(expected)


@pytest.mark.parametrize(
    ("value", "cells"),
    [("5", {}), ("5", {"kind": "credit"}), ("", {"kind": "not stated"})],
)
def test_only_what_is_added_up_must_stand_among_the_values(package, value, cells):
    row = rung("a1", "money disclosed", "5", **cells)
    assert load(package(changed(row, a1={"value_usd": value})))


def test_only_a_target_is_counted_towards(package):
    row = rung("a1", "money disclosed", "5", towards="base")
    problem = only(package(changed(row, a1={"value_usd": "5"})))
    assert (problem.file, problem.row, problem.column) == ("rungs.csv", 5, "towards")


@pytest.mark.parametrize("wholes", [("a1", "", ""), ("a2", "a3", "a1")])
def test_no_agreement_is_a_part_of_itself(package, wholes):
    def change(rows):
        for row, whole in zip(rows["agreements"], wholes, strict=True):
            row["part_of"] = whole

    broken = problems_of(package(change))
    assert {(item.file, item.column) for item in broken} == {
        ("agreements.csv", "part_of")
    }
    assert len(broken) == sum(bool(whole) for whole in wholes)


@pytest.mark.parametrize(
    "row",
    [
        rung("a1", "ratified"),
        rung("a9", "signed"),
        rung("a1", "signed", source_id="nowhere"),
        rung("a1", "signed", on="2021-13"),
        rung("a1", "money disclosed", "-5"),
        rung("a1", "money disclosed", "5", currency="dollars"),
    ],
)
def test_what_the_schema_does_not_know_is_refused(package, row):
    assert {item.file for item in problems_of(package(changed(row)))} >= {"rungs.csv"}
