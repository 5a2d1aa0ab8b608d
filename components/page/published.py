"""The data at permanent addresses, for programs that read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.files import addresses, feed
from components.files.archive import as_zip
from components.files.printed import Taken
from components.files.tables import csv
from components.measures.record import Record
from components.page import address
from components.page.answers import conditional
from components.page.made import Made
from components.view import View
from components.words import served

_LIMIT = 16_000_000  # bytes that are kept
# Scripts of any site may read the data; no response depends on who asks.
_FOR_ALL = {"access-control-allow-origin": "*"}


class Published(Made):
    """The data of one folder; each file is made once for a version of the data."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__(folder, _LIMIT)

    async def description(self, request: Request) -> Response:
        """Return ``datapackage.json``."""
        return await run_in_threadpool(
            lambda: self._file(
                request,
                self.record(),
                "application/json",
                lambda record: addresses.description(record.dataset),
            )
        )

    async def table(self, request: Request) -> Response:
        """Return a table of the current version in CSV."""
        name = request.path_params["table"]
        return await run_in_threadpool(
            self._of_version,
            request,
            "text/csv",
            name,
            lambda record: csv(record.dataset.table(name), mark=False),
        )

    async def package(self, request: Request) -> Response:
        """Return all data of the current version in one zip."""
        taken = Taken(View(), address.home(), date.today())
        return await run_in_threadpool(
            self._of_version,
            request,
            "application/zip",
            "",
            lambda record: as_zip(record, taken, with_figures=False),
        )

    async def feed(self, request: Request) -> Response:
        """Return what changed in the numbers as a feed, if the data say when."""
        return await run_in_threadpool(self._feed, request)

    def _feed(self, request: Request) -> Response:
        record, home = self.record(), address.home()
        if record is not None and not feed.is_dated(record.dataset):
            return PlainTextResponse(served.NO_FEED, 404)
        return self._file(
            request,
            record,
            "application/atom+xml; charset=utf-8",
            lambda record: feed.as_atom(record.dataset, home),
        )

    def _of_version(
        self,
        request: Request,
        kind: str,
        table: str,
        make: Callable[[Record], bytes],
    ) -> Response:
        """Return a file whose address names a version, or where it is now."""
        record = self.record()
        if record is not None:
            tables = record.dataset.tables
            if table and table not in tables:
                return PlainTextResponse(served.no_table(table, tables), 404, _FOR_ALL)
            version = request.path_params["version"]
            if version != record.dataset.version:
                return _elsewhere(request, record, version, table)
        return self._file(request, record, kind, make)

    def _file(
        self,
        request: Request,
        record: Record | None,
        kind: str,
        make: Callable[[Record], bytes],
    ) -> Response:
        if record is None:
            return PlainTextResponse(served.NO_DATA, 503, _FOR_ALL)
        key = request.scope["path"], record.dataset.state, address.home(), date.today()
        content = self._kept.get(key, lambda: make(record))
        return conditional(request, content, kind, _FOR_ALL)


def _elsewhere(request: Request, record: Record, version: str, table: str) -> Response:
    """Return where the file of another version is now; an earlier one is gone."""
    dataset = record.dataset
    path = addresses.table(dataset, table) if table else addresses.package(dataset)
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    below = quote(f"{request.scope.get('root_path', '')}/{base}".rstrip("/"))
    now = f"{address.home() or f'{below}/'}{path}"
    is_gone = addresses.is_earlier(version, dataset.version)
    return PlainTextResponse(
        served.another_version(version, dataset.version, now),
        410 if is_gone else 404,
        {**_FOR_ALL, "link": f'<{now}>; rel="latest-version"'},
    )
