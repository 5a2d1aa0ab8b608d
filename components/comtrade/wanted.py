"""The rows that follow from both reporters' answers, and what to tell a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.comtrade import rows
from components.comtrade.answers import EXPORTS, FLOWS, IMPORTS, Answer, Record, answer
from components.comtrade.areas import Area, Side, areas_of
from components.comtrade.calls import Comtrade, ComtradeError, span
from components.comtrade.held import Held
from components.comtrade.rows import Retrieval
from components.comtrade.signature import Row
from components.dataset import Dataset, Economy
from components.measures.years import runs


@dataclass
class Wanted:
    """What should stand in the package.

    Parameters
    ----------
    source, readings, evidence
        Rows.
    facts
        Rows by identifier.
    notices
        What has to be said outside the rows.
    years
        Those with a value.
    new
        Readings that the package does not yet hold.
    """

    source: Row
    readings: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    new: frozenset[str] = frozenset()
    facts: dict[str, Row] = field(default_factory=dict)

    @property
    def tables(self) -> dict[str, list[Row]]:
        """The rows by table, in the order of the report."""
        return {
            "sources": [self.source],
            "facts": list(self.facts.values()),
            "readings": self.readings,
            "evidence": self.evidence,
        }


def require_goods(dataset: Dataset) -> None:
    """Refuse a package whose readings cannot say that they count goods."""
    concept = next(
        item for item in dataset.fields("readings") if item["name"] == "concept"
    )
    allowed = concept.get("constraints", {}).get("enum", [rows.CONCEPT])
    if rows.CONCEPT not in dataset.concepts or rows.CONCEPT not in allowed:
        raise ComtradeError(
            f"The package defines no concept “{rows.CONCEPT}”, which is what UN "
            "Comtrade counts. Define it under concepts in datapackage.json and add it "
            "to the list of readings.concept."
        )


def require_dollars(dataset: Dataset) -> None:
    """Refuse a package in a currency other than UN Comtrade's."""
    if dataset.currency != rows.UNIT:
        raise ComtradeError(
            f"UN Comtrade gives US dollars, and the package is in {dataset.currency}. "
            "Add the values by hand, with the rate by which each is converted."
        )


def wanted(
    dataset: Dataset, comtrade: Comtrade, years: Sequence[int], on: date
) -> Wanted:
    """Return what should stand in a package after asking both reporters.

    Raises
    ------
    ComtradeError
        If a call gets no answer that can be trusted.
    """
    held = Held(dataset)
    held.refuse_earlier_form()
    retrieval = Retrieval(on, comtrade.access)
    gathered = Wanted(rows.source_row(retrieval))
    lists = comtrade.areas("Reporters"), comtrade.areas("partnerAreas")
    sides = [_sides(economy, *lists) for economy in dataset.economies]
    ends: dict[str, list[tuple[Side, Side, Record]]] = {}
    for (reporter, _), (_, partner) in (sides, sides[::-1]):
        asked = [y for y in years if reporter.is_valid(y) and partner.is_valid(y)]
        _say_codes(reporter, partner, years, asked, gathered)
        sent = Answer()
        if asked:
            sent = answer(comtrade, reporter.areas, partner.areas, asked)
        for year in years:
            view = _Year(reporter, partner, year, held, retrieval)
            if year in asked:
                for record in view.add(sent, gathered):
                    fact = rows.fact_identifier(*view.ends(record.flow), year)
                    ends.setdefault(fact, []).append((reporter, partner, record))
            else:
                view.skip(gathered)
    for fact, items in ends.items():
        gathered.facts[fact] = _fact(fact, items, held)
    gathered.new = frozenset(row["reading_id"] for row in gathered.readings) - set(
        held.facts
    )
    gathered.notices += held.left_over(gathered.evidence)
    return gathered


def _sides(
    economy: Economy, reporters: list[dict[str, Any]], partners: list[dict[str, Any]]
) -> tuple[Side, Side]:
    """Return an economy as reporter and as partner, from the lists of both."""
    reporter = Side(economy, areas_of(economy.code, reporters))
    partner = Side(economy, areas_of(economy.code, partners))
    if not reporter.areas and not partner.areas:
        raise ComtradeError(
            f"UN Comtrade has no area with the code {economy.code}. Correct the code "
            "under economies in datapackage.json."
        )
    return reporter, partner


def _say_codes(
    reporter: Side,
    partner: Side,
    years: Sequence[int],
    asked: Sequence[int],
    gathered: Wanted,
) -> None:
    body = rows.body(reporter.economy)
    gathered.notices.append(f"{body}: {reporter.words}; partner {partner.words}.")
    for ends in runs(set(years) - set(asked)):
        gathered.notices.append(f"{body}: {span(ends)} not asked, no code is valid.")


