"""Sentences with what the page works out: multiples, shares and sums."""

from __future__ import annotations

from collections.abc import Iterator

from components.measures.bounds import EXACT
from components.measures.comparability import LIKE, UNLIKE, Comparison
from components.measures.readings import (
    TARGET,
    Reading,
)
from components.measures.record import Record
from components.measures.steps import Step
from components.words import names
from components.words.claim import CAVEAT, Claim, body_name
from components.words.comparisons import reasons, relations
from components.words.ratios import as_much
from components.words.statements import (
    noun,
)
from components.words.values import (
    day,
    from_base,
    listed,
    marked,
    on_day,
    sentence_case,
    short_period,
    works_out_at,
)

DERIVED = "Worked out from two values; nobody said so."


def worked_out(record: Record) -> Iterator[Claim]:
    """Yield multiples and shares, each with why it is rough."""
    for comparison in relations(record):
        # Nobody still aims at an abandoned target.
        if (
            not comparison.allows_ratio
            or comparison.ratio is None
            or comparison.other.ended_by
        ):
            continue
        share = (
            as_much(comparison.ratio, _target(comparison.other))
            if comparison.other.series == TARGET
            else _multiple(record, comparison)
        )
        yield Claim(
            CAVEAT,
            f"{sentence_case(marked(comparison.one))}, "
            f"{_claimed_by(record, comparison.one)}, is {share}.",
            (comparison.one.reading_id, comparison.other.reading_id),
            sentence_case(names.VERDICT[comparison.verdict]),
            _derived(record, comparison),
        )


def _target(target: Reading) -> str:
    """Return a target as what a share is taken of, with what it works out at."""
    end = "the lower end of " if target.value_high is not None else ""
    derived = from_base(target)
    which = f", which {derived}," if derived else ""
    when = f" by {day(target.deadline)}" if target.deadline and not target.span else ""
    return f"{end}the target of {marked(target)}{when}{which}".rstrip(",")


def _multiple(record: Record, comparison: Comparison) -> str:
    the = "the " if comparison.other.bound == EXACT else ""
    against = f"{the}{marked(comparison.other)} {_claimed_by(record, comparison.other)}"
    if comparison.agree or comparison.ratio is None:
        return f"much the same as {against}"
    return as_much(comparison.ratio, against)


def _claimed_by(record: Record, reading: Reading) -> str:
    by = f" by {body_name(record, reading)}" if reading.is_attributed else ""
    if reading.period_start and reading.period_end:
        return f"claimed{by} for {short_period(reading)}"
    return f"claimed{by} {on_day(reading.stated_on)}".rstrip()


def _derived(record: Record, comparison: Comparison) -> str:
    if comparison.verdict == LIKE:
        return DERIVED
    return f"{DERIVED} The comparison is rough: {reasons(record, comparison)}."


def beside_published(record: Record) -> Iterator[Claim]:
    """Yield the published figures beside the claim; no ratio if they are unlike."""
    comparison, step = record.claim_beside_published, record.published_step
    if step is None or (comparison is None and not step.is_sum):
        return
    reason = names.VERDICT[comparison.verdict] if comparison else "a sum of the page’s"
    ids = [part.reading_id for part in step.parts]
    claim = [comparison.one.reading_id] if comparison else []
    yield Claim(
        CAVEAT,
        _sum(record, step),
        (*ids, *claim),
        sentence_case(reason),
        _beside(record, comparison) if comparison else "",
    )


def _sum(record: Record, step: Step) -> str:
    """Return published figures and who gave each; a sum is called the page's."""
    whose = dict.fromkeys(body_name(record, part) for part in step.parts)
    given = [f"{marked(part)} of {noun(record, [part])}" for part in step.parts]
    if len(whose) > 1:
        given = [
            f"{words} ({body_name(record, part)})"
            for words, part in zip(given, step.parts, strict=True)
        ]
    end = f" ({next(iter(whose))})" if len(whose) == 1 else ""
    when = short_period(step.total)
    words = f"For {when}, published figures are {listed(given)}{end}"
    if not step.is_sum:
        return f"{words}."
    total = works_out_at(step.total)
    doubt = " (questioned)" if step.total.questioned else ""
    return f"{words}. The page adds them up: they work out at {total}{doubt}."


def _beside(record: Record, comparison: Comparison) -> str:
    """Return how the published figures stand beside the claim."""
    claim = f"the claim of {marked(comparison.one)}"
    verdict = names.VERDICT[comparison.verdict]
    if comparison.agree and comparison.verdict == LIKE:
        return f"They agree with {claim}: {verdict}."
    why = reasons(record, comparison)
    if comparison.agree:
        return f"They agree with {claim}, although {why}."
    if comparison.verdict == UNLIKE or comparison.ratio is None:
        return f"Beside {claim} they are {verdict}: {why or 'no ratio follows'}."
    end = f", but {why}" if why else ""
    share = as_much(comparison.ratio, "that")
    return f"{sentence_case(claim)} works out as {share}{end}."
