"""What UN Comtrade answered, as rows of the package.

Each flow of a year (who sold to whom) is one fact, and what either reporter
says of it is a reading of that fact. The note of a reading has a fixed form::

    Reporter 901 “Aland”; partner 902 “Beeland”; imports, CIF; classification H5.
    Retrieved on 1980-02-03 from UN Comtrade (preview). Row check 1a2b3c4d.

Instead of CIF there may be FOB, or "CIF or FOB not stated"; a classification that
the reporter did not use itself is followed by "(converted)".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.comtrade.answers import FLOWS, IMPORTS, Finding, Record
from components.comtrade.areas import Area
from components.comtrade.calls import HOST, TOTALS
from components.comtrade.signature import Row, signed
from components.dataset import Economy
from components.words import terms

PREFIX = "COMTRADE"
CONCEPT = "goods"
UNIT = "USD"
PORTAL = "https://comtradeplus.un.org"
RULE = (
    "The importer’s figure where there is one, otherwise the exporter’s. Importers "
    "usually count freight and insurance (CIF) and exporters do not (FOB), so the two "
    "differ even when both are right."
)


@dataclass(frozen=True)
class Retrieval:
    """When and how the answers were retrieved."""

    on: date
    access: str

    def words(self, verb: str) -> str:
        """Return the provenance in words."""
        return f"{verb} on {self.on.isoformat()} from {self.access}."


def body(reporter: Economy) -> str:
    """Return the name of a reporter, the same in readings and evidence."""
    return f"UN Comtrade, {reporter.name} as reporter"


def source_row(retrieval: Retrieval) -> Row:
    """Return the row of ``sources.csv`` that every other row names."""
    query = "&".join(f"{name}={cell}" for name, cell in TOTALS.items())
    return signed(
        {
            "source_id": terms.COMTRADE_SOURCE,
            "publisher": "United Nations Statistics Division",
            "title": "UN Comtrade, yearly totals of goods trade as reporters sent them",
            "url": PORTAL,
            "language": "en",
            "kind": "statistics",
            "checked_on": retrieval.on.isoformat(),
            "note": (
                "Current US dollars; imports by origin, exports by last known "
                "destination, re-exports among them. To ask again: "
                f"{HOST}/public/v1/preview/C/A/(classification)?{query}"
                "&reporterCode=(code)&partnerCode=0,(code)&period=(year), with the "
                "codes and the classification of the row: HS, or an edition of SITC "
                "(S1 to S4), of which the first leaves out non-monetary gold. "
                f"{terms.COMTRADE}"
            ),
        }
    )


def fact_identifier(exporter: Economy, importer: Economy, year: int) -> str:
    """Return the identifier of the fact of one flow and year."""
    return f"{PREFIX}-{exporter.code}-{importer.code}-{year}"


def reading_identifier(reporter: Economy, flow: str, year: int) -> str:
    """Return the identifier of what one reporter says of a flow and year."""
    return f"{PREFIX}-{reporter.code}-{flow}-{year}"


def fact_row(
    fact: str, ends: Sequence[tuple[Economy, Sequence[Area]]], year: int, headline: str
) -> Row:
    """Return the fact of one flow and year.

    Parameters
    ----------
    fact
        Its identifier.
    ends
        Exporter and importer, each with its areas in the records.
    headline
        Which reading stands for it.
    """
    exporter, importer = (_as_it_was(economy, areas) for economy, areas in ends)
    return {
        "fact_id": fact,
        "label": f"Goods from {exporter} to {importer}, {year}",
        "series": "recorded",
        "unit": UNIT,
        "headline": headline,
        "rule": RULE,
    }


def _as_it_was(economy: Economy, areas: Sequence[Area]) -> str:
    """Return the name of an economy, with that of another territory if it was one."""
    others = sorted({area.without_end for area in areas if not area.is_todays})
    return f"{economy.name} (as {' and '.join(others)})" if others else economy.name


def reading_row(
    reporter: Economy, partner: Economy, record: Record, retrieval: Retrieval
) -> Row:
    """Return the reading of one record that has a value."""
    imports = record.flow == IMPORTS
    exporter, importer = (partner, reporter) if imports else (reporter, partner)
    return signed(
        {
            "reading_id": reading_identifier(reporter, record.flow, record.year),
            "fact_id": fact_identifier(exporter, importer, record.year),
            "value": amount(record.value or 0.0),
            "bound": "exact",
            "concept": CONCEPT,
            "exporter": exporter.code,
            "importer": importer.code,
            "period_start": f"{record.year}-01-01",
            "period_end": f"{record.year}-12-31",
            "period_label": f"{record.year} (year as the reporter counts it)",
            "stated_by": body(reporter),
            "side": "statistical body",
            "source_id": terms.COMTRADE_SOURCE,
            "no_number": "true",
            "note": (
                f"Reporter {record.reporter} “{record.reporter_name}”; partner "
                f"{record.partner} “{record.partner_name}”; {FLOWS[record.flow]}, "
                f"{record.basis}; classification {_classification(record)}. "
                f"{retrieval.words('Retrieved')}"
            ),
        }
    )


def _classification(record: Record) -> str:
    name = record.classification
    return name if record.is_original else f"{name} (converted)"


def evidence_row(
    reporter: Economy, year: int, state: str, said: str, retrieval: Retrieval
) -> Row:
    """Return the result of looking at one reporter's year."""
    return signed(
        {
            "body": body(reporter),
            "year": str(year),
            "state": state,
            "source_id": terms.COMTRADE_SOURCE,
            "note": f"{said} {retrieval.words('Last asked')}",
        }
    )


def finding_words(
    finding: Finding, partner: Economy, asked: Sequence[str], held: bool
) -> str:
    """Return what was sent for one flow, in words.

    Parameters
    ----------
    asked
        The classifications that were asked for.
    held
        Whether the package already has a value.
    """
    if finding.record:
        return "a value"
    if len(finding.records) > 1:
        return f"several records and none taken, {several_words(finding)}"
    if held:
        return "the value in readings.csv is not sent"
    if finding.records:
        return f"a record of {partner.name} without a value"
    if finding.has_total:
        return f"the reporter’s data do not name {partner.name}"
    sitc = "" if len(asked) > 1 else "; SITC was not asked"
    return f"no total of the reporter came, asked in {', '.join(asked)}{sitc}"


def several_words(finding: Finding) -> str:
    """Return competing records, with area and value of each."""
    return " and ".join(
        f"{record.reporter} “{record.reporter_name}” with {record.partner} "
        f"“{record.partner_name}” "
        + ("without a value" if record.value is None else amount(record.value))
        for record in finding.records
    )


def amount(value: float) -> str:
    """Return a value with every digit that was sent."""
    return str(int(value)) if value.is_integer() else f"{value:.15g}"
