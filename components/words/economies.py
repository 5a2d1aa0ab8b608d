"""Names of economies, as a sentence has them, from their codes."""

from __future__ import annotations

from functools import cache

from components.measures.record import Record

# pycountry has only the long names of these; newspapers write the short ones.
_COMMON = {
    "BRN": "Brunei",
    "COD": "DR Congo",
    "COG": "Republic of the Congo",
    "FLK": "Falkland Islands",
    "FSM": "Micronesia",
    "LAO": "Laos",
    "MAF": "Saint Martin",
    "PRK": "North Korea",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SXM": "Sint Maarten",
    "TUR": "Turkey",
    "VAT": "Vatican City",
    "VIR": "US Virgin Islands",
}


def name(record: Record, code: str) -> str:
    """Return an economy's name in the package, else in ISO 3166-1."""
    own = {item.code: item.name for item in record.dataset.economies}
    return own.get(code) or known_name(code) or code


@cache
def known_name(code: str) -> str:
    """Return the usual name of an economy; empty if ISO 3166-1 lacks the code."""
    if code in _COMMON:
        return _COMMON[code]
    # Imported late: only other pairs and new packages need it.
    import pycountry

    known = pycountry.countries.get(alpha_3=code)
    return in_order(getattr(known, "common_name", known.name)) if known else ""


def in_order(name: str) -> str:
    """Return a name in the order of speech; ISO 3166-1 puts the noun first.

    Examples
    --------
    >>> in_order("Congo, The Democratic Republic of the")
    'Democratic Republic of the Congo'

    A list of islands has a comma of its own.

    >>> in_order("Bonaire, Sint Eustatius and Saba")
    'Bonaire, Sint Eustatius and Saba'
    """
    noun, comma, before = name.partition(", ")
    if not comma or " and " in before:
        return name
    return f"{before.removeprefix('The ')} {noun}"
