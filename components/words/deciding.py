"""What decides a target's fate, the highest value, and what is rough about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.measures.comparability import (
    MAX_LENGTH_DIFFERENCE,
    ROUGH,
    YEAR,
    compare,
)
from components.measures.outcome import Fate, Outcome, hangs_on_its_base
from components.measures.readings import (
    BALANCE,
    GROWTH,
    RECORDED,
    REPLACES,
    RESTATES,
    Reading,
    days_covered,
)
from components.measures.record import Record
from components.words import comparisons, names, speakers
from components.words.targets import LACKS, fate_line, state
from components.words.values import (
    amount,
    bounded,
    for_period,
    from_base,
    listed,
    marked,
    on_day,
    rounded,
    sentence_case,
    short_period,
    stated,
)

MOST_VALUES = 4  # that an explanation lists


def explained(record: Record, fate: Fate) -> list[str]:
    """Return what decides one target, by claimed and by published figures."""
    return [
        *_as_aimed_at(record, fate),
        *(
            " ".join([f"{_says(whose, item)}.", *_decided(record, fate, item)])
            for whose, item in (
                ("Claimed", fate.claimed),
                ("Published", fate.published),
            )
        ),
    ]


def decisions(record: Record, fates: Sequence[Fate]) -> list[tuple[str, list[str]]]:
    """Return what decides each target; targets with the same answer share it."""
    together: dict[tuple[str, ...], list[str]] = {}
    for fate in fates:
        name = fate_line(fate).name
        together.setdefault(tuple(explained(record, fate)), []).append(name)
    return [("; ".join(whose), list(lines)) for lines, whose in together.items()]


def all_of_it(record: Record, day: date) -> str:
    """Return what decides about all targets on a day, as one text."""
    decided = decisions(record, record.all_fates(day))
    return " ".join(line for _, lines in decided for line in lines)


def _as_aimed_at(record: Record, fate: Fate) -> list[str]:
    """Return how a target is read, where it is no plain level, and what followed."""
    target, end = fate.target, fate.target.ended_by
    lines = []
    if derived := from_base(target):
        lines.append(f"{sentence_case(stated(target))} {derived}.")
    if target.value_high is not None:
        lines.append("A range is reached at its lower end.")
    if target.kind == BALANCE:
        lines.append("A balance is the exports of one speaker less its imports.")
    if target.kind == GROWTH and target.base:
        base = target.base
        lines.append(
            f"Growth is counted from {marked(base)} {for_period(base)}, as the average "
            "of a year."
        )
    if target.cumulative:
        lines.append("Only complete years are added up.")
    for item in target.later:
        done = {RESTATES: "Restated", REPLACES: "Replaced"}.get(item.relation)
        new = f": {stated(item)}" if item.relation == REPLACES else ""
        late = "" if end or item.relation == RESTATES else ", after its deadline"
        lines.append(
            f"{done or 'Withdrawn'} {on_day(item.stated_on)} {_by(record, item)}"
            f"{late}{new}."
        )
    return [" ".join(lines)] if lines else []


def _says(whose: str, outcome: Outcome) -> str:
    if outcome.lack:
        return f"{whose} figures do not say: {LACKS[outcome.lack]}"
    if outcome.is_ended:
        return f"{whose} figures decide nothing, since it was {state(outcome)} first"
    return f"{whose} figures: {state(outcome)}"


def _decided(record: Record, fate: Fate, outcome: Outcome) -> list[str]:
    """Return the values that decide, the highest value, and why it is rough."""
    if outcome.is_ended:
        return []
    lines = []
    target, shown = fate.target, outcome.decisive
    if outcome.state == "not reached, no deadline":
        lines.append(_since(record, target, shown))
        shown = (max(shown, key=lambda item: item.value),)
    elif shown:
        several = "These decide" if len(shown) > 1 else "This decides"
        verb = "These differ" if outcome.lack else several
        if outcome.first:
            lines.append(
                f"It was first reached by {attributed(record, [outcome.first])}."
            )
        lines.append(f"{verb}: {attributed(record, shown)}.")
        lines += _added(target, outcome)
    highest = outcome.highest
    if (
        highest
        and not highest.parts
        and all(item.value < highest.value for item in shown)
    ):
        lines.append(_highest(record, fate, highest))
    why = [] if outcome.lack else _why_rough(record, target, outcome, shown)
    return [*lines, f"Rough, since {'; '.join(why)}."] if why else lines


def _added(target: Reading, outcome: Outcome) -> list[str]:
    """Return the total of the values that decide together."""
    if outcome.total is None:
        return []
    value = amount(rounded(outcome.total.value, 3), target.unit)
    total = bounded(outcome.total, value)
    if outcome.state == "missed":
        return [f"Counted whole, these years add up to {total}."]
    return [f"Complete years alone add up to {total}."]


def _since(record: Record, target: Reading, values: Sequence[Reading]) -> str:
    """Return the highest value since a target was named.

    What was said on that very day is its starting point and is told apart.
    """
    start = [item for item in values if item.stated_on == target.stated_on]
    later = [item for item in values if item not in start]
    since = [max(later, key=lambda item: item.value)] if later else []
    if not start:
        return f"The highest since is {attributed(record, since)}."
    highest = max(start, key=lambda item: item.value)
    own = highest.stated_by == target.stated_by and target.is_attributed
    put = (
        f"The speaker put it at {marked(highest)}"
        if own
        else f"It was put at {marked(highest)} {_who(record, highest)}"
    )
    if not since:
        end = "nobody has given a figure since"
    elif len(later) == 1:
        end = f"since then there is only {attributed(record, since)}"
    else:
        end = f"the highest since then is {attributed(record, since)}"
    return f"{put} on the day the target was named; {end}."


def _highest(record: Record, fate: Fate, highest: Reading) -> str:
    """Return the highest comparable value, and why higher ones do not compare."""
    values = attributed(record, [highest])
    if highest.series != RECORDED:
        return f"The highest of any time is {values}."
    days = days_covered(highest)
    whole = days is not None and abs(days - YEAR) <= MAX_LENGTH_DIFFERENCE
    what = "total of a whole year" if whole else "figure"
    words = (
        f"The highest published {what}, {names.direction(record, fate.target)}, is "
        f"{values}"
    )
    others = _higher(record, fate, highest)
    return f"{words}; {others}." if others else f"{words}."


def _higher(record: Record, fate: Fate, highest: Reading) -> str:
    """Return why higher published values do not compare, and the highest of them."""
    target = fate.target
    why: dict[str, None] = {}
    higher = [
        item
        for item in record.published
        if item.value > highest.value
        and item.unit == target.unit
        and item.known_on <= fate.as_of.isoformat()
    ]
    for item in higher:
        why |= dict.fromkeys(_not_comparable(item, target))
    if not why:
        return ""
    top = max(higher, key=lambda item: item.value)
    of = "from " if top.exporter else "in "
    return (
        f"higher ones {listed(list(why), 'or')}: the highest of them is {marked(top)} "
        f"of {names.concept(top.concept)} {of}{names.direction(record, top)} "
        f"{for_period(top)}"
    )


def _not_comparable(reading: Reading, target: Reading) -> list[str]:
    """Return why a published value cannot be set against a target."""
    reasons, days = compare(reading, target).reasons, days_covered(reading)
    why = []
    if "direction" in reasons:
        why.append("cover another direction" if target.exporter else "go one way")
    if {"scope", "mixed scope"}.intersection(reasons):
        why.append("count something else")
    if days is not None and days < YEAR - MAX_LENGTH_DIFFERENCE:
        why.append("cover a part of a year")
    return why


def _why_rough(
    record: Record, target: Reading, outcome: Outcome, shown: Sequence[Reading]
) -> list[str]:
    """Return why the comparison that decides is rough, each reason once."""
    if outcome.verdict != ROUGH:
        return []
    compared = [compare(item, target) for item in shown]
    why = [comparisons.reasons(record, item) for item in compared if item.reasons]
    why += [
        f"{stated(item)} may be more"
        for item in shown
        if item.quantity.open_above and item.value < target.value
    ]
    why += _of_the_base(target, shown)
    if outcome.by_neighbours:
        why.append("there is no figure for the deadline’s own year")
    return list(dict.fromkeys(why))[:MOST_VALUES]


def _of_the_base(target: Reading, shown: Sequence[Reading]) -> list[str]:
    """Return why the base of a target leaves its fate open."""
    base = target.base
    if base is None or not any(hangs_on_its_base(target, item) for item in shown):
        return []
    side = "more" if target.quantity.open_above else "less"
    return [f"the base, {stated(base)}, may have been {side}"]


def attributed(record: Record, readings: Sequence[Reading]) -> str:
    """Return values with period and speaker, each once however many quote it."""
    whose = {_who(record, item) for item in readings}
    alike = len(whose) == 1
    phrases = dict.fromkeys(
        f"{marked(item)} {_when(item)}{'' if alike else f' {_who(record, item)}'}"
        for item in readings
    )
    shown, left = list(phrases)[:MOST_VALUES], len(phrases) - MOST_VALUES
    values = listed([*shown, *([f"{left} more"] if left > 0 else [])])
    every = ", all" if len(phrases) > 2 else ", both" if len(phrases) == 2 else ""
    return f"{values}{every} {whose.pop()}" if alike else values


def _when(reading: Reading) -> str:
    """Return the period of a value; for growth, from its base on."""
    if reading.kind == GROWTH and reading.parts:
        return f"from {short_period(reading.parts[0])} to {short_period(reading)}"
    return for_period(reading)


def _by(record: Record, reading: Reading) -> str:
    return _who(record, reading).replace("from ", "by ", 1)


def _who(record: Record, reading: Reading) -> str:
    if not reading.is_attributed:
        return "without a named source"
    known = record.speaker(reading.stated_by)
    who = known["surname"] if known else speakers.brief(record, reading)
    return f"from {who}"
