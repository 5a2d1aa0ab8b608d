"""The words on and under the trajectory over time."""

import pytest
from invented import agreement, claimed, event, published, reading, record, target

from components.view import View
from components.words import over_time as words
from components.words import rows, trajectory
from components.words.values import axis_money

TIME = View(axis="time")
OUT = {"exporter": "AAA", "importer": "BBB"}
ROWS = (
    claimed(300_000_000, 2010, step="1", bound="at least"),
    claimed(200_000_000, 2010, fact_id="f1", source_id="herald"),
    target(4_000_000_000, step="2", label="First target"),
    target(2_000_000_000, step="3", label="Second target", deadline="2020"),
    published(30_000_000, 2010, **OUT, note="Imports, CIF."),
    published(0, 2011, **OUT, questioned="true", stated_by="Bureau of Ports"),
)


@pytest.fixture
def pair(tmp_path):
    return record(
        tmp_path, *ROWS, events=[event("2012")], agreements=[agreement("2009-02")]
    )


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ({}, ("$3 billion, 2020",)),
        ({"bound": "at least"}, ("over $3 billion, 2020",)),
        ({"period_start": "", "period_end": "2020-06-12"}, ("$3 billion, June 2020",)),
        (
            {"period_start": "", "period_end": "", "stated_on": "2021-01-05"},
            ("$3 billion,", "said in January 2021"),
        ),
        ({"questioned": True}, ("$3 billion, questioned, 2020",)),
    ],
)
def test_a_claim_is_labelled_with_when_it_holds_or_was_said(change, lines):
    assert words.claim_lines(reading(3e9, **change)) == lines


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            {"label": "First target"},
            ("First target: $3 billion", "no deadline, named June 2020"),
        ),
        (
            {"label": "First target", "deadline": "2025-12-31"},
            ("First target: $3 billion", "by 31 December 2025"),
        ),
        (
            {"label": "A target whose name fills a phone and more"},
            ("Target: $3 billion", "no deadline, named June 2020"),
        ),
        (
            {"label": "Aim", "stated_on": "", "known_on": "2021-02-03"},
            ("Aim: $3 billion", "no deadline, known since February 2021"),
        ),
    ],
)
def test_a_target_is_labelled_with_its_deadline_or_with_when_it_was_named(
    change, lines
):
    aim = {"series": "target", "stated_on": "2020-06-12", "period_end": ""}
    assert words.target_lines(reading(3e9, **aim | change)) == lines


def test_the_shorter_labels_of_a_target_end_with_its_value_alone():
    aim = reading(3e9, series="target", label="Aim", stated_on="2020-06-12")
    shorter = words.shorter_target(aim)
    assert shorter[-1] == ("$3 billion",)
    assert all("no deadline" in lines for lines in shorter[:-1])


def test_the_caption_says_in_forty_words_what_is_shown(pair):
    caption = words.caption(pair, TIME)
    assert caption.text == (
        "Filled: claimed; open: as others give it; line: its period. Arrow: or more. "
        "“?”: questioned. Dashed: a target, from the day it was named. "
        "Bars: as wide as their period. Select a mark for its source."
    )
    assert len(caption.text.split()) <= 40
    assert [link.name for link in caption.sources] == ["The Gazette"]


def test_the_longest_caption_has_forty_words(tmp_path):
    first = target(4_000_000_000, step="5", label="Aim", fact_id="aim")
    replaced = {"stated_on": "2018-01-01", "relation": "replaces"}
    second = target(5_000_000_000, step="6", relates_to="aim", **replaced)
    text = words.caption(record(tmp_path, *ROWS, first, second), TIME).text
    assert "cross: withdrawn or replaced" in text
    assert "“?”: questioned." in text
    assert len(text.split()) <= 40


@pytest.mark.parametrize("axis", ["time", "step"])
def test_a_question_mark_is_explained_only_where_one_is_drawn(pair, axis):
    sure = View(axis=axis, view="target")
    caption = words.caption if axis == "time" else trajectory.caption
    assert "“?”" not in caption(pair, sure).text


