"""UN Comtrade's areas for an economy: often several, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from components.comtrade.calls import ComtradeError
from components.dataset import Economy

# Code, ISO 3166-1 code and name, as UN Comtrade's reference tables spell them.
_COLUMNS = (
    ("reporterCode", "reporterCodeIsoAlpha3", "reporterDesc"),
    ("PartnerCode", "PartnerCodeIsoAlpha3", "PartnerDesc"),
    ("country_area_code", "iso3", "country_area"),
)
# Economies that UN Comtrade keeps under a code outside ISO 3166-1.
_ELSEWHERE = {"TWN": "S19", "XKX": "_KS", "XKS": "_KS"}
_END = re.compile(r"\s*\(\.\.\.\s*(\d{4})\)\s*$")
_ALWAYS = 1900  # UN Comtrade's year for an area that was there from the start


@dataclass(frozen=True)
class Area:
    """One area of UN Comtrade.

    Parameters
    ----------
    code, name
        As UN Comtrade has them.
    first, last
        First and last year in which it is valid; None if open.
    is_its_own
        Whether its code belongs to the economy's own ISO 3166-1 code.
    """

    code: int
    name: str
    first: int | None
    last: int | None
    is_its_own: bool

    @property
    def is_todays(self) -> bool:
        """Whether it is the economy as it is today."""
        return self.is_its_own and self.last is None

    @property
    def without_end(self) -> str:
        """Its name for a sentence: with "to 1998" for "(...1998)"."""
        bare = _END.sub("", self.name)
        return bare if self.last is None else f"{bare} to {self.last}"

    @property
    def words(self) -> str:
        """Code, name, and the years in which it is valid."""
        return f"{self.code} “{self.name}”" + (
            f" from {self.first}" if self.first else ""
        )

    def is_valid(self, year: int) -> bool:
        """Return whether it can have data for a year."""
        after = self.first is None or year >= self.first
        return after and (self.last is None or year <= self.last)


@dataclass(frozen=True)
class Side:
    """One of the two economies as reporter or partner, with its areas."""

    economy: Economy
    areas: tuple[Area, ...]

    def is_valid(self, year: int) -> bool:
        """Return whether any of its areas can have data for a year."""
        return any(area.is_valid(year) for area in self.areas)

    def area(self, code: int) -> Area:
        """Return the area with a code."""
        return next(area for area in self.areas if area.code == code)

    @property
    def words(self) -> str:
        """Its areas in words."""
        return "; ".join(area.words for area in self.areas) or "no area"


def areas_of(iso: str, table: Iterable[dict[str, Any]]) -> tuple[Area, ...]:
    """Return every area that stands for an economy, by code.

    Parameters
    ----------
    iso
        ISO 3166-1 alpha-3 code of the economy.
    table
        UN Comtrade's list of its reporters or of its partners.

    Raises
    ------
    ComtradeError
        If the list has an unknown form.
    """
    areas = {}
    for row in table:
        code, of, name = _cells(row)
        if of not in (iso, _ELSEWHERE.get(iso)) or row.get("isGroup"):
            continue
        end = _END.search(name)
        areas[code] = Area(
            code,
            " ".join(name.split()),
            _year(row.get("entryEffectiveDate"), unless=_ALWAYS),
            int(end[1]) if end else _year(row.get("entryExpiredDate")),
            of == iso,
        )
    return tuple(areas[code] for code in sorted(areas))


def _cells(row: dict[str, Any]) -> tuple[int, str, str]:
    """Return code, ISO code and name of a row of a reference table."""
    for code, iso, name in _COLUMNS:
        if code in row:
            try:
                return int(row[code]), str(row[iso]).strip(), str(row[name])
            except (KeyError, TypeError, ValueError):
                break
    raise ComtradeError(
        f"UN Comtrade’s list of areas has a row in an unknown form: {row}. Report "
        "it; this command must learn the form first."
    )


def _year(day: Any, unless: int | None = None) -> int | None:
    digits = re.match(r"\d{4}", str(day or ""))
    year = int(digits[0]) if digits else None
    return None if year == unless else year
