"""The source of one value: what a reader must see of it before trusting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.measures.readings import (
    RECORDED,
    STATISTICAL_BODY,
    TARGET,
    THIRD_PARTY,
    Reading,
    readings_of,
)
from components.measures.record import Record
from components.words import conversion, sources, speakers, targets
from components.words.claim import STATEMENT, questioned
from components.words.outlets import link_via
from components.words.text import as_markdown
from components.words.values import (
    day,
    from_base,
    listed,
    marked,
    sentence_case,
)
from components.words.why import Section, why


@dataclass(frozen=True)
class Source:
    """What a reader must see before trusting a value; all of it Markdown.

    Parameters
    ----------
    value, label
        The value with its bound, and what it is.
    said
        Who said it, where and when.
    converted
        What it works out at, and by which rate; empty if it was not converted.
    caveat
        What changes its meaning most; empty if nothing does.
    wording
        The quoted words; empty if none were kept.
    link
        The document, as a link with its title and day.
    why
        Why it is shown first, definitions, other outlets, comparisons and notes.
    """

    value: str
    label: str
    said: str
    converted: str
    caveat: str
    wording: str
    link: str
    why: tuple[Section, ...]


def find(record: Record, reading_id: str) -> Reading | None:
    """Return a reading by its identifier, or None if there is none."""
    rows = record.dataset.readings
    facts = rows.loc[rows["reading_id"].eq(reading_id), "fact_id"]
    readings = readings_of(record.dataset, list(facts))
    return next((item for item in readings if item.reading_id == reading_id), None)


def source(record: Record, reading: Reading, today: date) -> Source:
    """Return all that can be said of one value."""
    return Source(
        value=as_markdown(marked(reading)),
        label=as_markdown(_label(reading)),
        said=as_markdown(_said(record, reading, today)),
        converted=conversion.markdown(record, reading),
        caveat=as_markdown(caveat(record, reading)),
        wording=as_markdown(reading.wording),
        link=_document(record, reading),
        why=tuple(why(record, reading)),
    )


def not_found(reading_id: str) -> str:
    """Return the answer to a link that names no value of these data."""
    return (
        f"The link names “{reading_id}”, which these data do not have: it may be of an "
        "earlier version. The tab Data and method lists every value with its source."
    )


def _label(reading: Reading) -> str:
    """Return what a value is and for when; a label may include its period."""
    is_aim = reading.series == TARGET and not reading.withdraws
    when = targets.term(reading) if is_aim else ""
    label = f"{reading.label}, withdrawn" if reading.withdraws else reading.label
    return ", ".join(filter(None, [label, when, from_base(reading)]))


def _said(record: Record, reading: Reading, today: date) -> str:
    """Return who stated a value, where and when."""
    who = speakers.introduced(record, reading.stated_by, today).rstrip(",")
    is_published = reading.series == RECORDED and reading.side == STATISTICAL_BODY
    verb = "Published by" if is_published else "Given by"
    if not reading.is_attributed and not speakers.says(record, reading.stated_by):
        lead = sentence_case(speakers.heading(record, reading))
    elif speakers.says(record, reading.stated_by) or speakers.is_figures(
        record, reading.stated_by
    ):
        lead = sentence_case(who)
    else:
        lead = f"{verb} {who}"
    when = day(reading.stated_on) if reading.stated_on else "day not known"
    return ", ".join(filter(None, [lead, reading.stated_in, when]))


def caveat(record: Record, reading: Reading) -> str:
    """Return the caveat that changes the meaning of a value most, or nothing."""
    is_person = speakers.says(record, reading.stated_by)
    checks = (
        (reading.questioned, questioned(reading)),
        (not reading.is_attributed, "Nobody is named as the speaker."),
        (
            reading.series == RECORDED and reading.side != STATISTICAL_BODY,
            "Cited, not published by a statistical body.",
        ),
        (
            reading.series == RECORDED and reading.value == 0,
            "A published zero may be a rounded one.",
        ),
        (
            reading.side == THIRD_PARTY and not is_person,
            "A third party’s figure.",
        ),
        (reading.withdraws, "It takes a target back, and aims at nothing."),
        (reading.ended_by, f"{_given_up(reading)}: nobody aims at it any longer."),
        (reading.series == TARGET, f"A target, not a forecast: {_term(reading)}."),
        (
            reading.series != RECORDED and reading.is_money,
            f"{STATEMENT}{_unsaid(reading)}.",
        ),
    )
    return next((words for applies, words in checks if applies), "")


def _given_up(target: Reading) -> str:
    return sentence_case(targets.given_up(target))


def _term(reading: Reading) -> str:
    if reading.span:
        return f"to be met {targets.deadline(reading)}"
    if reading.deadline:
        return f"to be met by {day(reading.deadline)}"
    return "it has no deadline"


def _unsaid(reading: Reading) -> str:
    """Return what a speaker left open."""
    lacks = []
    if not reading.basis_stated:
        lacks.append("what it covers")
    if not (reading.period_start and reading.period_end):
        lacks.append("its period")
    if not lacks:
        return ""
    return f": {listed(lacks)} {'were' if len(lacks) > 1 else 'was'} not stated"


def _document(record: Record, reading: Reading) -> str:
    """Return the document that carries a value, publisher first."""
    row = record.dataset.source_of[reading.source_id]
    published = day(row["published_on"]) if row["published_on"] else "no date shown"
    address = "" if row["url"] else ", no address"
    copy = sources.archived(row)
    return (
        f"{link_via(record, reading.source_id)}{as_markdown(address)}: "
        f"{as_markdown(row['title'])}, {as_markdown(published)}"
        f"{f' ({sources.markdown(copy)})' if copy else ''}"
    )
