"""The currencies of ISO 4217: their codes, their names, and their signs."""

from __future__ import annotations

import re
from functools import cache

# For a package that names no currency.
DEFAULT = "USD"
_CODE = re.compile(r"[A-Z]{3}")
# As CLDR has them for English. A table, since Babel would bring thirty megabytes for
# these; an amount in any other currency begins with its code.
_SIGNS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "ILS": "₪",
    "PHP": "₱",
    "VND": "₫",
    "CNY": "CN¥",
    "AUD": "A$",
    "BRL": "R$",
    "CAD": "CA$",
    "HKD": "HK$",
    "MXN": "MX$",
    "NZD": "NZ$",
    "TWD": "NT$",
    "XCD": "EC$",
}


@cache
def _names() -> dict[str, str]:
    """Return the name of each currency of ISO 4217 by its code."""
    # Only packages that do not count in dollars pay for this import.
    import pycountry

    return {item.alpha_3: item.name for item in pycountry.currencies}


def is_currency(unit: str) -> bool:
    """Return whether a unit is the code of a currency: ``EUR``, not ``TEU``."""
    return unit == DEFAULT or (bool(_CODE.fullmatch(unit)) and unit in _names())


def name(code: str) -> str:
    """Return what ISO 4217 calls a currency: ``Euro``."""
    return _names()[code]


def sign(code: str) -> str:
    """Return what an amount begins with: ``€``, or the code and a no-break space."""
    return _SIGNS.get(code, f"{code}\u00a0")
