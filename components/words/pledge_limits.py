"""What the collection of other pledges is not, said once."""

from __future__ import annotations

from collections.abc import Sequence

from components.measures import pledge_groups as groups
from components.measures.pledges import Pledge
from components.words.caveats import Caveat
from components.words.values import counted


def caveats(pledges: Sequence[Pledge]) -> list[Caveat]:
    """Return the limits of the collection, each once behind a few words."""
    kept = [item for item in pledges if item.counts]
    aside = [item for item in pledges if not item.counts]
    many = f"{counted(len(kept), 'target')} in {counted(groups.pairs(kept), 'pair')}"
    return [
        Caveat(
            "not-a-sample",
            "Not a sample",
            (
                "The targets were searched for pair by pair, and one search looked for "
                "those that were reached. Large round ones make news, modest ones do "
                "not, so a count of these says nothing of the next target.",
                f"Counted: {many}. Rows of one pair depend on each other, and a missed "
                "target is often declared again.",
                f"Not counted: {counted(len(aside), 'row')} with no value in dollars, "
                "for several years together, for purchases, or for context alone. The "
                "table has them.",
            ),
        ),
        Caveat(
            "mirrors",
            "Whose figures",
            (
                "The two sides of a pair often publish different figures for the same "
                "trade, and a target seldom says whether it means goods alone. Where "
                "that was not said the comparison is rough; figures that count "
                "something else decide nothing.",
                "Oil prices, sanctions and the pandemic moved many pairs together. A "
                "miss does not show bad faith.",
            ),
        ),
    ]
