"""Targets that others declared, in words: how they fared, and what that is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from components.measures import pledge_groups as groups
from components.measures.outcome import State
from components.measures.pledge_groups import Size, Term
from components.measures.pledges import Pledge
from components.measures.record import Record
from components.package.pledged import CUMULATIVE, LEVEL, PURCHASE
from components.words import economies, targets
from components.words.caveats import Caveat
from components.words.values import (
    axis_money,
    bounded,
    computed,
    counted,
    listed,
    lower_first,
    percent,
    stated,
)

GROUPS: dict[State, str] = {
    "reached": "Reached in time",
    "missed, passed later": "Missed, and passed only later",
    "missed": "Missed",
    "open": "Deadline still ahead",
    "reached, no deadline": "No deadline: reached",
    "reached, lost later": "No deadline: reached and lost again",
    "not reached, no deadline": "No deadline: not reached",
    "cannot be said": "Cannot be said",
}
assert set(GROUPS) == set(groups.GROUPS)
TERMS: dict[Term, str] = {
    "past": "deadline past",
    "ahead": "deadline ahead",
    "none": "no deadline",
}
SIZES: dict[Size, str] = {
    "under 1.5": "under 1.5 times",
    "1.5 to 2": "1.5 to 2 times",
    "2 to 4": "2 to 4 times",
    "4 or more": "4 times or more",
    "not known": "not known",
}
assert set(TERMS) == set(groups.TERMS)
assert set(SIZES) == set(groups.SIZES)
_PAST = (*groups.DATED, "reached, lost later")
NOTHING_LEFT = "No target passes all filters. Widen one of them."
THIS_PAIR = "this pair"
EACH_WAY = "Each target: where trade stood when it was named, and at its deadline"
MEANING = (
    "Each line runs from where trade stood when the target was named to where it stood "
    f"at the deadline, or last. Those marked “{THIS_PAIR}” are not in the counts above."
)
CAPTION = f"{MEANING} Select a mark to see both sources."
BEFORE = "when the target was named"
AFTER = "at its deadline, or last"
KINDS = {
    LEVEL: "trade of a year",
    CUMULATIVE: "several years together",
    PURCHASE: "a commitment to buy",
}


def pair(record: Record, item: Pledge) -> str:
    """Return the two economies: ``Aland–Beeland``."""
    return "–".join(economies.name(record, code) for code in item.economies)


def value(item: Pledge) -> str:
    """Return what was aimed at, in dollars or in the words of the source."""
    return item.value_other or stated(item.target)


def aim(item: Pledge) -> str:
    """Return what was aimed at, by when: ``$2 billion by 1975``."""
    if item.target.deadline:
        return f"{value(item)} {targets.deadline(item.target)}"
    return f"{value(item)} without a deadline"


def name(record: Record, item: Pledge) -> str:
    """Return a target in one line: ``Aland–Beeland, $2 billion by 1975``."""
    own = f" ({THIS_PAIR})" if item.is_own else ""
    before = " " if item.target.deadline else ", "
    term = targets.deadline(item.target)
    return f"{pair(record, item)}{own}, {value(item)}{before}{term}"


def label(record: Record, item: Pledge) -> str:
    """Return the text above a line of the chart, before both shares."""
    own = f" ({THIS_PAIR})" if item.is_own else ""
    by = f" by {item.target.deadline[:4]}" if item.target.deadline else ""
    target = item.target
    aimed = bounded(target.quantity, axis_money(target.value, target.unit))
    return f"{pair(record, item)}{own}  {aimed}{by}"


def way(item: Pledge) -> str:
    """Return the shares before and after: ``53% → at least 80%``."""
    shares = item.share_before, item.share_after
    if not any(shares):
        return "where trade stood is not known"
    return " → ".join(percent(share) if share else "not known" for share in shares)


def fate(item: Pledge) -> str:
    """Return what became of a target, or why that is not judged."""
    if item.outcome is not None:
        return targets.state(item.outcome)
    if item.kind != LEVEL:
        return f"not judged: {KINDS[item.kind]}"
    return "not judged: no value in dollars" if item.value_other else "not counted"


def became(item: Pledge) -> str:
    """Return what became of a target, as a sentence."""
    if item.outcome is not None and item.outcome.lack:
        return f"What became of it {fate(item)}."
    is_past = item.outcome and item.outcome.state in _PAST
    return f"It {'was' if is_past else 'is'} {fate(item)}."


def how_they_fared(record: Record, pledges: Sequence[Pledge]) -> str:
    """Return how the targets of the two economies fared, in one sentence."""
    codes = [item.code for item in record.dataset.economies]
    theirs = groups.shared(pledges, codes)
    whose = listed([item.name for item in record.dataset.economies], "or")
    return _fared(theirs, f"targets of {whose}") or (
        f"Of no target of {whose} can it be said yet what became of it."
    )


def elsewhere(record: Record, pledges: Sequence[Pledge]) -> str:
    """Return how dated targets of others fared, beside those of the two economies."""
    codes = [item.code for item in record.dataset.economies]
    judged = groups.of_state(groups.others(pledges, codes), *groups.DATED)
    if not judged:
        return ""
    ones = "one" if len(judged) == 1 else "ones"
    return f"Elsewhere, of {len(judged)} dated {ones} {_dated(judged)}."


def _fared(pledges: Sequence[Pledge], whose: str) -> str:
    dated = groups.of_state(pledges, *groups.DATED)
    undated = groups.of_state(pledges, *groups.UNDATED)
    parts: list[str] = []
    if dated:
        noun = whose if len(dated) > 1 else whose.replace("targets", "target", 1)
        parts.append(
            f"of {len(dated)} dated {noun} that can be judged, {_dated(dated)}"
        )
    if undated:
        noun = "" if dated else f" {_noun(undated, whose)}"
        parts.append(f"of {len(undated)}{noun} without a deadline, {_undated(undated)}")
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _noun(pledges: Sequence[Pledge], whose: str) -> str:
    return whose if len(pledges) > 1 else whose.replace("targets", "target", 1)


def _dated(judged: Sequence[Pledge]) -> str:
    in_time = len(groups.of_state(judged, "reached"))
    later = len(groups.of_state(judged, "missed, passed later"))
    after = f" and {later} later" if later else ""
    return f"{_were(in_time)} reached in time{after}"


def _undated(judged: Sequence[Pledge]) -> str:
    reached = len(groups.of_state(judged, "reached, no deadline"))
    lost = len(groups.of_state(judged, "reached, lost later"))
    parts = [
        f"{_were(count)} {words}"
        for count, words in ((reached, "reached"), (lost, "reached and lost again"))
        if count
    ]
    return listed(parts) if parts else "none was reached"


def _were(count: int) -> str:
    return {0: "none was", 1: "1 was"}.get(count, f"{count} were")


def shown(passing: Sequence[Pledge], pledges: Sequence[Pledge]) -> str:
    """Return how many of the targets are shown, and in how many pairs."""
    others = [item for item in passing if not item.is_own]
    return (
        f"{len(others)} of {counted(len(pledges), 'target')} in "
        f"{counted(groups.pairs(others), 'pair')} of economies"
    )


def alt(by_state: Mapping[State, Sequence[Pledge]]) -> str:
    """Return the alternative text of the chart, numbers first."""
    counts = [
        f"{len(items)} {lower_first(GROUPS[state])}"
        for state, items in by_state.items()
    ]
    return (
        f"Where trade stood, as a share of {sum(map(len, by_state.values()))} targets, "
        f"{BEFORE} and {AFTER}: {listed(counts)}. The table has each."
    )


def nearest(record: Record, item: Pledge, own: Sequence[Pledge]) -> str:
    """Return the target most like this pair's, in two sentences."""
    mine = min(own, key=lambda one: abs(_day(one) - _day(item)))
    days = (_day(item) - _day(mine)).days
    when = (
        f"{counted(abs(days), 'day')} {'before' if days < 0 else 'after'} this pair"
        if days
        else "On the same day as this pair"
    )
    ask = f": {computed(item.ask)} times what trade was" if item.ask else ""
    ours = [computed(one.ask) for one in own if one.ask]
    beside = f" (this pair: {listed(ours)} times)" if ask and ours else ""
    who = listed([economies.name(record, code) for code in item.economies])
    return f"{when}, {who} named {aim(item)}{ask}{beside}. {became(item)}"


def why_nearest(record: Record) -> Caveat:
    """Return the rule by which the nearest relative is chosen."""
    whose = listed([item.name for item in record.dataset.economies], "or")
    return Caveat(
        "nearest",
        "Why this one?",
        (
            f"Of the targets of {whose} that have a deadline, or have none, as this "
            "pair’s do, it was named nearest in time; of one day, the one nearest in "
            "the size of what it asked for.",
        ),
    )


def _day(item: Pledge) -> date:
    return date.fromisoformat(item.target.stated_on)
