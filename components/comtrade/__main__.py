"""Recorded goods trade from UN Comtrade: ``python -m components.comtrade DIR``."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from components.comtrade import rows
from components.comtrade.calls import KEY, Comtrade, ComtradeError
from components.comtrade.merge import Change, Kind
from components.comtrade.signature import without_provenance
from components.comtrade.unknowns import overtaken
from components.comtrade.update import Update, update, write
from components.comtrade.wanted import Wanted, wanted
from components.dataset import Dataset, load
from components.problems import DataError

EARLIEST = 1962  # the first year of UN Comtrade
INTERRUPTED = 130  # what a shell expects after Ctrl+C
KINDS: tuple[Kind, ...] = ("added", "changed", "checked again", "unchanged", "kept")
WORDS: dict[Kind, str] = {
    "added": "added",
    "changed": "changed",
    "kept": "kept as it is, because a person wrote or changed it",
}
Connect = Callable[[str | None, Callable[[str], object]], Comtrade]


def _connected(key: str | None, say: Callable[[str], object]) -> Comtrade:
    return Comtrade(key, say=say)


def main(
    arguments: list[str] | None = None,
    connect: Connect = _connected,
    today: Callable[[], date] = date.today,
) -> int:
    """Bring a package up to UN Comtrade; return 0, or 1 if nothing was changed.

    Parameters
    ----------
    connect
        Returns what is asked, given the key and what is told of each wait.
    today
        Returns the day on which it is asked.
    """
    given = _parser().parse_args(arguments)
    try:
        dataset = load(given.folder)
        _refuse_unknown_concept(dataset)
        sent = _asked(dataset, given.years, connect, today())
        found = update(given.folder, sent)
        _print_found(dataset, sent, found)
        if given.dry_run:
            print("Dry run: nothing was written.")
        elif all(change.kind in ("unchanged", "kept") for change in found.changes):
            print("Nothing to write.")
        else:
            write(given.folder, found)
            print(_what_next(found))
    except KeyboardInterrupt:
        print("Stopped. No file was left half written.", file=sys.stderr)
        return INTERRUPTED
    except (ComtradeError, DataError, OSError) as error:
        print(error, file=sys.stderr)
        print("Nothing was changed.", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    last = date.today().year - 1
    parser = argparse.ArgumentParser(
        prog="python -m components.comtrade",
        description=(
            "Add or refresh recorded goods trade between the two economies of a "
            f"package, as both report it to UN Comtrade. A key in {KEY} asks for all "
            "records; without one the preview is asked, which is enough for totals."
        ),
        epilog=rows.TERMS,
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--years",
        type=years,
        default=range(last - 19, last + 1),
        metavar="FIRST-LAST",
        help="default: the last twenty years",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="only show what would change"
    )
    return parser


def years(text: str) -> range:
    """Return a range of years from ``1990-1999`` or ``1990``."""
    first, _, last = text.partition("-")
    try:
        found = range(int(first), int(last or first) + 1)
    except ValueError:
        found = range(0)
    if not found or found[0] < EARLIEST or found[-1] > date.today().year:
        raise argparse.ArgumentTypeError(
            f"years are a range such as 1990-1999, from {EARLIEST} to this year; "
            f"found “{text}”"
        )
    return found


def _refuse_unknown_concept(dataset: Dataset) -> None:
    field = next(
        field for field in dataset.fields("readings") if field["name"] == "concept"
    )
    allowed = field.get("constraints", {}).get("enum", [rows.CONCEPT])
    if rows.CONCEPT not in dataset.concepts or rows.CONCEPT not in allowed:
        raise ComtradeError(
            f"The package defines no concept “{rows.CONCEPT}”, which is what UN "
            "Comtrade counts. Define it under concepts in datapackage.json and add it "
            "to the list of readings.concept."
        )


def _asked(
    dataset: Dataset, asked: Sequence[int], connect: Connect, on: date
) -> Wanted:
    """Return what the answers amount to, showing each question and each wait."""
    columns = SpinnerColumn(), TextColumn("{task.description} …"), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Asking UN Comtrade")

        def say(words: str) -> None:
            progress.update(task, description=words)
            if not console.is_terminal:
                print(words, file=sys.stderr, flush=True)

        return wanted(dataset, connect(os.environ.get(KEY), say), asked, on)


def _print_found(dataset: Dataset, sent: Wanted, found: Update) -> None:
    for notice in sent.notices:
        print(notice)
    for change in found.changes:
        if change.kind in WORDS:
            place = f"{change.table}.csv: {change.key}"
            print(f"{place}: {WORDS[change.kind]}{_difference(change)}")
    for title, why in overtaken(dataset.unknowns, sent.years):
        print(
            f"datapackage.json: “{title}” under unknowns no longer holds as it stands: "
            f"{why}. Write it anew."
        )
    counts = Counter(change.kind for change in found.changes)
    print(f"Rows: {', '.join(f'{counts[kind]} {kind}' for kind in KINDS)}.")


def _difference(change: Change) -> str:
    """Return old and new of the cells that differ, the note only if it alone does."""
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


def _what_next(found: Update) -> str:
    if all(change.kind not in ("added", "changed") for change in found.changes):
        return "Written: the day of this check, which found no change."
    return (
        "Written. The axis Over time shows it; give a fact a step to put it beside the "
        "claims. Raise version in datapackage.json and say why. Before you publish: "
        f"{rows.TERMS}"
    )


if __name__ == "__main__":
    sys.exit(main())
