"""Who published a source, as it is called beside what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def name(source: Mapping[str, Any]) -> str:
    """Return who published a source, and who reposted it."""
    via = source["reposted_by"]
    return f"{source['publisher']}, via {via}" if via else str(source["publisher"])
