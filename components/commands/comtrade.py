"""``trade-trajectory comtrade``: published goods trade from UN Comtrade."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from components.commands import INTERRUPTED
from components.comtrade.calls import KEY, Comtrade, ComtradeError
from components.comtrade.told import is_to_write, told, what_next
from components.comtrade.update import update, write
from components.comtrade.wanted import Wanted, require_dollars, require_goods, wanted
from components.dataset import Dataset, load
from components.problems import DataError

EARLIEST = 1962  # the first year of UN Comtrade


def years(text: str) -> range:
    """Return a range of years from ``1990-1999`` or ``1990``."""
    first, _, last = text.partition("-")
    try:
        asked = range(int(first), int(last or first) + 1)
    except ValueError:
        asked = range(0)
    if not asked or asked[0] < EARLIEST or asked[-1] > date.today().year:
        raise typer.BadParameter(
            f"years are a range such as 1990-1999, from {EARLIEST} to this year; "
            f"found “{text}”"
        )
    return asked


def comtrade(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder of the package.")
    ],
    asked: Annotated[
        range | None,
        typer.Option(
            "--years",
            parser=years,
            metavar="FIRST-LAST",
            help="Which years to ask for.",
            show_default="the last twenty",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
) -> None:
    """Add or refresh goods trade as both report it to UN Comtrade.

    Writes facts, readings and evidence into the package. A key in
    COMTRADE_API_KEY asks for all records; without one the preview is asked,
    which is enough for totals.
    """
    try:
        dataset = load(folder)
        require_goods(dataset)
        require_dollars(dataset)
        sent = _answered(dataset, asked or _last_twenty())
        planned = update(folder, sent)
        print(*told(dataset, sent, planned), sep="\n")
        if dry_run:
            print("Dry run: nothing was written.")
        elif is_to_write(planned):
            write(folder, planned)
            print(what_next(planned))
        else:
            print("Nothing to write.")
    except KeyboardInterrupt as error:
        print("Stopped. No file was left half written.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from error
    except (ComtradeError, DataError, OSError) as error:
        print(error, file=sys.stderr)
        print("Nothing was changed.", file=sys.stderr)
        raise typer.Exit(1) from error


def _last_twenty() -> range:
    this = date.today().year
    return range(this - 20, this)


def _answered(dataset: Dataset, asked: Sequence[int]) -> Wanted:
    """Ask UN Comtrade and return its answers as rows; show each request and wait."""
    columns = SpinnerColumn(), TextColumn("{task.description} …"), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Asking UN Comtrade")

        def say(words: str) -> None:
            progress.update(task, description=words)
            if not console.is_terminal:
                print(words, file=sys.stderr, flush=True)

        service = Comtrade(os.environ.get(KEY), say=say)
        return wanted(dataset, service, asked, date.today())
