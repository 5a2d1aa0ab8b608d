"""What people call an economy of ISO 3166-1, as it stands in a sentence."""

from __future__ import annotations

from components.dataset import Economy
from components.new.package import NewPackageError

# What newspapers write where pycountry, for want of a common name, has the long one.
_COMMON = {
    "BRN": "Brunei",
    "COD": "DR Congo",
    "COG": "Republic of the Congo",
    "FLK": "Falkland Islands",
    "FSM": "Micronesia",
    "MAF": "Saint Martin",
    "PSE": "Palestine",
    "RUS": "Russia",
    "SXM": "Sint Maarten",
    "VAT": "Vatican City",
    "VIR": "US Virgin Islands",
}


def economy(code: str, name: str = "") -> Economy:
    """Return an economy; a code that ISO 3166-1 does not have needs a name."""
    if name:
        return Economy(code, name)
    # Only whoever begins a package pays for this import.
    import pycountry

    known = pycountry.countries.get(alpha_3=code)
    if known is None:
        raise NewPackageError(
            f"ISO 3166-1 has no economy with the code “{code}”. Correct it, or give "
            "its name with --first-name or --second-name."
        )
    common = getattr(known, "common_name", known.name)
    return Economy(code, _COMMON.get(code) or in_order(common))


def in_order(name: str) -> str:
    """Return a name in the order of speech, as ISO 3166-1 sorts it by its noun.

    Examples
    --------
    >>> in_order("Virgin Islands, British")
    'British Virgin Islands'

    A list of islands has a comma of its own.

    >>> in_order("Bonaire, Sint Eustatius and Saba")
    'Bonaire, Sint Eustatius and Saba'
    """
    noun, comma, before = name.partition(", ")
    if not comma or " and " in before:
        return name
    return f"{before} {noun}"
