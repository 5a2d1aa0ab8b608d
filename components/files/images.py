"""Figures as SVG and PNG, drawn on the server by a browser if it has one."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, Literal

import plotly.graph_objects as go

from components.words import labels

Kind = Literal["svg", "png"]
KINDS: tuple[Kind, ...] = ("svg", "png")
# Kinds of images with the scale of each.
Wanted = tuple[tuple[Kind, float], ...]
PNG_SCALE = 2
TIMEOUT = 60  # seconds for all images of one figure
# Nothing listens there, so any network request of the browser fails at once.
NO_NETWORK = "127.0.0.1:9"
_CHANCE = re.compile(r'(?:id="defs-|class="trace \w+ trace|id="p\w{6}-)([0-9a-f]{6})\b')
# One browser at a time: it takes some 480 MB for two seconds, and none after.
_queue = ThreadPoolExecutor(max_workers=1, thread_name_prefix="images")


class NoImageError(RuntimeError):
    """There is no image; says why and what to do, in words for a reader."""


def missing_engine() -> str:
    """Return why this machine cannot draw images, or nothing if it can."""
    from choreographer.browsers import Chromium

    browser = Chromium.find_browser(skip_local=False)
    if browser and Path(browser).is_file():
        return ""
    return labels.NO_ENGINE


def as_images(chart: go.Figure, *, title: str, description: str) -> dict[Kind, bytes]:
    """Return a figure as SVG with its title and description, and as PNG.

    The same figure gives the same bytes on one machine.

    Parameters
    ----------
    chart
        With its width and height in its layout, in CSS pixels.
    title, description
        For ``<title>`` and ``<desc>``, which a screen reader reads.

    Raises
    ------
    NoImageError
        If there is no browser, or it fails or takes longer than a minute.
    """
    svg, png = _drawn(str(chart.to_json()), (("svg", 1), ("png", PNG_SCALE)))
    named = _with_title(_without_chance(svg.decode()), title, description)
    return {"svg": named.encode(), "png": png}


def as_png(chart: go.Figure, scale: float) -> bytes:
    """Return a figure as PNG, as many times as large as its layout says.

    Raises
    ------
    NoImageError
        As :func:`as_images`.
    """
    (png,) = _drawn(str(chart.to_json()), (("png", scale),))
    return png


@lru_cache(maxsize=32)
def _drawn(figure: str, wanted: Wanted) -> Sequence[bytes]:
    """Return a figure in JSON in some kinds, from one start of the browser."""
    missing = missing_engine()
    if missing:
        raise NoImageError(missing)
    return _queue.submit(_run, _draw_all(figure, wanted)).result()


def _run(work: Coroutine[Any, Any, Sequence[bytes]]) -> Sequence[bytes]:
    try:
        return asyncio.run(asyncio.wait_for(work, TIMEOUT))
    # The libraries involved raise a dozen unrelated types; for a reader they all
    # mean the same.
    except Exception as error:
        raise NoImageError(labels.not_drawn(_cause(error))) from error


def _cause(error: Exception) -> str:
    """Return what went wrong in one short line."""
    words = " ".join(str(error).split())
    return f"{words or type(error).__name__:.200}"


async def _draw_all(figure: str, wanted: Wanted) -> list[bytes]:
    from kaleido import Kaleido

    drawn = json.loads(figure)
    size = {name: drawn["layout"][name] for name in ("width", "height")}
    # Without mathjax=False the page would load it from another host.
    async with Kaleido(
        n=1, mathjax=False, timeout=TIMEOUT, proxy_server=NO_NETWORK
    ) as browser:
        return [
            await browser.calc_fig(drawn, opts={**size, "format": kind, "scale": scale})
            for kind, scale in wanted
        ]


def _without_chance(svg: str) -> str:
    """Replace Plotly's random identifiers with sequential ones."""
    counted: dict[str, str] = {}
    for match in _CHANCE.finditer(svg):
        counted.setdefault(match[1], f"n{len(counted)}")
    for drawn, name in counted.items():
        svg = svg.replace(drawn, name)
    return svg


def _with_title(svg: str, title: str, description: str) -> str:
    """Return an SVG that says what it is to whoever cannot see it."""
    head, body = svg.split(">", 1)
    said = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return f'{head} role="img">{said}{body}'
