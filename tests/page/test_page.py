"""The page without a browser: its first screen, and every view of it."""

import json
import re

import pytest
from conftest import ROOT, TABS, descriptor, loaded, write
from pages import alt, caveats, html, opened, shown, unfolded, without_markup
from tiers import each_pair, each_value

from components.dataset import TABLES, load
from components.measures.record import Record
from components.page.parts import OPTIONS
from components.view import AXES, STEP, VIEWS
from components.words import finding, names, rows

EXAMPLE = ROOT / "tests" / "packages" / "quennaria-sundrift"
PACKAGES = {"data": ROOT / "data", "example": EXAMPLE}
# What the values of each package are called in the alternative text, by series.
CLAIMED = {"data": "over $3 billion", "example": "about $40 million"}
AIMED_AT = {"data": "$20 billion", "example": "$60 million"}
SWITCH = {True: "true", False: "false"}


def link(view, axis, log, published, year=None):
    """Return the parameters of the link to a view, all of them written out."""
    chosen = {"year_chosen_by_the_reader": year} if year else {}
    return {
        "view": names.VIEW[view],
        "axis": names.AXIS[axis],
        "log": SWITCH[log],
        "published": SWITCH[published],
        **chosen,
    }


@pytest.fixture
def visited(monkeypatch):
    """Return a function that opens the page on one of the packages."""

    def page(package="data", **params):
        monkeypatch.setenv("TRADE_DATA", str(PACKAGES[package]))
        found = opened(ROOT, **params)
        assert not found.exception
        assert not found.error
        return found

    return page


def test_the_first_screen_is_the_pair_the_finding_and_its_caveats(visited):
    page = visited()
    record = Record(loaded(PACKAGES["data"]))
    first = html(page)[0]
    assert first.startswith('<header class="first">')
    (title,) = re.findall(r"<h1>(.*?)</h1>", first)
    for value in ("$3 billion", "$10 billion", "$20 billion"):
        assert value in title
    assert record.dataset.title in without_markup(first)
    assert "neither has a deadline" in title
    assert {"Whose figures?", "Trade or cooperation?"} <= set(caveats(page))


def test_the_caveats_of_the_finding_name_speaker_day_and_doubt(visited):
    shorts = caveats(visited())
    whose = shorts["Whose figures?"]
    assert "one speaker on 12 June 2023: Ebrahim Raisi" in whose
    assert "Statements, not statistics" in whose
    assert "Said about it by others: " in whose
    beside = shorts["Not like with like"]
    assert "at least 25 times that" in beside
    assert "The gap does not show that the claim is wrong." in beside


@pytest.mark.parametrize(
    ("package", "view", "axis", "log", "published", "year"),
    each_pair(PACKAGES, VIEWS, AXES, [False, True], [True, False], [None, "2035"]),
)
def test_every_view_draws_what_it_says_and_each_caveat_opens_its_long_form(
    visited, package, view, axis, log, published, year
):
    page = visited(package, **link(view, axis, log, published, year))
    drawn, words = alt(page), shown(page)
    assert drawn.startswith(f"Trajectory {names.AXIS[axis].lower()}")
    assert (CLAIMED[package] in drawn) == (view != "target")
    assert (AIMED_AT[package] in drawn) == (view != "actual")
    is_drawn = published and axis == "time" and view != "target"
    assert ("published value" in drawn) == is_drawn
    assert ("nobody else’s" in words) == bool(year and view != "actual")
    assert not re.search(r"\b(?:None|nan|overdue)\b", drawn)
    shorts = caveats(page)
    for short, whole in shorts.items():
        # What opens is headed by what was pressed, and says more.
        assert whole.startswith(short)
        assert len(whole.split()) > len(short.split()) + 4
    assert "Whose figures?" in shorts
    undated = "no deadline" in drawn
    assert ("No deadline" in shorts) == undated
    ratios = re.findall(r"\d[\d.]*(?:%| times)[^,;.]*", drawn)
    assert ratios or axis != STEP or view == "actual"
    for ratio in ratios:
        assert "(rough)" in ratio
    assert ("Rough" in shorts) == ("rough" in drawn)
    beside = {"data": "Not like with like", "example": "Published: rough"}[package]
    assert (beside in shorts) == (view != "target")


