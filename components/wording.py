"""Values, periods and verdicts to words."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from components.dataset import Dataset
from components.measures import gap_to_target, share_of_target  # TODO
from components.measures.bounds import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    Quantity,
    quotient,
)
from components.measures.comparability import (
    Comparison,
    Reason,
)
from components.measures.readings import (
    Reading,
    days_covered,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_AXIS_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_BOUNDS = {AT_LEAST: "over ", ABOUT: "about ", AT_MOST: "at most "}
_RESULT_BOUNDS = {AT_LEAST: "at least ", ABOUT: "about ", AT_MOST: "at most "}
SERIES = {"reported": "Reported", "target": "Target", "recorded": "Recorded"}
NO_DEADLINE = "no deadline given"


def plain_number(value: float, digits: int = 4) -> str:
    """Return a number with up to four significant digits: 1,490 · 118.1 · 3."""
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, decimals):,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: float) -> str:
    """Return US dollars in words: ``$250 million``, ``$4.7 billion``, ``$12,500``."""
    sign = "−" if value < 0 else ""
    for scale, word in _SCALES:
        # What rounds to 1,000 million is a billion.
        if abs(value) >= scale * 0.99995:
            return f"{sign}${plain_number(abs(value) / scale)} {word}"
    return f"{sign}${abs(value):,.0f}"


def axis_money(value: float) -> str:
    """Return US dollars for an axis: ``$4bn``, ``$25m``, ``0``."""
    for scale, word in _AXIS_SCALES:
        if abs(value) >= scale:
            return f"${plain_number(value / scale)}{word}"
    return f"${value:,.0f}" if value else "0"


def amount(value: float, unit: str) -> str:
    """Return a value with its unit in words."""
    if unit == "USD":
        return money(value)
    return f"{value:,.0f} {unit.removesuffix('s') if value == 1 else unit}"


def quantity(item: Quantity, unit: str = "USD") -> str:
    """Return a stated value with its bound: ``over $4 billion``."""
    # "At least 17" is not "over 17"; for money the two are one.
    words = _BOUNDS if unit == "USD" else _RESULT_BOUNDS
    return words.get(item.bound, "") + amount(item.value, unit)


def stated(reading: Reading) -> str:
    """Return the value of a reading with its bound."""
    return quantity(reading.quantity, reading.unit)


def bounded(item: Quantity, words: str) -> str:
    """Return the words of a computed value with its bound: ``at least 5``."""
    return _RESULT_BOUNDS.get(item.bound, "") + words


def _computed(item: Quantity, unit: str = "") -> str:
    """Return a computed value with its bound: ``at most $8 billion``, ``at least 2``.

    Without a unit, to two significant digits: more would be the page's alone.
    """
    words = amount(item.value, unit) if unit else plain_number(item.value, 2)
    return bounded(item, words)


def progress(found: Comparison) -> str:
    """Return the share and gap of a target in words, with their verdict."""
    share, gap = share_of_target(found), gap_to_target(found)
    if found.kind == "not comparable" or share is None or gap is None:
        return f"Share not computed; {verdict(found)}"
    percent = _computed(Quantity(share.value * 100, share.bound))
    left = f"{_computed(gap, found.other.unit)} to go"
    if gap.value <= 0:
        left = "passed as stated"
    return f"The latest value is {percent} % of it; {left} ({verdict(found)})"


def growth(found: Comparison) -> str:
    """Return how many times the first value the second is, with the verdict."""
    multiple = quotient(found.other.quantity, found.one.quantity)
    if found.kind == "not comparable" or multiple is None:
        return f"Multiple of the baseline not computed; {verdict(found)}"
    words = sentence_case(f"{_computed(multiple)} times the baseline")
    return f"{words} ({verdict(found)})"


def ratio(found: Comparison) -> str:
    """Return how many times the second value the first is, with the verdict."""
    multiple = quotient(found.one.quantity, found.other.quantity)
    beside = f"{stated(found.one)} beside {stated(found.other)}"
    if multiple is None:
        return f"{beside}: {verdict(found)}"
    return f"{beside} is {_computed(multiple)} to 1, {verdict(found)}"


def day(partial: str) -> str:
    """Return a partial date in words: ``5 May 1961``, ``May 1961``, ``1961``."""
    parts = partial.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def on_day(partial: str) -> str:
    """Return when something was: ``on 5 May 1961``, ``in May 1961``, ``in 1961``."""
    return f"{'on' if len(partial) == len('1961-05-05') else 'in'} {day(partial)}"


def year_span(first: int, last: int) -> str:
    """Return years as a span: ``1961 to 1963``, or one alone."""
    return str(first) if first == last else f"{first} to {last}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a list in a sentence: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def deadline(reading: Reading) -> str:
    """Return a target's deadline in words, or that none was given."""
    return f"by {day(reading.deadline)}" if reading.deadline else NO_DEADLINE


def when(reading: Reading) -> str:
    """Return the time that a reading speaks of: of a target only its deadline."""
    return deadline(reading) if reading.series == "target" else period(reading)


