"""The whole package as one zip, with the figure of a view and a manifest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import __version__, charts, citations, figures, sentences
from components.dataset import TABLES, Dataset, records
from components.export.images import KINDS, Kind, NoImageEngineError, as_images
from components.export.tables import ENCODING, csv, file_name
from components.figures import View
from components.measures.steps import (
    Step,
)
from components.problems import DESCRIPTOR
from components.wording import day

MANIFEST = "manifest.json"
README = "README.md"
WITHOUT = "Left out."
# The first day that a zip can hold; the same input must give the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@dataclass(frozen=True)
class Taken:
    """What a reader takes away: which view, from where, and when.

    Parameters
    ----------
    view
        Of the trajectory.
    link
        Of the view; empty if the page has no address of its own.
    on
        The day.
    """

    view: View
    link: str
    on: date


def print_images(
    dataset: Dataset, steps: Sequence[Step], taken: Taken
) -> dict[Kind, bytes]:
    """Return the figure of a view for print; empty if it has nothing to draw.

    Raises
    ------
    NoImageEngineError
        If this machine cannot draw it.
    """
    figure = figures.trajectory(dataset, steps, taken.view, charts.PRINT)
    if figure is None:
        return {}
    head = [dataset.title, sentences.finding(steps)]
    # The finding speaks of every step, whatever the view draws.
    cited = [part.source_id for step in steps for part in step.parts]
    foot = [
        sentences.sources_named(dict.fromkeys([*figure.source_ids, *cited]), dataset),
        f"View: {taken.view.name}.",
        citations.of_dataset(dataset, taken.link, taken.on).as_text("Short"),
    ]
    chart = figures.for_print(figure, head=head, foot=foot)
    title = f"{dataset.title}: {taken.view.name}"
    return as_images(chart, title=title, description=figure.alt)


def as_zip(
    dataset: Dataset,
    steps: Sequence[Step],
    taken: Taken,
    *,
    with_figures: bool = True,
) -> bytes:
    """Return the package as a zip that names its version, view and assumption.

    The same package, view, link and day give the same bytes on one machine.
    Without an image engine it holds no figure, and the manifest says why.
    """
    files = {
        f"data/{table}.csv": csv(dataset.table(table), mark=False) for table in TABLES
    }
    files[f"data/{DESCRIPTOR}"] = _json(_described(dataset))
    drawn, lacking = _drawn(dataset, steps, taken) if with_figures else ({}, WITHOUT)
    files |= {f"figure.{kind}": content for kind, content in drawn.items()}
    files[README] = _readme(dataset, steps, taken, lacking).encode()
    files[MANIFEST] = _json(_manifest(dataset, taken, files, lacking))
    packed = io.BytesIO()
    folder = file_name(dataset, "data")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            target.writestr(entry, files[name])
    return packed.getvalue()


def _described(dataset: Dataset) -> dict[str, object]:
    """Return the descriptor with its resources as the zip holds them."""
    of_other_files = ("bytes", "hash", "dialect", "compression")
    resources = [
        {name: value for name, value in item.items() if name not in of_other_files}
        | {"path": f"{item['name']}.csv", "encoding": ENCODING}
        for item in dataset.descriptor["resources"]
    ]
    return {**dataset.descriptor, "resources": resources}


def _drawn(
    dataset: Dataset, steps: Sequence[Step], taken: Taken
) -> tuple[dict[Kind, bytes], str]:
    """Return the figure of the view, or why there is none."""
    try:
        drawn = print_images(dataset, steps, taken)
    except NoImageEngineError as error:
        return {}, str(error)
    return drawn, "" if drawn else "The view has nothing to draw."


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def _manifest(
    dataset: Dataset, taken: Taken, files: dict[str, bytes], lacking: str
) -> dict[str, object]:
    rows = {f"data/{table}.csv": len(dataset.table(table)) for table in TABLES}
    assumed = taken.view.assumption
    return {
        "title": dataset.title,
        "data_version": dataset.version,
        "software_version": __version__,
        "made_on": taken.on.isoformat(),
        "view": taken.view.name,
        "link": taken.link or None,
        "assumptions": [figures.assumption_note(assumed)] if assumed else [],
        "figures": lacking or "The figure of the view, as SVG and as PNG.",
        "files": [
            {
                "path": name,
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                **({"rows": rows[name]} if name in rows else {}),
            }
            for name, content in sorted(files.items())
        ],
    }


def _readme(dataset: Dataset, steps: Sequence[Step], taken: Taken, lacking: str) -> str:
    """Return what the zip holds, how to cite it, and every source."""
    cited = citations.of_dataset(dataset, taken.link, taken.on)
    tables = [
        f"- `data/{table}.csv`, "
        f"{sentences.counted(len(dataset.table(table)), 'row')}: "
        f"{sentences.about_table(dataset, table)}"
        for table in TABLES
    ]
    unknowns = [f"- **{item['title']}.** {item['text']}" for item in dataset.unknowns]
    parts = [
        f"# {dataset.title}",
        sentences.finding(steps),
        str(dataset.descriptor.get("description", "")),
        f"Data version {dataset.version}, software version {__version__}, taken on "
        f"{day(taken.on.isoformat())}. {sentences.licence(dataset)}",
        f"View: {taken.view.name}. {taken.link}".strip(),
        figures.assumption_note(taken.view.assumption),
        "## Files",
        "\n".join(
            [
                *tables,
                f"- `data/{DESCRIPTOR}`: types, code lists, keys, definitions.",
                *[f"- `figure.{kind}`: the view, for print." for kind in KINDS],
                f"- `{MANIFEST}`: size and SHA-256 of each file.",
            ]
            if not lacking
            else [*tables, f"- `data/{DESCRIPTOR}`, `{MANIFEST}`. {lacking}"]
        ),
        "A text cell that a spreadsheet could take for a formula begins with an "
        "apostrophe.",
        "## How to read it",
        "\n".join(f"- **{name}.** {text}" for name, text in sentences.METHOD),
        *(["## What is not known", "\n".join(unknowns)] if unknowns else []),
        "## How to cite it",
        cited.as_text("Long"),
        f"```bibtex\n{cited.as_text('BibTeX')}\n```",
        "## Sources",
        "\n".join(_source(row) for row in records(dataset.sources)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _source(row: dict[str, str]) -> str:
    name = sentences.source_name(row["publisher"], row["reposted_by"])
    published = f", {day(row['published_on'])}" if row["published_on"] else ""
    read = f" Read on {day(row['checked_on'])}." if row["checked_on"] else ""
    return (
        f"- `{row['source_id']}`: {name}. {row['title']}{published}. "
        f"{row['url'] or 'No address'}.{read}"
    )
