"""Whether the tables of ``datapackage.json`` are those that the page reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from components.package import model
from components.package.descriptor import outline_problems, problem
from components.package.names import Place, twins
from components.problems import DESCRIPTOR, Problem, shown


def problems(descriptor: Any, tables: Sequence[str]) -> list[Problem]:
    """Return what keeps the page from using a descriptor.

    Parameters
    ----------
    descriptor
        As it stands in the file.
    tables
        The names of those that it should describe.
    """
    wrong = outline_problems(descriptor)
    if not any(item.column in ("(whole file)", "resources") for item in wrong):
        wrong += _missing_tables(descriptor["resources"], tables)
    if wrong:
        return wrong
    schemas = {item["name"]: item["schema"] for item in descriptor["resources"]}
    return [
        *(
            problem(f"schema of {table}", *breach)
            for table in tables
            for breach in (
                *_field_breaches(table, schemas),
                *_key_breaches(table, schemas),
            )
        ),
        *_name_problems(descriptor),
    ]


def _missing_tables(
    resources: Sequence[Mapping[str, Any]], tables: Sequence[str]
) -> Iterator[Problem]:
    names = [item.get("name") for item in resources if "schema" in item]
    for table in tables:
        if names.count(table) != 1:
            yield problem(
                "resources", f"no schema for {table}", "one resource for each file"
            )
    if len(resources) != len(tables):
        expected = f"only {', '.join(tables)}"
        yield problem("resources", f"{len(resources)} resources", expected)


Schemas = Mapping[str, Mapping[str, Any]]


def _field_breaches(table: str, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield what was found and expected where fields are not as the page reads them."""
    fields = schemas[table]["fields"]
    names = [field["name"] for field in fields]
    for name in dict.fromkeys([*model.required(table), *names]):
        if names.count(name) != 1:
            yield f"{names.count(name)} fields {shown(name)}", f"one field {name}"
    types = model.types(table)
    for field in fields:
        wanted = types.get(field["name"], field["type"])
        if field["type"] != wanted:
            yield f"{field['name']} of type {field['type']}", f"type {wanted}"


def _key_breaches(table: str, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """Yield keys that are not those of the model, or name no columns."""
    schema = schemas[table]
    own = {field["name"] for field in schema["fields"]}
    primary, unique = schema.get("primaryKey"), schema.get("uniqueKeys", [])
    if _names(primary, own) != model.KEYS[table]:
        expected = f"primaryKey {', '.join(model.KEYS[table])}"
        yield f"primaryKey {shown(primary)}", expected
    if not isinstance(unique, list) or not all(_names(item, own) for item in unique):
        yield f"uniqueKeys {shown(unique)}", "lists of columns"
    foreign, wanted = schema.get("foreignKeys", []), model.REFERENCES[table]
    if not isinstance(foreign, list):
        each = "".join(f", with a foreignKey of {column}" for column, _ in wanted)
        yield f"foreignKeys {shown(foreign)}", f"a list{each}"
        return
    references = [_reference(item, table, own, schemas) for item in foreign]
    for item, reference in zip(foreign, references, strict=True):
        if reference is None:
            yield (
                f"foreignKey {shown(item)}",
                "fields, and a reference to as many of a table",
            )
    if None in references:
        return
    for column, target in wanted:
        if (column, target or table) not in references:
            yield f"no foreignKey of {column}", f"one to {target or 'its own table'}"


def _reference(
    item: Any, table: str, own: set[str], schemas: Schemas
) -> tuple[str, str] | None:
    """Return first column and table of a foreign key; None if it names neither."""
    try:
        fields, target = item["fields"], item["reference"].get("resource") or table
        wanted = item["reference"]["fields"]
        goals = {field["name"] for field in schemas[target]["fields"]}
    except (TypeError, KeyError, AttributeError):
        return None
    one, other = _names(fields, own), _names(wanted, goals)
    return (one[0], target) if one and len(one) == len(other) else None


def _names(fields: Any, known: set[str]) -> list[str]:
    """Return one name or several as a list; empty if they name no columns."""
    names = [fields] if isinstance(fields, str) else fields
    good = isinstance(names, list) and all(
        isinstance(name, str) and name in known for name in names
    )
    return list(names) if good else []


def _name_problems(descriptor: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield concepts or economies that cannot be told apart."""
    for column, part in (
        ("economies", "code"),
        ("economies", "name"),
        ("concepts", "name"),
    ):
        names = [item[part] for item in descriptor[column]]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Problem(
                DESCRIPTOR,
                None,
                column,
                f"{shown(name)} twice",
                f"each {part} once",
                "Rename or remove one of the two.",
            )
        yield from twins({name: [Place(DESCRIPTOR, None, column)] for name in names})
