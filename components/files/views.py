"""The trajectory in every view, of which radio buttons show one: no script needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from components.charts import by_step
from components.files import plain, svg
from components.measures.record import Record
from components.view import VIEWS, View
from components.words import caveats, trajectory


@dataclass(frozen=True)
class Picture:
    """One view as HTML.

    Parameters
    ----------
    view
        What it shows.
    name
        Tells it from the others.
    chart
        The drawing, or what is missing.
    under
        Caption, sources and caveats.
    """

    view: View
    name: str
    chart: str
    under: str


def pictures(record: Record, today: date) -> list[Picture]:
    """Return every view that the controls can ask for."""
    return [_picture(record, view, today) for view in _views()]


def _views() -> Iterator[View]:
    for view in VIEWS:
        yield View(view)


def _picture(record: Record, view: View, today: date) -> Picture:
    name = name_of(view)
    found = by_step.info(record, view)
    if found is None:
        words = trajectory.nothing_to_draw(record, view)
        return Picture(view, name, f"<p>{plain.text(words)}</p>", "")
    under = plain.under_the_chart(
        trajectory.caption(record, view),
        caveats.of_the_chart(record, view),
        where=name,
    )
    return Picture(view, name, svg.by_step(found, anchors=True), under)


def name_of(view: View) -> str:
    """Return what tells one view from another: ``both-step``, ``actual-time-log``."""
    scale = "-log" if view.logarithmic and not view.by_step else ""
    return f"{view.view}-{view.axis}{scale}"
