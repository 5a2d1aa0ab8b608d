"""Every caveat once: two or three words that open the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.dataset import records
from components.measures.comparability import (
    ROUGH,
    UNLIKE,
)
from components.measures.growth import WHOLE_YEAR
from components.measures.readings import RECORDED, TARGET, Reading, days_covered
from components.measures.record import Record
from components.measures.steps import Step
from components.measures.voices import shared_voice
from components.view import View
from components.words import names, speakers
from components.words.comparisons import (
    beside_published,
    definition,
    each_reason,
    relations,
)
from components.words.values import (
    counted,
    day,
    listed,
    marked,
    on_day,
    period,
    sentence_case,
    stated,
)


@dataclass(frozen=True)
class Caveat:
    """What changes the meaning of a number.

    Parameters
    ----------
    key
        Tells one caveat from another.
    short
        The two or three words that stand in sight.
    long
        The whole of it, in paragraphs of plain text.
    """

    key: str
    short: str
    long: tuple[str, ...]


def of_the_finding(record: Record) -> list[Caveat]:
    """Return the caveats that change the meaning of the finding."""
    return [caveat for caveat in (_whose(record), _which_scope(record)) if caveat]


def of_the_chart(record: Record, view: View) -> list[Caveat]:
    """Return the caveats that a view needs, each once."""
    drawn = [step for step in record.steps if step.total.series in view.shown]
    unlike = _unlike(record, view)
    possible = [
        unlike,
        _rough(record, view, unlike),
        _no_deadline(drawn),
        _questioned(record, view),
        _others(record, drawn),
        _parts_of_years(record, view),
    ]
    return [caveat for caveat in possible if caveat]


def _whose(record: Record) -> Caveat | None:
    """Return whose the headline figures are: statements, not statistics."""
    said = [*record.claims, *record.targets]
    if not said:
        return None
    lines = [
        voice(record, said),
        "Statements, not statistics: nobody shows what they rest on.",
    ]
    lines += [line for line in (_dissent(record),) if line]
    return Caveat("whose", "Whose figures?", tuple(lines))


def voice(record: Record, said: Sequence[Reading]) -> str:
    """Return how many of the headline figures come from one speaker."""
    shared = shared_voice(said)
    if shared is None:
        who = dict.fromkeys(names.speaker(record, item.stated_by) for item in said)
        return f"The figures come from {listed(list(who))}."
    when = f" {on_day(shared.stated_on)}" if shared.stated_on else ""
    voiced = speakers.titled(record, shared.stated_by)
    whole = "Both" if shared.of == 2 else f"All {shared.of}"
    if shared.readings == shared.of:
        return f"{whole} figures come from one speaker{when}: {voiced}."
    some = f"{shared.readings} of {shared.of}"
    return f"{some} figures come from one speaker{when}: {voiced}."


def _dissent(record: Record) -> str:
    """Return who doubts the figures, or nothing."""
    events = record.dataset.events
    if "doubts" not in events:
        return ""
    rows = events[events["doubts"].ne("")]
    titles = [f"{row['title']} ({day(row['happened_on'])})" for row in records(rows)]
    return f"Said about it by others: {'; '.join(titles)}." if titles else ""


def _which_scope(record: Record) -> Caveat | None:
    """Return what outlets say the figures count, if they differ or leave it open."""
    scopes = _scopes(record)
    if not scopes:
        return None
    nouns = [names.concept(name) for name in scopes]
    several = len(scopes) > 1
    lines = []
    for name, readings in scopes.items():
        said = (
            f"say {listed(names.sources(record, readings))}" if several else "all say"
        )
        lines.append(
            f"{sentence_case(names.concept(name))}, {said}. {definition(record, name)}"
        )
    short = (
        f"{sentence_case(listed(nouns[:2], 'or'))}?" if several else "What is counted?"
    )
    return Caveat("scope", short, tuple(lines))


def _scopes(record: Record) -> dict[str, list[Reading]]:
    """Return the figures by what they count; nothing if all agree on one thing.

    What is counted is explained with the finding, and nowhere else.
    """
    readings = [
        reading
        for step in record.steps
        if step.total.series != RECORDED
        for reading in (*step.parts, *step.others)
    ]
    scopes: dict[str, list[Reading]] = {}
    for reading in readings:
        scopes.setdefault(reading.concept, []).append(reading)
    agree = len(scopes) == 1 and all(item.basis_stated for item in readings)
    return {} if agree else scopes


def _unlike(record: Record, view: View) -> Caveat | None:
    """Return how the claim compares with the published figures, and why.

    The only place that gives their ratio.
    """
    comparison, step = record.claim_beside_published, record.published_step
    if comparison is None or step is None or not _speaks_of_both(view):
        return None
    verdict = names.VERDICT[comparison.verdict]
    short = (
        sentence_case(verdict)
        if comparison.verdict == UNLIKE
        else f"Published: {verdict}"
    )
    explained = _scopes(record)
    lines = tuple(beside_published(record, comparison, step, explained))
    return Caveat("published", short, lines)


def _speaks_of_both(view: View) -> bool:
    """Return whether a view draws the claims, and names or draws what is published."""
    return view.view != "target"


def _rough(record: Record, view: View, beside: Caveat | None) -> Caveat | None:
    """Return why the relations above the bars are rough, each reason once.

    Parameters
    ----------
    beside
        The caveat that stands beside it; what it says is not said again.
    """
    drawn = [
        comparison
        for comparison in relations(record)
        if comparison.other.series in view.shown and view.by_step
    ]
    # Without a ratio nothing rough is drawn.
    rough = [
        comparison
        for comparison in drawn
        if comparison.verdict == ROUGH and comparison.ratio
    ]
    unlike = [comparison for comparison in drawn if comparison.verdict == UNLIKE]
    if not rough and not unlike:
        return None
    said = " ".join(beside.long) if beside else ""
    why = each_reason(record, *rough, *unlike)
    own = [reason for reason in why if reason not in said]
    lines = [f"{sentence_case(listed(own))}."] if own else []
    if beside and len(own) < len(why):
        lines.append(f"More under “{beside.short}”." if own else _rule(beside))
    if unlike:
        lines.append("Where two values are not like with like, no ratio is given.")
    return Caveat("rough", "Rough" if rough else "No ratio", tuple(lines))


def _rule(beside: Caveat) -> str:
    """Return when a ratio is rough, and where it stands what makes it so here."""
    return (
        "A ratio is rough where what a value covers or its period was not said, where "
        "periods differ in length, or where a value is questioned. "
        f"“{beside.short}” says which."
    )


def _no_deadline(drawn: Sequence[Step]) -> Caveat | None:
    targets = [step for step in drawn if step.total.series == TARGET]
    undated = [step.total for step in targets if step.total.lacks_a_deadline]
    if not undated:
        return None
    values = listed([stated(item) for item in undated])
    lines = [
        f"{sentence_case(values)}: named without a date. The page adds none: no slope, "
        "no end, no “overdue”."
    ]
    for step in targets:
        said = dict.fromkeys(
            item.period_label
            for item in step.others
            if item.period_label != step.total.period_label and not item.withdraws
        )
        if said:
            lines.append(
                f"Of {stated(step.total)}, other outlets say: {'; '.join(said)}."
            )
    return Caveat("no-deadline", "No deadline", tuple(lines))


def _questioned(record: Record, view: View) -> Caveat | None:
    drawn = drawn_readings(record, view)
    doubted = [item for item in drawn if item.questioned]
    if not doubted:
        return None
    return Caveat("questioned", "Questioned", tuple(map(_doubt, doubted)))


def _doubt(item: Reading) -> str:
    """Return why a value is questioned, without repeating the heading."""
    what = f"{sentence_case(stated(item))}, {period(item)}"
    start, _, rest = item.note.partition(": ")
    why = rest if start.casefold() == "questioned" else item.note
    return f"{what}. {sentence_case(why)}".strip()


def drawn_readings(record: Record, view: View) -> list[Reading]:
    """Return the readings that a view draws: its steps, or whole series over time."""
    if view.by_step:
        return [
            part
            for step in record.steps
            if step.total.series in view.shown
            for part in step.parts
        ]
    groups = {"reported": record.claimed, RECORDED: record.published}
    readings = [item for name in view.shown for item in groups.get(name, [])]
    return readings + (record.targets if TARGET in view.shown else [])


def _others(record: Record, drawn: Sequence[Step]) -> Caveat | None:
    """Return what other outlets and speakers say of the same facts."""
    lines = [
        line
        for step in drawn
        if step.total.series != RECORDED and (line := other_values(record, step))
    ]
    return Caveat("others", "Others differ", tuple(lines)) if lines else None


def other_values(record: Record, step: Step) -> str:
    """Return the values that others give for a step, or nothing."""
    values: dict[str, list[Reading]] = {}
    for item in step.others:
        if item.quantity != step.total.quantity:
            values.setdefault(marked(item), []).append(item)
    if not values:
        return ""
    given = [
        f"{value} ({listed(names.sources(record, readings))})"
        for value, readings in values.items()
    ]
    return f"For {stated(step.total)}, others give {listed(given, 'or')}."


def _parts_of_years(record: Record, view: View) -> Caveat | None:
    if view.by_step or RECORDED not in view.shown:
        return None
    parts = [
        item
        for item in record.published
        if (days_covered(item) or WHOLE_YEAR) < WHOLE_YEAR
    ]
    if not parts:
        return None
    spans = dict.fromkeys(item.period_label for item in parts)
    return Caveat(
        "parts",
        "Parts of years",
        (
            f"{counted(len(parts), 'published figure')} cover less than a year: "
            f"{'; '.join(spans)}. They are drawn narrower and never joined by a line.",
        ),
    )
