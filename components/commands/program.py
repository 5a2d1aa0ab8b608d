"""The program ``trade-trajectory``, put together from its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from components import __version__
from components.commands.check import check
from components.commands.comtrade import comtrade
from components.commands.export import export
from components.commands.new import new
from components.commands.run import run
from components.words import terms

NAME = "trade-trajectory"
# Plain help reads alike on every terminal and in the documentation, and a plain
# traceback is what a report of a bug needs.
app = typer.Typer(
    name=NAME,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=f"Example: {NAME} run my-pair",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"{NAME} {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the version and end.",
        ),
    ] = False,
) -> None:
    """Set declared trade targets against what was claimed and what was published.

    Ends with 0 if all went well, 1 if not, 2 if a command was not understood.
    """


for command, example in (
    (check, "check my-pair --json"),
    (new, "new my-pair --first BOL --second FJI"),
    (comtrade, "comtrade my-pair --years 1990-1999 --dry-run"),
    (export, "export site --data my-pair"),
    (run, "run my-pair --port 8600"),
):
    about = f"\n\n{terms.COMTRADE}" if command is comtrade else ""
    app.command(epilog=f"Example: {NAME} {example}{about}")(command)
