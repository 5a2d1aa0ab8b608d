"""The trajectory over time: what each panel draws, as numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import (
    agreement,
    claimed,
    event,
    looked_for,
    published,
    reading,
    record,
    target,
)

from components.charts import over_time
from components.charts.labels import Box, text_width
from components.charts.over_time import bars, draw_claimed, marks
from components.charts.scales import upright
from components.charts.style import DARK, LIGHT, mark_arrow
from components.charts.timeaxis import NARROWEST, Years
from components.view import Assumption, View
from components.words import over_time as words

TODAY = date(2016, 5, 1)
AXIS = Years(date(2000, 1, 1), date(2032, 1, 1))
OUT = {"exporter": "AAA", "importer": "BBB"}
BACK = {"exporter": "BBB", "importer": "AAA"}


def info(pair, today=TODAY, **view):
    return over_time.info(pair, View(axis="time", **view), today)


@pytest.fixture
def drawn(tmp_path):
    """Return a function that works out the chart of some rows."""

    def made(*rows, view=None, **tables):
        return info(record(tmp_path, *rows, **tables), **(view or {}))

    return made


def texts(chart):
    """Return the labels of all panels, each in one line."""
    panels = (chart.claimed, chart.published, chart.happened)
    return [
        " / ".join(label.lines) for panel in panels if panel for label in panel.labels
    ]


def assumed(pair, year=2030):
    undated = tuple(item for item in pair.targets if not item.deadline)
    return Assumption(year, pair.latest_claim, undated)


# What was claimed and aimed at


def test_a_claim_covers_its_period_and_stands_on_a_linear_scale_from_zero(drawn):
    panel = drawn(claimed(300, 2010, step="1"), claimed(600, 2014, step="2")).claimed
    low, high = panel.claims[::-1]
    assert (low.span.first, low.span.last) == (date(2010, 1, 1), date(2010, 12, 31))
    assert panel.ticks[0] == (panel.scale.bottom, "0")
    foot = panel.scale.bottom
    assert foot - high.y == pytest.approx(2 * (foot - low.y))
    assert high.y > panel.scale.top


def test_a_value_without_a_period_stands_on_the_day_it_was_said(drawn):
    only = claimed(9, 2010, period_start="", period_end="", stated_on="2011-03-05")
    (claim,) = drawn(only).claimed.claims
    assert claim.span.first == claim.span.last == date(2011, 3, 5)
    assert not claim.has_period


def test_what_others_give_alike_is_one_mark_and_what_differs_another(drawn):
    rows = [
        claimed(9, fact_id="f", step="1", reading_id="first"),
        claimed(9, fact_id="f", source_id="herald"),
        claimed(9, 2019, fact_id="f", source_id="herald", reading_id="year"),
        claimed(7, fact_id="f", source_id="herald", reading_id="value"),
    ]
    claims = drawn(*rows).claimed.claims
    assert {claim.reading_id for claim in claims} == {"first", "year", "value"}
    # The value shown first is drawn last, on top.
    assert [claim.is_filled for claim in claims] == [False, False, True]


def test_what_no_official_said_is_open(drawn):
    (claim,) = drawn(claimed(9, side="third party")).claimed.claims
    assert claim.is_headline
    assert not claim.is_filled


def test_over_points_onward_and_a_questioned_value_is_marked(drawn):
    claims = drawn(
        claimed(9, 2010, bound="at least"), claimed(8, 2012, questioned="true")
    ).claimed.claims
    marked = {claim.value: (claim.open_above, claim.is_questioned) for claim in claims}
    assert marked == {9: (True, False), 8: (False, True)}


def test_an_undated_target_begins_on_the_day_it_was_named_and_has_no_end(drawn):
    (level,) = drawn(claimed(1, 2010), target(9, step="1")).claimed.levels
    assert level.named.first == level.named.last == level.mark == date(2015, 6, 1)
    assert level.end is None
    assert "Target" not in level.hover[1]


def test_a_target_named_in_some_year_begins_within_that_year(drawn):
    rows = claimed(1, 2010), target(9, step="1", stated_on="2013")
    (level,) = drawn(*rows).claimed.levels
    assert (level.named.first, level.named.last) == (
        date(2013, 1, 1),
        date(2013, 12, 31),
    )


def test_a_dated_target_ends_at_its_deadline_and_its_mark_is_inside_its_year(drawn):
    aim = target(9, step="1", deadline="2018-12-31", label="Aim")
    chart = drawn(claimed(1, 2010), aim)
    (level,) = chart.claimed.levels
    assert level.end == date(2019, 1, 1)
    assert level.mark.year == 2018
    assert "Aim: $9 / by 31 December 2018" in texts(chart)
    assert "no deadline" not in " ".join(texts(chart))


stated = st.dates(date(2001, 1, 1), date(2030, 12, 31)).map(date.isoformat)
partial = st.tuples(stated, st.sampled_from([4, 7, 10])).map(lambda p: p[0][: p[1]])


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return record(tmp_path_factory.mktemp("pair"))


@given(named=partial, value=st.integers(1, 10**12))
def test_no_undated_target_ever_has_an_end_or_begins_before_its_naming(
    pair, named, value
):
    aim = reading(float(value), series="target", stated_on=named)
    scale = upright([value], logarithmic=False, top=0, bottom=100)
    level = marks.level_of(pair, aim, AXIS, scale)
    assert level.end is None
    assert level.named.first.isoformat().startswith(named)
    assert level.named.last.isoformat().startswith(named)
    assert level.named.first <= level.mark <= level.named.last


def test_the_readers_year_is_a_path_from_the_start_to_each_undated_target(tmp_path):
    pair = record(
        tmp_path,
        claimed(100, 2015, step="1"),
        target(200, step="2"),
        target(400, step="3"),
        target(300, step="4", deadline="2020"),
    )
    chart = info(pair, assumption=assumed(pair, 2025))
    first, second = chart.claimed.paths
    assert first.values[0] == second.values[0] == 100
    assert first.values[-1] == pytest.approx(200)
    assert second.values[-1] == pytest.approx(400)
    assert first.days[-1].year == 2025
    assert "2025: your year" in texts(chart)
    assert not info(pair).claimed.paths


def test_a_year_that_asks_for_nothing_draws_no_path(tmp_path):
    pair = record(tmp_path, claimed(900, 2015, step="1"), target(200, step="2"))
    assert info(pair, assumption=assumed(pair)).claimed.paths == ()


@pytest.mark.parametrize("logarithmic", [False, True])
def test_zero_stands_on_the_bottom_of_either_scale(drawn, logarithmic):
    view = {"logarithmic": logarithmic}
    panel = drawn(claimed(0, 2010), claimed(5_000_000, 2012), view=view).claimed
    zero = next(claim for claim in panel.claims if not claim.value)
    assert zero.y == panel.scale.bottom
    assert (panel.scale.bottom, "0") in panel.ticks
    assert len({claim.y for claim in panel.claims}) == 2


def test_today_is_marked_or_said_to_lie_beyond(drawn, tmp_path):
    assert "today" in texts(drawn(claimed(1, 2010)))
    old = info(record(tmp_path, claimed(1, 1970)))
    assert "today →" in texts(old)
    assert "today" not in texts(old)


def given_up(relation="withdraws", stated_on="2012-04-03"):
    """Return a target by 2020 and what takes it back, or stands in its place."""
    old = target(9, step="1", fact_id="old", reading_id="old", deadline="2020")
    own = {"fact_id": "old"} if relation == "withdraws" else {"step": "2"}
    new = {"stated_on": stated_on, "relation": relation, "relates_to": "old"}
    return [old | {"stated_on": "2010-05-06"}, target(8, **new, **own)]


@pytest.mark.parametrize("relation", ["withdraws", "replaces"])
def test_a_target_that_was_given_up_ends_on_that_day(tmp_path, relation):
    pair = record(tmp_path, *given_up(relation))
    chart = info(pair)
    level = chart.claimed.levels[0]
    assert level.is_given_up
    assert level.end == date(2012, 4, 4)
    assert level.mark == date(2010, 5, 6)
    (label,) = [item for item in chart.claimed.labels if "$9" in item.lines[0]]
    done = {"withdraws": "withdrawn", "replaces": "replaced"}[relation]
    assert f"{done} in April 2012" in " ".join(label.lines)
    assert label.tone == "quiet"
    drawing = over_time.sketch(chart, LIGHT)
    (line,) = [item for item in drawing.shapes if item.get("x1") == date(2012, 4, 4)]
    assert line["line"] == {"color": LIGHT.quiet, "width": 1.5, "dash": "dash"}
    assert draw_claimed.CROSS in {item.get("path") for item in drawing.shapes}
    caption = words.caption(pair, View(axis="time")).text
    assert "cross: withdrawn or replaced." in caption


def test_the_axis_reaches_the_day_on_which_a_target_was_given_up(drawn):
    old, back = given_up(stated_on="2015-07")
    (level,) = drawn(old | {"deadline": ""}, back).claimed.levels
    assert level.end == date(2015, 8, 1)
    assert drawn(old | {"deadline": ""}, back).years.holds(level.end)


def test_a_range_is_drawn_at_both_its_ends(tmp_path):
    aim = target(6, step="1", kind="range", value_high="9", deadline="2018")
    pair = record(tmp_path, aim)
    chart = info(pair)
    (level,) = chart.claimed.levels
    assert level.ys == (level.y, chart.claimed.scale.y(9))
    assert chart.claimed.scale.high > 9
    drawing = over_time.sketch(chart, LIGHT)
    dashed = [item for item in drawing.shapes if item.get("x1") == level.end]
    assert sorted(item["y0"] for item in dashed) == sorted(level.ys)
    (drawn_as, *_) = words.caveats(pair, View(axis="time"))
    assert "$6 to $9 is drawn at both its ends." in drawn_as.long


@pytest.mark.parametrize(
    ("bound", "path"),
    [("at least", mark_arrow(up=True)), ("at most", mark_arrow(up=False))],
)
def test_a_multiple_of_a_bound_has_a_label_and_an_arrow(tmp_path, bound, path):
    base = claimed(4, 2014, bound=bound, reading_id="base", step="1")
    kind = {"kind": "multiple", "base_reading": "base"}
    pair = record(tmp_path, base, target(2, step="2", deadline="2018", **kind))
    chart = info(pair)
    said = [text.replace(" / ", " ") for text in texts(chart)]
    assert any("double the value of 2014" in text for text in said)
    drawing = over_time.sketch(chart, LIGHT)
    assert any("<b>double" in item["text"] for item in drawing.annotations)
    arrows = [item for item in drawing.shapes if item.get("path") == path]
    assert LIGHT.target in {item["fillcolor"] for item in arrows}


# What was published


def test_each_direction_has_a_lane_of_its_own_on_the_same_scale(drawn):
    panel = drawn(
        published(10, 2010, **OUT), published(40, 2010, **BACK), published(30, 2011)
    ).published
    assert [" ".join(lane.title) for lane in panel.lanes] == [
        "Aland to Beeland",
        "Beeland to Aland",
        "Both directions",
    ]
    assert [[bar.value for bar in lane.bars] for lane in panel.lanes] == [
        [10],
        [40],
        [30],
    ]
    heights = [bar.base - bar.y for lane in panel.lanes for bar in lane.bars]
    assert heights[1] == pytest.approx(4 * heights[0])


def test_a_bar_is_as_wide_as_its_period_and_a_part_of_a_year_says_so(drawn):
    panel = drawn(
        published(10, 2010, **OUT),
        published(8, 2011, period_start="2011-01", period_end="2011-06", **OUT),
    ).published
    whole, part = panel.lanes[0].bars
    assert (whole.begin, whole.end) == (date(2010, 1, 1), date(2011, 1, 1))
    assert (part.begin, part.end) == (date(2011, 1, 1), date(2011, 7, 1))
    assert (whole.is_part, part.is_part) == (False, True)
    assert "part of a year" in [entry.lines[0] for entry in panel.legend]


def test_reporters_differ_in_look_and_are_named_with_cif_or_fob(drawn):
    panel = drawn(
        published(10, 2010, **OUT, note="Imports (CIF)."),
        published(11, 2011, **OUT, note="Imports (CIF)."),
        published(20, 2012, **OUT, stated_by="Bureau of Ports, Aville"),
    ).published
    looks = [bar.look for bar in panel.lanes[0].bars]
    assert sorted(looks) == ["open", "solid", "solid"]
    named = {entry.lines[0]: entry.look for entry in panel.legend}
    assert named == {
        "Office of Tolls: CIF, with freight": "solid",
        "Bureau of Ports": "open",
    }


def test_both_economies_as_reporters_to_one_database_are_told_apart(drawn):
    both = {"side": "statistical body", "fact_id": "f", **OUT}
    panel = drawn(
        published(
            10, 2010, **both, stated_by="Tables, Aland as reporter", note="exports, FOB"
        ),
        published(
            10,
            2010,
            **both,
            stated_by="Tables, Beeland as reporter",
            note="imports, CIF",
        ),
        published(
            7,
            2010,
            side="statistical body",
            exporter=OUT["importer"],
            importer=OUT["exporter"],
            stated_by="Tables, Aland as reporter",
            note="imports, CIF",
        ),
    ).published
    looks = {bar.reading_id: bar.look for lane in panel.lanes for bar in lane.bars}
    assert len(looks) == 3, "two bodies that agree are two bars"
    named = {" ".join(entry.lines): entry.look for entry in panel.legend}
    assert named == {
        "Tables, Aland as reporter: imports CIF, exports FOB": "solid",
        "Tables, Beeland as reporter: CIF, with freight": "open",
    }


def test_years_asked_in_vain_are_on_the_axis_before_the_first_value(drawn):
    chart = drawn(
        published(10, 2010, **OUT),
        evidence=[looked_for(2004, "nothing found"), looked_for(1990, "not checked")],
    )
    assert {item.year: item.state for item in chart.published.empty_years}[2004] == (
        "searched"
    )
    assert chart.years.first.year == 2003


def test_further_reporters_share_the_last_look_and_are_called_others(drawn):
    rows = [
        published(10, 2000 + number, **OUT, stated_by=f"Bureau {number}")
        for number in range(8)
    ]
    legend = drawn(*rows).published.legend
    assert len({entry.look for entry in legend}) == len(bars.LOOKS)
    assert ("others",) in [entry.lines for entry in legend]


def test_what_covers_the_same_days_stands_side_by_side(drawn):
    panel = drawn(
        published(10, 2010, fact_id="f", **OUT),
        published(20, 2010, fact_id="f", **OUT, stated_by="Bureau of Ports"),
    ).published
    one, other = sorted(panel.lanes[0].bars, key=lambda bar: bar.begin)
    assert one.end == other.begin
    assert (one.begin, other.end) == (date(2010, 1, 1), date(2011, 1, 1))


def test_a_value_that_another_text_repeats_is_made_once(drawn):
    panel = drawn(
        published(100, 2010, fact_id="f", **OUT),
        published(101, 2010, fact_id="f", source_id="herald", **OUT),
        published(150, 2010, fact_id="f", source_id="gazette", **OUT),
    ).published
    assert sorted(bar.value for bar in panel.lanes[0].bars) == [100, 150]


def test_a_published_zero_is_a_zero_and_a_questioned_value_is_marked(drawn):
    panel = drawn(
        published(0, 2010, **OUT), published(9, 2011, questioned="true", **OUT)
    ).published
    by_value = {bar.value: bar for bar in panel.lanes[0].bars}
    assert by_value[0].is_zero
    assert by_value[0].y == by_value[0].base
    assert by_value[9].is_questioned
    assert not by_value[9].is_zero
    # It is not what the lane is labelled with.
    assert panel.labels == ()


def test_years_that_were_searched_in_vain_and_not_checked_differ(drawn):
    panel = drawn(
        published(5, 2010, **OUT),
        evidence=[
            looked_for(2010, "reported"),
            looked_for(2011, "nothing found"),
            looked_for(2012, "not checked"),
            looked_for(2013, "not reported"),
            looked_for(2013, "not checked", "Bureau of Ports"),
            looked_for(2014, "cannot exist"),
        ],
    ).published
    states = {item.year: item.state for item in panel.empty_years}
    assert states == {
        2011: "searched",
        2012: "not checked",
        2013: "searched",
        2014: "not checked",
        2015: "not checked",
    }
    assert [entry.lines[0] for entry in panel.legend[1:]] == [
        "searched in vain",
        "not checked",
    ]


def test_where_nobody_says_what_was_searched_no_year_is_marked(drawn):
    assert drawn(published(5, 2010, **OUT)).published.empty_years == ()


@pytest.mark.parametrize(
    ("view", "has_claims", "has_targets", "has_published"),
    [
        ({"view": "actual"}, True, False, True),
        ({"view": "target"}, False, True, False),
        ({"view": "both"}, True, True, True),
        ({"view": "both", "published": False}, True, True, False),
    ],
)
def test_a_view_draws_its_own_panels(
    drawn, view, has_claims, has_targets, has_published
):
    rows = claimed(1, 2010), target(9, step="1"), published(5, 2010, **OUT)
    chart = drawn(*rows, view=view)
    assert bool(chart.claimed.claims) is has_claims
    assert bool(chart.claimed.levels) is has_targets
    assert bool(chart.published) is has_published


# What happened


def test_what_happened_lies_on_the_days_that_its_date_allows(drawn):
    chart = drawn(
        claimed(1, 2010),
        events=[event("2011"), event("2012-03"), event("2013-04-05"), event("")],
        agreements=[agreement("2012-03-04")],
    ).happened
    events, agreements = chart.lanes
    assert [item.span.is_day for item in events.happenings] == [False, False, True]
    assert [item.span.first for item in events.happenings] == [
        date(2011, 1, 1),
        date(2012, 3, 1),
        date(2013, 4, 5),
    ]
    assert len(agreements.happenings) == 1


def test_only_the_important_are_named_and_no_agreement_beside_its_visit(drawn):
    chart = drawn(
        claimed(1, 2010),
        events=[event("2012-03-04", short="The visit"), event("2014-03-04")],
        agreements=[
            agreement("2012-03-20", short="The treaty of the visit"),
            agreement("2008-03", short="The old treaty"),
        ],
    )
    assert {"The visit", "The old treaty"} < set(texts(chart))
    assert "The treaty of the visit" not in texts(chart)


def test_what_happened_since_is_named_rather_than_others(drawn):
    events = [
        event(f"2012-{month:02}-01", short=f"Visit number {month}")
        for month in range(1, 13)
    ] + [event("2013-01-01", short="What counts", since_then="true")]
    chart = drawn(claimed(1, 2002), claimed(2, 2014), events=events)
    named = [text for text in texts(chart) if text.startswith(("Visit", "What"))]
    assert "What counts" in named
    assert 1 < len(named) < 13


# The drawing


ROWS = (
    claimed(300_000_000, 2010, step="1"),
    claimed(900_000_000, 2013, step="2", bound="at least"),
    target(4_000_000_000, step="3", label="First target"),
    target(2_000_000_000, step="4", label="Second target", deadline="2020"),
    published(30_000_000, 2010, **OUT),
    published(0, 2010, **BACK),
    published(9_000_000, 2011, period_end="2011-06", **OUT),
)


def test_no_trace_joins_marks_with_a_line_but_the_readers_path(tmp_path):
    pair = record(tmp_path, *ROWS)
    view = View(axis="time", assumption=assumed(pair))
    figure = over_time.draw(over_time.info(pair, view, TODAY), LIGHT)
    joined = [t for t in figure.data if t.type == "scatter" and "lines" in t.mode]
    assert [trace.name for trace in joined] == ["2030: your year"]
    assert joined[0].fillpattern.shape == "/"


@given(
    periods=st.lists(
        st.tuples(st.integers(2000, 2015), st.integers(1, 12), st.integers(0, 10**9)),
        min_size=1,
        max_size=12,
        unique_by=lambda item: item[:2],
    )
)
def test_no_bar_reaches_into_the_days_of_another_period(pair, periods):
    values = [
        reading(
            float(value),
            reading_id=f"r{number}",
            fact_id=f"f{number}",
            period_start=f"{year}",
            period_end=f"{year}-{month:02}",
        )
        for number, (year, month, value) in enumerate(periods)
    ]
    scale = upright([1, 10**9], logarithmic=False, top=0, bottom=50)
    looks = bars.looks_of(pair, values)
    placed = bars.bars_of(pair, values, looks, scale)
    assert len(placed) == len(values)
    for bar in placed:
        own = next(item for item in values if item.reading_id == bar.reading_id)
        assert bar.begin == date(int(own.period_start), 1, 1)
        assert bar.end.isoformat()[:7] > own.period_end
        assert (bar.end - bar.begin).days <= 31 * int(own.period_end[5:])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_text_has_a_colour_of_the_theme(tmp_path, palette):
    pair = record(tmp_path, *ROWS, events=[event("2012", short="A visit")])
    figure = over_time.draw(info(pair), palette)
    shades = {palette.ink, palette.quiet, *map(palette.of, ("reported", "target"))}
    shades.add(palette.recorded)
    notes = figure.layout.annotations
    assert notes
    assert {note.font.color for note in notes} <= shades
    for axis in (figure.layout.xaxis, figure.layout.yaxis):
        assert axis.tickfont.color in shades
    assert not figure.layout.showlegend


def test_every_mark_of_a_value_names_its_reading(tmp_path):
    figure = over_time.draw(info(record(tmp_path, *ROWS)), LIGHT)
    named = [
        reading_id
        for trace in figure.data
        if trace.name in ("reported", "target", "recorded", "zero")
        for reading_id in trace.customdata
    ]
    assert sorted(named) == [f"r{number}" for number in range(1, 8)]


def test_markup_in_the_data_stays_text(tmp_path):
    pair = record(
        tmp_path,
        claimed(9, 2010, step="1", stated_by="<b>Jane</b>"),
        target(20, step="2", label="<b>aim</b>"),
        published(5, 2010, stated_by="<i>Office</i>"),
        events=[event("2012", short="<u>visit</u>", title="<a href='x'>x</a>")],
    )
    words = over_time.draw(info(pair), LIGHT).to_json()
    for markup in ("<b>Jane", "<b>aim", "<i>Office", "<u>visit", "<a href"):
        assert markup not in words
    assert "\\u0026lt;u\\u0026gt;visit" in words or "&lt;u&gt;visit" in words


def test_nothing_in_time_draws_nothing(tmp_path):
    only = claimed(1, 2005, period_start="", period_end="", stated_on="")
    assert info(record(tmp_path, only)) is None


def test_titles_and_legend_fit_the_narrowest_chart(drawn):
    long = "Bureau of Weights and Measures of the Outer Islands and Their Harbours"
    panel = drawn(published(5, 2010, **OUT, stated_by=long, note="FOB")).published
    for entry in panel.legend:
        assert all(
            entry.x + 19 + text_width(line) <= NARROWEST + 46 for line in entry.lines
        )
    rows = [
        Box(
            entry.x,
            entry.y,
            entry.x + 19 + max(map(text_width, entry.lines)),
            entry.y + 17,
        )
        for entry in panel.legend
    ]
    assert not any(a.meets(b) for i, a in enumerate(rows) for b in rows[i + 1 :])
