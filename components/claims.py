"""What a writer can safely say: sentences from the data, sorted by their support.

Every number in a sentence is that of a reading it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.dataset import Dataset
from components.measures.comparability import (
    compare,
)
from components.measures.readings import (
    Reading,
)
from components.measures.steps import (
    Step,
    of_series,
    steps,
)
from components.measures.voices import (
    counts_that_disagree,
)
from components.sentences import one_voice, record_comparison
from components.wording import (
    day,
    deadline,
    direction,
    growth,
    listed,
    lower_first,
    on_day,
    period,
    progress,
    ratio,
    said_by,
    sentence_case,
    stated,
)

Group = Literal["Supported", "Needs its caveat", "Not supported"]
GROUPS: tuple[Group, ...] = ("Supported", "Needs its caveat", "Not supported")
ABOUT: dict[Group, str] = {
    "Supported": "They name speaker and date, and say no more than that.",
    "Needs its caveat": "Copy the caveat with them.",
    "Not supported": "Easily written, and more than the data say.",
}
# How the data name the speaker where the source names nobody.
UNATTRIBUTED = "Not attributed"
# Concepts that stand in a sentence as they are.
NAMED = ("trade", "cooperation", "goods")
# A sentence that says more than that somebody said so is not supported.
FORBIDDEN = re.compile(r"\b(?:reached|will|by (?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A sentence, how well the data support it, why, and from which readings."""

    group: Group
    text: str
    reason: str
    reading_ids: tuple[str, ...]


def claims(dataset: Dataset) -> list[Claim]:
    """Return every sentence that the data give rise to."""
    found = steps(dataset)
    return [
        *_statements(dataset, found),
        *_comparisons(found),
        *_counts(dataset),
        *_rivals(found),
        *_overstatements(found),
    ]


def grouped(found: Sequence[Claim]) -> list[tuple[Group, list[Claim]]]:
    """Return claims by their group, in the order of :data:`GROUPS`."""
    return [
        (group, [claim for claim in found if claim.group == group]) for group in GROUPS
    ]


def safe_sentence(dataset: Dataset, reading: Reading) -> Claim:
    """Return the sentence that says no more than who stated a reading, and when."""
    source = dataset.source_of[reading.source_id]
    text = f"{_statement(dataset, reading)}, according to {source['publisher']}."
    checks = {
        "the day is not known": not reading.stated_on,
        "no speaker is named": reading.stated_by.startswith(UNATTRIBUTED),
        "the value is questioned": reading.questioned,
        "a zero may be a rounded one": reading.series == "recorded"
        and reading.value == 0,
        "no statistical body is shown behind it": reading.series == "recorded"
        and reading.side != "statistical body",
        "the source cannot be linked to": not source["url"],
        "it says more than that somebody said so": bool(FORBIDDEN.search(text)),
    }
    doubts = [words for words, doubtful in checks.items() if doubtful]
    if doubts:
        reason = f"{sentence_case(listed(doubts))}. {reading.note}".strip()
        return Claim("Needs its caveat", text, reason, (reading.reading_id,))
    reason = "It says who stated the value and when, and no more."
    return Claim("Supported", text, reason, (reading.reading_id,))


def _statement(dataset: Dataset, reading: Reading) -> str:
    """Return who stated what, as a clause."""
    who = reading.stated_by
    comma = "," if "," in who else ""
    said = sentence_case(on_day(reading.stated_on)) if reading.stated_on else ""
    when = f"{said}, " * bool(said)
    value = stated(reading)
    if reading.series == "target":
        end = reading.period_label
        if reading.deadline:
            end = f"with the deadline {day(reading.deadline)}"
        return f"{when}{who}{comma} named a target of {value} ({end})"
    if reading.series == "recorded":
        flow = direction(reading.exporter, reading.importer, dataset)
        return (
            f"{who} recorded {value} of {reading.concept}, {flow}, for "
            f"{period(reading)}"
            + (f", published {day(reading.stated_on)}" if reading.stated_on else "")
        )
    if reading.unit != "USD":
        return f"{when}{who}{comma} counted {reading.value:,.0f} ({reading.label})"
    if reading.concept in NAMED:
        said = f"put {reading.concept} at {value} ({period(reading)})"
    else:
        said = f"gave {value} ({reading.label}; {period(reading)})"
    return f"{when}{who}{comma} {said}"