def _fact(fact: str, items: list[tuple[Side, Side, Record]], held: Held) -> Row:
    """Return the fact of some records, all of one flow and year."""
    reporter, partner, record = items[0]
    year = record.year
    pair = reporter.economy, partner.economy
    exporter, importer = pair[::-1] if record.flow == IMPORTS else pair
    names = (
        rows.reading_identifier(importer, IMPORTS, year),
        rows.reading_identifier(exporter, EXPORTS, year),
    )
    sent = {rows.reading_identifier(of.economy, r.flow, year) for of, _, r in items}
    areas: dict[str, list[Area]] = {exporter.code: [], importer.code: []}
    for one, other, each in items:
        areas[one.economy.code].append(one.area(each.reporter))
        areas[other.economy.code].append(other.area(each.partner))
    return rows.fact_row(
        fact,
        [(exporter, areas[exporter.code]), (importer, areas[importer.code])],
        year,
        next(name for name in names if name in sent or held.facts.get(name) == fact),
    )


@dataclass(frozen=True)
class _Year:
    """What one reporter says of one partner in one year."""

    reporter: Side
    partner: Side
    year: int
    held: Held
    retrieval: Retrieval

    def ends(self, flow: str) -> tuple[Economy, Economy]:
        """Return exporter and importer of a flow."""
        pair = self.reporter.economy, self.partner.economy
        return pair[::-1] if flow == IMPORTS else pair

    @property
    def _has_value(self) -> bool:
        return self.held.has_value(rows.body(self.reporter.economy), self.year)

    def _values(self, flow: str) -> dict[str, float]:
        body = rows.body(self.reporter.economy)
        return self.held.values(body, self.year, *self.ends(flow))

    def add(self, sent: Answer, gathered: Wanted) -> Iterator[Record]:
        """Add the rows of an answer; yield each record that a fact must stand for."""
        partner, state = self.partner.economy, "nothing found"
        said: dict[str, list[str]] = {}
        for flow in FLOWS:
            finding, held = sent.of(self.year, flow), self._values(flow)
            asked = sent.asked[self.year]
            words = rows.finding_words(finding, partner, asked, bool(held))
            said.setdefault(words, []).append(FLOWS[flow])
            if finding.record or len(finding.records) > 1 or held:
                state = "reported"
            elif state == "nothing found" and (finding.has_total or finding.records):
                state = "not reported"
            if finding.record:
                yield from self._add_reading(finding.record, gathered)
            elif len(finding.records) > 1:
                several = rows.several_words(finding)
                gathered.notices.append(f"{self._name(flow)}: none taken of {several}.")
            elif held:
                gone = ", ".join(f"{key} {rows.amount(v)}" for key, v in held.items())
                gathered.notices.append(
                    f"{self._name(flow)}: not sent any more: {gone}."
                )
        told = [f"{' and '.join(of).capitalize()}: {it}." for it, of in said.items()]
        if state != "reported" and self._has_value:
            state = "reported"
            told.append("Another value of the year stands in readings.csv.")
        codes = (
            ", ".join(str(area.code) for area in side.areas)
            for side in (self.reporter, self.partner)
        )
        told.append("Codes: reporter {}; partner {}.".format(*codes))
        gathered.evidence.append(self._evidence(state, " ".join(told)))

    def _add_reading(self, record: Record, gathered: Wanted) -> Iterator[Record]:
        row = rows.reading_row(
            self.reporter.economy, self.partner.economy, record, self.retrieval
        )
        own, fact = row["reading_id"], row["fact_id"]
        others = [name for name in self._values(record.flow) if name != own]
        denial = self.held.denial(row["stated_by"], self.year)
        if denial or others:
            why = f"{others[0]} of readings.csv is there" if others else "not added"
            if denial:
                why = f"evidence.csv says {denial}, written by a person"
            gathered.notices.append(
                f"{self._name(record.flow)}: {row['value']} not added, because {why}."
            )
            return
        gathered.readings.append(row)
        gathered.years.add(self.year)
        # A person may have moved the reading to a fact of their own.
        if self.held.facts.get(own, fact) == fact:
            yield record

    def skip(self, gathered: Wanted) -> None:
        """Add that a year could not be asked, if the package has no value of it."""
        if not self._has_value:
            side = self.partner if self.reporter.is_valid(self.year) else self.reporter
            said = (
                f"Not asked: UN Comtrade has no code of {side.economy.name} that is "
                f"valid in the year ({side.words})."
            )
            gathered.evidence.append(self._evidence("cannot exist", said))

    def _evidence(self, state: str, said: str) -> Row:
        of = self.reporter.economy
        return rows.evidence_row(of, self.year, state, said, self.retrieval)

    def _name(self, flow: str) -> str:
        return f"{rows.body(self.reporter.economy)}, {FLOWS[flow]} of {self.year}"
