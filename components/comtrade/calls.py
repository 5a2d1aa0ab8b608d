"""Calls to UN Comtrade over HTTP: retried where that helps, a clear error where not.

The UN's own client is not used: it drops the field ``error`` of an answer, so
that a refusal looks like a partner without trade, prints the address with the
key, and waits two minutes for a silent server.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import Any

import urllib3
from urllib3.exceptions import (
    HTTPError,
    NewConnectionError,
    ProtocolError,
    TimeoutError,
)

KEY = "COMTRADE_API_KEY"
HOST = "https://comtradeapi.un.org"
YEARS_AT_ONCE = 12  # most that one call may name
MOST_RECORDS = 500  # most that the preview sends
WORLD = 0
PAUSES = (1, 2, 4, 8, 16)  # least seconds before each further attempt
SILENCE = 20  # seconds without an answer that end an attempt
PATIENCE = 50  # seconds that one question may take
# All goods, all countries of consignment, customs procedures, modes of transport.
TOTALS = {
    "cmdCode": "TOTAL",
    "flowCode": "M,X",
    "partner2Code": "0",
    "customsCode": "C00",
    "motCode": "0",
}


class ComtradeError(RuntimeError):
    """UN Comtrade gave no usable answer; says what was asked and what to do."""


class Comtrade:
    """UN Comtrade, asked over HTTP.

    Parameters
    ----------
    key
        Subscription key; without one the preview is asked.
    sleep, clock
        Waits for some seconds; tells the seconds.
    say
        Called with each question, and before each wait.
    """

    def __init__(
        self,
        key: str | None,
        sleep: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        say: Callable[[str], object] = lambda words: None,
    ) -> None:
        self._key = (key or "").strip() or None
        self._sleep, self._clock, self._say = sleep, clock, say
        self._pool = urllib3.PoolManager()

    @property
    def access(self) -> str:
        """How it is asked, for the provenance of a row."""
        return f"UN Comtrade ({'with a key' if self._key else 'preview'})"

    def areas(self, table: str) -> list[dict[str, Any]]:
        """Return a reference table: ``Reporters`` or ``partnerAreas``."""
        path = f"/files/v1/app/reference/{table}.json"
        return self._rows("results", path, {}, f"its list of {table}")

    def totals(
        self,
        classification: str,
        reporters: Sequence[int],
        partners: Sequence[int],
        years: Sequence[int],
    ) -> list[dict[str, Any]]:
        """Return the records of reporters with partners and with the world.

        Parameters
        ----------
        classification
            ``HS``, or an edition of SITC from ``S1`` to ``S4``.
        reporters, partners
            Codes of areas.
        years
            At most :data:`YEARS_AT_ONCE`.
        """
        access = "data/v1/get" if self._key else "public/v1/preview"
        query = TOTALS | {
            "period": ",".join(map(str, years)),
            "reporterCode": ",".join(map(str, reporters)),
            "partnerCode": ",".join(map(str, (WORLD, *partners))),
            "includeDesc": "true",
        }
        if self._key:
            query["subscription-key"] = self._key
        what = f"{classification} of {span(years)}, reporter {query['reporterCode']}"
        rows = self._rows("data", f"/{access}/C/A/{classification}", query, what)
        if not self._key and len(rows) >= MOST_RECORDS:
            raise ComtradeError(
                f"The preview sends at most {MOST_RECORDS} records, and sent as many "
                f"for {what}; some may be missing. Ask for fewer years, or with a key "
                f"in {KEY}."
            )
        return rows

    def _rows(
        self, field: str, path: str, query: dict[str, str], what: str
    ) -> list[dict[str, Any]]:
        """Return the rows of an answer, once it has proved to be one."""
        content = self._answered(path, query, what)
        try:
            answer = json.loads(content.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            start = shorten(content[:400].decode("utf-8", "replace"), 80)
            raise ComtradeError(
                f"UN Comtrade sent something that is not JSON for {what}: “{start}”. A "
                "network that asks to log in does that; try again later."
            ) from error
        rows = answer.get(field) if isinstance(answer, dict) else None
        said = answer.get("error") if isinstance(answer, dict) else None
        if said:
            raise ComtradeError(
                f"UN Comtrade answered {what} with an error: “{self._plain(said)}”. "
                "Try again later, or ask for other years."
            )
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ComtradeError(
                f"UN Comtrade’s answer for {what} has no list of records under "
                f"“{field}”. Try again later."
            )
        return rows

    def _answered(self, path: str, query: dict[str, str], what: str) -> bytes:
        """Return what was sent, retrying where that may help."""
        end = self._clock() + PATIENCE
        self._say(f"Asking UN Comtrade for {what}")
        for pause in (*PAUSES, None):
            wait = 0.0
            try:
                response = self._pool.request(
                    "GET", f"{HOST}{path}", fields=query, timeout=SILENCE, retries=False
                )
            except HTTPError as error:
                reason = _reason(error)
            else:
                content = response.data or b""
                if response.status == 200:
                    return content
                said = self._plain(_message(content))
                self._refuse(response.status, said, what)
                reason = f"it answered {response.status}: “{said}”"
                wait = _asked_to_wait(response)
            if pause is None or self._clock() + max(pause, wait) > end - SILENCE / 2:
                break
            wait = max(pause, wait)
            self._say(f"{what}: {reason}; asking again in {_duration(wait)}")
            self._sleep(wait)
        remedy = "Check the network and try again later."
        if wait:
            remedy = f"It asks to wait {_duration(wait)}; try again then."
        raise ComtradeError(
            f"UN Comtrade gave no answer for {what}: {reason}. {remedy}"
        )

    def _refuse(self, status: int, said: str, what: str) -> None:
        """Raise if a status says that retrying is pointless."""
        if status == 429 or status >= 500:
            return
        remedy = "Try again later; if that does not help, report it."
        rule = f"UN Comtrade refuses to answer {what} ({status})"
        if status == 401 and self._key:
            rule = f"UN Comtrade does not accept the key in {KEY} (401)"
            remedy = "Correct the key, or unset it to ask the preview."
        elif status == 403 and self._key and "quota" in said.lower():
            rule = f"The quota of the key in {KEY} is used up (403)"
            remedy = "Wait until it is filled again, or unset the key for the preview."
        elif status == 403 and self._key:
            rule = f"UN Comtrade does not let the key in {KEY} ask this (403)"
            remedy = "Use another key, or unset it to ask the preview."
        raise ComtradeError(f"{rule}: “{said}”. {remedy}")

    def _plain(self, said: Any) -> str:
        """Return the server's text as one short line, without the key."""
        text = " ".join(str(said).split())
        if self._key:
            text = text.replace(self._key, "(key)")
        return shorten(text, 200).rstrip(".") or "nothing"


