"""Numbers as sources write them, in figures and in words of several languages.

What is uncertain is marked, for a person to compare words and value.
"""

from __future__ import annotations

from dataclasses import dataclass

from components.numerals.context import numbers_in
from components.numerals.words import vocabulary


@dataclass(frozen=True)
class Stated:
    """The numbers that a text states.

    Parameters
    ----------
    numbers
        Those that are certain, in order.
    unclear
        Parts of the text that may be a number.
    others
        Years, ordinals, shares: numbers that are not values.
    """

    numbers: tuple[float, ...]
    unclear: tuple[str, ...]
    others: tuple[float, ...]


def stated(text: str, language: str) -> Stated:
    """Return the numbers that a text states, and what is uncertain in it.

    Parameters
    ----------
    text
        A few words of a source.
    language
        Its ISO 639-1 code; decides what words and separators mean.

    Examples
    --------
    >>> stated("half a billion in 1961, tens of millions before", "en")
    Stated(numbers=(500000000.0,), unclear=('millions', 'tens'), others=(1961.0,))
    """
    items = numbers_in(text, language)
    values = tuple(item.value for item in items if item.is_value)
    unclear = [item.text for item in items if item.value is None or item.is_soft]
    others = [
        item.value for item in items if item.value is not None and not item.is_value
    ]
    if vocabulary(language) is None and not items and any(map(str.isalpha, text)):
        unclear.append(text.strip())
    return Stated(
        tuple(value for value in values if value is not None),
        tuple(sorted(set(unclear))),
        tuple(others),
    )


def numbers(text: str, language: str) -> list[float]:
    """Return every number that a text states with certainty, in order.

    Examples
    --------
    >>> numbers("from $250 million to over $4 billion", "en")
    [250000000.0, 4000000000.0]
    >>> numbers("45 million 12 thousand 7", "en")
    [45012007.0]
    >>> numbers("between $15 and $25 billion", "en")
    [15000000000.0, 25000000000.0]
    """
    return list(stated(text, language).numbers)
