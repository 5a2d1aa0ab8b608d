"""Sentences to write, sorted by how well the data support them.

Every number in a sentence is that of a reading it names, or worked out from
those by a measure.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from components.measures.comparability import ROUGH, compare
from components.measures.outcome import Fate
from components.measures.readings import (
    TARGET,
    Reading,
    days_covered,
    readings_in,
    readings_of,
)
from components.measures.record import Record
from components.measures.voices import (
    counts_that_disagree,
    facts_with_voices,
    statements,
)
from components.words import pledge_claims, speakers, targets
from components.words.claim import CAVEAT, SAFE, Claim, doubts, headlines, plain
from components.words.comparisons import reasons
from components.words.derived import beside_published, worked_out
from components.words.outlets import outlets
from components.words.overstatements import overstatements
from components.words.statements import (
    is_trade,
    noun,
    shows_figures,
)
from components.words.values import (
    counted,
    listed,
    marked,
    on_day,
    sentence_case,
    short_period,
    year_span,
)
from components.words.voices import aiming, values

SHORTEST_YEAR = 354  # days, of any calendar
# What a rough comparison finds not reached, a strict one does too.
_QUIET = ("not reached, no deadline", "open")


def claims(record: Record, today: date) -> list[Claim]:
    """Return every sentence that the data give rise to."""
    return [
        *_claimed(record, today),
        *_aimed_at(record, today),
        *_published(record, today),
        *_one_voice(record, today),
        *_counts(record),
        *worked_out(record),
        *beside_published(record),
        *pledge_claims.claims(record, today),
        *overstatements(record),
    ]


def _claimed(record: Record, today: date) -> Iterator[Claim]:
    """Yield what was said of trade: the steps first, then the rest."""
    on_steps = [step.total for step in record.of_series("reported")]
    every = headlines(record, record.claimed)
    rest = [item for item in every if item not in on_steps]
    yield from (plain(record, item, today) for item in (*on_steps, *rest))


def _aimed_at(record: Record, today: date) -> Iterator[Claim]:
    """Yield each target with what became of it, then those that no rule judges."""
    counted = [record.fate(target, today) for target in record.counted_targets]
    for fate in (*record.all_fates(today), *counted):
        claim = plain(record, fate.target, today)
        more = _roughness(record, fate)
        yield replace(
            claim,
            group=CAVEAT if more else claim.group,
            text=_with_fate(claim.text, fate),
            reason=claim.reason or ("Rough" if more else ""),
            caveat=f"{claim.caveat} {more}".strip(),
            reading_ids=(*claim.reading_ids, *_decisive(fate)),
        )
    others = headlines(record, readings_in(record.dataset, TARGET))
    yield from (
        plain(record, item, today)
        for item in others
        if item not in (*record.aims, *record.counted_targets)
    )


def _with_fate(text: str, fate: Fate) -> str:
    """Return a target with what became of it; a missing deadline is said once."""
    became, label = targets.became([fate]), fate.target.period_label
    if "no deadline" in became and label.casefold().startswith("no deadline"):
        text = text.replace(f" ({label})", "").replace(f"; {label})", ")")
    return f"{text} {became}"


def _decisive(fate: Fate) -> list[str]:
    outcomes = (fate.claimed, fate.published)
    end = fate.target.ended_by
    readings = [item for outcome in outcomes for item in outcome.decisive]
    readings += [outcome.first for outcome in outcomes if outcome.first]
    readings += [end] if end else []
    own = [part for item in readings for part in item.parts or (item,)]
    return list(dict.fromkeys(item.reading_id for item in own))


def _roughness(record: Record, fate: Fate) -> str:
    """Return why the comparison behind a target's fate is rough, or nothing."""
    rough = [
        outcome
        for outcome in (fate.claimed, fate.published)
        if not outcome.lack and outcome.state not in _QUIET and outcome.verdict == ROUGH
    ]
    why = [
        reasons(record, compare(item, fate.target))
        for outcome in rough
        for item in outcome.decisive[:1]
    ]
    if any(outcome.by_neighbours for outcome in rough):
        why.append("there is no figure for the deadline’s own year")
    why = [*filter(None, why)]
    return f"The comparison is rough: {'; '.join(dict.fromkeys(why))}." if why else ""


def _published(record: Record, today: date) -> Iterator[Claim]:
    """Yield the figures of the step chart, then each body's span and highest."""
    step = record.published_step
    parts = step.parts if step else ()
    yield from (plain(record, part, today) for part in parts)
    by_body: dict[str, list[Reading]] = {}
    for item in headlines(record, record.published):
        by_body.setdefault(item.stated_by, []).append(item)
    for readings in by_body.values():
        if len(readings) > 1 and shows_figures(record, readings[0]):
            yield _body(record, readings)
        else:
            rest = [item for item in readings if item not in parts]
            yield from (plain(record, item, today) for item in rest)