def test_controls_set_by_hand_show_what_the_link_of_their_view_shows(visited):
    page = unfolded(visited(), OPTIONS)
    page.segmented_control(key="view").set_value("target").run()
    page.run()
    page.segmented_control(key="axis").set_value("time").run()
    page.run()
    page.toggle(key="log").set_value(True).run()
    page.run()
    page.toggle(key="published").set_value(False).run()
    page.run()
    page.number_input(key="year_chosen_by_the_reader").set_value(2035).run()
    page.run()
    linked = visited(**link("target", "time", True, False, "2035"))
    assert alt(linked) == alt(page) != alt(visited())
    assert caveats(linked) == caveats(page)
    assert "2035" in shown(linked)


def test_options_are_made_when_opened_or_when_they_choose(visited):
    page = visited(axis="Over time")
    assert not page.toggle
    assert not page.number_input
    assert unfolded(page, OPTIONS).toggle(key="log").value is False
    linked = visited(axis="Over time", log="true")
    assert linked.toggle(key="log").value is True
    assert linked.number_input(key="year_chosen_by_the_reader").value is None


@pytest.mark.parametrize(
    ("view", "axis", "log", "published", "year"),
    each_value(VIEWS, AXES, [False, True], [True, False], [None, "2035"]),
)
def test_the_link_of_each_view_restores_it(visited, view, axis, log, published, year):
    page = unfolded(visited(**link(view, axis, log, published, year)), OPTIONS)
    assert page.segmented_control(key="view").value == view
    assert page.segmented_control(key="axis").value == axis
    assert page.toggle(key="log").value is log
    assert page.toggle(key="published").value is published
    chosen = page.number_input(key="year_chosen_by_the_reader").value
    assert chosen == (int(year) if year else None)


@pytest.mark.parametrize(
    "params",
    [
        {"view": "Sideways", "axis": "Diagonal", "log": "cubic", "published": "maybe"},
        {"tab": "Nowhere", "years": ["1066", "x"], "field": "magic", "status": "done"},
        {"tab": "Timeline", "kind": "party"},
        {"tab": "Data and method", "table": "secrets"},
        {"tab": "Who says what", "fact": "secrets"},
        {"view": "", "axis": "", "log": "", "tab": ""},
        {"year_chosen_by_the_reader": "99999999999999", "start": "\x00"},
        {"q": "<script>$\\:material/lock:", "order": "sideways", "page": "-1"},
    ],
)
def test_a_wrong_link_falls_back_without_an_error(visited, params):
    page = visited(**params)
    assert alt(page) == alt(visited())


def test_a_value_that_is_not_known_is_named_and_the_others_are_kept(visited):
    page = visited(view="Sideways", axis="Over time")
    assert alt(page).startswith("Trajectory over time")
    (notice,) = page.info
    assert "view\\=Sideways" in notice.value
    assert "axis" not in notice.value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"view": "Actual"}, {"view": "Actual (claimed)"}),
        ({"view": "Actual and target"}, {}),
        (
            {"axis": "Over time", "recorded": "false"},
            {"axis": "Over time", "published": "false"},
        ),
        (
            {"axis": "Over time", "time_scale": "Logarithmic"},
            {"axis": "Over time", "log": "true"},
        ),
        ({"axis": "Over time", "time_scale": "Linear"}, {"axis": "Over time"}),
        ({"scale": "Logarithmic"}, {}),
        (
            {
                "tab": "What would it take?",
                "year_chosen_by_the_reader": "2030",
                "start": "The latest reported value",
            },
            {"tab": "On track?", "year_chosen_by_the_reader": "2030"},
        ),
        ({"tab": "What can I write?"}, {"tab": "Who says what"}),
        (
            {"tab": "Data and sources", "table": "readings"},
            {"tab": "Data and method", "table": "readings"},
        ),
        ({"tab": "Cite and download"}, {}),
    ],
)
def test_a_link_of_version_0_3_0_opens_what_it_meant(visited, old, new):
    page, today = visited(**old), visited(**new)
    assert not page.info
    assert shown(page) == shown(today)
    assert [chart.proto.alt for chart in page.get("plotly_chart")] == [
        chart.proto.alt for chart in today.get("plotly_chart")
    ]


