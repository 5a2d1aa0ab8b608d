"""The words of the first screen as plain HTML, for page, served document and twin.

A caveat opens by the browser's own popover: by mouse, touch and keyboard, it
closes with Esc and gives the focus back, without any script.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from components.measures.record import Record
from components.words import finding
from components.words import replay as words
from components.words.caveats import Caveat, of_the_finding
from components.words.sources import Link
from components.words.text import isolated
from components.words.trajectory import Caption
from components.words.values import listed


def text(words: str) -> str:
    """Return text as HTML: escaped, and with its direction isolated."""
    return escape(isolated(words))


def link(item: Link) -> str:
    """Return a link in place; the name alone where there is no address."""
    if not leads_somewhere(item):
        return text(item.name)
    return (
        f'<a href="{escape(item.url)}" rel="noopener noreferrer">{text(item.name)}</a>'
    )


def dispute(item: Link | None) -> str:
    """Return the link to a message about a row; nothing where there is none."""
    if item is None:
        return ""
    anchor = f'<a href="{escape(item.url)}">{text(item.name)}</a>'
    return f' <span class="dispute">· {anchor}</span>'


def leads_somewhere(item: Link) -> bool:
    """Return whether a link has an address of a web page."""
    return item.url.startswith(("https://", "http://"))


def replayed(record: Record, leave: str = "") -> str:
    """Return that the page is replayed, the rule, and the way out; else nothing.

    Parameters
    ----------
    leave
        The address without the day; empty where another control leads out.
    """
    replay = record.dataset.replay
    if replay is None:
        return ""
    out = f'<a href="{escape(leave)}">{text(words.LEAVE)}</a>' if leave else ""
    return (
        f'<aside class="replayed"><p>{text(words.banner(replay))}</p>'
        f"{caveat_buttons([words.why(replay)], 'replayed')}{out}</aside>"
    )


def first_words(record: Record, today: date) -> str:
    """Return the pair, the finding and its caveats."""
    return (
        f'<header class="first"><p class="pair">{text(finding.subtitle(record))}</p>'
        f"<h1>{text(finding.finding(record, today))}</h1>"
        f"{caveat_buttons(of_the_finding(record), 'finding')}</header>"
    )


def under_the_chart(
    caption: Caption, caveats: Sequence[Caveat], note: str = "", *, where: str = "chart"
) -> str:
    """Return caption and sources, the reader's own year, and the caveats.

    Parameters
    ----------
    note
        What the reader's year asks for, if one is picked.
    where
        Tells this chart from others in the same document.
    """
    own = f'<p class="own">{text(note)}</p>' if note else ""
    noun = "Source" if len(caption.sources) == 1 else "Sources"
    cited = listed([link(item) for item in caption.sources])
    sources = f" {noun}: {cited}." if cited else ""
    return (
        f'{own}<p class="caption">{text(caption.text)}{sources}</p>'
        f"{caveat_buttons(caveats, where)}"
    )


def caveat_buttons(caveats: Sequence[Caveat], where: str) -> str:
    """Return caveats by their short form; each opens the whole of it."""
    if not caveats:
        return ""
    items = []
    for caveat in caveats:
        name = f"{where}-{caveat.key}"
        whole = "".join(f"<p>{text(line)}</p>" for line in caveat.long)
        items.append(
            f'<li><button type="button" popovertarget="{name}">{text(caveat.short)}'
            f'</button><div popover id="{name}" class="caveat">'
            f"<h2>{text(caveat.short)}</h2>{whole}</div></li>"
        )
    return f'<ul class="caveats">{"".join(items)}</ul>'


def since_then(record: Record) -> str:
    """Return what happened since, or nothing."""
    words = "".join(
        text(part) if isinstance(part, str) else link(part)
        for part in finding.since_then(record)
    )
    return f'<p class="since">{words}</p>' if words else ""


def style() -> str:
    """Return the style of what stands here."""
    return Path(__file__).with_suffix(".css").read_text("utf-8")
