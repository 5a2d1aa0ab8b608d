"""``trade-trajectory export``: the page as one HTML file, the tables as a workbook."""

from __future__ import annotations

import gzip
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from components.dataset import DATA, Dataset, load
from components.files.tables import dated
from components.files.twin import FILE, as_html
from components.files.workbook import xlsx
from components.measures.known import known_on, offered
from components.measures.record import Record
from components.problems import DataError
from components.words.files import made

_HTML = (".html", ".htm")
_XLSX = ".xlsx"


def export(
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help=f"A file that ends in .html or .htm, a folder for {FILE}, or a "
            "file that ends in .xlsx for the tables.",
        ),
    ],
    data: Annotated[
        Path,
        typer.Option(metavar="DIR", help="Folder of the package.", show_default="data"),
    ] = DATA,
    link: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Where the file will be published.",
            show_default=False,
        ),
    ] = "",
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day that the file names as its own.",
            show_default="today",
        ),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="A day of the past, to write the page as it was known then.",
            show_default="all that is known",
        ),
    ] = None,
) -> None:
    """Write the page as one HTML file, or the tables for a spreadsheet.

    The page needs no server and no network. The tables have a sheet each, with
    dates and numbers as such, and no formula.
    """
    path = written_to(out)
    try:
        record = Record(_known(load(data), as_of.date() if as_of else None))
        day = on.date() if on else date.today()
        content = _content(record, path, day, link)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except (DataError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from error
    packed = len(gzip.compress(content, mtime=0))
    print(f"{path}: {len(content) / 1000:,.0f} kB, {packed / 1000:,.0f} kB compressed")


def _content(record: Record, path: Path, day: date, link: str) -> bytes:
    """Return the content of the file, by the ending of its name."""
    if path.suffix.lower() == _XLSX:
        dataset = record.dataset
        sheets = {
            name: dated(dataset.table(name), dataset.replay) for name in dataset.tables
        }
        return xlsx(sheets, f"{dataset.title}. {made(record)}.")
    return as_html(record, on=day, link=link).encode()


def _known(dataset: Dataset, day: date | None) -> Dataset:
    """Return a package, or the part of it that was known on a day.

    Raises
    ------
    ValueError
        If all of it was known on that day already, or none of it.
    """
    known = dataset if day is None else known_on(dataset, day)
    if day is None or known.replay:
        return known
    ends = offered(dataset)
    expected = f"a day from {ends[0]} to {ends[1]}" if ends else "no day"
    raise ValueError(f"--as-of: expected {expected}, got {day}")


def written_to(out: Path) -> Path:
    """Return the file to write: the one named, or one in the folder named."""
    is_file = out.suffix.lower() in (*_HTML, _XLSX) and not out.is_dir()
    return out if is_file else out / FILE
