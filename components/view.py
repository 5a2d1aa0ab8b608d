"""What the controls say of the trajectory, as keys."""

from __future__ import annotations

from dataclasses import dataclass

from components.measures.readings import RECORDED, REPORTED, TARGET, Reading

ACTUAL, AIMED_AT, BOTH = "actual", "target", "both"
VIEWS = (ACTUAL, AIMED_AT, BOTH)
STEP, TIME = "step", "time"
AXES = (STEP, TIME)
# What a link calls the day of the past on which the page is shown as it was known.
AS_OF = "as_of"


@dataclass(frozen=True)
class Assumption:
    """A year that the reader picked, from a starting value to some targets."""

    year: int
    start: Reading
    targets: tuple[Reading, ...]


@dataclass(frozen=True)
class View:
    """What the controls of the trajectory say.

    Parameters
    ----------
    view, axis
        One of :data:`VIEWS` and of :data:`AXES`.
    logarithmic
        Whether values over time stand on a logarithmic scale.
    published
        Whether published figures are drawn over time.
    assumption
        The year that the reader picked, if one is.
    """

    view: str = BOTH
    axis: str = STEP
    logarithmic: bool = False
    published: bool = True
    assumption: Assumption | None = None

    @property
    def by_step(self) -> bool:
        """Whether the axis is that of steps; else it is time."""
        return self.axis == STEP

    @property
    def shown(self) -> tuple[str, ...]:
        """The series that are drawn: published figures only over time."""
        claimed = (REPORTED,) if self.view != AIMED_AT else ()
        targets = (TARGET,) if self.view != ACTUAL else ()
        published = self.published and not self.by_step and self.view != AIMED_AT
        return claimed + targets + ((RECORDED,) if published else ())

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one view of a package from another."""
        assumed = self.assumption
        picked = assumed and (assumed.year, assumed.start.reading_id)
        return self.view, self.axis, self.logarithmic, self.published, picked
