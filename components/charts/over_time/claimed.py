"""The first panel over time: what was claimed and aimed at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from components.charts.labels import LINE, Box, Label, place_most, text_width
from components.charts.over_time.mark_labels import (
    TODAY,
    claim_boxes,
    level_boxes,
    of_path,
    of_today,
    orders,
    path_boxes,
)
from components.charts.over_time.marks import (
    Claim,
    Level,
    Path,
    claims_of,
    level_of,
    paths_of,
)
from components.charts.scales import Scale, upright
from components.charts.timeaxis import LEFT, Years
from components.measures.readings import REPORTED, TARGET
from components.measures.record import Record
from components.view import View
from components.words import over_time as words
from components.words.values import axis_money

TITLE = 26  # px of a panel's title, with what parts it from the marks
HEIGHT = 172  # px between the ends of the value axis
LOGARITHMIC = 250  # the same for a logarithmic one: twice a value stays apart
TICK_ROOM = 34  # px from one tick to the next


@dataclass(frozen=True)
class Claimed:
    """The panel of what was claimed and aimed at."""

    title: str
    top: float
    scale: Scale
    ticks: tuple[tuple[float, str], ...]
    claims: tuple[Claim, ...]
    levels: tuple[Level, ...]
    paths: tuple[Path, ...]
    labels: tuple[Label, ...]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.scale.bottom

    @property
    def stretch(self) -> tuple[float, float]:
        """From where to where it has marks."""
        return self.top + TITLE - 2, self.scale.bottom


def panel(
    record: Record, view: View, today: date, years: Years, top: float
) -> Claimed | None:
    """Return the panel, or None if a view has no claim and no target in time."""
    drawn, currency = words.drawn(record, view), record.dataset.currency
    said, aims = drawn.get(REPORTED, []), drawn.get(TARGET, [])
    if not said and not aims:
        return None
    assumed = view.assumption
    values = [item.value_high or item.value for item in (*said, *aims)]
    begin = top + TITLE + (LINE if view.assumption else 0)
    scale = upright(
        [*values, assumed.start.value] if assumed else values,
        logarithmic=view.logarithmic,
        top=begin,
        bottom=begin + (LOGARITHMIC if view.logarithmic else HEIGHT),
    )
    claims = claims_of(record, said, scale)
    levels = [level_of(record, target, years, scale) for target in aims]
    paths = paths_of(assumed, scale) if assumed else []
    title = words.panel_title(claims=bool(said), aims=bool(aims))
    taken = [
        Box(-LEFT, top, text_width(title) - LEFT, top + TITLE - 6),
        *(box for claim in claims for box in claim_boxes(claim, years)),
        *(box for level in levels for box in level_boxes(level, years)),
        *(box for one in paths for box in path_boxes(one, years, scale.bottom)),
    ]
    wishes = orders(record, [*said, *aims], claims, levels, scale, years)
    if years.holds(today):
        x = years.px(today)
        taken.append(Box(x - 1, top, x + 1, scale.bottom, TODAY))
    first = [
        of_today(record, today, years, top),
        *(of_path(one, top) for one in paths[-1:]),
    ]
    return Claimed(
        title,
        top,
        scale,
        tuple(
            (scale.y(tick), axis_money(tick, currency))
            for tick in scale.ticks(TICK_ROOM)
        ),
        tuple(claims),
        tuple(levels),
        tuple(paths),
        place_most(
            [[*first, *some] for some in wishes], taken, years, scale.bottom + 4
        ),
    )
