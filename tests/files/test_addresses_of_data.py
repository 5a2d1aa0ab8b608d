"""The line of Python that loads the tables: it runs, whatever the version is."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from conftest import EVERY_TABLE

from components.files import addresses
from components.files.archive import as_zip
from components.files.printed import Taken
from components.measures.record import Record
from components.view import View


def test_the_line_for_the_zip_loads_every_table(dataset, tmp_path, monkeypatch):
    taken = Taken(View(), "", date(2022, 1, 1))
    packed = as_zip(Record(dataset), taken, with_figures=False)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(tmp_path / "taken")
    (folder,) = (tmp_path / "taken").iterdir()
    monkeypatch.chdir(folder)
    line = addresses.in_python(dataset, "")
    assert "\n" not in line
    names = {}
    exec(line, names)
    assert list(names["tables"]) == [*EVERY_TABLE]
    for name, frame in names["tables"].items():
        assert list(frame) == list(dataset.table(name))
        assert len(frame) == len(dataset.table(name))


@pytest.mark.parametrize("version", ["2.0.0", '1"{x}\\', "2026/11", "é"])
def test_the_line_asks_for_each_table_at_its_address(dataset, version, monkeypatch):
    described = {**dataset.descriptor, "version": version}
    changed = replace(dataset, descriptor=described)
    asked = []
    monkeypatch.setattr(pd, "read_csv", asked.append)
    exec(addresses.in_python(changed, "https://example.org/"), {})
    assert asked == [
        f"https://example.org/{addresses.table(changed, name)}" for name in EVERY_TABLE
    ]
