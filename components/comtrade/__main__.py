"""Recorded goods trade from UN Comtrade: ``python -m components.comtrade DIR``."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from components.comtrade.calls import Comtrade, ComtradeError
from components.comtrade.merge import Change, Kind
from components.comtrade.update import Update, rows_wanted, update, write
from components.dataset import Dataset, load
from components.problems import DataError

KEY = "COMTRADE_API_KEY"
EARLIEST = 1962  # the first year of UN Comtrade
WORDS: dict[Kind, str] = {
    "added": "added",
    "changed": "changed",
    "unchanged": "unchanged",
    "kept": "kept as it is, because a person wrote or changed it",
}


def main(
    arguments: list[str] | None = None,
    connect: Callable[[str | None], Comtrade] | None = None,
) -> int:
    """Bring a package up to UN Comtrade; return 0, or 1 if nothing was changed.

    Parameters
    ----------
    connect
        Returns what is asked, given the key; the UN's own client if None.
    """
    given = _parser().parse_args(arguments)
    try:
        dataset = load(given.folder)
        _refuse_unknown_concept(dataset, given.concept)
        comtrade = (connect or _connected)(os.environ.get(KEY) or None)
        wanted = _asked(dataset, comtrade, given)
        found = update(given.folder, wanted)
        _print_changes(found)
        if given.dry_run:
            print("Dry run: nothing was written.")
        elif any(change.kind in ("added", "changed") for change in found.changes):
            write(given.folder, found)
            print(
                "Written. The axis Over time shows it; give a fact a step to put it "
                "beside the claims. Raise version in datapackage.json and say why."
            )
        else:
            print("Nothing to write.")
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
            "records; without one the preview is asked."
        ),
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
        "--concept", default="goods", help="what the values count in this package"
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


def _connected(key: str | None) -> Comtrade:
    try:
        import comtradeapicall
    except ImportError as error:
        raise ComtradeError(
            "This command needs the UN's own client. Install it with the extra: "
            f"{sys.executable} -m pip install -e '.[comtrade]'."
        ) from error
    return Comtrade(
        key, comtradeapicall, say=lambda words: print(words, file=sys.stderr)
    )


def _refuse_unknown_concept(dataset: Dataset, concept: str) -> None:
    field = next(
        field for field in dataset.fields("readings") if field["name"] == "concept"
    )
    allowed = field.get("constraints", {}).get("enum", [concept])
    if concept not in dataset.concepts or concept not in allowed:
        raise ComtradeError(
            f"The package defines no concept “{concept}”. Define it under concepts in "
            "datapackage.json and in the list of readings.concept, or name another "
            f"with --concept: {', '.join(dataset.concepts)}."
        )


def _asked(
    dataset: Dataset, comtrade: Comtrade, given: argparse.Namespace
) -> dict[str, Any]:
    """Return the rows that the answers amount to, showing how far the calls are."""
    asked: Sequence[int] = given.years
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("UN Comtrade", total=2 * comtrade.calls(asked))
        return rows_wanted(
            dataset,
            comtrade,
            asked,
            given.concept,
            date.today(),
            lambda: progress.advance(task),
        )


def _print_changes(found: Update) -> None:
    for change in found.changes:
        if change.kind != "unchanged":
            print(f"{change.table}.csv: {change.key}: {WORDS[change.kind]}")
    print(_summary(found.changes))


def _summary(changes: Sequence[Change]) -> str:
    counts = Counter(change.kind for change in changes)
    return f"Rows: {', '.join(f'{counts[kind]} {kind}' for kind in WORDS)}."


if __name__ == "__main__":
    sys.exit(main())
