"""Letters that were damaged on the way into a file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from components.problems import Problem, is_unseen, rows_named, shown

# What a program writes for a letter that it could not read, and the same after
# being misread once more.
_MARK = "\ufffd"
_LOST = re.compile(f"{_MARK}|ï¿½")
_CODECS = ("cp1252", "mac_roman", "cp1251", "cp1250", "cp437")
# Letters that UTF-8 writes in several bytes. One alone may be chance, as in the
# end of «café», unless it is one of Western Europe's letters or quotation marks.
_SEVERAL = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})"
_WESTERN = rb"\xc3[\x80-\xbf]|\xc2[\xa0-\xbf]|\xe2(?:\x80[\x90-\xbf]|\x82\xac|\x84\xa2)"
_UTF_8 = re.compile(_SEVERAL + rb"{2,}|" + _WESTERN)
# Control characters except tab and line end; embeddings, overrides, isolates. A
# carriage return alone ends a row for some programs and not for others.
STEERING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)"
)
# Persian and Indic addresses have these.
_JOINERS = "\u200c\u200d"
Cell = tuple[str, int | None, str, str]


def is_lost(text: str) -> bool:
    """Return whether letters of a text were replaced by the mark for lost letters."""
    return bool(_LOST.search(text))


def restored(text: str) -> str:
    """Return text as it was before its UTF-8 was read as something else.

    Examples
    --------
    >>> restored("“JosÃ©” saidâ€¦")
    '“José” said…'
    >>> restored("José, «café» – ¿qué?")
    'José, «café» – ¿qué?'
    """
    if text.isascii():
        return text
    for codec in _CODECS:
        # One byte for each character keeps the positions the same.
        characters = _UTF_8.finditer(b"".join(_byte(letter, codec) for letter in text))
        parts, place = [], 0
        for match in characters:
            try:
                parts += [text[place : match.start()], match[0].decode("utf-8")]
                place = match.end()
            except UnicodeDecodeError:
                continue
        if place:
            return "".join([*parts, text[place:]])
    return text


@lru_cache(4096)  # a package has few letters, each of them often
def _byte(letter: str, codec: str) -> bytes:
    """Return the byte of a letter in a codec, 0 if it has none."""
    if letter < "\xa0":
        # Bytes without a letter in Windows' codecs stay what they are.
        return bytes([ord(letter)])
    try:
        return letter.encode(codec)
    except UnicodeEncodeError:
        return b"\x00"


def damaged(cells: Iterable[Cell]) -> Iterator[Problem]:
    """Yield columns with lost letters, each once.

    Parameters
    ----------
    cells
        File, row, column and text.
    """
    for first, text, others in _by_column(cells, is_lost):
        yield Problem(
            *first,
            f"{shown(text, _MARK)}, in which letters were lost{others}",
            "the letters of the source",
            "Look up what the source says and type it anew; the file was once saved "
            "or read in another encoding than UTF-8.",
        )


def misread(cells: Iterable[Cell]) -> Iterator[Problem]:
    """Yield columns whose letters look like UTF-8 that was read as something else."""
    for first, text, others in _by_column(cells, lambda text: restored(text) != text):
        yield Problem(
            *first,
            f"{shown(text)}{others}",
            f"probably {shown(restored(text))}",
            "If so, correct the cell; the file was once read in another encoding than "
            "UTF-8.",
        )


def hidden(addresses: Iterable[Cell]) -> Iterator[Problem]:
    """Yield columns of addresses with characters that cannot be seen."""
    for first, text, others in _by_column(addresses, _hides):
        yield Problem(
            *first,
            f"{shown(text)}{others}",
            "an address of characters that can be seen",
            "Open the address as it stands; if it leads nowhere, copy it anew.",
        )


def _hides(text: str) -> bool:
    return any(is_unseen(letter) and letter not in _JOINERS for letter in text)


def _by_column(
    cells: Iterable[Cell], wanted: Callable[[str], bool]
) -> Iterator[tuple[tuple[str, int | None, str], str, str]]:
    """Yield place and text of the first wanted cell of each column, and the others."""
    columns: dict[tuple[str, str], list[tuple[int | None, str]]] = defaultdict(list)
    for file, row, column, text in cells:
        if wanted(text):
            columns[file, column].append((row, text))
    for (file, column), places in columns.items():
        row, text = places[0]
        rows = [number for number, _ in places[1:] if number]
        others = f", like {rows_named(rows)}" if rows else ""
        yield (file, row, column), text, others