def span(years: Sequence[int]) -> str:
    """Return the first and the last of some years, in words."""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first} to {last}"


def _reason(error: HTTPError) -> str:
    """Return why there was no answer; the library's own words show the key."""
    # In the library an unreachable server is a kind of timeout.
    if isinstance(error, TimeoutError) and not isinstance(error, NewConnectionError):
        return f"it was silent for {SILENCE} seconds"
    if isinstance(error, ProtocolError):
        return "the connection was cut"
    return f"it could not be reached ({type(error).__name__})"


def _message(content: bytes) -> str:
    """Return the message of a failed answer."""
    text = content[:2000].decode("utf-8", "replace")
    try:
        answer = json.loads(text)
    except ValueError:
        return text
    if not isinstance(answer, dict):
        return text
    return str(answer.get("message") or answer.get("error") or text)


def _asked_to_wait(response: urllib3.BaseHTTPResponse) -> float:
    """Return the seconds that the server asks to wait, 0 if it does not."""
    try:
        return urllib3.Retry().get_retry_after(response) or 0.0
    except urllib3.exceptions.InvalidHeader:
        return 0.0


def _duration(seconds: float) -> str:
    """Return a wait in words."""
    if seconds < 120:
        return f"{seconds:.0f} second{'' if round(seconds) == 1 else 's'}"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} minutes"
