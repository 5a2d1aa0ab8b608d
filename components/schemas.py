"""The CSV files against their schemas: readable, headed, typed, linked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from components.problems import DESCRIPTOR, Problem, from_frictionless, shown


def problems(
    folder: Path, resources: dict[str, dict[str, Any]], names: Sequence[str]
) -> list[Problem]:
    """Return what keeps the CSV files from being read by their schemas.

    Parameters
    ----------
    resources
        Those of the descriptor, by name.
    names
        Of the tables.
    """
    unreadable = [
        problem for name in names if (problem := _unreadable(folder, f"{name}.csv"))
    ]
    if unreadable:
        return unreadable
    # Only a view after a change of the files pays for this import (0.5 s).
    from frictionless import FrictionlessException

    try:
        report = _package(folder, resources, names).validate()
    except FrictionlessException as error:
        return [from_frictionless(error.error, DESCRIPTOR, {})]
    except (TypeError, ValueError, AttributeError, KeyError, re.error) as error:
        return [
            Problem(
                DESCRIPTOR,
                None,
                "resources",
                f"a schema that cannot be used ({error})",
                "Table Schema as in the package that comes with the project",
                "Compare the schemas with those of that package.",
            )
        ]
    found = [from_frictionless(error, DESCRIPTOR, {}) for error in report.errors]
    # Keys that lead into a file which cannot be read say nothing new, nor do
    # the rows under a header that is wrong.
    unread = any(_of_the_file(task) for task in report.tasks)
    for task in report.tasks:
        schema = resources[task.name]["schema"]
        found += [
            from_frictionless(error, f"{task.name}.csv", schema)
            for error in _of_the_file(task) or _once_for_a_shape(task.errors)
            if not (unread and error.type == "foreign-key")
        ]
    return list(dict.fromkeys(found or _header_problems(folder, resources, names)))


def _header_problems(
    folder: Path, resources: dict[str, dict[str, Any]], names: Sequence[str]
) -> Iterator[Problem]:
    """Yield first lines that are not the header, which frictionless may skip."""
    for name in names:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            header = next(csv.reader(file), [])
        wanted = [field["name"] for field in resources[name]["schema"]["fields"]]
        if header != wanted:
            yield Problem(
                f"{name}.csv",
                1,
                None,
                shown(",".join(header)),
                "the column names of datapackage.json in the first line",
                "Remove what stands above them, or write them there.",
            )


def _package(
    folder: Path, resources: dict[str, dict[str, Any]], names: Sequence[str]
) -> Any:
    """Return the six files as frictionless checks them.

    The descriptor's own $schema, paths and links are left behind: nothing
    outside the folder is read, and nothing is fetched.
    """
    from frictionless import Package, Resource

    return Package(
        name="package",
        basepath=str(folder),
        resources=[
            Resource.from_descriptor(
                {
                    "name": name,
                    "path": f"{name}.csv",
                    "scheme": "file",
                    "format": "csv",
                    "encoding": "utf-8",
                    "dialect": {"csv": {"delimiter": ",", "quoteChar": '"'}},
                    "schema": resources[name]["schema"],
                }
            )
            for name in names
        ],
    )


def _unreadable(folder: Path, name: str) -> Problem | None:
    """Return why a file cannot be read at all, or None if it can."""
    try:
        content = (folder / name).read_bytes().removeprefix(b"\xef\xbb\xbf")
    except FileNotFoundError:
        found = "no such file"
    except OSError as error:
        found = error.strerror or str(error)
    else:
        if b"\x00" in content:
            # Each reader of CSV does something else with it.
            return Problem(
                name,
                content[: content.index(b"\x00")].count(b"\n") + 1,
                None,
                "a NUL byte, as UTF-16 has many",
                "a UTF-8 text file",
                "Save the file again as CSV UTF-8.",
            )
        if content.splitlines()[:1] not in ([], [b""]):
            return None
        found = "a file without a header in its first line"
    remedy = "Put the file into the data folder, with the columns of its schema."
    return Problem(name, None, None, found, "a CSV file that can be read", remedy)


_SHAPE = ("blank-row", "missing-cell", "extra-cell")


def _once_for_a_shape(errors: Any) -> list[Any]:
    """Return errors without those that follow from a row's wrong shape."""
    misshapen: dict[int, Any] = {}
    for error in errors:
        if error.type in _SHAPE:
            misshapen.setdefault(error.row_number, error)
    return [
        error
        for error in errors
        if misshapen.get(getattr(error, "row_number", 0), error) is error
    ]


def _of_the_file(task: Any) -> list[Any]:
    """Return the errors of a file's validation that concern no single row."""
    return [
        error for error in task.errors if getattr(error, "row_number", None) is None
    ]
