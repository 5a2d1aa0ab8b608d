"""The page as one HTML file that needs no server and no network."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from components import (
    __version__,
    captions,
    charts,
    claims,
    figures,
    listings,
    markup,
    measures,
    sentences,
    series,
    wording,
)
from components.dataset import Dataset, records
from components.figures import View
from components.files.archive import as_zip
from components.files.printed import Taken
from components.files.tables import file_name
from components.measures.voices import (
    counts_that_disagree,
)
from components.words import citations

_CONTROLS = (
    ("View", "view", series.VIEWS, 2),
    ("Axis", "axis", series.AXES, 0),
    ("Scale", "scale", series.SCALES, 0),
)
HERE = Path(__file__).parent
FILE = "index.html"
_PALETTES = (
    ("@media screen", charts.LIGHT),
    ("@media screen and (prefers-color-scheme: dark)", charts.DARK),
    ("@media print", charts.PRINT),
)
# What the file may do: run itself, and draw; it may ask no host for anything.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)


def as_html(
    dataset: Dataset,
    *,
    on: date,
    link: str = "",
    interactive: bool = True,
) -> str:
    """Return the whole page as one HTML file.

    The same package, day and options give the same bytes.

    Parameters
    ----------
    on
        The day that the file names as its own.
    link
        Where the file will be published, or where the live page is.
    interactive
        Whether the chart library (4.7 MB) is inside; without it the values
        of the chart stand in a table.
    """
    from markdown_it import MarkdownIt
    from markupsafe import Markup

    environment = markup.environment(HERE)
    markdown = MarkdownIt("commonmark", {"html": False})
    environment.filters["md"] = lambda text: Markup(markdown.render(text))
    environment.filters["inline"] = lambda text: Markup(markdown.renderInline(text))
    scripts = [*(_charts(dataset) if interactive else []), _own("twin.js")]
    page = environment.get_template("twin.html").render(
        **_content(dataset, on, link),
        interactive=interactive,
        css=Markup(markup.colours(_PALETTES) + markup.style() + _own("twin.css")),
        scripts=[Markup(script) for script in scripts],
        policy=_POLICY.format(scripts=" ".join(map(_allowed, scripts))),
        json_ld=Markup(_in_script(_json_ld(dataset, link))),
    )
    return f"{page.strip()}\n"


def _own(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _allowed(script: str) -> str:
    """Return the hash by which the browser knows a script as the file's own."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _in_script(content: object) -> str:
    """Return JSON that cannot end the script element that holds it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text


def _charts(dataset: Dataset) -> list[str]:
    """Return the chart library and what it draws, as scripts."""
    from plotly.offline import get_plotlyjs

    colours = [
        [getattr(charts.LIGHT, part.name), getattr(charts.DARK, part.name)]
        for part in fields(charts.Palette)
    ]
    data = {
        "views": dict(_views(dataset)),
        "colours": colours,
        "config": charts.config(file_name(dataset, "trajectory")),
        "scales": [
            series.SCALES.index(series.DEFAULT_SCALES[axis]) for axis in series.AXES
        ],
    }
    # A closing tag inside the library's own strings would end it early.
    library = str(get_plotlyjs()).replace("</script", "<\\/script")
    return [library, f"const PAGE={_in_script(data)};"]


def _views(dataset: Dataset) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every view of the trajectory with its words, by the places of its parts."""
    steps, readings = measures.steps(dataset), series.trajectory(dataset)
    options = (series.VIEWS, series.AXES, series.SCALES, (False, True))
    for places in product(*(range(len(option)) for option in options)):
        view, axis, scale, recorded = (
            option[place] for option, place in zip(options, places, strict=True)
        )
        shown = View(str(view), str(axis), str(scale), bool(recorded))
        found = figures.trajectory(dataset, steps, shown, charts.LIGHT, readings)
        yield "-".join(map(str, places)), _view(dataset, shown, found)


def _view(
    dataset: Dataset, shown: View, found: figures.Figure | None
) -> dict[str, Any]:
    if found is None:
        return {"notes": [captions.nothing_to_draw(shown.shown, len(dataset.facts))]}
    chart = found.chart
    chart.layout.template = None
    chart.layout.font.family = "system-ui, sans-serif"
    return {
        "figure": json.loads(chart.to_json()),
        "alt": found.alt,
        "notes": [
            *found.paragraphs,
            sentences.sources_named(found.source_ids, dataset),
        ],
    }


def _content(dataset: Dataset, on: date, link: str) -> dict[str, Any]:
    """Return everything that the template says, as text and rows."""
    steps = measures.steps(dataset)
    events = listings.events_in_order(dataset.events)
    one_voice = sentences.one_voice(steps)
    beside = sentences.beside_the_claims if one_voice else sentences.against_the_record
    first = figures.trajectory(dataset, steps, View(), charts.LIGHT)
    cited = citations.of_dataset(dataset, link, on)
    package = as_zip(dataset, steps, Taken(View(), link, on), with_figures=False)
    counts = [
        (
            sentences.count_title(group),
            sentences.count_list(group, dataset),
            sentences.count_rule(group, dataset),
        )
        for group in counts_that_disagree(dataset)
    ]
    return {
        "dataset": dataset,
        "software": __version__,
        "day": wording.day,
        "on": on.isoformat(),
        "link": link,
        "finding": sentences.finding(steps),
        "one_voice": one_voice,
        "record": beside(dataset, steps),
        "cards": captions.cards(steps),
        "controls": _CONTROLS,
        "first": first,
        "steps": [captions.step_row(step) for step in steps],
        "counts": counts,
        "agreements": records(series.with_source(dataset.agreements, dataset)),
        "facts": list(_facts(dataset)),
        "claims": claims.grouped(claims.claims(dataset)),
        "about": claims.ABOUT,
        "events": records(series.with_source(events, dataset)),
        "dataset_sources": records(dataset.sources),
        "evidence": "\n".join(sentences.evidence_lines(dataset)),
        "licence": sentences.licence(dataset),
        "cited": cited,
        "forms": citations.FORMS,
        "package": base64.b64encode(package).decode(),
        "package_name": file_name(dataset, "data", "zip"),
    }


def _facts(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """Yield each fact with its readings, the headline first."""
    readings = measures.readings_of(dataset, dataset.facts["fact_id"].to_list())
    for fact in records(dataset.facts):
        same = [item for item in readings if item.fact_id == fact["fact_id"]]
        same.sort(key=lambda item: item.reading_id != fact["headline"])
        yield {**fact, "readings": same}


def _json_ld(dataset: Dataset, link: str) -> dict[str, Any]:
    """Return what a search engine for data reads: schema.org ``Dataset``."""
    described = dataset.descriptor
    found = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": dataset.title,
        "description": described.get("description", ""),
        "version": dataset.version,
        "url": link,
        "keywords": described.get("keywords", []),
        "license": next(
            (item["path"] for item in described.get("licenses", []) if "path" in item),
            "",
        ),
        "creator": [
            {"@type": "Organization", "name": name} for name in dataset.contributors
        ],
        "dateModified": str(described.get("created", ""))[:10],
        "isAccessibleForFree": True,
        "temporalCoverage": series.covered(dataset),
        "spatialCoverage": [economy.name for economy in dataset.economies],
        "variableMeasured": list(dataset.concepts),
    }
    return {name: value for name, value in found.items() if value}
