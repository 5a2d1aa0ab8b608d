"""Sentences that are easily written and not supported, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from components.measures.comparability import LIKE
from components.measures.readings import (
    THIRD_PARTY,
    Reading,
    headline_of,
)
from components.measures.record import Record
from components.measures.voices import (
    counts_that_disagree,
    statements,
)
from components.words import names, speakers, targets
from components.words.claim import NEVER, Claim, body_name, headlines
from components.words.outlets import outlets
from components.words.statements import (
    noun,
)
from components.words.values import (
    day,
    derived,
    marked,
    sentence_case,
    short_period,
    works_out_at,
)


def overstatements(record: Record) -> Iterator[Claim]:
    """Yield sentences that are easily written and not supported."""
    for item in record.claims:
        yield _not_so(
            f"{sentence_case(_trade(record, item))} reached {marked(item)}.",
            "a statement, not a statistic",
            item,
        )
    for target in record.targets:
        yield _not_so(
            f"{sentence_case(_trade(record, target))} will reach {marked(target)}"
            f"{_by_when(target)}.",
            targets.given_up(target) or "a target, not a forecast",
            target,
        )
        if target.rise is not None:
            who = sentence_case(names.nominal(body_name(record, target)))
            yield _not_so(
                f"{who} named a target of {derived(target)}.",
                "worked out by the page, said by nobody",
                target,
            )
        yield from _verdict_on(target)
    for item in headlines(record, record.claimed):
        if item.side == THIRD_PARTY:
            yield _not_so(
                f"Officials put {_trade(record, item)} at {marked(item)}.",
                "not an official’s figure",
                item,
            )
    yield from _confirmations(record)
    yield from _verdicts(record)


def _by_when(target: Reading) -> str:
    """Return a target's deadline, to tell apart targets of one value."""
    is_day = target.deadline and not target.span
    return f" by {day(target.deadline)}" if is_day else ""


def _verdict_on(target: Reading) -> Iterator[Claim]:
    """Yield the verdict that an open-ended or abandoned target cannot have."""
    if given_up := targets.given_up(target):
        verdict = "was missed" if target.deadline else "is overdue"
        words = f"The target of {marked(target)} {verdict}."
        yield _not_so(words, given_up, target, *filter(None, [target.ended_by]))
    elif not target.deadline:
        words = f"The target of {marked(target)} is overdue."
        yield _not_so(words, "no deadline was named", target)


def _not_so(text: str, reason: str, *readings: Reading) -> Claim:
    ids = tuple(item.reading_id for item in readings)
    return Claim(NEVER, text, ids, sentence_case(reason))


def _trade(record: Record, reading: Reading) -> str:
    """Return what a value is of, as someone would write it without the speaker."""
    return noun(record, [replace(reading, stated_by="")])


def _confirmations(record: Record) -> Iterator[Claim]:
    """Yield one voice taken for several, and a disputed count taken as settled."""
    for step in record.of_series("reported"):
        for statement in statements([*step.parts, *step.others])[:1]:
            heard = outlets(record, statement.readings)
            if len(heard) > 1 and speakers.says(record, statement.first.stated_by):
                yield _not_so(
                    f"{len(heard)} outlets confirm {marked(step.total)}.",
                    "they quote one speaker",
                    *statement.readings,
                )
    for group in counts_that_disagree(record.dataset)[:1]:
        first = headline_of(record.dataset, group)
        yield _not_so(
            f"{first.label}: {marked(first)}, undisputed.",
            "others count otherwise",
            first,
        )


def _verdicts(record: Record) -> Iterator[Claim]:
    """Yield what the published figures do not show about the claim."""
    comparison, step = record.claim_beside_published, record.published_step
    if step is None:
        return
    if step.is_sum:
        who = body_name(record, step.parts[0])
        total = works_out_at(step.total)
        yield _not_so(
            f"{sentence_case(names.nominal(who))} published {total} for "
            f"{short_period(step.total)}.",
            "the page’s sum, nobody’s figure",
            *step.parts,
        )
    if comparison is None or comparison.verdict == LIKE:
        return
    # What agrees is not written up as disproved; what does not, as either.
    for verb in ("confirm",) if comparison.agree else ("disprove", "confirm"):
        yield _not_so(
            f"Published figures {verb} the claim of {marked(comparison.one)}.",
            names.VERDICT[comparison.verdict],
            comparison.one,
            *step.parts,
        )
