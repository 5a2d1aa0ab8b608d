"""A past day in words: that it is replayed, what is left out, and by which rule."""

from __future__ import annotations

from components.dataset import Dataset, Replay
from components.measures.record import Record
from components.words.caveats import Caveat
from components.words.values import counted, day, listed

COLUMN = "The day on which the row was known as it stands here."
LEAVE = "Show all that is known"
LABEL = "As known on"
HELP = (
    "Shows the page as a reader could have had it on a day of the past; off unless "
    "you pick one."
)
# What a row of each table is called when it is left out.
_ROWS = {
    "readings": "value",
    "agreements": "agreement",
    "events": "event",
    "evidence": "body-year",
    "sources": "source",
    "rungs": "rung",
    "pledges": "pledge",
    "pledge_values": "pledge value",
    "pledge_sources": "pledge source",
}
RULE = (
    "What was said in public counts from the day it was said; an agreement or an event "
    "from the day its source was printed, if that is later than its own; a published "
    "figure from its publication. A month or a year counts from its last day, "
    "or from the day in it on which the source was printed."
)


def as_known(dataset: Dataset) -> str:
    """Return the day as known on which a package is shown, or nothing."""
    return (
        f"as known on {day(dataset.replay.day.isoformat())}" if dataset.replay else ""
    )


def titled(dataset: Dataset) -> str:
    """Return the title of a package, with the day replayed if there is one."""
    return ", ".join(filter(None, [dataset.title, as_known(dataset)]))


def banner(replay: Replay) -> str:
    """Return the notice that a day is replayed, and how many rows are left out."""
    count = replay.rows
    left = (
        f" {counted(count, 'row')} without a day {'is' if count == 1 else 'are'} left "
        "out."
        if count
        else ""
    )
    return f"{LABEL} {day(replay.day.isoformat())}.{left}"


def why(replay: Replay) -> Caveat:
    """Return what counts as known on the day, and what is left out or hidden."""
    lines = [RULE]
    rows = [
        counted(count, _ROWS.get(table, "row"))
        for table, count in replay.undated_rows.items()
        if count
    ]
    if rows:
        lines.append(f"Left out, since nothing dates them: {listed(rows)}.")
    lines.append(
        f"Hidden, since they carry no day: {listed(_hidden(replay))}. A doubt about a "
        "value stays, whenever it was raised."
    )
    lines.append(
        "Offices, ages and verdicts are those of that day; version, day and terms of "
        "the data are today’s."
    )
    if replay.printed_later:
        lines.append(
            f"{counted(replay.printed_later, 'source')} cited here "
            f"{'was' if replay.printed_later == 1 else 'were'} printed later, for what "
            "had been said by that day."
        )
    return Caveat("as-known-on", "Why?", tuple(lines))


def _hidden(replay: Replay) -> list[str]:
    """Return what is hidden: kinds of prose, and the number of statuses."""
    statuses = sum(
        count
        for (_, column), count in replay.hidden_cells.items()
        if column == "status"
    )
    words = ["notes", "the list of what is not known", "why a value is shown first"]
    return [*words, *([_statuses(statuses)] if statuses else [])]


def _statuses(count: int) -> str:
    return f"the status of {counted(count, 'agreement')}"


def first_shown(record: Record, fact_id: str) -> str:
    """Return why one value of a fact is shown first, as far as known that day."""
    rule = str(record.dataset.fact_of[fact_id]["rule"])
    if rule or not record.dataset.replay:
        return rule
    return (
        "On this day: the page’s first choice if it was known, else one with a named "
        "speaker, a day and a period."
    )
