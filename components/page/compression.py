"""Fewer bytes on the way: scripts and styles compressed once, and kept.

Streamlit sends its files as they are, 7.8 MB at a first visit. Their names change
with what is in them, so a browser may keep them for good.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from itertools import product
from pathlib import Path

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.page.kept import Kept

# A first visit needs 1.7 MB in brotli and 1.9 in gzip; rarely requested files may be
# compressed again.
LIMIT = 6_000_000
FEWEST = 1_000  # bytes that are worth it
_KINDS = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_NAME = re.compile(r"/static/(?:js|css)/([\w.-]+\.(?:js|css))\Z", re.ASCII)
_OF_THE_NAMED = re.compile(r'(?:src|href)="\./static/(?:js|css)/([\w.-]+)"')
_FOREVER = "public, immutable, max-age=31536000"


def _brotli(content: bytes) -> bytes:
    # As fast as gzip. The best level saves another tenth and takes eleven seconds.
    return brotli.compress(content, quality=6)  # type: ignore[no-any-return]


def _gzip(content: bytes) -> bytes:
    # Without a timestamp, so that the same content gives the same bytes.
    return gzip.compress(content, 6, mtime=0)


# The smallest first. Browsers accept brotli only over HTTPS and from localhost.
CODINGS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": _gzip}


def coding(headers: Headers) -> str:
    """Return the coding that a browser likes best; empty if it takes none of ours."""
    offered = [
        part.replace(" ", "").casefold().partition(";q=")
        for part in headers.get("accept-encoding", "").split(",")
    ]
    weights = {name: _weight(weight) for name, _, weight in offered}
    liked = {name: weights.get(name, weights.get("*", 0)) for name in CODINGS}
    best = max(liked, key=liked.__getitem__)  # the first of those equally liked
    return best if liked[best] > 0 else ""


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0


# What draws HTML, controls and charts; the last is by far the largest.
_LATE = ("Html", "purify.es", "ButtonGroup", "PlotlyChart")


class Files:
    """Streamlit's scripts and styles, each compressed once in a coding.

    Parameters
    ----------
    folder
        That holds ``index.html``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: Kept[bytes] = Kept(LIMIT, len)

    def find(self, path: str) -> Path | None:
        """Return the file that a path asks for, if it is one of those."""
        named = _NAME.search(path)
        if named is None:
            return None
        name = named[1]
        file = self._folder / "static" / Path(name).suffix[1:] / name
        return file if file.is_file() else None

    def compressed(self, file: Path, coding: str) -> bytes:
        """Return a file in one of :data:`CODINGS`."""
        make = CODINGS[coding]
        return self._kept.get((coding, file.name), lambda: make(file.read_bytes()))

    def prepare(self) -> None:
        """Compress what a first visit needs before anybody comes."""
        for coding, name in product(CODINGS, (*self._named(), *self.named_late())):
            file = self.find(f"/static/{Path(name).suffix[1:]}/{name}")
            if file is not None:
                self.compressed(file, coding)

    def named_late(self) -> list[str]:
        """Return the scripts of the first view that others ask for as they run."""
        folder = self._folder / "static" / "js"
        return [file.name for name in _LATE for file in folder.glob(f"{name}.*.js")]

    def _named(self) -> list[str]:
        text = (self._folder / "index.html").read_text("utf-8")
        return _OF_THE_NAMED.findall(text)


class Compression:
    """Middleware that compresses responses for clients that accept it.

    Parameters
    ----------
    app
        What it stands before.
    files
        What is kept.
    """

    def __init__(self, app: ASGIApp, files: Files) -> None:
        self._app = app
        self._files = files
        self._documents: Kept[bytes] = Kept(LIMIT // 6, len)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer a request as the app does, compressed."""
        # No coroutine: see policy.py.
        if scope["type"] != "http" or scope["method"] != "GET":
            return self._app(scope, receive, send)
        return self._compressed(scope, receive, send)

    async def _compressed(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        chosen = coding(headers)
        if not chosen or "range" in headers:
            await self._app(scope, receive, send)
            return
        file = self._files.find(scope["path"])
        if file is None:
            await self._app(scope, receive, _Smaller(send, self._documents, chosen))
        else:
            body = await run_in_threadpool(self._files.compressed, file, chosen)
            await _send_file(send, file, body, chosen)


async def _send_file(send: Send, file: Path, body: bytes, coding: str) -> None:
    headers = MutableHeaders(
        {
            "content-type": _KINDS[file.suffix],
            "content-encoding": coding,
            "content-length": str(len(body)),
            "cache-control": _FOREVER,
            "vary": "Accept-Encoding",
        }
    )
    start = {"type": "http.response.start", "status": 200, "headers": headers.raw}
    await send(start)
    await send({"type": "http.response.body", "body": body})


class _Smaller:
    """Compresses a response that is one whole document; passes on anything else."""

    def __init__(self, send: Send, kept: Kept[bytes], coding: str) -> None:
        self._send, self._kept, self._coding = send, kept, coding
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_document(message):
            self._start = message
            return
        start, self._start = self._start, None
        if start is not None:
            body = message.get("body", b"")
            if not message.get("more_body", False) and len(body) >= FEWEST:
                key = self._coding, sha256(body).digest()
                small = self._kept.get(key, lambda: CODINGS[self._coding](body))
                headers = MutableHeaders(raw=start["headers"])
                headers["content-encoding"] = self._coding
                headers["content-length"] = str(len(small))
                headers.add_vary_header("Accept-Encoding")
                message = {"type": "http.response.body", "body": small}
            await self._send(start)
        await self._send(message)


def _is_document(start: Message) -> bool:
    headers = MutableHeaders(raw=start["headers"])
    kind = headers.get("content-type", "")
    return kind.startswith("text/html") and "content-encoding" not in headers
