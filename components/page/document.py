"""The document that the server hands out: Streamlit's own, with a first screen in it.

Streamlit's is empty until megabytes of scripts have run.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.files import plain
from components.page import address, answers, cache, first_screen, head
from components.page.head import Head
from components.page.made import Made
from components.view import View
from components.words import served

# Streamlit opens each page in a narrow column and widens it once the script runs,
# which browsers count as a layout shift of everything on it. Styles that the page
# itself sends arrive too late.
_SHEET = Path(__file__).with_name("server.css").read_text("utf-8")
# Streamlit's styles come later, and would override any of equal specificity.
STYLE = f"{_SHEET} body {{ {plain.style()} }}"
LIMIT = 4_000_000  # bytes of documents that are kept
# Links may be of any length; no meaningful one is longer than this.
_LONGEST_QUERY = 8_000
_ROOT = '<div id="root">'
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
# A response that is compressed, partial or 304 cannot be completed; Streamlit
# compresses the response to every path that it does not know.
_NOT_ASKED = {
    b"accept-encoding",
    b"if-modified-since",
    b"if-none-match",
    b"if-range",
    b"range",
}
# They would let a browser reuse a document whose content is out of date.
_OF_THE_UNCHANGED = ("accept-ranges", "content-length", "etag", "last-modified")


def complete(
    document: str, screen: str, said: Head, scripts: Sequence[str] = ()
) -> str:
    """Return Streamlit's document with styles, words and picture in it.

    Parameters
    ----------
    screen
        The first screen as HTML.
    said
        What search engines and chats say of the page.
    scripts
        Names of Streamlit's scripts that the first view needs and it names late.
    """
    in_head = f"{head.html(said)}<style>{STYLE}</style>" + "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{escape(name)}">'
        for name in scripts
    )
    # Plain string methods, since a description may contain a backslash.
    completed = _NOSCRIPT.sub("", document, count=1)
    before, body, after = completed.rpartition(_ROOT)
    before = before.replace("</head>", f"{in_head}</head>", 1).replace(
        "<title>Streamlit</title>", f"<title>{escape(said.title)}</title>", 1
    )
    rest, end, foot = after.rpartition("</body>")
    return (
        f"{before}{screen}{body}{rest}<script>{first_screen.SCRIPT}</script>{end}{foot}"
    )


def parameters(query: bytes) -> dict[str, list[str]]:
    """Return the parameters of a link; none if it is too long."""
    if len(query) > _LONGEST_QUERY:
        return {}
    try:
        return parse_qs(query.decode("latin-1"), max_num_fields=100)
    except ValueError:
        return {}


def is_home(path: str, bases: Iterable[str]) -> bool:
    """Return whether a path is the page itself; Streamlit answers any with it.

    Parameters
    ----------
    bases
        What may stand before the path of the page.
    """
    homes = {f"/{base.strip('/')}".rstrip("/") for base in ("", *bases)}
    return path.removesuffix("/index.html").rstrip("/") in homes


def not_found(home: str) -> bytes:
    """Return the document for an unknown path.

    Parameters
    ----------
    home
        The address of the page, as a browser there has to ask for it.
    """
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{served.NOT_FOUND}</title></head><body><h1>{served.NOT_FOUND}</h1>"
        f'<p><a href="{escape(home)}">{served.HOME}</a></p></body></html>'
    ).encode()


class Documents(Made):
    """The documents of one folder of data, each made once for a view and a day.

    Parameters
    ----------
    folder
        Returns the folder of the data package.
    scripts
        Names of Streamlit's scripts that the first view needs and it names late.
    """

    def __init__(self, folder: Callable[[], Path], scripts: Sequence[str] = ()) -> None:
        super().__init__(folder, LIMIT)
        self._scripts = scripts

    def of(self, original: bytes, query: bytes) -> bytes:
        """Return the document for a link, as the data are now."""
        today, arrived = date.today(), parameters(query)
        record, error = cache.off_page(self._folder())
        if record is None:
            wanted = first_screen.Asked(View())
        else:
            record = cache.as_known(record, first_screen.day_asked(arrived))
            today = record.day(today)
            wanted = first_screen.asked(record, arrived, today)

        home = address.home()

        def make() -> bytes:
            return complete(
                original.decode(),
                first_screen.html(record, error, wanted, today),
                head.of(record, wanted.view, today, home) if record else Head(),
                self._scripts,
            ).encode()

        state = record and record.dataset.state
        problems = error and tuple(error.problems)
        key = (hash(original), state, problems, today, home, wanted.key)
        return self._kept.get(key, make)


class FirstScreen:
    """Middleware that puts the first screen into the document.

    Parameters
    ----------
    app
        What it stands before.
    documents
        Where documents come from.
    """

    def __init__(self, app: ASGIApp, documents: Documents) -> None:
        self._app = app
        self._documents = documents

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer a request as the app does; its document has the first screen in it."""
        # No coroutine: see policy.py.
        is_asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        if not is_asked or answers.has_a_mark(scope["path"]):
            return self._app(scope, receive, send)
        headers = [item for item in scope["headers"] if item[0] not in _NOT_ASKED]
        scope = {**scope, "headers": headers}
        return self._app(scope, receive, _Completed(scope, send, self._documents))


class _Completed:
    """Collects the app's response, and sends it completed."""

    def __init__(self, scope: Scope, send: Send, documents: Documents) -> None:
        self._scope, self._send, self._documents = scope, send, documents
        # Read now, since Starlette changes the scope while it routes the request.
        base = str(st.get_option("server.baseUrlPath") or "").strip("/")
        self._base = f"{scope.get('root_path', '')}/{base}".rstrip("/")
        self._is_home = is_home(scope["path"], [self._base])
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = bytes(self._body)
        headers = MutableHeaders(raw=start["headers"])
        if self._scope["method"] == "HEAD":
            for name in _OF_THE_UNCHANGED:
                del headers[name]
            # HEAD has no body to look at, so the handler that answered decides.
            is_file = isinstance(self._scope.get("endpoint"), StaticFiles)
            if is_file and not self._is_home:
                start["status"] = 404
        elif _ROOT.encode() in body:
            query = self._scope["query_string"]
            if self._is_home:
                body = await run_in_threadpool(self._documents.of, body, query)
            else:
                start["status"] = 404
                body = not_found(f"{self._base}/")
            for name in _OF_THE_UNCHANGED:
                del headers[name]
            headers["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    headers = MutableHeaders(raw=start["headers"])
    return start["status"] == 200 and headers.get("content-type", "").startswith(
        "text/html"
    )
