"""What UN Comtrade answered, as rows of the package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.comtrade.calls import EXPORTS, IMPORTS, Answer, ComtradeError
from components.dataset import Economy

SOURCE = "un-comtrade"
PREFIX = "COMTRADE"
BODY = "UN Comtrade, reported by {name}"
PORTAL = "https://comtradeplus.un.org"
FLOWS = {IMPORTS: "imports", EXPORTS: "exports"}
_CHECK = re.compile(r" Row check ([0-9a-f]{8})\.$")
Row = dict[str, str]


@dataclass(frozen=True)
class Retrieval:
    """When and how the answers were retrieved, and what a value counts."""

    on: date
    access: str
    concept: str

    @property
    def words(self) -> str:
        """The provenance in words."""
        return f"Retrieved on {self.on.isoformat()} from {self.access}."


def source_row(retrieval: Retrieval) -> Row:
    """Return the row of ``sources.csv`` that every other row names."""
    return signed(
        {
            "source_id": SOURCE,
            "publisher": "United Nations Statistics Division",
            "title": "UN Comtrade, yearly goods trade as reporters sent it",
            "url": PORTAL,
            "language": "en",
            "kind": "statistics",
            "checked_on": retrieval.on.isoformat(),
            "note": "Current US dollars; totals of all goods.",
        }
    )


def fact_and_reading(
    reporter: Economy, partner: Economy, record: dict[str, Any], retrieval: Retrieval
) -> tuple[Row, Row]:
    """Return the fact and the reading of one record.

    Parameters
    ----------
    record
        In the client's columns; ``primaryValue`` is in US dollars.
    """
    year, flow = str(record["period"])[:4], str(record["flowCode"])
    imports = flow == IMPORTS
    own = identifier(reporter, flow, year)
    side = "from" if imports else "to"
    label = (
        f"{reporter.name} reports {FLOWS[flow]} of goods {side} {partner.name}, {year}"
    )
    fact = {
        "fact_id": own,
        "label": label,
        "series": "recorded",
        "unit": "USD",
        "headline": own,
        "rule": "The only reading.",
    }
    reading = {
        "reading_id": own,
        "fact_id": own,
        "value": f"{record['primaryValue']:.15g}",
        "bound": "exact",
        "concept": retrieval.concept,
        "exporter": partner.code if imports else reporter.code,
        "importer": reporter.code if imports else partner.code,
        "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31",
        "period_label": year,
        "stated_by": BODY.format(name=reporter.name),
        "side": "statistical body",
        "source_id": SOURCE,
        "no_number": "true",
        "note": (
            f"Reporter {reporter.code}; {FLOWS[flow]}, {valuation(record)}; "
            f"classification {record.get('classificationCode') or 'not stated'}. "
            f"{retrieval.words}"
        ),
    }
    return fact, signed(reading)


def identifier(reporter: Economy, flow: str, year: int | str) -> str:
    """Return the identifier of the fact and of the reading of one record."""
    return f"{PREFIX}-{reporter.code}-{flow}-{year}"


def valuation(record: dict[str, Any]) -> str:
    """Return whether a record's value is CIF or FOB, as the record itself says."""
    value = record["primaryValue"]
    if value == record.get("cifvalue"):
        return "CIF"
    return "FOB" if value == record.get("fobvalue") else "CIF or FOB not stated"


def usable(answer: Answer, years: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the records that carry the total of a flow in one of the years."""
    seen = set()
    for record in answer.records:
        year = int(str(record["period"])[:4])
        key = year, record.get("flowCode")
        if (
            year in years
            and record.get("flowCode") in FLOWS
            and record.get("primaryValue") is not None
            and key not in seen
        ):
            seen.add(key)
            yield {**record, "primaryValue": _number(record["primaryValue"])}


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise ComtradeError(
            f"UN Comtrade sent “{value}” where a value in US dollars belongs. Try "
            "again later."
        ) from error


def evidence_row(
    reporter: Economy,
    partner: Economy,
    year: int,
    flows: Sequence[str],
    answer: Answer,
    retrieval: Retrieval,
) -> Row:
    """Return what looking at one reporter's year brought.

    Parameters
    ----------
    flows
        The flows for which there is a value.
    """
    if flows:
        missing = [FLOWS[flow] for flow in FLOWS if flow not in flows]
        found = f"A value for {' and '.join(FLOWS[flow] for flow in flows)}"
        said = f"{found}; none for {missing[0]}." if missing else f"{found}."
    elif year in answer.years_with_data:
        said = f"The reporter's data for the year do not name {partner.name}."
    else:
        said = "The reporter sent no data for the year."
    return signed(
        {
            "body": BODY.format(name=reporter.name),
            "year": str(year),
            "state": "reported" if flows else "not reported",
            "source_id": SOURCE,
            "note": f"{said} {retrieval.words}",
        }
    )


def signed(row: Row) -> Row:
    """Return a row whose note ends with a check of all its cells."""
    return {**row, "note": f"{row['note']} Row check {_digest(row)}."}


def is_untouched(row: Row) -> bool:
    """Return whether a row is as this command wrote it, and nobody changed a cell."""
    found = _CHECK.search(row.get("note", ""))
    if not found:
        return False
    return _digest({**row, "note": _CHECK.sub("", row["note"])}) == found[1]


def without_provenance(row: Row) -> Row:
    """Return a row without what changes with every retrieval."""
    note = re.sub(r" ?Retrieved on .*$", "", _CHECK.sub("", row.get("note", "")))
    kept = {
        name: _plain(name, cell)
        for name, cell in row.items()
        if cell and name not in ("checked_on", "label")
    }
    return {**kept, "note": note}


def _plain(name: str, cell: str) -> str:
    """Return a cell as it reads, whichever program saved it: TRUE, 1500.50."""
    if name == "no_number":
        return cell.lower()
    if name != "value":
        return cell
    try:
        return f"{float(cell):.15g}"
    except ValueError:
        return cell


def _digest(row: Row) -> str:
    cells = sorted((name, _plain(name, cell)) for name, cell in row.items() if cell)
    return hashlib.sha256(repr(cells).encode()).hexdigest()[:8]
