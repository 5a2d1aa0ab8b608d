"""Bring the recorded readings of a package up to what UN Comtrade says."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.comtrade import rows
from components.comtrade.calls import Comtrade
from components.comtrade.merge import Change, merged
from components.comtrade.rows import Retrieval, Row
from components.dataset import TABLES, Dataset, load
from components.descriptor import KEYS
from components.problems import DESCRIPTOR

# Which tables get rows, in this order.
FILLED = ("sources", "facts", "readings", "evidence")
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Update:
    """The files as they should become, and what happens to each row."""

    texts: dict[str, str]
    changes: tuple[Change, ...]


def rows_wanted(
    dataset: Dataset,
    comtrade: Comtrade,
    years: Sequence[int],
    concept: str,
    on: date,
    done: Callable[[], object] = lambda: None,
) -> Rows:
    """Return the rows that both reporters' answers amount to.

    Raises
    ------
    ComtradeError
        If one of the calls brings no answer.
    """
    retrieval = Retrieval(on, comtrade.access, concept)
    codes = {economy: comtrade.code(economy.code) for economy in dataset.economies}
    found: Rows = {name: [] for name in FILLED}
    held = set(dataset.readings["reading_id"])
    found["sources"].append(rows.source_row(retrieval))
    for reporter, partner in (dataset.economies, dataset.economies[::-1]):
        answer = comtrade.answer(codes[reporter], codes[partner], years, done)
        flows: dict[int, list[str]] = {year: [] for year in years}
        for record in rows.usable(answer, years):
            fact, reading = rows.fact_and_reading(reporter, partner, record, retrieval)
            found["facts"].append(fact)
            found["readings"].append(reading)
            flows[int(reading["period_label"])].append(str(record["flowCode"]))
        found["evidence"] += [
            rows.evidence_row(reporter, partner, year, flows[year], answer, retrieval)
            for year in years
            # What was sent once and is not any more is still in the readings.
            if not any(
                flow not in flows[year]
                and rows.identifier(reporter, flow, year) in held
                for flow in rows.FLOWS
            )
        ]
    return found


def update(folder: Path, wanted: Rows) -> Update:
    """Return the files of a package with these rows, and what happens to each.

    A row that a person wrote or changed is kept.
    """
    texts, changes = {}, []
    for table, new in wanted.items():
        text = (folder / f"{table}.csv").read_bytes().decode("utf-8")
        # A fact has no note to be signed in, so one that differs is left.
        texts[table], found = merged(
            text, table, new, KEYS[table], rows.is_untouched, _says_the_same
        )
        changes += found
    return Update(texts, tuple(changes))


def _says_the_same(old: Row, new: Row) -> bool:
    return rows.without_provenance(old) == rows.without_provenance(new)


def write(folder: Path, found: Update) -> None:
    """Write the files, once the package that they make is checked.

    Raises
    ------
    DataError
        If the package would not be usable; nothing is written then.
    """
    targets = {table: (folder / f"{table}.csv").resolve() for table in found.texts}
    with tempfile.TemporaryDirectory() as place:
        trial = Path(place)
        for name in (DESCRIPTOR, *(f"{table}.csv" for table in TABLES)):
            shutil.copy(folder / name, trial / name)
        for table, text in found.texts.items():
            (trial / f"{table}.csv").write_bytes(text.encode())
        load(trial)
    beside = {table: path.with_suffix(".csv.new") for table, path in targets.items()}
    try:
        for table, path in beside.items():
            path.write_bytes(found.texts[table].encode())
            shutil.copymode(targets[table], path)
        # A page that reads meanwhile sees the old file or the new one.
        for table, path in beside.items():
            os.replace(path, targets[table])
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)
