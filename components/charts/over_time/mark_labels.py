"""Where the labels of claims, targets and the reader's year stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from components.charts.labels import LINE, Box, Wish, in_steps, tops_around
from components.charts.over_time.marks import MARK, Claim, Level, Path
from components.charts.scales import Scale
from components.charts.timeaxis import Years
from components.measures.readings import REPORTED, Reading
from components.measures.record import Record
from components.words import over_time as words
from components.words.values import stated

BUTTON = 250  # px left of it on the narrowest chart
MOVED = 60  # px that a label may stand from its mark
CROWD = 0.02  # of a linear axis: below it labels would stand on each other
MOST = 40  # claims but the steps that ask for a label: no panel has room for more
TODAY, PATH = "today", "path"


def claim_boxes(claim: Claim, years: Years) -> list[Box]:
    """Return what the line of a claim and its mark cover."""
    x0, x1 = years.px(claim.span.first), years.px(claim.span.end)
    x, y = (x0 + x1) / 2, claim.y
    above = LINE if claim.is_questioned else 8 if claim.open_above else 0
    return [
        Box(x0, y - 3, x1, y + 3, claim.owner),
        _mark_box(x, y, claim.owner, above),
    ]


def _mark_box(x: float, y: float, owner: str, above: float = 0) -> Box:
    return Box(x - MARK, y - MARK - above, x + MARK, y + MARK, owner, first=x, last=x)


def level_boxes(level: Level, years: Years) -> list[Box]:
    """Return what the line of a target and its mark cover."""
    end = years.px(level.end or years.last)
    x, owner = years.px(level.named.first), level.reading_id
    above = LINE if level.is_questioned else 8 if level.open_above else 0
    lines = [Box(x, y - 3, end, y + 3, owner) for y in level.ys]
    return [*lines, _mark_box(years.px(level.mark), level.y, owner, above)]


def path_boxes(path: Path, years: Years, foot: float) -> list[Box]:
    """Return what the hatching under a path covers."""
    xs = [years.px(day) for day in path.days]
    return [
        Box(x0, y1, x1, foot, PATH)
        for x0, x1, y1 in zip(xs, xs[1:], path.ys[1:], strict=False)
    ]


def orders(
    record: Record,
    drawn: Sequence[Reading],
    claims: Sequence[Claim],
    levels: Sequence[Level],
    scale: Scale,
    years: Years,
) -> list[list[Wish]]:
    """Return the labels by rank, and in orders that may place more of them.

    The rank: targets, steps, other claims.
    """
    reading = {item.reading_id: item for item in drawn}
    of_steps = [item.reading_id for item in record.claims]
    least = 0.0 if scale.logarithmic else CROWD * scale.high
    shown = [claim for claim in reversed(claims) if claim.is_headline]
    first = [claim for claim in shown if claim.reading_id in of_steps]
    rest = [c for c in shown if c not in first and c.value >= least][:MOST]
    aims = [_target_wish(level, reading[level.reading_id]) for level in levels]
    said = [
        replace(
            _claim_wish(claim, reading[claim.reading_id], claims, years),
            is_important=claim in first,
        )
        for claim in (*first, *rest)
    ]
    return [[*aims, *said], *([*aims, *some] for some in in_steps(said, years))]


def _target_wish(level: Level, target: Reading) -> Wish:
    lines = words.target_lines(target)
    return Wish(
        lines,
        level.named.first,
        level.y,
        tops_around(level.y, LINE * len(lines), MOVED),
        level.tone,
        stated(target),
        level.reading_id,
        gap=MARK + 5,
        is_important=True,
        shorter=words.shorter_target(target),
        at_worst_over=(TODAY,),
    )


def _claim_wish(
    claim: Claim, reading: Reading, claims: Sequence[Claim], years: Years
) -> Wish:
    near = _beside(claim, claims, years)
    lines = words.claim_lines(reading)
    return Wish(
        lines,
        min(item.span.first for item in near),
        claim.y,
        tops_around(claim.y, LINE * len(lines), MOVED),
        REPORTED,
        stated(reading),
        claim.owner,
        gap=MARK + 5,
        until=max(item.span.end for item in near),
        pole=claim.span.middle,
        shorter=((stated(reading),),),
    )


def _beside(claim: Claim, claims: Sequence[Claim], years: Years) -> list[Claim]:
    """Return the claims that touch one on the narrowest chart, itself among them."""
    near = [claim]
    for item in claims:
        boxes = [box for one in near for box in claim_boxes(one, years)]
        if item.owner == claim.owner and any(
            box.meets(other) for box in claim_boxes(item, years) for other in boxes
        ):
            near.append(item)
    return near


def of_path(path: Path, top: float) -> Wish:
    """Return the label of the reader's year, above its path."""
    return Wish(
        (path.name,),
        path.days[-1],
        top,
        _first_rows(top),
        "quiet",
        owner=PATH,
        gap=4,
        flag=False,
        over=(TODAY,),
    )


def of_today(record: Record, today: date, years: Years, top: float) -> Wish:
    """Return the label of today, or of where it lies beyond the axis."""
    here = years.holds(today)
    # Left of the button that saves the picture, which stands in the corner.
    gap = max(4, years.px(today if here else years.last) - BUTTON)
    return Wish(
        (words.today(record, beyond=not here),),
        today if here else years.last,
        top,
        _first_rows(top),
        "quiet",
        owner=TODAY,
        gap=gap,
        flag=False,
    )


def _first_rows(top: float) -> tuple[float, ...]:
    return tuple(top + LINE * number for number in range(3))
