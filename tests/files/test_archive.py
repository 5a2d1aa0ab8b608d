"""The zip that leaves: whole, readable again, and the same bytes each time."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from conftest import EVERY_TABLE

from components.dataset import load
from components.files import images, printed
from components.files.archive import as_zip
from components.files.images import NoImageError
from components.files.printed import Taken
from components.measures.record import Record
from components.view import ACTUAL, AIMED_AT, TIME, Assumption, View

DAY = date(2022, 2, 3)
LINK = "https://page.example/?view=Target"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    """Let no test here start a browser: tests/files/test_images.py does."""
    monkeypatch.setattr(
        printed, "as_images", lambda *_, **__: {"svg": b"<svg/>", "png": b"png"}
    )


def assumed(dataset):
    record = Record(dataset)
    return Assumption(2030, record.latest_claim, tuple(record.targets))


def zipped(dataset, **view):
    return as_zip(Record(dataset), Taken(View(**view), LINK, DAY))


def unpacked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name.split("/", 1)[1]: archive.read(name)
            for name in sorted(archive.namelist())
        }


@pytest.fixture
def files(dataset):
    return unpacked(zipped(dataset))


def test_the_zip_holds_data_figures_readme_and_manifest(files):
    assert set(files) == {
        *(f"data/{table}.csv" for table in EVERY_TABLE),
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
    for table in EVERY_TABLE:
        assert again.table(table).equals(dataset.table(table)), table


def test_the_same_view_and_day_give_the_same_bytes(dataset):
    assert zipped(dataset) == zipped(dataset)
    assert zipped(dataset) != zipped(dataset, view=ACTUAL)


def test_the_readers_year_is_named_in_manifest_and_readme(dataset):
    files = unpacked(zipped(dataset, axis=TIME, assumption=assumed(dataset)))
    manifest = json.loads(files["manifest.json"])
    assert "2030, year chosen by the reader" in manifest["view"]
    (said,) = manifest["assumptions"]
    assert "your year, nobody else’s" in said
    assert said in files["README.md"].decode()


def test_the_readme_names_sources_citation_and_what_is_not_known(files):
    words = files["README.md"].decode()
    assert "`office`: Office of Statistics via Mirror. Yearbook. No address." in words
    assert "https://gazette.example/trade" in words
    assert "data version 0.0.1. Accessed 3 February 2022." in words
    assert "**The basis.** It was never stated." in words
    assert "`data/readings.csv`, 8 rows" in words


def test_no_cell_of_the_zip_can_run_as_a_formula(package):
    def change(rows):
        rows["agreements"][0]["title"] = '=HYPERLINK("https://evil.example")'
        rows["sources"][0]["note"] = "@SUM(A1)"

    files = unpacked(zipped(load(package(change))))
    for table in EVERY_TABLE:
        text = files[f"data/{table}.csv"].decode()
        for row in csv.reader(io.StringIO(text)):
            assert not any(cell[:1] in "=@+\t" for cell in row if cell)


def refused(dataset, **view):
    """Return the words of a zip whose figure could not be drawn."""
    files = unpacked(zipped(dataset, **view))
    assert not [name for name in files if name.startswith("figure")]
    why = json.loads(files["manifest.json"])["figures"]
    assert why in files["README.md"].decode()
    assert "`figure.svg`" not in files["README.md"].decode()
    return why


def test_without_an_engine_the_zip_goes_without_figures_and_says_why(
    dataset, monkeypatch
):
    def lacking(*_, **__):
        raise NoImageError("This server has no Chromium.")

    monkeypatch.setattr(printed, "as_images", lacking)
    assert refused(dataset) == "This server has no Chromium."


def test_a_view_with_nothing_to_draw_leaves_the_figure_out(package):
    def change(rows):
        rows["facts"][4]["step"] = ""

    assert refused(load(package(change)), view=AIMED_AT).startswith("No target value")


def test_a_machine_without_a_browser_is_told_what_to_do(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert "Install one" in images.missing_engine()


def test_programs_for_data_packages_read_the_zip(files, tmp_path):
    from frictionless import Package

    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    package = Package(str(tmp_path / "data" / "datapackage.json"))
    assert package.validate().valid, package.validate().flatten(["message"])
    assert len(package.get_resource("readings").read_rows()) == 8


def test_the_tables_are_in_the_encoding_that_the_descriptor_names(files):
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        text = files[f"data/{resource['path']}"].decode(resource["encoding"])
        header = text.partition("\n")[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_the_address_of_a_source_leaves_as_it_is(package):
    address = "https://fa.example/ویکی/--تجارت"

    def change(rows):
        rows["sources"][0]["url"] = address

    files = unpacked(zipped(load(package(change))))
    assert address in files["README.md"].decode()
    assert address in files["data/sources.csv"].decode()
