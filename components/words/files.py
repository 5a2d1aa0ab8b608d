"""The words in files that leave the page, and on the buttons that save them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from components import __version__
from components.dataset import Dataset, records
from components.measures.readings import RECORDED
from components.measures.record import Record
from components.measures.steps import Step
from components.view import View
from components.words import (
    caveats,
    citations,
    method,
    names,
    over_time,
    replay,
    trajectory,
)
from components.words.finding import finding
from components.words.replay import as_known
from components.words.sources import cited_by, links, not_archived
from components.words.terms import licence
from components.words.trajectory import Caption
from components.words.values import counted, day, listed

PLEDGE_SOURCES = "Those of other pledges are in `data/pledge_sources.csv`."
CUT = " … (cut here; the CSV file has all of it)"
NO_FIGURE = "The figure was left out."
BOTH_FIGURES = "The figure of the view, as SVG and as PNG."
MAX_IN_CREDIT = 4  # publishers; captions name all of them


def made(record: Record) -> str:
    """Return version and day of the data: ``Data version 1.2, 5 May 1961``."""
    created = str(record.dataset.descriptor.get("created", ""))[:10]
    when = f", {day(created)}" if created else ""
    known = f", {words}" if (words := as_known(record.dataset)) else ""
    return f"Data version {record.dataset.version}{when}{known}"


def about_the_file(record: Record, on: date) -> str:
    """Return what the page, saved as one file, says about itself."""
    return (
        f"{made(record)}. Written on {day(on.isoformat())} with software version "
        f"{__version__}. This page is one file, and asks nothing of any host."
    )


def credit(record: Record, view: View) -> str:
    """Return the credit line inside a chart: title, version, day and sources."""
    publishers = names.sources(record, caveats.drawn_readings(record, view))
    more = len(publishers) - MAX_IN_CREDIT
    if more > 0:
        publishers = [*publishers[:MAX_IN_CREDIT], counted(more, "other")]
    return f"{record.dataset.title}. {made(record)}. {_named(publishers)}".strip()


def _on_the_page(record: Record, view: View) -> Caption:
    """Return the caption under a view's chart on the page."""
    if view.by_step:
        return trajectory.caption(record, view)
    return over_time.caption(record, view)


def _on_paper(record: Record, view: View) -> Caption:
    """Return a caption without instructions to click, with every source drawn."""
    drawn = caveats.drawn_readings(record, view)
    return Caption(
        _on_the_page(record, view).text.removesuffix(over_time.SELECT).strip(),
        tuple(links(record, cited_by(drawn))),
    )


def _named(publishers: Sequence[str]) -> str:
    noun = "Source" if len(publishers) == 1 else "Sources"
    return f"{noun}: {listed(publishers)}." if publishers else ""


def _publishers(record: Record, steps: Sequence[Step]) -> list[str]:
    return names.sources(record, [part for step in steps for part in step.parts])


def foot(record: Record, view: View, link: str, on: date) -> list[str]:
    """Return the lines under a printed figure: key, caveats, sources, link."""
    short = [_in_a_list(item.short) for item in _caveats(record, view)]
    cited = citations.of_dataset(record.dataset, link, on)
    assumed = view.assumption
    return [
        line
        for line in (
            _caption(_on_paper(record, view)),
            trajectory.assumption_note(assumed) if assumed else "",
            _of_the_finding(record, view),
            f"Caveats: {'; '.join(short)}." if short else "",
            cited.as_text("Short"),
        )
        if line
    ]


def _in_a_list(short: str) -> str:
    """Return a caveat's short words for use in a list; CIF keeps its capitals."""
    words = short.rstrip("?")
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def _caption(caption: Caption) -> str:
    """Return a caption followed by the names of its sources."""
    return f"{caption.text} {_named([item.name for item in caption.sources])}".strip()


def _caveats(record: Record, view: View) -> list[caveats.Caveat]:
    all_caveats = [*caveats.of_the_finding(record), *caveats.of_the_chart(record, view)]
    if not view.by_step:
        all_caveats += over_time.caveats(record, view)
    return list({item.key: item for item in all_caveats}.values())


