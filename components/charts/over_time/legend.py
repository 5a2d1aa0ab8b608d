"""The years without a published value, and what the looks of bars mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from components.charts.labels import LINE, text_width
from components.charts.timeaxis import (
    SEARCHED_STATES,
    Span,
    Years,
    span_of,
)
from components.measures.growth import WHOLE_YEAR
from components.measures.readings import Reading
from components.measures.record import Record
from components.words import over_time as words

SWATCH, BESIDE, APART = 14, 5, 14  # px in the legend
CHARACTERS = 44  # of a line
ROOM = 280  # px, as much as a frame of 320 px leaves
PART = "part"
SEARCHED, NOT_CHECKED = "searched", "not checked"


@dataclass(frozen=True)
class EmptyYear:
    """A year without a published value: searched in vain, or not checked."""

    year: int
    state: str
    day: date


@dataclass(frozen=True)
class Entry:
    """One line of the legend: where, and what looks how; `x` from the margin's left."""

    look: str
    lines: tuple[str, ...]
    x: float
    y: float


def empty_years(
    record: Record, drawn: Sequence[Reading], years: Years, today: date
) -> list[EmptyYear]:
    """Return the years without a published value, and whether any body was searched.

    Years that are over, of those on the axis; none if the package does not say
    what was searched. Of a past day only what is known: the searches came later.
    """
    evidence, replay = record.dataset.evidence, record.dataset.replay
    if evidence.empty:
        return []
    states: dict[int, set[str]] = {}
    for year, state in zip(evidence["year"], evidence["state"], strict=True):
        states.setdefault(int(year), set()).add(state)
    spans = [days for item in drawn if (days := span_of(item))]
    with_value = {
        year
        for days in spans
        for year in range(days.first.year, days.last.year + 1)
        if _covers_much_of(days, year)
    }
    empty = []
    for year in range(years.first.year + 1, min(years.last.year, today.year)):
        known = states.get(year, set())
        if year in with_value or "reported" in known or (replay and not known):
            continue
        state = SEARCHED if known.intersection(SEARCHED_STATES) else NOT_CHECKED
        empty.append(EmptyYear(year, state, date(year, 7, 2)))
    return empty


def _covers_much_of(days: Span, year: int) -> bool:
    """Return whether a span covers more than a quarter of a year."""
    first, last = (
        max(days.first, date(year, 1, 1)),
        min(days.last, date(year, 12, 31)),
    )
    return (last - first).days > WHOLE_YEAR / 4


def legend_of(
    record: Record,
    drawn: Sequence[Reading],
    looks: Mapping[str, str],
    empty: Sequence[EmptyYear],
    top: float,
    *,
    has_parts: bool,
) -> list[Entry]:
    """Return what each look means, in rows that fit the narrowest chart."""
    by_reporter: dict[str, list[Reading]] = {name: [] for name in looks}
    for item in drawn:
        by_reporter[words.reporter(record, item)].append(item)
    by_look: dict[str, list[str]] = {}
    for name, look in looks.items():
        by_look.setdefault(look, []).append(words.legend(name, by_reporter[name]))
    meanings = [
        (look, said[0] if len(said) == 1 else words.OTHER_REPORTERS)
        for look, said in by_look.items()
    ]
    if has_parts:
        meanings.append((PART, words.PART_OF_A_YEAR))
    states = {item.state for item in empty}
    meanings += [
        (state, text)
        for state, text in (
            (SEARCHED, words.SEARCHED),
            (NOT_CHECKED, words.NOT_CHECKED),
        )
        if state in states
    ]
    return _in_rows(meanings, top)


def _in_rows(meanings: Sequence[tuple[str, str]], top: float) -> list[Entry]:
    """Return the legend: each entry in the first row that has room for it."""
    rows: list[list[tuple[str, tuple[str, ...]]]] = []
    for look, text in meanings:
        entry = (look, tuple(wrap(text, CHARACTERS)))
        free = (row for row in rows if _width([*row, entry]) <= ROOM)
        row = next(free, None)
        if row is None:
            rows.append([entry])
        else:
            row.append(entry)
    entries = []
    for row in rows:
        for number, (look, lines) in enumerate(row):
            x = _width(row[:number]) + (APART if number else 0)
            entries.append(Entry(look, lines, x, top))
        top += LINE * max(len(lines) for _, lines in row)
    return entries


def _width(row: Sequence[tuple[str, tuple[str, ...]]]) -> float:
    widths = [SWATCH + BESIDE + max(map(text_width, lines)) for _, lines in row]
    return sum(widths) + APART * max(0, len(row) - 1)
