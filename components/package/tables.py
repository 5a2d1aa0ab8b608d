"""The CSV files by their schemas: typed frames, or what is wrong with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from components.package import headers, model
from components.package.cells import read_rows
from components.package.columns import Column
from components.package.intact import intact
from components.package.keys import Table, as_names, key_problems, reference_problems
from components.package.kinds import DATE, LIST, SEPARATOR, TYPES, Type
from components.package.letters import damaged, hidden, misread
from components.package.names import Place, doubles, twins
from components.package.texts import read_text
from components.problems import DESCRIPTOR, DataError, Problem


@dataclass(frozen=True)
class Tables:
    """What the files of a package hold.

    Parameters
    ----------
    frames
        One for each file that could be read, typed as in its schema.
    lines
        The line of the file on which each row of a frame begins.
    problems, warnings
        What keeps the package from being used, and what only looks wrong.
    texts
        Those that could be read, as they stand in their files.
    bad
        Positions of the rows with a cell that could not be read.
    """

    frames: dict[str, pd.DataFrame]
    lines: dict[str, Sequence[int]]
    problems: list[Problem]
    warnings: list[Problem]
    texts: dict[str, Table]
    bad: dict[str, frozenset[int]]

    def intact(self) -> tuple[dict[str, pd.DataFrame], dict[str, Sequence[int]]]:
        """Return frames and lines of the rows that every rule can check."""
        if not self.problems:
            return self.frames, self.lines
        return intact(self.frames, self.texts, self.bad)


def read_tables(
    folder: Path, resources: Mapping[str, Mapping[str, Any]], names: Sequence[str]
) -> Tables:
    """Return the tables of a package and what is wrong with them.

    Parameters
    ----------
    resources
        Those of the descriptor, by name.
    names
        Of the tables.
    """
    problems: list[Problem] = []
    tables: dict[str, Table] = {}
    for name in names:
        try:
            tables[name], wrong = _table(folder, name, resources[name]["schema"])
            problems += wrong
        except DataError as error:
            problems += error.problems
    bad: dict[str, frozenset[int]] = {}
    frames, lost = {}, [cell for table in tables.values() for cell in _cells(table)]
    for name, table in tables.items():
        columns, wrong, bad[name] = _columns(table)
        frames[name] = pd.DataFrame(columns)
        problems += [*wrong, *key_problems(table)]
        keys = as_names(table.schema["primaryKey"])
        if any(problem.column in keys for problem in wrong):
            tables[name] = replace(table, whole=False)
    named = _names(frames, tables)
    problems += [*reference_problems(tables), *damaged(lost), *twins(named)]
    lines = {name: table.lines for name, table in tables.items()}
    addresses = (cell for cell in lost if cell[2] in model.ADDRESSES)
    odd = [*misread(lost), *hidden(addresses), *doubles(named)]
    return Tables(frames, lines, problems, odd, tables, bad)


def empty_table(table: str) -> pd.DataFrame:
    """Return a table that a package has left out."""
    types = model.types(table)
    return pd.DataFrame(
        {
            name: pd.Series(dtype=TYPES[types[name]].dtype)
            for name in model.required(table)
        }
    )


def undescribed(
    folder: Path, names: Sequence[str], optional: Sequence[str]
) -> list[Problem]:
    """Return files that go unread because the description leaves them out.

    Parameters
    ----------
    names, optional
        Of the tables that are described, and of those that may be.
    """
    return [
        Problem(
            f"{name}.csv",
            None,
            None,
            f"a file that {DESCRIPTOR} does not describe",
            f"its schema in {DESCRIPTOR}",
            "Copy the schema from the data package that comes with the project, or "
            "remove the file.",
        )
        for name in optional
        if name not in names and (folder / f"{name}.csv").exists()
    ]


def _table(
    folder: Path, name: str, schema: Mapping[str, Any]
) -> tuple[Table, list[Problem]]:
    """Return a file as texts, and rows of it that had to be left out.

    Raises
    ------
    DataError
        If nothing of it can be used.
    """
    file, wanted = f"{name}.csv", [field["name"] for field in schema["fields"]]
    text = read_text(folder, file)
    unlike = headers.layout_problem(text, file, wanted)
    if unlike:
        raise DataError([unlike])
    head, *rows = read_rows(text, file)
    misnamed = list(headers.header_problems([head, *rows], file, wanted))
    if misnamed:
        raise DataError(misnamed)
    names = head.cells
    problems = [
        *headers.shape_problems(rows, file, names),
        *headers.swallowed_rows(rows, file, names),
    ]
    good = [
        row
        for row in rows
        if len(row.cells) == len(names) and not headers.is_blank(row)
    ]
    cells = list(zip(*(row.cells for row in good), strict=True))
    by_name = dict(zip(names, cells or [()] * len(names), strict=True))
    columns = {name: by_name[name] for name in wanted}
    lines = [row.line for row in good]
    return Table(name, schema, columns, lines, not problems), problems


def _columns(
    table: Table,
) -> tuple[dict[str, pd.Series], list[Problem], frozenset[int]]:
    """Return the typed columns of a table, and the cells that have another type."""
    series, problems, bad = {}, [], set[int]()
    for field in table.schema["fields"]:
        name = field["name"]
        kind = type_of(table.name, field)
        column = Column(table.file, field, kind, table.columns[name], table.lines)
        series[name], wrong, places = column.read()
        problems += wrong
        bad |= places
    return series, problems, frozenset(bad)


def type_of(table: str, field: Mapping[str, Any]) -> Type:
    """Return how the cells of a column are read."""
    if field["name"] in model.DATES[table]:
        return DATE
    if field["name"] in model.LISTS[table]:
        return LIST
    return TYPES[field["type"]]


def _names(
    frames: Mapping[str, pd.DataFrame], tables: Mapping[str, Table]
) -> dict[str, list[Place]]:
    """Return where each name stands, those in lists by themselves."""
    places_of: dict[str, list[Place]] = defaultdict(list)
    for name, table in tables.items():
        for column in model.NAMES[name]:
            places = [Place(table.file, line, column) for line in table.lines]
            for text, place in zip(frames[name][column], places, strict=True):
                parts = text.split(SEPARATOR) if column in model.LISTS[name] else [text]
                for part in filter(None, parts):
                    places_of[part].append(place)
    return places_of


def _cells(table: Table) -> Iterator[tuple[str, int | None, str, str]]:
    """Yield the cells that are not plain ASCII, with their places."""
    for name, cells in table.columns.items():
        for line, text in zip(table.lines, cells, strict=True):
            if not text.isascii():
                yield table.file, line, name, text
