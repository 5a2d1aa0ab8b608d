"""The zip that leaves: whole, readable again, and the same bytes each time."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest

from components import export, measures, pace
from components.dataset import TABLES, load
from components.export import archive as module
from components.figures import View
from components.series import Assumption

DAY = date(2022, 2, 3)
LINK = "https://page.example/?view=Actual"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Let no test here start a browser: tests/test_browser.py does."""
    monkeypatch.setattr(
        module, "as_images", lambda *_, **__: {"svg": b"<svg/>", "png": b"png"}
    )


def assumed(dataset):
    steps = measures.steps(dataset)
    start = next(iter(pace.starting_points(steps).values()))
    targets = [step.total for step in steps if step.total.series == "target"]
    return Assumption(2030, start, tuple(targets))


def taken(dataset, **view):
    return export.Taken(View(**view), LINK, DAY)


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        return {
            name.split("/", 1)[1]: found.read(name) for name in sorted(found.namelist())
        }


@pytest.fixture
def files(dataset):
    steps = measures.steps(dataset)
    return unpacked(export.as_zip(dataset, steps, taken(dataset)))


def test_the_zip_holds_data_figures_readme_and_manifest(files):
    assert set(files) == {
        *(f"data/{table}.csv" for table in TABLES),
        "data/datapackage.json",
        "figure.svg",
        "figure.png",
        "README.md",
        "manifest.json",
    }


def test_the_manifest_has_the_sha_256_of_every_other_file(files):
    manifest = json.loads(files.pop("manifest.json"))
    listed = {item["path"]: item for item in manifest["files"]}
    assert set(listed) == set(files)
    for name, content in files.items():
        assert listed[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert listed[name]["bytes"] == len(content)
    assert listed["data/readings.csv"]["rows"] == 8
    assert (manifest["data_version"], manifest["link"]) == ("0.0.1", LINK)
    assert manifest["assumptions"] == []


def test_what_was_taken_loads_again_as_the_same_package(dataset, files, tmp_path):
    for name, content in files.items():
        path = tmp_path / "again" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    again = load(tmp_path / "again" / "data")
    assert dict(again.descriptor) == dict(dataset.descriptor)
    for table in TABLES:
        assert again.table(table).equals(dataset.table(table)), table


def test_the_same_view_and_day_give_the_same_bytes(dataset):
    steps = measures.steps(dataset)
    first, second = (export.as_zip(dataset, steps, taken(dataset)) for _ in range(2))
    assert first == second
    other = export.as_zip(dataset, steps, taken(dataset, view="Actual"))
    assert first != other


def test_the_readers_year_is_named_in_manifest_and_readme(dataset):
    found = taken(dataset, axis="Over time", assumption=assumed(dataset))
    files = unpacked(export.as_zip(dataset, measures.steps(dataset), found))
    manifest = json.loads(files["manifest.json"])
    assert "2030: year chosen by the reader" in manifest["view"]
    (said,) = manifest["assumptions"]
    assert "Assumption, not data (year chosen by the reader)" in said
    assert "year chosen by the reader" in files["README.md"].decode()


def test_the_readme_names_sources_citation_and_what_is_not_known(files):
    words = files["README.md"].decode()
    assert "`office`: Office of Statistics, as reposted by Mirror" in words
    assert "https://gazette.example/trade" in words
    assert "data version 0.0.1. Accessed 3 February 2022." in words
    assert "**The basis.** It was never stated." in words
    assert "`data/readings.csv`, 8 rows" in words


def test_no_cell_of_the_zip_can_run_as_a_formula(package):
    def change(rows):
        rows["agreements"][0]["title"] = '=HYPERLINK("https://evil.example")'
        rows["sources"][0]["note"] = "@SUM(A1)"

    dataset = load(package(change))
    files = unpacked(export.as_zip(dataset, measures.steps(dataset), taken(dataset)))
    for table in TABLES:
        text = files[f"data/{table}.csv"].decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text)):
            assert not any(cell[:1] in "=@+\t" for cell in row if cell)


def test_without_an_engine_the_zip_goes_without_figures_and_says_why(
    dataset, monkeypatch
):
    def lacking(*_, **__):
        raise export.NoImageEngineError("This server has no Chromium.")

    monkeypatch.setattr(module, "as_images", lacking)
    files = unpacked(export.as_zip(dataset, measures.steps(dataset), taken(dataset)))
    assert "figure.svg" not in files
    assert json.loads(files["manifest.json"])["figures"] == (
        "This server has no Chromium."
    )
    assert "This server has no Chromium." in files["README.md"].decode()


def test_a_machine_without_a_browser_is_told_what_to_do(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert "Install one" in export.missing_engine()
