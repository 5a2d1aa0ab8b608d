"""The permanent addresses of the data, relative to the page."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from components.dataset import Dataset

DESCRIPTION = "datapackage.json"
# They describe the files on disk; the served ones are written anew.
_OF_THE_FILE = ("bytes", "hash", "dialect")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*", re.ASCII)


def table(dataset: Dataset, name: str) -> str:
    """Return the address of a table in CSV, relative to the page."""
    return f"data/{quote(dataset.version, safe='')}/{name}.csv"


def package(dataset: Dataset) -> str:
    """Return the address of all data in one zip, relative to the page."""
    return f"data/{quote(dataset.version, safe='')}.zip"


def kinds(dataset: Dataset, home: str) -> dict[str, str]:
    """Return the whole address of each file of the data, with its media type.

    None if that of the page is not known.
    """
    if not home:
        return {}
    tables = {f"{home}{table(dataset, name)}": "text/csv" for name in dataset.tables}
    return {
        f"{home}{package(dataset)}": "application/zip",
        f"{home}{DESCRIPTION}": "application/json",
        **tables,
    }


def description(dataset: Dataset) -> bytes:
    """Return ``datapackage.json`` with the address of each resource as its path."""
    described = {
        **dataset.descriptor,
        "resources": [_addressed(dataset, x) for x in dataset.descriptor["resources"]],
    }
    return f"{json.dumps(described, ensure_ascii=False, indent=2)}\n".encode()


def _addressed(dataset: Dataset, resource: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in resource.items() if key not in _OF_THE_FILE}
    path = table(dataset, resource["name"])
    return {**kept, "path": path, "encoding": "utf-8"}


def is_earlier(version: str, current: str) -> bool:
    """Return whether a version came before another, as far as numbers tell."""
    if not (_NUMBERS.fullmatch(version) and _NUMBERS.fullmatch(current)):
        return False
    return _parts(version) < _parts(current)


def _parts(version: str) -> list[int]:
    # Cut, since int() refuses thousands of digits.
    return [int(part[:9]) for part in version.split(".")]


def in_python(dataset: Dataset, home: str) -> str:
    """Return one line of Python that loads every table with pandas.

    Parameters
    ----------
    home
        The address of the page; if empty, the line reads the files of the zip.
    """
    start = f"{home}data/{quote(dataset.version, safe='')}/" if home else "data/"
    # A JSON string is a Python string too.
    names = json.dumps(dataset.tables)
    return (
        "import pandas; tables = {name: pandas.read_csv("
        f'{json.dumps(start)} + name + ".csv") for name in {names}}}'
    )
