"""A sentence to write: how well the data support it, and why not better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.measures.readings import (
    RECORDED,
    STATISTICAL_BODY,
    Reading,
)
from components.measures.record import Record
from components.words import conversion, speakers
from components.words.statements import (
    own_words,
    sentence,
)
from components.words.values import (
    listed,
    sentence_case,
)

Group = Literal["safe", "caveat", "never"]
SAFE: Group = "safe"
CAVEAT: Group = "caveat"
NEVER: Group = "never"
GROUPS: dict[Group, str] = {
    SAFE: "Safe to publish",
    CAVEAT: "Needs its caveat",
    NEVER: "Do not write",
}
ABOUT: dict[Group, str] = {
    SAFE: "Each says who stated the value and when.",
    CAVEAT: "The caveat is part of what is copied.",
    NEVER: "Easily written, and more than the data say.",
}
STATEMENT = "A statement, not a statistic"
# Words in a label or a period that say more than that somebody said so.
_SAYS_MORE = re.compile(r"\b(?:reached|will|by \d{4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Claim:
    """A sentence, how well the data support it, and from which readings.

    Parameters
    ----------
    reason
        Why it is in its group, in a few words; empty if the group says so.
    caveat
        What has to stand with it, in whole sentences.
    """

    group: Group
    text: str
    reading_ids: tuple[str, ...]
    reason: str = ""
    caveat: str = ""

    @property
    def to_copy(self) -> str:
        """The sentence with its caveat."""
        return f"{self.text} {self.caveat}".strip()


def of_group(claims: Sequence[Claim], group: Group) -> list[Claim]:
    """Return the sentences of one group."""
    return [claim for claim in claims if claim.group == group]


def plain(record: Record, reading: Reading, today: date) -> Claim:
    """Return the sentence that says only who stated a value, and when."""
    text = sentence(record, reading, today)
    grounds = doubts(record, reading)
    if not grounds:
        return Claim(SAFE, text, (reading.reading_id,))
    return Claim(
        CAVEAT,
        text,
        (reading.reading_id,),
        sentence_case(listed([reason for reason, _ in grounds])),
        " ".join(words for _, words in grounds if words),
    )


def doubts(record: Record, reading: Reading) -> list[tuple[str, str]]:
    """Return why a sentence needs a caveat, each in a few words and in a sentence."""
    source = record.dataset.source_of[reading.source_id]
    is_published = reading.series == RECORDED
    checks = (
        (not reading.stated_on, "no day", "The day is not known."),
        (not reading.is_attributed, "no speaker", "No speaker is named."),
        (reading.questioned, "questioned", questioned(reading)),
        (
            is_published and reading.value == 0,
            "may be rounded",
            "A published zero may be a rounded one.",
        ),
        (
            is_published and reading.side != STATISTICAL_BODY,
            "no statistical body",
            _own_note(reading) or "No statistical body is named behind it.",
        ),
        (
            bool(reading.said_currency),
            "converted",
            conversion.sentence(record, reading),
        ),
        (not source["url"], "no link", "The source has no address."),
        (
            bool(_SAYS_MORE.search(own_words(record, reading))),
            "says more",
            "The words on the period are the source’s.",
        ),
    )
    return [(reason, words) for applies, reason, words in checks if applies]


def _own_note(reading: Reading) -> str:
    """Return a value's own note; that of a questioned value is given elsewhere."""
    return "" if reading.questioned else reading.note.strip()


def without_the_caveat(note: str) -> str:
    """Return a note without the opening words that its caveat repeats."""
    return note.removeprefix(f"{STATEMENT}.").strip()


def questioned(reading: Reading) -> str:
    """Return the sentence that a value is questioned, and why."""
    note = reading.note.strip()
    if note.casefold().startswith("questioned"):
        return note
    return f"The value is questioned. {note}".strip()


def headlines(record: Record, readings: Sequence[Reading]) -> list[Reading]:
    """Return the headline of each fact that some readings belong to."""
    facts = record.dataset.fact_of
    return [
        item for item in readings if facts[item.fact_id]["headline"] == item.reading_id
    ]


def body_name(record: Record, reading: Reading) -> str:
    """Return who gave a value, for a bracket: the full name without its title."""
    if record.speaker(reading.stated_by):
        return speakers.person(reading.stated_by)
    return speakers.brief(record, reading)
