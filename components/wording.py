"""Values, periods and rows to words: every sentence that the page builds."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from components.dataset import Dataset
from components.measures import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    Quantity,
    Reading,
    Step,
    Verdict,
    Voice,
    comparability,
    gap_to_target,
    of_series,
    quotient,
    share_of_target,
    shared_voice,
)

MONTHS = (
    "January February March April May June July August September October "
    "November December"
).split()
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_AXIS_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_BOUNDS = {AT_LEAST: "over ", ABOUT: "about ", AT_MOST: "at most "}
_RESULT_BOUNDS = {AT_LEAST: "at least ", ABOUT: "about ", AT_MOST: "at most "}
SERIES = {"reported": "Reported", "target": "Target", "recorded": "Recorded"}
NO_DEADLINE = "no deadline given"
REASONS = {
    "unit": "the units differ",
    "concept": "they do not count the same things",
    "direction": "one is a single direction of trade and the other is not the same",
    "period length": "they cover periods of different length",
    "period not stated": "a period was not stated for both values",
    "questioned": "one of the values is questioned",
}


def plain_number(value: float) -> str:
    """Return a number with up to four significant digits: 1,490 · 118.1 · 3."""
    if value == 0:
        return "0"
    decimals = max(0, 3 - math.floor(math.log10(abs(value))))
    text = f"{round(value, decimals):,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: float) -> str:
    """Return US dollars in words: ``$600 million``, ``$3.6 billion``, ``$816,000``."""
    sign = "−" if value < 0 else ""
    for scale, word in _SCALES:
        # What rounds to 1,000 million is a billion.
        if abs(value) >= scale * 0.99995:
            return f"{sign}${plain_number(abs(value) / scale)} {word}"
    return f"{sign}${abs(value):,.0f}"


def axis_money(value: float) -> str:
    """Return US dollars for an axis: ``$3bn``, ``$10m``, ``0``."""
    for scale, word in _AXIS_SCALES:
        if abs(value) >= scale:
            return f"${plain_number(value / scale)}{word}"
    return f"${value:,.0f}" if value else "0"


def amount(value: float, unit: str) -> str:
    """Return a value with its unit in words."""
    return money(value) if unit == "USD" else f"{value:,.0f} {unit}"


def quantity(item: Quantity, unit: str = "USD") -> str:
    """Return a stated value with its bound: ``over $3 billion``."""
    return _BOUNDS.get(item.bound, "") + amount(item.value, unit)


def stated(reading: Reading) -> str:
    """Return the value of a reading with its bound."""
    return quantity(reading.quantity, reading.unit)


def percent(item: Quantity) -> str:
    """Return a computed share with its bound: ``at least 30 %``."""
    return f"{_RESULT_BOUNDS.get(item.bound, '')}{plain_number(item.value * 100)} %"


def times(item: Quantity) -> str:
    """Return a computed multiple with its bound: ``at least 5 times``."""
    return f"{_RESULT_BOUNDS.get(item.bound, '')}{plain_number(item.value)} times"


def day(partial: str) -> str:
    """Return a partial date in words: ``12 June 2023``, ``June 2023``, ``2023``."""
    parts = partial.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a list in a sentence: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def deadline(reading: Reading) -> str:
    """Return a target's deadline in words, or that none was given."""
    return f"by {day(reading.deadline)}" if reading.deadline else NO_DEADLINE


def verdict(item: Verdict) -> str:
    """Return a verdict with its reasons: ``not comparable as stated: …``."""
    if not item.reasons:
        return "comparable"
    kind = item.kind + (" as stated" if item.kind == "not comparable" else "")
    return f"{kind}: {listed([REASONS[reason] for reason in item.reasons])}"


def said_by(reading: Reading) -> str:
    """Return who said it and when: ``Jane Roe, Minister, 12 June 2023``."""
    when = day(reading.stated_on) if reading.stated_on else "date not known"
    return f"{reading.stated_by}, {when}"


def pair(dataset: Dataset) -> str:
    """Return the names of the two economies: ``A–B``."""
    return "–".join(economy.name for economy in dataset.economies)


