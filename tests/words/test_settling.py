"""Which figure would settle a target: of what, from whom, covering what."""

from datetime import date

import pytest
from invented import claimed, published, record, target

from components.words.deciding import decisions, explained
from components.words.settling import would_settle

TODAY = date(2026, 11, 25)
A_TO_B = {"exporter": "AAA", "importer": "BBB"}
BODY = "from a statistical body of Aland or Beeland."
LOWER = (
    " It is reached by one at least as high; a lower one leaves it not reached, since "
    "it has no deadline."
)
ROUGH = " Nobody said what the target counts, so the comparison would stay rough."


def settled(pair, today=TODAY):
    return would_settle(pair, pair.fates(today))


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (
            target(100, step="1"),
            "A published figure of goods for any whole year from 2015 on, both "
            f"directions, {BODY}{LOWER}",
        ),
        (
            target(100, step="1", deadline="2020-06-30"),
            "A published figure of goods for 2020, the year of its deadline, both "
            f"directions, {BODY}",
        ),
        (
            target(100, step="1", deadline="2020", concept="trade"),
            "A published figure of trade for 2020, the year of its deadline, both "
            f"directions, {BODY}{ROUGH}",
        ),
        (
            target(100, step="1", deadline="2020", **A_TO_B),
            "A published figure of goods for 2020, the year of its deadline, Aland to "
            f"Beeland, {BODY}",
        ),
        (
            target(100, step="1", stated_on=""),
            "Nothing can be set against it until the day is known on which it was "
            "named.",
        ),
    ],
)
def test_the_figure_is_named_with_what_whom_and_when(tmp_path, aim, words):
    assert settled(record(tmp_path, aim)) == [("$100", words)]


def test_targets_that_one_figure_would_settle_stand_together(tmp_path):
    pair = record(
        tmp_path,
        target(100, step="1"),
        target(200, step="2"),
        target(300, step="3", deadline="2030"),
    )
    both = LOWER.replace("It is", "Each is").replace("it has no", "none has a")
    assert settled(pair) == [
        (
            "$100 and $200",
            "A published figure of goods for any whole year from 2015 on, both "
            f"directions, {BODY}{both}",
        ),
        (
            "$300",
            "A published figure of goods for 2030, the year of its deadline, both "
            f"directions, {BODY}",
        ),
    ]


def test_several_targets_are_spoken_of_as_several(tmp_path):
    vague = {"concept": "trade", "deadline": "2030"}
    lost = {"stated_on": ""}
    pair = record(
        tmp_path,
        target(100, step="1", **vague),
        target(200, step="2", **vague),
        target(300, step="3", **lost),
        target(400, step="4", **lost),
    )
    assert settled(pair) == [
        (
            "$100 and $200",
            "A published figure of trade for 2030, the year of their deadline, both "
            f"directions, {BODY}{ROUGH.replace('target counts', 'targets count')}",
        ),
        (
            "$300 and $400",
            "Nothing can be set against them until the day is known on which they "
            "were named.",
        ),
    ]


def test_what_was_early_is_named_beside_what_decides(tmp_path):
    pair = record(
        tmp_path,
        target(100, step="1", deadline="2020"),
        published(130, 2018),
        published(110, 2017),
        published(140, 2020),
    )
    (fate,) = pair.fates(TODAY)
    assert explained(pair, fate)[-1] == (
        "Published figures: reached early. It was first reached by $110 for 2017 from "
        "the Office of Tolls. This decides: $140 for 2020 from the Office of Tolls."
    )


