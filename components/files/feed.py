"""What changed in the numbers, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from components.dataset import Dataset
from components.words import served

ATOM = "http://www.w3.org/2005/Atom"
# Characters that XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One version of the data: when it came, and what changed in its numbers."""

    version: str
    created: str
    numbers: Sequence[str]


def entries(dataset: Dataset) -> list[Entry]:
    """Return the versions that have a day; the present one is always among them."""
    described = dataset.descriptor
    listed = [
        Entry(item["version"], item["created"], item["numbers"])
        for item in described.get("releases", [])
    ]
    created = str(described.get("created", ""))
    if created and dataset.version not in [entry.version for entry in listed]:
        changes = str(described.get("changes", ""))
        listed.insert(0, Entry(dataset.version, created, [changes] if changes else []))
    return listed


def is_dated(dataset: Dataset) -> bool:
    """Return whether there is a feed: without a dated version it would invent dates."""
    return bool(entries(dataset))


def as_atom(dataset: Dataset, home: str) -> bytes:
    """Return the feed.

    Parameters
    ----------
    home
        The address of the page; if empty, links lead to where the feed was read.
    """
    told = entries(dataset)
    ElementTree.register_namespace("", ATOM)
    root = Element(f"{{{ATOM}}}feed")
    _add(root, "id", _name(dataset, ""))
    _add(root, "title", served.feed_title(dataset.title))
    _add(root, "updated", max(_moment(entry.created) for entry in told).isoformat())
    SubElement(root, f"{{{ATOM}}}link", {"href": home or "./"})
    self = {"rel": "self", "href": f"{home}feed.xml"}
    SubElement(root, f"{{{ATOM}}}link", self)
    for name in dataset.contributors or (dataset.title,):
        _add(SubElement(root, f"{{{ATOM}}}author"), "name", name)
    for entry in told:
        _add_entry(SubElement(root, f"{{{ATOM}}}entry"), dataset, entry, home)
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True))


def _add_entry(parent: Element, dataset: Dataset, entry: Entry, home: str) -> None:
    _add(parent, "id", _name(dataset, entry.version))
    _add(parent, "title", served.version_title(entry.version))
    _add(parent, "updated", _moment(entry.created).isoformat())
    SubElement(parent, f"{{{ATOM}}}link", {"href": home or "./"})
    content = _add(parent, "content", "".join(_list(entry.numbers)))
    content.set("type", "html")


def _list(numbers: Sequence[str]) -> Iterator[str]:
    yield "<ul>"
    for words in numbers or [served.NO_CHANGES]:
        yield f"<li>{escape(words)}</li>"
    yield "</ul>"


def _add(parent: Element, name: str, text: str) -> Element:
    child = SubElement(parent, f"{{{ATOM}}}{name}")
    child.text = _NO_XML.sub("", text)
    return child


def _name(dataset: Dataset, version: str) -> str:
    """Return an identifier that stays the same when the page moves."""
    return uuid5(NAMESPACE_URL, f"{dataset.name}/{version}").urn


def _moment(created: str) -> datetime:
    """Return a day, or a moment, of ISO 8601; without a zone, as if in UTC."""
    moment = datetime.fromisoformat(created)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
