"""Check a data package as the page does: ``python -m components.check DIR``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from components.dataset import DATA, TABLES, Dataset, load
from components.problems import DataError, Problem
from components.words.values import counted


def main(arguments: list[str] | None = None) -> int:
    """Print what is wrong with a package; return 0 if nothing is, else 1."""
    parser = argparse.ArgumentParser(
        prog="python -m components.check",
        description="Check a data package as the page does.",
    )
    parser.add_argument("folder", type=Path, nargs="?", default=DATA)
    parser.add_argument("--json", action="store_true", help="print JSON for a program")
    given = parser.parse_args(arguments)
    found = checked(given.folder)
    if given.json:
        print(json.dumps(_as_dict(given.folder, found), ensure_ascii=False, indent=2))
    elif isinstance(found, DataError):
        _print_problems(found)
    else:
        _print_summary(found)
    return int(isinstance(found, DataError))


def checked(folder: Path) -> Dataset | DataError:
    """Return the package, or why not; show the stages of the work meanwhile."""
    columns = SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn()
    # What is found goes to standard output, which another program may read.
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(str(folder))
        try:
            return load(
                folder, lambda stage: progress.update(task, description=f"{stage} …")
            )
        except DataError as error:
            return error


def _print_problems(error: DataError) -> None:
    _print_each(error.warnings, " (warning)")
    _print_each(error.problems)
    print(f"{counted(len(error.problems), 'problem')}{_and_warnings(error.warnings)}.")


def _print_each(problems: Sequence[Problem], mark: str = "") -> None:
    for problem in problems:
        print(f"{problem.place}{mark}")
        print(f"  found:    {problem.found}")
        print(f"  expected: {problem.expected}")
        print(f"  remedy:   {problem.remedy}")


def _and_warnings(warnings: Sequence[Problem]) -> str:
    return f", {counted(len(warnings), 'warning')}" if warnings else ""


def _print_summary(dataset: Dataset) -> None:
    _print_each(dataset.warnings, " (warning)")
    rows = (f"{counted(len(dataset.table(name)), 'row')} of {name}" for name in TABLES)
    print(f"{dataset.title}, data version {dataset.version}: {', '.join(rows)}.")
    print(f"No problem found{_and_warnings(dataset.warnings)}.")


def _as_dict(folder: Path, found: Dataset | DataError) -> dict[str, object]:
    if isinstance(found, DataError):
        problems, rows = [problem.as_dict() for problem in found.problems], {}
    else:
        problems, rows = [], {name: len(found.table(name)) for name in TABLES}
    return {
        "folder": str(folder),
        "ok": not problems,
        "problems": problems,
        "warnings": [warning.as_dict() for warning in found.warnings],
        "rows": rows,
    }


if __name__ == "__main__":
    sys.exit(main())
