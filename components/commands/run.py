"""``trade-trajectory run``: the page, on a package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from components.dataset import DATA

# Beside components/ in a checkout, which an editable installation points at.
ROOT = Path(__file__).parents[2]


def run(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help="Folder of the package.",
            show_default="data",
            exists=True,
            file_okay=False,
        ),
    ] = DATA,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Port of this machine.")
    ] = 8501,
) -> None:
    """Open the page on a package, until Ctrl+C ends it."""
    page = ROOT / "dashboard.py"
    if not page.is_file():
        print(
            f"The page is started from a checkout of the project; {page} is missing. "
            "Install the checkout with pip install -e .",
            file=sys.stderr,
        )
        raise typer.Exit(1)
    line = [sys.executable, "-m", "streamlit", "run", str(page)]
    line += ["--server.port", str(port)]
    environment = os.environ | {"TRADE_DATA": str(folder.resolve())}
    if sys.platform == "win32":
        raise typer.Exit(subprocess.call(line, env=environment))
    # Replaces this process, so that whatever stops it stops the page too.
    os.execve(line[0], line, environment)
