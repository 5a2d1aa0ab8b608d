"""What ISO 3166-1 calls an economy, as it stands in a sentence."""

from __future__ import annotations

from components.dataset import Economy
from components.new.package import NewPackageError


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
    return Economy(code, in_order(getattr(known, "common_name", known.name)))


def in_order(name: str) -> str:
    """Return a name in the order of speech, as ISO 3166-1 sorts it by its noun.

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
