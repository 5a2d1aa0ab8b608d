"""Which currencies a text may speak of, by its signs and words."""

from __future__ import annotations

import re

from components.numerals.words import plain

_DOLLARS = "USD AUD CAD NZD HKD SGD TWD BND FJD GYD JMD LRD NAD SBD TTD XCD BBD BSD BZD"
_PESOS = "ARS CLP COP CUP DOP MXN PHP UYU"
_RUPEES = "INR PKR LKR NPR MUR SCR"
# Each sign and word with every currency it may stand for, specific ones first.
_MEANINGS = (
    (r"us\$|usd|us dollars?", "USD"),
    (r"\$", f"{_DOLLARS} {_PESOS} BRL CVE NIO TOP BOB"),
    (
        r"dollars?|dólar(?:es)?|dolar(?:es)?|dollari|доллар(?:а|ов)?|دلار|دولار(?:ات)?",
        _DOLLARS,
    ),
    (r"€|eur|euros?|евро|یورو|يورو", "EUR"),
    (r"£", "GBP EGP LBP SYP SDG SSP FKP GIP SHP TRY"),
    (r"gbp|pounds? sterling", "GBP"),
    (r"¥|yuan|rmb|renminbi|yen", "JPY CNY"),
    (r"cny", "CNY"),
    (r"₹|inr", "INR"),
    (r"rupees?", _RUPEES),
    (r"₽|rub|r(?:o?u)bles?|рубл(?:ь|я|ей)", "RUB BYN"),
    (r"chf", "CHF"),
)
_LETTER = r"[^\W\d_]"
_PATTERNS = tuple(
    (
        re.compile(rf"(?<!{_LETTER})(?:{plain(pattern)})(?!{_LETTER})"),
        frozenset(codes.split()),
    )
    for pattern, codes in _MEANINGS
)


def currencies_named(text: str) -> frozenset[str]:
    """Return every currency that a text may speak of; none if it names none.

    Examples
    --------
    >>> sorted(currencies_named("over 4 billion euros"))
    ['EUR']
    >>> "USD" in currencies_named("$4 billion"), currencies_named("4 billion")
    (True, frozenset())
    """
    left, named = plain(text), frozenset[str]()
    for pattern, codes in _PATTERNS:
        # US dollars must not be read again as dollars of any kind.
        left, count = pattern.subn(" ", left)
        named |= codes if count else frozenset()
    return named
