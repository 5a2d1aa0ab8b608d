"""Write a large package: ``python tests/benchmarks/large.py DIR``."""

from __future__ import annotations

import argparse
import csv
import random
from datetime import date
from pathlib import Path

from components.dataset import Economy
from components.new import write_package

READINGS, AGREEMENTS = 50_000, 20_000
PER_FACT = 25
FIRST, SECOND = Economy("AAA", "Aland"), Economy("BBB", "Beeland")
YEARS = range(1950, 2020)


def write_large(
    folder: Path, readings: int = READINGS, agreements: int = AGREEMENTS
) -> None:
    """Write a package of invented rows, the same for the same numbers."""
    lot = random.Random(1)
    write_package(folder, FIRST, SECOND, on=date(2020, 1, 1))
    _append(folder, "sources", [_source(number) for number in range(200)])
    facts, said = [], []
    for number in range(readings // PER_FACT):
        fact, some = _fact(number, lot)
        facts.append(fact)
        said += some
    _append(folder, "facts", facts)
    _append(folder, "readings", said)
    rows = [_agreement(number, lot) for number in range(agreements)]
    _append(folder, "agreements", rows)
    _append(folder, "evidence", [_evidence(year) for year in YEARS])


def _append(folder: Path, table: str, rows: list[dict[str, object]]) -> None:
    path = folder / f"{table}.csv"
    columns = path.read_text("utf-8").strip().split(",")
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerows(rows)


def _source(number: int) -> dict[str, object]:
    return {
        "source_id": f"s{number}",
        "publisher": f"Paper {number}",
        "title": "An invented report",
        "url": f"https://paper.example/{number}",
        "language": "en",
        "kind": "news",
        "checked_on": "2020-01-01",
    }


def _fact(
    number: int, lot: random.Random
) -> tuple[dict[str, object], list[dict[str, object]]]:
    """Return a fact with its readings; the first four are the steps."""
    targets = number in (2, 3)
    series = "target" if targets else ("reported" if number % 2 == 0 else "recorded")
    year = lot.choice(YEARS)
    identifier = f"f{number}"
    fact = {
        "fact_id": identifier,
        "label": f"Invented value {number}",
        "series": series,
        "unit": "USD",
        "step": number + 1 if number < 4 else "",
        "headline": f"{identifier}-0",
        "rule": "The first one.",
    }
    return fact, [
        _reading(identifier, place, series, year, lot) for place in range(PER_FACT)
    ]


def _reading(
    fact: str, place: int, series: str, year: int, lot: random.Random
) -> dict[str, object]:
    row: dict[str, object] = {
        "reading_id": f"{fact}-{place}",
        "fact_id": fact,
        "value": lot.randrange(1_000_000, 5_000_000_000),
        "bound": lot.choice(["exact", "exact", "about", "at least"]),
        "concept": "goods" if series == "recorded" else "trade",
        "period_label": str(year),
        "stated_by": f"Speaker {lot.randrange(500)}",
        "side": "statistical body" if series == "recorded" else "first economy",
        "stated_on": f"{year}-05-01",
        "source_id": f"s{lot.randrange(200)}",
        "no_number": "true",
    }
    if series == "recorded":
        pair = [FIRST.code, SECOND.code]
        lot.shuffle(pair)
        row["exporter"], row["importer"] = pair
    if series != "target":
        row["period_start"] = row["period_end"] = year
    return row


def _agreement(number: int, lot: random.Random) -> dict[str, object]:
    return {
        "agreement_id": f"a{number}",
        "title": f"Invented agreement {number}",
        "signed_on": f"{lot.choice(YEARS)}-{lot.randrange(1, 13):02}",
        "place": lot.choice(["Aville", "Beetown"]),
        "fields": lot.choice(["energy", "energy;industry", "shipping", "health"]),
        "documents": lot.randrange(1, 20),
        "status": lot.choice(["announced", "signed", "lapsed"]),
        "source_id": f"s{lot.randrange(200)}",
        "note": "Invented.",
    }


def _evidence(year: int) -> dict[str, object]:
    return {
        "body": "Office",
        "year": year,
        "state": "reported",
        "source_id": "s0",
        "note": "Invented.",
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    write_large(parser.parse_args().folder)
