"""What became of a target, in words, and never without whose figures say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from components.measures.comparability import ROUGH
from components.measures.growth import age
from components.measures.outcome import Fate, Lack, Outcome, State
from components.measures.readings import REPLACES, RESTATES, WITHDRAWS, Reading
from components.measures.record import Record
from components.words import names
from components.words.values import (
    counted,
    day,
    judged_by,
    listed,
    on_day,
    sentence_case,
    span,
    stated,
)

# Words after "is" or "was"; the second if an earlier value had reached it.
_STATES: dict[State, tuple[str, str, str]] = {
    "reached": ("was", "reached on time", "reached early"),
    "missed": ("was", "missed", "missed, though reached in an earlier year"),
    "missed, passed later": (
        "was",
        "missed, and reached only later",
        "missed, though reached before and after",
    ),
    "open": ("is", "still open", "still open, though one figure had reached it"),
    "not reached, no deadline": ("is", "not reached", "not reached"),
    "reached, no deadline": ("is", "reached", "reached"),
    "reached, lost later": ("was", "reached and lost again", "reached and lost again"),
    "withdrawn": ("was", "withdrawn", "withdrawn"),
    "replaced": ("was", "replaced", "replaced"),
}
LACKS: dict[Lack, str] = {
    "nothing comparable": "no comparable figure",
    "nothing since": "no comparable figure since it was named",
    "no value for the deadline": "no figure for the deadline’s year",
    "years missing": "no figures for all of its years",
    "figures disagree": "the figures disagree",
    "day not known": "nobody knows when it was named",
}
# The same, for counts of many targets.
_IN_SHORT: dict[State, str] = {
    "reached": "reached",
    "reached, no deadline": "reached",
    "missed": "missed",
    "missed, passed later": "missed",
    "reached, lost later": "reached and lost again",
    "not reached, no deadline": "not reached",
    "open": "still open",
    "withdrawn": "withdrawn",
    "replaced": "replaced",
}
_STILL = ("not reached", "still open")
_PLURAL = {"is": "are", "was": "were"}
MOST_DAYS = 3  # days of naming; of more, only the first and last are given
MOST_FATES = 3  # fates in a sentence; if there are more, targets are counted
MOST_NAMED = 2  # targets named by value; more are counted


@dataclass(frozen=True)
class FateLine:
    """What became of a target, as a row.

    Parameters
    ----------
    target
        Known by its identifier; labels may repeat.
    value, label
        How much by when, and what the package calls it.
    claimed, published
        What claimed and what published figures say.
    """

    target: Reading
    value: str
    label: str
    claimed: str
    published: str

    @property
    def name(self) -> str:
        """The label, and how much by when."""
        return f"{self.label}: {self.value}"


def deadline(target: Reading) -> str:
    """Return a target's deadline as it was stated, or that it has none.

    ``by 1965`` · ``within 5 years, so by 5 May 1966``
    """
    if not target.deadline:
        return names.NO_DEADLINE
    by = f"by {day(target.deadline)}"
    if not target.span:
        return by
    return f"{'over' if target.cumulative else 'within'} {span(target)}, so {by}"


_DONE = {RESTATES: "restated", REPLACES: "replaced", WITHDRAWS: "withdrawn"}


def status(target: Reading) -> str:
    """Return what has been said of a target since: ``withdrawn in May 1966``."""
    end = target.ended_by
    later = [item for item in target.later if item.relation == RESTATES]
    if end:
        later = [item for item in later if item.known_on <= end.known_on]
    since = [*later, *([end] if end else [])]
    parts: dict[str, list[str]] = {}
    for item in since:
        when = on_day(item.stated_on[:7])
        parts.setdefault(_DONE[item.relation], []).append(when)
    return listed([f"{done} {listed(when)}" for done, when in parts.items()])


def done(later: Reading) -> str:
    """Return what a later reading does to a target: ``withdrawn``."""
    return _DONE[later.relation]


def given_up(target: Reading) -> str:
    """Return how a target was abandoned: ``withdrawn in May 1966``, or nothing."""
    end = target.ended_by
    return f"{done(end)} {on_day(end.stated_on[:7])}" if end else ""


def term(target: Reading) -> str:
    """Return a target's deadline, and what has been said of it since."""
    return ", ".join(filter(None, [deadline(target), status(target)]))


def named(targets: Sequence[Reading]) -> dict[str, str]:
    """Return a distinct name for each target, by its identifier.

    Its value; where values repeat, also its deadline, label, speaker or place in the
    list, until no two names are the same.
    """
    ways: tuple[Callable[[Reading], str], ...] = (
        judged_by,
        lambda item: f"{judged_by(item)} {_by_when(item)}",
        lambda item: f"{judged_by(item)} {_by_when(item)}, {item.label}",
        lambda item: (
            f"{judged_by(item)} {_by_when(item)}, {item.label}, {item.stated_by}"
        ),
    )
    for way in ways:
        called = {item.reading_id: way(item) for item in targets}
        if len(set(called.values())) == len(called):
            return called
    return {
        item.reading_id: f"{judged_by(item)} {_by_when(item)}, {item.label} ({number})"
        for number, item in enumerate(targets, 1)
    }


