"""Rules of the data package that Table Schema cannot express.

Each rule is a function from the frames to the problems it finds.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from components.currency import DEFAULT
from components.numerals import stated
from components.numerals.said import Said
from components.package import aims, contradictions, money, pledged, rungs
from components.package.letters import STEERING
from components.package.model import CODES, DATES
from components.problems import Problem, shown

MAX_WORDS = 12
MAX_VALUE = 1e18  # a target of twenty billion dollars is 1e16 in some currencies
YEARS = range(1800, 2200)
_FIRST_ROW = 2  # as rules count: the header is row 1, and each row has one line
# Columns that hold amounts, and pairs of which the second is no earlier day.
_AMOUNTS = (
    ("readings", "value"),
    ("agreements", "value_usd"),
    ("rungs", "value"),
    ("pledges", "value_usd"),
    ("pledge_values", "value_usd"),
)
_ORDERED = (
    ("readings", "period_start", "period_end"),
    ("readings", "stated_on", "deadline"),
    ("pledges", "stated_on", "deadline"),
    ("pledge_values", "period_start", "period_end"),
)
Frames = dict[str, pd.DataFrame]
Rule = Callable[[Frames, Sequence[str]], Iterator[Problem]]


def problems(
    frames: Frames,
    codes: Sequence[str],
    lines: Mapping[str, Sequence[int]],
    currency: str = DEFAULT,
) -> list[Problem]:
    """Return every breach of the rules below.

    Parameters
    ----------
    frames
        The tables by name, already valid against their schemas.
    codes
        The codes of the two economies.
    lines
        The line of its file on which each row begins, by table.
    currency
        The one of the package.
    """
    breaches = [
        *(problem for rule in RULES for problem in rule(frames, codes)),
        *money.problems(frames, currency),
        *rungs.problems(frames, currency),
    ]
    return [_in_the_file(problem, lines) for problem in breaches]


def warnings(frames: Frames, lines: Mapping[str, Sequence[int]]) -> list[Problem]:
    """Return what looks wrong in rows that break no rule."""
    odd = contradictions.bodies_on_another_side(frames)
    return [_in_the_file(problem, lines) for problem in odd]


def _in_the_file(problem: Problem, lines: Mapping[str, Sequence[int]]) -> Problem:
    """Return a problem at the line of its row: a cell may have several lines."""
    if problem.row is None:
        return problem
    row = lines[problem.file.removesuffix(".csv")][problem.row - _FIRST_ROW]
    return replace(problem, row=row)


def last_day(partial: str) -> str:
    """Return the last day of a year, month or day as ``YYYY-MM-DD``.

    Raises
    ------
    ValueError
        If there is no such day.
    """
    year, month, day = [*map(int, partial.split("-")), 0, 0][:3]
    month = month or 12
    days = calendar.monthrange(year, month)[1]
    if day > days:
        raise ValueError(f"there is no {partial}")
    return f"{year:04}-{month:02}-{day or days:02}"


def _dates_exist(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    for table in frames:
        for column in DATES[table]:
            for row, text in enumerate(frames[table][column], _FIRST_ROW):
                if text and not _is_day(text):
                    yield Problem(
                        f"{table}.csv",
                        row,
                        column,
                        shown(text),
                        f"a day that exists, from {YEARS[0]} to {YEARS[-1]}",
                        "Correct the date.",
                    )


def _is_day(partial: str) -> bool:
    try:
        last_day(partial)
    except ValueError:
        return False
    return int(partial[:4]) in YEARS


def _text_steers_nothing(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    """Refuse characters that cannot be seen and move or cut the text around them."""
    for table, frame in frames.items():
        for column in frame.columns[frame.dtypes.map(pd.api.types.is_string_dtype)]:
            for row, text in enumerate(frame[column], _FIRST_ROW):
                match = STEERING.search(text)
                if not match:
                    continue
                yield Problem(
                    f"{table}.csv",
                    row,
                    str(column),
                    f"the character U+{ord(match[0]):04X}",
                    "text without control characters and direction overrides",
                    "Remove the character; it cannot be seen, so type the cell anew.",
                )


def _codes_are_known(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    """Refuse what a schema of another pair may allow and no page can draw."""
    for (table, column), known in CODES.items():
        if column not in frames.get(table, ()):
            continue  # a column, or a table, that a package may leave out
        cells = frames[table][column]
        for index in cells.index[~cells.isin(known)]:
            yield Problem(
                f"{table}.csv",
                int(index) + _FIRST_ROW,
                column,
                shown(cells[index]),
                f"one of {', '.join(filter(None, known))}",
                "Correct the cell; the page knows no other.",
            )


def _values_are_amounts(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    for table, column in _AMOUNTS:
        for row, value in enumerate(frames[table][column], _FIRST_ROW):
            if pd.notna(value) and not value <= MAX_VALUE:
                yield Problem(
                    f"{table}.csv",
                    row,
                    column,
                    shown(value),
                    f"an amount of at most {MAX_VALUE:,.0f}",
                    "Correct the value.",
                )


def _periods_run_forward(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    for table, first, last in _ORDERED:
        if table in frames:
            yield from _run_forward(frames[table], table, first, last)


def _run_forward(
    frame: pd.DataFrame, table: str, first: str, last: str
) -> Iterator[Problem]:
    """Refuse rows in which one day comes after another that it should not follow."""
    for row, (start, end) in enumerate(
        zip(frame[first], frame[last], strict=True), _FIRST_ROW
    ):
        both_exist = start and end and _is_day(start) and _is_day(end)
        if both_exist and start > last_day(end):
            yield Problem(
                f"{table}.csv",
                row,
                last,
                shown(end),
                f"a date not before {first} ({start})",
                "Correct one of the two dates.",
            )


def _directions_name_the_pair(
    frames: Frames, codes: Sequence[str]
) -> Iterator[Problem]:
    readings = frames["readings"]
    for row, pair in enumerate(
        zip(readings["exporter"], readings["importer"], strict=True), _FIRST_ROW
    ):
        if any(pair) and set(pair) != set(codes):
            yield Problem(
                "readings.csv",
                row,
                "exporter, importer",
                shown(" → ".join(pair)),
                f"{codes[0]} and {codes[1]} in one order or the other, or both empty",
                "Correct the codes, or empty both cells for trade both ways.",
            )


def _wordings_are_short(frames: Frames, codes: Sequence[str]) -> Iterator[Problem]:
    for table in ("readings", "pledges", "pledge_values"):
        cells = frames[table]["wording"] if table in frames else ()
        for row, wording in enumerate(cells, _FIRST_ROW):
            if len(wording.split()) > MAX_WORDS:
                yield Problem(
                    f"{table}.csv",
                    row,
                    "wording",
                    f"{len(wording.split())} words",
                    f"at most {MAX_WORDS} words of the source",
                    "Keep only the words that carry the value.",
                )


def _wordings_agree_with_values(
    frames: Frames, codes: Sequence[str]
) -> Iterator[Problem]:
    """Refuse values that differ from their words, or that nobody compared with them."""
    languages = dict(
        zip(frames["sources"]["source_id"], frames["sources"]["language"], strict=True)
    )
    readings = frames["readings"]
    none = pd.Series(float("nan"), readings.index)
    confirmed = readings.get("value_confirmed", none.eq(0))
    highs = readings.get("value_high", none)
    columns = readings[["wording", "source_id", "value", "no_number"]]
    for row, ((wording, source, value, no_number), is_confirmed, high) in enumerate(
        zip(columns.itertuples(index=False, name=None), confirmed, highs, strict=True),
        _FIRST_ROW,
    ):
        numbers = stated(wording, languages[source])
        for number in (value, *([] if pd.isna(high) else [high])):
            said = Said(wording, number, numbers, no_number, is_confirmed)
            if breach := said.breach():
                yield Problem("readings.csv", row, *breach)
                break  # the other end has the same words


def _headlines_are_readings_of_their_fact(
    frames: Frames, codes: Sequence[str]
) -> Iterator[Problem]:
    fact_of = dict(
        zip(
            frames["readings"]["reading_id"], frames["readings"]["fact_id"], strict=True
        )
    )
    facts = frames["facts"]
    for row, (fact, headline) in enumerate(
        zip(facts["fact_id"], facts["headline"], strict=True), _FIRST_ROW
    ):
        if fact_of[headline] != fact:
            yield Problem(
                "facts.csv",
                row,
                "headline",
                shown(headline),
                f"a reading of {fact}",
                f"Choose a reading whose fact_id is {fact}.",
            )


def _only_targets_have_deadlines(
    frames: Frames, codes: Sequence[str]
) -> Iterator[Problem]:
    series = dict(
        zip(frames["facts"]["fact_id"], frames["facts"]["series"], strict=True)
    )
    readings = frames["readings"]
    for row, (fact, deadline) in enumerate(
        zip(readings["fact_id"], readings["deadline"], strict=True), _FIRST_ROW
    ):
        if deadline and series[fact] != "target":
            yield Problem(
                "readings.csv",
                row,
                "deadline",
                shown(deadline),
                f"nothing, since {fact} is {series[fact]} and not a target",
                "Empty the cell, or make the fact a target.",
            )


def _steps_are_one_fact_or_two_directions(
    frames: Frames, codes: Sequence[str]
) -> Iterator[Problem]:
    facts = frames["facts"]
    headlines = frames["readings"].set_index("reading_id")
    for step, group in facts[facts["step"].notna()].groupby("step"):
        rows = headlines.loc[group["headline"]]
        if len(group) > 1 and not are_two_directions(rows, group["series"]):
            yield Problem(
                "facts.csv",
                int(group.index[-1]) + _FIRST_ROW,
                "step",
                shown(step),
                "one fact, or two recorded facts that are the two directions of one "
                "period, without one at least and the other at most",
                "Give the fact a step of its own, or empty the cell.",
            )


def are_two_directions(headlines: pd.DataFrame, series: pd.Series) -> bool:
    """Return whether facts of one step are the two directions of one flow.

    Parameters
    ----------
    headlines
        The reading that stands for each.
    series
        What each is a part of.
    """
    flows = set(zip(headlines["exporter"], headlines["importer"], strict=True))
    same = headlines[["period_start", "period_end"]].drop_duplicates()
    return (
        len(headlines) == 2
        and len(flows) == 2
        and ("", "") not in flows
        and len(same) == 1
        # "At least" and "at most" add up to anything.
        and not {"at least", "at most"} <= set(headlines["bound"])
        and set(series) == {"recorded"}
    )


RULES: tuple[Rule, ...] = (
    _text_steers_nothing,
    _codes_are_known,
    _dates_exist,
    _values_are_amounts,
    _periods_run_forward,
    _directions_name_the_pair,
    _wordings_are_short,
    _wordings_agree_with_values,
    _headlines_are_readings_of_their_fact,
    _only_targets_have_deadlines,
    _steps_are_one_fact_or_two_directions,
    aims.breaches,
    aims.steps_of_what_is_drawn,
    contradictions.values_that_evidence_denies,
    contradictions.results_of_sources_never_read,
    pledged.values_are_given_once,
    pledged.identifiers_mean_one_row,
    contradictions.copies_that_are_and_are_not,
)
