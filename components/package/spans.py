"""Spans of time as a deadline is stated: ``P5Y``, five years from a day."""

from __future__ import annotations

import calendar
import re

_SPAN = re.compile(r"P(?:([0-9]{1,2})Y)?(?:([0-9]{1,2})M)?")


def months(span: str) -> int | None:
    """Return the months of an ISO 8601 span; None if it is not one, or empty.

    Examples
    --------
    >>> months("P5Y"), months("P18M"), months("P1Y6M"), months("5 years"), months("P")
    (60, 18, 18, None, None)
    """
    parts = _SPAN.fullmatch(span)
    if not parts:
        return None
    years, more = (int(part or 0) for part in parts.groups())
    return 12 * years + more or None


def counted(partial: str, span: str) -> str:
    """Return the date that a span leads to, no more exact than its start.

    Examples
    --------
    >>> counted("1976-02-29", "P5Y"), counted("1974", "P5Y"), counted("1974-11", "P3M")
    ('1981-02-28', '1979', '1975-02')
    """
    year, month, day = [*map(int, partial.split("-")), 0, 0][:3]
    total = year * 12 + max(month, 1) - 1 + (months(span) or 0)
    year, place = divmod(total, 12)
    parts = [f"{year:04}", f"{place + 1:02}"]
    if day:
        parts.append(f"{min(day, calendar.monthrange(year, place + 1)[1]):02}")
    return "-".join(parts if month else parts[:1])
