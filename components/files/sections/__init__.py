"""What stands under the trajectory in the static twin: the tabs of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from components.files.printed import Taken
from components.files.sections import take
from components.measures.record import Record
from components.words import labels
from components.words.names import TABS


@dataclass(frozen=True)
class Section:
    """A part of the page: its name in links, its heading, and what it shows."""

    key: str
    title: str
    html: str


# A tab without a module of its key is left out.
_TABS = {key: f"{__name__}.{key}" for key in TABS if find_spec(f"{__name__}.{key}")}


def sections(record: Record, taken: Taken) -> Iterator[Section]:
    """Yield the parts in the order of the page's tabs, and what can be taken away."""
    for key, module in _TABS.items():
        if key == "pledges" and record.dataset.pledges.empty:
            continue
        html: str = import_module(module).html(record, taken)
        yield Section(key, TABS[key], html)
    yield Section("take", labels.TAKE, take.html(record, taken))
