"""Who says what about a fact: each voice with its outlets, and who doubts it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.measures.evidence import counts, spans
from components.measures.readings import (
    RESTATES,
    TARGET,
    WITHDRAWS,
    Reading,
    headline_of,
)
from components.measures.record import Record
from components.measures.voices import (
    Statement,
    doubts,
    facts_that_differ,
    facts_with_rivals,
    statements,
)
from components.words import names, speakers
from components.words.outlets import outlets
from components.words.replay import first_shown
from components.words.sources import link, markdown
from components.words.text import as_markdown
from components.words.values import (
    counted,
    day,
    listed,
    marked,
    on_day,
    sentence_case,
    stated,
    year_span,
)

MANY_OUTLETS = 3  # more of them are counted, not named
MAX_WORDS = 45  # of what stands before the picture
STATES = {
    "reported": "has a value",
    "not reported": "published without this pair",
    "nothing found": "searched in vain",
    "not checked": "not checked",
    "cannot exist": "cannot exist",
}
_COUNTED = {
    "reported": ("has a value", "have a value"),
    "not reported": ("was published without it", "were published without it"),
    "nothing found": ("was searched in vain", "were searched in vain"),
    "not checked": ("was not checked", "were not checked"),
    "cannot exist": ("cannot exist", "cannot exist"),
}


def values(readings: Sequence[Reading], last: str = "or") -> str:
    """Return the distinct values of some readings."""
    return listed(list(dict.fromkeys(map(marked, readings))), last)


def in_order(record: Record, readings: Sequence[Reading]) -> list[Statement]:
    """Return the statements on a fact: the headline's first, then those of persons."""
    first = headline_of(record.dataset, readings)
    # Within a statement, too, the headline comes first.
    ordered = sorted(readings, key=lambda item: item != first)
    return sorted(
        statements(ordered),
        key=lambda statement: (
            statement.first != first,
            not speakers.says(record, statement.first.stated_by),
        ),
    )


def sentences(record: Record, readings: Sequence[Reading]) -> list[str]:
    """Return who says what about one fact, a sentence for each speaker."""
    ordered = in_order(record, readings)
    said = [
        _quoted(record, item, _speaks_once(item, ordered))
        for item in ordered
        if _is_quoted(record, item)
    ]
    others = [item for item in ordered if not _is_quoted(record, item)]
    return [*said, *_unattributed(record, others), *_given(record, others)]


def _is_quoted(record: Record, statement: Statement) -> bool:
    """Return whether somebody's words come from others than the speaker."""
    who = statement.first.stated_by
    return speakers.says(record, who) and not all(
        speakers.is_own_outlet(outlet, who)
        for outlet in outlets(record, statement.readings)
    )


def aiming(target: Reading) -> str:
    """Return what a speaker is quoted as doing: ``aiming at``, ``withdrawing …``."""
    done = {WITHDRAWS: "withdrawing", RESTATES: "restating"}
    if target.relation in done:
        return f"{done[target.relation]} the target of"
    # No “at at least”.
    return "aiming for" if stated(target).startswith("at ") else "aiming at"


def _speaks_once(statement: Statement, every: Sequence[Statement]) -> bool:
    who = statement.first.stated_by
    return sum(item.first.stated_by == who for item in every) == 1


def _quoted(record: Record, statement: Statement, once: bool) -> str:
    """Return what outlets quote somebody as saying: ``Outlets quote Roe as …``."""
    first = statement.first
    publishers = outlets(record, statement.readings)
    many = len(publishers) > MANY_OUTLETS
    who = f"{len(publishers)} outlets" if many else sentence_case(listed(publishers))
    verb = "quote" if len(publishers) > 1 else "quotes"
    when = "" if once or not first.stated_on else f" {on_day(first.stated_on)}"
    if all(item.questioned for item in statement.readings):
        say = "say" if len(publishers) > 1 else "says"
        named = "named" if first.series == TARGET else "gave"
        brief = speakers.brief(record, first)
        return f"{who} {say} {brief} {named} {values(statement.readings)}{when}."
    said = aiming(first) if first.series == TARGET else "saying"
    return (
        f"{who} {verb} {speakers.brief(record, first)} as {said} "
        f"{values(statement.readings)}{when}."
    )


