"""The source of one value: what a reader must see of it, and what lies behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from components.measures.bounds import ABOUT, AT_LEAST, AT_MOST, EXACT
from components.measures.comparability import UNLIKE, Comparison, compare
from components.measures.readings import (
    RECORDED,
    STATISTICAL_BODY,
    TARGET,
    THIRD_PARTY,
    Reading,
    headline_of,
    readings_of,
)
from components.measures.record import Record
from components.measures.steps import Step
from components.measures.voices import Statement, statements
from components.words import names, speakers, targets
from components.words.claims import questioned
from components.words.comparisons import definition, reasons
from components.words.sources import full_name, link, markdown
from components.words.text import as_markdown
from components.words.values import (
    computed,
    counted,
    day,
    listed,
    money,
    percent,
    period,
    rounded,
    sentence_case,
    short_period,
    stated,
)
from components.words.voices import dissent, marked, publisher

MAX_LINKS = 4
_BOUNDS = {
    EXACT: "The source gives it as it stands.",
    AT_LEAST: "A lower bound: the true value may be higher.",
    ABOUT: "A rounded value.",
    AT_MOST: "An upper bound: the true value may be lower.",
}


@dataclass(frozen=True)
class Section:
    """A heading with lines of Markdown under it."""

    heading: str
    lines: tuple[str, ...]

    @property
    def markdown(self) -> str:
        """Heading and lines; several are a list."""
        mark = "- " * (len(self.lines) > 1)
        body = "\n".join(f"{mark}{line}" for line in self.lines)
        return f"**{self.heading}**\n\n{body}"


@dataclass(frozen=True)
class Source:
    """What a reader must see before trusting a value; all of it Markdown.

    Parameters
    ----------
    value, label
        The value with its bound, and what it is.
    said
        Who said it, where and when.
    caveat
        The one thing that changes its meaning most; empty if nothing does.
    wording
        The quoted words; empty if none were kept.
    link
        The document, as a link with its title and day.
    why
        What lies behind: the rule of the choice, definitions, other outlets,
        comparisons, notes.
    """

    value: str
    label: str
    said: str
    caveat: str
    wording: str
    link: str
    why: tuple[Section, ...]


def find(record: Record, reading_id: str) -> Reading | None:
    """Return a reading by its identifier, or None if there is none."""
    rows = record.dataset.readings
    facts = rows.loc[rows["reading_id"].eq(reading_id), "fact_id"]
    found = readings_of(record.dataset, list(facts))
    return next((item for item in found if item.reading_id == reading_id), None)


def source(record: Record, reading: Reading, today: date) -> Source:
    """Return all that can be said of one value."""
    return Source(
        value=as_markdown(marked(reading)),
        label=as_markdown(_label(reading)),
        said=as_markdown(_said(record, reading, today)),
        caveat=as_markdown(caveat(record, reading)),
        wording=as_markdown(reading.wording),
        link=_document(record, reading),
        why=tuple(_why(record, reading)),
    )


def not_found(reading_id: str) -> str:
    """Return the answer to a link that names no value of these data."""
    return (
        f"The link names “{reading_id}”, which these data do not have: it may be of an "
        "earlier version. The tab Data and method lists every value with its source."
    )


def _label(reading: Reading) -> str:
    """Return what a value is and for when; a label may have its period in it."""
    when = targets.deadline(reading) if reading.series == TARGET else ""
    return f"{reading.label}, {when}" if when else reading.label


def _said(record: Record, reading: Reading, today: date) -> str:
    """Return who stated a value, where and when."""
    who = speakers.introduced(record, reading.stated_by, today).rstrip(",")
    is_published = reading.series == RECORDED and reading.side == STATISTICAL_BODY
    verb = "Published by" if is_published else "Given by"
    if not reading.is_attributed and not speakers.says(record, reading.stated_by):
        lead = sentence_case(speakers.heading(record, reading))
    elif speakers.says(record, reading.stated_by):
        lead = f"{sentence_case(who)}"
    else:
        lead = f"{verb} {who}"
    when = day(reading.stated_on) if reading.stated_on else "day not known"
    return ", ".join(filter(None, [lead, reading.stated_in, when]))


def caveat(record: Record, reading: Reading) -> str:
    """Return the one caveat that changes the meaning of a value most, or nothing."""
    is_person = speakers.says(record, reading.stated_by)
    checks = (
        (reading.questioned, questioned(reading)),
        (not reading.is_attributed, "Nobody is named as the speaker."),
        (
            reading.series == RECORDED and reading.side != STATISTICAL_BODY,
            "Cited, not published by a statistical body.",
        ),
        (
            reading.series == RECORDED and reading.value == 0,
            "A published zero may be a rounded one.",
        ),
        (
            reading.side == THIRD_PARTY and not is_person,
            "The outlet’s own figure, not an official’s.",
        ),
        (reading.series == TARGET, f"A target, not a forecast: {_term(reading)}."),
        (
            reading.series != RECORDED and reading.unit == "USD",
            f"A statement, not a statistic{_unsaid(reading)}.",
        ),
    )
    return next((words for applies, words in checks if applies), "")


def _term(reading: Reading) -> str:
    if reading.deadline:
        return f"to be met by {day(reading.deadline)}"
    return "it has no deadline"


def _unsaid(reading: Reading) -> str:
    """Return what a speaker left open."""
    lacks = []
    if not reading.basis_stated:
        lacks.append("what it covers")
    if not (reading.period_start and reading.period_end):
        lacks.append("its period")
    if not lacks:
        return ""
    return f": {listed(lacks)} {'were' if len(lacks) > 1 else 'was'} not stated"


def _document(record: Record, reading: Reading) -> str:
    """Return the document that carries a value, publisher first."""
    row = record.dataset.source_of[reading.source_id]
    published = day(row["published_on"]) if row["published_on"] else "no date shown"
    address = "" if row["url"] else ", no address"
    return (
        f"{link_via(record, reading.source_id)}{as_markdown(address)}: "
        f"{as_markdown(row['title'])}, {as_markdown(published)}"
    )


def link_via(record: Record, source_id: str) -> str:
    """Return a source as a Markdown link, publisher first: ``Reuters, via X``."""
    repost = record.dataset.source_of[source_id]["reposted_by"]
    via = f", via {as_markdown(repost)}" if repost else ""
    named = replace(link(record, source_id), name=publisher(record, source_id))
    return f"{markdown(named)}{via}"


def links_to(record: Record, reading_ids: Sequence[str]) -> str:
    """Return the sources of some readings as Markdown links, the first of them."""
    rows = record.dataset.readings.set_index("reading_id")["source_id"]
    cited = dict.fromkeys(rows[reading_id] for reading_id in reading_ids)
    found = list(dict.fromkeys(link_via(record, source_id) for source_id in cited))
    more = len(found) - MAX_LINKS
    end = f" and {counted(more, 'other')}" if more > 0 else ""
    return f"{', '.join(found[:MAX_LINKS])}{end}"


def _why(record: Record, reading: Reading) -> list[Section]:
    """Return what lies behind a value, section by section."""
    found = [
        ("Which value is shown first", _rule(record, reading)),
        ("What it counts", _definitions(record, reading)),
        ("In the trajectory", _sum(record, reading)),
        ("Others on the same", _others(record, reading)),
        ("In doubt", dissent(record, reading.fact_id)),
        ("Beside the values of the trajectory", _comparisons(record, reading)),
        ("Notes", _notes(record, reading)),
    ]
    return [Section(heading, tuple(lines)) for heading, lines in found if lines]


def _rule(record: Record, reading: Reading) -> list[str]:
    dataset = record.dataset
    rule = str(dataset.fact_of[reading.fact_id]["rule"])
    first = headline_of(dataset, readings_of(dataset, [reading.fact_id]))
    if first == reading:
        return [as_markdown(f"This one. {rule}")]
    who = speakers.heading(record, first)
    other = as_markdown(f"Not this one, but {marked(first)} ({who}), from ")
    return [f"{other}{link_via(record, first.source_id)}. {as_markdown(rule)}"]


def _definitions(record: Record, reading: Reading) -> list[str]:
    concept = sentence_case(names.concept(reading.concept))
    lines = [f"{concept}. {definition(record, reading.concept)}".rstrip()]
    if reading.exporter:
        lines.append(f"Direction: {names.direction(record, reading)}.")
    if reading.period_label:
        lines.append(f"Period: {period(reading)}.")
    lines.append(_BOUNDS[reading.bound])
    return list(map(as_markdown, lines))


def _others(record: Record, reading: Reading) -> list[str]:
    """Return the other readings of the same fact, each voice once with its outlets."""
    readings = readings_of(record.dataset, [reading.fact_id])
    rest = [item for item in readings if item != reading]
    return [_voice(record, found) for found in statements(rest)]


def _voice(record: Record, found: Statement) -> str:
    first = found.first
    when = f", {day(first.stated_on)}" if first.stated_on else ""
    given = "; ".join(
        f"**{as_markdown(marked(group[0]))}** ({_links(record, group)})"
        for group in found.by_value
    )
    who = as_markdown(f"{speakers.heading(record, first)}{when}")
    return f"{who}: {given}"


def _links(record: Record, readings: Sequence[Reading]) -> str:
    cited = dict.fromkeys(item.source_id for item in readings)
    return ", ".join(link_via(record, source_id) for source_id in cited)


def _comparisons(record: Record, reading: Reading) -> list[str]:
    """Return verdicts beside the values of the step chart, alike ones together."""
    found = [
        (step, compare(reading, step.total))
        for step in record.steps
        if reading not in step.parts
    ]
    if found and reading.unit != "USD":
        return [
            as_markdown(
                f"Not like with like: this counts {reading.unit}, and the values of "
                "the trajectory are in US dollars."
            )
        ]
    lines: dict[str, list[str]] = {}
    for step, beside in found:
        words = f"**{as_markdown(_value(step))}** ({as_markdown(_step(step))})"
        result = as_markdown(_result(beside))
        words = f"{words}: {result}" if result else words
        lines.setdefault(as_markdown(_verdict(record, beside)), []).append(words)
    return [f"{verdict}. {'; '.join(group)}." for verdict, group in lines.items()]


def _verdict(record: Record, found: Comparison) -> str:
    verdict = sentence_case(names.VERDICT[found.verdict])
    why = reasons(record, found)
    return f"{verdict}, since {why}" if why else verdict


def _result(found: Comparison) -> str:
    """Return what follows from a comparison; never a ratio of what is unlike."""
    if found.agree:
        return "the two agree"
    ratio = found.ratio
    if found.verdict == UNLIKE or ratio is None:
        return ""
    if ratio.value < 1 or found.other.series == TARGET:
        return f"{percent(ratio)} of it"
    return f"{computed(ratio)} times that"


def _value(step: Step) -> str:
    total = step.total
    if not step.is_sum:
        return marked(total)
    doubt = " (questioned)" if total.questioned else ""
    return f"{money(rounded(total.value, 3))}{doubt}"


def _step(step: Step) -> str:
    """Return what a step is; a sum has no label and no publisher of its own."""
    if step.is_sum:
        return f"the page’s sum of published figures, {short_period(step.total)}"
    return step.total.label


def _sum(record: Record, reading: Reading) -> list[str]:
    """Return with what a value is added up in the trajectory, or nothing."""
    for step in record.steps:
        others = [part for part in step.parts if part != reading]
        if reading in step.parts and others:
            given = [
                f"{stated(part)} ({speakers.heading(record, part)})" for part in others
            ]
            words = f"The page adds it to {listed(given)}: they work out at"
            return [as_markdown(f"{words} {_value(step)}.")]
    return []


def _notes(record: Record, reading: Reading) -> list[str]:
    note = "" if reading.questioned else reading.note
    about = str(record.dataset.source_of[reading.source_id]["note"])
    return [as_markdown(words) for words in (note, about) if words]


def citation(record: Record, reading: Reading, link: str, accessed: date) -> str:
    """Return how to cite a value: these data, and the document that carries it."""
    dataset = record.dataset
    row = dataset.source_of[reading.source_id]
    when = f", {day(reading.stated_on)}" if reading.stated_on else ""
    who = speakers.heading(record, reading)
    document = full_name(record, reading.source_id)
    address = f", {row['url']}" if row["url"] else ""
    return (
        f"{dataset.title}, data version {dataset.version}: {reading.label}, "
        f"{marked(reading)} ({who}{when}). {link}, accessed "
        f"{day(accessed.isoformat())}. Read in {document}: {row['title']}{address}."
    )
