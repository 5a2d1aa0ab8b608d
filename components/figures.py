"""A chart with all that must go with it: what it shows, its caveats, its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components import captions, charts, series
from components.dataset import Dataset, records
from components.measures.steps import (
    Step,
    undated_targets,
)
from components.series import Assumption


@dataclass(frozen=True)
class View:
    """What the controls of the trajectory say.

    Parameters
    ----------
    view, axis, scale
        One of ``series.VIEWS``, ``series.AXES`` and ``series.SCALES``.
    recorded
        Whether recorded statistics are drawn.
    assumption
        The year that the reader picked, if one is.
    """

    view: str = series.VIEWS[2]
    axis: str = series.AXES[0]
    scale: str = series.SCALES[0]
    recorded: bool = True
    assumption: Assumption | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """The series that are drawn."""
        return series.series_shown(self.view, self.recorded)

    @property
    def name(self) -> str:
        """The view in words, the reader's own year among them."""
        words = f"{self.view}, {self.axis.lower()}, {self.scale.lower()} scale"
        without = "" if self.recorded else ", without recorded statistics"
        return f"{words}{without}{self._mark}"

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one view of a package from another."""
        assumed = self.assumption
        start = assumed and (assumed.year, assumed.start.reading_id)
        return self.view, self.axis, self.scale, self.recorded, start

    @property
    def _mark(self) -> str:
        if self.assumption is None:
            return ""
        return f", {captions.assumption_label(self.assumption.year)}"


@dataclass(frozen=True)
class Figure:
    """A chart, and in words what a reader must have beside it.

    Parameters
    ----------
    chart
        The figure in the colours of a palette.
    alt
        The alternative text.
    assumption
        What the reader's own year asks for, or nothing.
    notes
        The key to its marks, and its caveats.
    rivals
        What is not drawn: other readings, values without a place in time.
    source_ids
        The sources of what is drawn.
    rows
        What is drawn, as the rows of a table.
    """

    chart: go.Figure
    alt: str
    assumption: str
    notes: tuple[str, ...]
    rivals: tuple[str, ...]
    source_ids: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    @property
    def paragraphs(self) -> list[str]:
        """The words under the chart: notes, then what is not drawn."""
        return [" ".join(part) for part in (self.notes, self.rivals) if part]


def trajectory(
    dataset: Dataset,
    steps: Sequence[Step],
    view: View,
    palette: charts.Palette,
    readings: pd.DataFrame | None = None,
) -> Figure | None:
    """Return the trajectory in a view, or None if the view has nothing to draw.

    Parameters
    ----------
    readings
        :func:`components.series.trajectory` of the package, if it is at hand.
    """
    drawn = [step for step in steps if step.total.series in view.shown]
    placed, unplaced, ends, left_out = None, 0, None, ""
    if view.axis != series.AXES[0]:
        readings = series.trajectory(dataset) if readings is None else readings
        placed = series.placed(readings, view.shown)
        unplaced = series.unplaced(readings, view.shown)
        whole, placed = len(placed), series.thinned(placed, steps)
        left_out = captions.thinned(len(placed), whole)
        until = view.assumption.year if view.assumption else None
        ends = series.time_range(dataset, readings, until)
    if not drawn and (placed is None or placed.empty):
        return None
    note = assumption_note(view.assumption)
    cited = [part.source_id for step in drawn for part in step.parts]
    if placed is not None:
        cited += placed["source_id"].to_list()
    alt = captions.trajectory_alt(
        drawn, axis=view.axis, scale=view.scale, placed=placed
    )
    return Figure(
        chart=_chart(dataset, drawn, placed, ends, view, palette),
        alt=f"{alt} {note}".strip(),
        assumption=note,
        notes=_notes(drawn, placed, view),
        rivals=_said(
            [captions.others_note(drawn), captions.not_placed(unplaced), left_out]
        ),
        source_ids=tuple(dict.fromkeys(cited)),
        rows=_rows(drawn, placed),
    )


def _rows(
    drawn: Sequence[Step], placed: pd.DataFrame | None
) -> tuple[dict[str, str], ...]:
    """Return the steps; on the time axis the levels, and then every mark."""
    if placed is None:
        return tuple(map(captions.step_row, drawn))
    marks = map(captions.mark_row, records(placed))
    return (*map(captions.step_row, undated_targets(drawn)), *marks)


def _chart(
    dataset: Dataset,
    drawn: Sequence[Step],
    placed: pd.DataFrame | None,
    ends: tuple[pd.Timestamp, pd.Timestamp] | None,
    view: View,
    palette: charts.Palette,
) -> go.Figure:
    logarithmic = view.scale != series.SCALES[0]
    if placed is None:
        return charts.by_step(drawn, logarithmic=logarithmic, palette=palette)
    return charts.over_time(
        drawn,
        placed,
        dataset,
        ends=ends,
        logarithmic=logarithmic,
        palette=palette,
        assumption=view.assumption,
    )


def _notes(
    drawn: Sequence[Step], placed: pd.DataFrame | None, view: View
) -> tuple[str, ...]:
    found = {step.total.series for step in drawn}
    found |= set() if placed is None else set(placed["series"])
    present = [name for name in view.shown if name in found]
    undated = bool(undated_targets(drawn))
    return _said(
        [
            captions.marks_note(
                present, axis=view.axis, scale=view.scale, undated=undated
            ),
            captions.scale_note(view.scale, view.axis, view.shown),
            captions.sums_note(drawn),
            captions.unlike_note(drawn),
        ]
    )


def assumption_note(assumed: Assumption | None) -> str:
    """Return what the reader's own year asks for, or nothing without one."""
    if assumed is None:
        return ""
    return captions.assumption_note(assumed.start, assumed.targets, assumed.year)


def _said(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, words))


def for_print(figure: Figure, *, head: Sequence[str], foot: Sequence[str]) -> go.Figure:
    """Return a chart on white with title, caveats and sources inside it.

    Parameters
    ----------
    figure
        Drawn in ``charts.PRINT``.
    head
        Title, and under it what it shows.
    foot
        What stands under the notes: sources, version, link.
    """
    notes = _said([figure.assumption, *figure.paragraphs])
    return charts.printed(figure.chart, head=head, foot=[*notes, *foot])
