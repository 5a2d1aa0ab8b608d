"""The chart by step: what it draws, as numbers, and how it draws it."""

from datetime import date

import pytest
from conftest import descriptor, tables, write
from invented import claimed, published, target
from invented import record as invented

from components.charts import by_step
from components.charts.style import LIGHT
from components.dataset import load
from components.files import svg
from components.measures.record import Record
from components.view import View
from components.words import trajectory

TODAY = date(2022, 3, 5)


@pytest.fixture
def record(tmp_path):
    def made(change=lambda rows: None):
        rows = tables()
        change(rows)
        return Record(load(write(tmp_path / "data", rows, descriptor())))

    return made


def row(rows, reading_id):
    return next(item for item in rows["readings"] if item["reading_id"] == reading_id)


def test_bars_stand_in_order_and_published_figures_are_not_among_them(record):
    chart = by_step.info(record(), View(), TODAY)
    assert [bar.value for bar in chart.bars] == [200e6, 1e9, 4e9]
    assert [bar.is_outline for bar in chart.bars] == [False, False, True]
    assert [bar.is_open_ended for bar in chart.bars] == [False, True, False]
    assert [bar.reading_id for bar in chart.bars] == ["base-1", "latest-1", "goal-1"]


def test_each_bar_says_its_value_its_name_and_one_relation(record):
    labels = [bar.label for bar in by_step.info(record(), View(), TODAY).bars]
    assert labels == [
        ("$200 million  Claimed for 2019",),
        (
            "over $1 billion  Claimed in March 2021",
            "at least 5 times $200 million (rough)",
        ),
        (
            "$4 billion  First target, no deadline",
            "the claim is at least 25% of it (rough)",
        ),
    ]


def test_a_bar_says_that_its_value_is_questioned(record):
    def change(rows):
        row(rows, "base-1")["questioned"] = "true"

    first = by_step.info(record(change), View(), TODAY).bars[0]
    assert first.label == ("$200 million  Claimed for 2019, questioned",)


def test_no_ratio_stands_where_it_would_compare_unlike_things(record):
    def change(rows):
        row(rows, "goal-1").update(exporter="AAA", importer="BBB")

    target = by_step.info(record(change), View(), TODAY).bars[-1]
    assert target.label[1:] == ("not like with like",)


def test_a_figure_that_no_official_gave_is_not_called_claimed(record):
    def change(rows):
        row(rows, "base-1").update(side="third party", stated_by="The Gazette")

    assert by_step.info(record(change), View(), TODAY).bars[0].label == (
        "$200 million  Reported for 2019",
    )


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ("actual", ["base-1", "latest-1"]),
        ("target", ["goal-1"]),
        ("both", ["base-1", "latest-1", "goal-1"]),
    ],
)
def test_a_view_draws_its_own_bars(record, view, ids):
    chart = by_step.info(record(), View(view), TODAY)
    assert [bar.reading_id for bar in chart.bars] == ids


def test_a_view_without_a_bar_is_nothing(record):
    def change(rows):
        for fact in rows["facts"]:
            fact["step"] = "" if fact["series"] == "target" else fact["step"]

    assert by_step.info(record(change), View("target"), TODAY) is None


def test_the_axis_begins_at_zero_and_holds_every_bar(record):
    chart = by_step.info(record(), View(), TODAY)
    assert [words for _, words in chart.ticks] == ["0", "$1bn", "$2bn", "$3bn", "$4bn"]
    assert chart.end >= 4e9


def test_labels_and_bars_never_share_a_pixel(record):
    chart = by_step.info(record(), View(), TODAY)
    ends = [top + bar.height for top, bar in zip(chart.tops, chart.bars, strict=True)]
    assert chart.tops[1:] == ends[:-1]
    assert chart.height >= ends[-1]


def test_the_alternative_text_has_numbers_first_and_at_most_sixty_words(record):
    alt = by_step.info(record(), View(), TODAY).alt
    assert alt.startswith("Trajectory by step. $200 million, claimed for 2019")
    assert "at least 25% of it (rough)" in alt
    assert alt.endswith("By nobody’s figures is it reached; it has no deadline.")
    assert len(alt.split()) <= 60