@pytest.mark.parametrize("tab", TABS)
def test_only_the_open_tab_runs(visited, tab):
    page = visited(tab=tab)
    words = shown(page)
    has_rows = any("agreement-rows" in body for body in html(page))
    assert has_rows == (tab == "Agreements")
    assert ("How fast it grew" in words) == (tab == "On track?")
    assert ("Sentences to write" in words) == (tab == "Who says what")
    assert bool(page.dataframe) == (tab == "Data and method")


def test_the_numbers_of_a_chart_are_a_table_that_names_every_value(visited):
    page = visited(numbers="true")
    (table,) = [body for body in html(page) if 'class="whole"' in body]
    for value in ("$600 million", "over $3 billion", "$10 billion", "$20 billion"):
        assert f">{value}</th>" in table
    (choice,) = [box for box in page.selectbox if box.label == rows.CHOOSE]
    assert len(choice.options) == table.count("<tr>") - 1


def test_another_pair_needs_no_other_code(page_folder, package):
    package()
    page = opened(page_folder)
    assert not page.exception
    words = shown(page)
    assert "Aland–Beeland Trade" in words
    assert "Iran" not in words
    record = Record(load(page_folder / "data"))
    assert finding.subtitle(record) in words


@pytest.mark.parametrize("tab", TABS)
def test_an_empty_package_says_what_is_missing(page_folder, tab):
    write(page_folder / "data", {name: [] for name in TABLES}, descriptor())
    page = opened(page_folder, tab=tab)
    assert not page.exception
    assert "yet" in shown(page)


@pytest.mark.parametrize("axis", names.AXIS.values())
def test_with_no_year_chosen_the_page_names_no_later_year(visited, axis):
    record = loaded(PACKAGES["data"])
    newest = max(record.events["happened_on"].max(), record.descriptor["created"])
    page = visited(tab="On track?", axis=axis)
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]
    words = "\n".join([shown(page), *alts])
    assert max(re.findall(r"\b(?:19|20|21)\d\d\b", words)) <= newest[:4]
    assert "no deadline" in words
    assert not re.search(r"\b(?:overdue|missed|late)\b", words.replace("“overdue”", ""))


@pytest.mark.parametrize("axis", names.AXIS.values())
def test_a_year_of_the_readers_is_called_so_wherever_it_stands(visited, axis):
    page = visited(tab="On track?", axis=axis, year_chosen_by_the_reader="2035")
    said = shown(page)
    assert "If you pick 2035 (your year, nobody else’s)" in said
    assert "2035, year chosen by the reader" in said
    configs = [chart.proto.config for chart in page.get("plotly_chart")]
    assert len(configs) == 2
    for config in configs:
        assert "2035" in config
        assert "reader" in config


@pytest.mark.parametrize("year", ["2023", "1950", "soon", ""])
def test_a_year_that_cannot_be_is_a_sentence_or_ignored(visited, year):
    page = visited(tab="On track?", year_chosen_by_the_reader=year)
    refused = "(your year, nobody else’s) is not a year or more after"
    assert (refused in shown(page)) == year.isdigit()
    assert "If you pick" not in shown(page)
    assert "year chosen by the reader" not in alt(page, "growth")


@pytest.mark.parametrize("tab", TABS)
def test_every_picture_that_leaves_is_named_by_its_data_and_short(visited, tab):
    charts = visited(tab=tab, year_chosen_by_the_reader="2030").get("plotly_chart")
    names_of_files = [
        json.loads(chart.proto.config)["toImageButtonOptions"]["filename"]
        for chart in charts
    ]
    assert names_of_files
    for name in names_of_files:
        assert re.fullmatch(r"iran-venezuela-[a-z0-9.-]+", name)
        assert len(f"{name}.svg") < 60
    assert len(set(names_of_files)) == len(names_of_files)
