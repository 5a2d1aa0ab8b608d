"""Plain HTML of few kinds, for what is written without a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it import MarkdownIt

from components.files.plain import text

# Without raw HTML, and with the addresses of the web and of the page alone.
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
# What only Streamlit knows: ``:small[words]``. In text of the data it is escaped.
_DIRECTIVE = re.compile(r"(?<!\\):[a-z-]+\[((?:[^][\\]|\\.)*)\](?!\()")


def markdown(words: str) -> str:
    """Return the page's own Markdown as HTML."""
    return str(_MARKDOWN.render(_without_directives(words)))


def inline(words: str) -> str:
    """Return Markdown of one line as HTML without a paragraph around it."""
    return str(_MARKDOWN.renderInline(_without_directives(words)))


def _without_directives(words: str) -> str:
    """Return Markdown without Streamlit's own marks, the innermost taken off first."""
    found = 1
    while found:
        words, found = _DIRECTIVE.subn(r"\1", words)
    return words


def paragraph(words: str) -> str:
    """Return plain text as a paragraph; nothing if there is none."""
    return f"<p>{text(words)}</p>" if words else ""


def bullets(lines: Iterable[str]) -> str:
    """Return lines of plain text as a list; nothing if there are none."""
    return bulleted(map(text, lines))


def bulleted(items: Iterable[str]) -> str:
    """Return items of HTML as a list; nothing if there are none."""
    found = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{found}</ul>" if found else ""


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
