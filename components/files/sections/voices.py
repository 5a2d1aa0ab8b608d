"""Who says what: every value with its words and its source."""

from __future__ import annotations

from components.files.elements import folded, heading
from components.files.plain import link, text
from components.files.printed import Taken
from components.measures.readings import Reading, headline_of, readings_of
from components.measures.record import Record
from components.words import names, sources
from components.words.values import counted, day, period, stated


def html(record: Record, taken: Taken) -> str:
    """Return every value, fact by fact."""
    total = len(record.dataset.readings)
    return folded(f"{counted(total, 'value')}, each with its source", _values(record))


def _values(record: Record) -> str:
    by_fact: dict[str, list[Reading]] = {}
    for item in readings_of(record.dataset, list(record.dataset.fact_of)):
        by_fact.setdefault(item.fact_id, []).append(item)
    parts = []
    for fact_id, readings in by_fact.items():
        fact = record.dataset.fact_of[fact_id]
        first = headline_of(record.dataset, readings)
        ordered = sorted(readings, key=lambda item: item != first)
        rows = "".join(_value(record, item) for item in ordered)
        label = f"{names.SERIES[fact['series']]}: {fact['label']}"
        parts.append(f'{heading(label)}<ul class="values">{rows}</ul>')
    return "".join(parts)


def _value(record: Record, reading: Reading) -> str:
    """Return a value with who said it, when, in which words, and where to read it."""
    when = f", {day(reading.stated_on)}" if reading.stated_on else ""
    said = text(f"{names.speaker(record, reading.stated_by)}{when}")
    words = f"<p>“{text(reading.wording)}”</p>" if reading.wording else ""
    doubt = "Questioned. " if reading.questioned else ""
    note = f'<p class="small">{text(doubt + reading.note)}</p>'
    return (
        f'<li id="reading-{text(reading.reading_id)}">'
        f"<p><strong>{text(stated(reading))}</strong> "
        f"{text(names.concept(reading.concept))}, {text(period(reading))}</p>"
        f"<p>{said}. {link(sources.link(record, reading.source_id))}</p>{words}{note}"
        "</li>"
    )
