"""The whole package as one zip, with the figure of a view and a manifest."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

from components import __version__
from components.dataset import Dataset
from components.files import printed
from components.files.images import Kind, NoImageError
from components.files.printed import Taken
from components.files.tables import DAY, csv, file_name
from components.measures.record import Record
from components.problems import DESCRIPTOR
from components.words import files as words
from components.words import names, replay, trajectory

MANIFEST = "manifest.json"
README = "README.md"
# The first day that a zip can hold; the same input must give the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def as_zip(record: Record, taken: Taken, *, with_figures: bool = True) -> bytes:
    """Return the package as a zip that names its version, view and assumption.

    The same package, view, link and day give the same bytes on one machine.
    Where there is no figure, the manifest and the README say why.
    """
    dataset = record.dataset
    # The descriptor says UTF-8; a byte-order mark would become part of a column name.
    files = {
        f"data/{table}.csv": csv(
            dataset.table(table), mark=False, replay=dataset.replay
        )
        for table in dataset.tables
    }
    files[f"data/{DESCRIPTOR}"] = _json(_described(dataset))
    drawn, lacking = _drawn(record, taken) if with_figures else ({}, words.NO_FIGURE)
    files |= {f"figure.{kind}": content for kind, content in drawn.items()}
    readme = words.zip_readme(record, taken.view, taken.link, taken.on, lacking)
    files[README] = readme.encode()
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


def _drawn(record: Record, taken: Taken) -> tuple[dict[Kind, bytes], str]:
    """Return the figure of the view, or why there is none."""
    try:
        return printed.images(record, taken), ""
    except NoImageError as error:
        return {}, str(error)


def _json(content: object) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def _described(dataset: Dataset) -> dict[str, object]:
    """Return the description of the files, with the day that each row may name."""
    described = dict(dataset.descriptor)
    if dataset.replay is None:
        return described
    column = {"name": DAY, "type": "date", "description": replay.COLUMN}
    return described | {
        "resources": [
            item
            | {
                "schema": item["schema"]
                | {"fields": [*item["schema"]["fields"], column]}
            }
            for item in described["resources"]
        ]
    }


def _manifest(
    dataset: Dataset, taken: Taken, files: dict[str, bytes], lacking: str
) -> dict[str, object]:
    rows = {f"data/{name}.csv": len(dataset.table(name)) for name in dataset.tables}
    assumed = taken.view.assumption
    return {
        "title": dataset.title,
        "data_version": dataset.version,
        "software_version": __version__,
        "made_on": taken.on.isoformat(),
        "view": names.view_name(taken.view),
        "link": taken.link or None,
        **_day(dataset),
        "assumptions": [trajectory.assumption_note(assumed)] if assumed else [],
        "figures": lacking or words.BOTH_FIGURES,
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


def _day(dataset: Dataset) -> dict[str, object]:
    """Return the day on which the rows were known, and how many are left out."""
    replay = dataset.replay
    if replay is None:
        return {}
    return {DAY: replay.day.isoformat(), "rows_without_a_day": replay.rows}
