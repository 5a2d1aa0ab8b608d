"""Frames to draw and to list: what lies where in time, counts, filters."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.dataset import Dataset
from components.measures.growth import (
    SPANS,
    end_year,
    path,
)
from components.measures.readings import (
    Reading,
    first_day,
)
from components.measures.steps import (
    Step,
)
from components.rules import last_day

_DRAWN_UNIT = "USD"
MANY_DECADES = 4
TIME_PADDING = pd.Timedelta(days=180)


def trajectory(dataset: Dataset) -> pd.DataFrame:
    """Return every reading that the trajectory draws.

    Only values in US dollars whose concept the package marks as
    ``on_trajectory``; other readings of a target than the headline are left
    to the tables, because they repeat its level.

    Returns
    -------
    pandas.DataFrame
        The columns of ``readings.csv`` with ``label``, ``series`` and
        ``headline`` (is it its fact's headline), ``publisher``, ``start`` and ``end``
        (timestamps, NaT if the reading cannot be placed in time; equal if it
        is a day).
    """
    facts = dataset.facts[dataset.facts["unit"].eq(_DRAWN_UNIT)]
    drawn = [
        name for name, item in dataset.concepts.items() if item.get("on_trajectory")
    ]
    frame = dataset.readings[dataset.readings["concept"].isin(drawn)].merge(
        facts[["fact_id", "label", "series", "headline"]], on="fact_id"
    )
    values = dataset.readings.set_index("reading_id")["value"]
    frame["headline_value"] = frame["headline"].map(values)
    frame["headline"] = frame["headline"].eq(frame["reading_id"])
    frame = frame[frame["headline"] | frame["series"].ne("target")]
    target = frame["series"].eq("target")
    # A target lies where its deadline lies, and nowhere without one. A value
    # said to hold "now" is a day; only a closed period is a span.
    end = _timestamps(frame["deadline"].where(target, frame["period_end"]), last_day)
    start = _timestamps(frame["period_start"], first_day)
    placed = frame.assign(start=start.where(~target & end.notna()).fillna(end), end=end)
    return with_source(placed, dataset)


def placed(readings: pd.DataFrame, shown: Sequence[str]) -> pd.DataFrame:
    """Return the rows of :func:`trajectory` that the time axis of a view draws."""
    return readings[readings["series"].isin(shown) & readings["end"].notna()]


def unplaced(readings: pd.DataFrame, shown: Sequence[str]) -> int:
    """Return how many readings of the drawn series have no place in time."""
    missing = readings["end"].isna() & readings["series"].ne("target")
    return int((missing & readings["series"].isin(shown)).sum())


MOST_MARKS = 200  # more overprint each other, and cost a second to draw
MANY_LABELS = 20


def thinned(marks: pd.DataFrame, steps: Sequence[Step]) -> pd.DataFrame:
    """Return at most :data:`MOST_MARKS` rows of :func:`placed`, in their order.

    The steps' own facts come first, then the headlines of other facts, then
    other readings, each evenly over the rows.
    """
    if len(marks) <= MOST_MARKS:
        return marks
    own = {part.fact_id for step in steps for part in step.parts}
    of_steps = marks["fact_id"].isin(own)
    groups = (
        marks[of_steps & marks["headline"]],
        marks[of_steps & ~marks["headline"]],
        marks[~of_steps & marks["headline"]],
        marks[~of_steps & ~marks["headline"]],
    )
    kept: list[Any] = []
    for group in groups:
        room = MOST_MARKS - len(kept)
        stride = max(1, math.ceil(len(group) / room)) if room else len(group) + 1
        kept += group.index[::stride].to_list()[:room]
    return marks.loc[marks.index.isin(kept)]


def _timestamps(partial: pd.Series, day: Callable[[str], str]) -> pd.Series:
    """Return one end of partial dates as timestamps, NaT where there is none."""
    return pd.to_datetime(partial.map(lambda text: day(text) if text else None))


@dataclass(frozen=True)
class Assumption:
    """A year that the reader picked, from a starting value to some targets."""

    year: int
    start: Reading
    targets: tuple[Reading, ...]


def required_path(
    start: Reading, target: Reading, year: int
) -> tuple[list[str], list[float]]:
    """Return days and values of growth at the required rate, one for each year.

    Empty where nothing can be required.
    """
    first = end_year(start)
    found = path(start, target, year - first) if first is not None else None
    if first is None or found is None:
        return [], []
    day = last_day(start.period_end or start.stated_on)
    # 29 February has no anniversary in most years.
    anniversary = day[4:].replace("-02-29", "-02-28")
    later = range(1, found.years + 1)
    days = [day, *(f"{first + number}{anniversary}" for number in later)]
    growth = 1 + found.rate.value
    values = [start.value * growth**number for number in range(found.years + 1)]
    return days, values


def chosen_day(assumption: Assumption) -> str:
    """Return the last day of the paths of an assumption."""
    days = [
        required_path(assumption.start, target, assumption.year)[0]
        for target in assumption.targets
    ]
    return max(path[-1] for path in days if path)


def time_range(
    dataset: Dataset, readings: pd.DataFrame, until: int | None = None
) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the ends of the years that trajectory and timeline both show.

    From the first to the last day of anything dated, with a margin so that
    no mark is cut; None if nothing in the package has a date.

    Parameters
    ----------
    readings
        Rows of :func:`trajectory`, all of them.
    until
        A later year that the axis must reach, if any.
    """
    ends = readings["start"].min(), readings["end"].max()
    days = [day for day in ends if pd.notna(day)]
    for text in dataset.events["happened_on"]:
        if text:
            days += [pd.Timestamp(first_day(text)), pd.Timestamp(last_day(text))]
    if days and until:
        days.append(max(*days, pd.Timestamp(f"{until}-12-31")))
    return (min(days) - TIME_PADDING, max(days) + TIME_PADDING) if days else None


def covered(dataset: Dataset) -> str:
    """Return the years of the trajectory as an ISO 8601 interval, or nothing."""
    readings = trajectory(dataset)
    first, last = readings["start"].min(), readings["end"].max()
    return f"{first:%Y-%m-%d}/{last:%Y-%m-%d}" if pd.notna(first) else ""


def half_of(moment: pd.Timestamp, ends: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    """Return in which half of a time axis a moment lies: left or right."""
    return "left" if moment - ends[0] < ends[1] - moment else "right"


NEAR = 3  # times a level: where marks crowd its label on either scale


def emptier_half(
    placed: pd.DataFrame,
    level: float,
    ends: tuple[pd.Timestamp, pd.Timestamp] | None,
) -> str:
    """Return in which half of a time axis fewer marks lie near a level."""
    near = placed[placed["value"].between(level / NEAR, level * NEAR)]
    if ends is None or near.empty:
        return "left"
    left = sum(half_of(moment, ends) == "left" for moment in middle(near))
    return "right" if left > len(near) - left else "left"


def unrecorded_years(dataset: Dataset) -> list[tuple[int, int]]:
    """Return the runs of years for which no body of ``evidence.csv`` has a value."""
    evidence = dataset.evidence
    if evidence.empty:
        return []
    found = set(evidence.loc[evidence["state"].eq("reported"), "year"])
    return runs(set(evidence["year"]) - found)


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Return years as first and last of each unbroken run."""
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        if found and year == found[-1][1] + 1:
            found[-1] = (found[-1][0], int(year))
        else:
            found.append((int(year), int(year)))
    return found


def labelled(rows: pd.DataFrame, headline: bool, least: float) -> list[bool]:
    """Return which marks carry their value: headlines, and rivals once each.

    Those below ``least`` do not: there the marks crowd.
    """
    if len(rows) > MANY_LABELS:
        return [False] * len(rows)
    rivals = rows["value"].ne(rows["headline_value"]) & ~rows["value"].duplicated()
    return ((rivals | headline) & rows["value"].ge(least)).to_list()


def has_rival_above(rows: pd.DataFrame, said: pd.DataFrame) -> list[bool]:
    """Return for which rows a higher value lies close above, about the same time."""
    value, other = rows["value"].to_numpy(float), said["value"].to_numpy(float)
    apart = middle(rows).to_numpy()[:, None] - middle(said).to_numpy()
    near = abs(apart) < pd.Timedelta(days=730).to_timedelta64()
    above = (other > value[:, None]) & (other < 1.5 * value[:, None])
    return [bool(found) for found in (near & above).any(axis=1)]


def flows(recorded: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Return recorded readings by exporter and importer, in order of occurrence."""
    return [
        (str(exporter), str(importer), rows)
        for (exporter, importer), rows in recorded.groupby(
            ["exporter", "importer"], sort=False
        )
    ]


def voices(said: pd.DataFrame) -> list[tuple[str, bool, bool, pd.DataFrame]]:
    """Return what was said by series, by an official or not, headline or not.

    Headlines of officials come last, so that they are drawn on top.
    """
    official = said["side"].ne("third party").rename("official")
    return [
        (str(name), bool(is_official), bool(headline), rows)
        for (headline, name, is_official), rows in said.groupby(
            ["headline", "series", official]
        )
    ]


def gaps(
    dataset: Dataset, placed: pd.DataFrame
) -> list[tuple[pd.Timestamp, pd.Timestamp, bool]]:
    """Return the spans for which no recorded value is known.

    Whole calendar years, less what a body's own year covers of them; last,
    whether every body was looked at for all of the span.

    Parameters
    ----------
    placed
        Rows of :func:`trajectory`, the recorded among them.
    """
    ends = placed.loc[placed["series"].eq("recorded"), "end"].dropna()
    evidence = dataset.evidence
    found = []
    for first, last in unrecorded_years(dataset):
        start, end = pd.Timestamp(f"{first}-01-01"), pd.Timestamp(f"{last}-12-31")
        start = max([start, *ends[ends.between(start, end)]])
        states = evidence.loc[evidence["year"].between(first, last), "state"]
        found.append((start, end, not states.eq("not checked").any()))
    return found


def highest(cluster: pd.DataFrame) -> pd.DataFrame:
    """Return the row with the highest value, an unquestioned one if there is one."""
    order = cluster.sort_values(["questioned", "value"], ascending=[True, False])
    return order.head(1)


def with_source(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Return the rows with publisher, url and reposted_by of their source."""
    sources = dataset.sources.set_index("source_id")
    return frame.join(sources[["publisher", "url", "reposted_by"]], on="source_id")


VIEWS = ("Actual", "Target", "Actual and target")
AXES = ("By step", "Over time")
SCALES = ("Linear", "Logarithmic")
# Each axis opens with the scale that serves it: bars want zero, two decades
# of time want decades.
DEFAULT_SCALES = dict(zip(AXES, SCALES, strict=True))


def series_shown(view: str, recorded: bool) -> tuple[str, ...]:
    """Return the series that a view of the trajectory draws."""
    actual = ("reported",) if view != "Target" else ()
    target = ("target",) if view != "Actual" else ()
    return actual + target + (("recorded",) if recorded else ())


def axis_range(values: Sequence[float], logarithmic: bool) -> tuple[float, float]:
    """Return the ends of a value axis: from zero, or from a decade below the least."""
    positive = [value for value in values if value > 0] or [1.0]
    if not logarithmic:
        return 0.0, max(positive) * 1.08
    # Half a decade below the lowest line is room for what is recorded as zero.
    low = 10 ** math.floor(math.log10(min(positive)) - 0.2)
    return low / 3, max(positive) * 2.5


def axis_ticks(ends: tuple[float, float], logarithmic: bool) -> list[float]:
    """Return round values inside an axis: powers of ten, or steps of 1, 2 or 5."""
    low, high = ends
    if logarithmic:
        decades = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 1)
        factors = (1, 2, 5) if len(decades) < MANY_DECADES else (1,)
        ticks = [factor * 10.0**decade for decade in decades for factor in factors]
        return [tick for tick in ticks if low <= tick <= high]
    rough = high / 5
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    return [step * count for count in range(int(high / step) + 1)]


def clusters(placed: pd.DataFrame, gap_years: int = 2) -> list[pd.DataFrame]:
    """Return rows grouped where more than ``gap_years`` years lie between them."""
    if placed.empty:
        return []
    ordered = placed.sort_values("start", kind="stable")
    latest = ordered["end"].cummax().shift()
    breaks = (ordered["start"] - latest).dt.days.gt(gap_years * 366)
    return [group for _, group in ordered.groupby(breaks.cumsum())]


def log_ends(values: Sequence[float]) -> list[float]:
    """Return values as Plotly places them on a logarithmic axis."""
    return [math.log10(value) if value > 0 else 0.0 for value in values]


def floor(log_range: Sequence[float]) -> float:
    """Return a value just above the lower end of a logarithmic axis in decades."""
    return float(10 ** (log_range[0] + 0.01))


def middle(placed: pd.DataFrame) -> pd.Series:
    """Return the middle of each row's span."""
    return placed["start"] + (placed["end"] - placed["start"]) / 2


def with_breaks(starts: pd.Series, ends: pd.Series) -> list[Any]:
    """Return start, end and a break for each row: lines that do not join."""
    return [
        part
        for start, end in zip(starts, ends, strict=True)
        for part in (start, end, None)
    ]


GROWTH_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def growth_curve(
    start: Reading, target: Reading, chosen: int | None = None
) -> tuple[list[int], list[float]]:
    """Return years given and required growth in per cent; empty if none is required.

    The years until the one that a reader chose are among them.
    """
    spans = sorted({*SPANS, *([chosen] if chosen else [])})
    found = [path(start, target, years) for years in spans]
    kept = [item for item in found if item is not None]
    return [item.years for item in kept], [item.rate.value * 100 for item in kept]
