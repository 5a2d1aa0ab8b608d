"""The HTML that the page and its static twin show alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from components import captions, sentences, series, wording
from components.charts import Palette
from components.dataset import Dataset, records

_HERE = Path(__file__).parent


def environment(*folders: Path) -> Environment:
    """Return an environment of templates that escapes whatever it fills in.

    Parameters
    ----------
    folders
        Where further templates lie.
    """
    found = Environment(
        loader=FileSystemLoader([*folders, _HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_isolated,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals.update(captions=captions, sentences=sentences, wording=wording)
    return found


def _isolated(content: Any) -> Any:
    """Return plain text that moves nothing around it; what is HTML stays.

    What a program reads (an address, an identifier) is escaped by ``| e`` in the
    template itself, which makes HTML of it.
    """
    return wording.isolated(content) if type(content) is str else content


@cache
def _shared() -> Any:
    return environment().get_template("markup.html").module


def agreements(dataset: Dataset, rows: pd.DataFrame, alt: str) -> str:
    """Return a table of agreements with their sources.

    Parameters
    ----------
    alt
        The accessible name of the table.
    """
    return str(_shared().agreements(records(series.with_source(rows, dataset)), alt))


def style() -> str:
    """Return the style of what is shown alike; its colours are `colours`."""
    return (_HERE / "markup.css").read_text("utf-8")


def colours(by_media: Iterable[tuple[str, Palette]]) -> str:
    """Return the colours of the charts as variables, for each kind of medium."""
    return "".join(
        f"{media} {{ :root {{ {_variables(palette)} }} }}\n"
        for media, palette in by_media
    )


def _variables(palette: Palette) -> str:
    return " ".join(
        f"--{part.name}: {getattr(palette, part.name)};" for part in fields(palette)
    )
