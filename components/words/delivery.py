"""From promise to delivery in words: what was traced, and what was not added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.measures import delivery as measured
from components.measures.bounds import EXACT, Quantity
from components.measures.delivery import Rungs, Sum, Traced, ladder
from components.measures.record import Record
from components.package.rungs import DISCLOSED, KINDS, RUNGS, TRADE
from components.words import sources
from components.words.caveats import Caveat
from components.words.values import (
    amount,
    bounded,
    counted,
    day,
    quantity,
    sentence_case,
    stated,
)

Row = Mapping[str, Any]
_KIND = {
    TRADE: "for goods or services",
    "credit": "as credit",
    "capital": "as capital",
    "investment": "as investment",
    "third party": "in a contract of others",
    "not stated": "of an unstated kind",
}
assert set(_KIND) == set(KINDS)
RULE = (
    "A rung counts where a source of its own says so. A signed agreement need not have "
    "been announced first, nor a delivered one be known as signed.",
    "Added up are disclosed sums for goods or services in one currency, each agreement "
    "once, and no part beside its whole.",
)
_SHOWN = 12  # amounts that one list names
_NUMBERS = (
    *("no", "one", "two", "three", "four"),
    *("five", "six", "seven", "eight", "nine"),
)


@dataclass(frozen=True)
class Line:
    """A rung of one agreement.

    Parameters
    ----------
    rung
        Its name alone.
    text
        The rung with its date and value.
    source
        The row of its source.
    """

    rung: str
    text: str
    source: Row
    note: str


def lines(record: Record, rungs: Rungs, agreement_id: str) -> list[Line]:
    """Return the rungs of an agreement from the lowest up, each with its source."""
    rows = rungs.rows.get(agreement_id, {})
    return [
        Line(rung, _rung(row), record.dataset.source_of[row["source_id"]], row["note"])
        for rung in RUNGS
        if (row := rows.get(rung))
    ]


def summary(rung_lines: Sequence[Line]) -> str:
    """Return which rungs have sources, without naming the sources."""
    noun = "Source" if len(rung_lines) == 1 else "Sources"
    return f"{noun} for: {', '.join(line.rung for line in rung_lines)}"


def beyond_the_row(row: Row, rung_lines: Sequence[Line]) -> Sequence[Line]:
    """Return rungs, or nothing if they only repeat the row's status and source."""
    said = [(line.rung, line.source["source_id"], line.note) for line in rung_lines]
    return [] if said == [(row["status"], row["source_id"], "")] else rung_lines


def in_one_cell(rung_lines: Sequence[Line]) -> str:
    """Return the rungs of an agreement as one cell of a file."""
    return "; ".join(f"{line.text} ({line.source['source_id']})" for line in rung_lines)


def with_rungs(record: Record, agreements: pd.DataFrame) -> pd.DataFrame:
    """Return agreements for a file, with their rungs if the package has any."""
    if record.dataset.rungs.empty:
        return agreements
    rungs = measured.rungs(record.dataset)
    ids = agreements["agreement_id"]
    return agreements.assign(
        rungs=[in_one_cell(lines(record, rungs, name)) for name in ids]
    )


def _rung(row: Row) -> str:
    when = f", {day(row['on'])}" if row["on"] else ""
    if pd.isna(row["value"]):
        return f"{row['rung']}{when}"
    return f"{row['rung']}{when}: {_amount(row)} {_KIND[row['kind']]}"


def _amount(row: Row) -> str:
    return quantity(
        Quantity(float(row["value"]), row["bound"] or EXACT), row["currency"]
    )


@dataclass(frozen=True)
class Step:
    """How many agreements reached a rung, and of how many."""

    name: str
    count: int
    of: int

    @property
    def share(self) -> float:
        """The share of all agreements, in percent."""
        return 100 * self.count / self.of


def steps(rungs: Rungs) -> list[Step]:
    """Return the ladder: each rung with the agreements that reached it."""
    wholes = sum(not whole for whole in rungs.part_of.values())
    return [Step(rung, count, wholes) for rung, count in ladder(rungs)]


