"""The routes that the server has besides the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from components.files import twin
from components.files.addresses import DESCRIPTION
from components.page import cache
from components.page.first_screen import TWIN
from components.page.head import FEED, PICTURES
from components.page.made import Made
from components.page.pictures import Pictures
from components.page.published import Published
from components.view import AS_OF
from components.words import served

# Room for two days and two versions of the data, at any reasonable size.
_LIMIT = 16_000_000
_ICON = Path(__file__).with_name("icon.png").read_bytes()


class Twins(Made):
    """The whole page as one file, made once for a version of the data and a day."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__(folder, _LIMIT)

    def current(self, day: str = "") -> bytes | None:
        """Return the file with the current data, or None if there are none.

        Parameters
        ----------
        day
            Of the past, on which they are shown as known.
        """
        record = self.record()
        if record is None:
            return None
        record = cache.as_known(record, day)
        today = date.today()
        return self._kept.get(
            (record.dataset.state, today),
            lambda: twin.as_html(record, on=today, whole=f"./{TWIN}").encode(),
        )

    async def answer(self, request: Request) -> Response:
        """Return the file, or what is wrong."""
        day = request.query_params.get(AS_OF, "")
        known = await run_in_threadpool(self.current, day)
        if known is None:
            return PlainTextResponse(served.NO_DATA, 503)
        return HTMLResponse(known, headers={"cache-control": "no-cache"})


def table(folder: Callable[[], Path]) -> list[Route]:
    """Return every route of the project's own.

    Parameters
    ----------
    folder
        Returns the folder of the data package.
    """
    published = Published(folder)
    answers = {
        f"/{TWIN}": Twins(folder).answer,
        f"/{PICTURES}/{{name}}": Pictures(folder).answer,
        f"/{DESCRIPTION}": published.description,
        "/data/{version:path}/{table}.csv": published.table,
        "/data/{version:path}.zip": published.package,
        f"/{FEED}": published.feed,
        "/robots.txt": _robots,
        # Browsers request the first by default; Streamlit's document names the second.
        "/favicon.ico": _icon,
        "/favicon.png": _icon,
    }
    return [Route(_below_base(path), answer) for path, answer in answers.items()]


async def _robots(_: Request) -> Response:
    return PlainTextResponse("User-agent: *\nAllow: /\n")


async def _icon(_: Request) -> Response:
    kept = {"cache-control": "public, max-age=86400"}
    return Response(_ICON, media_type="image/png", headers=kept)


def _below_base(path: str) -> str:
    """Return a path below the server's base, which Streamlit does not add to routes."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}{path}" if base else path