def test_the_caption_names_nothing_that_a_view_leaves_out(pair):
    aims = words.caption(pair, View(axis="time", view="target")).text
    assert aims == (
        "Dashed: a target, from the day it was named. Select a mark for its source."
    )
    actual = words.caption(pair, View(axis="time", view="actual", published=False))
    assert "Dashed" not in actual.text
    assert "Bars" not in actual.text


def test_the_alternative_text_gives_numbers_first_in_sixty_words(pair):
    assert words.alt(pair, TIME) == (
        "Trajectory over time. Over $300 million claimed, 2010; $4 billion target, no "
        "deadline; $2 billion target, by 2020. 2 published values, at most $30 million "
        "(2010). 1 event and 1 agreement, 2009 to 2012"
    )


def test_many_targets_leave_the_alternative_text_short(tmp_path):
    aims = [target(10**9 + n, step=str(n), label=f"Aim {n}") for n in range(1, 30)]
    text = words.alt(record(tmp_path, *aims), TIME)
    assert len(text.split()) <= 60
    assert "23 more" in text


def test_the_rows_are_all_values_of_the_view_and_their_sources(pair):
    rows = words.rows(pair, TIME)
    assert [(row.value, row.what, row.when) for row in rows] == [
        ("over $300 million", "Claimed goods", "2010"),
        ("$200 million", "Claimed goods", "2010"),
        ("$4 billion", "Target, goods", "no deadline"),
        ("$2 billion", "Target, goods", "by 2020"),
        ("$30 million", "Published goods, Aland to Beeland, CIF", "2010"),
        ("$0", "Published goods, Aland to Beeland, questioned", "2011"),
    ]
    assert rows[0].who == "Jane Roe, 1 February 2011"
    assert rows[0].source.name == "The Gazette"
    assert rows[0].source.url == "https://gazette.example/page"
    assert [row.reading_id for row in rows] == ["r1", "r2", "r3", "r4", "r5", "r6"]
    aims = words.rows(pair, View(axis="time", view="target"))
    assert [row.reading_id for row in aims] == ["r3", "r4"]


def test_the_rows_of_the_bars_hold_what_others_give(pair):
    rows = trajectory.rows(pair, View())
    assert [row.reading_id for row in rows] == ["r1", "r2", "r3", "r4"]


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (["As the importer reported (CIF)."], "CIF"),
        (["FOB", "Exports, FOB."], "FOB"),
        (["FOB", "CIF"], ""),
        (["CIF", ""], ""),
        (["Neither CIF nor FOB is said."], ""),
        (["CIFRA", "SCIF"], ""),
    ],
)
def test_freight_is_named_only_where_all_rows_say_the_same(notes, said):
    assert rows.valuation([reading(1, note=note) for note in notes]) == said


def test_the_caveats_say_how_dates_are_drawn_and_who_counts_freight(pair):
    drawn, freight = words.caveats(pair, TIME)
    assert "on the day on which it was said" in drawn.long[0]
    assert freight.long[1:] == ("Office of Tolls: CIF.", "Not said: Bureau of Ports.")
    (only,) = words.caveats(pair, View(axis="time", view="target"))
    assert only.key == "drawn"
    assert not any("drawn once" in line for line in only.long)


def test_a_logarithmic_scale_is_explained_where_it_is_drawn(pair):
    scale = "equal distances are equal multiples, and zero stands on the bottom line"
    for view in ("both", "actual", "target"):
        linear = words.caveats(pair, View(view, "time"))
        logarithmic = words.caveats(pair, View(view, "time", logarithmic=True))
        assert not any(scale in line for item in linear for line in item.long)
        assert sum(scale in line for item in logarithmic for line in item.long) == 1


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (900, "$900"),
        (100_000, "$100k"),
        (2_500_000, "$2.5m"),
        (2e10, "$20bn"),
    ],
)
def test_money_on_an_axis_is_short(value, written):
    assert axis_money(value, "USD") == written