def _by_when(target: Reading) -> str:
    return deadline(target) if target.deadline else "without a deadline"


def state(outcome: Outcome) -> str:
    """Return the verdict of one kind of figure on a target: ``missed (rough)``."""
    if outcome.lack:
        return f"cannot be said: {LACKS[outcome.lack]}"
    marks = [
        *(["judged by the years beside it"] if outcome.by_neighbours else []),
        *(["rough"] if outcome.verdict == ROUGH else []),
    ]
    words = _said(outcome)[1]
    return f"{words} ({listed(marks)})" if marks else words


def _said(outcome: Outcome) -> tuple[str, str]:
    verb, words, if_early = _STATES[outcome.state]
    return verb, if_early if outcome.early else words


def fate_line(fate: Fate) -> FateLine:
    """Return what became of a target, for a table."""
    target = fate.target
    judged = "judged by its lower end, " if target.value_high is not None else ""
    return FateLine(
        target,
        f"{stated(target)}, {judged}{term(target)}",
        target.label,
        sentence_case(state(fate.claimed)),
        sentence_case(state(fate.published)),
    )


def none_yet(record: Record) -> str:
    """Return the notice that there is no target, or was none on the day replayed."""
    if record.dataset.replay:
        return "On this day no target for this trade was known."
    return "No target has a place on the step chart yet, so nothing is asked for."


def became(fates: Sequence[Fate]) -> str:
    """Return what became of the targets and by whose figures, in one sentence."""
    if not fates:
        return ""
    if len(fates) == 1 and _is_ended(fates[0]):
        return f"The target was {status(fates[0].target)}."
    if all(map(_by_nobody, fates)):
        one = {1: "it", 2: "either"}.get(len(fates), "any of them")
        return f"By nobody’s figures is {one} reached; {_without_deadline(fates)}."
    unknown = [fate for fate in fates if fate.claimed.lack and fate.published.lack]
    if len(unknown) == len(fates):
        return _nothing_known(fates)
    told = {(which, state(item)) for fate in fates for which, item in _judged(fate)}
    if len(told) > MOST_FATES:
        return _in_counts(fates)
    ended = [fate for fate in fates if _was_given_up(fate)]
    judged = [fate for fate in fates if not _is_ended(fate)]
    published, claimed = (
        _clause(judged, fates, by)
        for by in (lambda f: f.published, lambda f: f.claimed)
    )
    if published and published == claimed:
        clauses = [f"by published and claimed figures alike, {published}"]
    else:
        pairs = ("published", published), ("claimed", claimed)
        clauses = [f"by {whose} figures, {words}" for whose, words in pairs if words]
    if ended:
        words = _clause(ended, fates, _end_of, of_ends=True)
        is_same = clauses and len(fates) == 1
        clauses.append(words.replace("the target ", "it ", 1) if is_same else words)
    if unknown:
        clauses.append(f"of {_subject(unknown, fates)[0]} nothing can be said")
    elif all(not fate.target.deadline for fate in fates):
        clauses.append(_without_deadline(fates))
    return f"{sentence_case('; '.join(clauses))}."


def _judged(fate: Fate) -> list[tuple[str, Outcome]]:
    """Return the outcomes that can be told, each with whose figures show it."""
    both = ("published", fate.published), ("claimed", fate.claimed)
    return [(whose, item) for whose, item in both if not item.lack]


def _in_counts(fates: Sequence[Fate]) -> str:
    """Return the two commonest fates of many targets; *On track?* has each one.

    By published figures; by claimed ones only if the published say nothing.
    """
    for whose, outcomes in (
        ("published", [fate.published for fate in fates]),
        ("claimed", [fate.claimed for fate in fates]),
    ):
        known = [item for item in outcomes if not item.lack and not item.is_ended]
        counts = Counter(_IN_SHORT[item.state] for item in known).most_common(2)
        if counts:
            (first, number), *rest = counts
            verb = "was" if first not in _STILL else "is"
            verb = verb if number == 1 else _PLURAL[verb]
            met = [f"{number} {verb} {first}", *(f"{n} {words}" for words, n in rest)]
            return f"By {whose} figures {listed(met)}."
    ended = sum(map(_is_ended, fates))
    return f"{ended} of them were replaced or withdrawn."


def _is_ended(fate: Fate) -> bool:
    """Return whether a target was withdrawn or replaced, by both kinds of figures."""
    return fate.claimed.is_ended and fate.published.is_ended


