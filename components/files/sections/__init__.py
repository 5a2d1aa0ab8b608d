"""What stands under the trajectory in the static twin: the tabs of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from components.files.printed import Taken
from components.files.sections import (
    agreements,
    data,
    pledges,
    take,
    timeline,
    track,
    voices,
)
from components.measures.record import Record
from components.words import labels
from components.words.names import TABS


@dataclass(frozen=True)
class Section:
    """A part of the page: its name in links, its heading, and what it shows."""

    key: str
    title: str
    html: str


_TAKE = "take"
_PARTS: dict[str, Callable[[Record, Taken], str]] = {
    "agreements": agreements.html,
    "timeline": timeline.html,
    "track": track.html,
    "pledges": pledges.html,
    "voices": voices.html,
    "data": data.html,
    _TAKE: take.html,
}
assert set(_PARTS) == {*TABS, _TAKE}


def sections(record: Record, taken: Taken) -> Iterator[Section]:
    """Yield the parts in the order of the page's tabs, and what can be taken away."""
    titles = {**TABS, _TAKE: labels.TAKE}
    for key, html in _PARTS.items():
        if key == "pledges" and record.dataset.pledges.empty:
            continue
        yield Section(key, titles[key], html(record, taken))
