"""The data package as typed frames, or every reason why it cannot be used."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from components import rules
from components.currency import DEFAULT
from components.package import schemas
from components.package.description import read_description
from components.package.model import OPTIONAL_TABLES, PLEDGE_TABLES, TABLES
from components.package.tables import empty_table, read_tables, undescribed
from components.problems import DESCRIPTOR, DataError, Problem

# The project's own package, unless another is asked for.
DATA = Path(__file__).parent.parent / "data"
FILES = (DESCRIPTOR, *(f"{table}.csv" for table in (*TABLES, *OPTIONAL_TABLES)))


@dataclass(frozen=True)
class Economy:
    """One of the two economies: ISO 3166-1 alpha-3 code and name."""

    code: str
    name: str


@dataclass(frozen=True)
class Replay:
    """A day of the past on which a package is shown as it was known.

    Parameters
    ----------
    day
        That day.
    undated_rows
        How many rows are left out because they carry no day, by table.
    hidden_cells
        How many cells are emptied because they carry no day, by table and column.
    printed_later
        How many sources are cited that were printed after what was said in public.
    """

    day: date
    undated_rows: Mapping[str, int]
    hidden_cells: Mapping[tuple[str, str], int]
    printed_later: int

    @property
    def rows(self) -> int:
        """How many rows are left out because they carry no day."""
        return sum(self.undated_rows.values())


@dataclass(frozen=True)
class Dataset:
    """A checked data package.

    Text cells that hold nothing are empty strings; other missing values are
    ``pd.NA``. Frames are shared between readers: copy before changing one.

    Parameters
    ----------
    descriptor
        ``datapackage.json`` as it stands.
    economies
        First and second economy.
    state
        The fingerprint of the files that were read.
    facts, readings, agreements, events, evidence, sources, rungs
        One frame per file, columns as in the schema; empty where a package has no
        such file.
    warnings
        What looks wrong and may be right.
    pledges, pledge_values, pledge_sources
        The same; without rows or columns where the package has none.
    replay
        The day on which it is shown as it was known; None for all that is known.
    """

    descriptor: Mapping[str, Any]
    economies: tuple[Economy, Economy]
    state: str
    facts: pd.DataFrame
    readings: pd.DataFrame
    agreements: pd.DataFrame
    events: pd.DataFrame
    evidence: pd.DataFrame
    sources: pd.DataFrame
    rungs: pd.DataFrame
    warnings: tuple[Problem, ...] = ()
    pledges: pd.DataFrame = field(default_factory=pd.DataFrame)
    pledge_values: pd.DataFrame = field(default_factory=pd.DataFrame)
    pledge_sources: pd.DataFrame = field(default_factory=pd.DataFrame)
    replay: Replay | None = None

    @property
    def title(self) -> str:
        """Title of the package."""
        return str(self.descriptor["title"])

    @property
    def name(self) -> str:
        """Machine name of the package, used in file names."""
        return str(self.descriptor["name"])

    @property
    def version(self) -> str:
        """Version of the data."""
        return str(self.descriptor["version"])

    @property
    def currency(self) -> str:
        """The one currency of the package's money, by its code of ISO 4217."""
        return str(self.descriptor.get("currency", DEFAULT))

    @property
    def concepts(self) -> dict[str, dict[str, Any]]:
        """Definition of each concept and whether it is drawn, by name."""
        return {item["name"]: item for item in self.descriptor["concepts"]}

    @property
    def contributors(self) -> tuple[str, ...]:
        """Names of the bodies or persons who made the package."""
        people = self.descriptor.get("contributors", [])
        return tuple(item["title"] for item in people if item.get("title"))

    @property
    def unknowns(self) -> list[dict[str, str]]:
        """What is not known: title and text."""
        return list(self.descriptor.get("unknowns", []))

    @cached_property
    def source_of(self) -> dict[str, dict[str, Any]]:
        """The rows of ``sources`` and ``pledge_sources`` by identifier."""
        sources = _rows_by(self.sources, "source_id")
        if self.pledge_sources.empty:
            return sources
        return sources | _rows_by(self.pledge_sources, "source_id")

    @cached_property
    def fact_of(self) -> dict[str, dict[str, Any]]:
        """The rows of ``facts`` by identifier."""
        return _rows_by(self.facts, "fact_id")

    @cached_property
    def reading_of(self) -> dict[str, dict[str, Any]]:
        """The rows of ``readings`` by identifier."""
        return _rows_by(self.readings, "reading_id")

    @cached_property
    def pointing_at(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of ``readings`` that restate, replace or withdraw, by fact."""
        rows: dict[str, list[dict[str, Any]]] = {}
        if "relates_to" in self.readings:
            for row in records(self.readings[self.readings["relates_to"].ne("")]):
                goal = row["relates_to"]
                fact = self.reading_of.get(goal, {"fact_id": goal})["fact_id"]
                rows.setdefault(fact, []).append(row)
        return rows

    @cached_property
    def readings_of_fact(self) -> dict[str, list[tuple[int, dict[str, Any]]]]:
        """The rows of ``readings`` by fact, each with its place in the file."""
        rows: dict[str, list[tuple[int, dict[str, Any]]]] = {}
        for placed in enumerate(records(self.readings)):
            rows.setdefault(placed[1]["fact_id"], []).append(placed)
        return rows

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that the package has, in their order."""
        return tables_of(self.descriptor)

    @cached_property
    def cited_by(self) -> dict[str, str]:
        """The source of each row that gives a value, by its identifier."""
        keys = (
            ("readings", "reading_id"),
            ("pledges", "pledge_id"),
            ("pledge_values", "value_id"),
        )
        sources: dict[str, str] = {}
        for table, key in keys:
            frame = self.table(table)
            if not frame.empty:
                sources |= dict(zip(frame[key], frame["source_id"], strict=True))
        return sources

    def table(self, name: str) -> pd.DataFrame:
        """Return one of the frames by the name of its file."""
        frame: pd.DataFrame = getattr(self, name)
        return frame

    @property
    def row_count(self) -> int:
        """Number of rows of all tables."""
        return sum(len(self.table(name)) for name in self.tables)

    def fields(self, table: str) -> list[dict[str, Any]]:
        """Return the schema's fields of one table, in order."""
        return list(_resources(self.descriptor)[table]["schema"]["fields"])


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries by column."""
    # Arrow's texts are read in half the time by column.
    columns = [frame[name].astype(object).tolist() for name in frame.columns]
    return [
        dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)
    ]


def _rows_by(frame: pd.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return rows as dictionaries by the cell of one column."""
    return {row[key]: row for row in records(frame)}


def fingerprint(folder: Path) -> str:
    """Return a text that changes whenever a file of the package changes."""
    marks = []
    for name in FILES:
        try:
            stat = (folder / name).stat()
            # A repaired permission changes neither the content nor its time.
            marks.append(
                f"{name} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_mode} "
                f"{stat.st_size} {stat.st_ino}"
            )
        except OSError:
            marks.append(f"{name} absent")
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


@cache
def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data", nargs="?")
    return parser


def chosen_folder(arguments: Sequence[str], environment: Mapping[str, str]) -> Path:
    """Return the folder of the package that is asked for, or the project's own.

    Parameters
    ----------
    arguments
        Of the command line; ``--data DIR`` has precedence.
    environment
        ``TRADE_DATA`` is used if the command line names no folder.
    """
    given, _ = _parser().parse_known_args(arguments)
    return Path(given.data or environment.get("TRADE_DATA") or DATA)


def load(folder: Path) -> Dataset:
    """Return the package in a folder.

    Parameters
    ----------
    folder
        Holds ``datapackage.json`` and the CSV files that it describes.

    Raises
    ------
    DataError
        If anything is wrong with it; names every problem found.
    """
    state = fingerprint(folder)
    descriptor, odd = read_description(folder)
    names = tables_of(descriptor)
    if problems := schemas.problems(descriptor, names):
        raise DataError(problems, odd)
    tables = read_tables(folder, _resources(descriptor), names)
    warnings = [*odd, *tables.warnings]
    problems = [*undescribed(folder, names, OPTIONAL_TABLES), *tables.problems]
    frames = {name: empty_table(name) for name in OPTIONAL_TABLES} | tables.frames
    economies = tuple(
        Economy(item["code"], item["name"]) for item in descriptor["economies"]
    )
    codes = [economy.code for economy in economies]
    if all(name in tables.frames for name in names):
        rows, lines = tables.intact()
        problems += rules.problems(
            {**frames, **rows}, codes, lines, descriptor.get("currency", DEFAULT)
        )
        warnings += rules.warnings(rows, lines)
    if problems:
        raise DataError(problems, warnings)
    return Dataset(
        MappingProxyType(descriptor),
        (economies[0], economies[1]),
        state,
        **frames,
        warnings=tuple(warnings),
        replay=None,
    )


def tables_of(descriptor: Any) -> tuple[str, ...]:
    """Return the names of the tables that a description should describe."""
    resources = descriptor.get("resources") if isinstance(descriptor, Mapping) else None
    named = [
        item.get("name")
        for item in (resources if isinstance(resources, list) else ())
        if isinstance(item, dict)
    ]
    has_pledges = any(table in named for table in PLEDGE_TABLES)
    wanted = {*named, *(PLEDGE_TABLES if has_pledges else ())}
    return (*TABLES, *(table for table in OPTIONAL_TABLES if table in wanted))


def _resources(descriptor: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the resource descriptors by name."""
    return {resource["name"]: resource for resource in descriptor["resources"]}
