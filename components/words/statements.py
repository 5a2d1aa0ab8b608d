"""One value as a sentence: who said it, when, of what, and according to whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from components.measures.bounds import ABOUT, AT_LEAST, AT_MOST
from components.measures.readings import (
    BALANCE,
    LEVEL,
    RANGE,
    RECORDED,
    REPLACES,
    RESTATES,
    STATISTICAL_BODY,
    TARGET,
    Reading,
)
from components.measures.record import Record
from components.words import names, speakers
from components.words.outlets import outlets
from components.words.values import (
    day,
    listed,
    on_day,
    sentence_case,
    short_period,
    span,
    stated,
    without_bound,
)

_STOOD = {
    AT_LEAST: ("had passed", "had passed"),
    ABOUT: ("was about", "were about"),
    AT_MOST: ("was at most", "were at most"),
}


def sentence(record: Record, reading: Reading, today: date) -> str:
    """Return who said or published a value, and when, in one sentence."""
    tail = _according_to(record, reading)
    if not is_trade(record, reading):
        label = "" if _says_of_what(reading) else f"{reading.label}: "
        words = f"{label}{_of_another_kind(record, reading, today)}"
    else:
        words = _of_trade(record, reading, today)
    return f"{sentence_case(words)}{tail}."


def is_trade(record: Record, reading: Reading) -> bool:
    """Return whether a value is an amount of trade, as the charts draw it."""
    concept = record.dataset.concepts.get(reading.concept, {})
    return reading.is_money and bool(concept.get("on_trajectory"))


def own_words(record: Record, reading: Reading) -> str:
    """Return the data's own text in the sentence, names aside."""
    is_plain = is_trade(record, reading) or _says_of_what(reading)
    label = "" if is_plain else reading.label
    return f"{label} {_open_period(reading)}".strip()


def _of_trade(record: Record, reading: Reading, today: date) -> str:
    who = subject(record, reading, today)
    what, value = noun(record, [reading]), stated(reading)
    if reading.series == TARGET:
        aim = f"{who} {_named(record, reading)} {value} for {what}"
        end = f"{_term(reading, quoted(record, reading))}{_instead(reading)}"
        return f"{_when(reading)}{aim}{end}"
    if shows_figures(record, reading):
        shown = f"{who} show {value} of {what}{_term(reading)}"
        if not reading.stated_on:
            return shown
        return f"{shown}, published {on_day(reading.stated_on)}"
    if speakers.says(record, reading.stated_by):
        stood = f"said {what} {_stood(reading, what)}"
        return f"{_when(reading)}{who} {stood}{_term(reading)}"
    return f"{_when(reading)}{who} gave {value} for {what}{_term(reading)}"


def _of_another_kind(record: Record, reading: Reading, today: date) -> str:
    """Return the clause for a count, or for money that is not trade."""
    who, value = subject(record, reading, today), stated(reading)
    quote = ""
    if reading.series == TARGET:
        verb, quote = _named(record, reading), quoted(record, reading)
        if _says_of_what(reading):
            value = f"{value} from {_direction(record, reading)}"
    elif shows_figures(record, reading):
        verb = "show"
    else:
        verb = "spoke of" if speakers.says(record, reading.stated_by) else "gave"
    when = f" {on_day(reading.stated_on)}" if reading.stated_on else ""
    term = _term(reading, quote)
    # After a deadline, the day of the statement would read as a second deadline.
    end = f"{when}{term}" if reading.deadline else f"{term}{when}"
    return f"{who} {verb} {value}{end}{_instead(reading)}"


def _says_of_what(reading: Reading) -> bool:
    """Return whether a target is a quantity that goes one way."""
    return reading.series == TARGET and reading.is_counted and bool(reading.exporter)


def _direction(record: Record, reading: Reading) -> str:
    return " to ".join(map(record.economy_name, (reading.exporter, reading.importer)))


def _named(record: Record, reading: Reading) -> str:
    """Return the verb for a target; a quotation already says how firm it was."""
    if reading.withdraws:
        return "withdrew the target of"
    if reading.relation == RESTATES:
        return "restated the target of"
    is_number = reading.kind in (LEVEL, RANGE)
    return "named" if is_number and quoted(record, reading) else "named a target of"


def _instead(reading: Reading) -> str:
    """Return which earlier target this one replaces, or nothing."""
    if reading.relation != REPLACES or reading.earlier is None:
        return ""
    return f", in place of {stated(reading.earlier)}"


def quoted(record: Record, reading: Reading) -> str:
    """Return a source's English words in quotation marks, or nothing."""
    language = str(record.dataset.source_of[reading.source_id]["language"])
    is_english = language.split("-")[0].casefold() == "en"
    words = reading.wording.strip(' “”"')
    return f"“{words}”" if words and is_english else ""


