"""Links as they arrive: of earlier versions, and mangled by chats and mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from components.words.agreements import ORDERS
from components.words.names import AXIS, TABS, VIEW

# Version 0.3.0 named these otherwise: (parameter, value) to (parameter, value);
# None drops what no longer exists.
ALIASES: dict[tuple[str, str], tuple[str, str] | None] = {
    ("view", "Actual"): ("view", VIEW["actual"]),
    ("view", "Actual and target"): ("view", VIEW["both"]),
    ("tab", "What would it take?"): ("tab", TABS["track"]),
    ("tab", "What can I write?"): ("tab", TABS["voices"]),
    ("tab", "Data and sources"): ("tab", TABS["data"]),
    ("tab", "Cite and download"): None,
    ("recorded", "true"): None,
    ("recorded", "false"): ("published", "false"),
    ("time_scale", "Logarithmic"): ("log", "true"),
    ("time_scale", "Linear"): None,
    ("scale", "Logarithmic"): None,
    ("scale", "Linear"): None,
    ("count_by", "Year"): None,
    ("count_by", "Field"): None,
    ("order", "Oldest first"): None,
    ("order", "Newest first"): ("order", "-signed_on"),
    ("order", "By title"): ("order", "title"),
    ("order", "By status"): ("order", "status"),
    ("order", "Most documents first"): ("order", "-documents"),
    ("order", "Highest disclosed value first"): ("order", "-value_usd"),
}
# The parameters with a closed list of values.
CLOSED: dict[str, Sequence[str]] = {
    "view": tuple(VIEW.values()),
    "axis": tuple(AXIS.values()),
    "tab": tuple(TABS.values()),
    "published": ("true", "false"),
    "log": ("true", "false"),
    "order": ORDERS,
}
_ENDS = " .,;:!?)]}>'\"”’»"


@dataclass(frozen=True)
class Read:
    """A link as the page understands it.

    Parameters
    ----------
    parameters
        What the page goes on with.
    not_understood
        Parameters with a value that is none of those known, as they came.
    """

    parameters: dict[str, list[str]]
    not_understood: tuple[str, ...]


def read(arrived: Mapping[str, Sequence[str]]) -> Read:
    """Return what a link means, or which of its parts mean nothing.

    Case, a point at the end, a second escaping and ``&amp;`` change nothing.
    """
    found: dict[str, list[str]] = {}
    lost: list[str] = []
    for raw_name, values in arrived.items():
        name = _name(raw_name)
        for raw in values:
            value = raw
            pair = _known(name, raw)
            if pair == ():
                lost.append(f"{name}={raw}")
                continue
            if pair is None:
                continue
            name_now, value = pair
            found.setdefault(name_now, []).append(value)
    return Read(found, tuple(lost))


def _name(raw: str) -> str:
    """Return a parameter's name without what an escaping left before it."""
    return unescape(unquote(raw)).strip("?& ").removeprefix("amp;").casefold()


def _known(name: str, raw: str) -> tuple[str, str] | tuple[()] | None:
    """Return name and value as the page knows them; None to drop, () if unknown."""
    plain = {_plain(raw): raw}
    for (old_name, old_value), new in ALIASES.items():
        if name == old_name and _plain(old_value) in plain:
            return new
    if name not in CLOSED:
        return name, raw
    for value in CLOSED[name]:
        if _plain(value) in plain:
            return name, value
    return ()


def _plain(value: str) -> str:
    """Return a value without case, escapes and signs at its end."""
    return " ".join(
        unescape(unquote(unquote(value)))
        .replace("+", " ")
        .casefold()
        .rstrip(_ENDS)
        .split()
    )
