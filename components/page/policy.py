"""The content security policy: the browser runs known scripts and no others."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Iterable, Mapping
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.files import twin

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Sent unchanged by st.html, in the document, and in the page as one file.
_OWN = (
    *sorted(Path(__file__).parent.glob("*.js")),
    Path(twin.__file__).with_suffix(".js"),
)


def headers(document: str) -> dict[str, str]:
    """Return the headers that every response has.

    Parameters
    ----------
    document
        Streamlit's own, whose inline scripts are allowed by their hashes.
    """
    own = [path.read_text("utf-8") for path in _OWN]
    return {
        "content-security-policy": policy([*_INLINE.findall(document), *own]),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
    }


def policy(scripts: Iterable[str]) -> str:
    """Return the policy under which these inline scripts run, and no others.

    Streamlit generates styles at run time, so they cannot be listed.
    """
    known = sorted({_hash(script) for script in scripts})
    return "; ".join(
        [
            "default-src 'none'",
            # Streamlit handles 64-bit numbers in WebAssembly; eval stays forbidden.
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *known]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            # Any page may embed this one: it has no accounts and no secrets.
        ]
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class Policy:
    """Middleware that gives every response the same headers.

    Parameters
    ----------
    app
        What it stands before.
    headers
        Those that a response gets unless it has one of that name.
    """

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Answer a request as the app does, with the headers."""
        # A coroutine here would stay in memory as long as a reader's connection.
        if scope["type"] != "http":
            return self._app(scope, receive, send)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(raw=list(message["headers"]))
                for name, value in self._headers.items():
                    sent.setdefault(name, value)
                message = {**message, "headers": sent.raw}
            await send(message)

        return self._app(scope, receive, sending)
