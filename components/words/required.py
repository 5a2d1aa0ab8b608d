"""What a target would take from a starting value: growth a year, or why none.

A target without a deadline is given no year but the reader's, which is called so.
"""

from __future__ import annotations

from collections.abc import Sequence

from components.measures.bounds import EXACT
from components.measures.comparability import ROUGH, compare
from components.measures.growth import LEAST_YEARS, SPANS, Path, path, years_until
from components.measures.ratios import ratio
from components.measures.readings import Reading
from components.measures.record import Record
from components.view import Assumption
from components.words import comparisons, labels, names, targets, trajectory
from components.words.growth import a_year, mark, rate
from components.words.ratios import as_much
from components.words.values import (
    counted,
    day,
    judged_by,
    listed,
    plain_number,
    short_period,
    stated,
)


def start_name(start: Reading) -> str:
    """Return a starting value as an option: ``Claimed: over $5 million, June 1961``."""
    return f"{names.SERIES[start.series]}: {stated(start)}, {short_period(start)}"


def by_deadline(start: Reading, target: Reading) -> str:
    """Return what reaching a target by its own deadline takes from a value."""
    name = f"{judged_by(target)} {targets.deadline(target)}"
    years = years_until(start, target.deadline)
    if years is None:
        return f"{name}: the starting value has no date to count from."
    if years <= 0:
        return f"{name}: that is not after the starting value."
    required = path(start, target, years)
    if required is not None:
        return f"{name}: {asked(required)}."
    # This close, a yearly rate would extrapolate from months.
    multiple = ratio(target, start)
    months = counted(max(1, round(years * 12)), "month")
    if multiple is None:
        return ""
    return f"{name}: {as_much(multiple, 'the starting value')} within {months}."


def asked_of(
    record: Record, start: Reading, aims: Sequence[Reading], year: int | None
) -> list[str]:
    """Return what targets take by their deadlines or the reader's year, or why nothing.

    A target without a deadline is given no year but the reader's.
    """
    called = targets.named(aims)
    nothing: dict[str, list[str]] = {}
    lines, undated = [], []
    for target in aims:
        if why := why_nothing(record, start, target):
            nothing.setdefault(why, []).append(called[target.reading_id])
        elif target.deadline:
            lines.append(by_deadline(start, target))
        else:
            undated.append(target)
    if year and undated:
        lines.append(_readers(start, undated, year))
    return lines + [f"{listed(whose)}: {why}." for why, whose in nothing.items()]


def _readers(start: Reading, undated: Sequence[Reading], year: int) -> str:
    years = years_until(start, str(year))
    if years is None or years < LEAST_YEARS:
        return (
            f"{year} (your year, nobody else’s) is not a year or more after the "
            "starting value, so it takes no yearly growth."
        )
    return trajectory.assumption_note(Assumption(year, start, tuple(undated)))


def asked(required: Path) -> str:
    """Return required growth and its verdict: ``at most 31% a year for 7 years``."""
    years = plain_number(required.years, 2)
    noun = "year" if years == "1" else "years"
    return f"{a_year(required.rate)} for {years} {noun}{mark(required.comparison)}"


def why_nothing(record: Record, start: Reading, target: Reading) -> str:
    """Return why no growth leads from start to target; empty if some does."""
    comparison = compare(start, target)
    if target.ended_by:
        return f"{targets.status(target)}, so nothing is asked for"
    if not comparison.allows_ratio:
        return (
            f"not like with like, so no growth is given: "
            f"{comparisons.reasons(record, comparison)}"
        )
    if start.value == 0:
        return f"no growth leads there from {stated(start)}"
    if target.value <= start.value:
        return f"passed by {stated(start)} already"
    if ratio(target, start) is None:
        own = _from_its_base(target)
        return f"from {stated(start)} it can be any growth{own and f', but {own}'}"
    return ""


def _from_its_base(target: Reading) -> str:
    """Return what a target takes from its own base, if it has one."""
    base = target.base
    multiple = ratio(target, base) if base and target.rise else None
    if base is None or multiple is None:
        return ""
    years = years_until(base, target.deadline) if target.deadline else None
    needed = path(base, target, years) if years else None
    if needed is None:
        return f"it is {as_much(multiple, 'its own base')}"
    return f"from its own base it is {asked(needed)}"


def spans(
    start: Reading, aims: Sequence[Reading], year: int | None = None
) -> list[dict[str, str]]:
    """Return what each target takes over several spans, for a table and a file.

    Parameters
    ----------
    year
        Picked by the reader; adds a span to every target without a deadline,
        labelled as the reader's.
    """
    called = targets.named(aims)
    rows = []
    for target in aims:
        for years, basis in _bases(start, target, year):
            required = path(start, target, years)
            if required is None:
                continue
            rows.append(
                {
                    "Target": called[target.reading_id],
                    "Years": plain_number(years, 3),
                    "Growth a year": rate(required.rate),
                    "As a fraction": f"{required.rate.value:.4f}",
                    "Basis": basis,
                    "From": start_name(start),
                    "Comparison": names.VERDICT[required.comparison.verdict],
                }
            )
    return rows


def _bases(
    start: Reading, target: Reading, year: int | None
) -> list[tuple[float, str]]:
    """Return spans of years with the reason for each, shortest first."""
    bases = {plain_number(years, 3): (float(years), "any span") for years in SPANS}
    end = target.deadline or (str(year) if year else "")
    years = years_until(start, end) if end else None
    if years:
        own = f"{year}, year chosen by the reader"
        basis = f"its deadline, {day(end)}" if target.deadline else own
        bases[plain_number(years, 3)] = years, basis
    return sorted(bases.values())


def file_name(year: int | None) -> str:
    """Return the name of the figure and file, with the reader's year if picked."""
    return "required growth" + (f" readers year {year}" if year else "")


def no_start(record: Record) -> str:
    """Return the notice that there is no starting value, or was none that day."""
    when = (
        "On this day no value was known"
        if record.dataset.replay
        else ("This package has no value yet")
    )
    return f"{when} from which growth could start."


def readers_year(year: int | None) -> str:
    """Return the reader's year as it is set, and where to set it."""
    if year is None:
        return (
            "The page sets no date for a target without a deadline; set a year of your "
            "own under *Options*, above the chart (now: off)."
        )
    return f"Your year, set under *Options* above the chart: {year}."


def upwards(start: Reading, aims: Sequence[Reading]) -> str:
    """Return the axis title of required growth, with the bound if all share one."""
    paths = [path(start, target, SPANS[0]) for target in aims]
    bounds = {item.rate.bound for item in paths if item is not None}
    shared = bounds.pop() if len(bounds) == 1 else EXACT
    return "growth a year" if shared == EXACT else f"growth a year ({shared})"


def from_start(
    record: Record, start: Reading, aims: Sequence[Reading], above: str = ""
) -> str:
    """Return from which value growth is counted, and how it compares.

    Parameters
    ----------
    above
        What *What decides* says; what it explains is not said again.
    """
    rough = [
        comparison
        for target in aims
        if (comparison := compare(start, target)).verdict == ROUGH
        and not why_nothing(record, start, target)
    ]
    why = dict.fromkeys(comparisons.reasons(record, comparison) for comparison in rough)
    own = [reason for reason in why if reason not in above]
    mark = f" Rough: {listed(own)}." if own else ""
    if why and not own:
        mark = f" Rough: see “{labels.WHY_FATES}”."
    return f"Counted from {stated(start)}, {short_period(start)}.{mark}"
