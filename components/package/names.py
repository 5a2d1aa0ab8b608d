"""When two names are the same: when a reader cannot tell them apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from components.problems import Problem, is_unseen, rows_named, shown

_SPACE = re.compile(r"\s+")
# One mark of punctuation in several characters.
_APOSTROPHES = "’‘ʼʹ′＇`´"
_HYPHENS = "‐‑−﹣－"
_QUOTES = "“”„‟″＂"
# Two keyboards, one letter: Arabic and Persian yeh and kaf, and heh with hamza.
_LETTERS = {"ي": "ی", "ى": "ی", "ك": "ک"}
_SIGNS = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_QUOTES, '"'),
        **_LETTERS,
    }
)


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """Return a name as it is compared: NFC, one space for any, nothing unseen."""
    if name.isascii() and name.isprintable():
        return _SPACE.sub(" ", name).strip().replace("`", "'")
    spaced = _SPACE.sub(" ", unicodedata.normalize("NFC", name))
    seen = "".join(letter for letter in spaced if not is_unseen(letter))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", seen).translate(_SIGNS)).strip()


def trimmed(name: str) -> str:
    """Return a name without spaces, and what cannot be seen, at its ends."""
    seen = [number for number, x in enumerate(name) if not (x == " " or is_unseen(x))]
    return name[seen[0] : seen[-1] + 1] if seen else ""


def alike(name: str) -> str:
    """Return a name regardless of capitals and forms of letters."""
    return unicodedata.normalize("NFKC", folded(name)).casefold()


class Place(NamedTuple):
    """Where a name stands; a description has no rows."""

    file: str
    row: int | None
    column: str

    def __str__(self) -> str:
        """Return file and row in words."""
        return self.file if self.row is None else f"{self.file}, row {self.row}"


Places = Mapping[str, list[Place]]


def twins(places: Places) -> Iterator[Problem]:
    """Yield names that a reader cannot tell from another.

    Parameters
    ----------
    places
        Where each name stands, as it is written.
    """
    for name, usual in _pairs(places, folded):
        yield _problem(
            places,
            name,
            usual,
            "or a name that can be told apart from it",
            "Write the name in one way; type the cell anew if the difference cannot "
            "be seen.",
        )


def doubles(places: Places) -> Iterator[Problem]:
    """Yield names that differ from another only in capitals."""
    for name, usual in _pairs(places, alike):
        if folded(name) != folded(usual):
            yield _problem(
                places,
                name,
                usual,
                "if both are one",
                "If so, write the name in one way.",
            )


def _pairs(places: Places, fold: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Yield each name that folds to the same as another, with the usual spelling."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in places:
        groups[fold(name)].append(name)
    for names in groups.values():
        usual = max(names, key=lambda name: (folded(name) == name, len(places[name])))
        yield from ((name, usual) for name in names if name != usual)


def _problem(
    places: Places, name: str, usual: str, unless: str, remedy: str
) -> Problem:
    here, *others = places[name]
    rows = [
        place.row
        for place in others
        if place.row and (place.file, place.column) == (here.file, here.column)
    ]
    also = f", also in {rows_named(rows)}" if rows else ""
    return Problem(
        here.file,
        here.row,
        here.column,
        f"{shown(name, apart(name, usual))}{also}",
        f"{shown(usual, apart(usual, name))}, as in {places[usual][0]}, {unless}",
        remedy,
    )


def apart(one: str, other: str) -> Iterable[str]:
    """Return the characters of one name, beyond ASCII or signs, that another lacks."""
    return {
        letter
        for letter in set(one) - set(other)
        if not (letter.isascii() and letter.isalnum())
    }
