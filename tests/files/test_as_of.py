"""Files that leave a page as known on a day: each names it, and holds no more."""

import csv
import io
import json
import zipfile
from datetime import date, datetime, time
from html import unescape

import pytest
from conftest import ROOT, loaded
from frictionless import Package
from openpyxl import load_workbook

from components.dataset import TABLES
from components.files import printed, tables, workbook
from components.files.archive import as_zip
from components.files.printed import Taken
from components.files.twin import as_html
from components.measures.known import known_on, offered
from components.measures.record import Record
from components.view import View
from components.words import citations
from components.words.finding import finding

VISIT = date(2026, 11, 25)
LINK = "https://page.example/?view=Target&as_of=2023-06-12"
PACKAGES = {
    "data": (ROOT / "data", date(2023, 6, 12)),
    "example": (
        ROOT / "tests" / "packages" / "quennaria-sundrift",
        date(1974, 5, 2),
    ),
}


@pytest.fixture(params=PACKAGES)
def then(request):
    """Return a whole package, and what of it was known on a day."""
    folder, day = PACKAGES[request.param]
    whole = loaded(folder)
    return whole, known_on(whole, day)


def unpacked(dataset):
    packed = as_zip(Record(dataset), Taken(View(), LINK, VISIT), with_figures=False)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {
            name.split("/", 1)[1]: archive.read(name).decode()
            for name in archive.namelist()
        }


def test_each_row_of_a_csv_names_the_day(then):
    _, past = then
    text = tables.csv(past.readings, mark=False, replay=past.replay).decode()
    rows = [*csv.DictReader(io.StringIO(text))]
    assert rows
    assert {row["as_known_on"] for row in rows} == {past.replay.day.isoformat()}
    whole = tables.csv(past.readings, mark=False).decode()
    assert "as_known_on" not in whole


def test_each_row_of_a_spreadsheet_has_the_day_as_a_date(then):
    _, past = then
    rows = tables.dated(past.readings, past.replay)
    book = load_workbook(io.BytesIO(workbook.xlsx({"readings": rows}, "about")))
    names, *cells = book["readings"].iter_rows(values_only=True)
    assert names[-1] == "as_known_on"
    assert len(cells) == len(past.readings)
    day = datetime.combine(past.replay.day, time())
    assert {row[-1] for row in cells} == {day}


def test_the_zip_names_the_day_and_is_a_valid_package(then, tmp_path):
    _, past = then
    files = unpacked(past)
    manifest = json.loads(files["manifest.json"])
    assert manifest["as_known_on"] == past.replay.day.isoformat()
    assert manifest["rows_without_a_day"] == past.replay.rows
    assert manifest["made_on"] == VISIT.isoformat()
    assert "**As known on " in files["README.md"]
    assert "## What is not known" not in files["README.md"]
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    report = Package(str(tmp_path / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["message"])


def test_the_zip_of_all_that_is_known_says_nothing_of_a_day(then):
    whole, _ = then
    files = unpacked(whole)
    assert "as_known_on" not in "".join(files.values())
    assert "As known on" not in "".join(files.values())


def test_a_name_of_a_file_has_the_day_and_stays_short(then):
    whole, past = then
    name = tables.file_name(past, "both step", "png")
    assert name.endswith(f"-both-step-as-of-{past.replay.day}.png")
    assert len(name) <= tables.MAX_NAME
    assert "as-of" not in tables.file_name(whole, "both step", "png")


def test_the_image_has_the_finding_of_the_day_and_names_it(then, monkeypatch):
    _, past = then
    drawn = {}
    monkeypatch.setattr(
        printed, "as_images", lambda chart, **words: drawn.update(chart=chart)
    )
    printed.images(Record(past), Taken(View(), LINK, VISIT))
    texts = [item.text for item in drawn["chart"].layout.annotations]
    words = " ".join(" ".join(texts).replace("<br>", " ").split())
    day = citations.day(past.replay.day.isoformat())
    assert words.count(f"as known on {day}") == 2  # above, and in the citation
    assert "accessed 25 November 2026" in words
    first = finding(Record(past), past.replay.day).split()[:4]
    assert " ".join(first) in unescape(words).replace("<b>", "")


@pytest.mark.parametrize("form", citations.FORMS)
def test_every_form_of_a_citation_names_the_day(then, form):
    whole, past = then
    day = citations.day(past.replay.day.isoformat())
    cited = citations.of_dataset(past, LINK, VISIT)
    assert f"as known on {day}" in cited.as_text(form)
    plain = citations.of_dataset(whole, LINK, VISIT)
    assert "as known on" not in plain.as_text(form)
    assert plain.key != cited.key


def test_the_page_as_one_file_holds_no_more_than_was_known(then):
    whole, past = then
    page = unescape(as_html(Record(past), on=VISIT, link=LINK))
    assert "As known on " in page
    assert 'href="https://page.example/?view=Target"' in page
    for table, column in (
        ("agreements", "title"),
        ("events", "title"),
        ("sources", "title"),
        ("readings", "note"),
    ):
        known = set(past.table(table)[column])
        for cell in set(whole.table(table)[column]) - known:
            # A batch of documents may be called like the count of them.
            is_label = cell in set(past.facts["label"])
            assert len(cell) < 25 or is_label or cell not in page
    assert "What is not known" not in page


@pytest.mark.parametrize("which", [0, 1])
def test_the_first_and_the_last_day_leave_a_whole_page(then, which):
    whole, _ = then
    past = known_on(whole, offered(whole)[which])
    page = as_html(Record(past), on=VISIT)
    assert "As known on " in page
    assert "This package" not in page
    assert set(unpacked(past)) >= {f"data/{table}.csv" for table in TABLES}


def test_the_page_of_all_that_is_known_has_no_sign_of_a_day(then):
    whole, _ = then
    page = as_html(Record(whole), on=VISIT, link="https://page.example/")
    assert 'class="replayed"' not in page
