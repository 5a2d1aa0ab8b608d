"""Two values side by side, in words: their ratio, or why it is rough or missing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from components.measures.comparability import Comparison, Reason, compare
from components.measures.readings import TARGET, Reading
from components.measures.record import Record
from components.measures.steps import Step
from components.words import names, speakers
from components.words.ratios import as_much
from components.words.values import (
    listed,
    marked,
    sentence_case,
    short_period,
    stated,
    works_out_at,
)


def definition(record: Record, concept: str) -> str:
    """Return what a concept counts."""
    return str(record.dataset.concepts.get(concept, {}).get("definition", ""))


def beside_published(
    record: Record, comparison: Comparison, step: Step, explained: Collection[str]
) -> list[str]:
    """Return the claim beside the published figure, and why they differ.

    Parameters
    ----------
    explained
        Concepts that are explained elsewhere.
    """
    lines = [_ratio(record, comparison, step)]
    counted = dict.fromkeys((comparison.one.concept, *(p.concept for p in step.parts)))
    lines += [
        f"{sentence_case(names.concept(part))}: {definition(record, part)}"
        for part in counted
        if part not in explained
    ]
    if not comparison.agree:
        lines.append("The gap does not show that the claim is wrong.")
    return lines


def _ratio(record: Record, comparison: Comparison, step: Step) -> str:
    claim = sentence_case(marked(comparison.one))
    lead = published(record, step)
    why = reasons(record, comparison)
    but = f", but {why}" if why else ""
    if comparison.agree:
        return f"{lead} {claim} agrees with that{but}."
    if comparison.ratio is None:
        return f"{lead} {claim} stands beside that{but}."
    return f"{lead} {claim} is {as_much(comparison.ratio, 'that')}{but}."


def published(record: Record, step: Step) -> str:
    """Return a published figure and who gave it; a sum names its parts."""
    when = short_period(step.total)
    given = [
        f"{marked(part)} of {names.concept(part.concept)} from "
        f"{names.direction(record, part)}"
        if part.exporter
        else f"{marked(part)} of {names.concept(part.concept)}"
        for part in step.parts
    ]
    whose = listed(
        [names.speaker(record, part.stated_by) for part in unique(step.parts)]
    )
    adds = f" The page adds them up: {works_out_at(step.total)}." if step.is_sum else ""
    return f"Published for {when}: {listed(given)} ({whose}).{adds}"


def unique(readings: Sequence[Reading], by: str = "stated_by") -> list[Reading]:
    """Return the first reading of each speaker, or for each value of another field."""
    first: dict[str, Reading] = {}
    for item in readings:
        first.setdefault(getattr(item, by), item)
    return list(first.values())


def reasons(record: Record, *comparisons: Comparison) -> str:
    """Return why values are not like with like, or only roughly; each reason once."""
    return listed(each_reason(record, *comparisons))


def each_reason(record: Record, *comparisons: Comparison) -> list[str]:
    """Return the reasons that leave comparisons rough or unlike, one by one."""
    involved: dict[Reason, list[Reading]] = {}
    for item in comparisons:
        for reason in item.reasons:
            involved.setdefault(reason, []).extend((item.one, item.other))
    return [
        _reason(record, reason, unique(readings, "reading_id"))
        for reason, readings in involved.items()
    ]


def _reason(record: Record, reason: Reason, readings: Sequence[Reading]) -> str:
    if reason == "scope":
        scopes = dict.fromkeys(names.concept(item.concept) for item in readings)
        return f"they count different things ({listed(list(scopes))})"
    if reason == "scope not stated":
        silent = unique([item for item in readings if not item.basis_stated])
        who = listed([speakers.brief(record, item) for item in silent])
        figure = "their figures cover" if len(silent) > 1 else "the figure covers"
        return f"{who} did not say what {figure}"
    if reason == "period not stated":
        open_ended = [
            stated(item)
            for item in readings
            if not item.period_start and item.series != TARGET
        ]
        values = list(dict.fromkeys(open_ended))
        return f"{listed(values)} {'has' if len(values) == 1 else 'have'} no period"
    if reason == "questioned":
        doubted = [stated(item) for item in readings if item.questioned]
        return f"{listed(doubted)} is questioned"
    return {
        "unit": "the units differ",
        "kind": "one is an amount, the other a balance, a share or a growth",
        "sum over years": "one is for a year, the other for several years together",
        "mixed scope": "the published figure adds up different things",
        "direction": "they cover different directions of trade",
        "period length": "their periods differ in length",
    }[reason]


def relations(record: Record) -> list[Comparison]:
    """Return later claims beside the first claim, and the last beside each target."""
    claims = record.claims
    compared = [compare(item, claims[0]) for item in claims[1:]]
    if claims:
        compared += [compare(claims[-1], target) for target in record.targets]
    return compared