def verdict(found: Comparison) -> str:
    """Return a verdict with its reasons: ``not comparable as stated: …``."""
    if not found.reasons:
        return "comparable"
    kind = found.kind + (" as stated" if found.kind == "not comparable" else "")
    reasons = [_reason(reason, found.one, found.other) for reason in found.reasons]
    return f"{kind}: {listed(reasons)}"


def _reason(reason: Reason, one: Reading, other: Reading) -> str:
    """Return one reason of a verdict, naming what differs."""
    values = {reading: stated(reading) for reading in (one, other)}
    if reason == "concept":
        return (
            f"{values[one]} counts {one.concept} and "
            f"{values[other]} counts {other.concept}"
        )
    if reason == "period not stated":
        open_ended = [item for item in (one, other) if days_covered(item) is None]
        if len(open_ended) == 1:
            return f"no period was stated for {values[open_ended[0]]}"
        return f"no period was stated for {values[one]} or {values[other]}"
    if reason == "questioned":
        return (
            f"{listed([values[r] for r in (one, other) if r.questioned])} is questioned"
        )
    return {
        "unit": "the units differ",
        "direction": "they cover different directions of trade",
        "period length": "they cover periods of different length",
    }[reason]


def period(reading: Reading) -> str:
    """Return a period as the source has it, with its days where that is unclear."""
    start, end = reading.period_start, reading.period_end
    years_only = re.fullmatch(r"[\d\s–-]+", reading.period_label)
    if not start or not end or start == end or years_only:
        return reading.period_label
    return f"{reading.period_label}, {day(start)} to {day(end)}"


def sentence_case(text: str) -> str:
    """Return text that begins with a capital and is else unchanged."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return text that begins with a small letter and is else unchanged."""
    return text[:1].lower() + text[1:]


def said_by(reading: Reading) -> str:
    """Return who said it and when: ``Jane Roe, Minister, 5 May 1961``."""
    return said(reading.stated_by, reading.stated_on)


def said(stated_by: str, stated_on: str) -> str:
    """Return a speaker and a partial date, which may be empty, in words."""
    return f"{stated_by}, {day(stated_on) if stated_on else 'date not known'}"


def direction(exporter: str, importer: str, dataset: Dataset) -> str:
    """Return the direction of a flow in words."""
    names = {economy.code: economy.name for economy in dataset.economies}
    if not exporter:
        return "both directions"
    return f"{names[exporter]} to {names[importer]}"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|$~:^=&@/])")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


# Hebrew, Arabic and their neighbours; what may stand between their words; a
# number that such a phrase begins with.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(
    rf"(?:(?<![\w$.,])\d[\d.,]*\s+)?[{_RIGHT}](?:[\s\d,،؛.'’\-{_RIGHT}]*[{_RIGHT}])?"
)
_ISOLATE, _END = "\u2067", "\u2069"
# An address in a text, up to the next white space: one letter more, and it leads
# nowhere.
ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|doi:)\S+|\S+@\S+\.\S+"
    r"|(?:[\w-]+\.)+[^\W\d_]{2,}/\S*",
    re.IGNORECASE,
)


def _around_addresses(text: str, change: Callable[[str], str]) -> str:
    """Return text that is changed everywhere but in its addresses."""
    parts, place = [], 0
    for found in ADDRESS.finditer(text):
        parts += [change(text[place : found.start()]), found[0]]
        place = found.end()
    return "".join([*parts, change(text[place:])])


def isolated(text: str) -> str:
    """Return text in which a phrase from right to left moves nothing around it.

    Unicode Bidirectional Algorithm (UAX 9): without isolation the number after
    an Arabic label changes sides with it. Addresses stay as they are.
    """
    if text.isascii():
        return text
    return _around_addresses(text, _isolated_phrases)


def _isolated_phrases(text: str) -> str:
    return _RIGHT_TO_LEFT.sub(lambda found: f"{_ISOLATE}{found[0]}{_END}", text)


# Streamlit makes arrows, dashes, comparisons and its own mark out of these after
# it has read the Markdown, so no escape holds; a joiner that has no width does.
_SYMBOLS = re.compile(r"(?<=[-<>=~])(?=[-<>=~])|(?<=:)(?=streamlit:)", re.IGNORECASE)
_JOINER = "\u2060"


def as_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, icons or formulas.

    An address of a page that stands in the text becomes a link to itself.
    """
    plain = isolated(text.replace("\n", " "))
    joined = _around_addresses(plain, lambda part: _SYMBOLS.sub(_JOINER, part))
    return _MARKDOWN.sub(r"\\\1", joined)


# What Markdown would read as a sign of its own inside an address in brackets.
_IN_BRACKETS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|&(?=#?\w+;)")


def as_destination(url: str) -> str:
    """Return an address as it stands between ``<`` and ``>`` in Markdown."""
    # An angle bracket or a space would end it early.
    safe = url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
    return _IN_BRACKETS.sub(lambda found: f"\\{found[0]}", safe)


def as_plotly(text: str) -> str:
    """Return text that Plotly shows as it is: no pseudo-HTML, no line breaks."""
    plain = isolated(text.replace("\n", " "))
    return "".join(_MARKUP.get(letter, letter) for letter in plain)
