"""A request to an ASGI app without a server between."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name):
        return [value for key, value in self.headers if key == name]

    def header(self, name):
        (found,) = self.all(name) or [""]
        return found


def request(app, path="/", query="", method="GET", **headers):
    """Return what an app answers; underscores in names of headers are hyphens."""
    sent = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in headers.items()
        ],
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "http_version": "1.1",
    }

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser test may have left a loop running in this one.
    with ThreadPoolExecutor(1) as worker:
        worker.submit(asyncio.run, app(scope, receive, send)).result()
    start, *parts = sent
    return Answer(
        start["status"],
        [(name.decode(), value.decode()) for name, value in start["headers"]],
        b"".join(part.get("body", b"") for part in parts),
    )
