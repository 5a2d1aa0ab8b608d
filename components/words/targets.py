"""What became of a target, in words: never more than whose figures say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.measures.comparability import ROUGH
from components.measures.growth import age
from components.measures.outcome import Fate, Outcome
from components.measures.readings import Reading
from components.measures.record import Record
from components.words import names
from components.words.values import (
    counted,
    day,
    listed,
    sentence_case,
    short_period,
    stated,
)

_STATES = {
    "reached": "reached by its deadline",
    "missed": "missed",
    "missed, passed later": "missed, passed later",
    "open": "open: its deadline is ahead",
    "not reached, no deadline": "not reached; it has no deadline",
    "reached, no deadline": "reached; it has no deadline",
    "reached, lost later": "reached once, and lost again; it has no deadline",
    "cannot be said": "cannot be said",
}
_LACKS = {
    "nothing comparable": "no comparable figure is known",
    "nothing since": "no comparable figure is known for the time since it was named",
    "no value for the deadline": "no figure for the deadline’s year is known",
    "figures disagree": "the figures disagree",
    "day not known": "nobody knows when it was named",
}
_UNREACHED = ("not reached, no deadline", "cannot be said")


@dataclass(frozen=True)
class FateLine:
    """What became of a target, as a row: value, by claimed and by published figures."""

    target: Reading
    name: str
    claimed: str
    published: str


def deadline(target: Reading) -> str:
    """Return a target's deadline in words, or that it has none."""
    return f"by {day(target.deadline)}" if target.deadline else names.NO_DEADLINE


def state(found: Outcome) -> str:
    """Return what one kind of figure says of a target, with its caveats."""
    if found.lack:
        return f"{_STATES[found.state]}: {_LACKS[found.lack]}"
    words = _STATES[found.state]
    if found.state == "reached":
        words = "reached early" if found.early else "reached on time"
    elif found.early:
        words += ", though passed before"
    caveats = [
        *(["judged by the years beside it"] if found.by_neighbours else []),
        *(["a rough comparison"] if found.verdict == ROUGH else []),
    ]
    return f"{words} ({listed(caveats)})" if caveats else words


def fate_line(found: Fate) -> FateLine:
    """Return what became of a target, for a table."""
    target = found.target
    return FateLine(
        target,
        f"{stated(target)}, {deadline(target)}",
        sentence_case(state(found.claimed)),
        sentence_case(state(found.published)),
    )


def became(fates: Sequence[Fate]) -> str:
    """Return what became of the targets, in one sentence.

    By nobody's figures, where neither claimed nor published ones reach any.
    """
    if not fates:
        return ""
    undated = [found for found in fates if not found.target.deadline]
    if len(undated) == len(fates) and all(map(_by_nobody, fates)):
        one, none = _pronouns(len(fates))
        return f"By nobody’s figures is {one} reached; {none}."
    if len(fates) == 1:
        return f"{_one(fates[0], 'The target')}."
    kinds = {(found.claimed.state, found.published.state) for found in fates}
    if len(kinds) == 1 and len(fates) == 2:
        return f"{_one(fates[0], 'Each')}."
    return f"{_counts(fates)}."


def _pronouns(number: int) -> tuple[str, str]:
    if number == 1:
        return "it", "it has no deadline"
    if number == 2:
        return "either", "neither has a deadline"
    return "any of them", "none has a deadline"


def _by_nobody(found: Fate) -> bool:
    """Return whether nobody's figures reach an undated target, and some are known."""
    states = found.claimed.state, found.published.state
    known = any(item == _UNREACHED[0] for item in states)
    return known and all(item in _UNREACHED for item in states)


def _one(found: Fate, subject: str) -> str:
    """Return what became of one target, by whose figures."""
    said = [
        (words, item)
        for words, item in (
            ("published", found.published),
            ("claimed", found.claimed),
        )
        if not item.lack
    ]
    if not said:
        lack = _LACKS[found.claimed.lack or found.published.lack]
        return f"What became of it cannot be said: {lack}"
    first, *rest = said
    words = f"{subject} is {_short(first[1])} by {first[0]} figures"
    if rest and rest[0][1].state != first[1].state:
        return f"{words}, {_short(rest[0][1])} by {rest[0][0]} ones"
    if rest:
        return f"{subject} is {_short(first[1])} by published and claimed figures"
    return words


