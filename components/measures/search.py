"""Search that knows the letters a keyboard lacks, and other spellings of a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# How characters are folded for search, in addition to Unicode's decomposition. The
# static page uses the same table.
FOLDS: dict[str, str] = {
    # Apostrophes and quotation marks are ignored.
    **dict.fromkeys("'\"`´‘’‚‛“”„‟‹›«»′″ʹʺʻʼʽˈ＇＂", ""),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    # Invisible: soft hyphen, joiners, direction marks; and tatweel.
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u0640", ""),
    **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t"},
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ"},
    # Arabic yeh, alef maksura and kaf as a Persian keyboard has them.
    **{"ي": "ی", "ى": "ی", "ك": "ک"},
    **{digit: str(value) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{digit: str(value) for value, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
}
_FOLDS = str.maketrans(FOLDS)
Spellings = Mapping[str, Sequence[str]]


def folded(text: str) -> str:
    """Return text folded for search: without case, accents and variants."""
    # Twice, since a decomposition may contain characters to fold: ™, ＇.
    return _folded_once(_folded_once(text))


def _folded_once(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    return "".join(part for part in parts if not unicodedata.combining(part))


def spellings(items: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return what each word is also found as, from the package's ``spellings``."""
    words: dict[str, list[str]] = {}
    for item in items:
        also = [folded(str(word)) for word in item.get("also", [])]
        words.setdefault(" ".join(folded(str(item["word"])).split()), []).extend(also)
    return words


def found_in(lines: Sequence[str], query: str, known: Spellings) -> list[bool]:
    """Return which lines hold every word of a query, or another spelling of it.

    Parameters
    ----------
    lines
        Already :func:`folded`.
    known
        Other spellings, as :func:`spellings` has them.
    """
    terms = list(_terms(folded(query).split(), known))
    return [all(_holds(line, *term) for term in terms) for line in lines]


def _terms(
    words: Sequence[str], known: Spellings
) -> Iterable[tuple[Sequence[str], re.Pattern[str] | None]]:
    """Yield the words of a query, phrases that have other spellings together."""
    place = 0
    while place < len(words):
        for end in range(len(words), place, -1):
            also = known.get(" ".join(words[place:end]))
            if also or end == place + 1:
                yield words[place:end], _begins_a_word(also or ())
                place = end
                break


def _begins_a_word(also: Sequence[str]) -> re.Pattern[str] | None:
    """Return a pattern of other spellings, each at the beginning of a word.

    What the reader typed is found inside words too; what was not typed is not,
    or "port" for "puertos" would find every report.
    """
    if not also:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, also))})")


def _holds(line: str, words: Sequence[str], also: re.Pattern[str] | None) -> bool:
    if all(word in line for word in words):
        return True
    return also is not None and also.search(line) is not None
