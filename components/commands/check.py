"""``trade-trajectory check``: a package against the page's own check."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from components.dataset import DATA, Dataset, load
from components.measures.sources import archived
from components.problems import DataError, Problem
from components.words.sources import archived_copies
from components.words.values import counted


def check(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", help="Folder of the package.", show_default="data"
        ),
    ] = DATA,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Check a data package as the page does, and say how to fix it.

    Ends with 0 if nothing is wrong, otherwise with 1.
    """
    checked = _checked(folder)
    if as_json:
        print(json.dumps(_as_dict(folder, checked), ensure_ascii=False, indent=2))
    elif isinstance(checked, DataError):
        _print_problems(checked)
    else:
        _print_summary(checked)
    raise typer.Exit(int(isinstance(checked, DataError)))


def _checked(folder: Path) -> Dataset | DataError:
    try:
        return load(folder)
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
    rows = (
        f"{counted(len(dataset.table(name)), 'row')} of {name}"
        for name in dataset.tables
    )
    print(f"{dataset.title}, data version {dataset.version}: {', '.join(rows)}.")
    print(f"{archived_copies(dataset.source_of.values())}.")
    print(f"No problem found{_and_warnings(dataset.warnings)}.")


def _as_dict(folder: Path, checked: Dataset | DataError) -> dict[str, object]:
    if isinstance(checked, DataError):
        problems, rows = [problem.as_dict() for problem in checked.problems], {}
        copies = reasons = 0
    else:
        problems, rows = [], {name: len(checked.table(name)) for name in checked.tables}
        copies, reasons = archived(checked.source_of.values())
    return {
        "folder": str(folder),
        "ok": not problems,
        "problems": problems,
        "warnings": [warning.as_dict() for warning in checked.warnings],
        "rows": rows,
        "sources_archived": copies,
        "sources_not_archived": reasons,
    }
