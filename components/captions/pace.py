"""The words around growth: as stated, and as an undated pledge would require it.

Whatever rests on a year that the reader picked says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from components.measures import RecordedJump, years_at_pace  # TODO
from components.measures.bounds import (
    AT_LEAST,
    Quantity,
    quotient,
)
from components.measures.comparability import (
    compare,
)
from components.measures.growth import (
    SPANS,
    Pace,
    Path,
    age,
    end_year,
    path,
)
from components.measures.readings import (
    Reading,
)
from components.wording import (
    amount,
    bounded,
    day,
    listed,
    period,
    plain_number,
    sentence_case,
    stated,
    verdict,
)

READER = "year chosen by the reader"
HATCHED = "The axis Over time draws it, hatched."
# What a file of required growth must say, and the page says under its table.
ONLY_IN_FILE = ["Starting value", "Verdict"]
FORECAST = "This is arithmetic on what was stated and not a forecast."


def rate(value: float) -> str:
    """Return growth per year: ``18.8 % a year``."""
    return f"{plain_number(value * 100, 3)} % a year"


def growth_summary(found: Sequence[Pace], base: Reading, latest: Reading) -> str:
    """Return growth as stated: the multiple, and the range of rates per year."""
    pair = compare(base, latest)
    if base.value == 0:
        return f"Growth from {stated(base)} is not defined ({verdict(pair)})."
    if not found:
        return (
            f"From {stated(base)} to {stated(latest)}, no two readings give periods "
            f"about a year apart or more, so no rate per year can be computed "
            f"({verdict(pair)})."
        )
    multiples = sorted(
        (item.multiple for item in found), key=lambda multiple: multiple.value
    )
    # One value may come with several bounds; the headline's is the one to keep.
    several = {item.value: item for item in (multiples[0], multiples[-1])}
    headline = _headline(found, base, latest)
    several[headline.value] = headline
    words = [
        bounded(item, plain_number(item.value, 2))
        for _, item in sorted(several.items())
    ]
    times = f"{listed(words, 'or')} times as much"
    low, high = found[0].rate, found[-1].rate
    ends = [bounded(item, rate(item.value)) for item in (low, high)]
    span = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    noun = "pair" if len(found) == 1 else "pairs"
    only = " Only one pair can be made, so there is no range." * (len(found) == 1)
    lower = any(item.rate.bound == AT_LEAST for item in found)
    bound = " Where a value is a lower bound, so is its rate." * lower
    return (
        f"As stated, {times}; {span}, over {len(found)} {noun} of readings, "
        f"depending on which values and periods are meant ({verdict(pair)}; each "
        f"pair's verdict is in the table).{bound}{only} Readings without a period, or "
        "less than about a year apart, give no rate."
    )


def _headline(found: Sequence[Pace], base: Reading, latest: Reading) -> Quantity:
    """Return the multiple of the headline pair, or of the first that there is."""
    return quotient(latest.quantity, base.quantity) or found[0].multiple


def pace_row(found: Pace) -> dict[str, str]:
    """Return one pair of readings as a row: what, how far apart, how fast, how."""
    multiple = plain_number(found.multiple.value)
    years = plain_number(found.years)
    return {
        "From": f"{stated(found.base)}, {found.base.period_label}",
        "To": f"{stated(found.latest)}, {found.latest.period_label}",
        "Years apart": years,
        "Per year": bounded(found.rate, rate(found.rate.value)),
        "How": f"{multiple} to the power of 1/{years}, less one",
        "Verdict": verdict(compare(found.base, found.latest)),
        "Readings": f"{found.base.reading_id}, {found.latest.reading_id}",
    }


def required(start: Reading, target: Reading, year: int) -> str:
    """Return what a year that the reader picked would require, or why nothing."""
    return _required(start, target, year, f"{year}, a {READER}")


def required_by_deadline(start: Reading, target: Reading) -> str:
    """Return what a target's own deadline would have required, or why nothing."""
    own = f"its stated deadline, {day(target.deadline)}"
    return _required(start, target, int(target.deadline[:4]), own)


def _required(start: Reading, target: Reading, year: int, whose: str) -> str:
    latest = end_year(start)
    name = f"{target.label}, {stated(target)}"
    if start.value <= 0:
        return f"{name}: growth from {stated(start)} is not defined."
    if latest is None:
        return f"{name}: the starting value has no year to count from."
    if year <= latest:
        return (
            f"{name}: {whose}, is not after {latest}, the year of the starting value."
        )
    found = path(start, target, year - latest)
    if found is None:
        return f"{name}: already passed by {stated(start)} as stated."
    return f"{name}: {path_words(found)} for {whose}."


def path_words(found: Path) -> str:
    """Return required growth and what to add per year, with the verdict."""
    target = found.comparison.other
    noun = "year" if found.years == 1 else "years"
    growth = bounded(found.rate, rate(found.rate.value))
    more = bounded(found.per_year, amount(found.per_year.value, target.unit))
    return (
        f"{growth} for {found.years} {noun}, or {more} more each year "
        f"({verdict(found.comparison)})"
    )


