"""The sentences and lists of the page, built from the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components import series
from components.dataset import Dataset
from components.measures import (
    EXACT,
    Reading,
    Step,
    Voice,
    comparability,
    gap_to_target,
    of_series,
    quotient,
    share_of_target,
    shared_voice,
)
from components.wording import (
    NO_DEADLINE,
    as_markdown,
    computed,
    day,
    deadline,
    listed,
    percent,
    sentence_case,
    stated,
    times,
    verdict,
)


def finding(steps: Sequence[Step]) -> str:
    """Return the one sentence that states what the package shows."""
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    voice = shared_voice([*reported, *targets])
    who = voice.stated_by if voice else "officials"
    parts = []
    if reported:
        parts.append(f"trade was {_reported_words(reported)}")
    if targets:
        parts.append(_target_words(targets))
    if not parts:
        return "No reported value and no target has a place on the step chart yet."
    return f"According to {who}, {'; '.join(parts)}."


def _reported_words(reported: Sequence[Reading]) -> str:
    latest = reported[-1]
    words = f"{stated(latest)} ({latest.period_label})"
    multiple = quotient(latest.quantity, reported[0].quantity)
    if len(reported) == 1:
        return words
    base = f"{stated(reported[0])} of {reported[0].period_label}"
    found = comparability(reported[0], latest)
    if multiple is None or found.kind == "not comparable":
        return f"{words}, after {base}"
    # A period that was not stated is told by its own label beside the value.
    caveat = "" if found.kind == "comparable" else " as stated"
    return f"{words}, {times(multiple)} the {base}{caveat}"


def _target_words(targets: Sequence[Reading]) -> str:
    dated = any(target.deadline for target in targets)
    values = [
        f"{stated(target)} ({deadline(target)})" if dated else stated(target)
        for target in targets
    ]
    verb = "the target is" if len(targets) == 1 else "the targets are"
    end = "" if dated else f"; {NO_DEADLINE.replace('given', 'was given')}"
    return f"{verb} {', then '.join(values)}{end}"


def one_voice(steps: Sequence[Step]) -> str:
    """Return the warning that the headline figures share a speaker, or nothing."""
    figures = [
        step.total for step in steps if step.total.series in ("reported", "target")
    ]
    voice: Voice | None = shared_voice(figures)
    if voice is None:
        return ""
    when = f" on {day(voice.stated_on)}" if voice.stated_on else ""
    return (
        f"All {len(figures)} headline figures come from one speaker{when}: "
        f"{voice.stated_by}."
    )


def against_the_record(dataset: Dataset, steps: Sequence[Step]) -> str:
    """Return what was recorded beside the latest reported value, or nothing."""
    reported = of_series(steps, "reported")
    recorded = of_series(steps, "recorded")
    if not reported or not recorded:
        return ""
    record, latest = recorded[-1].total, reported[-1].total
    return (
        f"{record.stated_by} recorded {stated(record)} of {record.concept} "
        f"({record.period_label}), {verdict(comparability(latest, record))}. "
        f"{sentence_case(record.concept)}: {definition(dataset, record.concept)}"
    )


def definition(dataset: Dataset, concept: str) -> str:
    """Return what a concept counts."""
    return str(dataset.concepts.get(concept, {}).get("definition", ""))


def other_readings(step: Step) -> str:
    """Return how many other readings a step has and which values they give."""
    if not step.others:
        return ""
    values = [
        value
        for value in dict.fromkeys(stated(other) for other in step.others)
        if value != stated(step.total)
    ]
    noun = "reading" if len(step.others) == 1 else "readings"
    differ = f": {listed(values)}" if values else ", the same value"
    return f"{len(step.others)} other {noun}{differ}"


def progress(latest: Reading, target: Reading) -> tuple[str, str]:
    """Return the share and gap of a target in words, and their caveat."""
    found = comparability(latest, target)
    share, gap = share_of_target(latest, target), gap_to_target(latest, target)
    if found.kind == "not comparable" or share is None or gap is None:
        return "share not computed", verdict(found)
    if gap.value <= 0:
        return f"Latest is {percent(share)} of it, passed as stated", verdict(found)
    left = computed(gap, target.unit)
    return f"Latest is {percent(share)} of it · {left} to go", verdict(found)


def shown_count(shown: int, total: int, noun: str) -> str:
    """Return how many of all rows are shown: ``3 of 46 agreements shown``."""
    return f"{shown:,} of {total:,} {noun} shown"


def count_title(readings: Sequence[Reading]) -> str:
    """Return the different counts of one set of documents: ``19 or 25 …``."""
    counts = dict.fromkeys(
        f"{reading.value:,.0f}" for reading in readings if reading.bound == EXACT
    )
    return f"{listed(list(counts), 'or')} · {readings[0].label}"


def count_list(readings: Sequence[Reading]) -> str:
    """Return who counts how many, as a Markdown list, the headline first."""
    lines = []
    for value in distinct_in_order(readings):
        voices = dict.fromkeys(
            reading.stated_by for reading in readings if stated(reading) == value
        )
        lines.append(f"- **{as_markdown(value)}**: {as_markdown('; '.join(voices))}")
    return "\n".join(lines)


def distinct_in_order(readings: Sequence[Reading]) -> list[str]:
    """Return the different stated values in the order of the readings."""
    return list(dict.fromkeys(stated(reading) for reading in readings))


def count_rule(readings: Sequence[Reading], dataset: Dataset) -> str:
    """Return which count is the headline and why."""
    fact = dataset.facts.set_index("fact_id").loc[readings[0].fact_id]
    return f"Shown first: {stated(readings[0])}. {fact['rule']}"


def undated_rows(count: int) -> str:
    """Return what happens to rows without a date when years are chosen."""
    if not count:
        return ""
    noun = "row has" if count == 1 else "rows have"
    return f"{count} {noun} no date and show only while all years are chosen."


def source_link(publisher: str, url: str, reposted_by: str) -> str:
    """Return a source as Markdown: a link where there is an address."""
    name = as_markdown(publisher)
    if reposted_by:
        name += f", as reposted by {as_markdown(reposted_by)}"
    # An angle bracket or a space would end the address early.
    safe = url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return f"[{name}](<{safe}>)" if url else f"{name}, no address"


def event_line(row: Mapping[str, Any]) -> str:
    """Return an event as one Markdown list item with its source."""
    when = day(row["happened_on"]) if row["happened_on"] else "undated"
    mark = f" **{row['mechanism']}**:" if row["mechanism"] else ""
    note = f" {as_markdown(row['note'])}" if row["note"] else ""
    source = source_link(row["publisher"], row["url"], row["reposted_by"])
    return (
        f"- **{as_markdown(when)}** ·{mark} {as_markdown(row['title'])} "
        f":small[:gray[{as_markdown(row['kind'])}]] — {source}.{note}"
    )


def licence(dataset: Dataset) -> str:
    """Return the terms of the data in words."""
    titles = [
        str(item.get("title", "")) for item in dataset.descriptor.get("licenses", [])
    ]
    return f"Terms: {listed([title for title in titles if title])}." if titles else ""


def about_table(dataset: Dataset, table: str) -> str:
    """Return what the rows of a table are."""
    return next(
        str(resource.get("description", ""))
        for resource in dataset.descriptor["resources"]
        if resource["name"] == table
    )


def growth(base: Reading, latest: Reading) -> tuple[str, str]:
    """Return how many times the base the latest value is, and the caveat."""
    found = comparability(base, latest)
    multiple = quotient(latest.quantity, base.quantity)
    if found.kind == "not comparable" or multiple is None:
        return "multiple not computed", verdict(found)
    return f"{times(multiple)} the baseline", verdict(found)


def source_line(readings: Sequence[Reading], dataset: Dataset) -> str:
    """Return the sources of some readings as Markdown links, each once."""
    sources = dataset.sources.set_index("source_id")
    cited = list(dict.fromkeys(reading.source_id for reading in readings))
    links = [
        source_link(row["publisher"], row["url"], row["reposted_by"])
        for row in series.records(sources.loc[cited])
    ]
    return f"Sources of the values in bold: {'; '.join(links)}."
