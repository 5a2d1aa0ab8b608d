"""Write the page as one HTML file: ``python -m components.export OUT``."""

from __future__ import annotations

import argparse
import gzip
import sys
from datetime import date
from pathlib import Path

from components.dataset import DATA, load
from components.files.twin import FILE, as_html
from components.measures.record import Record
from components.problems import DataError


def main(arguments: list[str] | None = None) -> int:
    """Write the file; return 0, or 1 if the package cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m components.export",
        description="Write the page as one HTML file that needs no server.",
    )
    parser.add_argument(
        "out", type=Path, help=f"a file that ends in .html, or a folder for {FILE}"
    )
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the package")
    parser.add_argument("--link", default="", help="where the page will be published")
    parser.add_argument(
        "--on",
        type=date.fromisoformat,
        default=date.today(),
        help="the day that the file names as its own (default: today)",
    )
    given = parser.parse_args(arguments)
    try:
        dataset = load(given.data)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    page = as_html(Record(dataset), on=given.on, link=given.link).encode()
    out: Path = given.out if given.out.suffix == ".html" else given.out / FILE
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(page)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    packed = len(gzip.compress(page, mtime=0))
    print(f"{out}: {len(page) / 1000:,.0f} kB, {packed / 1000:,.0f} kB compressed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