@pytest.mark.parametrize(
    ("base_bound", "value", "said"),
    [
        ("at least", 120, "reached on time (rough)"),
        ("at least", 90, "missed"),
        ("at most", 120, "reached on time"),
        ("at most", 90, "missed (rough)"),
        ("exact", 120, "reached on time"),
        ("about", 90, "missed"),
    ],
)
def test_a_target_worked_out_is_no_surer_than_its_base(
    tmp_path, base_bound, value, said
):
    base = published(50, 2014, bound=base_bound, reading_id="base")
    double = target(
        2, kind="multiple", base_reading="base", step="1", deadline="2020", unit="USD"
    )
    pair = record(tmp_path, base, double, published(value, 2020))
    (fate,) = pair.fates(TODAY)
    words = explained(pair, fate)[-1]
    assert words.startswith(f"Published figures: {said}. ")
    less_or_more = "more" if base_bound == "at least" else "less"
    assert words.endswith(f"may have been {less_or_more}.") is ("rough" in said)


def test_what_decides_about_targets_alike_is_said_once(tmp_path):
    aims = target(100, step="1"), target(200, step="2"), target(40, step="3")
    pair = record(tmp_path, *aims, claimed(50, 2022))
    fates = pair.fates(TODAY)
    first, other = decisions(pair, fates)
    assert first[0].count("no deadline") == 2
    assert first[1] == explained(pair, fates[0]) == explained(pair, fates[1])
    assert other[0].count("no deadline") == 1


def test_a_claim_settles_nothing(tmp_path):
    pair = record(tmp_path, target(100, step="1"), claimed(120, 2020))
    assert [whose for whose, _ in settled(pair)] == ["$100"]


@pytest.mark.parametrize("value", [80, 120])
def test_what_a_published_figure_settled_needs_no_other(tmp_path, value):
    aim = target(100, step="1", deadline="2020")
    pair = record(tmp_path, aim, published(value, 2020))
    assert settled(pair) == []
    assert settled(pair, date(2020, 12, 31)) != []


def test_a_rough_figure_leaves_it_to_be_settled(tmp_path):
    aim = target(100, step="1", deadline="2020")
    pair = record(tmp_path, aim, published(80, 2020, concept="trade"))
    assert len(settled(pair)) == 1


def test_a_published_figure_below_a_target_without_deadline_settles_nothing(tmp_path):
    pair = record(tmp_path, target(100, step="1"), published(80, 2020))
    assert len(settled(pair)) == 1
    reached = record(tmp_path, target(100, step="1"), published(120, 2020))
    assert settled(reached) == []


def test_figures_that_disagree_are_named(tmp_path):
    aim = target(100, step="1", deadline="2020")
    other = published(120, 2020, stated_by="Office of Tides")
    pair = record(tmp_path, aim, published(80, 2020), other)
    assert settled(pair) == [
        (
            "$100",
            "Which of these holds: $80 for 2020 from the Office of Tolls and $120 for "
            "2020 from the Office of Tides?",
        )
    ]


def test_what_decides_is_named_for_either_kind_of_figure(tmp_path):
    pair = record(
        tmp_path,
        target(100, step="1", deadline="2020"),
        claimed(120, 2020),
        claimed(80, 2019),
        published(80, 2020, bound="at least"),
        published(300, 2012),
    )
    (fate,) = pair.fates(TODAY)
    assert explained(pair, fate) == [
        "Claimed figures: reached on time. This decides: $120 for 2020 from Jane Roe.",
        "Published figures: missed (rough). This decides: over $80 for 2020 from "
        "the Office of Tolls. The highest published total of a whole year, both "
        "directions, is $300 for 2012 from the Office of Tolls. Rough, since over $80 "
        "may be more.",
    ]


def test_of_a_target_without_deadline_only_the_highest_since_is_named(tmp_path):
    quoted = {"fact_id": "f", "stated_on": "2021-02-01"}
    pair = record(
        tmp_path,
        target(100, step="1"),
        claimed(60, 2018),
        claimed(70, 2020, concept="trade", **quoted),
        claimed(70, 2020, concept="trade", source_id="herald", **quoted),
        claimed(50, 2021, stated_by="Not attributed (a line in a paper)"),
    )
    (fate,) = pair.fates(TODAY)
    said, counted = explained(pair, fate)
    assert said == (
        "Claimed figures: not reached (rough). The highest since is $70 for 2020 from "
        "Jane Roe. Rough, since Jane Roe did not say what the figure covers."
    )
    assert counted == "Published figures do not say: no comparable figure."