def _unattributed(record: Record, others: Sequence[Statement]) -> list[str]:
    """Return what outlets give without a speaker, month by month."""
    by_month: dict[str, list[Reading]] = {}
    for statement in others:
        if not statement.first.is_attributed:
            month = statement.first.stated_on[:7]
            by_month.setdefault(month, []).extend(statement.readings)
    return [
        sentence_case(
            f"{f'{on_day(month)} ' if month else ''}"
            f"{listed(outlets(record, readings))} gave {values(readings)}, "
            "unattributed."
        )
        for month, readings in by_month.items()
    ]


def _given(record: Record, others: Sequence[Statement]) -> list[str]:
    """Return what bodies, texts and outlets gave, grouped by value."""
    by_value: dict[str, list[str]] = {}
    for statement in others:
        first = statement.first
        if first.is_attributed:
            verb = _NAMED.get(first.relation, "named")
            verb = verb if first.series == TARGET else "gave"
            name = speakers.name(record, first.stated_by)
            by_value.setdefault(f"{verb} {values(statement.readings)}", []).append(name)
    return [
        f"{sentence_case(_subject(list(dict.fromkeys(who))))} {said}."
        for said, who in by_value.items()
    ]


_NAMED = {WITHDRAWS: "withdrew the target of", RESTATES: "restated the target of"}


def _subject(who: Sequence[str]) -> str:
    """Return speakers as the subject of a sentence, titles closed by a comma."""
    if len(who) > 1 and any("," in name for name in who):
        return names.nominal(f"{'; '.join(who[:-1])}; and {who[-1]}")
    return names.nominal(who[0]) if len(who) == 1 else listed(list(who))


def at_first(record: Record, readings: Sequence[Reading]) -> str:
    """Return the text above the picture: how many voices, and the first of them."""
    lead = heard(record, readings)
    said = sentences(record, readings)
    whole = f"{lead} {said[0]}" if said else lead
    return whole if len(whole.split()) <= MAX_WORDS else lead


def heard(record: Record, readings: Sequence[Reading]) -> str:
    """Return how many named speakers were heard, and how many reports name none."""
    named = {item.stated_by for item in readings if item.is_attributed}
    unnamed = sum(not item.is_attributed for item in readings)
    if not named:
        return "No speaker is named."
    if len(named) == 1 and not unnamed:
        return "One voice."
    more = f", and {counted(unnamed, 'unattributed report')}" if unnamed else ""
    outlets_heard = counted(len(outlets(record, readings)), "outlet")
    return f"{counted(len(named), 'voice')}{more} in {outlets_heard}."


def afterwards(record: Record, readings: Sequence[Reading]) -> str:
    """Return what the text above the picture left out."""
    shown = at_first(record, readings)
    return " ".join(
        item for item in sentences(record, readings) if not shown.endswith(item)
    )


def dissent(record: Record, fact_id: str) -> list[str]:
    """Return who doubts a fact, as Markdown with the source of the doubt."""
    return [
        f"{as_markdown(_sentence(row['title']))} "
        f":small[:gray[{as_markdown(day(row['happened_on']))}]] · "
        f"{markdown(link(record, row['source_id']))}"
        for row in doubts(record.dataset, fact_id)
    ]


def _sentence(title: str) -> str:
    return title if title.endswith((".", "!", "?")) else f"{title}."


def rule(record: Record, readings: Sequence[Reading]) -> str:
    """Return which value is shown first elsewhere on the page, and why."""
    first = headline_of(record.dataset, readings)
    why = first_shown(record, first.fact_id)
    outlet = listed(outlets(record, [first]))
    return f"Shown first: {marked(first)}, from {outlet}. {why}"


