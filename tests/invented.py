"""Two invented economies, of which a test says only what it is about."""

from conftest import descriptor, write

from components.dataset import load
from components.measures.readings import Reading
from components.measures.record import Record
from components.package.model import offered

CONCEPTS = [
    {"name": "goods", "definition": "What is carried.", "on_trajectory": True},
    {"name": "services", "definition": "What is done.", "on_trajectory": True},
    {
        "name": "trade",
        "definition": "Nobody said what.",
        "on_trajectory": True,
        "basis_stated": False,
    },
    {"name": "honey", "definition": "Honey alone.", "on_trajectory": False},
]
SOURCES = ("gazette", "herald", "office")
SAID = {"stated_by": "Jane Roe, Minister", "side": "first economy"}
COUNTED = {"stated_by": "Office of Tolls", "side": "statistical body"}


def reading(value, year=2020, **change):
    """Return a published value of goods for one calendar year."""
    cells = {
        "reading_id": f"v{year}",
        "fact_id": f"f{year}",
        "label": "Trade",
        "series": "recorded",
        "unit": "USD",
        "value": value,
        "bound": "exact",
        "concept": "goods",
        "exporter": "",
        "importer": "",
        "period_start": f"{year}-01-01",
        "period_end": f"{year}-12-31",
        "period_label": str(year),
        "deadline": "",
        **COUNTED,
        "stated_on": "",
        "stated_in": "",
        "source_id": "office",
        "wording": "",
        "no_number": True,
        "questioned": False,
        "note": "",
        "known_on": f"{year + 1}-01-31",
    }
    return Reading(**cells | change)


def claimed(value, year=2020, **change):
    """Return a row of what was said of one calendar year."""
    said = {"series": "reported", "stated_on": f"{year + 1}-02-01", **SAID}
    return _row(value, year, **said | {"source_id": "gazette"} | change)


def published(value, year=2020, **change):
    """Return a row of an official statistic of one calendar year."""
    counted = {"series": "recorded", "stated_on": f"{year + 1}-03-01", **COUNTED}
    return _row(value, year, **counted | {"source_id": "office"} | change)


def target(value, **change):
    """Return a row of a target without a deadline, named on 1 June 2015."""
    named = {"series": "target", "stated_on": "2015-06-01", **SAID}
    empty = {"period_start": "", "period_end": "", "period_label": "no deadline"}
    return _row(value, 2015, **named | empty | {"source_id": "gazette"} | change)


def _row(value, year, **change):
    return {
        "value": str(value),
        "bound": "exact",
        "concept": "goods",
        "period_start": str(year),
        "period_end": str(year),
        "period_label": str(year),
        "unit": "USD",
        **change,
    }


def event(happened_on, **change):
    """Return a row of something that happened."""
    row = {"title": "A visit", "kind": "visit", "source_id": "gazette"}
    return row | {"happened_on": happened_on, **change}


def agreement(signed_on, **change):
    """Return a row of something that was signed."""
    row = {"title": "A treaty", "status": "signed", "source_id": "gazette"}
    return row | {"signed_on": signed_on, "fields": "shipping", **change}


def looked_for(year, state, body="Office of Tolls"):
    """Return a row of a year for which a body was searched, or not."""
    row = {"body": body, "year": str(year), "state": state, "note": "The yearbook."}
    return row | {"source_id": "office"}


def package(
    folder,
    *rows,
    currency="USD",
    speakers=(),
    events=(),
    agreements=(),
    evidence=(),
):
    """Return a folder with a package of some rows; each is a fact unless it names one.

    The first row of a fact is its headline.
    """
    described = descriptor() | {"concepts": CONCEPTS, "speakers": list(speakers)}
    schemas = {item["name"]: item["schema"] for item in described["resources"]}
    _only(schemas["readings"], "concept", [item["name"] for item in CONCEPTS])
    described["currency"] = currency
    # Any unit, so that the rules of money are met and not the list.
    _any(schemas["facts"], "unit")
    schemas["readings"]["fields"] += offered("readings")
    if all(field["name"] != "context" for field in schemas["facts"]["fields"]):
        schemas["facts"]["fields"].append({"name": "context", "type": "string"})
    facts, readings = {}, []
    for number, row in enumerate(rows, 1):
        reading_id = row.get("reading_id", f"r{number}")
        fact_id = row.get("fact_id", f"f{number}")
        fact = {"fact_id": fact_id, "label": f"Fact {number}", "headline": reading_id}
        fact |= {key: row[key] for key in _FACT if key in row}
        facts.setdefault(fact_id, fact | {"rule": "The first."})
        cells = {key: cell for key, cell in row.items() if key not in _FACT}
        readings.append(
            {"no_number": "true"}
            | cells
            | {"reading_id": reading_id, "fact_id": fact_id}
        )
    names = [field["name"] for field in schemas["facts"]["fields"]]
    tables = {
        "facts": [{k: v for k, v in f.items() if k in names} for f in facts.values()],
        "readings": readings,
        "sources": [_source(name) for name in SOURCES],
        "agreements": [
            {"agreement_id": f"a{number}"} | row
            for number, row in enumerate(agreements, 1)
        ],
        "events": [
            {"event_id": f"e{number}"} | row for number, row in enumerate(events, 1)
        ],
        "evidence": list(evidence),
    }
    return write(folder / "pair", tables, described)


def record(folder, *rows, **tables):
    """Return a record of a package of some rows, and of other tables by name."""
    return Record(load(package(folder, *rows, **tables)))


_FACT = ("label", "series", "unit", "step", "context")


def _only(schema, column, values):
    field = next(field for field in schema["fields"] if field["name"] == column)
    field.setdefault("constraints", {})["enum"] = values


def _any(schema, column):
    field = next(field for field in schema["fields"] if field["name"] == column)
    field.get("constraints", {}).pop("enum", None)


def _source(name):
    return {
        "source_id": name,
        "publisher": f"The {name.title()}",
        "title": "A page",
        "url": f"https://{name}.example/page",
        "published_on": "2021",
        "language": "en",
        "kind": "news",
        "checked_on": "2022-01-01",
    }
