"""The two sources of a declared target: what was aimed at, and where trade stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.measures.pledges import Pledge
from components.measures.readings import Reading
from components.measures.record import Record
from components.package.model import KEYS
from components.words import disputes, economies, names, pledges, sources
from components.words.claim import CAVEAT, Claim
from components.words.outlets import link_via
from components.words.pledge_rows import when_of
from components.words.text import as_markdown
from components.words.values import (
    computed,
    day,
    listed,
    on_day,
    percent,
    plain_number,
    sentence_case,
    stated,
)

CHECKED = {
    "confirmed": "Read a second time: confirmed.",
    "changed": "Read a second time: a field was corrected.",
    "not found": "Read a second time: the text was not found again.",
    "not looked up": "Read once.",
}


@dataclass(frozen=True)
class Source:
    """What a reader sees of a target before trusting it; all of it Markdown.

    Parameters
    ----------
    value, label
        What was aimed at, and by whom for which trade.
    said
        When and in which words it was declared, and where to read it.
    became
        What became of it.
    stood
        Each value of the trade with its source.
    why
        The notes and checks behind it.
    """

    value: str
    label: str
    said: str
    became: str
    stood: tuple[str, ...]
    why: tuple[str, ...]


def source(record: Record, item: Pledge, view: str = "") -> Source:
    """Return all that can be said of one target.

    Parameters
    ----------
    view
        Where the reader sees it, for a message to whoever keeps the data.
    """
    target = item.target
    when = on_day(target.stated_on) if target.stated_on else "day not known"
    words = f" “{target.wording}”" if target.wording else ""
    known = [*([item.baseline] if item.baseline else []), *item.values]
    concept = names.concept(target.concept)
    return Source(
        value=as_markdown(pledges.aim(item)),
        label=as_markdown(f"{pledges.pair(record, item)}: {concept}"),
        said=f"{as_markdown(f'{target.stated_by}, {when}.{words}')} "
        f"{_document(record, target)}{_dispute(record, 'pledges', target, view)}",
        became=as_markdown(f"{sentence_case(pledges.fate(item))}."),
        stood=tuple(
            f"{_stood(record, item, reading)}"
            f"{_dispute(record, 'pledge_values', reading, view)}"
            for reading in known
        ),
        why=tuple(map(as_markdown, [*_why(item), *_not_archived(record, item)])),
    )


def not_found(pledge_id: str) -> str:
    """Return the answer to a link that names no target of these data."""
    return (
        f"The link names “{pledge_id}”, which these data do not have: it may be of an "
        "earlier version. The table below lists every target."
    )


def _stood(record: Record, item: Pledge, reading: Reading) -> str:
    """Return where trade stood at one time, as the source has it, with a link."""
    role = "When it was named" if reading is item.baseline else "Since"
    words = f" “{reading.wording}”" if reading.wording else ""
    note = f" {reading.note}" if reading.note else ""
    concept = names.concept(reading.concept)
    said = (
        f"{role}: {stated(reading)}, {concept}, {when_of(reading)} "
        f"({reading.stated_by}).{words}{note}"
    )
    return f"{as_markdown(said)} {_document(record, reading)}"


def _dispute(record: Record, table: str, reading: Reading, view: str) -> str:
    """Return the link to a message about a row, if messages have an address."""
    row = {KEYS[table][0]: reading.reading_id}
    said = f"{stated(reading)}, {names.concept(reading.concept)}"
    link = disputes.link(record.dataset, table, row, view, said)
    return f" · {sources.markdown(link)}" if link else ""


def _document(record: Record, reading: Reading) -> str:
    row = record.dataset.source_of[reading.source_id]
    when = f", {as_markdown(day(row['published_on']))}" if row["published_on"] else ""
    copy = sources.archived(row)
    kept = f" ({sources.markdown(copy)})" if copy else ""
    return f"{link_via(record, reading.source_id)}{when}{kept}"


def _why(item: Pledge) -> list[str]:
    """Return numbers, notes and checks, one to a line."""
    ask, years = item.ask, item.years_given
    return [
        line
        for line in (
            f"Asked for {computed(ask)} times what trade was." if ask else "",
            f"Years given: {plain_number(years, 2)}." if years else "",
            f"Kind: {pledges.KINDS[item.kind]}.",
            item.target.note,
            CHECKED.get(item.checked, ""),
            f"Whoever collected it first noted: {item.coded}." if item.coded else "",
        )
        if line
    ]


def _not_archived(record: Record, item: Pledge) -> list[str]:
    """Return why no archived copy is known of a target's documents."""
    readings = (item.target, *([item.baseline] if item.baseline else []), *item.values)
    cited = dict.fromkeys(reading.source_id for reading in readings)
    return sources.not_archived(record.dataset.source_of[name] for name in cited)


def to_write(record: Record, item: Pledge) -> Claim:
    """Return the sentence that says what was aimed at, and what became of it."""
    target = item.target
    when = f" {on_day(target.stated_on)}" if target.stated_on else ""
    who = sentence_case(names.nominal(target.stated_by))
    whom = listed([economies.name(record, code) for code in item.economies])
    after = item.share_after
    stood = item.stood
    reached = (
        f" Trade came to {percent(after)} of it ({when_of(stood)})."
        if after and stood
        else ""
    )
    cited = (target, *((stood,) if stood and reached else ()))
    return Claim(
        CAVEAT,
        f"{who} named {pledges.aim(item)} for trade between {whom}{when}. "
        f"{pledges.became(item)}{reached}",
        tuple(reading.reading_id for reading in cited),
        "A single case",
        "Concepts and figures of the two sides differ.",
    )


def find(items: Sequence[Pledge], pledge_id: str) -> Pledge | None:
    """Return a target by its identifier, or None if there is none."""
    return next((item for item in items if item.pledge_id == pledge_id), None)