def _by_nobody(fate: Fate) -> bool:
    """Return whether later figures are known and none of any year reaches it."""
    both = fate.claimed, fate.published
    known = {item.state for item in both} - {"cannot be said"}
    below = all(
        not item.highest or item.highest.value < fate.target.value for item in both
    )
    return known == {"not reached, no deadline"} and below


def _without_deadline(fates: Sequence[Fate]) -> str:
    return {1: "it has no deadline", 2: "neither has a deadline"}.get(
        len(fates), "none has a deadline"
    )


def _nothing_known(fates: Sequence[Fate]) -> str:
    lacks = {_lack(fate) for fate in fates}
    whom = "it" if len(fates) == 1 else "them"
    why = f": {LACKS[lacks.pop()]}" if len(lacks) == len(fates) == 1 else ""
    return f"What became of {whom} cannot be said{why}."


def _lack(fate: Fate) -> Lack:
    """Return that figures disagree, or what is missing, of claimed figures first."""
    lacks = [fate.claimed.lack, fate.published.lack]
    disagree: Lack = "figures disagree"
    return disagree if disagree in lacks else lacks[0] or lacks[1]


def _was_given_up(fate: Fate) -> bool:
    """Return whether by some figures it was abandoned before anything else."""
    return fate.claimed.is_ended or fate.published.is_ended


def _end_of(fate: Fate) -> Outcome:
    return fate.claimed if fate.claimed.is_ended else fate.published


def _clause(
    some: Sequence[Fate],
    fates: Sequence[Fate],
    by: Callable[[Fate], Outcome],
    *,
    of_ends: bool = False,
) -> str:
    """Return what one kind of figure says of some targets; empty if nothing.

    Parameters
    ----------
    of_ends
        Whether to tell only which targets were abandoned, which needs no figures.
    """
    groups: dict[tuple[str, str], list[Fate]] = {}
    for fate in some:
        if not by(fate).lack and by(fate).is_ended == of_ends:
            groups.setdefault(_said(by(fate)), []).append(fate)
    parts = []
    for (verb, words), group in groups.items():
        subject, several = _subject(group, fates)
        parts.append(f"{subject} {_PLURAL[verb] if several else verb} {words}")
    return listed(parts)


def _subject(group: Sequence[Fate], fates: Sequence[Fate]) -> tuple[str, bool]:
    """Return some of the targets as a subject, and whether it is plural."""
    number, whole = len(group), len(fates)
    if whole == 1 and fates[0].target.value_high is not None:
        return "the lower end of the target", False
    if number == whole:
        return {1: "the target", 2: "both"}.get(whole, f"all {whole}"), whole > 1
    if number > MOST_NAMED:
        return f"{number} of {whole} targets", True
    called = named([fate.target for fate in fates])
    return listed([called[fate.target.reading_id] for fate in group]), number > 1


def age_words(fates: Sequence[Fate], today: date) -> str:
    """Return how long ago the targets were named; a shared day is given once."""
    by_day: dict[str, list[Reading]] = {}
    for fate in fates:
        by_day.setdefault(fate.target.stated_on, []).append(fate.target)
    called = named([fate.target for fate in fates])
    parts = []
    if len(by_day) > MOST_DAYS:
        days = sorted(filter(None, by_day))
        first, last = day(days[0][:7]), day(days[-1][:7])
        lost = by_day.get("", [])
        number = len(fates) - len(lost)
        parts.append(f"{number} targets were named from {first} to {last}")
        by_day = {"": lost} if lost else {}
    for stated_on, targets in by_day.items():
        who = _all_of(targets, called)
        if not stated_on:
            parts.append(f"Nobody knows when {who} named")
            continue
        undated = all(not target.deadline for target in targets)
        end = ", without a deadline" if undated else ""
        parts.append(f"{sentence_case(who)} named {_ago(stated_on, today)}{end}")
    return " ".join(f"{part}." for part in parts)


def _ago(stated_on: str, today: date) -> str:
    """Return how long ago a day was; a bare month or year is returned as a date."""
    if len(stated_on) < len("1961-05-05"):
        return on_day(stated_on)
    years, months = age(stated_on, today)
    spans = [
        counted(number, noun)
        for number, noun in ((years, "year"), (months, "month"))
        if number
    ]
    return f"{listed(spans)} ago" if spans else "less than a month ago"


def _all_of(targets: Sequence[Reading], called: dict[str, str]) -> str:
    whole = len(called)
    if len(targets) == whole == 1:
        return "the target was"
    if len(targets) == whole:
        return "both targets were" if whole == 2 else f"all {whole} targets were"
    values = listed([called[target.reading_id] for target in targets])
    return f"{values} {'was' if len(targets) == 1 else 'were'}"
