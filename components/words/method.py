"""How the page reads its data: rules, terms, limits, and where to check them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.dataset import Dataset, records
from components.words import delivery, sources
from components.words.sources import Link, row_name
from components.words.text import as_markdown
from components.words.values import counted, day, listed, sentence_case, year_span


@dataclass(frozen=True)
class Rule:
    """One rule of interpretation, in words."""

    title: str
    text: str


# These hold for any two economies.
RULES = (
    Rule(
        "A statement is not a statistic",
        "Claimed: somebody said so. Target: an official aims at it. Published: an "
        "official statistic, from its body or as somebody cited it; the source says "
        "which. The three differ in word, shape and line.",
    ),
    Rule(
        "Over means at least",
        "What is worked out from such a value is “at least” or “at most” as well, and "
        "never a point. Whatever the page works out has two significant digits.",
    ),
    Rule(
        "No deadline means no date",
        "A target without a deadline has no year, and is never overdue. A year that "
        "you pick is called yours wherever it appears.",
    ),
    Rule(
        "Disagreement stays visible",
        "Sources may give different values for one thing. None is averaged and none is "
        "dropped; the table facts says which is shown first, and why.",
    ),
    Rule(
        "Missing is not zero",
        "Not checked, nothing found, not reported and zero are four different things.",
    ),
    Rule("From promise to delivery", " ".join(delivery.RULE)),
    Rule(
        "Mirror statistics",
        "Importers usually report with freight and insurance (CIF), exporters without "
        "(FOB), so the two views of one flow differ even when both are right. Values "
        "are at current prices, as published.",
    ),
)
COMPARABILITY = (
    Rule(
        "Like with like",
        "Two values share unit, direction, scope (what they count) and length of "
        "period.",
    ),
    Rule(
        "Rough",
        "Scope or period of one was not stated, their periods differ by more than a "
        "week, or one is questioned. A ratio is given, and called rough. A target has "
        "no period of its own and stands for a year.",
    ),
    Rule(
        "Not like with like",
        "Unit, direction or stated scope differ, or one adds up different things. No "
        "ratio is given but in the one place that explains why.",
    ),
)
# If the page does not know its own address.
FROM_THE_ZIP = "In the unpacked zip of *Share*, with pandas:"
FATES = (
    Rule(
        "Whose figures",
        "Claimed and published figures are judged apart, each by what was known on the "
        "day. Those that are not like with like decide nothing, nor does a part of a "
        "year that stays below the target.",
    ),
    Rule(
        "With a deadline",
        "The figure for the deadline’s year decides: reached or missed. If there is "
        "none, the years on both sides decide where they agree, and the page says so. "
        "A target that was below its value then stays missed, also if passed later.",
    ),
    Rule(
        "Without a deadline",
        "Reached or not reached, by figures for the time since it was named; never "
        "missed.",
    ),
    Rule(
        "Kinds of targets",
        "“Double” and “more than” are worked out from their stated base; a range is "
        "reached at its lower end. A balance is exports less imports of one speaker; "
        "growth is the average of a year since the base. A sum over years adds up "
        "complete years: those within its time reach it, and only if those that touch "
        "it stay below, the ones at its ends counted whole, is it missed.",
    ),
    Rule(
        "Withdrawn or replaced",
        "Said so before the deadline, and not reached by then; it is never missed.",
    ),
    Rule(
        "Cannot be said",
        "No comparable figure is known, or the decisive ones disagree.",
    ),
)


def checked_against_words(dataset: Dataset) -> str:
    """Return how many values were checked against the words of their source."""
    total, without = len(dataset.readings), int(dataset.readings["no_number"].sum())
    if not total:
        return ""
    confirmed = int(sum(dataset.readings.get("value_confirmed", ())))
    by_author = f"; for {confirmed} the author confirmed the value" if confirmed else ""
    rest = f"; for {without} no number in words was kept" if without else ""
    return (
        f"{total - without - confirmed} of {counted(total, 'value')} agree with the "
        f"number in the words of their source{by_author}{rest}."
    )


def about_table(dataset: Dataset, table: str) -> str:
    """Return what a row of a table stands for."""
    return next(
        str(resource.get("description", ""))
        for resource in dataset.descriptor["resources"]
        if resource["name"] == table
    )


def columns(dataset: Dataset, table: str) -> list[Rule]:
    """Return the name and meaning of each column of a table."""
    return [
        Rule(
            str(field["name"]),
            re.sub("`([^`]*)`", r"“\1”", str(field.get("description", ""))),
        )
        for field in dataset.fields(table)
    ]


def concepts(dataset: Dataset) -> list[Rule]:
    """Return what each kind of value counts."""
    return [Rule(name, item["definition"]) for name, item in dataset.concepts.items()]


def rule_list(rules: Sequence[Rule]) -> str:
    """Return rules as a Markdown list."""
    return "\n".join(
        f"- **{as_markdown(rule.title)}.** {as_markdown(rule.text)}" for rule in rules
    )


def unknowns(dataset: Dataset) -> str:
    """Return what is not known, as a numbered Markdown list."""
    return "\n".join(
        f"{number}. **{as_markdown(item['title'])}.** {as_markdown(item['text'])}"
        for number, item in enumerate(dataset.unknowns, 1)
    )


def source_line(row: Mapping[str, Any]) -> str:
    """Return a source in one line: publisher, title, day, address."""
    published = f", {day(row['published_on'])}" if row["published_on"] else ""
    read = f" Read on {day(row['checked_on'])}." if row["checked_on"] else ""
    address = row["url"] or "No address"
    copy = sources.archived(row)
    kept = f" {sentence_case(copy.name)}: {copy.url}" if copy else ""
    return (
        f"{sentence_case(row_name(row))}. {row['title']}{published}. {address}"
        f"{'' if row['url'] else '.'}{kept}{read}"
    )


def source_links(dataset: Dataset) -> str:
    """Return every source by publisher, linked, as a Markdown list."""
    rows = sorted(
        records(dataset.sources),
        key=lambda row: (row["publisher"].casefold(), row["published_on"]),
    )
    why = as_markdown(" ".join(sources.not_archived(rows)))
    lines = "\n".join(f"- {_source_link(row)}" for row in rows)
    return "\n\n".join(filter(None, [why, lines]))


def _source_link(row: Mapping[str, Any]) -> str:
    name = as_markdown(sentence_case(row_name(row)))
    linked = sources.markdown(Link(str(row["title"]), str(row["url"])))
    published = f", {day(row['published_on'])}" if row["published_on"] else ""
    copy = sources.archived(row)
    kept = f" ({sources.markdown(copy)})" if copy else ""
    return f"{name}: {linked}{published}{'' if row['url'] else ', no address'}{kept}"


SELECT_A_ROW = "Select a row to see its source."


def rows_to_open(total: int) -> str:
    """Return the label that opens the rows of a table on a phone."""
    return f"Show {counted(total, 'row')}"


def evidence_counts(evidence: pd.DataFrame) -> str:
    """Return how many body-years there are in each state."""
    counts = evidence["state"].value_counts()
    words = [f"{count:,} {state}" for state, count in counts.items()]
    total = f"Of {counted(len(evidence), 'year')} of statistical bodies"
    return f"{total}: {listed(words)}. A year without a value is not a zero."


def evidence_lines(dataset: Dataset) -> str:
    """Return what was searched, body by body, as a Markdown list with links."""
    lines = []
    for body, rows in dataset.evidence.groupby("body", sort=False):
        lines.append(f"- **{as_markdown(str(body))}**")
        for key, cells in rows.groupby(["state", "note", "source_id"], sort=False):
            state, note, source_id = map(str, key)
            words = as_markdown(f"{_spans(cells['year'])}: {state}. {note}")
            source = _source_link(dataset.source_of[source_id])
            lines.append(f"    - {words} {source}")
    return "\n".join(lines)


def _spans(years: pd.Series) -> str:
    """Return years as spans: ``1961 to 1963 and 1965``."""
    spans: list[list[int]] = []
    for year in sorted(map(int, years)):
        if spans and year == spans[-1][1] + 1:
            spans[-1][1] = year
        else:
            spans.append([year, year])
    return listed([year_span(first, last) for first, last in spans])


def makers(dataset: Dataset) -> str:
    """Return who made the data and how to reach them, as a Markdown list."""
    people = dataset.descriptor.get("contributors", [])
    return "\n".join(f"- {_maker(item)}" for item in people if item.get("title"))


def _maker(item: Mapping[str, Any]) -> str:
    path, email = str(item.get("path", "")), str(item.get("email", ""))
    is_address = path.startswith(("https://", "http://"))
    name = sources.markdown(Link(str(item["title"]), path if is_address else ""))
    return ", ".join(filter(None, [name, as_markdown(email)]))


def corrections(dataset: Dataset) -> str:
    """Return the changes to the numbers, or where they are listed."""
    changes = str(dataset.descriptor.get("changes", ""))
    rule = (
        "A wrong number is corrected in its row, and the data get a new version; "
        f"this is {dataset.version}."
    )
    ask = "A correction needs its source: the document, and the words that carry it."
    return " ".join(filter(None, [rule, changes, ask]))
