"""The words on and under the charts: labels, hovers, alternative texts.

A target that has no deadline is described without any year: not even the
year in which it was stated, which a reader could take for its date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.dataset import Dataset
from components.measures import Quantity, Step, of_series
from components.sentences import other_readings, progress
from components.wording import (
    NO_DEADLINE,
    SERIES,
    axis_money,
    day,
    deadline,
    direction,
    listed,
    quantity,
    said_by,
    stated,
)

SHORT_BOUNDS = {"at least": "≥ ", "about": "≈ ", "at most": "≤ "}


def step_label(step: Step) -> str:
    """Return the line above a bar: what it is and which period it covers."""
    total = step.total
    if total.series == "target":
        return f"{total.label} · {deadline(total)}"
    if total.series == "recorded":
        return f"{SERIES[total.series]} · {total.concept} · {total.period_label}"
    return f"{SERIES[total.series]} · {total.period_label}"


def step_hover(step: Step) -> list[str]:
    """Return the lines of a bar's hover."""
    total = step.total
    if total.series == "target":
        return [f"{total.label}: {stated(total)}", deadline(total), total.stated_by]
    parts = [f"{part.label}: {stated(part)}" for part in step.parts]
    return [f"{SERIES[total.series]}: {stated(total)}", *parts, said_by(total)]


def mark_hover(row: Mapping[str, Any], dataset: Dataset) -> list[str]:
    """Return the lines of a mark's hover on the time axis."""
    value = quantity(Quantity(row["value"], row["bound"]))
    if row["series"] == "target":
        return [f"{row['label']}: {value}", f"by {day(row['deadline'])}"]
    kind = SERIES[row["series"]] if row["headline"] else "Another reading"
    lines = [
        f"{kind}: {value}",
        f"{row['concept']}, {direction(row['exporter'], row['importer'], dataset)}",
        row["period_label"],
        row["stated_by"],
    ]
    return [*lines, "Questioned: see its note"] if row["questioned"] else lines


def mark_label(row: Mapping[str, Any]) -> str:
    """Return the short label of a mark: ``≥ $3bn``."""
    return SHORT_BOUNDS.get(row["bound"], "") + axis_money(row["value"])


def cluster_label(cluster: pd.DataFrame) -> str:
    """Return what a group of recorded marks reaches: ``up to $99m``."""
    return f"up to {axis_money(cluster['value'].max())}"


def level_label(step: Step) -> str:
    """Return the label of an undated target's level."""
    return f"{step.total.label}: {stated(step.total)} · {deadline(step.total)}"


def flow_name(exporter: str, importer: str, dataset: Dataset) -> str:
    """Return the legend's words for one flow of recorded trade."""
    return f"Recorded: {direction(exporter, importer, dataset)}"


def said_name(name: str, *, official: bool, headline: bool) -> str:
    """Return the legend's words for what was said."""
    if not headline:
        return f"{SERIES[name]}: other readings"
    return SERIES[name] if official else f"{SERIES[name]}, not by an official"


def trajectory_alt(
    steps: Sequence[Step],
    *,
    axis: str,
    scale: str,
    placed: pd.DataFrame | None = None,
) -> str:
    """Return the alternative text of the trajectory.

    Parameters
    ----------
    steps
        The steps that are drawn.
    axis, scale
        As chosen by the reader.
    placed
        On the time axis: the marks that are drawn.
    """
    sentences = []
    reported = [step.total for step in of_series(steps, "reported")]
    targets = [step.total for step in of_series(steps, "target")]
    if reported and targets:
        shares = [
            f"{target.label}: {progress(reported[-1], target)[0]}" for target in targets
        ]
        caveat = progress(reported[-1], targets[0])[1]
        sentences.append(
            f"Latest reported value {stated(reported[-1])}; {'; '.join(shares)} "
            f"({caveat})."
        )
    for series in ("reported", "recorded", "target"):
        values = [
            f"{step_label(step)}, {stated(step.total)}"
            for step in of_series(steps, series)
        ]
        if values:
            sentences.append("; ".join(values) + ".")
    if placed is not None:
        sentences += _placed_sentences(placed)
    return f"Trajectory, {axis.lower()}, {scale.lower()} scale. " + " ".join(sentences)


