"""Values, bounds and dates in words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from components.currency import is_currency, sign
from components.measures.bounds import (
    ABOUT,
    AT_LEAST,
    AT_LEAST_ABOUT,
    AT_MOST,
    AT_MOST_ABOUT,
    EXACT,
    Quantity,
)
from components.measures.readings import (
    BALANCE,
    GROWTH,
    INCREASE,
    MULTIPLE,
    PERCENT,
    REPORTED,
    SHARE,
    Reading,
)
from components.package.spans import months

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_AXIS_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"))
_STATED_BOUNDS = {AT_LEAST: "over ", ABOUT: "about ", AT_MOST: "at most "}
_BOUNDS = {
    EXACT: "",
    AT_LEAST: "at least ",
    AT_LEAST_ABOUT: "at least about ",
    ABOUT: "about ",
    AT_MOST: "at most ",
    AT_MOST_ABOUT: "at most about ",
}
# The page's own arithmetic pretends to no more.
COMPUTED_DIGITS = 2
SUM_DIGITS = 3  # of a sum, and of a conversion


def plain_number(value: float, digits: int = 4) -> str:
    """Return a number to so many significant digits: 1,490 · 118.1 · 3."""
    if value == 0:
        return "0"
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, decimals):,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: float, digits: int = COMPUTED_DIGITS) -> float:
    """Return a value to so many significant digits."""
    if value == 0:
        return 0.0
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def money(value: float, currency: str, digits: int = 4) -> str:
    """Return money in words: ``$250 million``, ``€4.7 billion``, ``CHF 12,500``."""
    lead = f"{'−' if value < 0 else ''}{sign(currency)}"
    for scale, word in _SCALES:
        # What rounds to 1,000 million is a billion.
        if abs(value) >= scale * 0.99995:
            return f"{lead}{plain_number(abs(value) / scale, digits)} {word}"
    return f"{lead}{abs(value):,.0f}"


def axis_money(value: float, currency: str) -> str:
    """Return money for an axis: ``$4bn``, ``€25m``, ``CHF 10k``, ``0``."""
    for scale, word in _AXIS_SCALES:
        if abs(value) >= scale:
            return f"{sign(currency)}{plain_number(value / scale)}{word}"
    return f"{sign(currency)}{value:,.0f}" if value else "0"


def amount(value: float, unit: str) -> str:
    """Return a value with its unit in words: ``€4 billion``, ``25 documents``."""
    if is_currency(unit):
        return money(value, unit)
    if unit == PERCENT:
        return f"{plain_number(value)}%"
    return f"{plain_number(value, 15)} {_one(unit) if value == 1 else unit}"


def _one(unit: str) -> str:
    """Return a unit in the singular: ``document``, ``barrel a day``."""
    noun, space, rest = unit.partition(" ")
    return f"{noun.removesuffix('s')}{space}{rest}"


def quantity(item: Quantity, unit: str) -> str:
    """Return a stated value with its bound: ``over $4 billion``."""
    # "At least 17" is not "over 17"; for money the two are one.
    words = _STATED_BOUNDS if is_currency(unit) else _BOUNDS
    return words.get(item.bound, _BOUNDS[item.bound]) + amount(item.value, unit)


def stated(reading: Reading) -> str:
    """Return the value of a reading with its bound, as said: ``over $4 billion``.

    In another currency, with what it works out at: ``over £4 billion ($5 billion)``.
    What follows from a base is left to :func:`from_base`.
    """
    if not reading.parts:
        return _as_said(reading)
    short = replace(reading, value=rounded(reading.value, 3))
    return f"{_as_said(short)} (worked out)"


def _as_said(reading: Reading) -> str:
    plain, unit = _plain(reading), reading.unit
    if reading.kind == BALANCE:
        return _balance(reading)
    if reading.kind == GROWTH:
        return f"{plain} a year"
    if reading.rise and reading.kind == MULTIPLE:
        times = _TIMES.get(reading.rise.value) or plain_number(reading.rise.value)
        word = times if reading.rise.value in _TIMES else f"{times} times"
        return f"{bounded(reading.rise, word)} the value of {_of_base(reading)}"
    if reading.rise and reading.kind == INCREASE:
        return f"{quantity(reading.rise, unit)} more than in {_of_base(reading)}"
    if reading.value_high is not None:
        plain = f"{plain} to {amount(reading.value_high, unit)}"
    return f"{plain} in all" if reading.cumulative else plain


def _plain(reading: Reading) -> str:
    if not reading.said_currency:
        return quantity(reading.quantity, reading.unit)
    return f"{quantity(reading.said, reading.said_currency)} ({works_out_at(reading)})"


_TIMES: dict[float, str] = {2: "double", 3: "triple", 4: "four times"}


def _of_base(reading: Reading) -> str:
    base = reading.base
    return short_period(base) if base and base.period_end else "the base"


def _balance(reading: Reading) -> str:
    """Return exports less imports in words: a surplus or a deficit."""
    value, bound = reading.value, reading.bound
    if value == 0:
        return bounded(Quantity(0, bound), "balanced trade")
    if value < 0:
        turned = {AT_LEAST: AT_MOST, AT_MOST: AT_LEAST}.get(bound, bound)
        owed = bounded(Quantity(-value, turned), amount(-value, reading.unit))
        return f"a deficit of {owed}"
    return f"a surplus of {bounded(reading.quantity, amount(value, reading.unit))}"


def judged_by(target: Reading) -> str:
    """Return what figures are set against; for a range, its lower end."""
    if target.value_high is not None:
        return f"the lower end of {stated(target)}"
    what = {SHARE: "the share of ", GROWTH: "growth of "}.get(target.kind, "")
    return f"{what}{stated(target)}"


def from_base(reading: Reading) -> str:
    """Return what a multiple or an increase works out at; empty for others."""
    base = reading.base
    if reading.rise is None or base is None:
        return ""
    whose = "claimed" if base.series == REPORTED else "published"
    when = f" for {short_period(base)}" if base.period_end else ""
    value = f"{marked(base)} {whose}{when}"
    result = derived(reading)
    # No “at at least”.
    verb = "comes to" if result.startswith("at ") else "works out at"
    return f"{verb} {result}, from the base of {value}"


def in_numbers(reading: Reading) -> str:
    """Return a value, figures first: ``$8 billion, worked out from double …``."""
    if reading.rise is None:
        return stated(reading)
    return f"{derived(reading)}, worked out from {stated(reading)}"


def derived(reading: Reading) -> str:
    """Return a value that the page worked out, to three digits, with its bound."""
    return bounded(reading.quantity, works_out_at(reading))


def span(reading: Reading) -> str:
    """Return the stated span: ``5 years``, ``1 year and 6 months``."""
    years, more = divmod(months(reading.span) or 0, 12)
    parts = [(years, "year"), (more, "month")]
    return listed([counted(number, noun) for number, noun in parts if number])


def without_bound(reading: Reading) -> str:
    """Return the value of a reading, for words that give its bound themselves."""
    if not reading.said_currency:
        return amount(reading.value, reading.unit)
    said = amount(reading.said_value, reading.said_currency)
    return f"{said} ({works_out_at(reading)})"


def marked(reading: Reading) -> str:
    """Return the value of a reading with its bound, marked if it is questioned."""
    return f"{stated(reading)} (questioned)" if reading.questioned else stated(reading)


def bounded(item: Quantity, words: str) -> str:
    """Return a computed value with its bound: ``at least 5``."""
    return _BOUNDS[item.bound] + words


def ratio_bounded(item: Quantity, words: str) -> str:
    """Return a ratio with one bound: ``at least 25``, without "about"."""
    bound = item.bound.removesuffix(" about")
    return bounded(Quantity(item.value, bound), words)


def computed(item: Quantity) -> str:
    """Return a number that the page worked out: ``at least 5.2``."""
    return ratio_bounded(item, plain_number(item.value, COMPUTED_DIGITS))


def computed_money(item: Quantity, unit: str) -> str:
    """Return an amount that the page worked out: ``at most $7 billion``."""
    return bounded(item, amount(rounded(item.value), unit))


def works_out_at(reading: Reading) -> str:
    """Return what the page added up or converted: ``$31.2 million``."""
    return amount(rounded(reading.value, SUM_DIGITS), reading.unit)


def percent(item: Quantity) -> str:
    """Return a fraction that the page worked out: ``at least 30%``."""
    return ratio_bounded(item, f"{plain_number(item.value * 100, COMPUTED_DIGITS)}%")


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
    """Return when it was: ``on 5 May 1961``, ``in May 1961``, ``in 1961``."""
    return f"{'on' if len(partial) == len('1961-05-05') else 'in'} {day(partial)}"


def year_span(first: int, last: int) -> str:
    """Return years as a span: ``1961 to 1963``, or a single year."""
    return str(first) if first == last else f"{first} to {last}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a list in a sentence: ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 row``, ``2 rows``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def period(reading: Reading) -> str:
    """Return a period as the source has it, with its days where that is unclear."""
    start, end = reading.period_start, reading.period_end
    years_only = re.fullmatch(r"[\d\s–-]+", reading.period_label)
    days = f"{day(start)} to {day(end)}" if start and end else ""
    if not days or start == end or years_only or days == reading.period_label:
        return reading.period_label
    return f"{reading.period_label}, {days}"


def short_period(reading: Reading) -> str:
    """Return a period as the reader knows it: ``1961–62``, ``1961``, ``June 1961``.

    A year of another calendar is given by the years it touches; :func:`period` has
    its own name and exact days.
    """
    start, end = reading.period_start, reading.period_end
    if not end:
        return reading.period_label
    if not start:
        return day(end[:7])
    first, last = start[:4], end[:4]
    if len(start) > len(first) and start[:7] == end[:7]:
        return day(end[:7])
    if first == last:
        is_year = len(start) == 4 or (start[4:] == "-01-01" and end[4:] == "-12-31")
        return first if is_year else f"{day(start[:7])} to {day(end[:7])}"
    return f"{first}–{last[2:]}" if int(last) == int(first) + 1 else f"{first}–{last}"


def for_period(reading: Reading) -> str:
    """Return what period a value is for; a day is never passed off as one.

    ``for 1961–62``; where the period has no beginning, ``said in June 1961``, or the
    source's own words: ``(two years earlier)``.
    """
    said, end = reading.stated_on, reading.period_end
    if reading.period_start or not (said or end):
        return f"for {short_period(reading)}"
    if end in ("", said):
        return f"said in {day(said[:7])}"
    return f"({reading.period_label})"


def lower_first(text: str) -> str:
    """Return text with a small first letter, otherwise unchanged."""
    return text[:1].lower() + text[1:]


def sentence_case(text: str) -> str:
    """Return text with a capital first letter, otherwise unchanged."""
    return text[:1].upper() + text[1:]


def shown_count(shown: int, total: int, noun: str) -> str:
    """Return how many of all rows are shown: ``3 of 45 agreements shown``."""
    return f"{shown:,} of {counted(total, noun)} shown"
