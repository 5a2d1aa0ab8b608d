"""What one reporter reports of one partner, by year and flow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.comtrade.areas import Area
from components.comtrade.calls import TOTALS, WORLD, YEARS_AT_ONCE, Comtrade
from components.comtrade.calls import ComtradeError as Error
from components.rules import MAX_VALUE

HS = "HS"
SITC = ("S1", "S2", "S3", "S4")
HS_BEGINS = 1988
IMPORTS, EXPORTS = "M", "X"
FLOWS = {IMPORTS: "imports", EXPORTS: "exports"}


@dataclass(frozen=True)
class Record:
    """One total that UN Comtrade sent.

    Parameters
    ----------
    value
        US dollars; None if the record names the partner without a value.
    basis
        CIF or FOB in words, as in the record.
    classification
        As the record names it, ``H5`` for instance.
    is_original
        Whether the reporter used this classification itself.
    """

    year: int
    flow: str
    reporter: int
    partner: int
    value: float | None
    basis: str
    classification: str
    is_original: bool
    reporter_name: str
    partner_name: str


@dataclass(frozen=True)
class Finding:
    """What was sent for one flow of one year.

    Parameters
    ----------
    records
        Of the partner: none, one, or several that stand for different areas.
    has_total
        Whether the reporter's trade with the world came in the same answer.
    """

    records: tuple[Record, ...] = ()
    has_total: bool = False

    @property
    def record(self) -> Record | None:
        """The one record that has a value, if it is the only record."""
        only = self.records[0] if len(self.records) == 1 else None
        return only if only and only.value is not None else None


@dataclass
class Answer:
    """What a reporter reports of a partner.

    Parameters
    ----------
    findings
        By year and flow; whatever is absent was not sent.
    asked
        The classifications in which each year was requested.
    """

    findings: dict[tuple[int, str], Finding] = field(default_factory=dict)
    asked: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def of(self, year: int, flow: str) -> Finding:
        """Return what was sent for one flow of one year."""
        return self.findings.get((year, flow), Finding())


def answer(
    comtrade: Comtrade,
    reporters: Sequence[Area],
    partners: Sequence[Area],
    years: Sequence[int],
) -> Answer:
    """Return what a reporter reports of a partner, in HS, else in SITC.

    SITC is requested for years before HS, and for those in which HS has nothing
    from the reporter. Of its four editions, the one that the reporter used counts;
    failing that, one that UN Comtrade converted.

    Raises
    ------
    ComtradeError
        If a call gets no answer, or one that cannot be trusted.
    """
    asked: dict[int, list[str]] = {year: [] for year in years}
    kept: dict[int, list[Record]] = {}
    converted: dict[int, list[Record]] = {}
    codes = [area.code for area in reporters], [area.code for area in partners]
    for classification in (HS, *SITC):
        begins = HS_BEGINS if classification == HS else 0
        missing = [year for year in years if year not in kept and year >= begins]
        for start in range(0, len(missing), YEARS_AT_ONCE):
            few = missing[start : start + YEARS_AT_ONCE]
            for year in few:
                asked[year].append(classification)
            sent = comtrade.totals(classification, *codes, few)
            for record in _records(sent, *codes, few):
                place = kept if record.is_original else converted
                place.setdefault(record.year, []).append(record)
    answered = Answer(asked={year: tuple(names) for year, names in asked.items()})
    for year in years:
        records = kept.get(year) or _of_first_classification(converted.get(year, []))
        for flow in FLOWS:
            answered.findings[year, flow] = _finding(
                [record for record in records if record.flow == flow]
            )
    return answered


def _of_first_classification(records: list[Record]) -> list[Record]:
    first = records[0].classification if records else ""
    return [record for record in records if record.classification == first]


def _finding(records: Sequence[Record]) -> Finding:
    """Return the records of one flow and year, without repeats."""
    named = {record for record in records if record.partner != WORLD}
    has_total = any(
        record.partner == WORLD and record.value is not None for record in records
    )
    # Sorted, so that a note does not depend on the server's order.
    return Finding(tuple(sorted(named, key=repr)), has_total)


def _records(
    sent: Sequence[dict[str, Any]],
    reporters: Sequence[int],
    partners: Sequence[int],
    years: Sequence[int],
) -> Iterator[Record]:
    """Yield the records that are totals of what was requested."""
    for raw in sent:
        is_total = all(
            str(_cell(raw, name)) in asked.split(",") for name, asked in TOTALS.items()
        )
        period = str(_cell(raw, "period"))
        if not re.fullmatch(r"\d{4}", period):
            raise _malformed("period", period)
        reporter, partner = _code(raw, "reporterCode"), _code(raw, "partnerCode")
        is_ours = reporter in reporters and partner in (WORLD, *partners)
        if is_total and is_ours and int(period) in years:
            yield Record(
                int(period),
                str(raw["flowCode"]),
                reporter,
                partner,
                _value(raw.get("primaryValue")),
                _basis(raw),
                str(raw.get("classificationCode") or "not stated"),
                raw.get("isOriginalClassification") is not False,
                _name(raw.get("reporterDesc")),
                _name(raw.get("partnerDesc")),
            )


def _cell(raw: dict[str, Any], name: str) -> Any:
    """Return a cell without which a record cannot be placed."""
    if raw.get(name) in (None, ""):
        raise _malformed(name, "nothing")
    return raw[name]


def _code(raw: dict[str, Any], name: str) -> int:
    try:
        return int(_cell(raw, name))
    except (TypeError, ValueError):
        raise _malformed(name, raw[name]) from None


def _value(sent: Any) -> float | None:
    if sent is None:
        return None
    number = isinstance(sent, (int, float)) and not isinstance(sent, bool)
    # Infinity, NaN and values that no package may hold fail the comparison.
    if not number or not 0 <= sent <= MAX_VALUE:
        raise _malformed("primaryValue", sent)
    return float(sent)


def _basis(raw: dict[str, Any]) -> str:
    """Return CIF or FOB, as the value of the record itself says."""
    value = raw.get("primaryValue")
    given = raw.get("cifvalue"), raw.get("fobvalue")
    is_cif, is_fob = (value is not None and basis == value for basis in given)
    if is_cif == is_fob:
        return "CIF or FOB not stated"
    return "CIF" if is_cif else "FOB"


def _name(sent: Any) -> str:
    return " ".join(str(sent or "").split())


def _malformed(name: str, row: object) -> Error:
    return Error(
        f"UN Comtrade sent a record with “{str(row)[:60]}” as {name}, which cannot "
        "be used. Try again later; if it stays, report it."
    )
