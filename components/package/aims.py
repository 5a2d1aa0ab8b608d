"""Rules of what a target may be: its kind, its base and its term."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from components.package.model import OF_TARGETS
from components.package.readings import Breach, Row, Rows, has
from components.package.spans import months
from components.package.successions import successions
from components.problems import Problem, shown

if TYPE_CHECKING:
    import pandas as pd

_FIRST_ROW = 2  # the header is row 1 of the file
_OF_A_BASE = ("multiple", "increase", "growth")
_IN_PERCENT = ("share", "growth")
_NOT_DRAWN = ("balance", "share", "growth")


def breaches(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield what no target can be, and how to state it instead."""
    if not set(OF_TARGETS) & set(frames["readings"].columns):
        return
    rows = Rows(frames)
    for number, row in enumerate(rows.readings.values(), _FIRST_ROW):
        rules = _OF_TARGETS if rows.fact(row)["series"] == "target" else (_no_target,)
        for rule in rules:
            for breach in rule(row, rows):
                yield Problem("readings.csv", number, *breach)


def steps_of_what_is_drawn(
    frames: dict[str, pd.DataFrame], codes: Sequence[str]
) -> Iterator[Problem]:
    """Yield each place among yearly amounts of what is no yearly amount."""
    rows = Rows(frames)
    for number, fact in enumerate(rows.facts.values(), _FIRST_ROW):
        first = rows.readings[fact["headline"]]
        what = "sum over years" if first["cumulative"] else ""
        if first["kind"] in _NOT_DRAWN:
            what = first["kind"]
        if what and has(fact["step"]):
            yield Problem(
                "facts.csv",
                number,
                "step",
                shown(fact["step"]),
                f"nothing, since {fact['headline']} is a {what}, which has no bar "
                "among yearly amounts",
                "Empty the cell; the target is shown under On track?.",
            )


