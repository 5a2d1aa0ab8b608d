"""The public address of this page, from a setting and never from a request.

A request may name any host, and what is computed for it may be cached for others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, urlencode, urlsplit

from components.page import state
from components.view import View
from components.words import required
from components.words.names import AXIS, VIEW

SETTING = "TRADE_ADDRESS"
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}?#@]+\Z", re.ASCII)


def home(environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of the page, with a slash at its end; empty if not set."""
    given = environment.get(SETTING, "").strip()
    return f"{given.rstrip('/')}/" if given and not _wrong(given) else ""


def problem(environment: Mapping[str, str] = os.environ) -> str:
    """Return what is wrong with the setting, or nothing."""
    given = environment.get(SETTING, "").strip()
    if not given or not _wrong(given):
        return ""
    return (
        f"{SETTING} must be the whole address of the page, such as "
        f"https://example.org/trade; {given!r} is not, and the page does without. "
        "Correct it, or leave it unset."
    )


def _wrong(given: str) -> bool:
    try:
        parts = urlsplit(given)
        return not (_WEB.match(given) and parts.hostname and parts.port != 0)
    except ValueError:
        return True


def of_view(
    home: str, view: View, day: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the address of a view, with only what differs from the default view.

    Parameters
    ----------
    day
        Of the past, on which it is shown, as a link names it; empty if it is not.
    """
    query = urlencode({**parameters(view), **day}, quote_via=quote)
    return f"{home}?{query}" if query else home


def parameters(view: View) -> dict[str, str]:
    """Return what a link to a view says, as the controls would write it."""
    given: dict[str, str] = {}
    if view.view != View.view:
        given["view"] = VIEW[view.view]
    if view.axis != View.axis:
        given["axis"] = AXIS[view.axis]
    if view.logarithmic:
        given["log"] = "true"
    if not view.published:
        given["published"] = "false"
    if view.assumption:
        given[state.YEAR] = str(view.assumption.year)
        given[state.START] = required.start_name(view.assumption.start)
    return given
