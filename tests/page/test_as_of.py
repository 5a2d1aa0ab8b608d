"""The page as known on a day: what came later is not there, and the reader sees why."""

from datetime import date

import pytest
from conftest import ROOT, TABS, loaded
from pages import alt, caveats, html, opened, shown, unfolded
from tiers import each_value

from components.measures.known import days, known_on, offered
from components.page.links import read
from components.page.parts import OPTIONS, SHARE
from components.page.state import AS_OF

EXAMPLE = ROOT / "tests" / "packages" / "quennaria-sundrift"
DAYS = {
    ROOT / "data": ["2005-03-30", "2015-01-01", "2023-06-12", "2024-06-01"],
    EXAMPLE: ["1970-12-30", "1972-01-01", "1974-05-02", "1974-06-01"],
}
CASES = each_value(
    [(data, day) for data, known in DAYS.items() for day in known],
    TABS,
    ["By step", "Over time"],
)


def everything(page):
    """Return all that a page shows, part by part."""
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]
    specs = [chart.proto.spec for chart in page.get("plotly_chart")]
    files = [button.proto.label for button in page.get("download_button")]
    code = [part.value for part in page.get("code")]
    return [*shown(page).splitlines(), *html(page), *alts, *specs, *files, *code]


def later(data, day):
    """Return what only rows say that were not known on a day."""
    whole = loaded(data)
    past = known_on(whole, date.fromisoformat(day))
    texts = []
    for table, column in (
        ("agreements", "title"),
        ("events", "title"),
        ("readings", "wording"),
        ("readings", "note"),
        ("agreements", "note"),
        ("sources", "title"),
    ):
        known = set(past.table(table)[column])
        texts += [cell for cell in whole.table(table)[column] if cell not in known]
    # What a row that was known says as well is not new.
    said = "\n".join(map(str, (*past.readings["wording"], *past.facts["label"])))
    # What is short may stand somewhere by chance.
    return [text for text in texts if len(text) > 25 and text not in said]


@pytest.mark.parametrize(("case", "tab", "axis"), CASES)
def test_nothing_that_came_later_is_shown(monkeypatch, case, tab, axis):
    data, day = case
    monkeypatch.setenv("TRADE_DATA", str(data))
    page = opened(ROOT, as_of=day, tab=tab, axis=axis)
    assert not page.exception
    words = "\n".join(everything(page))
    assert "As known on" in html(page)[0]
    assert "This package" not in words
    unknown = later(data, day)
    assert unknown
    for text in unknown:
        assert text not in words


@pytest.mark.parametrize("tab", TABS)
def test_the_newest_day_is_the_page_without_a_day_byte_for_byte(tab):
    newest = days(loaded(ROOT / "data"))[-1].isoformat()
    default = opened(ROOT, tab=tab)
    assert everything(opened(ROOT, tab=tab, as_of=newest)) == everything(default)
    assert "As known on" not in "".join(everything(default))


@pytest.mark.parametrize("day", ["1990-01-01", "2999-12-31", "2023-02-30", "x", ""])
def test_a_day_that_cannot_be_replayed_means_the_default(day):
    page = opened(ROOT, as_of=day)
    assert not page.exception
    assert "As known on" not in "".join(html(page))
    page = unfolded(page, OPTIONS)
    assert page.date_input(key=AS_OF).value is None


@pytest.mark.parametrize("day", ["2023-06-12", "2023-06-12.", " 2023-06-12)"])
def test_a_day_survives_what_a_chat_puts_after_it(day):
    assert read({"as_of": [day]}).parameters == {"as_of": ["2023-06-12"]}


@pytest.mark.parametrize("day", ["20230612", "2023-W24-1", "2023", "12 June 2023"])
def test_a_day_in_another_form_is_said_to_be_none(day):
    assert read({"as_of": [day]}).not_understood == (f"as_of={day}",)


def test_the_day_is_named_what_is_left_out_counted_and_the_rule_one_step_behind():
    page = opened(ROOT, as_of="2023-06-12")
    words = shown(page)
    assert "As known on 12 June 2023." in words
    replay = known_on(loaded(ROOT / "data"), date(2023, 6, 12)).replay
    assert f"{replay.rows} rows without a day are left out." in words
    why = caveats(page)["Why?"]
    assert "counts from the day it was said" in why
    assert f"{replay.undated_rows['readings']} values" in why
    statuses = replay.hidden_cells["agreements", "status"]
    assert f"the status of {statuses} agreements" in why


def test_values_of_other_targets_without_a_day_are_counted_on_screen():
    whole = loaded(ROOT / "data")
    undated = sum(
        not whole.source_of[source]["published_on"]
        for source in whole.pledge_values["source_id"]
    )
    assert undated
    page = opened(ROOT, as_of="2023-06-12", tab="Other pledges")
    assert f"{undated} pledge values" in caveats(page)["Why?"]


def test_offices_and_ages_are_those_of_the_day():
    first = shown(opened(ROOT, as_of="2023-06-12", tab="On track?"))
    assert "president said" in first
    assert "then president" not in first
    assert "less than a month ago" in first
    later = shown(opened(ROOT, as_of="2024-06-01", tab="On track?"))
    assert "then president said" in later
    assert "11 months ago" in later


def test_before_a_target_was_named_the_finding_says_so():
    words = shown(opened(ROOT, as_of="2023-06-11"))
    assert "On this day no target for this trade was known." in words
    assert "$20 billion" not in words


def test_a_reader_picks_a_day_and_leaves_it_again():
    page = unfolded(opened(ROOT), OPTIONS)
    page.date_input(key=AS_OF).set_value(date(2023, 6, 12)).run()
    assert "As known on 12 June 2023." in shown(page)
    page.button(key="leave").click().run()
    assert not page.exception
    assert "As known on" not in "".join(html(page))
    assert page.date_input(key=AS_OF).value is None


def test_the_days_on_offer_are_those_of_the_data():
    box = unfolded(opened(ROOT), OPTIONS).date_input(key=AS_OF)
    assert (box.min, box.max) == offered(loaded(ROOT / "data"))


def test_link_citation_and_frame_name_the_day():
    page = unfolded(opened(ROOT, as_of="2023-06-12"), SHARE)
    link, cited, framed = (part.value for part in page.get("code")[:3])
    assert "as_of=2023-06-12" in link
    assert "as known on 12 June 2023" in cited
    assert "as_of=2023-06-12" in framed
    assert "as known on 12 June 2023" in framed


def test_the_drawing_over_time_ends_with_the_day():
    page = opened(ROOT, as_of="2015-01-01", axis="Over time")
    assert "2023" not in alt(page)
    assert "2022" not in alt(page)


def test_a_value_that_was_not_known_yet_is_not_opened():
    page = opened(ROOT, as_of="2023-06-11", reading="C002")
    assert any("C002" in info.value for info in page.info)
