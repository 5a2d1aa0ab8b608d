"""The numbers of a chart as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass

from components.measures.readings import TARGET, Reading
from components.measures.record import Record
from components.words import names, targets
from components.words.values import day, period, sentence_case, stated


@dataclass(frozen=True)
class Row:
    """One number of a chart.

    Parameters
    ----------
    value, what, when, who
        In words.
    source, url
        Its publisher, and the address, empty if there is none.
    reading_id
        What the row opens.
    """

    value: str
    what: str
    when: str
    who: str
    source: str
    url: str
    reading_id: str


def row(record: Record, reading: Reading, what: str) -> Row:
    """Return a reading as a row."""
    source = record.dataset.source_of[reading.source_id]
    said = f", {day(reading.stated_on)}" if reading.stated_on else ""
    when = (
        targets.deadline(reading)
        if reading.series == TARGET
        else period(reading) or "no period given"
    )
    doubt = ", questioned" if reading.questioned else ""
    return Row(
        stated(reading),
        sentence_case(f"{what}{doubt}"),
        sentence_case(when),
        f"{names.speaker(record, reading.stated_by)}{said}",
        str(source["publisher"]),
        str(source["url"]),
        reading.reading_id,
    )
