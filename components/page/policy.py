"""What the browser may do with the page: run the scripts that are known, no others."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.files import twin

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Sent as they stand, by st.html, in the document and in the page as one file.
_OWN = (
    *sorted(Path(__file__).parent.glob("*.js")),
    Path(twin.__file__).with_suffix(".js"),
)


def headers(document: str) -> dict[str, str]:
    """Return the headers that every answer has.

    Parameters
    ----------
    document
        Streamlit's own, whose inline scripts are known by their content.
    """
    own = [path.read_text("utf-8") for path in _OWN]
    return {
        "content-security-policy": policy([*_INLINE.findall(document), *own]),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }


def policy(scripts: Iterable[str]) -> str:
    """Return the policy under which these inline scripts run, and no others.

    Streamlit writes its styles as the page goes, so that no list of them exists.
    """
    known = sorted({_hash(script) for script in scripts})
    return "; ".join(
        [
            "default-src 'none'",
            # Streamlit's numbers of 64 bits are WebAssembly; text still runs nowhere.
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *known]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            # The page may stand in any other: it has no account and no secret.
        ]
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Policy:
    """Middleware that gives every answer the same headers.

    Parameters
    ----------
    app
        What it stands before.
    headers
        Those that an answer gets which has none of that name.
    """

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the app does, with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(raw=list(message["headers"]))
                for name, value in self._headers.items():
                    found.setdefault(name, value)
                message = {**message, "headers": found.raw}
            await send(message)

        await self._app(scope, receive, sending)
