"""Growth as stated and as a target would require it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_measures import YEAR

from components import captions, charts, measures, pace, series
from components.measures.bounds import (
    Quantity,
)

BASE = replace(YEAR, value=600e6, period_start="", period_end="2020-12-31")
LATEST = replace(
    *(YEAR,),
    reading_id="r2",
    value=3e9,
    bound="at least",
    period_start="",
    period_end="2023-06-12",
)
FIRST = replace(
    *(YEAR,),
    reading_id="t1",
    label="First target",
    series="target",
    value=10e9,
    period_start="",
    period_end="",
    period_label="no deadline given",
    stated_on="2023-06-12",
)
SECOND = replace(FIRST, reading_id="t2", label="Second target", value=20e9)
positive = st.floats(1e3, 1e12)


@pytest.mark.parametrize(
    ("target", "year", "percent"),
    [
        (10e9, 2030, 18.8),
        (10e9, 2035, 10.6),
        (10e9, 2040, 7.3),
        (20e9, 2030, 31.1),
        (20e9, 2035, 17.1),
        (20e9, 2040, 11.8),
    ],
)
def test_required_growth_from_three_billion(target, year, percent):
    found = pace.path(LATEST, replace(FIRST, value=target), year - 2023)
    assert round(found.rate.value * 100, 1) == percent
    assert found.rate.bound == found.per_year.bound == "at most"


def test_what_to_add_each_year():
    found = pace.path(LATEST, FIRST, 7)
    assert found.per_year == Quantity(1e9, "at most")


@given(positive, positive, st.integers(1, 100))
def test_growing_at_the_required_rate_gives_the_target(start, target, years):
    rate = pace.required_growth(start, target, years)
    assert start * (1 + rate) ** years == pytest.approx(target, rel=1e-6)


@pytest.mark.parametrize(("start", "years"), [(0, 5), (-1, 5), (1, 0), (1, -3)])
def test_growth_needs_a_positive_start_and_a_year(start, years):
    with pytest.raises(ValueError, match="growth needs"):
        pace.required_growth(start, 10, years)


def test_growth_as_stated_is_a_lower_bound_where_the_value_is_one():
    (found,) = pace.paces([BASE], [LATEST])
    assert found.multiple == Quantity(5.0, "at least")
    assert found.rate.bound == "at least"
    assert found.years == 2.44  # 893 days
    assert found.rate.value == pytest.approx(5 ** (1 / found.years) - 1)


def test_growth_as_stated_is_a_range_with_the_verdict():
    rival = replace(LATEST, value=3.6e9, bound="exact", period_end="2022-12-31")
    found = pace.paces([BASE], [LATEST, rival])
    words = captions.growth_summary(found, BASE, LATEST)
    assert words.startswith("As stated, at least 5 or 6 times as much; at least 93.4 %")
    assert "145 % a year, over 2 pairs of readings" in words
    assert "(comparable with caveat: no period was stated" in words
    assert "Where a value is a lower bound, so is its rate." in words


def test_one_pair_is_no_range_and_none_gives_no_rate():
    one = captions.growth_summary(pace.paces([BASE], [LATEST]), BASE, LATEST)
    assert "Only one pair can be made, so there is no range." in one
    assert "no rate per year can be computed" in captions.growth_summary(
        [], BASE, LATEST
    )


@pytest.mark.parametrize(
    "change",
    [
        {"concept": "cooperation"},
        {"period_end": ""},
        {"period_end": "2021-03-01"},
        {"value": 0.0},
    ],
)
def test_readings_that_cannot_be_paired_have_no_pace(change):
    assert pace.paces([BASE], [replace(LATEST, **change)]) == []


@given(
    st.lists(st.tuples(positive, st.integers(2022, 2030)), min_size=1, max_size=5),
    st.tuples(positive, st.integers(2022, 2030)),
)
def test_a_reading_more_never_narrows_the_range(known, more):
    def rates(cells):
        latests = [
            replace(LATEST, value=value, period_end=f"{year}-06-01")
            for value, year in cells
        ]
        return [item.rate.value for item in pace.paces([BASE], latests)]

    before, after = rates(known), rates([*known, more])
    assert min(after) <= min(before) + 1e-9
    assert max(after) >= max(before) - 1e-9


def test_years_at_the_stated_pace():
    double = Quantity(1.0)
    fourfold = replace(YEAR, value=400.0)
    assert pace.years_at_pace(YEAR, fourfold, double) == Quantity(2.0)
    assert pace.years_at_pace(YEAR, fourfold, Quantity(1.0, "at least")) == Quantity(
        2.0, "at most"
    )
    assert pace.years_at_pace(LATEST, FIRST, double).bound == "at most"
    assert pace.years_at_pace(YEAR, replace(YEAR, value=50.0), double).value == 0.0
    assert pace.years_at_pace(YEAR, FIRST, Quantity(0.0)) is None
    assert pace.years_at_pace(replace(YEAR, value=0.0), FIRST, double) is None


def test_the_fastest_recorded_growth_is_between_neighbouring_sure_years():
    def recorded(year, value, **more):
        return replace(
            *(YEAR,),
            series="recorded",
            value=value,
            period_start=f"{year}-01-01",
            period_end=f"{year}-12-31",
            **more,
        )

    rows = [
        recorded(2001, 0.0),
        recorded(2002, 10.0),
        recorded(2003, 15.0),
        recorded(2004, 900.0, questioned=True),
        recorded(2006, 700.0),
        recorded(2003, 80.0, exporter="AAA", importer="BBB"),
    ]
    jump = pace.fastest_recorded(rows)
    assert (jump.first.value, jump.second.value, jump.rate) == (10.0, 15.0, 0.5)
    assert "50 % in one year" in captions.fastest_words(jump)
    assert "no recorded growth to compare with" in captions.fastest_words(None)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 24), "stated 3 years and 5 months ago; no deadline was given"),
        (date(2026, 6, 12), "stated 3 years ago; no deadline was given"),
        (date(2023, 7, 11), "stated less than a month ago; no deadline was given"),
        (date(2020, 1, 1), "stated less than a month ago; no deadline was given"),
    ],
)
def test_the_age_of_a_pledge_is_counted_neutrally(today, words):
    assert captions.age_words(FIRST, today) == f"First target: {words}."


@pytest.mark.parametrize(
    ("start", "target", "year", "words"),
    [
        (LATEST, FIRST, 2023, "not after 2023"),
        (LATEST, FIRST, 1950, "not after 2023"),
        (replace(LATEST, value=0.0), FIRST, 2030, "growth from over $0 is not defined"),
        (LATEST, replace(FIRST, value=1e9), 2030, "already passed by over $3 billion"),
        (
            replace(LATEST, period_end="", stated_on=""),
            *(FIRST, 2030, "has no year to count from"),
        ),
        (
            LATEST,
            FIRST,
            2030,
            "at most 18.8 % a year for 7 years, or at most $1 billion",
        ),
    ],
)
def test_every_edge_is_a_sentence(start, target, year, words):
    sentence = captions.required(start, target, year)
    assert words in sentence
    assert "nan" not in sentence
    assert "inf" not in sentence


def test_what_is_required_says_whose_year_it_is_and_its_verdict():
    sentence = captions.required(LATEST, FIRST, 2030)
    assert sentence.endswith("for 2030, a year chosen by the reader.")
    assert "(comparable with caveat: no period was stated" in sentence


@given(positive, positive, st.sampled_from(("exact", "at least", "about")))
def test_without_a_chosen_year_nothing_names_a_later_year_or_blames(
    start, target, bound
):
    latest = replace(LATEST, value=start, bound=bound)
    targets = [replace(FIRST, value=target), SECOND]
    found = pace.paces([BASE], [latest])
    texts = [
        captions.growth_summary(found, BASE, latest),
        captions.spans_alt(latest, targets),
        captions.spans_note(latest, targets),
        captions.spans_name(None),
        str(captions.spans_table(latest, targets)),
        *(captions.at_stated_pace(latest, item, found) for item in targets),
        *(captions.age_words(item, date(2026, 11, 24)) for item in targets),
    ]
    for text in texts:
        years = re.findall(r"(?<![\d.,$])(?:19|20|21)\d\d(?![\d,.]\d)\b", text)
        assert all(int(year) <= 2023 for year in years)
        assert not re.search(r"\b(?:overdue|missed|late|nan|inf)\b", text.lower())


def test_with_a_chosen_year_all_that_leaves_says_whose_it_is():
    targets = [FIRST, SECOND]
    assert "2030: year chosen by the reader" in captions.spans_alt(
        LATEST, targets, 2030
    )
    assert "year chosen by the reader" in captions.spans_name(2030)
    rows = captions.spans_table(LATEST, targets, 7, 2030)
    assert [row["Basis"] for row in rows if row["Basis"] != "any span"] == [
        "2030, year chosen by the reader"
    ]
    note = captions.assumption_note(LATEST, targets, 2030)
    assert note.startswith("Assumption, not data (year chosen by the reader).")


def test_the_readers_path_is_hatched_and_labelled_and_gone_when_off(dataset):
    frame = series.trajectory(dataset)
    placed = frame[frame["end"].notna()]
    target = next(
        step.total for step in measures.steps(dataset) if step.total.series == "target"
    )
    assumed = series.Assumption(2030, LATEST, (target,))

    def drawn(assumption):
        return charts.over_time(
            [],
            placed,
            dataset,
            ends=series.time_range(dataset, frame, assumption and assumption.year),
            logarithmic=True,
            palette=charts.LIGHT,
            assumption=assumption,
        )

    on, off = drawn(assumed), drawn(None)
    hatched = [t for t in on.data if t.fillpattern.shape == "/"]
    assert [t.name for t in hatched] == ["year chosen by the reader"]
    assert max(hatched[0].y) == pytest.approx(4e9)
    assert "2030-06-12" in hatched[0].x
    assert "2030: year chosen by the reader" in {n.text for n in on.layout.annotations}
    assert on.layout.xaxis.range[1].year > 2029
    assert off.layout.xaxis.range[1].year < 2022
    assert not [t for t in off.data if t.fillpattern.shape]


def test_the_readers_path_alone_has_years_and_room_for_its_start(dataset):
    figure = charts.over_time(
        [],
        series.trajectory(dataset).head(0),
        dataset,
        ends=series.time_range(dataset, series.trajectory(dataset), 2030),
        logarithmic=True,
        palette=charts.LIGHT,
        assumption=series.Assumption(2030, replace(LATEST, value=1e8), (FIRST,)),
    )
    assert figure.layout.xaxis.visible is True
    assert 10 ** figure.layout.yaxis.range[0] < 1e8


def test_required_growth_is_drawn_as_a_line_for_each_target():
    figure = charts.required_growth(
        LATEST, [FIRST, SECOND], chosen=8, year=2031, palette=charts.LIGHT
    )
    rates = dict(zip(figure.data[0].x, figure.data[0].y, strict=True))
    assert round(rates[7], 1) == 18.8
    assert 8 in rates
    assert {trace.line.dash for trace in figure.data} == {"solid", "dash"}
    notes = {note.text for note in figure.layout.annotations}
    assert "2031: year chosen by the reader" in notes
    passed = charts.required_growth(
        LATEST,
        [replace(FIRST, value=1.0)],
        chosen=None,
        year=None,
        palette=charts.LIGHT,
    )
    assert len(passed.data[0].x) == 0
