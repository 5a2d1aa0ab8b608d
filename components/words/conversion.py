"""Values stated in another currency: what they work out at, and whose rate it is."""

from __future__ import annotations

from components.currency import sign
from components.measures.readings import Reading
from components.measures.record import Record
from components.words.outlets import link_via
from components.words.sources import full_name
from components.words.text import as_markdown
from components.words.values import amount, plain_number, works_out_at

RATE_DIGITS = 6  # of a rate, as sources give them


def sentence(record: Record, reading: Reading) -> str:
    """Return what a value works out at, and whose rate it is; empty if unconverted.

    ``£4 billion works out at $5 billion at $1.25 to £1 (The Bank).``
    """
    if not reading.said_currency:
        return ""
    return f"{_words(reading)} ({full_name(record, reading.rate_source_id)})."


def markdown(record: Record, reading: Reading) -> str:
    """Return the same with a link to the source of the rate."""
    if not reading.said_currency:
        return ""
    source = link_via(record, reading.rate_source_id)
    return f"{as_markdown(_words(reading))} ({source})."


def _words(reading: Reading) -> str:
    said = amount(reading.said_value, reading.said_currency)
    rate = f"{sign(reading.unit)}{plain_number(reading.rate, RATE_DIGITS)}"
    one = f"{sign(reading.said_currency)}1"
    result = works_out_at(reading)
    return f"{said} works out at {result} at {rate} to {one}"
