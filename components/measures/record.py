"""A data package with what is derived from it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from components.dataset import Dataset
from components.measures import growth, outcome, steps
from components.measures.comparability import Comparison, compare
from components.measures.growth import Pace, PublishedGrowth
from components.measures.outcome import Fate
from components.measures.readings import (
    PERCENT,
    RECORDED,
    REPORTED,
    TARGET,
    Reading,
    as_date,
    readings_in,
    readings_of,
)
from components.measures.steps import Step


@dataclass(frozen=True)
class Record:
    """A checked data package, and what the page derives from it.

    Parameters
    ----------
    dataset
        The package.
    """

    dataset: Dataset

    @cached_property
    def steps(self) -> list[Step]:
        """The places of the step chart in their order."""
        return steps.steps(self.dataset)

    @cached_property
    def claimed(self) -> list[Reading]:
        """What was said of trade: values that may be set against a target."""
        return self._drawn(REPORTED)

    @cached_property
    def published(self) -> list[Reading]:
        """What official statistics say of trade, as published or as cited."""
        return self._drawn(RECORDED)

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """Who gave the published values, each once."""
        return tuple(dict.fromkeys(item.stated_by for item in self.published))

    @cached_property
    def targets(self) -> list[Reading]:
        """The targets that have a place on the step chart."""
        return [step.total for step in self.of_series(TARGET)]

    @cached_property
    def apart(self) -> list[Reading]:
        """The targets that have no bar: shares, growth, balances, sums over years."""
        targets = self._headlines(TARGET)
        return [item for item in targets if item.is_apart and not item.is_counted]

    @cached_property
    def aims(self) -> list[Reading]:
        """The targets of the step chart, then those that have no bar."""
        return [*self.targets, *self.apart]

    @cached_property
    def counted_targets(self) -> list[Reading]:
        """The targets in quantities, such as barrels a day, apart from all money."""
        return [item for item in self._headlines(TARGET) if item.is_counted]

    def _headlines(self, series: str) -> list[Reading]:
        headlines = {*self.dataset.facts["headline"]}
        readings = readings_in(self.dataset, series)
        return [item for item in readings if item.reading_id in headlines]

    @cached_property
    def claims(self) -> list[Reading]:
        """The claimed values that have a place on the step chart."""
        return [step.total for step in self.of_series(REPORTED)]

    @cached_property
    def latest_claim(self) -> Reading | None:
        """The last claimed value of the step chart."""
        return self.claims[-1] if self.claims else None

    @cached_property
    def published_step(self) -> Step | None:
        """The last published value of the step chart, maybe a sum of the page's."""
        recorded = self.of_series(RECORDED)
        return recorded[-1] if recorded else None

    @cached_property
    def claim_beside_published(self) -> Comparison | None:
        """The last claimed value beside the last published one."""
        if self.latest_claim is None or self.published_step is None:
            return None
        return compare(self.latest_claim, self.published_step.total)

    @cached_property
    def claimed_paces(self) -> list[Pace]:
        """Growth from the first claim to the last, and to what was said later.

        Whatever was said beside the steps counts as said of the last, so that a
        later account of it cannot be left out.
        """
        claims = self.of_series(REPORTED)
        if len(claims) < 2:
            return []
        placed = {item.fact_id for step in claims for item in step.parts}
        beside = [item for item in self.claimed if item.fact_id not in placed]
        first, last = claims[0], claims[-1]
        return growth.paces(
            [first.total, *first.others], [last.total, *last.others, *beside]
        )

    @cached_property
    def published_growths(self) -> list[PublishedGrowth]:
        """Growth of what was published, as computed or as stated, fastest first."""
        growths = self._drawn(RECORDED, PERCENT)
        return growth.published_growths([item for item in growths if not item.is_apart])

    @cached_property
    def growth_beside_claims(self) -> PublishedGrowth | None:
        """The published growth that falls into the time of the claimed one.

        That of the largest flow, since it is most of what was published.
        """
        if len(self.claims) < 2:
            return None
        first, last = self.claims[0].period_end, self.claims[-1].period_end
        growths = [
            item
            for item in self.published_growths
            if first and last and as_date(first) < item.ends <= as_date(last)
        ]
        return max(growths, key=lambda item: item.second.value, default=None)

    def day(self, today: date) -> date:
        """Return the day that ages, offices and verdicts count from.

        Parameters
        ----------
        today
            The day of the reader's visit, unless the package is replayed.
        """
        replay = self.dataset.replay
        return replay.day if replay else today

    def readings_of(self, fact_ids: Iterable[str]) -> list[Reading]:
        """Return the readings of some facts in the order of the file."""
        return readings_of(self.dataset, list(fact_ids))

    def of_series(self, series: str) -> list[Step]:
        """Return the steps that are reported, targets or recorded."""
        return steps.of_series(self.steps, series)

    def fates(self, as_of: date) -> list[Fate]:
        """Return what became of each target of the step chart as of a day."""
        return [self.fate(target, as_of) for target in self.targets]

    def all_fates(self, as_of: date) -> list[Fate]:
        """Return what became of every target as of a day, those without a bar last."""
        return [self.fate(target, as_of) for target in self.aims]

    def fate(self, target: Reading, as_of: date) -> Fate:
        """Return what became of one target as of a day."""
        claimed, published = self.claimed, self.published
        if target.is_counted:
            claimed, published = (
                self.counted_like(target, series) for series in (REPORTED, RECORDED)
            )
        elif target.unit == PERCENT and not target.base:
            claimed, published = (
                self._drawn(series, PERCENT) for series in (REPORTED, RECORDED)
            )
        return outcome.fate(target, claimed, published, as_of)

    def counted_like(self, reading: Reading, series: str) -> list[Reading]:
        """Return the readings of a series that have the unit of a quantity."""
        readings = readings_in(self.dataset, series)
        return [item for item in readings if item.unit == reading.unit]

    def speaker(self, stated_by: str) -> dict[str, Any]:
        """Return surname, office, economy and end of office of a speaker, if known."""
        known: Sequence[dict[str, Any]] = self.dataset.descriptor.get("speakers", [])
        return next((item for item in known if item["name"] == stated_by), {})

    def economy_name(self, code: str) -> str:
        """Return the name of an economy by its code."""
        names = {item.code: item.name for item in self.dataset.economies}
        return names[code]

    def _drawn(self, series: str, *more: str) -> list[Reading]:
        """Return the drawn readings of a series: money, and those of other units."""
        drawn = {
            name
            for name, item in self.dataset.concepts.items()
            if item.get("on_trajectory")
        }
        readings = readings_in(self.dataset, series)
        units = (self.dataset.currency, *more)
        return [
            item for item in readings if item.concept in drawn and item.unit in units
        ]
