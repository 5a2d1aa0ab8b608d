"""What can be wrong with a data package, in words a person can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frictionless import Error


DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where, and how to mend it.

    Parameters
    ----------
    file
        Name of the file inside the package.
    row
        Line of the file, the header being 1; None if the whole file is meant.
    column
        Name of the column, or None.
    found, expected
        What stands there, and the rule.
    remedy
        What to do about it.
    """

    file: str
    row: int | None
    column: str | None
    found: str
    expected: str
    remedy: str

    @property
    def place(self) -> str:
        """File, row and column in words."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """Return the problem as one line."""
        return (
            f"{self.place}: found {self.found}, expected {self.expected}. {self.remedy}"
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the six parts by name."""
        return asdict(self)


class DataError(ValueError):
    """A data package that cannot be used; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


MAX_FOUND = 80


def shown(value: object) -> str:
    """Return a value in quotation marks, cut where it is too long to read."""
    text = str(value)
    if len(text) > MAX_FOUND:
        text = f"{text[:MAX_FOUND]}… ({len(text):,} characters)"
    return f"“{text}”"


def rule_of(field: dict[str, Any]) -> str:
    """Return what a field of the schema accepts, in words."""
    constraints = field.get("constraints", {})
    if "enum" in constraints:
        return "one of " + ", ".join(str(item) for item in constraints["enum"])
    rule = {
        "integer": "a whole number",
        "number": "a number with a point and no thousands separators",
        "boolean": "true or nothing",
        "year": "a year in four digits",
    }.get(str(field.get("type")), "text")
    if "minimum" in constraints:
        rule += f", at least {constraints['minimum']}"
    if "pattern" in constraints:
        rule = f"text such as {field.get('example', constraints['pattern'])}"
    if constraints.get("required"):
        rule += ", not empty"
    return rule


_TABLE_ERRORS = {
    "missing-label": (
        "no such column",
        "every column that datapackage.json names",
        "Add the column to the header and to every row.",
    ),
    "extra-label": (
        "a column that datapackage.json does not name",
        "only the columns of datapackage.json",
        "Remove the column, or describe it in datapackage.json.",
    ),
    "duplicate-label": (
        "the same column name twice",
        "each column once",
        "Remove one of the two columns.",
    ),
    "blank-label": (
        "a column without a name",
        "a name for each column",
        "Name the column as in datapackage.json, or remove it.",
    ),
    "blank-header": (
        "no header",
        "the column names in the first row",
        "Write the column names of datapackage.json into the first row.",
    ),
    "blank-row": ("an empty row", "no empty rows", "Remove the row."),
    "missing-cell": (
        "fewer cells than columns",
        "one cell for each column",
        "Add the missing commas; leave a cell empty if nothing is known.",
    ),
    "extra-cell": (
        "more cells than columns",
        "one cell for each column",
        "Put a cell that contains a comma into quotation marks.",
    ),
    "encoding-error": (
        "bytes that are not UTF-8",
        "a UTF-8 text file",
        "Save the file again as CSV UTF-8.",
    ),
}


def from_frictionless(error: Error, file: str, schema: dict[str, Any]) -> Problem:
    """Return a frictionless error as a problem.

    Parameters
    ----------
    error
        As ``frictionless`` reports it.
    file
        Name of the file it was found in.
    schema
        That file's schema.
    """
    fields = {field["name"]: field for field in schema.get("fields", [])}
    row = getattr(error, "row_number", None)
    column = getattr(error, "field_name", None) or getattr(error, "label", None)
    if error.type in _TABLE_ERRORS:
        found, expected, remedy = _TABLE_ERRORS[error.type]
        header = error.type.endswith(("label", "header"))
        return Problem(file, 1 if header else row, column, found, expected, remedy)
    if error.type == "incorrect-label":
        return Problem(
            file,
            1,
            column,
            shown(getattr(error, "label", "")),
            f"{shown(column)} in this place",
            "Rename or reorder the columns as in datapackage.json.",
        )
    if error.type in {"type-error", "constraint-error"}:
        cell = getattr(error, "cell", "")
        return Problem(
            file,
            row,
            column,
            shown(cell) if cell not in (None, "") else "nothing",
            rule_of(fields.get(str(column), {})),
            f"Correct the cell; datapackage.json describes {column}.",
        )
    if error.type == "foreign-key":
        names = getattr(error, "field_names", [])
        cells = getattr(error, "field_cells", [])
        target = getattr(error, "reference_name", "the other file")
        return Problem(
            file,
            row,
            ", ".join(names),
            ", ".join(shown(cell) for cell in cells),
            f"an identifier that stands in {target}.csv",
            f"Correct the identifier, or add its row to {target}.csv.",
        )
    if error.type == "primary-key":
        key = schema.get("primaryKey", [])
        return Problem(
            file,
            row,
            key if isinstance(key, str) else ", ".join(key),
            "an identifier that stands in an earlier row",
            "each identifier once",
            "Give the row an identifier of its own, or remove the repetition.",
        )
    return Problem(
        file,
        row,
        column,
        error.type.replace("-", " "),
        "a file that can be read as CSV",
        "Check that the file is there, is UTF-8 and is separated by commas.",
    )
