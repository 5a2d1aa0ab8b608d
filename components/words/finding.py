"""The first words of the page: what was claimed, what was aimed at, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from components.dataset import records
from components.measures.bounds import ABOUT, AT_LEAST, AT_MOST
from components.measures.readings import Reading
from components.measures.record import Record
from components.words import names, sources, targets
from components.words.sources import Link
from components.words.values import day, marked, sentence_case, without_bound

MOST = 2  # targets that the finding names; more are counted
_STOOD = {AT_LEAST: "had passed", ABOUT: "was about", AT_MOST: "was at most"}


def subtitle(record: Record) -> str:
    """Return the name of the pair and the day of the data."""
    made = str(record.dataset.descriptor.get("created", ""))[:10]
    updated = f" · Updated {day(made)}" if made else ""
    return f"{record.dataset.title}{updated}"


def finding(record: Record, today: date) -> str:
    """Return what was claimed, what was aimed at, and what became of it."""
    first = _said(record, today)
    if not first:
        return _nothing_yet(record)
    if record.dataset.replay and not record.targets:
        return f"{first} {targets.none_yet(record)}"
    told = _every(record) if len(record.targets) > MOST else record.targets
    became = targets.became([record.fate(target, today) for target in told])
    return f"{first} {became}".strip()


def _every(record: Record) -> list[Reading]:
    """Return all targets, also those in quantities and those without a bar."""
    return [*record.aims, *record.counted_targets]


def _nothing_yet(record: Record) -> str:
    if record.dataset.replay is None:
        return "No claimed value and no target has a place on the step chart yet."
    if record.claimed:
        return f"{targets.none_yet(record)} Earlier claims are shown over time."
    return "On this day no claimed value and no target for this trade was known."


def _said(record: Record, today: date) -> str:
    """Return who said how much and who aims at what, in one sentence."""
    claim, aims = record.latest_claim, record.targets
    if claim is None and not aims:
        return ""
    words = _claimed(record, claim, today) if claim is not None else ""
    said_by = claim.stated_by if claim is not None else ""
    if len(aims) > MOST:
        words += f"; {len(_every(record))} targets were named"
        aims = []
    for stated_by, group in groupby(aims, key=lambda item: item.stated_by):
        own = [*group]
        if stated_by == said_by:
            words += f" and aimed at {_values(own)}"
        else:
            words += f"; {_who(record, own[0], today)} aimed at {_values(own)}"
        said_by = stated_by
    return f"{sentence_case(words.removeprefix('; '))}."


def _claimed(record: Record, claim: Reading, today: date) -> str:
    noun = names.in_a_sentence(claim.concept)
    whom = names.partner(record, claim.stated_by)
    stood = _STOOD.get(claim.bound, "was")
    who = _who(record, claim, today)
    doubt = " (questioned)" if claim.questioned else ""
    return f"{who} said {noun} {whom} {stood} {without_bound(claim)}{doubt}"


def _who(record: Record, reading: Reading, today: date) -> str:
    """Return the speaker in a few words; the title is behind *Whose figures?*."""
    if not reading.is_attributed:
        return "an unattributed report"
    return names.office(record, reading.stated_by, today)


def _values(aims: Sequence[Reading]) -> str:
    """Return targets in order, each with its deadline if it has one."""
    return ", then ".join(
        f"{marked(item)} {targets.deadline(item)}" if item.deadline else marked(item)
        for item in aims
    )


def since_then(record: Record) -> list[str | Link]:
    """Return what happened since, from the events marked for it, or nothing.

    Each day links to its source.
    """
    events = record.dataset.events
    if "since_then" not in events:
        return []
    marked = events[events["since_then"].fillna(False)].sort_values("happened_on")
    parts: list[str | Link] = []
    for row in records(marked):
        before = "; " if parts else "Since then: "
        address = sources.link(record, row["source_id"]).url
        parts += [
            f"{before}{row['title'].rstrip('.')} (",
            Link(day(row["happened_on"]), address),
            ")",
        ]
    return [*parts, "."] if parts else []
