"""A small package of two invented economies, written anew for each test."""

from __future__ import annotations

import csv
import functools
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import (  # noqa: F401
    chromium,
    invented_site,
    own_site,
    readers,
    site,
    sites,
    visit,
    with_fonts,
)
from comtrade_service import clock, run, service  # noqa: F401  (fixtures)
from streamlit.components.v2 import manifest_scanner
from tiers import pytest_collection_modifyitems, pytest_configure  # noqa: F401

from components.dataset import TABLES, Dataset, load
from components.package.model import offered
from components.words import names

ROOT = Path(__file__).parent.parent
TABS = tuple(names.TABS.values())
# Those of a package that holds nothing of other pairs.
OWN_TABS = tuple(name for key, name in names.TABS.items() if key != "pledges")
# Those of the small package; of those that a package may leave out, one, and empty.
EVERY_TABLE = (*TABLES, "rungs")

SOURCES = [
    {
        "source_id": "gazette",
        "publisher": "The Gazette",
        "title": "Report of a press conference",
        "url": "https://gazette.example/trade",
        "published_on": "2021-03",
        "language": "en",
        "kind": "news",
        "checked_on": "2022-01-01",
    },
    {
        "source_id": "office",
        "publisher": "Office of Statistics",
        "title": "Yearbook",
        "language": "en",
        "kind": "statistics",
        "reposted_by": "Mirror",
        "checked_on": "2022-01-01",
    },
]
FACTS = [
    ("base", "Base value", "reported", "USD", "1", "base-1"),
    ("latest", "Latest value", "reported", "USD", "2", "latest-1"),
    ("out", "Goods from A to B", "recorded", "USD", "3", "out-1"),
    ("back", "Goods from B to A", "recorded", "USD", "3", "back-1"),
    ("goal", "First target", "target", "USD", "4", "goal-1"),
    ("papers", "Papers signed", "reported", "documents", "", "papers-1"),
]
SPEAKER = {"stated_by": "Jane Roe, Minister", "side": "first economy"}
SAID = {**SPEAKER, "stated_on": "2021-03-05", "source_id": "gazette"}
RECORDED = {
    "stated_by": "Office of Statistics",
    "side": "statistical body",
    "source_id": "office",
    "concept": "goods",
    "period_start": "2020-01-01",
    "period_end": "2020-12-31",
    "period_label": "2020",
}
TRADE = {**SAID, "concept": "trade, basis not stated"}
READINGS = [
    {
        **TRADE,
        "reading_id": "base-1",
        "fact_id": "base",
        "value": "200000000",
        "bound": "exact",
        "period_start": "2019",
        "period_end": "2019",
        "period_label": "2019",
    },
    {
        **TRADE,
        "reading_id": "latest-1",
        "fact_id": "latest",
        "value": "1000000000",
        "bound": "at least",
        "period_end": "2021-03-05",
        "period_label": "March 2021, no period given",
        "wording": "over $1 billion",
    },
    {
        **TRADE,
        "reading_id": "latest-2",
        "fact_id": "latest",
        "value": "900000000",
        "bound": "about",
        "period_label": "not stated",
    },
    {
        **RECORDED,
        "reading_id": "out-1",
        "fact_id": "out",
        "value": "30000000",
        "bound": "exact",
        "exporter": "AAA",
        "importer": "BBB",
    },
    {
        **RECORDED,
        "reading_id": "back-1",
        "fact_id": "back",
        "value": "0",
        "bound": "exact",
        "exporter": "BBB",
        "importer": "AAA",
    },
    {
        **TRADE,
        "reading_id": "goal-1",
        "fact_id": "goal",
        "value": "4000000000",
        "bound": "exact",
        "period_label": "no deadline given",
    },
    {
        **SAID,
        "reading_id": "papers-1",
        "fact_id": "papers",
        "value": "7",
        "bound": "exact",
        "concept": "documents",
        "period_end": "2021-03-05",
        "period_label": "March 2021",
    },
    {
        **SAID,
        "reading_id": "papers-2",
        "fact_id": "papers",
        "value": "9",
        "bound": "exact",
        "concept": "documents",
        "period_label": "March 2021",
        "stated_by": "John Doe, Ambassador",
        "side": "second economy",
    },
]
AGREEMENTS = [
    ("a1", "Port agreement", "2019-05-01", "Aville", "shipping", "1", "signed", ""),
    ("a2", "Wheat for tractors", "2021", "", "agriculture;industry", "", "lapsed", ""),
    ("a3", "Loan", "", "Beetown", "finance", "2", "signed", "5000000"),
]
EVENTS = [
    ("e1", "2019-05", "Visit to Aville", "visit", ""),
    ("e2", "", "Barter", "payment", "proposed"),
]
EVIDENCE = [
    ("Office", "2019", "nothing found"),
    ("Office", "2020", "reported"),
    ("Office", "2021", "not checked"),
]
Tables = dict[str, list[dict[str, str]]]


