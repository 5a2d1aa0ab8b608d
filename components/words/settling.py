"""What decides about a target, and which figure would settle it."""

from __future__ import annotations

from collections.abc import Sequence

from components.measures.comparability import LIKE, ROUGH, compare
from components.measures.outcome import Fate, Outcome
from components.measures.readings import Reading, as_date
from components.measures.record import Record
from components.words import comparisons, names
from components.words.targets import LACKS, named, state
from components.words.values import listed, short_period, stated

MOST_VALUES = 4  # that an explanation lists


def explained(record: Record, found: Fate) -> list[str]:
    """Return what decides about one target, by claimed and by published figures."""
    return [
        " ".join([f"{_says(whose, item)}.", *_decided(record, found.target, item)])
        for whose, item in (("Claimed", found.claimed), ("Published", found.published))
    ]


def _says(whose: str, found: Outcome) -> str:
    if found.lack:
        return f"{whose} figures do not say: {LACKS[found.lack]}"
    return f"{whose} figures: {state(found)}"


def _decided(record: Record, target: Reading, found: Outcome) -> list[str]:
    """Return what decides a state, the highest value, and why it is rough."""
    lines = []
    shown = found.decisive
    if found.state == "not reached, no deadline":
        shown = (max(shown, key=lambda item: item.value),)
        lines.append(f"The highest since is {_values(record, shown)}.")
    elif shown:
        verb = "These differ" if found.lack else "This decides"
        lines.append(f"{verb}: {_values(record, shown)}.")
    highest = found.highest
    if highest and all(item.value < highest.value for item in shown):
        lines.append(f"The highest of any time is {_values(record, [highest])}.")
    why = [] if found.lack else _why_rough(record, target, found, shown)
    return [*lines, f"Rough, since {'; '.join(why)}."] if why else lines


def _why_rough(
    record: Record, target: Reading, found: Outcome, shown: Sequence[Reading]
) -> list[str]:
    """Return why what decides compares only roughly, each reason once."""
    if found.verdict != ROUGH:
        return []
    compared = [compare(item, target) for item in shown]
    why = [comparisons.reasons(record, item) for item in compared if item.reasons]
    why += [
        f"{stated(item)} may be more"
        for item in shown
        if item.quantity.open_above and item.value < target.value
    ]
    if found.by_neighbours:
        why.append("there is no figure for the deadline’s own year")
    return list(dict.fromkeys(why))[:MOST_VALUES]


def _values(record: Record, readings: Sequence[Reading]) -> str:
    """Return values with period and speaker, each once however many quote it."""
    found = dict.fromkeys(
        f"{stated(item)} for {short_period(item)} {_who(record, item)}"
        for item in readings
    )
    shown, left = list(found)[:MOST_VALUES], len(found) - MOST_VALUES
    return listed([*shown, *([f"{left} more"] if left > 0 else [])])


def _who(record: Record, reading: Reading) -> str:
    if not reading.is_attributed:
        return "without a named source"
    return f"from {names.surname(record, reading.stated_by)}"


def would_settle(record: Record, fates: Sequence[Fate]) -> list[tuple[str, str]]:
    """Return which figure would settle what: of which targets, and which figure.

    From whom and covering what; targets that the same figure would settle stand
    together, and those that are settled do not appear.
    """
    called = named([found.target for found in fates])
    groups: dict[str, list[str]] = {}
    for found in fates:
        words = _settling(record, found)
        if words:
            groups.setdefault(words, []).append(called[found.target.reading_id])
    return [(listed(targets), words) for words, targets in groups.items()]


def _settling(record: Record, found: Fate) -> str:
    target, item = found.target, found.published
    if not target.stated_on:
        return (
            "Nothing can be set against it before the day is known that it was named."
        )
    if item.lack == "figures disagree":
        return f"Which of these holds: {_values(record, item.decisive)}?"
    ahead = bool(target.deadline) and found.as_of <= as_date(target.deadline)
    settled = not item.lack and item.verdict == LIKE and not ahead
    if settled and item.state != "not reached, no deadline":
        return ""
    words = _figure(record, target)
    if not target.deadline:
        words += (
            " It is reached by one at least as high; a lower one leaves it not "
            "reached, since it has no deadline."
        )
    if not target.basis_stated:
        words += (
            " Nobody said what the target counts, so the comparison would stay rough."
        )
    return words


def _figure(record: Record, target: Reading) -> str:
    """Return the figure that is asked for: of what, for when, from whom."""
    first, second = (economy.name for economy in record.dataset.economies)
    when = (
        f"{target.deadline[:4]}, the year of its deadline"
        if target.deadline
        else f"any whole year from {target.stated_on[:4]} on"
    )
    what = f"of {names.concept(target.concept)}"
    whom = f"a statistical body of {first} or {second}"
    return (
        f"A published figure {what} for {when}, {names.direction(record, target)}, "
        f"from {whom}."
    )
