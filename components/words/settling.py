"""Which published figure would settle what became of a target."""

from __future__ import annotations

from collections.abc import Sequence

from components.measures.comparability import LIKE
from components.measures.outcome import Fate
from components.measures.readings import BALANCE, GROWTH, SHARE, Reading, as_date
from components.measures.record import Record
from components.words import names
from components.words.deciding import attributed
from components.words.targets import named
from components.words.values import listed, sentence_case


def would_settle(record: Record, fates: Sequence[Fate]) -> list[tuple[str, str]]:
    """Return which figure would settle which targets.

    Each with its publisher and coverage. Targets that one figure would settle stand
    together; settled ones are left out.
    """
    called = named([fate.target for fate in fates])
    groups: dict[str, list[Fate]] = {}
    for fate in fates:
        words = _settling(record, fate, several=False)
        if words:
            groups.setdefault(words, []).append(fate)
    return [
        (
            sentence_case(listed([called[fate.target.reading_id] for fate in alike])),
            _settling(record, alike[0], several=len(alike) > 1),
        )
        for alike in groups.values()
    ]


def _settling(record: Record, fate: Fate, *, several: bool) -> str:
    target, item = fate.target, fate.published
    if not target.stated_on:
        them, they_were = ("them", "they were") if several else ("it", "it was")
        return (
            f"Nothing can be set against {them} until the day is known on which "
            f"{they_were} named."
        )
    if item.is_ended:
        return ""
    if item.lack == "figures disagree":
        return f"Which of these holds: {attributed(record, item.decisive)}?"
    ahead = bool(target.deadline) and fate.as_of <= as_date(target.deadline)
    settled = not item.lack and item.verdict == LIKE and not ahead
    if settled and item.state != "not reached, no deadline":
        return ""
    words = _figure(record, target, several=several)
    if not target.deadline:
        each, it_has = ("Each", "none has a") if several else ("It", "it has no")
        words += (
            f" {each} is reached by one at least as high; a lower one leaves it not "
            f"reached, since {it_has} deadline."
        )
    if not target.basis_stated:
        counts = "the targets count" if several else "the target counts"
        words += f" Nobody said what {counts}, so the comparison would stay rough."
    return words


def _figure(record: Record, target: Reading, *, several: bool) -> str:
    """Return the figure that is needed: of what, for when, and from whom."""
    first, second = (economy.name for economy in record.dataset.economies)
    whose = "their" if several else "its"
    when = (
        f"{target.deadline[:4]}, the year of {whose} deadline"
        if target.deadline
        else f"any whole year from {target.stated_on[:4]} on"
    )
    of = f"of {names.concept(target.concept)}"
    what = f"A published figure {of}"
    if target.cumulative:
        begins = (target.period_start or target.stated_on)[:4]
        what, when = f"Published figures {of}", f"each year from {begins} to {when}"
    elif target.kind == BALANCE:
        what = f"Published exports and imports {of}"
    elif target.kind == SHARE or (target.kind == GROWTH and not target.base):
        what = f"A published {target.kind} {of}"
    whom = f"a statistical body of {first} or {second}"
    return f"{what} for {when}, {names.direction(record, target)}, from {whom}."
