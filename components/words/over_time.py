"""The words on and under the trajectory over time."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from components.measures.readings import (
    RECORDED,
    REPORTED,
    TARGET,
    Reading,
)
from components.measures.record import Record
from components.view import Assumption, View
from components.words import names, targets
from components.words.caveats import Caveat
from components.words.rows import Row, row, valuation, what
from components.words.sources import cited_by, links
from components.words.trajectory import MAX_IN_ALT, Caption
from components.words.values import (
    counted,
    day,
    from_base,
    in_numbers,
    listed,
    on_day,
    period,
    sentence_case,
    short_period,
    stated,
    year_span,
)

CLAIMED_TITLES = {
    (True, True): "Claimed and aimed at",
    (True, False): "Claimed",
    (False, True): "Aimed at",
}
PUBLISHED_TITLE = "Published"
OWN_SCALE = "on a scale of its own"
HAPPENED_TITLE = "What happened"
EVENTS, AGREEMENTS = "Events", "Agreements"
MECHANISMS = "How the two trade: barter, swaps, finance"
QUESTIONED = "?"
# Only the page can do that; a file names every source instead.
SELECT = "Select a mark for its source."
READERS_YEAR = "your year"
ZERO = "0"
PART_OF_A_YEAR = "part of a year"
SEARCHED, NOT_CHECKED = "searched in vain", "not checked"
OTHER_REPORTERS = "others"
_FREIGHT = {"CIF": "CIF, with freight", "FOB": "FOB, without freight"}
SHORT_LABEL, LONG_LABEL = 28, 32  # characters that fit a phone
NARROW_LABEL = 18  # that fit half of it
_ORDER = (REPORTED, TARGET, RECORDED)


def claim_lines(reading: Reading) -> tuple[str, ...]:
    """Return a claimed value with its period, or else when it was said."""
    when = (
        short_period(reading)
        if reading.period_end
        else f"said {on_day(reading.stated_on[:7])}"
    )
    value = f"{stated(reading)}, questioned" if reading.questioned else stated(reading)
    line = f"{value}, {when}"
    return (line,) if len(line) <= SHORT_LABEL else (f"{value},", when)


def target_lines(target: Reading) -> tuple[str, str]:
    """Return what a target aims at, and its deadline or the day it was named."""
    value = f"{target.label}: {stated(target)}"
    if len(value) > LONG_LABEL:
        value = f"Target: {stated(target)}"
    doubt = ", questioned" if target.questioned else ""
    return value, f"{_when(target)}{doubt}"


def shorter_target(target: Reading) -> tuple[tuple[str, ...], ...]:
    """Return shorter texts for a target where room is scarce, longest first."""
    value, when = stated(target), targets.term(target)
    texts: list[tuple[str, ...]] = [(target_lines(target)[0], when), (value, when)]
    if target.ended_by:
        # That it was abandoned matters more than its deadline.
        texts.append((value, targets.given_up(target)))
        texts.append((f"{value}, {targets.done(target.ended_by)}",))
    broken = tuple(wrap(value, NARROW_LABEL))
    narrow = ((*broken, when), broken) if len(broken) > 1 else ()
    return *texts, (value,), *narrow


def _when(target: Reading) -> str:
    if target.deadline:
        return targets.term(target)
    status = targets.status(target)
    after = f", {status}" if status else ""
    if target.stated_on:
        return f"{names.NO_DEADLINE}, named {day(target.stated_on[:7])}{after}"
    return f"{names.NO_DEADLINE}, known since {day(target.known_on[:7])}{after}"


def reading_hover(record: Record, reading: Reading) -> tuple[str, ...]:
    """Return the value, period, speaker and source of a mark, line by line."""
    said = f" {on_day(reading.stated_on)}" if reading.stated_on else ""
    when = (
        _when(reading)
        if reading.series == TARGET
        else sentence_case(period(reading) or "no period given")
    )
    doubt = ("Questioned",) if reading.questioned else ()
    derived = from_base(reading)
    return (
        f"{stated(reading)}, {what(record, reading)}",
        *([sentence_case(derived)] if derived else []),
        when,
        f"{names.speaker(record, reading.stated_by)}{said}",
        *doubt,
        f"Source: {names.sources(record, [reading])[0]}",
    )


def bar_label(reading: Reading) -> str:
    """Return the value of a bar, with its period if both fit."""
    whole = f"{stated(reading)}, {short_period(reading)}"
    return whole if len(whole) <= SHORT_LABEL else stated(reading)


def reporter(record: Record, reading: Reading) -> str:
    """Return who reports a published value, short enough for a legend.

    What follows a comma is dropped unless two reporters share what precedes it:
    both economies may report to one database.
    """
    known = record.speaker(reading.stated_by)
    if known:
        return f"{known['surname']}, {known['office']}"
    short = reading.stated_by.split(",")[0]
    alike = [name for name in record.publishers if name.split(",")[0] == short]
    return short if len(alike) <= 1 else reading.stated_by


def legend(name: str, readings: Sequence[Reading]) -> str:
    """Return a reporter, with how goods are valued if all its rows say so."""
    freight = _freight_of(readings)
    return f"{name}: {freight}" if freight else name


def _freight_of(readings: Sequence[Reading]) -> str:
    """Return how a reporter values goods; imports and exports may differ."""
    if known := _FREIGHT.get(valuation(readings)):
        return known
    imports = [item for item in readings if valuation([item]) == "CIF"]
    exports = [item for item in readings if valuation([item]) == "FOB"]
    own = {item.importer for item in imports} | {item.exporter for item in exports}
    is_whole = len(imports) + len(exports) == len(readings)
    return "imports CIF, exports FOB" if is_whole and len(own) == 1 else ""


def happened_hover(title: str, when: str, kind: str, mechanism: str) -> tuple[str, ...]:
    """Return title, day and kind of an event or agreement."""
    return title, ", ".join(filter(None, [day(when), kind, mechanism]))


def readers_year(assumed: Assumption) -> str:
    """Return the label of the hatched path."""
    return f"{assumed.year}: {READERS_YEAR}"


def today(record: Record, *, beyond: bool) -> str:
    """Return the label of the line for today, or for the day replayed.

    Parameters
    ----------
    beyond
        Whether the day lies beyond the axis.
    """
    name = "that day" if record.dataset.replay else "today"
    return f"{name} →" if beyond else name


def panel_title(*, claims: bool, aims: bool) -> str:
    """Return the title of the panel of claims and targets."""
    return CLAIMED_TITLES[claims, aims]


def drawn(record: Record, view: View) -> dict[str, list[Reading]]:
    """Return the readings of a view that have a place in time, by series."""
    groups = {
        REPORTED: record.claimed,
        TARGET: record.targets,
        RECORDED: record.published,
    }
    return {
        name: [item for item in groups[name] if is_placed(item)] for name in view.shown
    }


def is_placed(reading: Reading) -> bool:
    """Return whether a reading has a place in time."""
    return bool(reading.period_end or reading.stated_on or reading.series == TARGET)


def caption(record: Record, view: View) -> Caption:
    """Return how to read the panels, and the sources of the steps that are drawn."""
    by_series = drawn(record, view)
    claims, aims = by_series.get(REPORTED, []), by_series.get(TARGET, [])
    published = by_series.get(RECORDED, [])
    words = []
    if claims:
        words.append("Filled: claimed; open: as others give it; line: its period.")
    if any(item.quantity.open_above for item in (*claims, *aims, *published)):
        words.append("Arrow: or more.")
    if any(item.questioned for item in (*claims, *aims, *published)):
        words.append("“?”: questioned.")
    if aims:
        given_up = any(item.ended_by for item in aims)
        until = "; cross: withdrawn or replaced" if given_up else ""
        words.append(f"Dashed: a target, from the day it was named{until}.")
    if published:
        words.append("Bars: as wide as their period.")
    words.append(SELECT)
    steps = [step for step in record.steps if step.total.series in view.shown]
    named = cited_by(part for step in steps for part in step.parts)
    return Caption(" ".join(words), tuple(links(record, named)))


def alt(record: Record, view: View) -> str:
    """Return the alternative text, numbers first, in at most 60 words."""
    by_series = drawn(record, view)
    headlines = [
        *(item for item in by_series.get(REPORTED, []) if item in record.claims),
        *by_series.get(TARGET, []),
    ]
    said = [f"{in_numbers(item)} {_in_short(item)}" for item in headlines[:MAX_IN_ALT]]
    if len(headlines) > MAX_IN_ALT:
        said.append(f"{len(headlines) - MAX_IN_ALT} more")
    parts = ["Trajectory over time", sentence_case("; ".join(said))]
    published = [item for item in by_series.get(RECORDED, []) if not item.questioned]
    if published:
        top = max(published, key=lambda item: item.value)
        parts.append(
            f"{counted(len(by_series[RECORDED]), 'published value')}, at most "
            f"{stated(top)} ({short_period(top)})"
        )
    parts.append(_happened(record))
    return ". ".join(filter(None, parts))


def _in_short(reading: Reading) -> str:
    if reading.series == TARGET:
        return f"target, {targets.term(reading)}"
    return f"claimed, {short_period(reading)}"


def _happened(record: Record) -> str:
    """Return how many events and agreements there are, and over which years."""
    dataset = record.dataset
    dates = [
        text[:4]
        for text in (*dataset.events["happened_on"], *dataset.agreements["signed_on"])
        if text
    ]
    if not dates:
        return ""
    counts = [
        counted(len(frame), noun)
        for frame, noun in (
            (dataset.events, "event"),
            (dataset.agreements, "agreement"),
        )
        if len(frame)
    ]
    return f"{listed(counts)}, {year_span(int(min(dates)), int(max(dates)))}"


def rows(record: Record, view: View) -> list[Row]:
    """Return the numbers of the chart: claims, targets, published; each by day."""
    readings = [item for group in drawn(record, view).values() for item in group]
    readings.sort(key=lambda item: (_ORDER.index(item.series), _day(item)))
    return [row(record, item) for item in readings]


def _day(reading: Reading) -> str:
    return reading.period_start or reading.period_end or reading.stated_on


def caveats(record: Record, view: View) -> list[Caveat]:
    """Return how the values are drawn, and whether freight is in them."""
    published = drawn(record, view).get(RECORDED, [])
    lines = [
        "A value without a period stands on the day on which it was said.",
        "Of a date known only by its month or year, all days that it allows are drawn.",
    ]
    if view.logarithmic:
        lines.append(
            "On the logarithmic scale equal distances are equal multiples, and zero "
            "stands on the bottom line."
        )
    for target in drawn(record, view).get(TARGET, []):
        if derived := from_base(target):
            lines.append(f"{sentence_case(stated(target))} {derived}.")
        if target.value_high is not None:
            lines.append(f"{sentence_case(stated(target))} is drawn at both its ends.")
    if published:
        lines.append(
            "Values within 5% of each other for the same days, but for those of two "
            "statistical bodies, are drawn as one mark. "
            "The numbers of this chart list every one."
        )
    how = Caveat("drawn", "How it is drawn", tuple(lines))
    return [how, _freight(record, published)] if published else [how]


def _freight(record: Record, published: Sequence[Reading]) -> Caveat:
    """Return who says whether freight is in the value of goods."""
    by_reporter: dict[str, list[Reading]] = {}
    for item in published:
        by_reporter.setdefault(reporter(record, item), []).append(item)
    said = {
        name: valuation(items) or _freight_of(items)
        for name, items in by_reporter.items()
    }
    lines = [
        "Importers report goods with freight and insurance (CIF), exporters without "
        "(FOB), so the two sides of one trade differ.",
        *(f"{name}: {freight}." for name, freight in said.items() if freight),
    ]
    silent = [name for name, freight in said.items() if not freight]
    if silent:
        lines.append(f"Not said: {listed(silent)}.")
    return Caveat("freight", "CIF or FOB?", tuple(lines))
