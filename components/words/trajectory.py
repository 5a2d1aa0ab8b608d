"""The words on and under the trajectory: labels, captions, alternative texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.measures.bounds import AT_LEAST
from components.measures.comparability import LIKE, Comparison, compare
from components.measures.growth import path, years_until
from components.measures.readings import RECORDED, REPORTED, TARGET, Reading
from components.measures.record import Record
from components.measures.steps import Step
from components.view import Assumption, View
from components.words import names, targets
from components.words.ratios import as_much
from components.words.rows import Row, row
from components.words.sources import Link, cited_by, links
from components.words.values import (
    from_base,
    in_numbers,
    judged_by,
    listed,
    lower_first,
    percent,
    plain_number,
    short_period,
    stated,
    works_out_at,
)

MAX_IN_ALT = 6  # bars that an alternative text names; the table has all


@dataclass(frozen=True)
class Caption:
    """The text under a chart, and the sources of what is drawn."""

    text: str
    sources: tuple[Link, ...]


def step_name(step: Step) -> str:
    """Return a bar's name: ``Claimed, June 1961`` · ``First target, no deadline``."""
    total = step.total
    doubt = ", questioned" if total.questioned else ""
    if total.series == TARGET:
        return f"{total.label}, {targets.term(total)}{doubt}"
    said = names.SERIES[total.series] if names.is_statement(total) else "Reported"
    # A value without a period has only the day on which it was said.
    joint = "for" if total.period_start else "in"
    when = f" {joint} {short_period(total)}" if total.period_end else ""
    return f"{said}{when}{doubt}"


def drawn_as(step: Step) -> str:
    """Return how a bar's length was derived: worked out, or a range's lower end."""
    words = from_base(step.total)
    if step.total.value_high is not None:
        words = "drawn to its lower end; the line goes on to the upper one"
    return words


def step_relation(record: Record, step: Step) -> str:
    """Return how a bar relates to the others; nothing for the first."""
    total = step.total
    claims = record.claims
    # Nobody aims at it any longer, so a claim that passes it means nothing.
    if total.ended_by:
        return ""
    if total.series == TARGET and claims:
        return _share(compare(claims[-1], total))
    if total.series == REPORTED and claims and total != claims[0]:
        return _multiple(compare(total, claims[0]))
    return ""


def _share(comparison: Comparison) -> str:
    if not comparison.allows_ratio or comparison.ratio is None:
        return names.VERDICT[comparison.verdict]
    is_range = comparison.other.value_high is not None
    if comparison.gap is not None and comparison.gap.value <= 0:
        passed = "passed by the claim"
        return _marked(f"its lower end is {passed}" if is_range else passed, comparison)
    share = as_much(comparison.ratio, "its lower end" if is_range else "it")
    words = f"the claim is {share}"
    return _marked(words, comparison)


def _multiple(comparison: Comparison) -> str:
    if not comparison.allows_ratio:
        return names.VERDICT[comparison.verdict]
    if comparison.ratio is None:
        return ""
    return _marked(as_much(comparison.ratio, stated(comparison.other)), comparison)


def _marked(words: str, comparison: Comparison) -> str:
    return (
        words
        if comparison.verdict == LIKE
        else f"{words} ({names.VERDICT[comparison.verdict]})"
    )


def key(drawn: Sequence[Reading]) -> str:
    """Return what the shapes of the bars mean."""
    series = [item.series for item in drawn]
    arrow = any(item.bound == AT_LEAST for item in drawn)
    parts = []
    if REPORTED in series:
        parts.append(f"Solid: claimed{'; arrow: or more' if arrow else ''}.")
    if TARGET in series:
        arrow = arrow and REPORTED not in series
        parts.append(f"Dashed: a target{'; arrow: or more' if arrow else ''}.")
    if any(item.ended_by for item in drawn):
        parts.append("Grey: withdrawn or replaced.")
    return " ".join(parts)


def published_beside(record: Record) -> str:
    """Return what published figures work out at, and their verdict."""
    step, comparison = record.published_step, record.claim_beside_published
    if step is None:
        return _without_a_bar(record)
    out = leaves_out(record, step)
    lacking = f", which leave out {out}," if out else ""
    verb = "work out at" if step.is_sum else "give"
    value = works_out_at(step.total)
    words = f"Published figures for {short_period(step.total)}{lacking} {verb} {value}"
    verdict = f": {names.VERDICT[comparison.verdict]}" if comparison else ""
    return f"{words}{verdict}."


