"""The places of the step chart: single readings, or the page's own sums."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from components.dataset import Dataset
from components.measures import bounds
from components.measures.readings import Reading, readings_of


@dataclass(frozen=True)
class Step:
    """One place on the step chart.

    Parameters
    ----------
    number
        Place, counted from 1.
    total
        The headline reading, or the page's own sum of two recorded directions,
        which names every speaker of its parts.
    parts
        The headline readings that ``total`` stands for.
    others
        Every other reading of the same facts.
    """

    number: int
    total: Reading
    parts: tuple[Reading, ...]
    others: tuple[Reading, ...]

    @property
    def is_sum(self) -> bool:
        """Whether the page adds up several readings here."""
        return len(self.parts) > 1


def steps(dataset: Dataset) -> list[Step]:
    """Return the places of the step chart in their order."""
    placed = dataset.facts[dataset.facts["step"].notna()]
    readings = readings_of(dataset, list(placed["fact_id"]))
    result = []
    for number, facts in placed.sort_values("step").groupby("step"):
        headlines = set(facts["headline"])
        here = [item for item in readings if item.fact_id in set(facts["fact_id"])]
        parts = tuple(reading for reading in here if reading.reading_id in headlines)
        others = tuple(
            reading for reading in here if reading.reading_id not in headlines
        )
        result.append(Step(int(str(number)), _total(parts), parts, others))
    return result


def _total(parts: Sequence[Reading]) -> Reading:
    """Return the only part, or the two directions of one flow added up.

    Speaker, day and concept of a sum are those of all its parts.
    """
    if len(parts) == 1:
        return parts[0]
    added = bounds.total([part.quantity for part in parts])
    if added is None:
        # The rules of the data refuse such a step.
        raise ValueError(f"{parts[0].fact_id}: a sum without any bound")
    mixed = len({part.concept for part in parts}) > 1
    return replace(
        parts[0],
        value=added.value,
        bound=added.bound,
        concept=_all_of(part.concept for part in parts),
        exporter="",
        importer="",
        stated_by=_all_of(part.stated_by for part in parts),
        stated_on=_common(part.stated_on for part in parts),
        basis_stated=mixed or all(part.basis_stated for part in parts),
        is_mixed=mixed,
        said_currency="",
        known_on=max(part.known_on for part in parts),
        questioned=any(part.questioned for part in parts),
    )


def _all_of(cells: Iterable[str]) -> str:
    return " and ".join(dict.fromkeys(cells))


def _common(cells: Iterable[str]) -> str:
    """Return what all cells say, or nothing if they differ."""
    distinct = set(cells)
    return distinct.pop() if len(distinct) == 1 else ""


def of_series(all_steps: Sequence[Step], series: str) -> list[Step]:
    """Return the steps that are reported, targets or recorded."""
    return [step for step in all_steps if step.total.series == series]
