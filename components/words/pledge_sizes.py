"""What separates reached targets from missed ones, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.measures import pledge_groups as groups
from components.measures.pledge_groups import Middle
from components.measures.pledges import Pledge
from components.measures.record import Record
from components.words import pledges as words
from components.words.caveats import Caveat
from components.words.values import computed, counted, listed, plain_number

TITLE = "What separates them"
CAPTION = (
    "Each mark is a dated target that can be judged and whose baseline is known: how "
    "many times the trade of its day it asked for, and in how many years."
)
ACROSS = "years given"
UPWARDS = "times the trade of the day"
KEY = {
    "reached": "reached in time",
    "missed, passed later": "passed only later",
    "missed": "missed",
}
assert set(KEY) == set(groups.DATED)
_MISSED = ("missed, passed later", "missed")


@dataclass(frozen=True)
class Said:
    """A sentence, and the rows that it rests on."""

    text: str
    rows: Caveat


def sized(pledges: Sequence[Pledge]) -> list[Pledge]:
    """Return the dated targets that can be judged and have both numbers."""
    return [
        item
        for item in groups.of_state(pledges, *groups.DATED)
        if item.ask is not None and item.years_given is not None
    ]


def said(record: Record, pledges: Sequence[Pledge]) -> list[Said]:
    """Return the medians, for targets of the two economies and of others."""
    codes = [item.code for item in record.dataset.economies]
    whose = listed([item.name for item in record.dataset.economies], "or")
    scopes = (
        ("own", f"Of {whose}", groups.shared(pledges, codes)),
        ("others", "Elsewhere", groups.others(pledges, codes)),
    )
    return [
        _said(record, key, name, group)
        for key, name, every in scopes
        if (group := sized(every))
    ]


def _said(record: Record, key: str, name: str, pledges: Sequence[Pledge]) -> Said:
    reached = groups.of_state(pledges, "reached")
    missed = groups.of_state(pledges, *_MISSED)
    parts = [
        _medians(group, which)
        for group, which in ((reached, "reached in time"), (missed, "missed"))
        if group
    ]
    return Said(
        f"{name}: {'; '.join(parts)}.",
        Caveat(
            f"sizes-{key}",
            f"Which {len(pledges)}?",
            (
                "The median of each number as stated, whatever its bound; in brackets "
                "the least and the greatest.",
                *(_row(record, item) for item in (*reached, *missed)),
            ),
        ),
    )


def _medians(group: Sequence[Pledge], which: str) -> str:
    asked = groups.middle(group, groups.asked)
    years = groups.middle(group, groups.years_given)
    assert asked is not None
    assert years is not None
    return (
        f"the {len(group)} {which} asked for {_middle(asked)} times the trade of the "
        f"day in {_middle(years)} years"
    )


def _middle(spread: Middle) -> str:
    middle, least, most = (
        plain_number(number, 2) for number in (spread.middle, spread.least, spread.most)
    )
    return middle if least == most else f"{middle} ({least} to {most})"


def _row(record: Record, item: Pledge) -> str:
    return f"{words.name(record, item)}: {point(item)}, {words.fate(item)}."


def point(item: Pledge) -> str:
    """Return the size of the ask and the years given: ``2.5 times in 4 years``."""
    assert item.ask is not None
    assert item.years_given is not None
    years = plain_number(item.years_given, 2)
    return f"{computed(item.ask)} times in {years} year{'' if years == '1' else 's'}"


def alt(pledges: Sequence[Pledge]) -> str:
    """Return the alternative text of the chart, numbers first."""
    drawn = sized(pledges)
    counts = [
        f"{len(groups.of_state(drawn, state))} {name}" for state, name in KEY.items()
    ]
    return (
        f"{counted(len(drawn), 'target')} by {UPWARDS} and {ACROSS}: {listed(counts)}."
    )
