"""How to cite the dashboard, or one reading: text, BibTeX and CSL-JSON.

The citation of a reading names the dashboard that keeps it and the source
that carries it; a writer who has read the source cites that.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from components.dataset import Dataset
from components.measures.pledges import Pledge
from components.measures.readings import Reading
from components.measures.record import Record
from components.words import names, pledges
from components.words.replay import as_known, titled
from components.words.sources import row_name
from components.words.text import isolated, pieces
from components.words.values import day, listed, period, sentence_case, stated

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
        text = written[form](self)
        # A program reads the other two, and wants the text as it is.
        return isolated(text) if form in FORMS[:2] else text


def of_dataset(dataset: Dataset, link: str, accessed: date) -> Citation:
    """Return the citation of the dashboard in a view."""
    made_on = str(dataset.descriptor.get("created", ""))[:4]
    return Citation(
        key=_key(dataset.name, dataset.version, as_known(dataset)),
        authors=dataset.contributors,
        title=titled(dataset),
        year=made_on,
        version=dataset.version,
        link=link,
        accessed=accessed,
    )


def of_reading(record: Record, reading: Reading, link: str, accessed: date) -> Citation:
    """Return the citation of one reading, with the source that carries it."""
    dataset = record.dataset
    whole = of_dataset(dataset, link, accessed)
    doubt = "Questioned. " if reading.questioned else ""
    return replace(
        whole,
        key=_key(dataset.name, dataset.version, as_known(dataset), reading.reading_id),
        title=f"{_said(record, reading)}, in {whole.title}",
        note=f"{doubt}{_read_in(record, reading.source_id)}",
    )


def of_pledge(record: Record, item: Pledge, link: str, accessed: date) -> Citation:
    """Return the citation of a target that others declared, with its source."""
    whole = of_dataset(record.dataset, link, accessed)
    target = item.target
    when = f", {day(target.stated_on)}" if target.stated_on else ""
    said = f"{pledges.name(record, item)} ({target.stated_by}{when})"
    return replace(
        whole,
        key=_key(record.dataset.name, whole.version, item.pledge_id),
        title=f"{said}, in {whole.title}",
        note=_read_in(record, target.source_id),
    )


def _read_in(record: Record, source_id: str) -> str:
    """Return where a value was read, as a bibliography has it."""
    row = record.dataset.source_of[source_id]
    published = f", {day(row['published_on'])}" if row["published_on"] else ""
    address = f", {row['url']}" if row["url"] else ", no address"
    return f"Read in {row_name(row)}: {row['title']}{published}{address}"


def _said(record: Record, reading: Reading) -> str:
    """Return a reading in one phrase: what, whether claimed, how much, when, who."""
    who = names.speaker(record, reading.stated_by)
    said = f"{who}, {day(reading.stated_on)}" if reading.stated_on else who
    kind = names.SERIES[reading.series].lower()
    when = reading.period_label if reading.deadline else period(reading)
    return f"{reading.label}: {kind}, {stated(reading)}, {when} ({said})"


def _key(*parts: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", "-".join(parts).lower()).strip("-")


def _visit(cited: Citation) -> str:
    return f"accessed {day(cited.accessed.isoformat())}"


def _short(cited: Citation) -> str:
    """Return a citation that fits a caption."""
    link = f", {cited.link}" if cited.link else ""
    return f"{cited.title}, data version {cited.version}, {_visit(cited)}{link}"


def _long(cited: Citation) -> str:
    """Return the entry for a list of references."""
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
    note = [f"data version {cited.version}", _visit(cited), cited.note]
    fields = {
        # Braces keep a body's name and the title's capitals as they are.
        "author": " and ".join(f"{{{latex(name)}}}" for name in cited.authors),
        "title": f"{{{latex(cited.title)}}}",
        "year": cited.year,
        "howpublished": "Data set",
        "version": latex(cited.version),
        # An address takes no escapes; a brace in it would end the field.
        "url": _braceless(cited.link),
        "urldate": cited.accessed.isoformat(),
        "note": _with_addresses("; ".join(filter(None, note))),
    }
    lines = [f"    {name} = {{{text}}}" for name, text in fields.items() if text]
    return ",\n".join([f"@misc{{{cited.key}", *lines]) + "\n}"


def _with_addresses(words: str) -> str:
    """Return text for LaTeX in which each address stays as it is."""
    return "".join(
        f"\\url{{{_braceless(part)}}}" if is_address else latex(part)
        for part, is_address in pieces(words)
    )


def _braceless(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


# What LaTeX takes for a command; an escaped brace still counts for BibTeX.
_LATEX = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "#$%&_"}


def latex(text: str) -> str:
    """Return text that LaTeX prints as it is, its braces balanced for BibTeX."""
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
