#!/usr/bin/env python3
"""Look for known vulnerabilities of what is installed, in a copy of the advisories.

Asks no network. The copy is OSV's export for PyPI (all.zip, or its files in a
folder), which holds the advisories of PyPA and of GitHub.
"""

from __future__ import annotations

import argparse
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

Advisory = Mapping[str, Any]
SAFE, VULNERABLE, NO_ANSWER = 0, 1, 2


def advisories(copy: Path) -> Iterator[Advisory]:
    """Yield the advisories in a zip or a folder, without those withdrawn."""
    if copy.is_dir():
        texts: Iterable[bytes] = (path.read_bytes() for path in copy.rglob("*.json"))
    else:
        with zipfile.ZipFile(copy) as found:
            names = [name for name in found.namelist() if name.endswith(".json")]
            texts = [found.read(name) for name in names]
    for text in texts:
        advisory = json.loads(text)
        if not advisory.get("withdrawn"):
            yield advisory


def installed() -> dict[str, str]:
    """Return the version of each package of this environment, by its name."""
    return {
        canonicalize_name(item.metadata["Name"]): item.version
        for item in distributions()
    }


def vulnerable(
    found: Iterable[Advisory], packages: Mapping[str, str]
) -> dict[str, list[Advisory]]:
    """Return the advisories that hold for packages, by name; an alias counts once."""
    result: dict[str, list[Advisory]] = {}
    told: set[tuple[str, str]] = set()
    for advisory in sorted(found, key=lambda item: str(item["id"])):
        for name in sorted(_affected(advisory, packages)):
            ids = {(name, other) for other in (advisory["id"], *_aliases(advisory))}
            if not told & ids:
                result.setdefault(name, []).append(advisory)
            told |= ids
    return result


def _aliases(advisory: Advisory) -> list[str]:
    return list(advisory.get("aliases", []))


def _affected(advisory: Advisory, packages: Mapping[str, str]) -> set[str]:
    return {
        name
        for name, item in _of_pypi(advisory)
        if name in packages and holds(item, packages[name])
    }


def _of_pypi(advisory: Advisory) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for item in advisory.get("affected", []):
        package = item.get("package", {})
        if package.get("ecosystem") == "PyPI":
            yield canonicalize_name(package["name"]), item


def holds(affected: Mapping[str, Any], version: str) -> bool:
    """Return whether a version is affected; one that cannot be compared is."""
    if version in affected.get("versions", []):
        return True
    ranges = [
        item for item in affected.get("ranges", []) if item["type"] == "ECOSYSTEM"
    ]
    try:
        return any(_within(item["events"], Version(version)) for item in ranges)
    except InvalidVersion:
        return True


def _within(events: Iterable[Mapping[str, str]], version: Version) -> bool:
    steps = sorted(
        (Version(number), kind)
        for event in events
        for kind, number in event.items()
        if kind in ("introduced", "fixed", "last_affected")
    )
    result = False
    for number, kind in steps:
        if kind == "introduced" and version >= number:
            result = True
        if (kind == "fixed" and version >= number) or (
            kind == "last_affected" and version > number
        ):
            result = False
    return result


def fixed_in(advisory: Advisory, name: str) -> list[str]:
    """Return the versions of a package in which an advisory is dealt with."""
    return [
        event["fixed"]
        for other, item in _of_pypi(advisory)
        if other == name
        for span in item.get("ranges", [])
        if span["type"] == "ECOSYSTEM"
        for event in span["events"]
        if "fixed" in event
    ]


def audit(copy: Path, packages: Mapping[str, str], today: date) -> int:
    """Print what is known of packages and how old the copy is; return the exit code."""
    try:
        known = [item for item in advisories(copy) if any(_of_pypi(item))]
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"{copy} cannot be read: {error}. Give OSV's export for PyPI, all.zip.")
        return NO_ANSWER
    if not known:
        print(
            f"{copy} holds no advisory for PyPI. Give OSV's export for PyPI, all.zip."
        )
        return NO_ANSWER
    newest = max(str(item["modified"]) for item in known)[:10]
    age = (today - date.fromisoformat(newest)).days
    print(f"{len(known):,} advisories, the last of {newest}, {age} days ago.")
    found = vulnerable(known, packages)
    for name, items in found.items():
        for item in items:
            says = item.get("summary") or item.get("details", "").split("\n")[0]
            fixed = ", ".join(fixed_in(item, name)) or "no version yet"
            print(f"{name} {packages[name]}: {item['id']}: {says} Fixed in {fixed}.")
    print(f"{len(found)} of {len(packages)} packages have a known vulnerability.")
    return VULNERABLE if found else SAFE


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("copy", type=Path, help="OSV's all.zip for PyPI, or a folder")
    sys.exit(audit(parser.parse_args().copy, installed(), date.today()))
