"""Frames to draw and to list: what lies where in time, counts, filters."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from components.dataset import Dataset
from components.measures import first_day
from components.rules import last_day

_DRAWN_UNIT = "USD"
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
        ``headline`` (is it its fact's headline), ``start`` and ``end``
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
    frame["headline"] = frame["headline"].eq(frame["reading_id"])
    frame = frame[frame["headline"] | frame["series"].ne("target")]
    target = frame["series"].eq("target")
    # A target lies where its deadline lies, and nowhere without one. A value
    # said to hold "now" is a day; only a closed period is a span.
    end = _timestamps(frame["deadline"].where(target, frame["period_end"]), last_day)
    start = _timestamps(frame["period_start"], first_day)
    return frame.assign(start=start.where(~target & end.notna()).fillna(end), end=end)


def _timestamps(partial: pd.Series, day: Callable[[str], str]) -> pd.Series:
    """Return one end of partial dates as timestamps, NaT where there is none."""
    return pd.to_datetime(partial.map(lambda text: day(text) if text else None))


def time_range(dataset: Dataset) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the ends of the years that trajectory and timeline both show.

    From the first to the last day of anything dated, with a margin so that
    no mark is cut; None if nothing in the package has a date.
    """
    placed = trajectory(dataset)
    days = [*placed["start"].dropna(), *placed["end"].dropna()]
    for text in dataset.events["happened_on"]:
        if text:
            days += [pd.Timestamp(first_day(text)), pd.Timestamp(last_day(text))]
    return (min(days) - TIME_PADDING, max(days) + TIME_PADDING) if days else None


def half_of(moment: pd.Timestamp, ends: tuple[pd.Timestamp, pd.Timestamp]) -> str:
    """Return in which half of a time axis a moment lies: left or right."""
    return "left" if moment - ends[0] < ends[1] - moment else "right"


def unrecorded_years(dataset: Dataset) -> list[tuple[int, int]]:
    """Return the runs of years for which no body of ``evidence.csv`` has a value."""
    evidence = dataset.evidence
    if evidence.empty:
        return []
    found = set(evidence.loc[evidence["state"].eq("reported"), "year"])
    runs: list[tuple[int, int]] = []
    for year in sorted(set(evidence["year"]) - found):
        if runs and year == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], int(year))
        else:
            runs.append((int(year), int(year)))
    return runs


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries by column."""
    return [
        dict(zip(frame.columns, row, strict=True))
        for row in frame.itertuples(index=False, name=None)
    ]


def flows(recorded: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
    """Return recorded readings by exporter and importer, in order of occurrence."""
    return [
        (str(exporter), str(importer), rows)
        for (exporter, importer), rows in recorded.groupby(
            ["exporter", "importer"], sort=False
        )
    ]


def voices(said: pd.DataFrame) -> list[tuple[str, bool, bool, pd.DataFrame]]:
    """Return what was said by series, by an official or not, headline or not."""
    official = said["side"].ne("third party").rename("official")
    return [
        (str(name), bool(is_official), bool(headline), rows)
        for (name, is_official, headline), rows in said.groupby(
            ["series", official, "headline"], sort=False
        )
    ]


def with_source(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """Return the rows with publisher, url and reposted_by of their source."""
    sources = dataset.sources.set_index("source_id")
    return frame.join(sources[["publisher", "url", "reposted_by"]], on="source_id")


def field_options(agreements: pd.DataFrame) -> list[str]:
    """Return every field that occurs, in alphabetical order."""
    return sorted(set(agreements["fields"].str.split(";").explode().dropna()))


def year_of(partial: pd.Series) -> pd.Series:
    """Return the years of partial dates as Int64, missing where there is none."""
    return pd.to_numeric(partial.str[:4].replace("", None)).astype("Int64")


def matching_agreements(
    agreements: pd.DataFrame,
    *,
    fields: Sequence[str] = (),
    statuses: Sequence[str] = (),
    years: tuple[int, int] | None = None,
    text: str = "",
) -> pd.DataFrame:
    """Return the agreements that pass every filter; an empty one lets all pass.

    Parameters
    ----------
    fields, statuses
        An agreement passes with any of them.
    years
        First and last year of signature; undated agreements do not pass.
    text
        Words that must all occur, in any case, anywhere in the row.
    """
    keep = pd.Series(True, index=agreements.index)
    if fields:
        keep &= agreements["fields"].map(
            lambda cell: not set(fields).isdisjoint(cell.split(";"))
        )
    if statuses:
        keep &= agreements["status"].isin(statuses)
    if years:
        keep &= year_of(agreements["signed_on"]).between(*years).fillna(False)
    if text.strip():
        keep &= _contain_words(agreements, text)
    return agreements[keep]


def _contain_words(rows: pd.DataFrame, text: str) -> pd.Series:
    """Return which rows contain every word of a text, in any case."""
    cells = rows.astype("str").fillna("")
    lines = [" ".join(cell).casefold() for cell in cells.itertuples(index=False)]
    words = text.casefold().split()
    return pd.Series(
        [all(word in line for word in words) for line in lines],
        index=rows.index,
        dtype="bool",
    )


def agreements_by_year(agreements: pd.DataFrame) -> pd.Series:
    """Return the number of rows per year of signature, years without one as 0.

    Undated rows are not counted.
    """
    counts = year_of(agreements["signed_on"]).value_counts().sort_index()
    if counts.empty:
        return counts
    return counts.reindex(
        range(int(counts.index[0]), int(counts.index[-1]) + 1), fill_value=0
    )


def agreements_by_field(agreements: pd.DataFrame) -> pd.Series:
    """Return the number of rows per field, most first; a row counts in each field."""
    counts = agreements["fields"].str.split(";").explode().value_counts()
    return counts.sort_index().sort_values(ascending=False, kind="stable")


def events_in_time(events: pd.DataFrame) -> pd.DataFrame:
    """Return dated events with ``day``: the first day that their date allows."""
    dated = events[events["happened_on"].ne("")]
    days = pd.to_datetime(dated["happened_on"].map(first_day))
    return dated.assign(day=days).sort_values("day", kind="stable")


VIEWS = ("Actual", "Target", "Actual and target")
AXES = ("By step", "Over time")
SCALES = ("Linear", "Logarithmic")


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
    return 10 ** (math.floor(math.log10(min(positive)) - 0.2)), max(positive) * 2.5


def axis_ticks(ends: tuple[float, float], logarithmic: bool) -> list[float]:
    """Return round values inside an axis: powers of ten, or steps of 1, 2 or 5."""
    low, high = ends
    if logarithmic:
        decades = range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)
        return [10.0**decade for decade in decades]
    rough = high / 5
    unit = 10 ** math.floor(math.log10(rough))
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    return [step * count for count in range(1, int(high / step) + 1)]


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
    """Return the lowest value of a logarithmic axis from its ends in decades."""
    return float(10 ** log_range[0])


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
