"""Responses that are not sent again to a reader who has them: entity tags."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

_MARKED = re.compile(
    r"/(?:datapackage\.json|feed\.xml|data/[^/]+(?:\.zip|/[^/]+\.csv))$"
)


def has_a_mark(path: str) -> bool:
    """Return whether a path asks for the data, whose responses are `conditional`."""
    return bool(_MARKED.search(path))


def conditional(
    request: Request,
    body: bytes,
    kind: str,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """Return a body with its entity tag, or 304 if the reader has the same.

    Parameters
    ----------
    kind
        Media type.
    more
        Further headers.
    """
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    # The data of a version may be corrected, so a cache has to ask each time.
    headers = {**more, "etag": mark, "cache-control": "no-cache"}
    if _has(request.headers.get("if-none-match", ""), mark):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def _has(held: str, mark: str) -> bool:
    """Return whether a reader has a body; a proxy that compresses weakens the tag."""
    marks = [part.strip().removeprefix("W/") for part in held.split(",")]
    return mark in marks or marks == ["*"]
