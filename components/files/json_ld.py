"""The data as schema.org describes them, in a form that a document may hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from components.charts.timeaxis import span_of
from components.measures.record import Record
from components.words.replay import titled


def in_script(content: object) -> str:
    """Return JSON that cannot end the script element that holds it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def json_ld(
    record: Record, link: str, files: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """Return what a search engine for data reads: schema.org ``Dataset``.

    Parameters
    ----------
    link
        Where the data are shown; empty if that is not known.
    files
        Addresses of the data, each with its media type.
    """
    dataset = record.dataset
    described = dataset.descriptor
    about = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": titled(dataset),
        "description": described.get("description", ""),
        "version": dataset.version,
        "url": link,
        "keywords": described.get("keywords", []),
        "license": next(
            (item["path"] for item in described.get("licenses", []) if "path" in item),
            "",
        ),
        "creator": [
            {"@type": "Organization", "name": name} for name in dataset.contributors
        ],
        "dateModified": str(described.get("created", ""))[:10],
        "isAccessibleForFree": True,
        "temporalCoverage": _covered(record),
        "spatialCoverage": [economy.name for economy in dataset.economies],
        "variableMeasured": list(dataset.concepts),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind}
            for address, kind in files.items()
        ],
    }
    return {name: value for name, value in about.items() if value}


def _covered(record: Record) -> str:
    """Return the days of what was claimed and published as an ISO 8601 interval."""
    values = [*record.claimed, *record.published]
    spans = [span for item in values if (span := span_of(item))]
    if not spans:
        return ""
    first, last = min(item.first for item in spans), max(item.last for item in spans)
    return f"{first.isoformat()}/{last.isoformat()}"
