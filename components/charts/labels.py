"""Where labels stand: none on another, none cut, on the narrowest chart and wider.

A label hangs at its mark's day, to the left or to the right of it, so that what is
apart on a narrow chart is further apart on a wide one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache, partial

from components.charts.timeaxis import EDGE, NARROWEST, Years

SIZE, LINE = 12, 17  # px
GAP = 8  # px between a mark and its label
SAME = 0.01  # px between what lies on the same day
NEAR = 0.4  # px within which two marks are at the same place
BESIDE = 14  # px within which a label seems to belong to a mark
LEADER_ROOM = 3  # px
STUB = 8  # px that a label may stand above its mark without a leader
# How wide letters are, of the size of the text, on a font wider than the page's own.
WIDTHS = {
    **dict.fromkeys("ijlIft.,:;'’|!()[] ", 0.32),
    **dict.fromkeys("rcksvxyz", 0.5),
    **dict.fromkeys("mwMW%@—", 0.9),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.7),
}
LETTER, WIDE = 0.57, 1.05


@dataclass(frozen=True)
class Box:
    """What is taken on the narrowest chart, in px.

    Parameters
    ----------
    owner
        The mark that it belongs to: a label's leader may begin there.
    is_leader
        Whether it is the line to a label; two of these may share their place.
    first, last
        Where the days lie that it hangs at, if not at its edges.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    owner: str = ""
    is_leader: bool = False
    first: float | None = None
    last: float | None = None

    @cached_property
    def core(self) -> Box:
        """What a leader must not cross: it may pass along an edge."""
        by = min(LEADER_ROOM, (self.x1 - self.x0) / 2)
        return replace(self, x0=self.x0 + by, x1=self.x1 - by)

    def meets(self, other: Box) -> bool:
        """Return whether two boxes overlap."""
        return not (self.is_leader and other.is_leader) and (
            self.x0 < other.x1
            and other.x0 < self.x1
            and self.y0 < other.y1
            and other.y0 < self.y1
        )


@dataclass(frozen=True)
class Wish:
    """A label that looks for a place.

    Parameters
    ----------
    lines
        Its text; of the first line `head` is emphasised.
    day, y
        Where its mark begins, and its height.
    tops
        Where it may begin, in px from the top, the best first.
    tone
        A name of a colour of the palette.
    owner
        Its mark.
    gap
        From its mark, in px.
    until
        Where its mark ends, if that is another day.
    pole
        Where a leader to its mark stands, if not where the mark begins.
    flag
        Whether a leader ties it to its mark where it stands apart.
    is_important
        Whether it is placed rather than others.
    shorter
        Its text where the whole finds no place, the longest first.
    over
        Marks on which it may stand.
    is_strict
        Whether it leads to the middle of the chart alone.
    at_worst_over
        Marks on which it may stand rather than have no place.
    """

    lines: tuple[str, ...]
    day: date
    y: float
    tops: tuple[float, ...]
    tone: str = "ink"
    head: str = ""
    owner: str = ""
    gap: float = GAP
    until: date | None = None
    pole: date | None = None
    flag: bool = True
    is_important: bool = False
    shorter: tuple[tuple[str, ...], ...] = ()
    over: tuple[str, ...] = ()
    is_strict: bool = False
    at_worst_over: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """Height of the text, in px."""
        return LINE * len(self.lines)

    @property
    def width(self) -> float:
        """Width of the text at most, in px."""
        return max(text_width(line) for line in self.lines)


@dataclass(frozen=True)
class Label:
    """A label in its place.

    Parameters
    ----------
    top
        In px from the top of the chart.
    leads_right
        Whether the text begins at its day; else it ends there.
    leader
        From where to where a line ties it to its mark, in px; None if it is beside.
    is_whole
        Whether it says all that was asked for.
    """

    lines: tuple[str, ...]
    head: str
    day: date
    top: float
    leads_right: bool
    gap: float
    tone: str
    leader: tuple[float, float] | None = None
    is_important: bool = False
    is_whole: bool = True


# A label in a place, what its text covers, and what its leader does.
Offer = tuple[Label, Box, list[Box]]
Offered = Callable[[Wish], Sequence[Offer]]


@lru_cache(maxsize=4096)
def text_width(text: str, size: float = SIZE) -> float:
    """Return how wide a text is at most, in px."""
    return size * sum(
        WIDE
        if unicodedata.east_asian_width(letter) in "WF"
        else WIDTHS.get(letter, LETTER)
        for letter in text
    )


def place_most(
    orders: Sequence[Sequence[Wish]], taken: Sequence[Box], years: Years, bottom: float
) -> tuple[Label, ...]:
    """Return the labels in the order that places most, important ones first."""
    # Each order asks for the same labels at the same places.
    offered = cache(partial(_offered, years=years, bottom=bottom))
    best: tuple[Label, ...] = ()
    for wishes in orders:
        labels = _placed(wishes, taken, years, offered)
        if not best or _worth(labels) > _worth(best):
            best = labels
        if len(best) == len(wishes) and all(label.is_whole for label in best):
            break  # no other order places more
    return best


def _worth(labels: Sequence[Label]) -> tuple[int, int, int]:
    """Return how many labels are important, how many of these whole, and how many."""
    important = [label for label in labels if label.is_important]
    return len(important), sum(label.is_whole for label in important), len(labels)