def _placed_sentences(placed: pd.DataFrame) -> list[str]:
    recorded = placed[placed["series"].eq("recorded")]
    if recorded.empty:
        return []
    years = f"{recorded['start'].min().year} to {recorded['end'].max().year}"
    return [
        f"{len(recorded)} recorded values from {years}, the highest "
        f"{axis_money(recorded['value'].max())}."
    ]


def not_placed(count: int) -> str:
    """Return how many values the time axis cannot show, or nothing."""
    if not count:
        return ""
    noun = "reading has" if count == 1 else "readings have"
    return f"{count} other {noun} no period and cannot be placed in time."


def agreements_alt(counts: pd.Series, by: str) -> str:
    """Return the alternative text of the chart of agreements."""
    if counts.empty:
        return f"No agreement to count by {by.lower()}."
    top = [str(name) for name in counts[counts.eq(counts.max())].index]
    return (
        f"Rows of the agreements table by {by.lower()}: {int(counts.sum())} over "
        f"{len(counts)} bars; most, {int(counts.max())}, in {listed(top)}."
    )


def timeline_alt(events: pd.DataFrame) -> str:
    """Return the alternative text of the timeline."""
    if events.empty:
        return "No dated event."
    kinds = events["kind"].value_counts()
    named = [f"{count} {kind}" for kind, count in kinds.items()]
    first, last = events["happened_on"].iloc[0], events["happened_on"].iloc[-1]
    return (
        f"{len(events)} dated events from {day(first)} to {day(last)}: {listed(named)}."
    )


def event_hover(row: Mapping[str, Any]) -> list[str]:
    """Return the lines of an event's hover."""
    mechanism = f"exchange mechanism, {row['mechanism']}" if row["mechanism"] else ""
    lines = [row["title"], day(row["happened_on"]), mechanism or row["kind"]]
    return lines


def scale_note(scale: str, axis: str, shown: Sequence[str]) -> str:
    """Return what a reader must know of the scale that is on."""
    if scale == "Linear":
        return "Linear scale, from zero."
    if axis == "By step":
        return (
            "Logarithmic scale: each line is ten times the one before, so marks "
            "stand in for bars, whose length would mean nothing."
        )
    zero = (
        "; a recorded zero stands as 0 on the bottom line"
        if "recorded" in shown
        else ""
    )
    return f"Logarithmic scale: each line is ten times the one below{zero}."


def marks_note(series: Sequence[str], *, undated: bool) -> str:
    """Return the key to shapes and lines in words."""
    words = []
    if "reported" in series:
        words.append(
            "Filled circle or bar: reported, an official said so; a triangle marks a "
            "lower bound, a line the period."
        )
    if "target" in series:
        none = f", {NO_DEADLINE}, so it has no place in time" if undated else ""
        words.append(f"Dashed: a target, an official aims at it{none}.")
    if "recorded" in series:
        words.append("Grey and squares: recorded, a statistical body published it.")
    return " ".join(words)


def nothing_to_draw(series: Sequence[str]) -> str:
    """Return what is missing when a view has nothing to draw."""
    kinds = listed([SERIES[name].lower() for name in series], "or")
    return f"The data hold no {kinds} value for this chart. Choose another view."


def others_note(steps: Sequence[Step]) -> str:
    """Return which other readings the drawn facts have, or nothing."""
    found = [
        f"{step.total.label}: {other_readings(step)}" for step in steps if step.others
    ]
    return f"Other readings of the same facts. {'; '.join(found)}." if found else ""


def agreements_note(by: str, undated: int) -> str:
    """Return what the chart of agreements counts."""
    words = "Counted: rows of the table below, not documents; some rows are batches."
    if by == "Field":
        return f"{words} A row counts in each of its fields."
    if not undated:
        return words
    noun = "row has" if undated == 1 else "rows have"
    return f"{words} {undated} {noun} no date and no bar."


def sums_note(steps: Sequence[Step]) -> str:
    """Return which drawn values are sums, and of what."""
    found = [
        f"{stated(step.total)} adds up "
        + listed([f"{part.label} ({stated(part)})" for part in step.parts])
        for step in steps
        if len(step.parts) > 1
    ]
    return f"{'; '.join(found)}." if found else ""
