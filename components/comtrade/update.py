"""Bring the recorded readings of a package up to what UN Comtrade says."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from components.comtrade import rows
from components.comtrade.merge import Change, Kind, Revise, merged
from components.comtrade.signature import Row, day, is_untouched, without_provenance
from components.comtrade.wanted import Wanted
from components.dataset import FILES, load
from components.package.model import KEYS


@dataclass(frozen=True)
class Update:
    """The files as they should become, and what happens to each row."""

    texts: dict[str, str]
    changes: tuple[Change, ...]


def update(folder: Path, wanted: Wanted) -> Update:
    """Return the files of a package with these rows, and what happens to each.

    A row that a person wrote or changed is kept, unless it says that a year was not
    checked: a result replaces it.
    """
    revise: dict[str, Revise] = {"facts": partial(_fact, new_readings=wanted.new)}
    revise["evidence"] = _evidence
    texts, changes = {}, []
    for table, new in wanted.tables.items():
        text = (folder / f"{table}.csv").read_bytes().decode("utf-8")
        how = revise.get(table, _signed)
        texts[table], made = merged(text, table, new, KEYS[table], how)
        changes += made
    return Update(texts, tuple(changes))


def _signed(old: Row, new: Row) -> tuple[Kind, Row]:
    """Replace a row that this command wrote, if the new one differs."""
    if without_provenance(old) != without_provenance(new):
        return ("changed", new) if is_untouched(old) else ("kept", old)
    # Only sources and evidence keep the day when UN Comtrade was last asked.
    is_later = "reading_id" not in new and day(new) > day(old)
    if is_later and is_untouched(old):
        return "checked again", new
    return "unchanged", old


def _evidence(old: Row, new: Row) -> tuple[Kind, Row]:
    """Let a result replace "not checked" as well."""
    return ("changed", new) if old["state"] == "not checked" else _signed(old, new)


def _fact(old: Row, new: Row, new_readings: frozenset[str]) -> tuple[Kind, Row]:
    """Put the importer's figure first once it is there; touch nothing else."""
    is_ours = old["rule"] == rows.RULE and old["headline"].startswith(rows.PREFIX)
    if is_ours and new["headline"] in new_readings:
        return "changed", {**old, "headline": new["headline"]}
    return "unchanged", old


def write(folder: Path, planned: Update) -> None:
    """Write the files, once the resulting package is checked.

    Raises
    ------
    DataError
        If the package would not be usable; nothing is written then.
    """
    targets = {table: (folder / f"{table}.csv").resolve() for table in planned.texts}
    with tempfile.TemporaryDirectory() as place:
        trial = Path(place)
        # A package may lack a file; load complains if it must not.
        for name in FILES:
            if (folder / name).exists():
                shutil.copy(folder / name, trial / name)
        for table, text in planned.texts.items():
            (trial / f"{table}.csv").write_bytes(text.encode())
        load(trial)
    beside = {table: path.with_suffix(".csv.new") for table, path in targets.items()}
    try:
        for table, path in beside.items():
            path.write_bytes(planned.texts[table].encode())
            shutil.copymode(targets[table], path)
        # A page that reads meanwhile sees either the old file or the new one.
        with _uninterrupted():
            for table, path in beside.items():
                os.replace(path, targets[table])
    finally:
        for path in beside.values():
            path.unlink(missing_ok=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back Ctrl+C until all the files are in place."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
