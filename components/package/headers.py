"""Whether a CSV file is laid out as its schema says: separators, header, shape."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from components.package.cells import Row
from components.package.names import folded
from components.problems import Problem, rows_named, shown

_OTHERS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_TOLD_TO_SPREADSHEETS = re.compile(r"sep=.", re.IGNORECASE)
_MERGE = re.compile(r"^(?:<{7}|>{7}|={7})(?: .*)?$", re.MULTILINE)
_WITH_COMMAS = (
    "Save the file again as “CSV UTF-8 (comma delimited)”; where the system's own "
    "separator is another, export it with the comma as field delimiter."
)
_NAMED = 6  # most column names that a message quotes


def layout_problem(text: str, file: str, wanted: Sequence[str]) -> Problem | None:
    """Return why the text is clearly not CSV with these columns; None if it may be."""
    first = re.split(r"\r\n|\r|\n", text, maxsplit=1)[0]
    if not first.strip():
        return Problem(
            file,
            None,
            None,
            "a file without a header in its first line",
            "a CSV file that can be read",
            "Write the column names of datapackage.json into the first line.",
        )
    merging = _MERGE.search(text)
    if merging:
        return Problem(
            file,
            text.count("\n", 0, merging.start()) + 1,
            None,
            f"{shown(merging[0])}, the mark of a merge that was not finished",
            "the rows of one version",
            "Choose between the two versions and remove the marks.",
        )
    told = _TOLD_TO_SPREADSHEETS.fullmatch(first.strip('"'))
    header = text[len(first) :].lstrip("\r\n").split("\n", 1)[0] if told else first
    separator = next((s for s in _OTHERS if _fits(header, s, wanted)), None)
    if separator or told:
        between = f"{_OTHERS.get(separator or '', 'commas')} between the cells"
        line = f"{shown(first)} in the first line, which only spreadsheets read"
        return Problem(
            file,
            1,
            None,
            " and ".join(([line] if told else []) + ([between] if separator else [])),
            "the column names in the first line, and commas between the cells",
            f"Remove the first line. {_WITH_COMMAS if separator else ''}".strip()
            if told
            else _WITH_COMMAS,
        )
    other = _separator_of_rows(text, wanted)
    if other:
        return Problem(
            file,
            2,
            None,
            f"{_OTHERS[other]} between the cells, under a header with commas",
            "commas between the cells",
            _WITH_COMMAS,
        )
    if re.match(r"\s*<(?:!doctype|html|\?xml)", first, re.IGNORECASE):
        return Problem(
            file,
            1,
            None,
            f"a page of the web: {shown(first)}",
            "a CSV file",
            "Download the file itself, not the page that shows it.",
        )
    return None


def _fits(header: str, separator: str, wanted: Sequence[str]) -> bool:
    """Return whether a separator yields more than half of the columns."""
    cells = {cell.strip('" ') for cell in header.split(separator)}
    return len(cells.intersection(wanted)) * 2 > len(wanted)


def _separator_of_rows(text: str, wanted: Sequence[str]) -> str | None:
    """Return the separator of most rows, unless it is the comma."""
    lines = re.split(r"[\r\n]+", text)[1:]
    least = len(wanted) - 1
    for separator in _OTHERS:
        fitting = [x for x in lines if x.count(separator) >= least > x.count(",")]
        if len(fitting) * 2 > len([line for line in lines if line]):
            return separator
    return None


def header_problems(
    rows: Sequence[Row], file: str, wanted: Sequence[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the header; the order of columns is free."""
    names = rows[0].cells
    if not set(names).intersection(wanted):
        lower = next((r for r in rows if len(set(r.cells) & set(wanted)) > 1), None)
        if lower:
            yield Problem(
                file,
                1,
                None,
                f"{shown(','.join(names))}, above the header in row {lower.line}",
                "the column names of datapackage.json in the first line",
                "Remove what stands above them.",
            )
            return
    unnamed = sum(not name.strip() for name in names)
    if unnamed:
        yield Problem(
            file,
            1,
            None,
            "a column without a name"
            if unnamed == 1
            else f"{unnamed} columns without a name",
            "a name for each column",
            "Name the column as in datapackage.json, or remove it with its cells.",
        )
    missing = [name for name in wanted if name not in names]
    unknown = [name for name in names if name.strip() and name not in wanted]
    twice = [name for name in wanted if names.count(name) > 1]
    if missing:
        yield from _misnamed(file, missing, list(dict.fromkeys([*unknown, *twice])))
        return
    for name in twice:
        yield Problem(
            file,
            1,
            name,
            "the same column name twice",
            "each column once",
            "Remove one of the two columns.",
        )
    if unknown:
        yield Problem(
            file,
            1,
            None,
            f"columns that datapackage.json does not name: {_quoted(unknown)}",
            "only the columns of datapackage.json",
            "Remove them, or describe them in datapackage.json.",
        )


