"""The numbers of a chart as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.measures.readings import RECORDED, TARGET, Reading
from components.measures.record import Record
from components.words import names, targets
from components.words.sources import Link, link
from components.words.values import day, from_base, sentence_case, short_period, stated

TITLE = "The numbers of this chart"
CHOOSE, NONE_CHOSEN = "Open the source of", "a number of this chart"
COLUMNS = ("Value", "What and when", "Who, and source")
_VALUATION = re.compile(r"\b(CIF|FOB)\b")


@dataclass(frozen=True)
class Row:
    """One number of a chart.

    Parameters
    ----------
    value, what, when, who
        In words.
    source
        Its publisher.
    reading_id
        What the row opens.
    """

    value: str
    what: str
    when: str
    who: str
    source: Link
    reading_id: str

    @property
    def cells(self) -> tuple[str, str, tuple[str, Link]]:
        """The cells under :data:`COLUMNS`."""
        return self.value, f"{self.what}: {self.when}", (f"{self.who}.", self.source)

    @property
    def name(self) -> str:
        """The row in one line."""
        return f"{self.value}, {self.when}. {self.what}. {self.who}"


def row(record: Record, reading: Reading) -> Row:
    """Return a reading as a row."""
    doubt = ", questioned" if reading.questioned else ""
    when = (
        targets.term(reading)
        if reading.series == TARGET
        else short_period(reading) or "no period given"
    )
    name = what(record, reading)
    said = f", {day(reading.stated_on)}" if reading.stated_on else ""
    who = names.surname(record, names.speaker(record, reading.stated_by))
    return Row(
        stated(reading),
        sentence_case("; ".join(filter(None, [f"{name}{doubt}", from_base(reading)]))),
        when,
        f"{sentence_case(who)}{said}",
        link(record, reading.source_id),
        reading.reading_id,
    )


def what(record: Record, reading: Reading) -> str:
    """Return what a value is: claimed trade, a target, published goods."""
    noun = names.concept(reading.concept)
    if reading.series == TARGET:
        kind = "target withdrawn" if reading.withdraws else "target"
        return f"{kind}, {noun}"
    has_direction = reading.exporter or reading.series == RECORDED
    where = f", {names.direction(record, reading)}" if has_direction else ""
    freight = valuation([reading])
    after = f", {freight}" if freight else ""
    return f"{names.SERIES[reading.series].lower()} {noun}{where}{after}"


def valuation(readings: Sequence[Reading]) -> str:
    """Return CIF or FOB if every note names that one alone, else nothing."""
    valuations = {frozenset(_VALUATION.findall(reading.note)) for reading in readings}
    only = valuations.pop() if len(valuations) == 1 else frozenset()
    return next(iter(only)) if len(only) == 1 else ""
