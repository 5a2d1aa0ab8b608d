"""The pictures of the named views, each drawn once for a version of the data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.files import preview
from components.files.images import NoImageError
from components.measures.record import Record
from components.page.answers import conditional
from components.page.made import Made
from components.view import View
from components.words import served

# Room for two days and two versions of the data.
_LIMIT = 8_000_000
_NAMED = {preview.name(view): view for view in preview.NAMED}


class Pictures(Made):
    """The pictures for one folder of data."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__(folder, _LIMIT)
        # Drawing takes a browser and seconds, so later requests wait for the same.
        self._lock = Lock()

    def of(self, view: View) -> bytes:
        """Return the picture of a view with the current data; empty if none."""
        record = self.record()
        if record is None:
            return b""
        today = date.today()
        with self._lock:
            return self._kept.get(
                (record.dataset.state, view.key, today),
                lambda: _drawn(record, view, today),
            )

    async def answer(self, request: Request) -> Response:
        """Return a picture, or 404 if there is none of that name."""
        view = _NAMED.get(request.path_params["name"])
        picture = b"" if view is None else await run_in_threadpool(self.of, view)
        if not picture:
            return PlainTextResponse(served.NO_PICTURE, 404)
        return conditional(request, picture, "image/png")


def _drawn(record: Record, view: View, today: date) -> bytes:
    """Return a picture; a failed drawing is not tried again on the same day."""
    try:
        return preview.as_picture(record, view, today)
    except NoImageError:
        return b""
