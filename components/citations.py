"""How to cite the dashboard, or one reading: text, BibTeX and CSL-JSON.

The citation of a reading names the dashboard that keeps it and the source
that carries it; a writer who has read the source cites that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TextIO

from components.dataset import Dataset
from components.measures.readings import (
    Reading,
)
from components.sentences import source_name
from components.wording import (
    ADDRESS,
    SERIES,
    day,
    isolated,
    listed,
    said_by,
    sentence_case,
    stated,
    when,
)

FORMS = ("Short", "Long", "BibTeX", "CSL-JSON")


@dataclass(frozen=True)
class Citation:
    """What a citation says, in no style yet.

    Parameters
    ----------
    key
        Identifier in a bibliography.
    authors
        Names of bodies or persons, as in the package.
    title, year
        What is cited, and the year of the data's version.
    version
        Of the data.
    link
        Of the view; empty if the page has no address of its own.
    accessed
        The day of the reader's visit.
    note
        The source that carries a reading; empty for the dashboard.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    year: str
    version: str
    link: str
    accessed: date
    note: str = ""

    def as_text(self, form: str) -> str:
        """Return the citation in one of :data:`FORMS`."""
        written = {
            "Short": _short,
            "Long": _long,
            "BibTeX": _bibtex,
            "CSL-JSON": _csl_json,
        }
        # A program reads the other two, and wants the text as it is.
        text = written[form](self)
        return isolated(text) if form in FORMS[:2] else text


def of_dataset(dataset: Dataset, link: str, accessed: date) -> Citation:
    """Return the citation of the dashboard in a view."""
    made_on = str(dataset.descriptor.get("created", ""))[:4]
    return Citation(
        key=_key(dataset.name, dataset.version),
        authors=dataset.contributors,
        title=dataset.title,
        year=made_on,
        version=dataset.version,
        link=link,
        accessed=accessed,
    )


def of_reading(
    dataset: Dataset, reading: Reading, link: str, accessed: date
) -> Citation:
    """Return the citation of one reading, with the source that carries it."""
    whole = of_dataset(dataset, link, accessed)
    row = dataset.source_of[reading.source_id]
    published = f", {day(row['published_on'])}" if row["published_on"] else ""
    publisher = source_name(row["publisher"], row["reposted_by"])
    address = f", {row['url']}" if row["url"] else ", no address"
    return Citation(
        key=_key(dataset.name, dataset.version, reading.reading_id),
        authors=whole.authors,
        title=(
            f"{reading.label}: {SERIES[reading.series].lower()}, {stated(reading)}, "
            f"{when(reading)} ({said_by(reading)}), reading {reading.reading_id} of "
            f"{whole.title}"
        ),
        year=whole.year,
        version=whole.version,
        link=link,
        accessed=accessed,
        note=(
            f"{'Questioned. ' * reading.questioned}Carried by {publisher}: "
            f"{row['title']}{published}{address}"
        ),
    )


def _key(*parts: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", "-".join(parts).lower()).strip("-")


def _visit(cited: Citation) -> str:
    return f"accessed {day(cited.accessed.isoformat())}"


def _short(cited: Citation) -> str:
    """Return what fits a caption."""
    link = f", {cited.link}" if cited.link else ""
    return f"{cited.title}, data version {cited.version}, {_visit(cited)}{link}"


def _long(cited: Citation) -> str:
    """Return what a list of references takes."""
    by = f"{listed(cited.authors)}. " if cited.authors else ""
    year = f"{cited.year}. " if cited.year else ""
    link = f" {cited.link}" if cited.link else ""
    note = f" {cited.note}." if cited.note else ""
    return (
        f"{by}{year}{cited.title}. Data set, data version {cited.version}. "
        f"{sentence_case(_visit(cited))}.{link}{'.' if link and note else ''}{note}"
    )


def _bibtex(cited: Citation) -> str:
    """Return a BibTeX entry of the type that every style knows."""
    # Only who cites pays for this import.
    from pybtex.database import BibliographyData, Entry
    from pybtex.database.output.bibtex import Writer

    class VerbatimAddress(Writer):  # type: ignore[misc]
        """Writes an address as it is: in BibTeX it takes no escapes."""

        def _write_field(self, stream: TextIO, name: str, value: str) -> None:
            if name == "url":
                stream.write(f",\n    url = {{{value}}}")
            elif name == "note":
                stream.write(
                    f",\n    note = {{{_with_addresses(value, self._encode)}}}"
                )
            else:
                super()._write_field(stream, name, value)

    note = [f"data version {cited.version}", _visit(cited), cited.note]
    fields = {
        # Braces keep a body's name and the title's capitals as they are.
        "author": " and ".join(f"{{{_latex(name)}}}" for name in cited.authors),
        "title": f"{{{_latex(cited.title)}}}",
        "year": cited.year,
        "howpublished": "Data set",
        "version": _latex(cited.version),
        "url": cited.link,
        "urldate": cited.accessed.isoformat(),
        "note": "; ".join(filter(None, note)),
    }
    entry = Entry("misc", {name: text for name, text in fields.items() if text})
    written: str = VerbatimAddress().to_string(BibliographyData({cited.key: entry}))
    return written.strip()


# What the library takes for LaTeX that is meant, and a brace that it counts.
_LATEX = {
    "\\": "\\textbackslash ",
    "{": "\\textbraceleft ",
    "}": "\\textbraceright ",
    "$": "\\$",
    "~": "\\textasciitilde ",
    "^": "\\textasciicircum ",
}


def _with_addresses(text: str, encode: Callable[[str], str]) -> str:
    r"""Return text for LaTeX, each address in it as it is, in a ``\url``."""
    parts, place = [], 0
    for found in ADDRESS.finditer(text):
        # A full stop that ends a sentence, or a brace that LaTeX would count.
        address = re.split(r"[{}\\]", found[0].rstrip(".,;:!?)»”\"'"))[0]
        end = found.start() + len(address)
        parts += [encode(_latex(text[place : found.start()])), f"\\url{{{address}}}"]
        place = end
    return "".join([*parts, encode(_latex(text[place:]))])


def _latex(text: str) -> str:
    return "".join(_LATEX.get(letter, letter) for letter in text)


def csl(cited: Citation) -> dict[str, Any]:
    """Return the citation as an item of CSL-JSON, schema 1.0."""
    visit = cited.accessed
    item = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "author": [{"literal": name} for name in cited.authors],
        "issued": {"date-parts": [[int(cited.year)]]} if cited.year.isdigit() else None,
        "version": cited.version,
        "accessed": {"date-parts": [[visit.year, visit.month, visit.day]]},
        "URL": cited.link,
        "note": cited.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_json(cited: Citation) -> str:
    """Return the item as JSON with one line for each of its parts."""
    lines = [
        f"    {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}"
        for name, value in csl(cited).items()
    ]
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]"
