"""Sentences to write on targets that others declared."""

from __future__ import annotations

from datetime import date

from components.measures import pledge_groups as groups
from components.measures.pledges import own, pledges
from components.measures.record import Record
from components.words.claim import CAVEAT, Claim
from components.words.pledge_source import to_write
from components.words.pledges import how_they_fared
from components.words.values import counted


def claims(record: Record, today: date) -> list[Claim]:
    """Return how the targets of the two economies fared, and the nearest relative."""
    collected = pledges(record, today)
    codes = [item.code for item in record.dataset.economies]
    judged = groups.of_state(
        groups.shared(collected, codes), *groups.DATED, *groups.UNDATED
    )
    if not judged:
        return []
    near = groups.nearest(collected, own(record, today))
    return [
        Claim(
            CAVEAT,
            how_they_fared(record, collected),
            tuple(item.pledge_id for item in judged),
            "Not a sample",
            f"Counted in {counted(groups.pairs(judged), 'pair')} of economies, "
            "collected and not drawn as a sample: it says nothing of the next target.",
        ),
        *([to_write(record, near)] if near else []),
    ]
