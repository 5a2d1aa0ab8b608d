"""Sentences to write, sorted by how well the data support them.

Every number in a sentence is that of a reading it names, or worked out from
those by a measure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from components.measures.comparability import LIKE, ROUGH, UNLIKE, Comparison, compare
from components.measures.outcome import Fate
from components.measures.readings import (
    RECORDED,
    STATISTICAL_BODY,
    TARGET,
    THIRD_PARTY,
    Reading,
    headline_of,
    readings_in,
    readings_of,
)
from components.measures.record import Record
from components.measures.steps import Step
from components.measures.voices import (
    counts_that_disagree,
    facts_with_voices,
    statements,
)
from components.words import names, speakers, targets
from components.words.comparisons import reasons, relations
from components.words.statements import (
    is_trade,
    noun,
    own_words,
    sentence,
    shows_figures,
)
from components.words.values import (
    computed,
    counted,
    listed,
    money,
    on_day,
    percent,
    rounded,
    sentence_case,
    short_period,
    year_span,
)
from components.words.voices import marked, outlets, values

Group = Literal["safe", "caveat", "never"]
SAFE: Group = "safe"
CAVEAT: Group = "caveat"
NEVER: Group = "never"
GROUPS: dict[Group, str] = {
    SAFE: "Safe to publish",
    CAVEAT: "Needs its caveat",
    NEVER: "Do not write",
}
ABOUT: dict[Group, str] = {
    SAFE: "Each says who stated the value and when.",
    CAVEAT: "The caveat is part of what is copied.",
    NEVER: "Easily written, and more than the data say.",
}
# A label or a period in such words says more than that somebody said so.
_SAYS_MORE = re.compile(r"\b(?:reached|will|by \d{4})\b", re.IGNORECASE)
# A target that was not reached by a rough comparison was not by a strict one.
_QUIET = ("not reached, no deadline", "open")
DERIVED = "Worked out from two values; nobody said so."


@dataclass(frozen=True)
class Claim:
    """A sentence, how well the data support it, and from which readings.

    Parameters
    ----------
    reason
        Why it is in its group, in a few words; empty if the group says so.
    caveat
        What has to stand with it, in whole sentences.
    """

    group: Group
    text: str
    reading_ids: tuple[str, ...]
    reason: str = ""
    caveat: str = ""

    @property
    def to_copy(self) -> str:
        """The sentence with its caveat."""
        return f"{self.text} {self.caveat}".strip()


def claims(record: Record, today: date) -> list[Claim]:
    """Return every sentence that the data give rise to."""
    return [
        *_claimed(record, today),
        *_aimed_at(record, today),
        *_published(record, today),
        *_one_voice(record, today),
        *_counts(record),
        *_relations(record),
        *_beside_published(record),
        *_never(record),
    ]


def of_group(found: Sequence[Claim], group: Group) -> list[Claim]:
    """Return the sentences of one group."""
    return [claim for claim in found if claim.group == group]


def plain(record: Record, reading: Reading, today: date) -> Claim:
    """Return the sentence that says no more than who stated a value, and when."""
    text = sentence(record, reading, today)
    doubts = _doubts(record, reading)
    if not doubts:
        return Claim(SAFE, text, (reading.reading_id,))
    return Claim(
        CAVEAT,
        text,
        (reading.reading_id,),
        sentence_case(listed([reason for reason, _ in doubts])),
        " ".join(words for _, words in doubts if words),
    )


def _doubts(record: Record, reading: Reading) -> list[tuple[str, str]]:
    """Return why a plain sentence needs a caveat: in few words, and in a sentence."""
    source = record.dataset.source_of[reading.source_id]
    is_published = reading.series == RECORDED
    checks = (
        (not reading.stated_on, "no day", "The day is not known."),
        (not reading.is_attributed, "no speaker", "No speaker is named."),
        (reading.questioned, "questioned", questioned(reading)),
        (
            is_published and reading.value == 0,
            "may be rounded",
            "A published zero may be a rounded one.",
        ),
        (
            is_published and reading.side != STATISTICAL_BODY,
            "no statistical body",
            "No statistical body is named behind it.",
        ),
        (not source["url"], "no link", "The source has no address."),
        (
            bool(_SAYS_MORE.search(own_words(record, reading))),
            "says more",
            "The words on the period are the source’s.",
        ),
    )
    return [(reason, words) for applies, reason, words in checks if applies]


def questioned(reading: Reading) -> str:
    """Return that a value is questioned, and why."""
    note = reading.note.strip()
    if note.casefold().startswith("questioned"):
        return note
    return f"The value is questioned. {note}".strip()


def _claimed(record: Record, today: date) -> Iterator[Claim]:
    """Yield what was said of trade: the steps first, then what has no place there."""
    on_steps = [step.total for step in record.of_series("reported")]
    headlines = _headlines(record, record.claimed)
    rest = [item for item in headlines if item not in on_steps]
    yield from (plain(record, item, today) for item in (*on_steps, *rest))


def _headlines(record: Record, readings: Sequence[Reading]) -> list[Reading]:
    """Return the headline of each fact that some readings belong to."""
    facts = record.dataset.fact_of
    return [
        item for item in readings if facts[item.fact_id]["headline"] == item.reading_id
    ]


def _aimed_at(record: Record, today: date) -> Iterator[Claim]:
    """Yield each target with what became of it, and those in other units."""
    for found in record.fates(today):
        claim = plain(record, found.target, today)
        more = _roughness(record, found)
        yield replace(
            claim,
            group=CAVEAT if more else claim.group,
            text=f"{claim.text} {targets.became([found])}",
            reason=claim.reason or ("Rough" if more else ""),
            caveat=f"{claim.caveat} {more}".strip(),
            reading_ids=(*claim.reading_ids, *_decisive(found)),
        )
    others = _headlines(record, readings_in(record.dataset, TARGET))
    yield from (
        plain(record, item, today) for item in others if item not in record.targets
    )


def _decisive(found: Fate) -> list[str]:
    outcomes = (found.claimed, found.published)
    readings = [item for outcome in outcomes for item in outcome.decisive]
    return list(dict.fromkeys(item.reading_id for item in readings))


def _roughness(record: Record, found: Fate) -> str:
    """Return why what became of a target rests on a rough comparison, or nothing."""
    why = [
        reasons(record, compare(item, found.target))
        for outcome in (found.claimed, found.published)
        if not outcome.lack and outcome.state not in _QUIET and outcome.verdict == ROUGH
        for item in outcome.decisive[:1]
    ]
    return f"The comparison is rough: {'; '.join(dict.fromkeys(why))}." if why else ""


def _published(record: Record, today: date) -> Iterator[Claim]:
    """Yield the figures of the step chart, then each body's span and highest."""
    step = record.published_step
    parts = step.parts if step else ()
    yield from (plain(record, part, today) for part in parts)
    by_body: dict[str, list[Reading]] = {}
    for item in _headlines(record, record.published):
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
    doubts = [item for item in _doubts(record, highest) if item[0] != "no day"]
    return Claim(
        CAVEAT if doubts else SAFE,
        f"{who}{cover}. Highest published: {marked(highest)} of "
        f"{noun(record, [highest])} for {short_period(highest)}.",
        (
            highest.reading_id,
            *(item.reading_id for item in readings if item != highest),
        ),
        sentence_case(listed([reason for reason, _ in doubts])),
        " ".join(words for _, words in doubts),
    )