def finding(steps: Sequence[Step]) -> str:
    """Return the one sentence that states what the package shows."""
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    voice = shared_voice([*reported, *targets])
    who = voice.stated_by if voice else "Officials"
    parts = []
    if reported:
        parts.append(f"put trade at {_reported_words(reported)}")
    if targets:
        parts.append(f"named {_target_words(targets)}")
    if not parts:
        return "No reported value and no target has a place on the step chart yet."
    return f"{who} {' and '.join(parts)}."


def _reported_words(reported: Sequence[Reading]) -> str:
    latest = reported[-1]
    words = f"{stated(latest)} ({latest.period_label})"
    multiple = quotient(latest.quantity, reported[0].quantity)
    if len(reported) == 1:
        return words
    base = f"{stated(reported[0])} ({reported[0].period_label})"
    found = comparability(reported[0], latest)
    if multiple is None or found.kind == "not comparable":
        return f"{words}, after {base}"
    # A period that was not stated is told by its own label beside the value.
    caveat = "" if found.kind == "comparable" else " as stated"
    return f"{words}, {times(multiple)} the {base}{caveat},"


def _target_words(targets: Sequence[Reading]) -> str:
    values = listed([stated(target) for target in targets], "then")
    noun = "a target of" if len(targets) == 1 else "targets of"
    if any(target.deadline for target in targets):
        return f"{noun} " + listed(
            [f"{stated(target)} ({deadline(target)})" for target in targets], "then"
        )
    return f"{noun} {values.replace(' then ', ', then ')}, without a deadline"


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


def against_the_record(steps: Sequence[Step]) -> str:
    """Return what was recorded beside the latest reported value, or nothing."""
    reported = of_series(steps, "reported")
    recorded = of_series(steps, "recorded")
    if not reported or not recorded:
        return ""
    record, latest = recorded[-1].total, reported[-1].total
    return (
        f"{record.stated_by} recorded {stated(record)} of {record.concept} "
        f"({record.period_label}). Set against {stated(latest)}, this is "
        f"{verdict(comparability(latest, record))}."
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
    """Return the share and gap of a target in words, and their caveat.

    Both empty if the two values cannot be set against each other at all.
    """
    found = comparability(latest, target)
    share, gap = share_of_target(latest, target), gap_to_target(latest, target)
    if found.kind == "not comparable" or share is None or gap is None:
        return "share not computed", verdict(found)
    if gap.value <= 0:
        return f"{percent(share)} of it, passed as stated", verdict(found)
    left = _RESULT_BOUNDS.get(gap.bound, "") + amount(gap.value, target.unit)
    return f"{percent(share)} of it · {left} to go", verdict(found)


def direction(exporter: str, importer: str, dataset: Dataset) -> str:
    """Return the direction of a flow in words."""
    names = {economy.code: economy.name for economy in dataset.economies}
    if not exporter:
        return "both directions"
    return f"{names[exporter]} to {names[importer]}"


def shown_count(shown: int, total: int, noun: str) -> str:
    """Return how many of all rows are shown: ``3 of 46 agreements shown``."""
    return f"{shown:,} of {total:,} {noun} shown"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|$~:^=&@/])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def as_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, links, icons or formulas."""
    return _MARKDOWN.sub(r"\\\1", text.replace("\n", " "))


def as_plotly(text: str) -> str:
    """Return text that Plotly shows as it is: no pseudo-HTML, no line breaks."""
    return "".join(_MARKUP.get(letter, letter) for letter in text.replace("\n", " "))


def count_title(readings: Sequence[Reading]) -> str:
    """Return the different counts of one set of documents: ``19 or 25 …``."""
    counts = dict.fromkeys(
        f"{reading.value:,.0f}"
        for reading in readings
        if reading.bound not in _BOUNDS
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
    titles = [str(item.get("title", "")) for item in dataset.descriptor.get("licenses", [])]
    return f"Terms: {listed([title for title in titles if title])}." if titles else ""


def about_table(dataset: Dataset, table: str) -> str:
    """Return what the rows of a table are."""
    return next(
        str(resource.get("description", ""))
        for resource in dataset.descriptor["resources"]
        if resource["name"] == table
    )
