"""The table of targets that others declared, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.measures.pledges import Pledge
from components.measures.readings import Reading
from components.measures.record import Record
from components.measures.search import folded
from components.words import economies, pledges
from components.words.agreements import LONG, NONE, NOTE, SHORT, SOURCE, TITLE
from components.words.sources import Link, full_name
from components.words.values import (
    computed,
    day,
    listed,
    percent,
    plain_number,
    sentence_case,
    stated,
)

TABLE = "Targets declared elsewhere"
TABLE_NOTE = (
    "Size asked for and shares as far as like may be compared with like. Dash: unknown."
)


@dataclass(frozen=True)
class Cell:
    """A cell: heading, text, layout and links."""

    heading: str
    text: str
    shape: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Line:
    """A row of the table; links reach it by the target's identifier."""

    pledge_id: str
    cells: tuple[Cell, ...]

    @property
    def row(self) -> dict[str, str]:
        """What a message that disputes the row calls it."""
        return {"pledge_id": self.pledge_id, "title": self.cells[0].text}


def lines(record: Record, items: Sequence[Pledge]) -> list[Line]:
    """Return targets as rows of the table."""
    return [Line(item.pledge_id, _cells(record, item)) for item in items]


def _cells(record: Record, item: Pledge) -> tuple[Cell, ...]:
    said = item.target
    after = item.share_after
    stood = item.stood
    when = f" ({when_of(stood)})" if stood and after else ""
    return (
        Cell("Target", pledges.name(record, item), TITLE),
        Cell("Named", day(said.stated_on) if said.stated_on else NONE, SHORT),
        Cell("Asked for", f"{computed(item.ask)}×" if item.ask else NONE, SHORT),
        Cell("Came to", f"{percent(after)}{when}" if after else NONE, SHORT),
        Cell("What became of it", sentence_case(pledges.fate(item)), LONG),
        Cell("Named by", said.stated_by, LONG),
        Cell("Note", said.note or NONE, NOTE),
        Cell("Sources", "", SOURCE, tuple(sources(record, item))),
    )


def when_of(reading: Reading) -> str:
    """Return the period of a value as the source has it."""
    return reading.period_label or day(reading.period_end)


def sources(record: Record, item: Pledge) -> list[Link]:
    """Return the source of a target and that of where trade stood, by name."""
    cited = [item.target.source_id, *([item.stood.source_id] if item.stood else [])]
    return [
        Link(
            full_name(record, source_id),
            str(record.dataset.source_of[source_id]["url"]),
        )
        for source_id in dict.fromkeys(cited)
    ]


def searched(record: Record, items: Sequence[Pledge]) -> list[str]:
    """Return the text of each target that the search looks through, folded."""
    return [
        folded(
            " ".join(
                [
                    *(cell.text for cell in _cells(record, item)),
                    *(link.name for link in sources(record, item)),
                    *(item.pledge_id, item.target.wording),
                ]
            )
        )
        for item in items
    ]


def frame(record: Record, items: Sequence[Pledge]) -> pd.DataFrame:
    """Return targets as rows of a file, with what the page works out."""
    known = record.dataset.pledges.set_index("pledge_id")
    rows = known.loc[[item.pledge_id for item in items]].reset_index()
    more = pd.DataFrame([_worked_out(record, item) for item in items])
    if more.empty:
        return rows
    return pd.concat([rows, more.set_index(rows.index)], axis="columns")


def _worked_out(record: Record, item: Pledge) -> dict[str, str]:
    ask, years, after = item.ask, item.years_given, item.share_after
    names = [economies.name(record, code) for code in item.economies]
    publisher = sources(record, item)
    return {
        "economies": listed(names),
        "became": pledges.fate(item),
        "times_the_baseline": computed(ask) if ask else "",
        "years_given": plain_number(years, 2) if years else "",
        "stood_at": stated(item.stood) if item.stood else "",
        "stood_when": when_of(item.stood) if item.stood else "",
        "share_of_target": percent(after) if after else "",
        "publishers": "; ".join(link.name for link in publisher),
        "urls": " ".join(link.url for link in publisher),
    }
