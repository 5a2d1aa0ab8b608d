"""What ``datapackage.json`` must say for the page to speak of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from components.currency import DEFAULT, is_currency
from components.problems import DESCRIPTOR, Problem, shown


def problems(descriptor: Any, tables: Sequence[str]) -> list[Problem]:
    """Return what ``datapackage.json`` lacks for the page to speak of the pair."""

    def problem(column: str, found: str, expected: str) -> Problem:
        remedy = "See the data package that comes with the project."
        return Problem(DESCRIPTOR, None, column, found, expected, remedy)

    if not isinstance(descriptor, dict):
        return [problem("(whole file)", type(descriptor).__name__, "a JSON object")]
    found = [
        problem(key, shown(descriptor.get(key, "")), "a text that is not empty")
        for key in ("name", "title", "description", "version")
        if not isinstance(descriptor.get(key), str) or not descriptor[key].strip()
    ]
    economies = descriptor.get("economies")
    if not _are_two_economies(economies):
        found.append(
            problem("economies", shown(economies), "two objects with code and name")
        )
    concepts = descriptor.get("concepts")
    if not _all_have(concepts, "name", "definition"):
        found.append(
            problem("concepts", shown(concepts), "objects with name and definition")
        )
    unknowns = descriptor.get("unknowns", [])
    if not _all_have(unknowns, "title", "text"):
        found.append(
            problem("unknowns", shown(unknowns), "objects with title and text")
        )
    speakers = descriptor.get("speakers", [])
    if not _are_speakers(speakers, economies):
        expected = "objects with name, surname, office, and the code of their economy"
        found.append(problem("speakers", shown(speakers), expected))
    spellings = descriptor.get("spellings", [])
    if not _all_have(spellings, "word") or not all(
        _are_texts(item.get("also")) for item in spellings
    ):
        expected = "objects with word, and also as a list of texts"
        found.append(problem("spellings", shown(spellings), expected))
    disputes = descriptor.get("disputes", "")
    if not isinstance(disputes, str) or not _DISPUTES.fullmatch(disputes):
        expected = "the address of a mailbox, or of an issue form with https://"
        found.append(problem("disputes", shown(disputes), expected))
    for key in ("licenses", "contributors", "sources"):
        items = descriptor.get(key, [])
        if not _all_are_objects(items):
            found.append(
                problem(key, shown(items), "objects whose title and path are texts")
            )
    for key in ("$schema", "changes"):
        if not isinstance(descriptor.get(key, ""), str):
            found.append(problem(key, shown(descriptor[key]), "a text"))
    created = descriptor.get("created")
    if "created" in descriptor and not _is_iso(created):
        expected = "a date such as 1961-05-13, or with a time 1961-05-13T12:00:00Z"
        found.append(problem("created", shown(created), expected))
    releases = descriptor.get("releases", [])
    if not _are_releases(releases):
        expected = "objects with version, created as a date, and numbers as texts"
        found.append(problem("releases", shown(releases), expected))
    keywords = descriptor.get("keywords", [])
    if not _are_texts(keywords):
        found.append(problem("keywords", shown(keywords), "a list of texts"))
    currency = descriptor.get("currency", DEFAULT)
    if not isinstance(currency, str) or not is_currency(currency):
        expected = "a code of ISO 4217 in capital letters, such as EUR; without it, USD"
        found.append(problem("currency", shown(currency), expected))
    resources = descriptor.get("resources")
    names = (
        [item.get("name") for item in resources if _has_schema(item)]
        if isinstance(resources, list)
        else []
    )
    found += [
        problem("resources", f"no schema for {table}", "one resource for each file")
        for table in tables
        if names.count(table) != 1
    ]
    if isinstance(resources, list) and len(resources) != len(tables):
        expected = f"only {', '.join(tables)}"
        found.append(problem("resources", f"{len(resources)} resources", expected))
    if found:
        return found
    return [
        problem(f"schema of {table}", *breach)
        for table in tables
        for breach in _schema_breaches(resources, table)
    ]


# Nothing in it can end a link or add a header to a message.
_DISPUTES = re.compile(
    r"|https://[\w.-]+(?::\d+)?(?:/[\w.~%/?&=+-]*)?"
    r"|[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    re.ASCII,
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?")


def _is_iso(created: Any) -> bool:
    """Return whether a text is a day, or a moment, of ISO 8601."""
    if not isinstance(created, str) or not _ISO.fullmatch(created):
        return False
    try:
        datetime.fromisoformat(created)
    except ValueError:
        return False
    return True


# What the code asks of a schema: columns that are not text, by their type.
TYPES = {
    ("facts", "step"): "integer",
    ("readings", "value"): "number",
    ("readings", "no_number"): "boolean",
    ("readings", "value_confirmed"): "boolean",
    ("readings", "value_high"): "number",
    ("readings", "cumulative"): "boolean",
    ("readings", "questioned"): "boolean",
    ("readings", "rate"): "number",
    ("agreements", "documents"): "integer",
    ("agreements", "value_usd"): "number",
    ("rungs", "value"): "number",
    ("events", "since_then"): "boolean",
    ("evidence", "year"): "year",
    ("pledges", "value_usd"): "number",
    ("pledge_values", "value_usd"): "number",
}
COLUMNS = {
    "facts": "fact_id label series unit step headline rule",
    "readings": "reading_id fact_id value bound concept exporter importer period_start "
    "period_end period_label deadline stated_by side stated_on stated_in source_id "
    "wording no_number questioned note",
    "agreements": "agreement_id title signed_on place fields documents status "
    "value_usd part_of source_id note",
    "rungs": "agreement_id rung on value currency bound kind towards source_id note",
    "events": "event_id happened_on title kind mechanism source_id note",
    "evidence": "body year state source_id note",
    "sources": "source_id publisher title url published_on language kind reposted_by "
    "checked_on note",
    "pledges": "pledge_id first_iso3 second_iso3 value_usd value_other bound concept "
    "stated_by side stated_on deadline kind wording source_id grade coded checked note",
    "pledge_values": "value_id pledge_id role value_usd bound concept period_start "
    "period_end period_label body source_id wording grade note",
    "pledge_sources": "source_id publisher title url published_on language kind "
    "reposted_by note",
}
# What a target can be, and what it can do to an earlier one.
KINDS = ("level", "multiple", "increase", "range", "balance", "share", "growth")
RELATIONS = ("restates", "replaces", "withdraws")
_COPIES: tuple[dict[str, Any], ...] = (
    {
        "name": "archived_url",
        "type": "string",
        "description": (
            "Address of a copy in a public archive, which outlives the page; "
            "empty: none is known."
        ),
        "constraints": {"pattern": "^https?://\\S+$"},
        "example": "https://archive.example/page",
    },
    {
        "name": "not_archived",
        "type": "string",
        "description": "Why no copy in a public archive is known.",
    },
)
# What a package may leave out, as it stands in a schema.
OPTIONAL: dict[str, tuple[dict[str, Any], ...]] = {
    "readings": (
        {
            "name": "value_confirmed",
            "type": "boolean",
            "description": (
                "true: a person compared value and wording; the number in the words "
                "cannot be read by the check"
            ),
        },
        {
            "name": "currency",
            "type": "string",
            "description": (
                "Currency of `value`, a code of ISO 4217, where it was stated in "
                "another than the package's; empty: in the package's"
            ),
        },
        {
            "name": "rate",
            "type": "number",
            "description": (
                "What one unit of `currency` is worth in the package's currency; the "
                "page converts by it, and shows `value` as stated beside the result"
            ),
        },
        {
            "name": "rate_source_id",
            "type": "string",
            "description": "Where `rate` can be read",
        },
        {
            "name": "kind",
            "type": "string",
            "description": (
                "what sort of target `value` is, as it was said: a level (also if "
                "empty); a multiple (2 for “double”) or an increase, of "
                "`base_reading`; the lower end of a range; a balance of exports over "
                "imports, seen from `exporter`; a share, or growth a year, in percent"
            ),
            "constraints": {"enum": list(KINDS)},
        },
        {
            "name": "value_high",
            "type": "number",
            "description": "the upper end of a range",
            "constraints": {"minimum": 0},
        },
        {
            "name": "base_reading",
            "type": "string",
            "description": (
                "the reading that a multiple, an increase or a growth starts from, as "
                "the speaker stated it"
            ),
        },
        {
            "name": "span",
            "type": "string",
            "description": (
                "a deadline counted from `stated_on`, such as P5Y or P18M for “in five "
                "years” or “in 18 months”; empty beside a `deadline`"
            ),
        },
        {
            "name": "cumulative",
            "type": "boolean",
            "description": "true: the value is for the whole time, not for a year",
        },
        {
            "name": "relation",
            "type": "string",
            "description": "what a target does to the earlier one in `relates_to`",
            "constraints": {"enum": list(RELATIONS)},
        },
        {
            "name": "relates_to",
            "type": "string",
            "description": "an earlier target, by its reading_id or fact_id",
        },
    ),
    "sources": _COPIES,
    "pledge_sources": _COPIES,
}
# More that a package may have, as the project's own describes it.
MAY_HAVE = {
    "facts": "context",
    "agreements": "short documents_bound",
    "events": "short since_then doubts",
}
# Text columns that hold dates, and those that hold lists.
DATES = {
    "readings": ("period_start", "period_end", "deadline", "stated_on"),
    "agreements": ("signed_on",),
    "rungs": ("on",),
    "events": ("happened_on",),
    "sources": ("published_on", "checked_on"),
    "pledges": ("stated_on", "deadline"),
    "pledge_values": ("period_start", "period_end"),
    "pledge_sources": ("published_on",),
}
LISTS = (("agreements", "fields"),)
# Text columns whose cells are names: two of them are one, or are not.
NAMES = {
    "facts": ("label", "unit"),
    "readings": ("concept", "stated_by", "stated_in"),
    "agreements": ("place", "fields", "status"),
    "rungs": ("rung", "kind"),
    "events": ("kind", "mechanism"),
    "evidence": ("body",),
    "sources": ("publisher", "reposted_by", "kind"),
    "pledges": ("concept", "kind"),
    "pledge_values": ("concept",),
    "pledge_sources": ("kind",),
}

# Text columns whose cells are addresses of pages.
ADDRESSES = ("url", "archived_url")

# By which a row is known, and which rows it names: (column, table) pairs.
KEYS = {
    "facts": ["fact_id"],
    "readings": ["reading_id"],
    "agreements": ["agreement_id"],
    "rungs": ["agreement_id", "rung"],
    "events": ["event_id"],
    "evidence": ["body", "year"],
    "sources": ["source_id"],
    "pledges": ["pledge_id"],
    "pledge_values": ["value_id"],
    "pledge_sources": ["source_id"],
}
REFERENCES = {
    "facts": [("headline", "readings")],
    "readings": [("fact_id", "facts"), ("source_id", "sources")],
    "agreements": [("source_id", "sources"), ("part_of", "")],
    "rungs": [
        ("agreement_id", "agreements"),
        ("towards", "facts"),
        ("source_id", "sources"),
    ],
    "events": [("source_id", "sources")],
    "evidence": [("source_id", "sources")],
    "sources": [],
    "pledges": [("source_id", "pledge_sources")],
    "pledge_values": [("pledge_id", "pledges"), ("source_id", "pledge_sources")],
    "pledge_sources": [],
}


def _key_breaches(schema: dict[str, Any], table: str) -> Iterator[tuple[str, str]]:
    """Yield what was found and expected where a schema lacks a key."""
    key = schema.get("primaryKey")
    if ([key] if isinstance(key, str) else key) != KEYS[table]:
        yield f"primaryKey {shown(key)}", f"primaryKey {', '.join(KEYS[table])}"
    named = [_reference(item) for item in _as_list(schema.get("foreignKeys"))]
    for column, target in REFERENCES[table]:
        if (column, target) not in named:
            yield f"no foreignKey of {column}", f"one to {target or 'its own table'}"


def _as_list(items: Any) -> list[Any]:
    return items if isinstance(items, list) else []


def _reference(item: Any) -> tuple[str, str]:
    """Return column and table of a foreign key; empty if it is not one."""
    try:
        fields, target = item["fields"], item["reference"]["resource"]
        first = fields if isinstance(fields, str) else fields[0]
    except (TypeError, KeyError, IndexError):
        return "", ""
    return str(first), str(target)


def _known(table: str) -> list[str]:
    """Return the columns that the code reads, those of `OPTIONAL` among them."""
    optional = [field["name"] for field in OPTIONAL.get(table, ())]
    return [*COLUMNS[table].split(), *optional, *MAY_HAVE.get(table, "").split()]


def _schema_breaches(resources: Any, table: str) -> Iterator[tuple[str, str]]:
    """Yield what was found and expected where a schema is not what the code reads."""
    schema = next(item["schema"] for item in resources if item["name"] == table)
    names = [field["name"] for field in schema["fields"]]
    yield from _key_breaches(schema, table)
    for name in COLUMNS[table].split():
        if names.count(name) != 1:
            yield f"{names.count(name)} fields {name}", f"one field {name}"
    for field in schema["fields"]:
        wanted = TYPES.get((table, field["name"]), "string")
        if field["type"] != wanted and field["name"] in _known(table):
            yield f"{field['name']} of type {field['type']}", f"type {wanted}"
        if not isinstance(field.get("description", ""), str):
            yield (
                f"{field['name']} described by {shown(field['description'])}",
                "a text",
            )
        if not isinstance(field.get("constraints", {}), dict):
            yield f"constraints {shown(field['constraints'])}", "an object"


def _are_speakers(items: Any, economies: Any) -> bool:
    """Return whether each has what is said of a speaker, and one of the economies."""
    if not _all_have(items, "name", "surname", "office", "economy"):
        return False
    codes = (
        [item["code"] for item in economies] if _are_two_economies(economies) else ()
    )
    return all(
        item["economy"] in codes and isinstance(item.get("until", ""), str)
        for item in items
    )


def _are_releases(items: Any) -> bool:
    return _all_have(items, "version", "created") and all(
        _is_iso(item["created"]) and _are_texts(item.get("numbers")) for item in items
    )


def _are_texts(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, str) for item in items)


def _all_have(items: Any, *keys: str) -> bool:
    return isinstance(items, list) and all(
        isinstance(item, dict) and all(isinstance(item.get(key), str) for key in keys)
        for item in items
    )


def _all_are_objects(items: Any) -> bool:
    return isinstance(items, list) and all(
        isinstance(item, dict)
        and all(isinstance(item.get(key, ""), str) for key in ("title", "path", "name"))
        for item in items
    )


def _are_two_economies(items: Any) -> bool:
    return (
        _all_have(items, "code", "name")
        and len(items) == 2
        and items[0]["code"] != items[1]["code"]
    )


def _has_schema(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and isinstance(item.get("schema"), dict)
        and _all_have(item["schema"].get("fields"), "name", "type")
    )
