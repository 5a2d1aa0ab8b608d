"""Write an empty, valid package: its schema, its headers, and how to fill it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

from components.currency import DEFAULT, is_currency, name
from components.dataset import DATA, Economy
from components.package.model import OPTIONAL_TABLES, PLEDGE_TABLES, TABLES, offered
from components.problems import DESCRIPTOR

README = "README.md"
VERSION = "0.1.0"
_CODE = re.compile(r"[A-Z]{3}")
# What a system puts into a folder that a person has left empty, hidden files aside.
_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini"}
# What any pair can begin with; a package adds what its own sources count.
CONCEPTS = (
    (
        "trade",
        "Trade as the speaker called it, in both directions unless a direction is "
        "given. What it covers was not stated.",
        True,
    ),
    (
        "goods",
        "Goods as a customs administration or a statistical body recorded them; "
        "services lie outside. The note of a reading says whether it is CIF or FOB.",
        True,
    ),
    (
        "cooperation",
        "Commercial and economic cooperation: wider than trade, and not defined by "
        "the speaker.",
        False,
    ),
    (
        "agreement value",
        "The announced value of an agreement, not of anything delivered.",
        False,
    ),
    ("documents", "Number of documents signed.", False),
)
UNITS = ("percent", "documents")


# What others declared is nobody's to fill in; it is copied, if at all.
_TABLES = [name for name in (*TABLES, *OPTIONAL_TABLES) if name not in PLEDGE_TABLES]


class NewPackageError(ValueError):
    """A package that cannot be written; says why, and nothing was written."""


def write_package(
    folder: Path,
    first: Economy,
    second: Economy,
    *,
    on: date,
    currency: str = DEFAULT,
    like: Path = DATA,
) -> None:
    """Write an empty package into a folder that is new or empty.

    Parameters
    ----------
    folder
        Where it goes.
    first, second
        The two economies.
    on
        The day that the package names as its own.
    currency
        That of all its money, by its code of ISO 4217.
    like
        The package whose schema it takes.

    Raises
    ------
    NewPackageError
        If the folder holds something, or a code is not usable.
    """
    _refuse(folder, first, second, currency)
    descriptor = _descriptor(first, second, on, currency, like)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (folder / DESCRIPTOR).write_text(f"{text}\n", "utf-8")
    for resource in descriptor["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        path = folder / f"{resource['name']}.csv"
        path.write_text(f"{','.join(names)}\n", "utf-8")
    (folder / README).write_text(_readme(descriptor), "utf-8")


def _refuse(folder: Path, first: Economy, second: Economy, currency: str) -> None:
    for economy in (first, second):
        if not _CODE.fullmatch(economy.code):
            raise NewPackageError(
                f"An economy has a code of three capital letters, as in ISO 3166-1 "
                f"alpha-3; found “{economy.code}”. Give such a code."
            )
    if first.code == second.code:
        raise NewPackageError(
            f"The two economies must differ; both are {first.code}. Give another code."
        )
    if not is_currency(currency):
        raise NewPackageError(
            f"ISO 4217 has no currency with the code “{currency}”. Give such a code in "
            "capital letters, for instance EUR."
        )
    if folder.exists() and not _is_empty(folder):
        raise NewPackageError(
            f"A new package needs a folder of its own; {folder} is not empty. Name "
            "another folder, or empty that one."
        )


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and all(
        path.name.startswith(".") or path.name.lower() in _OF_THE_SYSTEM
        for path in folder.iterdir()
    )


def _descriptor(
    first: Economy, second: Economy, on: date, currency: str, like: Path
) -> dict[str, Any]:
    """Return the description of a package that says nothing of its pair yet."""
    model = json.loads((like / DESCRIPTOR).read_text("utf-8"))
    resources = [
        deepcopy(item) for item in model["resources"] if item["name"] in _TABLES
    ]
    _limit(resources, "readings", "concept", [name for name, _, _ in CONCEPTS])
    _limit(resources, "facts", "unit", [currency, *UNITS])
    _offer_optional(resources)
    return {
        "$schema": model["$schema"],
        "name": f"{first.code}-{second.code}-trade-trajectory".lower(),
        "title": f"{first.name}–{second.name} Trade Trajectory",
        "description": (
            f"What officials of {first.name} and {second.name} reported about their "
            "trade, what they aimed at, and what statistical bodies recorded."
        ),
        "version": VERSION,
        "created": f"{on.isoformat()}T00:00:00Z",
        "keywords": ["bilateral trade", "targets", "mirror statistics"],
        "licenses": [],
        "contributors": [],
        "sources": [{"title": "Every source is a row of sources.csv"}],
        "currency": currency,
        "economies": [
            {"code": first.code, "name": first.name},
            {"code": second.code, "name": second.name},
        ],
        "concepts": [
            {"name": name, "definition": definition, "on_trajectory": drawn}
            for name, definition, drawn in CONCEPTS
        ],
        "unknowns": [],
        "resources": resources,
    }


def _offer_optional(resources: list[dict[str, Any]]) -> None:
    """Add the columns that a package may leave out, where the model does."""
    for resource in resources:
        fields = resource["schema"]["fields"]
        named = {field["name"] for field in fields}
        fields += [
            field for field in offered(resource["name"]) if field["name"] not in named
        ]


def _limit(
    resources: list[dict[str, Any]],
    table: str,
    column: str,
    names: Sequence[str],
) -> None:
    """Let a column hold only these names."""
    schema = next(item["schema"] for item in resources if item["name"] == table)
    field = next(item for item in schema["fields"] if item["name"] == column)
    field["constraints"]["enum"] = list(names)


def _readme(descriptor: dict[str, Any]) -> str:
    """Return how to fill the package, with what each of its columns means."""
    resources = {item["name"]: item for item in descriptor["resources"]}
    template = Template((Path(__file__).parent / "template.md").read_text("utf-8"))
    tables = "\n".join(_table(resources[name]) for name in _TABLES)
    return template.substitute(
        title=descriptor["title"],
        first=descriptor["economies"][0]["code"],
        second=descriptor["economies"][1]["code"],
        currency=descriptor["currency"],
        money=name(descriptor["currency"]),
        tables=tables,
    )


def _table(resource: dict[str, Any]) -> str:
    rows = [
        f"| `{field['name']}` | {field.get('description', '')} | {_codes(field)} |"
        for field in resource["schema"]["fields"]
    ]
    head = f"**`{resource['name']}.csv`**: {resource['description']}"
    return "\n".join(
        [head, "", "| Column | Meaning | One of |", "|---|---|---|", *rows, ""]
    )


def _codes(field: dict[str, Any]) -> str:
    """Return every code that the schema allows in a column; nothing if it is free."""
    allowed = field.get("constraints", {}).get("enum", ())
    return ", ".join(f"`{code}`" for code in allowed)
