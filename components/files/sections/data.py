"""How the data are read, what is not known, and every source."""

from __future__ import annotations

from components.files.elements import folded, heading, markdown, paragraph
from components.files.printed import Taken
from components.measures.record import Record
from components.words import method
from components.words.terms import licence
from components.words.values import counted


def html(record: Record, taken: Taken) -> str:
    """Return rules, unknowns, sources and corrections."""
    dataset = record.dataset
    sources = counted(len(dataset.sources), "source")
    return "".join(
        (
            paragraph(method.checked_against_words(dataset)),
            folded("How to read it", _rules(record)),
            folded("What is not known", markdown(method.unknowns(dataset))),
            folded(f"All {sources}, with links", _sources(record)),
            folded("Corrections, terms and who made it", _corrections(record)),
        )
    )


def _rules(record: Record) -> str:
    parts = (
        ("", method.RULES),
        ("Comparing two values", method.COMPARABILITY),
        ("What became of a target", method.FATES),
        ("What a value can count", method.concepts(record.dataset)),
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
