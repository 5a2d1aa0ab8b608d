"""What the server does before a reader comes, and to the document it hands out."""

from __future__ import annotations

import contextlib
import os
import sys
import webbrowser
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import Response

from components.dataset import chosen_folder
from components.files import plain
from components.page import cache

# Streamlit opens each page in a narrow column and widens it once the script has
# begun, at which browsers count everything on it as moved. Styles that the page
# sends by itself come too late.
_SHEET = Path(__file__).with_suffix(".css").read_text("utf-8")
# The styles of Streamlit come later, and would win over those of equal weight.
_PLAIN = Path(plain.__file__).with_suffix(".css").read_text("utf-8")
_STYLE = f"<style>{_SHEET} body {{ {_PLAIN} }}</style>".encode()
# They would let a browser keep the document without the style.
_OF_THE_UNCHANGED = ("accept-ranges", "content-length", "etag", "last-modified")


def folder() -> Path:
    """Return the folder of the package that this server shows."""
    return chosen_folder(sys.argv[1:], os.environ)


@contextlib.asynccontextmanager
async def started(_: st.App) -> AsyncIterator[None]:
    """Check the data while the server starts, so that the first reader finds them."""
    Thread(target=_prepare, daemon=True).start()
    yield


def _prepare() -> None:
    cache.warm(folder())
    if not st.get_option("server.headless"):
        # Streamlit opens a browser for a script, but not for an App.
        webbrowser.open(_address())


def _address() -> str:
    path = st.get_option("server.baseUrlPath").strip("/")
    return f"http://localhost:{st.get_option('server.port')}/{path}"


async def styled(request: Request, respond: RequestResponseEndpoint) -> Response:
    """Return what the server answers; HTML has the style in it."""
    found = await respond(request)
    is_page = found.headers.get("content-type", "").startswith("text/html")
    if request.method != "GET" or not is_page:
        return found
    parts = [part async for part in found.body_iterator]  # type: ignore[attr-defined]
    headers = {
        name: value
        for name, value in found.headers.items()
        if name not in _OF_THE_UNCHANGED
    }
    body = b"".join(parts).replace(b"</head>", _STYLE + b"</head>", 1)
    return Response(body, found.status_code, headers)
