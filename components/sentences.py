"""The sentences and lists of the page, built from the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from components import series
from components.dataset import Dataset
from components.measures.bounds import (
    EXACT,
)
from components.measures.comparability import (
    Comparison,
    compare,
)
from components.measures.readings import (
    Reading,
)
from components.measures.steps import (
    Step,
    of_series,
)
from components.measures.voices import (
    Voice,
    shared_voice,
)
from components.wording import (
    as_destination,
    as_markdown,
    day,
    deadline,
    listed,
    on_day,
    period,
    ratio,
    said_by,
    sentence_case,
    stated,
    year_span,
)

NOT_REFUTED = "This does not show that the reported value is wrong."
# How to read whatever the page shows, of any two economies.
METHOD = (
    (
        "A statement is not a statistic",
        "Reported: somebody said so. Target: an official aims at it. Recorded: a "
        "statistical body published it. The three differ in word, mark and line.",
    ),
    (
        "Over is a bound",
        "What follows from a lower bound is itself “at least” or “at most”, and never "
        "a point.",
    ),
    (
        "No deadline means no date",
        "A target without a deadline is a level and has no year. A year that a reader "
        "picks is called the reader's wherever it appears.",
    ),
    (
        "Like with like",
        "A share, a gap or a multiple carries its verdict: comparable, comparable with "
        "caveat, or not comparable, decided from unit, concept, direction and period.",
    ),
    (
        "Disagreement stays visible",
        "Several readings of one fact stand side by side; none is averaged or dropped. "
        "The rule that chose the one shown first is written beside it.",
    ),
    (
        "Missing is not zero",
        "Not checked, nothing found, not reported and zero are four different things.",
    ),
    (
        "Mirror statistics",
        "Imports are usually valued with insurance and freight (CIF), exports without "
        "(FOB), so the two views of one flow differ even when both are right. Values "
        "are as published, at current prices; nothing is adjusted.",
    ),
)


def finding(steps: Sequence[Step]) -> str:
    """Return the one sentence that states what the package shows."""
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    voice = headline_voice(steps)
    if voice and voice.readings < voice.of:
        voice = None
    when = ""
    if voice and voice.stated_on:
        when = f"{sentence_case(on_day(voice.stated_on))}, "
    # A title after the name is closed by a comma: Jane Roe, Minister, put …
    who = voice.stated_by + "," * ("," in voice.stated_by) if voice else "Officials"
    parts = []
    if reported:
        latest, *before = [
            f"{stated(item)} ({period(item)})" for item in reported[::-1]
        ]
        against = f", against {listed(before)}" if before else ""
        parts.append(f"put trade at {latest}{against}")
    if targets:
        parts.append(f"named {_target_words(targets)}")
    if not parts:
        return "No reported value and no target has a place on the step chart yet."
    return f"{when}{who} {', and '.join(parts)}."


def _target_words(targets: Sequence[Reading]) -> str:
    dated = any(target.deadline for target in targets)
    values = [
        f"{stated(target)} ({deadline(target)})" if dated else stated(target)
        for target in targets
    ]
    noun = "a target of" if len(targets) == 1 else "targets of"
    end = "" if dated else ", without a deadline"
    return f"{noun} {', then '.join(values)}{end}"


def one_voice(steps: Sequence[Step]) -> str:
    """Return how many headline figures share a speaker and a day, or nothing."""
    voice = headline_voice(steps)
    if voice is None:
        return ""
    when = f" {on_day(voice.stated_on)}" if voice.stated_on else ""
    independent = voice.of - voice.by_speaker
    on_other_days = voice.by_speaker - voice.readings
    if not independent and not on_other_days:
        return (
            f"All {voice.of} headline figures come from one speaker{when}: "
            f"{voice.stated_by}."
        )
    if not independent:
        return (
            f"All {voice.of} headline figures come from one speaker, "
            f"{voice.readings} of them{when or ' without a date'}: {voice.stated_by}."
        )
    more = f", and {on_other_days} more on another day" if on_other_days else ""
    return (
        f"{independent} of {voice.of} headline figures independently reported; the "
        f"other {voice.by_speaker} come from one speaker"
        f"{f', {voice.readings} of them' * bool(more)}{when}{more}: {voice.stated_by}."
    )


def headline_voice(steps: Sequence[Step]) -> Voice | None:
    """Return the voice that most of the reported and target headlines share."""
    return shared_voice(
        [step.total for step in steps if step.total.series in ("reported", "target")]
    )


def against_the_record(dataset: Dataset, steps: Sequence[Step]) -> str:
    """Return what was recorded beside the latest reported value, or nothing."""
    found = record_comparison(steps)
    if found is None:
        return ""
    record = found.other
    # A sum is the page's, not the body's.
    added = " add up to" if len(of_series(steps, "recorded")[-1].parts) > 1 else ":"
    words = (
        f"Figures of {record.stated_by} for {period(record)}{added} {stated(record)} "
        f"of {record.concept}. {sentence_case(ratio(found))}."
    )
    if found.kind != "not comparable":
        return words
    meanings = [definition(dataset, item.concept) for item in (found.one, record)]
    return " ".join([words, *meanings, NOT_REFUTED])


def beside_the_claims(dataset: Dataset, steps: Sequence[Step]) -> str:
    """Return what was recorded, or what this package lacks of it."""
    found = against_the_record(dataset, steps)
    recorded = int(dataset.facts["series"].eq("recorded").sum())
    if found:
        return found
    if not recorded:
        return "Nothing recorded stands beside them in this package."
    return (
        f"{counted(recorded, 'recorded value')} of this package "
        f"{'has' if recorded == 1 else 'have'} no place on the step chart beside "
        "them; the axis Over time shows what was recorded."
    )


def record_comparison(steps: Sequence[Step]) -> Comparison | None:
    """Return the latest reported value beside the latest recorded one."""
    reported = of_series(steps, "reported")
    recorded = of_series(steps, "recorded")
    if not reported or not recorded:
        return None
    return compare(reported[-1].total, recorded[-1].total)


def definition(dataset: Dataset, concept: str) -> str:
    """Return what a concept counts."""
    return str(dataset.concepts.get(concept, {}).get("definition", ""))


def other_readings(readings: Sequence[Reading], headline: Reading) -> str:
    """Return how many other readings a fact has, their values and concepts."""
    values = [
        value
        for value in dict.fromkeys(stated(other) for other in readings)
        if value != stated(headline)
    ]
    noun = "reading" if len(readings) == 1 else "readings"
    differ = f": {listed(values)}" if values else ", the same value"
    concepts = Counter(
        other.concept for other in readings if other.concept != headline.concept
    )
    wider = "".join(f"; {count} of {name}" for name, count in concepts.items())
    return f"{len(readings)} other {noun}{differ}{wider}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 row``, ``2 rows``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def shown_count(shown: int, total: int, noun: str) -> str:
    """Return how many of all rows are shown: ``3 of 45 agreements shown``."""
    return f"{shown:,} of {counted(total, noun)} shown"


def count_title(readings: Sequence[Reading]) -> str:
    """Return the different counts of one set of documents: ``19 or 25 …``."""
    exact = [f"{item.value:,.0f}" for item in readings if item.bound == EXACT]
    counts = dict.fromkeys(exact or map(stated, readings))
    return f"{listed(list(counts), 'or')} · {readings[0].label}"


def count_list(readings: Sequence[Reading], dataset: Dataset) -> str:
    """Return who counts how many, as a Markdown list, the headline first."""
    lines = []
    for value in distinct_in_order(readings):
        voices = dict.fromkeys(
            _voice_and_source(reading, dataset)
            for reading in readings
            if stated(reading) == value
        )
        lines.append(f"- **{as_markdown(value)}**: {'; '.join(voices)}")
    return "\n".join(lines)


def _voice_and_source(reading: Reading, dataset: Dataset) -> str:
    """Return a speaker with the source, or the source if it speaks for itself."""
    source = one_source(reading.source_id, dataset)
    voice = as_markdown(reading.stated_by)
    return source if source.startswith(f"[{voice}") else f"{voice} ({source})"


def distinct_in_order(readings: Sequence[Reading]) -> list[str]:
    """Return the different stated values in the order of the readings."""
    return list(dict.fromkeys(stated(reading) for reading in readings))


def count_rule(readings: Sequence[Reading], dataset: Dataset) -> str:
    """Return which count is the headline and why."""
    rule = dataset.fact_of[readings[0].fact_id]["rule"]
    return f"Shown first: {stated(readings[0])}. {rule}"


def undated_rows(count: int) -> str:
    """Return what happens to rows without a date when years are chosen."""
    if not count:
        return ""
    noun = "row has" if count == 1 else "rows have"
    return f"{count} {noun} no date and show only while all years are chosen."


def source_name(publisher: str, reposted_by: str) -> str:
    """Return who published a source, and who reposted it."""
    return publisher + (f", as reposted by {reposted_by}" if reposted_by else "")


def source_link(publisher: str, url: str, reposted_by: str) -> str:
    """Return a source as Markdown: a link where there is an address."""
    name = as_markdown(source_name(publisher, reposted_by))
    return f"[{name}](<{as_destination(url)}>)" if url else f"{name}, no address"


def event_line(row: Mapping[str, Any]) -> str:
    """Return an event as one Markdown list item with its source."""
    when = day(row["happened_on"]) if row["happened_on"] else "undated"
    mark = f" **{row['mechanism']}**:" if row["mechanism"] else ""
    note = f" {as_markdown(row['note'])}" if row["note"] else ""
    source = source_link(row["publisher"], row["url"], row["reposted_by"])
    return (
        f"- **{as_markdown(when)}** ·{mark} {as_markdown(row['title'])} "
        f":small[:gray[{as_markdown(row['kind'])}, {as_markdown(row['event_id'])}]] — "
        f"{source}.{note}"
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


def sources_named(source_ids: Iterable[str], dataset: Dataset) -> str:
    """Return some sources as plain text, each once."""
    rows = [dataset.source_of[cited] for cited in source_ids]
    names = [source_name(row["publisher"], row["reposted_by"]) for row in rows]
    return f"Sources: {'; '.join(dict.fromkeys(names))}."


def source_line(source_ids: Iterable[str], dataset: Dataset) -> str:
    """Return some sources as Markdown links, each once."""
    links = [one_source(cited, dataset) for cited in dict.fromkeys(source_ids)]
    return f"Sources: {'; '.join(dict.fromkeys(links))}."


def one_source(source_id: str, dataset: Dataset) -> str:
    """Return a source as a Markdown link with its publisher's name."""
    row = dataset.source_of[source_id]
    return source_link(row["publisher"], row["url"], row["reposted_by"])


