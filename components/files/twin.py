"""The page as one HTML file that needs no server, no network and no script."""

from __future__ import annotations

import base64
import hashlib
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from markupsafe import Markup

from components.charts.style import DARK, LIGHT, PRINT, css_variables
from components.files import markup, plain, views
from components.files.json_ld import in_script, json_ld
from components.files.printed import Taken
from components.files.sections import sections
from components.measures.record import Record
from components.view import AS_OF, View
from components.words.files import about_the_file
from components.words.finding import finding
from components.words.replay import titled
from components.words.sources import Link

FILE = "index.html"
_HERE = Path(__file__).parent
_PALETTES = (
    ("@media screen", LIGHT),
    ("@media screen and (prefers-color-scheme: dark)", DARK),
    ("@media print", PRINT),
)
# What the file may do: run its one script; it may ask no host for anything.
_POLICY = (
    "default-src 'none'; script-src {script}; style-src 'unsafe-inline'; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)


def as_html(record: Record, *, on: date, link: str = "", whole: str = "") -> str:
    """Return the whole page as one HTML file.

    The same package, day and link give the same bytes.

    Parameters
    ----------
    on
        The day that the file names as its own.
    link
        Where the file will be published, or where the live page is.
    whole
        Where all that is known can be read, if not at the link without its day.
    """
    today = record.day(on)
    script = (_HERE / "twin.js").read_text("utf-8")
    page = markup.environment(_HERE).get_template("twin.html")
    html = page.render(
        title=titled(record.dataset),
        description=finding(record, today),
        link=link,
        live=Markup(plain.link(Link(link, link))),
        policy=_POLICY.format(script=_allowed(script)),
        css=Markup(_style()),
        json_ld=Markup(in_script(json_ld(record, link))),
        replayed=Markup(plain.replayed(record, whole or _without_the_day(link))),
        first_words=Markup(plain.first_words(record, today)),
        trajectory=Markup(views.html(record, today)),
        since_then=Markup(plain.since_then(record)),
        sections=[
            {"key": part.key, "title": part.title, "html": Markup(part.html)}
            for part in sections(record, Taken(View(), link, on))
        ],
        about=about_the_file(record, on),
        script=Markup(script),
    )
    return f"{html.strip()}\n"


def _without_the_day(link: str) -> str:
    """Return where the live page shows all that is known; nothing if none is named."""
    address = urlsplit(link)
    query = parse_qs(address.query)
    if AS_OF not in query:
        return ""
    rest = {name: values for name, values in query.items() if name != AS_OF}
    return urlunsplit(address._replace(query=urlencode(rest, doseq=True)))


def _style() -> str:
    """Return the colours of each theme, and every style."""
    colours = "".join(
        f"{media} {{ :root {{ {css_variables(palette)} }} }}\n"
        for media, palette in _PALETTES
    )
    own = (_HERE / "twin.css").read_text("utf-8")
    return colours + plain.style() + markup.style() + own + views.style()


def _allowed(script: str) -> str:
    """Return the hash by which the browser knows a script as the file's own."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