def _one_voice(record: Record, today: date) -> Iterator[Claim]:
    """Yield what several outlets quote one speaker as saying."""
    facts = facts_with_voices(record.dataset, _latest(record))
    by_fact: dict[str, list[Reading]] = {fact_id: [] for fact_id in facts}
    for item in readings_of(record.dataset, facts):
        by_fact[item.fact_id].append(item)
    for found in itertools.chain(*map(statements, by_fact.values())):
        who = found.first.stated_by
        heard = outlets(record, found.readings)
        if len(heard) < 2 or not speakers.says(record, who):
            continue
        yield Claim(
            CAVEAT,
            _quoted(record, found.readings, len(heard), today),
            tuple(item.reading_id for item in found.readings),
            "One voice",
            f"They quote one speaker, so it is one voice and not {len(heard)}.",
        )


def _latest(record: Record) -> str:
    return record.latest_claim.fact_id if record.latest_claim else ""


def _quoted(
    record: Record, readings: Sequence[Reading], heard: int, today: date
) -> str:
    """Return what a number of outlets quote one speaker as saying on one day."""
    first, said = readings[0], values(readings)
    who = speakers.introduced(record, first.stated_by, today)
    when = f" {on_day(first.stated_on)}" if first.stated_on else ""
    quote = f"{heard} outlets quote {who} as"
    if not is_trade(record, first):
        return f"{first.label}: {quote} speaking of {said}{when}."
    what = noun(record, readings)
    if first.series == TARGET:
        return f"{quote} aiming at {said} for {what}{when}."
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
    """Return the speakers of some readings, persons first, the many counted."""
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


