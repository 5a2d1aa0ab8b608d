"""Answers that a reader who has them already need not be sent again."""

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
    """Return whether a path asks for the data, whose answers are `conditional`."""
    return bool(_MARKED.search(path))


def conditional(
    request: Request,
    body: bytes,
    kind: str,
    more: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    """Return a body with its mark, or word that what the reader has is the same.

    Parameters
    ----------
    kind
        Media type.
    more
        Further headers.
    """
    mark = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    # The data of one version may be corrected: kept, but asked for each time.
    headers = {**more, "etag": mark, "cache-control": "no-cache"}
    if _has(request.headers.get("if-none-match", ""), mark):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def _has(held: str, mark: str) -> bool:
    """Return whether a reader holds a body; a proxy that compresses weakens marks."""
    marks = [part.strip().removeprefix("W/") for part in held.split(",")]
    return mark in marks or marks == ["*"]
