"""The metadata of the document for search engines and chats, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from components.files import addresses, feed, preview
from components.files.images import missing_engine
from components.files.json_ld import in_script, json_ld
from components.measures.record import Record
from components.page import address, state
from components.view import View
from components.words import served
from components.words.finding import finding
from components.words.replay import titled

# Relative to the address of the page.
FEED = "feed.xml"
PICTURES = "preview"
_JSON_LD = '<script type="application/ld+json">{}</script>'


@dataclass(frozen=True)
class Head:
    """The metadata of a document.

    Parameters
    ----------
    title, description
        Of the view, in words.
    address
        Of the view; empty if the page does not know its own.
    picture, alt
        The address of a picture of the view, and what it shows; empty if none.
    dataset
        The data as schema.org describes them, if there are any.
    has_feed
        Whether there is a feed of what changed in the numbers.
    """

    title: str = served.TITLE
    description: str = ""
    address: str = ""
    picture: str = ""
    alt: str = ""
    dataset: Mapping[str, Any] | None = None
    has_feed: bool = False


def of(record: Record, view: View, today: date, home: str) -> Head:
    """Return the metadata of a view's document.

    Parameters
    ----------
    home
        The address of the page; empty if it is not known.
    """
    dataset, drawn = record.dataset, preview.named(view)
    # Pictures and files at an address are of all that is known, never of a past day.
    is_whole = dataset.replay is None
    has_picture = home and is_whole and not missing_engine()
    alt = preview.alt(record, drawn, today) if has_picture else ""
    files = addresses.kinds(dataset, home) if is_whole else {}
    return Head(
        title=served.title(titled(dataset), view),
        description=finding(record, today),
        address=address.of_view(home, view, state.day_asked(record)) if home else "",
        picture=f"{home}{PICTURES}/{preview.name(drawn)}" if alt else "",
        alt=alt,
        dataset=json_ld(record, home, files),
        has_feed=feed.is_dated(record.dataset),
    )


def html(head: Head) -> str:
    """Return the elements of the document's head, without its title."""
    return "".join(_elements(head))


def _elements(head: Head) -> Iterator[str]:
    if head.description:
        yield _named("description", head.description)
    if head.address:
        yield f'<link rel="canonical" href="{escape(head.address)}">'
    if head.has_feed:
        yield (
            f'<link rel="alternate" type="application/atom+xml" href="./{FEED}" '
            f'title="{escape(served.CHANGES)}">'
        )
    if head.dataset is None:
        return
    yield from _for_chats(head)
    # Data that no browser runs, so the policy needs no exception for it.
    yield _JSON_LD.format(in_script(head.dataset))


def _for_chats(head: Head) -> Iterator[str]:
    """Yield the Open Graph properties; chats show the first picture."""
    yield _property("type", "website")
    yield _property("title", head.title)
    yield _property("description", head.description)
    if head.address:
        yield _property("url", head.address)
    if not head.picture:
        return
    width, height = preview.SIZE
    yield _property("image", head.picture)
    yield _property("image:type", "image/png")
    yield _property("image:width", str(width))
    yield _property("image:height", str(height))
    yield _property("image:alt", head.alt)
    yield _named("twitter:card", "summary_large_image")


def _named(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'


def _property(name: str, content: str) -> str:
    return f'<meta property="og:{name}" content="{escape(content)}">'