def test_an_unattributed_figure_names_nobody(tmp_path):
    pair = record(
        tmp_path,
        target(100, step="1"),
        claimed(60, 2018, stated_by="Not attributed (a line in a paper)"),
    )
    (fate,) = pair.fates(TODAY)
    assert (
        "The highest since is $60 for 2018 without a named source."
        in (explained(pair, fate)[0])
    )


def test_many_values_that_decide_are_counted(tmp_path):
    offices = [
        published(number + 200, 2020, stated_by=f"Office {number}")
        for number in range(6)
    ]
    pair = record(tmp_path, target(100, step="1", deadline="2020"), *offices)
    (fate,) = pair.fates(TODAY)
    assert explained(pair, fate)[1] == (
        "Published figures: reached on time. These decide: $200 for 2020 from the "
        "Office 0, $201 for 2020 from the Office 1, $202 for 2020 from the Office 2, "
        "$203 for 2020 from the Office 3 and 2 more."
    )


NAMED = {"stated_on": "2015-06-01", "period_start": "", "period_end": "2015-06-01"}
LATER = {"stated_on": "2016-02-03", "period_start": "", "period_end": ""}


@pytest.mark.parametrize(
    ("change", "rows", "words"),
    [
        (
            {},
            [],
            "The speaker put it at $60 on the day the target was named; nobody has "
            "given a figure since.",
        ),
        (
            {"stated_by": "John Doe, Consul"},
            [],
            "It was put at $60 from John Doe on the day the target was named; nobody "
            "has given a figure since.",
        ),
        (
            {},
            [claimed(50, stated_by="Unnamed sources", questioned="true", **LATER)],
            "The speaker put it at $60 on the day the target was named; since then "
            "there is only $50 (questioned) said in February 2016 without a named "
            "source.",
        ),
        (
            {},
            [claimed(50, 2018), claimed(40, 2019)],
            "The speaker put it at $60 on the day the target was named; the highest "
            "since then is $50 for 2018 from Jane Roe.",
        ),
    ],
)
def test_a_figure_of_the_targets_own_day_is_no_figure_since(
    tmp_path, change, rows, words
):
    start = claimed(60, **NAMED | change)
    pair = record(tmp_path, target(100, step="1"), start, *rows)
    (fate,) = pair.fates(TODAY)
    said = explained(pair, fate)[0]
    assert words in said
    assert "The highest since is" not in said


HIGHEST = (
    "The highest published total of a whole year, both directions, is $50 for 2012"
)


@pytest.mark.parametrize(
    ("rows", "end"),
    [
        ([], "."),
        ([published(40, 2013, **A_TO_B)], "."),
        (
            [published(90, 2013, **A_TO_B)],
            "; higher ones go one way: the highest of them is $90 of goods from Aland "
            "to Beeland for 2013.",
        ),
        (
            [
                published(90, 2013, **A_TO_B),
                published(95, 2014, concept="services", questioned="true"),
                published(70, 2013, period_start="2013-01", period_end="2013-06"),
            ],
            "; higher ones go one way, count something else or cover a part of a year: "
            "the highest of them is $95 (questioned) of services in both directions "
            "for 2014.",
        ),
    ],
)
def test_the_highest_published_total_names_its_filter(tmp_path, rows, end):
    pair = record(tmp_path, target(100, step="1"), published(50, 2012), *rows)
    (fate,) = pair.fates(TODAY)
    assert explained(pair, fate)[1] == (
        "Published figures do not say: no comparable figure since it was named. "
        f"{HIGHEST} from the Office of Tolls{end}"
    )


def test_a_higher_published_figure_not_known_by_then_is_not_named(tmp_path):
    late = published(90, 2013, stated_on="2027-01-01", **A_TO_B)
    pair = record(tmp_path, target(100, step="1"), published(50, 2012), late)
    (fate,) = pair.fates(TODAY)
    assert "$90" not in explained(pair, fate)[1]