def _no_target(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield what only a target can have; a share or a growth anything can be."""
    fact = f"{row['fact_id']} is {rows.fact(row)['series']}, not a target"
    for column in OF_TARGETS:
        is_measure = column == "kind" and row[column] in ("level", *_IN_PERCENT)
        if has(row[column]) and not is_measure:
            yield (
                column,
                shown(row[column]),
                f"nothing, since {fact}",
                "Empty the cell, or make the fact a target.",
            )
    yield from _unit(row, rows)


def _unit(row: Row, rows: Rows) -> Iterator[Breach]:
    unit = rows.fact(row)["unit"]
    if row["kind"] in _IN_PERCENT and unit != "percent":
        yield (
            "kind",
            shown(row["kind"]),
            f"a fact in percent, since a {row['kind']} is one; {row['fact_id']} is in "
            f"{unit}",
            "Give the fact the unit percent, or correct the kind.",
        )


def _value(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield a number that its kind cannot have."""
    kind, value = row["kind"], row["value"]
    least = {"multiple": 1, "increase": 0, "growth": 0}.get(kind)
    if least is not None and value <= least:
        yield (
            "value",
            shown(f"{value:.15g}"),
            f"more than {least}, since it is a {kind}: the number as it was said",
            "Write 2 for “double” as a multiple, the amount itself as an increase, 5 "
            "for “5% a year” as growth.",
        )
    if kind == "range" and row["bound"] not in ("exact", "about"):
        yield (
            "bound",
            shown(row["bound"]),
            "exact or about, since a range has both its ends",
            "Correct the bound, or empty kind and value_high.",
        )
    if kind == "balance" and not row["exporter"]:
        yield (
            "exporter",
            "nothing",
            "the economy whose exports less its imports are meant",
            "Write its code, and that of the other under importer.",
        )


def _currency(row: Row, rows: Rows) -> Iterator[Breach]:
    stated = row.get("currency")
    if has(stated) and row["kind"] not in ("", "level"):
        yield (
            "currency",
            f"{shown(stated)} beside kind {row['kind']}",
            "the package's currency: only a level is converted",
            "Give the row a level, or leave it out and say so under unknowns.",
        )


def _range(row: Row, rows: Rows) -> Iterator[Breach]:
    high, value = row["value_high"], row["value"]
    if row["kind"] != "range":
        if has(high):
            yield (
                "value_high",
                shown(f"{high:.15g}"),
                "nothing, where kind is not range",
                "Write range under kind, or empty the cell.",
            )
    elif not has(high) or high <= value:
        yield (
            "value_high",
            shown(f"{high:.15g}") if has(high) else "nothing",
            f"the upper end of the range, more than value ({value:,.15g})",
            "Write the lower end under value and the upper one here; if one number "
            "was said, empty kind.",
        )


def _base(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield a base that is missing, or that cannot serve as one."""
    named, kind = row["base_reading"], row["kind"]
    if not named:
        if kind in ("multiple", "increase"):
            yield (
                "base_reading",
                "nothing",
                f"the reading that the {kind} starts from",
                "Name the reading that holds the base as the speaker stated it; if "
                "none was stated, leave the target out and say so under unknowns.",
            )
        return
    wrong = _not_a_base(row, rows, rows.readings.get(named))
    if wrong:
        yield (
            "base_reading",
            shown(named),
            wrong,
            "Name a reading of an amount from before the target, or empty the cell.",
        )


def _not_a_base(row: Row, rows: Rows, base: Row | None) -> str:
    """Return what a base should be instead; empty if it is right."""
    kind = row["kind"]
    if kind not in _OF_A_BASE:
        return f"nothing, where kind is not one of {', '.join(_OF_A_BASE)}"
    if base is None or rows.fact(base)["series"] == "target":
        return "a reading_id of something reported or recorded"
    unit = rows.fact(row)["unit"]
    if kind != "growth" and rows.fact(base)["unit"] != unit:
        return f"a reading in {unit}, as the target"
    if not base["value"] and kind != "increase":
        return "a base that is not zero, from which no multiple and no growth leads"
    if {row["bound"], base["bound"]} == {"at least", "at most"} and kind != "growth":
        return "a base without the opposite bound: the two together can be anything"
    return ""


def _term(row: Row, rows: Rows) -> Iterator[Breach]:
    """Yield a span that cannot be counted, or a sum without a period."""
    span = row["span"]
    if span and row["deadline"]:
        yield (
            "span",
            f"{shown(span)} beside a deadline",
            "a deadline as it was stated: a date, or a span, not both",
            "Keep the one that was said, and empty the other.",
        )
    elif span and months(span) is None:
        yield (
            "span",
            shown(span),
            "years, months or both, such as P5Y, P18M or P1Y6M",
            "Correct the span; write a date under deadline.",
        )
    elif span and not row["stated_on"]:
        yield (
            "span",
            f"{shown(span)} without stated_on",
            "the day from which it is counted",
            "Write the day of the statement under stated_on, or empty the span.",
        )
    elif span and len(row["stated_on"]) == 4 and (months(span) or 0) % 12:
        yield (
            "span",
            f"{shown(span)} counted from {row['stated_on']}",
            "whole years, since only the year of the statement is known",
            "Write the month of the statement under stated_on, or correct the span.",
        )
    if row["cumulative"] and not (span or row["deadline"]):
        yield (
            "cumulative",
            "true without a deadline or a span",
            "the time for which the value is the whole",
            "Write a span or a deadline, or empty the cell.",
        )
    if row["cumulative"] and row["kind"] not in ("", "level", "range"):
        yield (
            "cumulative",
            f"true beside kind {row['kind']}",
            "nothing: only a level or a range can be a sum over years",
            "Empty the cell, or correct the kind.",
        )


_OF_TARGETS: tuple[Callable[[Row, Rows], Iterator[Breach]], ...] = (
    _unit,
    _value,
    _currency,
    _range,
    _base,
    _term,
    successions,
)