def subject(record: Record, reading: Reading, today: date) -> str:
    """Return who gave a value, as the subject of a sentence."""
    if not reading.is_attributed and not speakers.says(record, reading.stated_by):
        return f"an unattributed report in {listed(outlets(record, [reading]))}"
    if shows_figures(record, reading):
        return speakers.figures_of(record, reading)
    return speakers.introduced(record, reading.stated_by, today)


def shows_figures(record: Record, reading: Reading) -> bool:
    """Return whether a value is one that a body's figures *show*."""
    is_body = reading.side == STATISTICAL_BODY
    return reading.series == RECORDED and (
        is_body or not speakers.says(record, reading.stated_by)
    )


def noun(record: Record, readings: Sequence[Reading]) -> str:
    """Return what values are of: ``trade with Beeland``, ``Aland’s exports …``.

    Takes one value, or those of one fact that outlets call different things.
    """
    first = readings[0]
    concepts = dict.fromkeys(names.concept(item.concept) for item in readings)
    if not first.exporter:
        bases = [names.in_a_sentence(name) for name in concepts]
        return f"{listed(bases, 'or')} {_with_whom(record, first)}"
    exporter, importer = map(record.economy_name, (first.exporter, first.importer))
    concept = listed(list(concepts), "or")
    if first.kind == BALANCE:
        of = "" if concept in names.PLAIN else f" in {concept}"
        return f"{exporter}’s trade{of} with {importer}"
    of = "" if concept in names.PLAIN else f" of {concept}"
    own = _own_economy(record, first)
    if own == first.exporter:
        return f"{exporter}’s exports{of} to {importer}"
    if own == first.importer:
        return f"{importer}’s imports{of} from {exporter}"
    return f"{concept} from {exporter} to {importer}"


def _with_whom(record: Record, reading: Reading) -> str:
    """Return the partner of a speaker's economy, by name: the sentence stands alone."""
    known = record.speaker(reading.stated_by)
    if names.is_joint(record, reading.stated_by):
        return "with each other"
    if not known:
        both = [economy.name for economy in record.dataset.economies]
        return f"between {listed(both)}"
    other = next(
        economy.name
        for economy in record.dataset.economies
        if economy.code != known["economy"]
    )
    return f"with {other}"


def _own_economy(record: Record, reading: Reading) -> str:
    """Return the economy that a speaker speaks for, if known."""
    known = record.speaker(reading.stated_by)
    if known:
        return str(known["economy"])
    first, second = (economy.code for economy in record.dataset.economies)
    return {"first economy": first, "second economy": second}.get(reading.side, "")


def _stood(reading: Reading, what: str) -> str:
    plural = bool(re.search(r"\b(?:exports|imports)\b", what)) or (
        bool(reading.exporter) and reading.concept.endswith("s")
    )
    verb = _STOOD.get(reading.bound, ("was", "were"))[plural]
    return f"{verb} {without_bound(reading)}"


def _when(reading: Reading) -> str:
    if not reading.stated_on:
        return ""
    return f"{sentence_case(on_day(reading.stated_on))}, "


def _term(reading: Reading, quote: str = "") -> str:
    """Return the period of a value, or the end of a target, as given."""
    doubt = "questioned" if reading.questioned else ""
    end = ""
    if reading.withdraws:
        pass  # its period is that of what it withdraws
    elif reading.span:
        end = (
            f", {'over' if reading.cumulative else 'to be met within'} {span(reading)}"
        )
    elif reading.deadline:
        end = f", to be met by {day(reading.deadline)}"
    elif _has_own_period(reading) and _is_closed(reading):
        end = f" for {short_period(reading)}"
        if "“" in reading.period_label:
            end = f"{end} ({reading.period_label})"
    inside = "; ".join(filter(None, [quote, doubt, _open_period(reading)]))
    return f" ({inside}){end}" if inside else end


def _open_period(reading: Reading) -> str:
    """Return the source's words for a period that is not closed."""
    is_open = not (reading.deadline or reading.withdraws or _is_closed(reading))
    return reading.period_label if is_open and _has_own_period(reading) else ""


def _has_own_period(reading: Reading) -> bool:
    """Return whether a value has a period of its own; a count has only its day."""
    return reading.is_money or reading.series == TARGET


def _is_closed(reading: Reading) -> bool:
    return bool(reading.period_start and reading.period_end)


def _according_to(record: Record, reading: Reading) -> str:
    """Return the outlet that says so, unless it speaks for itself."""
    if not reading.is_attributed and not speakers.says(record, reading.stated_by):
        return ""
    publisher = outlets(record, [reading])[0]
    if speakers.is_own_outlet(publisher, reading.stated_by):
        return ""
    return f", according to {publisher}"
