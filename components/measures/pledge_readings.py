"""Rows of pledges as readings, so that the rules for readings hold for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from components.dataset import Dataset
from components.measures.readings import TARGET, Reading
from components.package.pledged import (
    BASIS_NOT_STATED,
    EXPORTS_OF_FIRST,
    EXPORTS_OF_SECOND,
)
from components.rules import last_day


def reading_of(
    dataset: Dataset, row: Mapping[str, Any], economies: tuple[str, str], series: str
) -> Reading:
    """Return a row of pledges, or of the values recorded for one, as a reading."""
    is_target = series == TARGET
    name = row["pledge_id"] if is_target else row["value_id"]
    concept = row["concept"]
    directions = {EXPORTS_OF_FIRST: economies, EXPORTS_OF_SECOND: economies[::-1]}
    exporter, importer = directions.get(concept, ("", ""))
    has_basis = concept != BASIS_NOT_STATED and not exporter
    dollars = row["value_usd"]
    return Reading(
        reading_id=name,
        fact_id=row["pledge_id"],
        label="",
        series=series,
        unit="USD",
        value=float(dollars) if pd.notna(dollars) else float("nan"),
        bound=row["bound"],
        concept=concept,
        exporter=exporter,
        importer=importer,
        period_start="" if is_target else row["period_start"],
        period_end="" if is_target else row["period_end"],
        period_label="" if is_target else row["period_label"],
        deadline=row["deadline"] if is_target else "",
        stated_by=row["stated_by"] if is_target else row["body"],
        side=row["side"] if is_target else "",
        stated_on=row["stated_on"] if is_target else "",
        stated_in="",
        source_id=row["source_id"],
        wording=row["wording"],
        no_number=False,
        # A value with a caveat gives a rough verdict, and ranks below one without.
        questioned=not is_target and row["grade"] == "caveat",
        note=row["note"],
        basis_stated=has_basis,
        known_on=_known_on(dataset, row, is_target=is_target),
    )


def _known_on(dataset: Dataset, row: Mapping[str, Any], *, is_target: bool) -> str:
    """Return when a row was known at the latest: never after the data were made."""
    made = str(dataset.descriptor.get("created", ""))[:10]
    said = row["stated_on"] if is_target else ""
    said = said or dataset.source_of[row["source_id"]]["published_on"]
    known = last_day(said) if said else made
    return min(known, made) if made else known
