"""What became of the targets, what would settle it, growth, and context."""

from __future__ import annotations

from collections.abc import Sequence

from components.files.elements import (
    bulleted,
    bullets,
    folded,
    heading,
    inline,
    paragraph,
    table,
)
from components.files.plain import link, text
from components.files.printed import Taken
from components.measures.outcome import Fate
from components.measures.record import Record
from components.words import (
    context,
    deciding,
    growth,
    labels,
    quantities,
    required,
    settling,
    sources,
    targets,
)


def html(record: Record, taken: Taken) -> str:
    """Return the targets' fates, growth, what they would take, and context."""
    parts = [_fates(record, taken), _growth(record), _required(record, taken)]
    parts += [_counted(record, taken)]
    parts += [_context(record, kind, title) for kind, title in context.HEADINGS.items()]
    return "".join(parts)


def _fates(record: Record, taken: Taken) -> str:
    """Return the targets as a table, and what would settle them."""
    if not record.aims:
        return paragraph(targets.none_yet(record))
    today = record.day(taken.on)
    fates = record.all_fates(today)
    return (
        paragraph(targets.age_words(fates, today))
        + _decided(record, fates, labels.FATES)
        + _settling(settling.would_settle(record, fates))
    )


def _counted(record: Record, taken: Taken) -> str:
    """Return the targets in quantities, each with the values of its unit."""
    today = record.day(taken.on)
    fates = [record.fate(target, today) for target in record.counted_targets]
    if not fates:
        return ""
    beside = "".join(
        heading(targets.fate_line(fate).name) + bulleted(map(inline, alike))
        for fate in fates
        if (alike := quantities.alike(record, [fate.target]))
    )
    title = quantities.HEADING
    return heading(title) + _decided(record, fates, title) + beside


def _decided(record: Record, fates: Sequence[Fate], title: str) -> str:
    """Return what became of some targets as a table, and what decides."""
    lines = [targets.fate_line(fate) for fate in fates]
    why = "".join(
        heading(whose) + bullets(said)
        for whose, said in deciding.decisions(record, fates)
    )
    return table(
        labels.FATES_HEADER,
        [(line.name, line.claimed, line.published) for line in lines],
        title,
    ) + folded(labels.WHY_FATES, why)


def _settling(settled: list[tuple[str, str]]) -> str:
    if not settled:
        return ""
    lines = [
        f"<strong>{text(whose)}.</strong> {text(words)}" for whose, words in settled
    ]
    return heading(labels.SETTLING) + bulleted(lines)


def _growth(record: Record) -> str:
    """Return growth as claimed and as published, side by side."""
    rises = growth.rises(record)
    side_by_side = table(
        labels.GROWTH_HEADER,
        [
            (
                f"{rise.whose}: {rise.counts}",
                f"{rise.first} → {rise.second}",
                rise.times,
            )
            for rise in rises
        ],
        labels.GROWTH_TABLE,
    )
    why = "".join(map(paragraph, growth.RULE))
    if pairs := growth.pairs(record):
        why += heading(labels.CLAIMS_BY_PAIR) + bullets(pairs)
    notes = growth.published_notes(record)
    if notes:
        why += heading(labels.PUBLISHED_BY_PAIR) + bullets(
            [*notes, *growth.published_pairs(record)]
        )
    return (
        heading(labels.GROWTH)
        + paragraph(growth.claimed(record))
        + (side_by_side if rises else "")
        + paragraph(growth.beside(record))
        + folded(labels.WHY_GROWTH, why)
    )


def _required(record: Record, taken: Taken) -> str:
    """Return what the targets take from the latest claim, over any span of years."""
    start = record.latest_claim
    if start is None or not record.targets:
        return ""
    above = deciding.all_of_it(record, record.day(taken.on))
    rows = required.spans(start, record.targets, None)
    header = labels.REQUIRED_HEADER
    spans = table(
        header,
        [tuple(row[name] for name in header) for row in rows],
        labels.REQUIRED_TABLE,
    )
    return (
        heading(labels.REQUIRED)
        + bullets(required.asked_of(record, start, record.targets, None))
        + paragraph(required.from_start(record, start, record.targets, above))
        + folded(labels.BY_SPAN, spans if rows else "")
    )


def _context(record: Record, kind: str, title: str) -> str:
    """Return what stands beside the target, set against nothing."""
    beside = context.readings(record, kind)
    if not beside:
        return ""
    lines = [
        f"{text(context.line(item))} {link(sources.link(record, item.source_id))}"
        for item in beside
    ]
    return (
        heading(labels.not_comparable(title))
        + bulleted(lines)
        + folded(labels.WHY_CONTEXT, bullets(context.notes(record, beside)))
    )
