"""The small package with targets of others, of which a test says only what matters."""

import json

from conftest import ROOT, descriptor, tables, write

from components.dataset import PLEDGE_TABLES, load
from components.measures.record import Record

BASIS = "trade, basis not stated"
OWN_DAY = "2021-03-05"  # the small package's own target


def pledge(name, dollars=2e9, **cells):
    """Return a row of pledges.csv."""
    row = {
        "pledge_id": name,
        "first_iso3": "AAA",
        "second_iso3": "FJI",
        "value_usd": "" if dollars is None else f"{dollars:.0f}",
        "bound": "exact",
        "concept": "goods",
        "stated_by": "Ann Poe, minister",
        "side": "both",
        "stated_on": "2010-06-01",
        "deadline": "2015",
        "wording": "up to two billion",
        "source_id": "herald",
        "grade": "solid",
        "coded": "missed",
        "checked": "confirmed",
    }
    return row | cells


def value(of, name, dollars, year, role="value", **cells):
    """Return a row of pledge_values.csv for one calendar year."""
    row = {
        "value_id": f"{of}-{name}",
        "pledge_id": of,
        "role": role,
        "value_usd": f"{dollars:.0f}",
        "bound": "exact",
        "concept": "goods",
        "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31",
        "period_label": str(year),
        "body": "Office of Tolls",
        "source_id": "yearbook",
        "grade": "solid",
    }
    return row | cells


def baseline(of, dollars, year=2009, **cells):
    """Return where trade stood when a target was declared."""
    return value(of, "b", dollars, year, "baseline", **cells)


SOURCES = [
    {
        "source_id": "herald",
        "publisher": "The Herald",
        "title": "Two neighbours aim high",
        "url": "https://herald.example/aim",
        "published_on": "2010-06-02",
        "language": "en",
        "kind": "press",
    },
    {
        "source_id": "yearbook",
        "publisher": "Office of Tolls",
        "title": "Yearbook of tolls",
        "url": "https://tolls.example/yearbook",
        "language": "en",
        "kind": "statistics",
    },
]
# Reached; missed and passed later; without a deadline, reached and lost; of neither
# economy, missed; in another money; for several years; of three weeks before.
PLEDGES = [
    pledge("hit"),
    pledge("late", second_iso3="PRT"),
    pledge("lost", second_iso3="PER", deadline=""),
    pledge("away", first_iso3="CHL", second_iso3="KEN"),
    pledge("pounds", None, value_other="two thousand crowns"),
    pledge("sum", second_iso3="NOR", kind="cumulative"),
    pledge("near", second_iso3="IDN", deadline="", stated_on="2021-02-12"),
]
VALUES = [
    baseline("hit", 1.6e9),
    value("hit", 1, 2.4e9, 2015),
    baseline("late", 0.5e9),
    value("late", 1, 1.5e9, 2015),
    value("late", 2, 2.5e9, 2018),
    baseline("lost", 1e9),
    value("lost", 1, 2.2e9, 2012),
    value("lost", 2, 0.4e9, 2019),
    baseline("away", 1e9),
    value("away", 1, 1.2e9, 2015),
    baseline("near", 0.1e9, 2020),
]


def with_pledges(folder, pledges=PLEDGES, values=VALUES, sources=SOURCES, **more):
    """Write the small package with targets of others, and return its folder."""
    model = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))
    package = descriptor()
    package["resources"] = [
        *package["resources"],
        *(item for item in model["resources"] if item["name"] in PLEDGE_TABLES),
    ]
    rows = tables() | dict(zip(PLEDGE_TABLES, (pledges, values, sources), strict=True))
    return write(folder, rows | more, package)


def record_with(folder, **rows):
    """Return the small package with targets of others, loaded."""
    return Record(load(with_pledges(folder, **rows)))
