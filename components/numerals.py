"""Numbers as sources write them: digits and words in several languages.

What occurs in the data is understood: English, Spanish, Portuguese, Italian,
Polish, Persian and Arabic. A number is digits, or a word for a number, with
the words for thousands and millions that follow it.
"""

from __future__ import annotations

import re
import unicodedata

# Languages that write 3.000 for three thousand and 3,5 for three and a half.
COMMA_DECIMALS = frozenset(("de", "es", "fr", "is", "it", "nl", "pl", "pt"))
SCALES = {
    1e3: "thousand mil mila tys tysięcy هزار ألف الف آلاف الاف",
    1e6: "million millions mn m millón millones milhão milhões milione milioni "
    "milion milionów میلیون مليون مليونا ملايين",
    1e9: "billion billions bn miliardo miliardi miliard miliardów میلیارد مليار "
    "مليارا مليارات",
    1e12: "trillion trillions tn",
}
WORDS = {12: "dozen docena"}
JOINTS = frozenset(("and", "y", "e", "و"))
_SCALE_OF = {word: scale for scale, words in SCALES.items() for word in words.split()}
_NUMBER_OF = {word: float(n) for n, words in WORDS.items() for word in words.split()}
# Arabic and Persian write "and" onto the number that follows it.
_TOKEN = re.compile(r"[0-9]+(?:[.,٫٬\u00a0\u202f ][0-9]+)*|[^\W\d_]+|[^\w\s$€]")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+")


def numbers(text: str, language: str) -> list[float]:
    """Return every number that a text states, in order.

    Parameters
    ----------
    text
        A few words of a source.
    language
        Its ISO 639-1 code; decides what a point and a comma mean.

    Examples
    --------
    >>> numbers("from $250 million to over $4 billion", "en")
    [250000000.0, 4000000000.0]
    >>> numbers("45 million 12 thousand 7", "en")
    [45012007.0]
    >>> numbers("de $250 millones a $4.000 millones", "es")
    [250000000.0, 4000000000.0]
    """
    found: list[float] = []
    total, group = 0.0, None
    smallest = float("inf")
    for token in _tokens(text):
        value = _value(token, language)
        scale = _SCALE_OF.get(token)
        if value is not None and (group is None or _continues(group, value)):
            group = (group or 0.0) + value
        elif value is not None:
            found.append(total + (group or 0.0))
            total, group, smallest = 0.0, value, float("inf")
        elif scale == 1e3:
            group = (group if group is not None else 1.0) * scale
        elif scale is not None and scale < smallest:
            total += (group if group is not None else 1.0) * scale
            group, smallest = None, scale
        elif token not in JOINTS:
            if total or group is not None:
                found.append(total + (group or 0.0))
            total, group, smallest = 0.0, None, float("inf")
    if total or group is not None:
        found.append(total + (group or 0.0))
    return found


def _continues(group: float, value: float) -> bool:
    """Return whether a number goes on after thousands: 101 thousand 832."""
    return group >= 1e3 and group % 1e3 == 0 and value < 1e3


def _tokens(text: str) -> list[str]:
    """Return words, numbers and signs, digits in their European form."""
    western = "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in unicodedata.normalize("NFC", text.casefold())
    )
    return _TOKEN.findall(re.sub(r"\bو(?=\d)", "و ", western))


def _value(token: str, language: str) -> float | None:
    """Return the number that a token is, or None."""
    if token[0] not in "0123456789":
        return _NUMBER_OF.get(token)
    plain = token.replace("\u00a0", " ").replace("\u202f", " ")
    if _GROUPED.fullmatch(plain):
        return float(plain.replace(" ", ""))
    point, comma = (",", ".") if language in COMMA_DECIMALS else (".", ",")
    plain = plain.split(" ")[-1].replace("٬", comma).replace("٫", point)
    whole, *parts = plain.replace(comma, "").split(point)
    return float(".".join([whole, "".join(parts)]) if parts else whole)