def _body(record: Record, readings: Sequence[Reading]) -> Claim:
    """Return what a body's figures cover, and the highest of them."""
    highest = max(readings, key=lambda item: (item.value, not item.questioned))
    years = [
        int(cell[:4])
        for item in readings
        for cell in (item.period_start, item.period_end)
        if cell
    ]
    cover = f" cover {year_span(min(years), max(years))}" if years else " are known"
    who = sentence_case(speakers.figures_of(record, highest))
    grounds = [item for item in doubts(record, highest) if item[0] != "no day"]
    parts = [days_covered(item) for item in readings]
    if any(days is not None and days < SHORTEST_YEAR for days in parts):
        cover = f"{cover}, for parts of years"
        grounds.append(("parts of years", "The highest is not that of a whole year."))
    return Claim(
        CAVEAT if grounds else SAFE,
        f"{who}{cover}. Highest found: {marked(highest)} of "
        f"{noun(record, [highest])} for {short_period(highest)}.",
        (
            highest.reading_id,
            *(item.reading_id for item in readings if item != highest),
        ),
        sentence_case(listed([reason for reason, _ in grounds])),
        " ".join(words for _, words in grounds),
    )


def _one_voice(record: Record, today: date) -> Iterator[Claim]:
    """Yield what several outlets quote one speaker as saying."""
    facts = facts_with_voices(record.dataset, _latest(record))
    by_fact: dict[str, list[Reading]] = {fact_id: [] for fact_id in facts}
    for item in readings_of(record.dataset, facts):
        by_fact[item.fact_id].append(item)
    for statement in itertools.chain(*map(statements, by_fact.values())):
        who = statement.first.stated_by
        heard = outlets(record, statement.readings)
        if len(heard) < 2 or not speakers.says(record, who):
            continue
        yield Claim(
            CAVEAT,
            _quoted(record, statement.readings, len(heard), today),
            tuple(item.reading_id for item in statement.readings),
            "One voice",
            f"They quote one speaker, so it is one voice and not {len(heard)}.",
        )


def _latest(record: Record) -> str:
    return record.latest_claim.fact_id if record.latest_claim else ""


def _quoted(
    record: Record, readings: Sequence[Reading], heard: int, today: date
) -> str:
    """Return what several outlets quote one speaker as saying on one day."""
    first, said = readings[0], values(readings)
    who = speakers.introduced(record, first.stated_by, today)
    when = f" {on_day(first.stated_on)}" if first.stated_on else ""
    if first.series == TARGET and all(item.questioned for item in readings):
        of = noun(record, readings) if is_trade(record, first) else first.label
        return f"{heard} outlets say {who} named {said} for {of}{when}."
    quote = f"{heard} outlets quote {who} as"
    if not is_trade(record, first):
        return f"{first.label}: {quote} speaking of {said}{when}."
    what = noun(record, readings)
    if first.series == TARGET:
        return f"{quote} {aiming(first)} {said} for {what}{when}."
    return f"{quote} putting {what} at {said}{when}."


def _counts(record: Record) -> Iterator[Claim]:
    """Yield counts that sources dispute, with every side in one sentence."""
    for group in counts_that_disagree(record.dataset):
        yield Claim(
            CAVEAT,
            f"{group[0].label}: {_sides(record, group)}.",
            tuple(item.reading_id for item in group),
            "Sources disagree",
            "Sources dispute the count.",
        )


def _sides(record: Record, group: Sequence[Reading]) -> str:
    """Return who counts how many: ``7 documents (Jane Roe), 9 documents (…)``."""
    by_value: dict[str, list[Reading]] = {}
    for item in group:
        by_value.setdefault(marked(item), []).append(item)
    return "; ".join(
        f"{value} ({_whose(record, readings)})" for value, readings in by_value.items()
    )


def _whose(record: Record, readings: Sequence[Reading]) -> str:
    """Return the first speaker, persons before others, and how many more there are."""
    people = sorted(
        readings, key=lambda item: not speakers.says(record, item.stated_by)
    )
    who = list(
        dict.fromkeys(
            speakers.person(item.stated_by)
            if record.speaker(item.stated_by)
            else speakers.brief(record, item)
            for item in people
        )
    )
    return who[0] if len(who) == 1 else f"{who[0]} and {counted(len(who) - 1, 'other')}"
