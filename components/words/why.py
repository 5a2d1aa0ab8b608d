"""What is behind a value: rule, definitions, other outlets, comparisons, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.measures.bounds import ABOUT, AT_LEAST, AT_MOST, EXACT, Quantity
from components.measures.comparability import UNLIKE, Comparison, compare
from components.measures.readings import (
    TARGET,
    Reading,
    headline_of,
    readings_of,
)
from components.measures.record import Record
from components.measures.steps import Step
from components.measures.voices import Statement, statements
from components.words import names, speakers
from components.words.claim import without_the_caveat
from components.words.comparisons import definition, reasons
from components.words.outlets import link_via
from components.words.ratios import as_much
from components.words.replay import first_shown
from components.words.sources import not_archived
from components.words.text import as_markdown
from components.words.values import (
    day,
    from_base,
    listed,
    marked,
    on_day,
    period,
    sentence_case,
    short_period,
    stated,
    works_out_at,
)
from components.words.voices import dissent

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
        """The heading and its lines, as a list if there are several."""
        mark = "- " if len(self.lines) > 1 else ""
        body = "\n".join(f"{mark}{line}" for line in self.lines)
        return f"**{self.heading}**\n\n{body}"


def why(record: Record, reading: Reading) -> list[Section]:
    """Return what is behind a value, section by section."""
    sections = [
        ("Which value is shown first", _rule(record, reading)),
        ("What it counts", _definitions(record, reading)),
        ("In the trajectory", _sum(record, reading)),
        ("Others on the same", _others(record, reading)),
        ("Said about it by others", dissent(record, reading.fact_id)),
        ("Beside the values of the trajectory", _comparisons(record, reading)),
        ("Notes", _notes(record, reading)),
        ("Archived copy", _not_archived(record, reading)),
    ]
    return [Section(heading, tuple(lines)) for heading, lines in sections if lines]


def _rule(record: Record, reading: Reading) -> list[str]:
    dataset = record.dataset
    rule = first_shown(record, reading.fact_id)
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
    # The period of a withdrawal is that of what it withdraws.
    if reading.period_label and not reading.withdraws:
        what = "For when" if reading.series == TARGET else "Period"
        lines.append(f"{what}: {period(reading)}.")
    lines.append(f"Speaks for: {names.side(record, reading.side)}.")
    if derived := from_base(reading):
        lines.append(f"{sentence_case(stated(reading))} {derived}; nobody said that.")
    lines.append(_BOUNDS[reading.rise.bound if reading.rise else reading.bound])
    if reading.earlier:
        does = sentence_case(reading.relation)
        lines.append(f"{does} the target of {_aim(reading.earlier)}.")
    lines += [_since(record, item) for item in reading.later]
    return list(map(as_markdown, lines))


def _aim(target: Reading) -> str:
    when = f", stated {on_day(target.stated_on)}" if target.stated_on else ""
    return f"{stated(target)}{when}"


def _since(record: Record, later: Reading) -> str:
    """Return what a later statement does to a target."""
    done = {"restates": "Restated", "replaces": "Replaced"}.get(later.relation)
    by = f"{done or 'Withdrawn'} {on_day(later.stated_on)}"
    new = f", by {stated(later)}" if later.relation == "replaces" else ""
    return f"{by}{new}: {speakers.heading(record, later)}."


def _others(record: Record, reading: Reading) -> list[str]:
    """Return other readings of the same fact, each voice once with its outlets."""
    readings = readings_of(record.dataset, [reading.fact_id])
    rest = [item for item in readings if item != reading]
    return [_voice(record, statement) for statement in statements(rest)]


def _voice(record: Record, statement: Statement) -> str:
    first = statement.first
    when = f", {day(first.stated_on)}" if first.stated_on else ""
    given = "; ".join(
        f"**{as_markdown(marked(group[0]))}** · {_links(record, group)}"
        for group in statement.by_value
    )
    who = as_markdown(f"{speakers.heading(record, first)}{when}")
    return f"{who}: {given}"


def _links(record: Record, readings: Sequence[Reading]) -> str:
    cited = dict.fromkeys(item.source_id for item in readings)
    return ", ".join(link_via(record, source_id) for source_id in cited)


def _comparisons(record: Record, reading: Reading) -> list[str]:
    """Return how a value compares with each step, by verdict."""
    compared = [
        (step, compare(reading, step.total))
        for step in record.steps
        if reading not in step.parts and not reading.withdraws
    ]
    if compared and not reading.is_money:
        return [
            as_markdown(
                f"Not like with like: this counts {reading.unit}, and the values of "
                "the trajectory are amounts of money."
            )
        ]
    concept = record.dataset.concepts.get(reading.concept, {})
    if compared and not concept.get("on_trajectory"):
        # A loan is not part of a year's trade, even if nobody said what trade covers.
        what = names.concept(reading.concept)
        words = f"Not like with like: this counts {what}, which is not drawn there."
        return [as_markdown(words)]
    lines: dict[str, list[str]] = {}
    for step, beside in compared:
        words = f"**{as_markdown(_value(step))}** ({as_markdown(_step(step))})"
        result = as_markdown(_result(beside))
        words = f"{words}: {result}" if result else words
        lines.setdefault(as_markdown(_verdict(record, beside)), []).append(words)
    return [f"{verdict}. {'; '.join(group)}." for verdict, group in lines.items()]


def _verdict(record: Record, comparison: Comparison) -> str:
    verdict = sentence_case(names.VERDICT[comparison.verdict])
    why = reasons(record, comparison)
    return f"{verdict}, since {why}" if why else verdict


def _result(comparison: Comparison) -> str:
    """Return what follows from a comparison; no ratio of what is not like with like."""
    if comparison.agree:
        return "the two agree"
    ratio = comparison.ratio
    if comparison.verdict == UNLIKE or ratio is None:
        return ""
    if comparison.one.value_high is not None:
        return f"the lower end of the range is {_of(comparison, ratio)}"
    return _of(comparison, ratio)


def _of(comparison: Comparison, ratio: Quantity) -> str:
    if ratio.value < 1 or comparison.other.series == TARGET:
        end = "its lower end" if comparison.other.value_high is not None else "it"
        return as_much(ratio, end)
    return as_much(ratio, "that")


def _value(step: Step) -> str:
    total = step.total
    if not step.is_sum:
        return marked(total)
    doubt = " (questioned)" if total.questioned else ""
    return f"{works_out_at(total)}{doubt}"


def _step(step: Step) -> str:
    """Return what a step is; a sum has no label or publisher of its own."""
    if step.is_sum:
        return f"the page’s sum of published figures, {short_period(step.total)}"
    return step.total.label


def _sum(record: Record, reading: Reading) -> list[str]:
    """Return what a value is added to in the trajectory, or nothing."""
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
    note = "" if reading.questioned else without_the_caveat(reading.note)
    about = str(record.dataset.source_of[reading.source_id]["note"])
    return [as_markdown(words) for words in (note, about) if words]


def _not_archived(record: Record, reading: Reading) -> list[str]:
    row = record.dataset.source_of[reading.source_id]
    return list(map(as_markdown, not_archived([row])))