def _short(found: Outcome) -> str:
    return {
        "reached": "reached early" if found.early else "reached on time",
        "open": "open",
        "not reached, no deadline": "not reached, without a deadline",
        "reached, no deadline": "reached, without a deadline",
        "reached, lost later": "reached and lost again",
    }.get(found.state, found.state)


def _counts(fates: Sequence[Fate]) -> str:
    """Return how many targets have which fate, by the figures that say most."""
    shown = [_decisive(found) for found in fates]
    states = dict.fromkeys(
        _short(item) if not item.lack else "unknown" for item in shown
    )
    counts = [
        f"{sum((_short(i) if not i.lack else 'unknown') == name for i in shown)} {name}"
        for name in states
    ]
    whose = "published" if all(item.published.lack == "" for item in fates) else "known"
    return f"Of {len(fates)} targets, by {whose} figures: {listed(counts)}"


def _decisive(found: Fate) -> Outcome:
    return found.claimed if found.published.lack else found.published


def explained(record: Record, found: Fate) -> list[str]:
    """Return what decides about one target, and what would settle it."""
    parts = []
    for words, item in (("Claimed", found.claimed), ("Published", found.published)):
        line = f"{words} figures: {state(item)}."
        if item.decisive and not item.lack:
            line += f" Decided by {listed([_value(record, r) for r in item.decisive])}."
        if item.highest and item.highest not in item.decisive:
            line += f" Highest known: {_value(record, item.highest)}."
        parts.append(line)
    parts.append(would_settle(record, found.target))
    return parts


def _value(record: Record, reading: Reading) -> str:
    who = names.speaker(record, reading.stated_by)
    return f"{stated(reading)} for {short_period(reading)} ({who})"


def would_settle(record: Record, target: Reading) -> str:
    """Return which figure would settle it: from whom, covering what."""
    first, second = (economy.name for economy in record.dataset.economies)
    when = (
        f"the year of its deadline, {day(target.deadline)}"
        if target.deadline
        else f"any whole year from {target.stated_on[:4] or 'its naming'} on"
    )
    counts = (
        f"counting {target.concept}"
        if target.basis_stated
        else "that says what it counts"
    )
    scope = f"{names.direction(record, target)}, {counts}"
    return (
        f"A figure published by a statistical body of {first} or {second} for {when}, "
        f"{scope}, would settle it."
    )


def age_words(fates: Sequence[Fate], today: date) -> str:
    """Return how long ago the targets were named, once if on one day."""
    by_day: dict[str, list[Reading]] = {}
    for found in fates:
        by_day.setdefault(found.target.stated_on, []).append(found.target)
    parts = []
    for stated_on, targets in by_day.items():
        who = _all_of(targets, len(fates))
        if not stated_on:
            parts.append(f"Nobody knows when {who} named")
            continue
        years, months = age(stated_on, today)
        spans = [
            counted(number, noun)
            for number, noun in ((years, "year"), (months, "month"))
            if number
        ]
        ago = f"{listed(spans)} ago" if spans else "less than a month ago"
        undated = all(not target.deadline for target in targets)
        end = ", without a deadline" if undated else ""
        parts.append(f"{sentence_case(who)} named {ago}{end}")
    return " ".join(f"{part}." for part in parts)


def _all_of(targets: Sequence[Reading], whole: int) -> str:
    if len(targets) == whole == 2:
        return "both targets were"
    if len(targets) == whole and whole > 2:
        return f"all {whole} targets were"
    if len(targets) == whole:
        return "the target was"
    values = listed([stated(target) for target in targets])
    return f"{values} {'was' if len(targets) == 1 else 'were'}"