def _statements(dataset: Dataset, found: Sequence[Step]) -> Iterator[Claim]:
    for step in found:
        for part in step.parts:
            claim = safe_sentence(dataset, part)
            hints = _other_dates(step) if part.series == "target" else ""
            yield replace(claim, reason=f"{claim.reason}{hints}")


def _other_dates(step: Step) -> str:
    """Return what other readings of a target say of its date, or nothing."""
    said = dict.fromkeys(
        item.period_label
        for item in step.others
        if item.period_label != step.total.period_label
    )
    return f" Of its date, other readings say: {'; '.join(said)}." if said else ""


def _comparisons(found: Sequence[Step]) -> Iterator[Claim]:
    """Yield shares and multiples, each with its verdict inside the sentence."""
    reported = [step.total for step in of_series(found, "reported")]
    if not reported:
        return
    reason = one_voice(found) or "The values are statements."
    latest = reported[-1]
    pairs = [
        (f"{target.label}, {stated(target)}", progress(compare(latest, target)), target)
        for target in (step.total for step in of_series(found, "target"))
    ]
    if len(reported) > 1:
        words = growth(compare(reported[0], latest))
        base = f"From {stated(reported[0])} to {stated(latest)}"
        pairs.insert(0, (base, words, reported[0]))
    for subject, words, other in pairs:
        ids = (latest.reading_id, other.reading_id)
        text = f"{subject}: {lower_first(words)}."
        yield Claim("Needs its caveat", text, reason, ids)


def _counts(dataset: Dataset) -> Iterator[Claim]:
    """Yield counts that sources dispute, with both sides in one sentence."""
    for group in counts_that_disagree(dataset):
        sides = [f"{stated(item)} ({said_by(item)})" for item in group]
        yield Claim(
            "Needs its caveat",
            f"{group[0].label}: {'; '.join(sides)}.",
            "Sources dispute the count; one side alone misleads.",
            tuple(item.reading_id for item in group),
        )


def _rivals(found: Sequence[Step]) -> Iterator[Claim]:
    """Yield values that other readings of a headline's fact contradict."""
    for step in found:
        rivals = [item for item in step.others if item.quantity != step.total.quantity]
        if step.total.series == "recorded" or not rivals:
            continue
        sides = [f"{stated(item)} ({said_by(item)})" for item in (step.total, *rivals)]
        yield Claim(
            "Needs its caveat",
            f"{step.total.label}: {'; '.join(sides)}.",
            "Several readings of one fact stand side by side; none is averaged.",
            tuple(item.reading_id for item in (step.total, *rivals)),
        )


def _overstatements(found: Sequence[Step]) -> Iterator[Claim]:
    """Yield sentences that are easily written and not supported."""
    for step in of_series(found, "reported"):
        total = step.total
        yield Claim(
            "Not supported",
            f"Trade reached {stated(total)} ({total.period_label}).",
            f"A statement and not a statistic: {said_by(total)}.",
            (total.reading_id,),
        )
    for step in of_series(found, "target"):
        total = step.total
        yield Claim(
            "Not supported",
            f"Trade will reach {stated(total)}.",
            f"A target is an aim and not a forecast; {deadline(total)}.",
            (total.reading_id,),
        )
    beside = record_comparison(found)
    if beside and beside.kind == "not comparable":
        recorded = of_series(found, "recorded")[-1].parts
        ids = (beside.one.reading_id, *(part.reading_id for part in recorded))
        reason = f"{sentence_case(ratio(beside))}."
        for text in (
            f"Figures of {beside.other.stated_by} show that the reported "
            f"{stated(beside.one)} is false.",
            f"The reported {stated(beside.one)} is confirmed by what was recorded.",
        ):
            yield Claim("Not supported", text, reason, ids)
