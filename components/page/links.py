"""Links as they arrive: from earlier versions, or mangled by chats and mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import unquote

from components.view import AS_OF
from components.words.agreements import ORDERS
from components.words.names import AXIS, TABS, VIEW

# What version 0.3.0 called otherwise: (parameter, value) to (parameter, value);
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
    ("start", "The latest reported value"): None,
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
# Version 0.3.0 named a published start by the period as its source has it.
_OLD_START = "recorded: "
_ENDS = " .,;:!)]}>'\"”’»"


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
    """Return what a link means, and which of its parameters are unknown.

    Case, a full stop at the end, double escaping and ``&amp;`` are ignored.
    """
    kept: dict[str, list[str]] = {}
    lost: list[str] = []
    for raw_name, values in arrived.items():
        name = _name(raw_name)
        for raw in values:
            today = _alias(name, raw)
            if today is None:
                continue
            known_name, value = today
            understood = _known(known_name, value)
            if understood is None:
                lost.append(f"{name}={raw}")
            else:
                kept.setdefault(known_name, []).append(understood)
    return Read(kept, tuple(lost))


def day(text: str) -> date | None:
    """Return the day that a link names as ``YYYY-MM-DD``; None if it is not one."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # fromisoformat reads other forms too, which the control does not accept.
    return day if day.isoformat() == text else None


def _name(raw: str) -> str:
    """Return a parameter's name without the ``amp;`` that escaping left before it."""
    return unescape(unquote(raw)).strip("?& ").removeprefix("amp;").casefold()


def _alias(name: str, raw: str) -> tuple[str, str] | None:
    """Return today's name and value; None for what no longer exists."""
    for (old_name, old_value), new in ALIASES.items():
        if name == old_name and _plain(raw) == _plain(old_value):
            return new
    return name, raw


def _known(name: str, raw: str) -> str | None:
    """Return a value in the page's spelling; None if the page does not know it."""
    if name == AS_OF:
        # A chat may have appended the full stop of its sentence.
        plain = raw.strip().rstrip(_ENDS)
        return plain if day(plain) else None
    if name == "start" and _plain(raw).startswith(_OLD_START):
        return None
    if name not in CLOSED:
        return raw
    same = [value for value in CLOSED[name] if _plain(value) == _plain(raw)]
    return same[0] if same else None


def _plain(value: str) -> str:
    """Return a value without case, escapes and the signs that end a sentence."""
    text = unescape(unquote(unquote(value))).replace("+", " ").casefold()
    return " ".join(text.rstrip(_ENDS).split()).rstrip("?")
