"""What the server does when it starts, and its middleware."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import webbrowser
from collections.abc import AsyncIterator, Mapping
from functools import cache
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from streamlit.file_util import get_static_dir

from components.dataset import chosen_folder
from components.page import address, policy
from components.page import cache as data
from components.page.compression import Compression, Files
from components.page.document import Documents, FirstScreen
from components.page.policy import Policy


def folder() -> Path:
    """Return the folder of the package that this server shows."""
    return chosen_folder(sys.argv[1:], os.environ)


@contextlib.asynccontextmanager
async def started(_: st.App) -> AsyncIterator[None]:
    """Check the data while the server starts, so that no reader waits for it."""
    Thread(target=_prepare, daemon=True).start()
    yield


def _prepare() -> None:
    if wrong := address.problem():
        print(wrong, file=sys.stderr)
    data.warm(folder())
    if compresses(os.environ):
        _files().prepare()
    _settle()
    if not st.get_option("server.headless"):
        # Streamlit opens a browser for a script, but not for an App.
        webbrowser.open(_address())


def _settle() -> None:
    """Let the collector pass over what the start has made, which stays for good.

    With a hundred readers a full collection, and so a toggle, took up to 150 ms.
    """
    gc.collect()
    gc.freeze()


def _address() -> str:
    path = st.get_option("server.baseUrlPath").strip("/")
    return f"http://localhost:{st.get_option('server.port')}/{path}"


@cache
def _files() -> Files:
    return Files(Path(get_static_dir()))


def compresses(environment: Mapping[str, str]) -> bool:
    """Return whether this server compresses; a proxy may do it instead."""
    return environment.get("TRADE_COMPRESSION", "").casefold() != "off"


def middleware(environment: Mapping[str, str] = os.environ) -> list[Middleware]:
    """Return the middleware, outermost first."""
    documents = Documents(folder, _files().named_late())
    original = (Path(get_static_dir()) / "index.html").read_text("utf-8")
    layers = [Middleware(Policy, headers=policy.headers(original))]
    if compresses(environment):
        layers.append(Middleware(Compression, files=_files()))
    return [*layers, Middleware(FirstScreen, documents=documents)]