def in_steps(wishes: Sequence[Wish], years: Years) -> list[list[Wish]]:
    """Return orders in which labels rise like steps and cross no leader."""
    ordered = sorted(wishes, key=lambda wish: wish.day)
    left = [wish for wish in ordered if years.is_left(wish.day)][::-1]
    right = [wish for wish in ordered if not years.is_left(wish.day)]
    orders = [[*right, *left], [*left, *right], ordered, ordered[::-1]]
    orders += [
        sorted(order, key=lambda wish: not wish.is_important) for order in orders
    ]
    # A label on its second side is in the way of what would step over it.
    strict = [[replace(wish, is_strict=True) for wish in order] for order in orders]
    return [*orders, *strict]


def place(
    wishes: Sequence[Wish], taken: Sequence[Box], years: Years, bottom: float
) -> tuple[Label, ...]:
    """Return the labels that find a place; the first asked come first.

    Parameters
    ----------
    taken
        Marks, titles and whatever no label may cover.
    bottom
        The lowest px of a label; none begins above 0.
    """
    offered = partial(_offered, years=years, bottom=bottom)
    return _placed(wishes, taken, years, offered)


def _placed(
    wishes: Sequence[Wish], taken: Sequence[Box], years: Years, offered: Offered
) -> tuple[Label, ...]:
    placed: list[Label] = []
    boxes = list(taken)
    for wish in wishes:
        tries = (_place(way, boxes, years, offered(way)) for way in _ways(wish))
        label = next(filter(None, tries), None)
        if label is not None:
            placed.append(replace(label, is_whole=label.lines == wish.lines))
            boxes += boxes_of(label, years)
    return tuple(placed)


def _ways(wish: Wish) -> Iterator[Wish]:
    """Yield a label with each of its texts, and at last over what it may cross."""
    for over in dict.fromkeys((wish.over, (*wish.over, *wish.at_worst_over))):
        for lines in (wish.lines, *wish.shorter):
            yield replace(wish, lines=lines, over=over)


def _place(
    wish: Wish, boxes: Sequence[Box], years: Years, offered: Sequence[Offer]
) -> Label | None:
    boxes = [box for box in boxes if box.owner not in wish.over]
    others = [box for box in boxes if box.owner != wish.owner]
    for label, text, leader in offered:
        if (
            not any(text.meets(box) for box in boxes)
            and not any(line.meets(box.core) for line in leader for box in others)
            and _belongs(label, text, wish, others, years)
        ):
            return label
    return None


def _offered(wish: Wish, years: Years, bottom: float) -> list[Offer]:
    """Return the places of a label that are on the chart, the best first."""
    sides = (True, False) if years.is_left(wish.day) else (False, True)
    offered: list[Offer] = []
    for top in wish.tops:
        for leads_right in sides[:1] if wish.is_strict else sides:
            label = _label(wish, top, leads_right=leads_right)
            text, *leader = boxes_of(label, years)
            is_inside = text.x0 >= 0 and text.x1 <= NARROWEST + EDGE
            if is_inside and text.y0 >= 0 and text.y1 <= bottom:
                offered.append((label, text, leader))
    return offered


def _label(wish: Wish, top: float, *, leads_right: bool) -> Label:
    leader = None
    end = top + wish.height
    if wish.flag and (wish.y < top - STUB or wish.y > end + STUB):
        leader = (top + 2, wish.y) if top < wish.y else (wish.y, end - 2)
    gap = 4 if leader else wish.gap
    day = (wish.until or wish.day) if leads_right else wish.day
    if leader and wish.pole:
        day = wish.pole
    return Label(
        wish.lines,
        wish.head,
        day,
        top,
        leads_right,
        gap,
        wish.tone,
        leader,
        wish.is_important,
    )


def _belongs(
    label: Label, text: Box, wish: Wish, others: Sequence[Box], years: Years
) -> bool:
    """Return whether nobody takes a label for that of another mark, on any width."""
    return not any(_comes_between(label, text, box, years) for box in others) and not (
        wish.flag
        and not label.leader
        and any(_is_nearer(text, wish, box) for box in others)
    )


def _is_nearer(text: Box, wish: Wish, box: Box) -> bool:
    """Return whether a label without a leader would seem to belong to another mark."""
    if not box.owner or text.x0 > box.x1 + BESIDE or box.x0 > text.x1 + BESIDE:
        return False
    middle = (text.y0 + text.y1) / 2
    return abs((box.y0 + box.y1) / 2 - middle) < abs(wish.y - middle)


def _comes_between(label: Label, text: Box, box: Box, years: Years) -> bool:
    """Return whether something between a label and its day moves into the text.

    It does where the chart is wider, since the text stays as far from its day.
    """
    if not (text.y0 < box.y1 and box.y0 < text.y1):
        return False
    x = years.px(label.day)
    first = box.x0 if box.first is None else box.first
    last = box.x1 if box.last is None else box.last
    if label.leads_right:
        return box.x1 <= text.x0 and last > x + SAME
    return box.x0 >= text.x1 and first < x - SAME


def boxes_of(label: Label, years: Years) -> list[Box]:
    """Return what a label covers on the narrowest chart: its text, and its leader."""
    x = years.px(label.day)
    width = max(text_width(line) for line in label.lines)
    x0 = x + label.gap if label.leads_right else x - label.gap - width
    end = label.top + LINE * len(label.lines)
    text = Box(x0, label.top, x0 + width, end, first=x, last=x)
    if label.leader is None:
        return [text]
    top, bottom = label.leader
    return [
        text,
        Box(x - NEAR, top, x + NEAR, bottom, is_leader=True, first=x, last=x),
    ]


def tops_around(y: float, height: float, most: float) -> tuple[float, ...]:
    """Return where a label beside its mark may begin: at its height, or moved."""
    beside = y - height / 2
    steps = range(0, int(most) + 1, 4)
    return tuple(
        beside + sign * step for step in steps for sign in (-1, 1) if step or sign > 0
    )