def at_stated_pace(start: Reading, target: Reading, found: Sequence[Pace]) -> str:
    """Return when a target would be passed at the stated pace, as a range."""
    name = f"{target.label}, {stated(target)}"
    if target.value <= start.value:
        return f"{name}: already passed by {stated(start)} as stated."
    spans = [years_at_pace(start, target, item.rate) for item in found]
    years = sorted((item for item in spans if item), key=lambda item: item.value)
    if not years:
        return f"{name}: at the stated pace it is never passed."
    ends = [
        bounded(item, plain_number(item.value, 2)) for item in (years[0], years[-1])
    ]
    span = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return (
        f"{name}: {span} years after the starting value ({period(start)}), depending "
        f"on the readings, if the stated pace held ({verdict(compare(start, target))})."
    )


def age_words(target: Reading, today: date) -> str:
    """Return how long ago a target was stated, and its deadline if there is one."""
    if not target.stated_on:
        return f"{target.label}: the day of the statement is not known."
    years, months = age(target.stated_on, today)
    parts = [
        f"{number} {noun}{'' if number == 1 else 's'}"
        for number, noun in ((years, "year"), (months, "month"))
        if number
    ]
    ago = f"{listed(parts)} ago" if parts else "less than a month ago"
    end = (
        f"deadline: {day(target.deadline)}"
        if target.deadline
        else "no deadline was given"
    )
    return f"{target.label}: stated {ago}; {end}."


def fastest_words(jump: RecordedJump | None) -> str:
    """Return the fastest recorded growth, as something to compare with."""
    if jump is None:
        return (
            "No recorded series of this package has two neighbouring years, so there "
            "is no recorded growth to compare with."
        )
    first, second = jump.first, jump.second
    return (
        f"For comparison: the fastest growth between two neighbouring recorded years "
        f"was {rate(jump.rate)[:-7]} in one year, from {stated(first)} ({first.label}) "
        f"to {stated(second)} ({second.period_label}). One year from a small value is "
        f"not a pace held for years, and the values count {first.concept} in one "
        f"direction."
    )


def spans_table(
    start: Reading,
    targets: Sequence[Reading],
    chosen: int | None = None,
    year: int | None = None,
) -> list[dict[str, str]]:
    """Return required growth by the years that a target is given.

    Parameters
    ----------
    chosen, year
        Years until the year that the reader picked, and that year; it gets a
        row of its own, and every row says whose it is.
    """
    spans = sorted({*SPANS, *([chosen] if chosen and chosen > 0 else [])})
    rows = []
    for years in spans:
        row = {
            "Starting value": f"{stated(start)}, {start.period_label}",
            "Years after the starting value": str(years),
        }
        if year is not None:
            row["Basis"] = f"{year}, {READER}" if years == chosen else "any span"
        for target in targets:
            found = path(start, target, years)
            row[f"{target.label}, {stated(target)}"] = (
                bounded(found.rate, rate(found.rate.value))
                if found
                else "passed, or not defined"
            )
        row["Verdict"] = spans_verdict(start, targets)
        rows.append(row)
    return rows


def spans_name(year: int | None) -> str:
    """Return what the figure and the file of required growth are called."""
    return "required growth" + (f" {year} {READER}" if year is not None else "")


def spans_note(start: Reading, targets: Sequence[Reading]) -> str:
    """Return the verdicts under which required growth is computed."""
    return f"From {stated(start)}: {spans_verdict(start, targets)}."


def spans_verdict(start: Reading, targets: Sequence[Reading]) -> str:
    """Return the verdicts of a starting value beside some targets, each once."""
    found = dict.fromkeys(verdict(compare(start, target)) for target in targets)
    return "; ".join(found)


def spans_alt(
    start: Reading, targets: Sequence[Reading], year: int | None = None
) -> str:
    """Return the alternative text of required growth against the years given."""
    chosen = (year or 0) - (end_year(start) or 0)
    spans = sorted({SPANS[0], SPANS[-1], *([chosen] if chosen > 0 and year else [])})
    parts = []
    for target in targets:
        asked = [
            f"{bounded(found.rate, rate(found.rate.value))} over {years} "
            f"year{'' if years == 1 else 's'}"
            for years in spans
            if (found := path(start, target, years))
        ]
        if asked:
            parts.append(f"{target.label} asks for {listed(asked)}")
    words = sentence_case("; ".join(parts)) or "Nothing is required"
    mark = f" {year}: {READER}." if year is not None else ""
    return (
        f"Required growth against the years given. {words}. "
        f"{spans_note(start, targets)}{mark}"
    )


def assumption_label(year: int) -> str:
    """Return the label of the reader's year in a chart."""
    return f"{year}: {READER}"


def assumption_note(start: Reading, targets: Sequence[Reading], year: int) -> str:
    """Return what the reader's year asks for, under the trajectory."""
    words = [required(start, target, year) for target in targets]
    return f"Assumption, not data ({READER}). {' '.join(words)}"


def no_path_note(start: Reading, targets: Sequence[Reading], year: int) -> str:
    """Return why the reader's year asks for nothing, once for all targets."""
    latest = end_year(start)
    if latest is not None and year <= latest:
        return f"Choose a year after {latest}, the year of the starting value."
    return " ".join(required(start, target, year) for target in targets)
