"""What a refresh found, told to the person who asked for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from components.comtrade.merge import Change, Kind
from components.comtrade.signature import without_provenance
from components.comtrade.unknowns import overtaken
from components.comtrade.update import Update
from components.comtrade.wanted import Wanted
from components.dataset import Dataset
from components.words import terms

KINDS: tuple[Kind, ...] = ("added", "changed", "checked again", "unchanged", "kept")
WORDS: dict[Kind, str] = {
    "added": "added",
    "changed": "changed",
    "kept": "kept as it is, because a person wrote or changed it",
}


def told(dataset: Dataset, sent: Wanted, planned: Update) -> Iterator[str]:
    """Yield a line for each notice and change, and one that counts the rows."""
    yield from sent.notices
    for change in planned.changes:
        if change.kind in WORDS:
            place = f"{change.table}.csv: {change.key}"
            yield f"{place}: {WORDS[change.kind]}{_difference(change)}"
    for title, why in overtaken(dataset.unknowns, sent.years):
        yield (
            f"datapackage.json: “{title}” under unknowns no longer holds as it stands: "
            f"{why}. Write it anew."
        )
    counts = Counter(change.kind for change in planned.changes)
    yield f"Rows: {', '.join(f'{counts[kind]} {kind}' for kind in KINDS)}."


def _difference(change: Change) -> str:
    """Return the cells that differ, old and new; the note only if nothing else does."""
    if change.old is None:
        return f", {change.new['value']}" if "value" in change.new else ""
    old, new = without_provenance(change.old), without_provenance(change.new)
    if change.table == "facts":
        old, new = ({"headline": row["headline"]} for row in (old, new))
    names = [name for name in new if old.get(name) != new[name] and name != "note"]
    return "".join(
        f"; {name}: {old.get(name) or 'nothing'} → {new[name]}"
        for name in names or ["note"]
    )


def is_to_write(planned: Update) -> bool:
    """Return whether any row of the package would change."""
    return any(change.kind not in ("unchanged", "kept") for change in planned.changes)


def what_next(planned: Update) -> str:
    """Return what was written, and what is left to the person."""
    if all(change.kind not in ("added", "changed") for change in planned.changes):
        return "Written: the day of this check, which found no change."
    return (
        "Written. The axis Over time shows it; give a fact a step to put it beside the "
        "claims. Raise version in datapackage.json and say why. Before you publish: "
        f"{terms.COMTRADE}"
    )