def _of_the_finding(record: Record, view: View) -> str:
    """Return the sources of the finding that the view does not draw."""
    said = [step for step in record.steps if step.total.series != RECORDED]
    missing = [step for step in said if step.total.series not in view.shown]
    publishers = _publishers(record, missing)
    return f"The finding also rests on {listed(publishers)}." if publishers else ""


def frame(record: Record, view: View, address: str, chart_height: float) -> str:
    """Return the HTML that embeds the page in another one.

    The frame is tall enough at any width; with the script it fits its content.
    """
    letters = len(_caption(_on_the_page(record, view)))
    wide, narrow = (
        round(chart_height + room + letters * LINE / width)
        for room, width in FRAME_ROOM
    )
    named = f"{record.dataset.title}, data version {record.dataset.version}"
    title = escape(", ".join(filter(None, [named, as_known(record.dataset)])))
    return (
        f'<iframe src="{escape(address)}" title="{title}" loading="lazy" '
        f'style="width: 100%; height: max({wide}px, {narrow}px - 80vw); border: 0">'
        "</iframe>\n"
        f"<script>{FRAME_SCRIPT}</script>"
    )


# Pixels that finding, caveats and credit add to chart and caption, and letters in
# a line of the caption: on a wide screen, and at width zero, from which `frame`
# subtracts by the width.
FRAME_ROOM = ((440, 90), (960, 42))
LINE = 21  # pixels
# Runs in the embedding page: a frame that sends its height is given it.
FRAME_SCRIPT = (
    'addEventListener("message", ({ source, data }) => '
    '{ if (data?.type === "trade-trajectory") '
    'for (const frame of document.querySelectorAll("iframe")) '
    "if (frame.contentWindow === source) "
    "frame.style.height = `${Number(data.height)}px`; });"
)


def zip_readme(record: Record, view: View, link: str, on: date, lacking: str) -> str:
    """Return what the zip holds, how to read and cite it, and every source.

    Parameters
    ----------
    lacking
        Why there is no figure; empty if there is one.
    """
    dataset = record.dataset
    cited = citations.of_dataset(dataset, link, on)
    unknowns = [f"- **{item['title']}.** {item['text']}" for item in dataset.unknowns]
    assumed = view.assumption
    parts = [
        f"# {dataset.title}",
        _replayed(dataset),
        finding(record, record.day(on)),
        str(dataset.descriptor.get("description", "")),
        f"{made(record)}, software version {__version__}, taken on "
        f"{day(on.isoformat())}. {licence(dataset)}",
        f"View: {names.view_name(view)}. {link}".strip(),
        trajectory.assumption_note(assumed) if assumed else "",
        "## Files",
        "\n".join(_file_lines(record, lacking)),
        "Where a spreadsheet could take a part of a text cell for a formula, an "
        "apostrophe stands before it. If the columns run together, import the file "
        "with the comma as separator and UTF-8 as encoding.",
        "## How to read it",
        "\n".join(f"- **{rule.title}.** {rule.text}" for rule in method.RULES),
        *(["## What is not known", "\n".join(unknowns)] if unknowns else []),
        "## How to cite it",
        cited.as_text("Long"),
        f"```bibtex\n{cited.as_text('BibTeX')}\n```",
        "## Sources",
        "\n".join(
            f"- `{row['source_id']}`: {method.source_line(row)}"
            for row in records(dataset.sources)
        ),
        " ".join(not_archived(records(dataset.sources))),
        "" if dataset.pledges.empty else PLEDGE_SOURCES,
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _replayed(dataset: Dataset) -> str:
    """Return the notice that the files show a past day, and what they leave out."""
    if dataset.replay is None:
        return ""
    left_out = " ".join(replay.why(dataset.replay).long)
    return f"**{replay.banner(dataset.replay)}** {left_out}"


def _file_lines(record: Record, lacking: str) -> list[str]:
    dataset = record.dataset
    tables = [
        f"- `data/{table}.csv`, {counted(len(dataset.table(table)), 'row')}: "
        f"{method.about_table(dataset, table)}"
        for table in dataset.tables
    ]
    figures = (
        [f"- {lacking}"]
        if lacking
        else ["- `figure.svg`, `figure.png`: the view, for print."]
    )
    return [
        *tables,
        "- `data/datapackage.json`: types, code lists, keys, definitions.",
        *figures,
        "- `manifest.json`: size and SHA-256 of each file.",
    ]
