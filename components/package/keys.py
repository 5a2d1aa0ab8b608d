"""Whether keys are unique and references point at rows that exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.package.names import apart, folded
from components.problems import Problem, rows_named, shown

Key = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One file as texts.

    Parameters
    ----------
    name
        Of the table.
    schema
        As the descriptor has it.
    columns
        The texts of each column, row by row.
    lines
        The line of the file on which each row begins.
    whole
        Whether every row of the file is here, each with a valid identifier.
    """

    name: str
    schema: Mapping[str, Any]
    columns: Mapping[str, Sequence[str]]
    lines: Sequence[int]
    whole: bool

    @property
    def file(self) -> str:
        """Name of the file."""
        return f"{self.name}.csv"

    def keys(self, names: Sequence[str]) -> list[Key]:
        """Return the cells of some columns, row by row."""
        return list(zip(*(self.columns[name] for name in names), strict=True))


def as_names(fields: Any) -> list[str]:
    """Return one name or several as a list."""
    return [fields] if isinstance(fields, str) else list(fields)


def key_problems(table: Table) -> Iterator[Problem]:
    """Yield keys that are empty or not unique."""
    schema = table.schema
    primary = as_names(schema.get("primaryKey", []))
    others = [as_names(item) for item in schema.get("uniqueKeys", [])]
    single = [
        [field["name"]]
        for field in schema["fields"]
        if field.get("constraints", {}).get("unique")
    ]
    for names in [primary, *others, *(item for item in single if item != primary)]:
        if not names:
            continue
        rows: dict[Key, list[int]] = defaultdict(list)
        for key, line in zip(table.keys(names), table.lines, strict=True):
            rows[key].append(line)
        for key, lines in rows.items():
            if any(key) and len(lines) > 1:
                yield Problem(
                    table.file,
                    lines[1],
                    ", ".join(names),
                    f"{_shown(key)}, which stands in an earlier row too ("
                    f"{rows_named([lines[0], *lines[2:]])})",
                    "each identifier once",
                    "Give the row an identifier of its own, or remove the repetition.",
                )


def _shown(key: Key, beside: Key = ()) -> str:
    """Return a key in words, spelling out what sets it apart from another."""
    letters = apart("".join(key), "".join(beside)) if beside else ()
    return ", ".join(shown(cell, letters) for cell in key)


def reference_problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield each reference to a row that does not exist, once.

    References into a file with a row or an identifier that could not be read are
    skipped: they would only be consequences.
    """
    places: dict[tuple[str, Key], list[tuple[Table, list[str], int]]] = {}
    goals: dict[str, dict[Key, int]] = {}
    for table in tables.values():
        for item in table.schema.get("foreignKeys", []):
            names = as_names(item["fields"])
            target = item["reference"].get("resource") or table.name
            wanted = as_names(item["reference"]["fields"])
            goal = tables.get(target)
            if goal is None or not goal.whole:
                continue
            place = f"{target} {' '.join(wanted)}"
            if place not in goals:
                keys = zip(goal.keys(wanted), goal.lines, strict=True)
                goals[place] = dict(keys)
            for key, line in zip(table.keys(names), table.lines, strict=True):
                if any(key) and key not in goals[place]:
                    at = places.setdefault((place, key), [])
                    at.append((table, names, line))
    for (place, key), named in places.items():
        yield _unknown(place.split(" ")[0], key, named, goals[place])


def _unknown(
    target: str,
    key: Key,
    places: list[tuple[Table, list[str], int]],
    known: Mapping[Key, int],
) -> Problem:
    table, names, line = places[0]
    elsewhere: dict[str, list[int]] = defaultdict(list)
    for other, _, row in places[1:]:
        elsewhere[other.file].append(row)
    also = "; ".join(f"{file}, {rows_named(rows)}" for file, rows in elsewhere.items())
    fold = tuple(map(folded, key))
    alike = next((item for item in known if tuple(map(folded, item)) == fold), None)
    found, expected = _shown(key), f"an identifier that stands in {target}.csv"
    remedy = f"Correct the identifier, or add its row to {target}.csv."
    if alike:
        found, right = _shown(key, alike), _shown(alike, key)
        expected = f"{right}, as in {target}.csv, row {known[alike]}"
        remedy = "Type the identifier anew, in both places alike."
    return Problem(
        table.file,
        line,
        ", ".join(names),
        f"{found}{f' (also in {also})' if also else ''}",
        expected,
        remedy,
    )
