"""Names for the keys of controls, series, verdicts and tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from components.measures.comparability import LIKE, ROUGH, UNLIKE
from components.measures.readings import (
    BALANCE,
    BOTH_SIDES,
    RECORDED,
    REPORTED,
    STATISTICAL_BODY,
    TARGET,
    THIRD_PARTY,
    UNATTRIBUTED,
    Reading,
)
from components.measures.record import Record
from components.view import (
    ACTUAL,
    AIMED_AT,
    AXES,
    BOTH,
    STEP,
    TIME,
    VIEWS,
    Assumption,
    View,
)
from components.words.sources import link
from components.words.values import listed

VIEW = {ACTUAL: "Actual (claimed)", AIMED_AT: "Target", BOTH: "Both"}
AXIS = {STEP: "By step", TIME: "Over time"}
SERIES = {REPORTED: "Claimed", TARGET: "Target", RECORDED: "Published"}
VERDICT = {LIKE: "like with like", ROUGH: "rough", UNLIKE: "not like with like"}
TABS = {
    "agreements": "Agreements",
    "timeline": "Timeline",
    "track": "On track?",
    "pledges": "Other pledges",
    "voices": "Who says what",
    "data": "Data and method",
}
assert set(VIEW) == set(VIEWS)
assert set(AXIS) == set(AXES)

READERS_YEAR = "your year"
MANY_WORDS = 6  # of both names: more, and the pair is called "the two"
NO_DEADLINE = "no deadline"
# Concepts that fit into a sentence as they are.
PLAIN = ("trade", "cooperation")
# What a concept is called inside a sentence; others as the package names them.
_NOUNS = {
    "trade, basis not stated": "trade",
    "cooperation, basis not stated": "cooperation",
}


def view_name(view: View) -> str:
    """Return a view in words, with the reader's own year if there is one."""
    parts = [VIEW[view.view], AXIS[view.axis].lower()]
    if not view.by_step and view.logarithmic:
        parts.append("logarithmic scale")
    if not view.by_step and not view.published:
        parts.append("without published figures")
    if view.assumption:
        parts.append(assumption_label(view.assumption))
    return ", ".join(parts)


def assumption_label(assumed: Assumption) -> str:
    """Return the label of the reader's year, which says whose it is."""
    return f"{assumed.year}, year chosen by the reader"


def concept(name: str) -> str:
    """Return what a concept is called inside a sentence: ``trade``, ``goods``."""
    return _NOUNS.get(name, name)


def in_a_sentence(name: str) -> str:
    """Return a concept as what is exchanged: ``trade``, ``trade in goods``."""
    noun = concept(name)
    return noun if noun in PLAIN else f"trade in {noun}"


def is_statement(reading: Reading) -> bool:
    """Return whether an official said it, rather than some other text."""
    return reading.side != THIRD_PARTY


def nominal(stated_by: str) -> str:
    """Return a speaker as the subject of a sentence, the title closed by a comma."""
    return f"{stated_by}," if "," in stated_by else stated_by


_NAMES_A_BODY = re.compile(r" of (?:the |an? |[^\Wa-z_])")


def office(record: Record, stated_by: str, today: date) -> str:
    """Return a speaker by office, as a newspaper introduces one.

    ``Aland's then president``; ``the then head of the port``, where the office names
    its body, as ``minister of trade`` does not; the name without its title if no
    office is known.
    """
    known = record.speaker(stated_by)
    if not known:
        return surname(record, stated_by)
    until = known.get("until", "")
    then = "then " if until and until <= today.isoformat() else ""
    held = str(known["office"])
    if _NAMES_A_BODY.search(held):
        return held if held.startswith(("a ", "an ", "the ")) else f"the {then}{held}"
    return f"{record.economy_name(known['economy'])}’s {then}{held}"


def surname(record: Record, stated_by: str) -> str:
    """Return the short name of a speaker, for every mention after the first."""
    known = record.speaker(stated_by)
    return str(known["surname"]) if known else stated_by.split(",")[0]


def speaker(record: Record, stated_by: str) -> str:
    """Return who said it, or the source's words for leaving that open."""
    if stated_by.startswith(UNATTRIBUTED):
        return stated_by.replace(UNATTRIBUTED, "unattributed", 1)
    return stated_by


def is_joint(record: Record, stated_by: str) -> bool:
    """Return whether a speaker is both economies: ``Aland and Beeland``."""
    first, second = (economy.name for economy in record.dataset.economies)
    return stated_by in (f"{first} and {second}", f"{second} and {first}")


def partner(record: Record, stated_by: str) -> str:
    """Return with whom a speaker's economy trades; "between" both if unknown."""
    names = [economy.name for economy in record.dataset.economies]
    known = record.speaker(stated_by)
    if is_joint(record, stated_by):
        return "with each other"
    if sum(len(name.split()) for name in names) > MANY_WORDS:
        return "between the two"
    if not known:
        return f"between {listed(names)}"
    other = next(
        item.name for item in record.dataset.economies if item.code != known["economy"]
    )
    return f"with {other}"


def direction(record: Record, reading: Reading) -> str:
    """Return the direction of a flow in words."""
    if not reading.exporter:
        return "both directions"
    names = record.economy_name(reading.exporter), record.economy_name(reading.importer)
    return (" with " if reading.kind == BALANCE else " to ").join(names)


def side(record: Record, name: str) -> str:
    """Return for whom a speaker speaks: one economy, both together, or neither."""
    first, second = (economy.name for economy in record.dataset.economies)
    return {
        "first economy": first,
        "second economy": second,
        BOTH_SIDES: f"{first} and {second} together",
        THIRD_PARTY: "a third party, neither of the two",
        STATISTICAL_BODY: "a statistical body",
    }[name]


def sources(record: Record, readings: Sequence[Reading]) -> list[str]:
    """Return the publishers of some readings, each once."""
    publishers = [link(record, reading.source_id).name for reading in readings]
    return list(dict.fromkeys(publishers))