def tables() -> Tables:
    """Return the rows of the small package by table."""
    agreement_columns = [
        "agreement_id",
        "title",
        "signed_on",
        "place",
        "fields",
        "documents",
        "status",
        "value_usd",
    ]
    fact_columns = ["fact_id", "label", "series", "unit", "step", "headline"]
    event_columns = ["event_id", "happened_on", "title", "kind", "mechanism"]
    return {
        "facts": [
            dict(zip(fact_columns, row, strict=True), rule="The only one.")
            for row in FACTS
        ],
        "readings": [
            {**row, "no_number": "" if row.get("wording") else "true"}
            for row in READINGS
        ],
        "agreements": [
            dict(zip(agreement_columns, row, strict=True), source_id="gazette")
            for row in AGREEMENTS
        ],
        "events": [
            dict(zip(event_columns, row, strict=True), source_id="gazette")
            for row in EVENTS
        ],
        "evidence": [
            dict(
                zip(("body", "year", "state"), row, strict=True),
                source_id="office",
                note="The yearbook.",
            )
            for row in EVIDENCE
        ],
        "sources": [dict(row) for row in SOURCES],
        "rungs": [],
    }


def descriptor() -> dict[str, object]:
    """Return the schema of the project's own package for the invented pair."""
    found = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))
    resources = [item for item in found["resources"] if item["name"] in EVERY_TABLE]
    return found | {
        "resources": resources,
        "name": "aland-beeland",
        "title": "Aland–Beeland Trade",
        "version": "0.0.1",
        # Of its own, so that no release of the project's data moves a test.
        "created": "2026-11-25T00:00:00Z",
        "economies": [
            {"code": "AAA", "name": "Aland"},
            {"code": "BBB", "name": "Beeland"},
        ],
        "unknowns": [{"title": "The basis", "text": "It was never stated."}],
        "speakers": [],
    }


def with_all_columns(package: dict[str, object]) -> dict[str, object]:
    """Return a package whose tables also have the columns that may be left out."""
    for resource in package["resources"]:  # type: ignore[attr-defined]
        fields = resource["schema"]["fields"]
        here = {field["name"] for field in fields}
        fields += [f for f in offered(resource["name"]) if f["name"] not in here]
    return package


def write(folder: Path, rows: Tables, package: dict[str, object]) -> Path:
    """Write a package into a folder and return the folder.

    A table that is not among the rows is empty; one that the package does not
    describe goes.
    """
    folder.mkdir(exist_ok=True)
    for left in folder.glob("*.csv"):
        left.unlink()
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    for resource in package["resources"]:  # type: ignore[attr-defined]
        names = [field["name"] for field in resource["schema"]["fields"]]
        with (folder / f"{resource['name']}.csv").open(
            "w", encoding="utf-8", newline=""
        ) as file:
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows.get(resource["name"], []))
    return folder


# For a package of the repository, which no test changes.
loaded = functools.cache(load)


@pytest.fixture(scope="session", autouse=True)
def components_scanned_once() -> Iterator[None]:
    """Let Streamlit look through what is installed once, and not for each page.

    A page of AppTest begins with that; it takes longer than the page.
    """
    scanned = functools.cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", scanned)
        yield


@pytest.fixture
def package(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the small package, changed by its argument."""

    def written(change: Callable[[Tables], object] = lambda rows: None) -> Path:
        rows = tables()
        change(rows)
        return write(tmp_path / "data", rows, descriptor())

    return written


@pytest.fixture
def dataset(package: Callable[..., Path]) -> Dataset:
    """Return the small package, loaded."""
    return load(package())


@pytest.fixture
def page_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the page and a copy of the project's own data."""
    monkeypatch.setenv("TRADE_DATA", str(tmp_path / "data"))
    shutil.copy(ROOT / "dashboard.py", tmp_path)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    return tmp_path
