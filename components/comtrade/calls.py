"""What UN Comtrade answers, through the UN's own client, patiently."""

from __future__ import annotations

import contextlib
import importlib.metadata
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import pandas as pd

YEARS_AT_ONCE = 12  # what one call may name
PAUSES = (2, 4, 8, 16)  # seconds before each further attempt
IMPORTS, EXPORTS = "M", "X"
# All goods, all partners of consignment, customs procedures and modes of transport.
_TOTALS = {
    "typeCode": "C",
    "freqCode": "A",
    "clCode": "HS",
    "cmdCode": "TOTAL",
    "flowCode": f"{IMPORTS},{EXPORTS}",
    "partner2Code": "0",
    "customsCode": "C00",
    "motCode": "0",
}


class ComtradeError(RuntimeError):
    """UN Comtrade gave no answer; says what was asked and what to do."""


@dataclass(frozen=True)
class Answer:
    """What one reporter says of one partner.

    Parameters
    ----------
    records
        One for each flow and year, in the client's own columns.
    years_with_data
        Years for which the reporter sent any data at all.
    """

    records: list[dict[str, Any]]
    years_with_data: frozenset[int]


class Comtrade:
    """UN Comtrade, asked through ``comtradeapicall``.

    Parameters
    ----------
    key
        Subscription key; without one the preview of 500 records is asked.
    client
        The module ``comtradeapicall``, or what stands in for it.
    sleep
        Waits for some seconds.
    say
        Is told of each attempt that failed.
    """

    def __init__(
        self,
        key: str | None,
        client: Any,
        sleep: Callable[[float], object] = time.sleep,
        say: Callable[[str], object] = lambda words: None,
    ) -> None:
        self._key, self._client = key, client
        self._sleep, self._say = sleep, say

    @property
    def access(self) -> str:
        """How it is asked, for the provenance of a row."""
        try:
            version = importlib.metadata.version("comtradeapicall")
        except importlib.metadata.PackageNotFoundError:
            version = "of unknown version"
        kind = "with a key" if self._key else "preview"
        return f"UN Comtrade ({kind}) with comtradeapicall {version}"

    def code(self, economy: str) -> str:
        """Return UN Comtrade's own code of an economy.

        Raises
        ------
        ComtradeError
            If there is no answer, or no such economy.
        """
        found = self._patiently(
            f"the code of {economy}", self._client.convertCountryIso3ToCode, economy
        )
        if not found:
            raise ComtradeError(
                f"UN Comtrade has no reporter with the code {economy}. Correct the "
                "code under economies in datapackage.json."
            )
        return str(found)

    def calls(self, years: Sequence[int]) -> int:
        """Return how many calls :meth:`answer` makes for these years."""
        return 2 * len(_batches(years))

    def answer(
        self,
        reporter: str,
        partner: str,
        years: Sequence[int],
        done: Callable[[], object] = lambda: None,
    ) -> Answer:
        """Return what a reporter says of a partner.

        Parameters
        ----------
        reporter, partner
            UN Comtrade's codes.
        done
            Is called after each call.

        Raises
        ------
        ComtradeError
            If there is no answer after all attempts.
        """
        records: list[dict[str, Any]] = []
        with_data: set[int] = set()
        for few in _batches(years):
            period = ",".join(map(str, few))
            records += _rows(self._totals(reporter, partner, period))
            done()
            available = _rows(self._availability(reporter, period))
            with_data |= {int(str(row["period"])[:4]) for row in available}
            done()
        return Answer(records, frozenset(with_data))

    def _totals(self, reporter: str, partner: str, period: str) -> pd.DataFrame:
        ask = (
            (lambda **query: self._client.getFinalData(self._key, **query))
            if self._key
            else self._client.previewFinalData
        )
        query = {
            **_TOTALS,
            "period": period,
            "reporterCode": reporter,
            "partnerCode": partner,
            "includeDesc": True,
        }
        found: pd.DataFrame = self._patiently(f"trade in {period}", ask, **query)
        return found

    def _availability(self, reporter: str, period: str) -> pd.DataFrame:
        query = {
            **{name: _TOTALS[name] for name in ("typeCode", "freqCode", "clCode")},
            "period": period,
            "reporterCode": reporter,
        }
        if self._key:
            ask = self._client.getFinalDataAvailability
            query["subscription_key"] = self._key
        else:
            ask = self._client._getFinalDataAvailability
        what = f"what was reported for {period}"
        found: pd.DataFrame = self._patiently(what, ask, **query)
        return found

    def _patiently(
        self, what: str, ask: Callable[..., Any], *arguments: Any, **query: Any
    ) -> Any:
        """Return an answer, asking again after longer and longer pauses."""
        said = ""
        for pause in (*PAUSES, None):
            printed = io.StringIO()
            try:
                # The client prints what went wrong, and then returns nothing.
                with contextlib.redirect_stdout(printed):
                    found = ask(*arguments, **query)
            except (
                OSError,
                ValueError,
                KeyError,
                TypeError,
                _urllib3_error(),
            ) as error:
                found, said = None, str(error)
            else:
                said = printed.getvalue().strip()
            if found is not None:
                return found
            if pause is not None:
                self._say(f"No answer for {what}; asking again in {pause} seconds.")
                self._sleep(pause)
        raise ComtradeError(
            f"UN Comtrade gave no answer for {what} after {len(PAUSES) + 1} attempts. "
            f"It said: {shorten(self._without_key(said), 300) or 'nothing'}. Check the "
            "network and try again later."
        )

    def _without_key(self, text: str) -> str:
        """Return text without the key, which the client prints with an address."""
        return text.replace(self._key, "(key)") if self._key else text


def _batches(years: Sequence[int]) -> list[Sequence[int]]:
    """Return years in groups of as many as one call may name."""
    return [
        years[start : start + YEARS_AT_ONCE]
        for start in range(0, len(years), YEARS_AT_ONCE)
    ]


def _urllib3_error() -> type[Exception]:
    """Return what the client's own library raises."""
    from urllib3.exceptions import HTTPError

    return HTTPError


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as dictionaries, in which None is what was not sent."""
    return [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in frame.to_dict("records")
    ]
