"""All that can be said of one reading: where it comes from, its rivals, its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.dataset import Dataset
from components.measures.comparability import (
    compare,
)
from components.measures.readings import (
    Reading,
    readings_of,
)
from components.measures.steps import (
    Step,
    steps,
)
from components.sentences import definition, one_source
from components.wording import (
    as_markdown,
    day,
    direction,
    listed,
    period,
    stated,
    verdict,
)

_BOUNDS = {
    "exact": "as an exact value",
    "at least": "as a lower bound",
    "about": "as a rough value",
    "at most": "as an upper bound",
}


@dataclass(frozen=True)
class Passport:
    """What a reader must see before trusting a reading, as Markdown.

    Parameters
    ----------
    title
        Value and fact.
    lines
        Label and text of each thing known of it.
    rivals
        The other readings of the same fact.
    comparisons
        Verdicts beside the values of the step chart.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    rivals: tuple[str, ...]
    comparisons: tuple[str, ...]


def reading(dataset: Dataset, reading_id: str) -> Reading | None:
    """Return a reading by its identifier, or None if there is none."""
    rows = dataset.readings[dataset.readings["reading_id"].eq(reading_id)]
    if rows.empty:
        return None
    facts = readings_of(dataset, list(rows["fact_id"]))
    return next(item for item in facts if item.reading_id == reading_id)


def passport(dataset: Dataset, found: Reading) -> Passport:
    """Return the passport of a reading."""
    same = readings_of(dataset, [found.fact_id])
    placed = steps(dataset)
    return Passport(
        title=as_markdown(f"{stated(found)} · {found.label}"),
        lines=tuple(
            (label, text) for label, text in _lines(dataset, placed, found) if text
        ),
        rivals=tuple(_rival(dataset, other) for other in same if other != found),
        comparisons=tuple(_comparisons(placed, found)),
    )


def _lines(
    dataset: Dataset, placed: Sequence[Step], found: Reading
) -> list[tuple[str, str]]:
    source = dataset.source_of[found.source_id]
    fact = dataset.fact_of[found.fact_id]
    is_headline = fact["headline"] == found.reading_id
    when = day(found.stated_on) if found.stated_on else "date not known"
    place = when, found.stated_in
    published = source["published_on"]
    meaning = definition(dataset, found.concept)
    return [
        ("Value", as_markdown(f"{stated(found)}, stated {_BOUNDS[found.bound]}")),
        ("Words", f"“{as_markdown(found.wording)}”" if found.wording else ""),
        ("Said by", as_markdown(f"{found.stated_by} ({side(dataset, found.side)})")),
        (
            "When and where",
            as_markdown(", ".join(filter(None, place))),
        ),
        ("Period", as_markdown(period(found))),
        ("Counts", as_markdown(f"{found.concept}. {meaning}")),
        (
            "Direction",
            as_markdown(direction(found.exporter, found.importer, dataset))
            if found.unit == "USD"
            else "",
        ),
        (
            "Source",
            one_source(found.source_id, dataset)
            + as_markdown(f". {source['title']}")
            + as_markdown(f", {day(published)}" if published else ", no date shown"),
        ),
        ("Questioned", "Yes; see the note." if found.questioned else ""),
        ("Note", as_markdown(found.note)),
        ("On the source", as_markdown(source["note"])),
        (
            "Headline",
            as_markdown(
                fact["rule"] if is_headline else f"No; that is {fact['headline']}."
            ),
        ),
        ("In the trajectory", as_markdown(_sum(placed, found))),
        ("Identifier", as_markdown(found.reading_id)),
    ]


def side(dataset: Dataset, name: str) -> str:
    """Return whose side a speaker is on, with the economy's name."""
    first, second = (economy.name for economy in dataset.economies)
    return {"first economy": first, "second economy": second}.get(name, name)


def _rival(dataset: Dataset, other: Reading) -> str:
    """Return another reading of the same fact with its speaker and source."""
    link = one_source(other.source_id, dataset)
    words = f"{other.stated_by}; {other.period_label}; {other.concept}"
    return f"**{as_markdown(stated(other))}** · {as_markdown(words)} · {link}"


def _comparisons(placed: Sequence[Step], found: Reading) -> list[str]:
    """Return verdicts beside the totals of the step chart."""
    return [
        f"**{as_markdown(stated(step.total))}** ({as_markdown(_step_name(step))}): "
        f"{as_markdown(verdict(compare(found, step.total)))}"
        for step in placed
        if found.reading_id not in {part.reading_id for part in step.parts}
    ]


def _step_name(step: Step) -> str:
    """Return what a step is; a sum has no label of its own."""
    total = step.total
    summed = f"recorded, {total.concept}, {total.period_label}"
    return summed if len(step.parts) > 1 else total.label


def _sum(placed: Sequence[Step], found: Reading) -> str:
    """Return with what a reading is added up in the trajectory, or nothing."""
    for step in placed:
        others = [part for part in step.parts if part != found]
        if found in step.parts and others:
            named = [f"{stated(part)} ({part.reading_id})" for part in others]
            return f"added up with {listed(named)} to {stated(step.total)}"
    return ""
