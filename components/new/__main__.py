"""Write an empty package: ``python -m components.new DIR --first XXX --second YYY``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from components.dataset import Economy
from components.new.package import NewPackageError, write_package


def main(arguments: list[str] | None = None) -> int:
    """Write the package; return 0, or 1 if nothing could be written."""
    parser = argparse.ArgumentParser(
        prog="python -m components.new",
        description="Write an empty, valid data package for two economies.",
    )
    parser.add_argument("folder", type=Path)
    for place in ("first", "second"):
        parser.add_argument(
            f"--{place}", required=True, metavar="XXX", help="ISO 3166-1 alpha-3 code"
        )
        parser.add_argument(
            f"--{place}-name", help="its name, if not the one of ISO 3166-1"
        )
    given = parser.parse_args(arguments)
    try:
        write_package(
            given.folder,
            _economy(given.first, given.first_name),
            _economy(given.second, given.second_name),
            on=date.today(),
        )
    except (NewPackageError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"An empty package is in {given.folder}; its README.md says how to fill it.")
    command = f"{sys.executable} -m streamlit run dashboard.py -- --data {given.folder}"
    print(f"Open it: {command}")
    return 0


def _economy(code: str, name: str | None) -> Economy:
    """Return an economy; the name of a code that ISO does not know must be given."""
    if name:
        return Economy(code, name)
    # Only who begins a package pays for this import.
    import pycountry

    known = pycountry.countries.get(alpha_3=code)
    if known is None:
        raise NewPackageError(
            f"ISO 3166-1 has no economy with the code “{code}”. Correct it, or give "
            "its name with --first-name or --second-name."
        )
    return Economy(code, getattr(known, "common_name", known.name))


if __name__ == "__main__":
    sys.exit(main())
