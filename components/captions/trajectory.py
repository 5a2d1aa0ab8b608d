"""The words on and under the trajectory: labels, hovers, alternative texts.

A target that has no deadline is described without any year: not even the
year in which it was stated, which a reader could take for its date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from components.dataset import Dataset
from components.measures.bounds import (
    Quantity,
)
from components.measures.comparability import (
    compare,
)
from components.measures.steps import (
    Step,
    of_series,
)
from components.sentences import counted, other_readings
from components.wording import (
    NO_DEADLINE,
    SERIES,
    axis_money,
    day,
    deadline,
    direction,
    listed,
    lower_first,
    period,
    progress,
    quantity,
    said_by,
    sentence_case,
    stated,
    verdict,
    year_span,
)

VIEW_HELP = (
    "Actual: as officials reported it; the values are statements and were not "
    "verified. Target: what officials aim at."
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
    first = f"{SERIES[total.series]}: {stated(total)}"
    return [first, period(total), *parts, said_by(total)]


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
        f"{row['stated_by']} ({row['publisher']})",
    ]
    # What is doubted, or rounded to nothing, is not left to a table.
    doubtful = row["questioned"] or row["value"] == 0
    return [*lines, row["note"]] if doubtful and row["note"] else lines


def mark_label(row: Mapping[str, Any]) -> str:
    """Return what stands at a mark: ``≥ $4bn`` if it is named, ``?`` if questioned."""
    value = SHORT_BOUNDS.get(row["bound"], "") + axis_money(row["value"])
    parts = [value] * bool(row["named"]) + ["?"] * bool(row["questioned"])
    return " ".join(parts)


def cluster_label(cluster: pd.DataFrame) -> str:
    """Return what a group of recorded marks reaches: ``up to $45m``."""
    sure = cluster[~cluster["questioned"]]
    top = (cluster if sure.empty else sure)["value"].max()
    return f"up to {axis_money(top)}"


def gap_label(*, all_checked: bool) -> list[str]:
    """Return the lines of the label of years without a recorded value."""
    return ["no value found"] if all_checked else ["no value found,", "not all checked"]


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
        sentences += [
            f"{target.label}: {lower_first(progress(compare(reported[-1], target)))}."
            for target in targets
        ]
    for series in ("reported", "recorded", "target"):
        values = [
            f"{step_label(step)}, {stated(step.total)}"
            for step in of_series(steps, series)
        ]
        if values:
            sentences.append("; ".join(values) + ".")
    unlike = unlike_note(steps)
    if unlike:
        sentences.append(unlike)
    if placed is not None:
        sentences += _placed_sentences(placed)
    return f"Trajectory, {axis.lower()}, {scale.lower()} scale. " + " ".join(sentences)


def _placed_sentences(placed: pd.DataFrame) -> list[str]:
    recorded = placed[placed["series"].eq("recorded")]
    if recorded.empty:
        return []
    years = year_span(recorded["start"].min().year, recorded["end"].max().year)
    return [
        f"{counted(len(recorded), 'recorded value')}, {years}, single directions and "
        f"totals over periods of different length, {cluster_label(recorded)}."
    ]


def unlike_note(steps: Sequence[Step]) -> str:
    """Return why drawn recorded values are unlike the others drawn, or nothing."""
    recorded = of_series(steps, "recorded")
    others = [step for step in steps if step.total.series != "recorded"]
    if not recorded or not others:
        return ""
    found = compare(others[-1].total, recorded[-1].total)
    reported = of_series(steps, "reported")
    if reported:
        found = compare(reported[-1].total, recorded[-1].total)
    return f"Recorded beside the rest: {verdict(found)}."


def not_placed(count: int) -> str:
    """Return how many values the time axis cannot show, or nothing."""
    if not count:
        return ""
    noun = "reading has" if count == 1 else "readings have"
    return f"{count} other {noun} no period and cannot be placed in time."


def thinned(drawn: int, whole: int) -> str:
    """Return how many values are drawn if not all are, or nothing."""
    if drawn == whole:
        return ""
    return (
        f"{drawn:,} of {whole:,} values with a place in time are drawn, those of the "
        "steps first; the table of readings has all."
    )


def scale_note(scale: str, axis: str, shown: Sequence[str]) -> str:
    """Return what a reader must know of the scale that is on."""
    if scale == "Linear":
        return "Linear scale, from zero."
    if axis == "By step":
        return (
            "Logarithmic scale: equal distances are equal multiples, so marks stand in "
            "for bars, whose length would mean nothing."
        )
    zero = (
        "; a recorded zero stands as 0 on the bottom line"
        if "recorded" in shown
        else ""
    )
    return f"Logarithmic scale: equal distances are equal multiples{zero}."


_KEYS = {
    ("By step", "Linear"): (
        "Filled bar: reported, an official said so; a triangle at its end marks a "
        "lower bound.",
        "Dashed outline: a target, an official aims at it{undated}.",
        "Grey bar: recorded, a statistical body published it.",
    ),
    ("By step", "Logarithmic"): (
        "Circle: reported, an official said so; a triangle marks a lower bound.",
        "Open diamond: a target, an official aims at it{undated}.",
        "Grey square: recorded, a statistical body published it.",
    ),
    "Over time": (
        "Filled circle: reported, an official said so; open circle: another reading "
        "of the same fact, or not by an official; triangle: a lower bound; line: the "
        "period.",
        "Dashed line: a target, an official aims at it{undated}.",
        "Grey square: recorded, a statistical body published it; a question mark: "
        "questioned.",
    ),
}


def marks_note(series: Sequence[str], *, axis: str, scale: str, undated: bool) -> str:
    """Return the key to shapes and lines in words.

    Parameters
    ----------
    series
        Those that are drawn.
    axis, scale
        As chosen by the reader.
    undated
        Whether a drawn target has no deadline.
    """
    keys = _KEYS[axis if axis == "Over time" else (axis, scale)]
    none = f"; {NO_DEADLINE}, so it has no place in time" if undated else ""
    return " ".join(
        key.format(undated=none)
        for name, key in zip(("reported", "target", "recorded"), keys, strict=True)
        if name in series
    )


def nothing_to_draw(series: Sequence[str], facts: int) -> str:
    """Return what is missing when a view has nothing to draw.

    Parameters
    ----------
    series
        Those of the view.
    facts
        How many facts the package has.
    """
    if not facts:
        return (
            "This package has no fact yet. Add a source, a fact and a reading; the "
            "README of a new package has a first one to copy."
        )
    kinds = listed([SERIES[name].lower() for name in series], "or")
    return (
        f"No {kinds} value has a place on this chart. Choose another view or axis, or "
        "give a fact a step."
    )


def others_note(steps: Sequence[Step]) -> str:
    """Return which other readings the drawn facts have, or nothing."""
    found = []
    for headline in (part for step in steps for part in step.parts):
        others = [
            other
            for step in steps
            for other in step.others
            if other.fact_id == headline.fact_id
        ]
        if others:
            found.append(f"{headline.label}: {other_readings(others, headline)}")
    return f"Other readings of the same facts. {'. '.join(found)}." if found else ""


def sums_note(steps: Sequence[Step]) -> str:
    """Return which drawn values are sums, and of what."""
    found = [
        f"{sentence_case(stated(step.total))} adds up "
        + listed([f"{part.label} ({stated(part)})" for part in step.parts])
        for step in steps
        if len(step.parts) > 1
    ]
    return f"{'; '.join(found)}." if found else ""
