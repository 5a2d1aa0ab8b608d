"""What became of a target reads as a true English sentence, in every state."""

from datetime import date

import pytest
from invented import claimed, published, reading, record, target

from components.measures.outcome import STATES, Fate, Outcome
from components.words.targets import (
    age_words,
    became,
    deadline,
    fate_line,
    named,
    state,
)

TODAY = date(2026, 11, 25)
AIM = reading(
    *(100e6, 2015),
    reading_id="t1",
    label="First aim",
    series="target",
    period_start="",
    period_end="",
    stated_on="2015-06-01",
)
LOW, HIGH = reading(90e6), reading(110e6)


def aim(number=1, **change):
    """Return the target again, or another one, with what is said of it."""
    return reading(
        **{
            **{name: getattr(AIM, name) for name in AIM.__dataclass_fields__},
            "reading_id": f"t{number}",
            "value": number * 100e6,
            **change,
        }
    )


def said(name, **change):
    """Return what one kind of figure says; a lack makes it unsayable."""
    lack = change.get("lack", "")
    return Outcome("cannot be said" if lack else name, **change)


def fate(claims, figures=None, number=1, **change):
    """Return what became of a target by claimed and by published figures."""
    nothing = Outcome("cannot be said", lack="nothing comparable")
    return Fate(aim(number, **change), TODAY, claims, figures or nothing)


DATED = {"deadline": "2020"}
REACHED = said("reached", decisive=(HIGH,), highest=HIGH)
MISSED = said("missed", decisive=(LOW,), highest=LOW)
BELOW = said("not reached, no deadline", decisive=(LOW,), highest=LOW)
ABOVE = said("reached, no deadline", decisive=(HIGH,), highest=HIGH)
SINCE = said("", lack="nothing since", highest=LOW)
CELLS = [
    (REACHED, "reached on time"),
    (said("reached", early=True), "reached early"),
    (MISSED, "missed"),
    (said("missed", early=True), "missed, though reached in an earlier year"),
    (said("missed, passed later"), "missed, and reached only later"),
    (
        said("missed, passed later", early=True),
        "missed, though reached before and after",
    ),
    (said("open"), "still open"),
    (said("open", early=True), "still open, though one figure had reached it"),
    (BELOW, "not reached"),
    (ABOVE, "reached"),
    (said("reached, lost later"), "reached and lost again"),
    (said("withdrawn"), "withdrawn"),
    (said("replaced"), "replaced"),
    (said("missed", verdict="rough"), "missed (rough)"),
    (
        said("missed", verdict="rough", by_neighbours=True),
        "missed (judged by the years beside it and rough)",
    ),
    (said("", lack="nothing comparable"), "cannot be said: no comparable figure"),
    (SINCE, "cannot be said: no comparable figure since it was named"),
    (
        said("", lack="no value for the deadline"),
        "cannot be said: no figure for the deadline’s year",
    ),
    (
        said("", lack="figures disagree", verdict="rough"),
        "cannot be said: the figures disagree",
    ),
    (
        said("", lack="years missing"),
        "cannot be said: no figures for all of its years",
    ),
    (said("", lack="day not known"), "cannot be said: nobody knows when it was named"),
]


@pytest.mark.parametrize(("outcome", "words"), CELLS)
def test_every_state_has_words_of_its_own(outcome, words):
    assert state(outcome) == words


def test_the_table_of_states_is_whole():
    assert {outcome.state for outcome, _ in CELLS} == set(STATES)
    words = [words for _, words in CELLS]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("fates", "sentence"),
    [
        ([], ""),
        # By nobody's figures, without a deadline.
        ([fate(BELOW)], "By nobody’s figures is it reached; it has no deadline."),
        (
            [fate(BELOW), fate(BELOW, number=2)],
            "By nobody’s figures is either reached; neither has a deadline.",
        ),
        (
            [fate(BELOW, number=number) for number in (1, 2, 3)],
            "By nobody’s figures is any of them reached; none has a deadline.",
        ),
        (
            [fate(SINCE, BELOW)],
            "By nobody’s figures is it reached; it has no deadline.",
        ),
        # One target, every state.
        (
            [fate(REACHED, REACHED, **DATED)],
            "By published and claimed figures alike, the target was reached on time.",
        ),
        (
            [fate(REACHED, MISSED, **DATED)],
            "By published figures, the target was missed; by claimed figures, the "
            "target was reached on time.",
        ),
        (
            [fate(said("missed, passed later"), **DATED)],
            "By claimed figures, the target was missed, and reached only later.",
        ),
        (
            [fate(SINCE, said("open"), **DATED)],
            "By published figures, the target is still open.",
        ),
        (
            [fate(ABOVE)],
            "By claimed figures, the target is reached; it has no deadline.",
        ),
        (
            [fate(said("reached, lost later"), BELOW)],
            "By published figures, the target is not reached; by claimed figures, the "
            "target was reached and lost again; it has no deadline.",
        ),
        (
            [fate(said("", lack="no value for the deadline"), **DATED)],
            "What became of it cannot be said: no figure for the deadline’s year.",
        ),
        # Several targets.
        (
            [fate(MISSED, **DATED), fate(MISSED, number=2, **DATED)],
            "By claimed figures, both were missed.",
        ),
        (
            [fate(MISSED, number=number, **DATED) for number in (1, 2, 3)],
            "By claimed figures, all 3 were missed.",
        ),
        (
            [fate(REACHED, MISSED, **DATED), fate(MISSED, MISSED, 2, **DATED)],
            "By published figures, both were missed; by claimed figures, $100 million "
            "was reached on time and $200 million was missed.",
        ),
        (
            [fate(ABOVE), fate(SINCE, number=2, **DATED)],
            "By claimed figures, $100 million is reached; of $200 million nothing can "
            "be said.",
        ),
        (
            [fate(SINCE), fate(SINCE, number=2)],
            "What became of them cannot be said.",
        ),
        (
            [
                *(fate(MISSED, number=number, **DATED) for number in (1, 2, 3)),
                fate(REACHED, number=4, **DATED),
            ],
            "By claimed figures, 3 of 4 targets were missed and $400 million was "
            "reached on time.",
        ),
    ],
)
def test_what_became_of_the_targets_is_one_sentence(fates, sentence):
    assert became(fates) == sentence


