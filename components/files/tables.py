"""Rows as CSV, and the names of files."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from components.dataset import Dataset

# What a spreadsheet may take for a formula when it opens a CSV file.
_FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")
ENCODING = "utf-8"


def csv(frame: pd.DataFrame, *, mark: bool = True) -> bytes:
    """Return rows as CSV in UTF-8 that a spreadsheet opens without running anything.

    A text cell or a header that a spreadsheet could take for a formula gets a
    leading apostrophe; numbers stay as they are, whole ones without decimals.

    Parameters
    ----------
    mark
        Whether the byte-order mark comes first, without which a spreadsheet does
        not take a file for UTF-8. One that a descriptor calls UTF-8 has none.
    """
    safe = frame.rename(columns=_as_text)
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        safe[column] = safe[column].map(_as_text, na_action="ignore")
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_float_dtype)]:
        if safe[column].dropna().mod(1).eq(0).all():
            safe[column] = safe[column].astype("Int64")
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_bool_dtype)]:
        safe[column] = safe[column].map({True: "true", False: "false"})
    text = safe.to_csv(index=False, lineterminator="\n")
    return ("\ufeff" * mark + text).encode(ENCODING)


def _as_text(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def file_name(dataset: Dataset, what: str, extension: str = "") -> str:
    """Return a file name that says which data and which version it holds."""
    name = f"{dataset.name}-{dataset.version}-{what}".lower()
    name = re.sub(r"[^a-z0-9.]+", "-", name).strip("-")
    return f"{name}.{extension}" if extension else name
