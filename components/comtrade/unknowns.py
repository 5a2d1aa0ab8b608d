"""Which entries of *What is not known* a result has overtaken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_DENIAL = re.compile(r"\b(no|not|nor|none|nothing|never|nobody|without)\b", re.I)
_YEARS = re.compile(r"\b(\d{4})(?:\s*(?:–|-|to|until|through)\s*(\d{4}))?\b")


def overtaken(
    unknowns: Sequence[dict[str, str]], years: Collection[int]
) -> list[tuple[str, str]]:
    """Return title and reason of each entry that no longer holds as it stands.

    An entry must be rewritten if a sentence of it denies something and names UN
    Comtrade or a year that now has a value.

    Parameters
    ----------
    years
        For which UN Comtrade has a value.
    """
    lines = []
    for entry in unknowns:
        reasons = dict.fromkeys(_reasons(entry["text"], years))
        if reasons:
            lines.append((entry["title"], " and ".join(reasons)))
    return lines


def _reasons(text: str, years: Collection[int]) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        if not _DENIAL.search(sentence):
            continue
        if "comtrade" in sentence.lower():
            yield "UN Comtrade was asked"
        for match in _YEARS.finditer(sentence):
            first, last = int(match[1]), int(match[2] or match[1])
            named = sorted(year for year in years if first <= year <= last)
            if named:
                yield f"there is a value for {', '.join(map(str, named))}"