def rivals_summary(dataset: Dataset) -> str:
    """Return how many facts have several readings, and how many are disputed."""
    readings = dataset.readings.groupby("fact_id")["value"]
    several = int(readings.size().gt(1).sum())
    disputed = int(readings.nunique().gt(1).sum())
    return (
        f"{counted(several, 'fact')} with more than one reading; in {disputed} of them "
        "the values differ. Nothing is averaged and none is dropped."
    )


def headline_rule(headline: Reading, dataset: Dataset) -> str:
    """Return which reading is the headline of its fact, and why."""
    rule = dataset.fact_of[headline.fact_id]["rule"]
    return f"Headline: {stated(headline)}, {said_by(headline)}. Why: {rule}"


def checked_against_words(dataset: Dataset) -> str:
    """Return how many values were checked against the words of their source."""
    total, without = len(dataset.readings), int(dataset.readings["no_number"].sum())
    if not total:
        return ""
    confirmed = int(sum(dataset.readings.get("value_confirmed", ())))
    by_author = f"; for {confirmed} the author confirmed the value" * bool(confirmed)
    return (
        f"{total - without - confirmed} of {counted(total, 'value')} agree with the "
        f"number in the words of their source{by_author}; for {without} no number in "
        "words was kept."
    )


def evidence_lines(dataset: Dataset) -> list[str]:
    """Return what was looked for, body by body, as a Markdown list with links."""
    frame = series.with_source(dataset.evidence, dataset)
    lines = []
    for body, rows in frame.groupby("body", sort=False):
        lines.append(f"- **{as_markdown(str(body))}**")
        keys = ["state", "note", "source_id", "publisher", "url", "reposted_by"]
        for key, cells in rows.groupby(keys, sort=False):
            state, note, _, publisher, url, reposted_by = map(str, key)
            years = listed([year_span(*run) for run in series.runs(cells["year"])])
            source = source_link(publisher, url, reposted_by)
            lines.append(f"    - {as_markdown(f'{years}: {state}. {note}')} {source}")
    return lines