def _without_a_bar(record: Record) -> str:
    """Return why no published figure stands beside the bars, if there is any."""
    if record.published:
        return "Published figures have no step here: Over time shows them."
    if any(fact["series"] == RECORDED for fact in record.dataset.fact_of.values()):
        return "No published figure is an amount of this trade, so none is set beside."
    return ""


def leaves_out(record: Record, step: Step) -> str:
    """Return what the concepts of a published step leave out."""
    concepts = record.dataset.concepts
    left_out = [
        concepts.get(part.concept, {}).get("leaves_out", "") for part in step.parts
    ]
    return listed(list(dict.fromkeys(filter(None, left_out))))


def caption(record: Record, view: View) -> Caption:
    """Return the caption of the bars, with the sources of what is drawn."""
    drawn = [step for step in record.steps if step.total.series in view.shown]
    series = [step.total.series for step in drawn]
    words = [key([step.total for step in drawn])]
    named = cited_by(part for step in drawn for part in step.parts)
    if REPORTED in series:
        words.append(published_beside(record))
        step = record.published_step
        named += cited_by(step.parts) if step else []
    return Caption(" ".join(filter(None, words)), tuple(links(record, named)))


def step_alt(record: Record, view: View, today: date) -> str:
    """Return the alternative text of the bars, numbers first, in at most 60 words."""
    drawn = [step for step in record.steps if step.total.series in view.shown]
    bars = [
        ", ".join(filter(None, [in_numbers(step.total), _inside(step), relation]))
        for step, relation in zip(drawn, _relations(record, drawn), strict=True)
    ]
    if len(bars) > MAX_IN_ALT:
        bars = [*bars[:MAX_IN_ALT], f"{len(bars) - MAX_IN_ALT} more"]
    fate = targets.became(record.fates(today)) if TARGET in view.shown else ""
    return f"Trajectory by step. {'; '.join(bars)}. {fate}".strip()


def _relations(record: Record, drawn: Sequence[Step]) -> list[str]:
    """Return the relation of each bar; words that targets share are said once."""
    phrases = [step_relation(record, step) for step in drawn]
    first = next((row for row, step in enumerate(drawn) if _is_target(step)), 0)
    return [
        words.removeprefix("the claim is ").replace(" of it", "")
        if _is_target(step) and row > first
        else words
        for row, (step, words) in enumerate(zip(drawn, phrases, strict=True))
    ]


def _is_target(step: Step) -> bool:
    return step.total.series == TARGET


def _inside(step: Step) -> str:
    """Return a bar's name for use inside a sentence; target labels keep their case."""
    name = step_name(step)
    return name if step.total.series == TARGET else lower_first(name)


def assumption_note(assumed: Assumption) -> str:
    """Return what the reader's year asks for, marked as the reader's alone."""
    parts = [asked for target in assumed.targets if (asked := _asked(assumed, target))]
    year = assumed.year
    if not parts:
        return f"{year} (your year, nobody else’s) asks for nothing."
    return f"If you pick {year} (your year, nobody else’s): {listed(parts)}."


def _asked(assumed: Assumption, target: Reading) -> str:
    years = years_until(assumed.start, str(assumed.year))
    required = path(assumed.start, target, years) if years else None
    if required is None:
        return ""
    return (
        f"{judged_by(target)} takes {percent(required.rate)} a year for "
        f"{plain_number(required.years, 2)} years"
    )


def rows(record: Record, view: View) -> list[Row]:
    """Return the numbers of the bars, and what others give for the same."""
    drawn = [step for step in record.steps if step.total.series in view.shown]
    return [row(record, item) for step in drawn for item in (*step.parts, *step.others)]


def nothing_to_draw(record: Record, view: View) -> str:
    """Return what is missing when a view has nothing to draw."""
    if record.dataset.facts.empty and not record.dataset.replay:
        return (
            "This package has no fact yet. Add a source, a fact and a reading; the "
            "README of a new package has a first one to copy."
        )
    kinds = listed([names.SERIES[name].lower() for name in view.shown], "or")
    if record.dataset.replay:
        return (
            f"On this day no {kinds} value was known that this chart could show. "
            "Choose another view, axis or day."
        )
    return (
        f"No {kinds} value has a place on this chart. Choose another view or axis, or "
        "give a fact a step."
    )