def _relations(record: Record) -> Iterator[Claim]:
    """Yield multiples and shares, each with why it is rough."""
    for found in map(_claim_first, relations(record)):
        if not found.allows_ratio or found.ratio is None:
            continue
        share = (
            f"{percent(found.ratio)} of the target of {marked(found.other)}"
            if found.other.series == TARGET
            else _multiple(record, found)
        )
        yield Claim(
            CAVEAT,
            f"{sentence_case(marked(found.one))}, {_claimed_by(record, found.one)}, "
            f"is {share}.",
            (found.one.reading_id, found.other.reading_id),
            sentence_case(names.VERDICT[found.verdict]),
            _derived(record, found),
        )


def _claim_first(found: Comparison) -> Comparison:
    """Return a comparison of the later claim with a target or the first claim."""
    is_target = found.other.series == TARGET
    return found if is_target else compare(found.other, found.one)


def _multiple(record: Record, found: Comparison) -> str:
    against = f"the {marked(found.other)} {_claimed_by(record, found.other)}"
    if found.agree or found.ratio is None:
        return f"much the same as {against}"
    return f"{computed(found.ratio)} times {against}"


def _claimed_by(record: Record, reading: Reading) -> str:
    by = f" by {_body_name(record, reading)}" if reading.is_attributed else ""
    if reading.period_start and reading.period_end:
        return f"claimed{by} for {short_period(reading)}"
    return f"claimed{by} {on_day(reading.stated_on)}".rstrip()


def _derived(record: Record, found: Comparison) -> str:
    if found.verdict == LIKE:
        return DERIVED
    return f"{DERIVED} The comparison is rough: {reasons(record, found)}."


def _beside_published(record: Record) -> Iterator[Claim]:
    """Yield the published figures beside the claim; no ratio if they are unlike."""
    found, step = record.claim_beside_published, record.published_step
    if step is None or (found is None and not step.is_sum):
        return
    reason = names.VERDICT[found.verdict] if found else "a sum of the page’s"
    ids = [part.reading_id for part in step.parts]
    claim = [found.one.reading_id] if found else []
    yield Claim(
        CAVEAT,
        _sum(record, step),
        (*ids, *claim),
        sentence_case(reason),
        _beside(record, found) if found else "",
    )


def _sum(record: Record, step: Step) -> str:
    """Return published figures with whose each is; a sum is called the page's."""
    whose = dict.fromkeys(_body_name(record, part) for part in step.parts)
    given = [f"{marked(part)} of {noun(record, [part])}" for part in step.parts]
    if len(whose) > 1:
        given = [
            f"{words} ({_body_name(record, part)})"
            for words, part in zip(given, step.parts, strict=True)
        ]
    end = f" ({next(iter(whose))})" if len(whose) == 1 else ""
    when = short_period(step.total)
    words = f"For {when}, published figures are {listed(given)}{end}"
    if not step.is_sum:
        return f"{words}."
    total = money(rounded(step.total.value, 3))
    doubt = " (questioned)" if step.total.questioned else ""
    return f"{words}. The page adds them up: they work out at {total}{doubt}."