def test_a_target_is_drawn_open_and_dashed_and_a_lower_bound_gets_an_arrow(record):
    figure = by_step.draw(by_step.info(record(), View(), TODAY), LIGHT)
    dashed = [shape for shape in figure.layout.shapes if shape.line.dash == "dash"]
    arrows = [shape for shape in figure.layout.shapes if shape.type == "path"]
    assert [shape.x1 for shape in dashed] == [4e9]
    assert [shape.xanchor for shape in arrows] == [1e9]
    assert figure.data[2].marker.color == "rgba(0,0,0,0)"
    assert figure.data[0].marker.color == LIGHT.reported


def test_markup_in_a_label_stays_text(record):
    def change(rows):
        rows["facts"][4]["label"] = "<b>Goal</b>"

    figure = by_step.draw(by_step.info(record(change), View(), TODAY), LIGHT)
    words = "".join(note.text for note in figure.layout.annotations)
    assert "&lt;b&gt;Goal&lt;/b&gt;" in words
    assert "<b>Goal</b>" not in words


def test_what_was_withdrawn_is_told_apart_in_words_and_drawing(tmp_path):
    old = target(9e6, step="1", fact_id="old", reading_id="old", deadline="2020")
    back = target(
        *(9e6,),
        fact_id="old",
        stated_on="2017-05-02",
        relation="withdraws",
        relates_to="old",
    )
    live = target(8e6, step="2", deadline="2020")
    pair = invented(tmp_path, old, back, live)
    chart = by_step.info(pair, View(), TODAY)
    assert [bar.is_given_up for bar in chart.bars] == [True, False]
    assert "withdrawn in May 2017" in " ".join(chart.bars[0].label)
    first, second = by_step.draw(chart, LIGHT).layout.shapes
    assert (first.line.color, first.line.width) == (LIGHT.quiet, 1)
    assert (second.line.color, second.line.width) == (LIGHT.target, 2)
    assert 'stroke="var(--quiet)" stroke-width="1"' in svg.by_step(chart)
    assert trajectory.caption(pair, View()).text == (
        "Dashed: a target. Grey: withdrawn or replaced."
    )


def test_a_claim_is_set_against_no_target_that_was_given_up(tmp_path):
    old = target(9e6, step="2", fact_id="old", reading_id="old")
    new = target(
        *(8e6,),
        step="3",
        stated_on="2017-05-02",
        relation="replaces",
        relates_to="old",
    )
    pair = invented(tmp_path, claimed(10e6, 2018, step="1"), old, new)
    labels = [bar.label for bar in by_step.info(pair, View(), TODAY).bars]
    assert labels[1:] == [
        ("$9 million  Fact 2, no deadline, replaced in", "May 2017"),
        ("$8 million  Fact 3, no deadline", "passed by the claim"),
    ]


def test_an_arrow_on_a_target_alone_is_explained(tmp_path):
    pair = invented(tmp_path, target(9e6, step="1", bound="at least"))
    assert trajectory.caption(pair, View()).text == "Dashed: a target; arrow: or more."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "Published figures have no step here: Over time shows them."),
        (
            {"unit": "tonnes"},
            "No published figure is an amount of this trade, so none is set beside.",
        ),
        (
            {"concept": "honey"},
            "No published figure is an amount of this trade, so none is set beside.",
        ),
    ],
)
def test_why_no_published_figure_stands_beside_the_bars(tmp_path, change, words):
    pair = invented(tmp_path, claimed(9e6, step="1"), published(5e6, 2018, **change))
    assert trajectory.caption(pair, View()).text == f"Solid: claimed. {words}"


def test_nothing_is_said_of_figures_that_nobody_published(tmp_path):
    pair = invented(tmp_path, claimed(9e6, step="1"))
    assert trajectory.caption(pair, View()).text == "Solid: claimed."
