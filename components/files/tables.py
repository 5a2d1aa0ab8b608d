"""Rows as CSV, and the names of files."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from components.dataset import Dataset, Replay
from components.view import View

# What a spreadsheet may run as a formula when it opens a CSV file. It may split at
# other characters than the comma, and read what follows them as a cell.
_FORMULA = re.compile(r"(^|[;,\t\r\n])([\s\"']*)(?=[=+\-@＝＋－＠])")
_BREAKS = re.compile(r"^(?=[\t\r\n])")
# Spreadsheets recognise UTF-8 by this byte-order mark.
MARK = b"\xef\xbb\xbf"
# The last column of rows as they were known on a day.
DAY = "as_known_on"
MAX_NAME = 59  # characters of a file's name


def csv(
    frame: pd.DataFrame, *, mark: bool = True, replay: Replay | None = None
) -> bytes:
    """Return rows as CSV in UTF-8 that a spreadsheet opens without running anything.

    Wherever a spreadsheet could take a part of a text cell or a header for a
    formula, an apostrophe stands before it; numbers stay as they are, whole ones
    without decimals.

    Parameters
    ----------
    mark
        Whether the file begins with a byte-order mark. Programs that read data
        packages take one for a part of the first column's name.
    replay
        The day that each row names, if they are those known on a day.
    """
    safe = whole(dated(frame, replay)).rename(columns=guarded)
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        safe[column] = safe[column].map(guarded, na_action="ignore")
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_bool_dtype)]:
        safe[column] = safe[column].map({True: "true", False: "false"})
    text = safe.to_csv(index=False, lineterminator="\n")
    return MARK * mark + text.encode()


def dated(frame: pd.DataFrame, replay: Replay | None) -> pd.DataFrame:
    """Return rows that name the day on which they were known, if they are of one."""
    return frame.assign(**{DAY: replay.day.isoformat()}) if replay else frame


def whole(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a copy in which a column of whole numbers has no decimals."""
    copy = frame.copy()
    for column in copy.columns[copy.dtypes.map(pd.api.types.is_float_dtype)]:
        if copy[column].dropna().mod(1).eq(0).all():
            copy[column] = copy[column].astype("Int64")
    return copy


def guarded(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs as a formula; only text is changed."""
    if not isinstance(cell, str):
        return cell
    return _BREAKS.sub("'", _FORMULA.sub(r"\1\2'", cell))


def file_name(dataset: Dataset, what: str, extension: str = "") -> str:
    """Return a file name that says which data and which version it holds.

    A long name of the package is cut at a hyphen; what the file is stays whole.
    Without an extension there is room for the one that whoever saves it adds.
    """
    most = MAX_NAME - (0 if extension else len(".svg"))
    end = f"-{dataset.version}-{of_day(dataset, what)}".lower()
    end = _slug(end) + (f".{extension}" if extension else "")
    name = _slug(dataset.name.lower())
    while len(name) + 1 + len(end) > most and "-" in name:
        name = name.rpartition("-")[0]
    return f"{name}-{end}"[-most:].lstrip("-.")


def of_day(dataset: Dataset, what: str) -> str:
    """Return what a file is, with the day on which it was known if it names one."""
    replay = dataset.replay
    return f"{what} as of {replay.day.isoformat()}" if replay else what


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")


def view_slug(view: View) -> str:
    """Return a view in the few words of a file name, the reader's year among them."""
    return " ".join(
        [
            "claimed" if view.view == "actual" else view.view,
            view.axis,
            *(["log"] if view.logarithmic and not view.by_step else []),
            *(["without published"] if not (view.published or view.by_step) else []),
            *([f"readers year {view.assumption.year}"] if view.assumption else []),
        ]
    )
