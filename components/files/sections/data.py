"""How the data are read, what is not known, and every source."""

from __future__ import annotations

from components.files.elements import folded, heading, markdown, paragraph
from components.files.printed import Taken
from components.measures.record import Record
from components.words import labels, method
from components.words.terms import licence


def html(record: Record, taken: Taken) -> str:
    """Return rules, unknowns, sources and corrections."""
    dataset = record.dataset
    return "".join(
        (
            paragraph(method.checked_against_words(dataset)),
            folded(labels.HOW_TO_READ, _rules(record)),
            folded(labels.UNKNOWN, markdown(method.unknowns(dataset))),
            folded(labels.all_sources(len(dataset.sources)), _sources(record)),
            folded(labels.CORRECTIONS, _corrections(record)),
        )
    )


def _rules(record: Record) -> str:
    parts = (
        ("", method.RULES),
        (labels.COMPARING, method.COMPARABILITY),
        (labels.FATE, method.FATES),
        (labels.CONCEPTS, method.concepts(record.dataset)),
    )
    return "".join(
        (heading(title) if title else "") + markdown(method.rule_list(rules))
        for title, rules in parts
    )


def _sources(record: Record) -> str:
    return markdown(method.source_links(record.dataset))


def _corrections(record: Record) -> str:
    dataset = record.dataset
    return (
        paragraph(method.corrections(dataset))
        + paragraph(licence(dataset))
        + markdown(method.makers(dataset))
    )
