"""A few kinds of plain HTML elements, for what needs no template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt

from components.files.plain import text

# Without raw HTML, and with links to web pages and to the page itself only.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# Streamlit's own directives, ``:small[words]``. In text from data they are escaped.
_DIRECTIVE = re.compile(r"(?<!\\):[a-z-]+\[((?:[^][\\]|\\.)*)\](?!\()")


def markdown(words: str) -> str:
    """Return the page's own Markdown as HTML."""
    return str(_MARKDOWN.render(_without_directives(words)))


def inline(words: str) -> str:
    """Return Markdown of one line as HTML without a paragraph around it."""
    return str(_MARKDOWN.renderInline(_without_directives(words)))


def _without_directives(words: str) -> str:
    """Return Markdown without Streamlit's directives, removed from the inside out."""
    changed = 1
    while changed:
        words, changed = _DIRECTIVE.subn(r"\1", words)
    return words


def paragraph(words: str) -> str:
    """Return plain text as a paragraph; nothing if there is none."""
    return f"<p>{text(words)}</p>" if words else ""


def bullets(lines: Iterable[str]) -> str:
    """Return lines of plain text as a list; nothing if there are none."""
    return bulleted(map(text, lines))


def bulleted(items: Iterable[str]) -> str:
    """Return items of HTML as a list; nothing if there are none."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""


def heading(words: str) -> str:
    """Return a heading inside a section."""
    return f"<h3>{text(words)}</h3>"


def folded(title: str, html: str, name: str = "") -> str:
    """Return what a reader opens on demand, and paper always shows.

    Parameters
    ----------
    name
        By which links lead to it.
    """
    if not html:
        return ""
    key = f' id="{name}"' if name else ""
    return f"<details{key}><summary>{text(title)}</summary>{html}</details>"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], name: str) -> str:
    """Return rows of plain text; the first cell of a row is its name.

    Parameters
    ----------
    name
        The accessible name of the table.
    """
    head = "".join(f'<th scope="col">{text(cell)}</th>' for cell in header)
    body = "".join(_row(row) for row in rows)
    return (
        f'<table class="whole" aria-label="{text(name)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _row(row: Sequence[str]) -> str:
    first, *others = map(text, row)
    cells = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<tr><th scope="row">{first}</th>{cells}</tr>'