@pytest.mark.parametrize(
    "other",
    [
        # One of the figures that disagree does reach it.
        said("", lack="figures disagree", decisive=(LOW, HIGH), highest=HIGH),
        # Reached before it was named.
        said("", lack="nothing since", highest=HIGH),
        ABOVE,
        said("reached, lost later", decisive=(HIGH, LOW), highest=HIGH),
    ],
)
def test_nobodys_figures_are_not_said_to_reach_it_where_somebodys_do(other):
    assert "nobody" not in became([fate(BELOW, other)])
    assert "nobody" not in became([fate(other, BELOW)])


def test_a_target_without_a_deadline_is_never_called_missed_or_late():
    for one in (BELOW, ABOVE, SINCE, said("reached, lost later")):
        for other in (BELOW, ABOVE, SINCE):
            words = became([fate(one, other)])
            assert not [bad for bad in ("missed", "late", "overdue") if bad in words]


def test_claimed_and_published_figures_stand_apart_in_the_row_of_a_target():
    line = fate_line(fate(REACHED, MISSED, **DATED))
    assert (line.value, line.label) == ("$100 million, by 2020", "First aim")
    assert (line.claimed, line.published) == ("Reached on time", "Missed")
    assert line.target.reading_id == "t1"


@pytest.mark.parametrize(
    ("partial", "words"),
    [
        ("", "no deadline"),
        ("2020", "by 2020"),
        ("2020-06", "by June 2020"),
        ("2020-06-30", "by 30 June 2020"),
    ],
)
def test_a_deadline_in_words(partial, words):
    assert deadline(aim(deadline=partial)) == words


@pytest.mark.parametrize(
    ("changes", "called"),
    [
        ([{}, {"value": 2e6}], ["$100 million", "$2 million"]),
        (
            [{}, {"deadline": "2020"}],
            ["$100 million without a deadline", "$100 million by 2020"],
        ),
        (
            [{}, {"label": "Second aim"}],
            [
                "$100 million without a deadline, First aim",
                "$100 million without a deadline, Second aim",
            ],
        ),
        (
            [{}, {"stated_by": "John Doe"}],
            [
                "$100 million without a deadline, First aim, Office of Tolls",
                "$100 million without a deadline, First aim, John Doe",
            ],
        ),
        (
            [{}, {}],
            [
                "$100 million without a deadline, First aim (1)",
                "$100 million without a deadline, First aim (2)",
            ],
        ),
    ],
)
def test_no_target_takes_the_name_of_another(changes, called):
    aims = [
        aim(number, **{"value": 100e6} | change)
        for number, change in enumerate(changes, 1)
    ]
    assert list(named(aims).values()) == called


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["2023-06-12"], "The target was named 3 years and 5 months ago, without a"),
        (["2026-11-20"], "The target was named less than a month ago, without a"),
        (["2025-11-25"], "The target was named 1 year ago, without a"),
        (["2026-10-25"], "The target was named 1 month ago, without a"),
        # Nobody knows the day, so no months are counted.
        (["1970"], "The target was named in 1970, without a"),
        (["1970-05"], "The target was named in May 1970, without a"),
        (
            ["2023-06-12"] * 2,
            "Both targets were named 3 years and 5 months ago, without",
        ),
        (["2023-06-12"] * 3, "All 3 targets were named 3 years and 5 months ago, with"),
        ([""], "Nobody knows when the target was named."),
        (
            ["2023-06-12", ""],
            "$100 million was named 3 years and 5 months ago, without a deadline. "
            "Nobody knows when $200 million was named.",
        ),
    ],
)
def test_the_age_of_targets_is_said_once_for_each_day(days, words):
    fates = [
        fate(BELOW, number=number, stated_on=day) for number, day in enumerate(days, 1)
    ]
    assert age_words(fates, TODAY).startswith(words)


def test_only_a_target_that_has_none_is_named_without_a_deadline():
    assert age_words([fate(MISSED, **DATED)], TODAY) == (
        "The target was named 11 years and 5 months ago."
    )


def test_a_dated_target_of_a_package_was_missed_by_one_and_reached_by_the_other(
    tmp_path,
):
    pair = record(
        tmp_path,
        claimed(120, 2020, step="1"),
        published(80, 2020),
        target(100, step="2", deadline="2020"),
    )
    assert became(pair.fates(TODAY)) == (
        "By published figures, the target was missed; by claimed figures, the target "
        "was reached on time."
    )
    early = pair.fates(date(2020, 11, 25))
    assert became(early) == (
        "By published and claimed figures alike, the target is still open."
    )
