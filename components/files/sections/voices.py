"""Who says what, what can be written, and every value with its source."""

from __future__ import annotations

from collections.abc import Sequence

from components.files.elements import (
    bulleted,
    folded,
    heading,
    inline,
    markdown,
    paragraph,
)
from components.files.plain import dispute, text
from components.files.printed import Taken
from components.measures.readings import Reading, headline_of, readings_of
from components.measures.record import Record
from components.measures.voices import facts_with_voices
from components.words import claim as sentences
from components.words import claims, disputes, labels, names, quantities
from components.words import source as source_words
from components.words import voices as words
from components.words.claim import without_the_caveat
from components.words.outlets import links_to
from components.words.terms import of_comtrade


def html(record: Record, taken: Taken) -> str:
    """Return the voices, sentences to write, where was looked, and every value."""
    return "".join(
        (
            _voices(record),
            folded(
                labels.each_with_its_source(len(record.dataset.readings)),
                _values(record, taken),
            ),
            _to_write(record, taken),
            _known(record),
        )
    )


def _voices(record: Record) -> str:
    """Return who says what of each fact, that of the latest claim in sight."""
    latest = record.latest_claim.fact_id if record.latest_claim else ""
    facts = facts_with_voices(record.dataset, latest)
    if not facts:
        return paragraph(labels.NO_VOICES)
    first, *others = (_fact(record, facts, fact_id) for fact_id in facts)
    several = words.several(record)
    return (
        first
        + (paragraph(several) if several else "")
        + folded(
            labels.other_facts(len(others)),
            "".join(others),
        )
    )


def _fact(record: Record, facts: Sequence[str], fact_id: str) -> str:
    readings = readings_of(record.dataset, [fact_id])
    said = [words.at_first(record, readings), words.afterwards(record, readings)]
    doubts = [
        f"<strong>{labels.SAID_BY_OTHERS}</strong> {inline(line)}"
        for line in words.dissent(record, fact_id)
    ]
    return (
        heading(words.option(record, facts, fact_id))
        + "".join(map(paragraph, said))
        + bulleted(doubts)
        + _alike(record, readings)
        + paragraph(words.rule(record, readings))
    )


def _alike(record: Record, readings: Sequence[Reading]) -> str:
    """Return the values in the unit of a target that counts something else."""
    alike = quantities.alike(record, readings)
    if not alike:
        return ""
    return paragraph(quantities.SAME_UNIT) + bulleted(map(inline, alike))


def _to_write(record: Record, taken: Taken) -> str:
    """Return sentences to write, group by group."""
    every = claims.claims(record, record.day(taken.on))
    groups = "".join(
        folded(
            f"{name} ({len(of_group)})",
            paragraph(sentences.ABOUT[group])
            + bulleted(_sentence(record, claim) for claim in of_group),
        )
        for group, name in sentences.GROUPS.items()
        if (of_group := sentences.of_group(every, group))
    )
    if not groups:
        return ""
    terms = of_comtrade(record.dataset)
    return heading(labels.SENTENCES) + (paragraph(terms) if terms else "") + groups


def _sentence(record: Record, claim: sentences.Claim) -> str:
    """Return a sentence with its caveat, why it stands there, and its sources."""
    reason = f"{text(claim.reason)} · " if claim.reason else ""
    links = inline(links_to(record, claim.reading_ids))
    return f'{text(claim.to_copy)} <span class="small">{reason}{links}</span>'


def _known(record: Record) -> str:
    """Return where figures were looked for, and what that brought."""
    evidence = record.dataset.evidence
    if evidence.empty:
        return ""
    return (
        heading(labels.KNOWN)
        + paragraph(words.evidence_counts(evidence))
        + folded(
            labels.LOOKED_FOR,
            markdown("\n".join(words.evidence_lines(record))),
        )
    )


def _values(record: Record, taken: Taken) -> str:
    """Return every value, fact by fact; the one shown first leads."""
    dataset = record.dataset
    by_fact: dict[str, list[Reading]] = {}
    for item in readings_of(dataset, list(dataset.fact_of)):
        by_fact.setdefault(item.fact_id, []).append(item)
    parts = []
    for fact_id, readings in by_fact.items():
        fact = dataset.fact_of[fact_id]
        # A fact's headline leads; the others keep their order.
        first = headline_of(dataset, readings)
        ordered = [first, *(item for item in readings if item != first)]
        rows = "".join(_value(record, item, taken) for item in ordered)
        label = f"{names.SERIES[fact['series']]}: {fact['label']}"
        parts.append(f'{heading(label)}<ul class="values">{rows}</ul>')
    return "".join(parts)


def _value(record: Record, reading: Reading, taken: Taken) -> str:
    """Return a value with who said it, in which words, and where to read it."""
    shown = source_words.source(record, reading, record.day(taken.on))
    wording = f"“{inline(shown.wording)}” " if shown.wording else ""
    # What is questioned has its note in the caveat.
    note = "" if reading.questioned else without_the_caveat(reading.note)
    notes = [inline(shown.converted), inline(shown.caveat), text(note)]
    under = " ".join(filter(None, notes))
    where = names.TABS["voices"]
    to_dispute = disputes.of_reading(record.dataset, reading, where, taken.link)
    return (
        f'<li id="reading-{text(reading.reading_id)}">'
        f"<p><strong>{inline(shown.value)}</strong> {inline(shown.label)}</p>"
        f"<p>{inline(shown.said)}. {wording}{inline(shown.link)}"
        f"{dispute(to_dispute)}</p>"
        f'<p class="small">{under}</p></li>'
    )