def _body_name(record: Record, reading: Reading) -> str:
    if record.speaker(reading.stated_by):
        return speakers.person(reading.stated_by)
    return speakers.brief(record, reading)


def _beside(record: Record, found: Comparison) -> str:
    """Return how the published figures stand beside the claim."""
    claim = f"the claimed {marked(found.one)}"
    verdict = names.VERDICT[found.verdict]
    if found.agree and found.verdict == LIKE:
        return f"They agree with {claim}: {verdict}."
    why = reasons(record, found)
    if found.agree:
        return f"They agree with {claim}, although {why}."
    if found.verdict == UNLIKE or found.ratio is None:
        return f"Beside {claim} they are {verdict}: {why or 'no ratio follows'}."
    end = f", but {why}" if why else ""
    share = (
        f"{percent(found.ratio)} of that"
        if found.ratio.value < 1
        else f"{computed(found.ratio)} times that"
    )
    return f"{sentence_case(claim)} works out as {share}{end}."


def _never(record: Record) -> Iterator[Claim]:
    """Yield sentences that are easily written and not supported."""
    for item in record.claims:
        yield _not_so(
            f"{sentence_case(_trade(record, item))} reached {marked(item)}.",
            "a statement, not a statistic",
            item,
        )
    for target in record.targets:
        yield _not_so(
            f"{sentence_case(_trade(record, target))} will reach {marked(target)}.",
            "a target, not a forecast",
            target,
        )
        if not target.deadline:
            yield _not_so(
                f"The target of {marked(target)} is overdue.",
                "no deadline was named",
                target,
            )
    for item in _headlines(record, record.claimed):
        if item.side == THIRD_PARTY:
            yield _not_so(
                f"Officials put {_trade(record, item)} at {marked(item)}.",
                "not an official’s figure",
                item,
            )
    yield from _confirmations(record)
    yield from _verdicts(record)


def _not_so(text: str, reason: str, *readings: Reading) -> Claim:
    ids = tuple(item.reading_id for item in readings)
    return Claim(NEVER, text, ids, sentence_case(reason))


def _trade(record: Record, reading: Reading) -> str:
    """Return of what a value is, as somebody would write it without its speaker."""
    return noun(record, [replace(reading, stated_by="")])


def _confirmations(record: Record) -> Iterator[Claim]:
    """Yield one voice taken for many, and one side of a count taken for all."""
    for step in record.of_series("reported"):
        for found in statements([*step.parts, *step.others])[:1]:
            heard = outlets(record, found.readings)
            if len(heard) > 1 and speakers.says(record, found.first.stated_by):
                yield _not_so(
                    f"{len(heard)} outlets confirm {marked(step.total)}.",
                    "they quote one speaker",
                    *found.readings,
                )
    for group in counts_that_disagree(record.dataset)[:1]:
        first = headline_of(record.dataset, group)
        yield _not_so(
            f"{first.label}: {marked(first)}, undisputed.",
            "others count otherwise",
            first,
        )


def _verdicts(record: Record) -> Iterator[Claim]:
    """Yield what the published figures do not show of the claim, or of a body."""
    found, step = record.claim_beside_published, record.published_step
    if step is None:
        return
    if step.is_sum:
        who = _body_name(record, step.parts[0])
        total = money(rounded(step.total.value, 3))
        yield _not_so(
            f"{sentence_case(names.nominal(who))} published {total} for "
            f"{short_period(step.total)}.",
            "the page’s sum, nobody’s figure",
            *step.parts,
        )
    if found is None or found.verdict == LIKE:
        return
    shows = "confirm" if found.agree else "disprove"
    yield _not_so(
        f"Published figures {shows} the claimed {marked(found.one)}.",
        names.VERDICT[found.verdict],
        found.one,
        *step.parts,
    )
