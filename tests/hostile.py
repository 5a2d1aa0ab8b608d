"""A package whose every text would like to be more than text."""

from conftest import descriptor, tables, write
from samples import rung

HOSTILE = (
    '<script>hacked()</script><img src=x onerror="hacked()"> [l](javascript:hacked()) '
    "![i](data:image/png;base64,AA) :material/lock: :smile: :streamlit: $\\frac{a}{b}$ "
    "`code` **bold** ~~gone~~ <a href='javascript:hacked()'>t</a> -> :red[r] &lt;b&gt; "
    "</style></script> =HYPERLINK(a) <b>p</b><br>"
)
# As much of it as fits where words are counted, or a space ends the cell.
SHORT = '<img/src=x/onerror="hacked()">**bold**:material/lock:[l](javascript:hacked())'
# Cells that a rule of the code reads, whatever the schema says: dates, codes.
READ = {
    *("series", "bound", "documents_bound", "side", "state", "context", "language"),
    *("exporter", "importer", "period_start", "period_end", "deadline", "stated_on"),
    *("signed_on", "happened_on", "published_on", "checked_on"),
    *("rung", "on", "currency", "kind", "towards"),
}


def text(words, name=""):
    """Return words with what they would like to be behind them."""
    if name == "url":
        return f'{words}/"><{SHORT}'
    if name == "wording":
        return f"{words} {SHORT}"
    if name == "unit" and words == "USD":
        return words  # what the charts draw
    return f"{words} {HOSTILE}".strip()


def hostile_package(folder):
    """Write the small package with hostile text in all that may be any text."""
    package, rows = descriptor(), tables()
    rows["rungs"] = [
        rung("a1", "signed"),
        rung("a2", "announced"),
        rung("a3", "money disclosed", "5000000", kind="credit"),
    ]
    for resource in package["resources"]:
        resource["description"] = text("Rows.")
        for field in resource["schema"]["fields"]:
            field |= {"title": text(field["name"]), "description": text("Column.")}
            name = field["name"]
            if field["type"] == "string" and name not in READ:
                field.pop("constraints", None)
                for row in rows[resource["name"]]:
                    if row.get(name) or name in ("note", "short", "place", "stated_in"):
                        row[name] = text(row.get(name, ""), name)
    rows["events"][0] |= {"since_then": "true", "doubts": rows["facts"][1]["fact_id"]}
    rows["readings"][1]["questioned"] = "true"
    names = ("title", "name", "version", "description", "changes")
    package |= {name: text(package[name]) for name in names}
    package |= {
        "keywords": [HOSTILE],
        "licenses": [{"name": HOSTILE, "title": HOSTILE}],
        "contributors": [{"title": HOSTILE}],
        "sources": [{"title": HOSTILE}],
        "unknowns": [{"title": HOSTILE, "text": HOSTILE}],
        "spellings": [{"word": HOSTILE, "also": [HOSTILE]}],
        "economies": [
            item | {"name": text(item["name"])} for item in package["economies"]
        ],
        "speakers": [
            {
                "name": text("Jane Roe, Minister"),
                "surname": text("Roe"),
                "office": text("minister"),
                "economy": "AAA",
            }
        ],
        "concepts": [
            item
            | {
                "name": text(item["name"]),
                "definition": text(item["definition"]),
                "leaves_out": text("oil"),
            }
            for item in package["concepts"]
        ],
    }
    return write(folder, rows, package)