def _misnamed(file: str, missing: list[str], unknown: list[str]) -> Iterator[Problem]:
    """Yield columns that are missing or misnamed."""
    alike = {folded(name).casefold(): name for name in unknown}
    pairs = {
        alike[name.casefold()]: name for name in missing if name.casefold() in alike
    }
    if len(missing) == len(unknown) == 1:
        pairs = {unknown[0]: missing[0]}
    if pairs:
        yield Problem(
            file,
            1,
            ", ".join(pairs.values()),
            _quoted(list(pairs)),
            f"{_quoted(list(pairs.values()))} in this place",
            "Rename the columns as in datapackage.json.",
        )
    missing = [name for name in missing if name not in pairs.values()]
    unknown = [name for name in unknown if name not in pairs]
    if missing:
        beside = f"; unknown: {_quoted(unknown)}" if unknown else ""
        yield Problem(
            file,
            1,
            ", ".join(missing),
            f"no such column{beside}",
            "every column that datapackage.json names",
            "Rename a column, or add what is missing to the header and to every row."
            if unknown
            else "Add the column to the header and to every row.",
        )


def _quoted(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(shown(name) for name in names[:_NAMED]) + more


def is_blank(row: Row) -> bool:
    """Return whether every cell of a row is empty."""
    return not any(row.cells)


def shape_problems(
    rows: Sequence[Row], file: str, names: Sequence[str]
) -> Iterator[Problem]:
    """Yield rows that are empty or have more or fewer cells than the header."""
    blank = [row.line for row in rows if is_blank(row)]
    if blank:
        others = f", like {rows_named(blank[1:])}" if blank[1:] else ""
        yield Problem(
            file,
            blank[0],
            None,
            f"an empty row{others}",
            "no empty rows",
            "Remove the row." if len(blank) == 1 else "Remove the rows.",
        )
    by_count: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.cells) != len(names) and not is_blank(row):
            by_count[len(row.cells)].append(row)
    for count, misshapen in by_count.items():
        yield _misshapen(file, count, misshapen, names)


def _misshapen(
    file: str, count: int, rows: Sequence[Row], names: Sequence[str]
) -> Problem:
    lines = [row.line for row in rows]
    others = f", like {rows_named(lines[1:])}" if lines[1:] else ""
    if count < len(names):
        found = f"{count} cells, fewer than the {len(names)} columns{others}"
        remedy = "Add the missing commas; leave a cell empty if nothing is known."
    else:
        found = f"{count} cells, more than the {len(names)} columns{others}"
        remedy = "Put a cell that contains a comma into quotation marks."
        if not any(any(row.cells[len(names) :]) for row in rows):
            remedy = "Remove the commas at the end of the row."
    return Problem(
        file, lines[0], None, found, "one cell for each column, between commas", remedy
    )


def swallowed_rows(
    rows: Sequence[Row], file: str, names: Sequence[str]
) -> Iterator[Problem]:
    """Yield cells that seem to contain a whole row of the file."""
    for row in rows:
        for name, cell in zip(names, row.cells, strict=False):
            if "\n" not in cell and "\r" not in cell:
                continue
            lines = re.split(r"\r\n|\r|\n", cell)[1:]
            held = next((x for x in lines if x.count(",") >= len(names) - 1), None)
            if held:
                yield Problem(
                    file,
                    row.line,
                    name,
                    f"a cell that goes on to {shown(held)}, as many cells as a row has",
                    "one row in a row",
                    "Look for a quotation mark that is missing; if the text is meant, "
                    "write it without the line break.",
                )
