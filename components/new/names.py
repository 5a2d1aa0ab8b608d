"""The economies of a new package."""

from __future__ import annotations

from components.dataset import Economy
from components.new.package import NewPackageError
from components.words.economies import known_name


def economy(code: str, name: str = "") -> Economy:
    """Return an economy; a code that ISO 3166-1 does not have needs a name."""
    named = name or known_name(code)
    if not named:
        raise NewPackageError(
            f"ISO 3166-1 has no economy with the code “{code}”. Correct it, or give "
            "its name with --first-name or --second-name."
        )
    return Economy(code, named)