def name(whole: int) -> str:
    """Return what the ladder counts."""
    return f"Of {counted(whole, 'agreement')}, with a source for each rung:"


def sentence(traced: Traced) -> str:
    """Return how much of the target can be traced, in two or three sentences."""
    return " ".join(f"{sentence_case(part)}." for part in _sentences(traced))


def _sentences(traced: Traced) -> Iterator[str]:
    number = len(traced.disclosed.agreements)
    against = (
        f"set against the target of {stated(traced.target)}, " if traced.target else ""
    )
    if not number:
        yield f"{against}no agreement discloses a sum for goods or services"
        return
    verb = "discloses" if number == 1 else "disclose"
    yield (
        f"{against}{_spelled(number)} {'agreement' if number == 1 else 'agreements'} "
        f"{verb} {_sum(traced.disclosed, traced.currency)} {_KIND[TRADE]}"
    )
    if traced.target:
        yield _belonging(traced, number)
    if traced.delivered.agreements:
        yield f"{_sum(traced.delivered, traced.currency)} of it is reported delivered"
    elif traced.without_value:
        some = _some(len(traced.without_value), number)
        yield f"delivery is reported for {some}, without a value"
    else:
        yield "no delivery of it is reported"


def _belonging(traced: Traced, number: int) -> str:
    """Return how the amounts relate to the target: by date, and by what is said."""
    if traced.towards.agreements:
        some = _sum(traced.towards, traced.currency)
        said = f"{some} of it is said to count towards the target"
    else:
        which = {1: "it counts", 2: "either counts"}.get(number, "any counts")
        said = f"no source says that {which} towards it"
    older = len(traced.before)
    if not older:
        return said.replace("towards it", "towards the target")
    if older == number:
        who = {1: "it is", 2: "both are"}.get(number, f"all {_spelled(number)} are")
    else:
        who = f"{_spelled(older)} of them {'is' if older == 1 else 'are'}"
    return f"{who} older than the target, and {said}"


def _some(some: int, number: int) -> str:
    """Return part of the agreements in words: it, both, one of them."""
    if some == number:
        return {1: "it", 2: "both"}.get(number, f"all {_spelled(number)}")
    return f"{_spelled(some)} of them"


def _sum(total: Sum, currency: str) -> str:
    """Return a sum in words; "in all" where several amounts are added."""
    if total.quantity is None:
        return "sums without a common bound"
    if len(total.agreements) == 1:
        return quantity(total.quantity, currency)
    return f"{bounded(total.quantity, amount(total.quantity.value, currency))} in all"


def _spelled(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def why_added(record: Record, rungs: Rungs, traced: Traced) -> Caveat:
    """Return what was added up, what was not, and why."""

    def each(sums: Sequence[Sum]) -> list[str]:
        names = [name for item in sums for name in item.agreements]
        lines = [_disclosed(record, rungs.rows[name][DISCLOSED]) for name in names]
        more = len(lines) - _SHOWN
        return [*lines[:_SHOWN], *([f"And {more:,} more."] if more > 0 else [])]

    others = each([other for _, _, other in traced.others])
    long = [
        *RULE,
        *each([traced.disclosed]),
        *(
            ["Not added, being of another kind or in another currency:"]
            if others
            else []
        ),
        *others,
    ]
    if traced.undisclosed:
        noun = counted(traced.undisclosed, "agreement")
        verb = "discloses" if traced.undisclosed == 1 else "disclose"
        long.append(f"{noun} {verb} no sum, which is not zero.")
    return Caveat("added", "What is added up?", tuple(long))


def _disclosed(record: Record, row: Row) -> str:
    """Return an amount, what it is for, and who gives it."""
    rows = record.dataset.agreements
    title = rows.loc[rows["agreement_id"].eq(row["agreement_id"]), "title"].iloc[0]
    source = sources.full_name(record, row["source_id"])
    what = sentence_case(f"{_amount(row)} {_KIND[row['kind']]}")
    return f"{what}: {title}. Source: {source}."
