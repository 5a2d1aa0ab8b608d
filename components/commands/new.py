"""``trade-trajectory new``: an empty package for two economies."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from components.currency import DEFAULT
from components.new.names import economy
from components.new.package import NewPackageError, write_package

_CODE = "Code of ISO 3166-1 alpha-3."
_Name = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="Its name, if not the one of ISO 3166-1.",
        show_default=False,
    ),
]


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder that is new or empty.")
    ],
    first: Annotated[str, typer.Option(metavar="XXX", help=_CODE)],
    second: Annotated[str, typer.Option(metavar="YYY", help=_CODE)],
    first_name: _Name = "",
    second_name: _Name = "",
    currency: Annotated[
        str,
        typer.Option(metavar="CUR", help="Of all its money; a code of ISO 4217."),
    ] = DEFAULT,
) -> None:
    """Write an empty, valid data package for two economies."""
    try:
        write_package(
            folder,
            economy(first, first_name),
            economy(second, second_name),
            on=date.today(),
            currency=currency,
        )
    except (NewPackageError, OSError) as error:
        print(error, file=sys.stderr)
        raise typer.Exit(1) from error
    print(f"An empty package is in {folder}; its README.md says how to fill it.")
    # Spelled as the user called the program, so that the line can be pasted.
    print(f"Open it: {shlex.join([sys.argv[0], 'run', str(folder)])}")