def several(record: Record) -> str:
    """Return how many facts have several values, and in how many these differ."""
    facts = len(facts_with_rivals(record.dataset))
    differ = len(facts_that_differ(record.dataset))
    if not facts:
        return ""
    were = "was" if facts == 1 else "were"
    where = f"in {differ} of them " if 0 < differ < facts else ""
    how = "differ" if differ else "agree"
    whole = counted(facts, "fact")
    return f"{whole} {were} given more than once; {where}the values {how}."


def option(record: Record, fact_ids: Sequence[str], fact_id: str) -> str:
    """Return the name of a fact in a list, numbered if several share it."""
    facts = record.dataset.fact_of
    label = str(facts[fact_id]["label"])
    twins = [item for item in fact_ids if facts[item]["label"] == label]
    if len(twins) == 1:
        return label
    return f"{label} ({twins.index(fact_id) + 1} of {len(twins)})"


def fact_named(record: Record, fact_ids: Sequence[str], named: str) -> str:
    """Return the fact that a link names by identifier or, in old links, by label."""
    if named in fact_ids:
        return named
    wanted = _plain(named)
    by_label = (
        fact_id
        for fact_id in fact_ids
        if wanted
        in (
            _plain(str(record.dataset.fact_of[fact_id]["label"])),
            _plain(option(record, fact_ids, fact_id)),
            _plain(fact_id),
        )
    )
    return next(by_label, "")


def fact_not_found(named: str) -> str:
    """Return the notice that a link names no fact of these data."""
    return (
        f"The link names “{named}”, which these data do not have under that name. "
        "Another fact is shown; the list has all of them."
    )


def _plain(label: str) -> str:
    return " ".join(label.casefold().rstrip(" .,;:").split())


def row(record: Record, reading: Reading) -> dict[str, str]:
    """Return a reading as a row of a printed table."""
    return {
        "Value": _shown(reading),
        "Outlet": listed(outlets(record, [reading])),
        "Said by": speakers.heading(record, reading),
        "Counts": names.concept(reading.concept),
        "Period": reading.period_label,
        "Stated on": day(reading.stated_on) if reading.stated_on else "",
    }


def _shown(reading: Reading) -> str:
    return f"{marked(reading)}, withdrawn" if reading.withdraws else marked(reading)


def button(record: Record, reading: Reading) -> str:
    """Return a reading as the text of a button."""
    return f"{_shown(reading)} · {listed(outlets(record, [reading]))}"


def evidence_counts(evidence: pd.DataFrame) -> str:
    """Return the outcome of the search: ``Of 3 body-years, 1 has a value …``."""
    by_state = counts(evidence)
    parts = [
        f"{number:,} {_COUNTED[state][number != 1]}"
        for state, number in by_state.items()
    ]
    whole = counted(len(evidence), "body-year")
    return f"Of {whole}, {', '.join(parts)}. A gap is not a zero."


def evidence_alt(evidence: pd.DataFrame) -> str:
    """Return the alternative text of the grid: its counts in words."""
    years, bodies = evidence["year"], evidence["body"].nunique()
    noun = "body" if bodies == 1 else "bodies"
    span = year_span(int(years.min()), int(years.max()))
    return f"{evidence_counts(evidence)} {bodies} {noun}, {span}."


def evidence_lines(record: Record) -> list[str]:
    """Return what was searched, body by body, as a Markdown list with links."""
    lines = []
    for body, rows in record.dataset.evidence.groupby("body", sort=False):
        lines.append(f"- **{as_markdown(str(body))}**")
        keys = ["state", "note", "source_id"]
        for key, cells in rows.groupby(keys, sort=False):
            state, note, source_id = map(str, key)
            years = listed([year_span(*span) for span in spans(cells["year"])])
            source = f" {markdown(link(record, source_id))}" if source_id else ""
            words = f"{years}: {STATES[state]}. {note}".rstrip()
            lines.append(f"    - {as_markdown(words)}{source}")
    return lines
