"""Journeys through the page in a real Chromium: what only a browser shows."""

import re
from pathlib import Path

import pytest
from browser import (
    chart,
    choose,
    click_place,
    copied,
    finished,
    open_tab,
    picture,
    press,
    settled,
    still,
    until,
)
from playwright.sync_api import expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

pytestmark = pytest.mark.browser

WHOLE_VIEW = (
    "view=Actual+%28claimed%29&axis=Over+time&log=true&published=false"
    "&q=caracas&field=energy&status=signed&years=2005&years=2010"
)


def parameters(page):
    return sorted(page.url.partition("?")[2].split("&"))


def dialog(page):
    return page.get_by_role("dialog", name="Source")


def close(page):
    dialog(page).get_by_role("button", name="Close").click()
    expect(dialog(page)).to_have_count(0)


def options(page):
    return page.get_by_test_id("stPopoverBody")


def open_options(page):
    button = page.get_by_role("button", name="Options")
    until(button.click, expect(options(page)).to_be_visible)


def test_the_page_opens_with_a_chart_that_is_drawn_and_named(visit):
    page = visit()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "said trade with Venezuela had passed $3 billion"
    )
    expect(page).to_have_title("Iran–Venezuela Trade Trajectory")
    expect(chart(page)).to_contain_text("over $3 billion")
    expect(chart(page)).to_contain_text("Second target")
    expect(page.locator(".katex")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_a_control_changes_the_chart_and_the_link(visit):
    page = visit()
    for group, option, parameter, named in (
        ("Axis", "Over time", "axis=Over+time", "over time"),
        ("View", "Target", "view=Target", "$10 billion"),
    ):
        before = chart(page).get_attribute("aria-label")
        choose(page, group, option)
        described = expect(chart(page))
        described.not_to_have_attribute("aria-label", before)
        described.to_have_attribute("aria-label", re.compile(re.escape(named)))
        expect(page).to_have_url(re.compile(re.escape(parameter)))
    choose(page, "View", "Both")
    expect(chart(page)).to_contain_text("$118.1 million")
    open_options(page)
    options(page).get_by_text("Published figures", exact=False).click()
    expect(chart(page)).not_to_contain_text("$118.1 million")
    expect(page).to_have_url(re.compile("published=false"))
    # What was chosen stays so once its controls are out of sight.
    press(page, "Escape", expect(options(page)).to_have_count, 0)
    choose(page, "View", "Actual (claimed)")
    expect(chart(page)).not_to_contain_text("Second target")
    expect(chart(page)).not_to_contain_text("$118.1 million")
    expect(page).to_have_url(re.compile("published=false"))


def test_a_pasted_link_restores_the_whole_view(visit):
    page = visit(WHOLE_VIEW)
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    expect(chart(page)).not_to_contain_text("target")
    expect(chart(page)).not_to_contain_text("$118.1 million")
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("caracas")
    expect(page.get_by_text(re.compile(r"^\d of 46 agreements shown"))).to_be_visible()
    assert parameters(page) == sorted(WHOLE_VIEW.split("&"))


@pytest.mark.exhaustive  # without a browser: tests/page/test_page.py
def test_a_link_of_version_0_3_0_opens_what_it_named(visit):
    page = visit("view=Actual&axis=Over+time&recorded=false&tab=What+would+it+take%3F")
    settled(page, "On track?")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    expect(chart(page)).not_to_contain_text("target")
    expect(page.get_by_text("could not be read")).to_have_count(0)


def test_a_view_clicked_together_is_a_link_that_survives_a_change_of_tab(visit):
    page = visit()
    choose(page, "View", "Actual (claimed)")
    search = page.get_by_role("searchbox", name="Search")
    search.fill("car")
    until(lambda: search.press("Enter"), expect(page).to_have_url, re.compile("q=car"))
    open_tab(page, "Timeline")
    expect(page).to_have_url(re.compile("tab=Timeline"))
    again = visit(page.url.partition("?")[2])
    settled(again, "Timeline")
    expect(chart(again)).not_to_contain_text("Second target")


def test_a_filter_holds_while_its_popover_and_its_tab_are_closed(visit):
    page = visit("field=agriculture")
    few = page.get_by_text(re.compile(r"^\d of 46 agreements shown"))
    expect(few).to_be_visible()
    open_tab(page, "Timeline")
    expect(few).to_have_count(0)
    open_tab(page, "Agreements")
    expect(few).to_be_visible()
    expect(page).to_have_url(re.compile("field=agriculture"))


def test_back_and_forward_lead_through_what_was_opened(visit):
    page = visit()
    open_tab(page, "Timeline")
    expect(page).to_have_url(re.compile("tab=Timeline"))
    open_mark(page, 1)
    expect(page).to_have_url(re.compile("reading=C002"))
    page.go_back()
    expect(dialog(page)).to_have_count(0)
    settled(page, "Timeline")
    page.go_forward()
    expect(dialog(page)).to_contain_text("over $3 billion")


def test_a_wrong_link_opens_the_default_view_and_says_so(visit):
    page = visit("view=Sideways&axis=x&tab=Nowhere&years=abc")
    expect(chart(page)).to_contain_text("Second target")
    expect(page.get_by_text("The link could not be read whole")).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)


def test_the_chart_is_downloaded_as_svg_with_a_name_that_says_what_it_is(visit):
    page = visit()
    found = picture(page)
    name = found.suggested_filename
    pattern = r"iran-venezuela-trade-trajectory-[\d.]+-both-step\.svg"
    assert re.fullmatch(pattern, name)
    text = Path(found.path()).read_text("utf-8")
    assert len(name) < 60
    assert "<svg" in text
    assert "Trade Trajectory. Data version" in text
    assert "Source" in text


def test_data_that_break_are_explained_and_data_fixed_are_shown(visit, own_site):
    folder, address = own_site
    path = folder / "data" / "agreements.csv"
    good = path.read_text("utf-8")
    visit(at=address)
    path.write_text(good.replace(",dormant,", ",collapsed,", 1), "utf-8")
    page = visit(at=address)
    notice = page.get_by_text("The data files now have 1 problem")
    expect(notice).to_be_visible()
    expect(page.get_by_text(re.compile("agreements.csv, row"))).to_be_visible()
    expect(chart(page)).to_contain_text("over $3 billion")
    path.write_text(good, "utf-8")
    page = visit(at=address)
    expect(chart(page)).to_contain_text("over $3 billion")
    expect(page.get_by_text("The data files now have")).to_have_count(0)


def open_mark(page, place):
    """Click the bar of a step, where a reader would, and see its source."""
    chart(page).locator(".modebar-btn").first.wait_for(state="attached")
    finished(page)
    bar = chart(page).locator(".point path").nth(place)
    until(lambda: click_place(bar), expect(dialog(page)).to_be_visible)


def test_a_student_finds_the_claim_who_made_it_and_a_sentence(visit):
    page = visit()
    caveat = page.locator("#finding-whose")
    button = page.get_by_role("button", name="Whose figures?")
    until(button.click, expect(caveat).to_be_visible)
    expect(caveat).to_contain_text("Statements, not statistics")
    press(page, "Escape", expect(caveat).to_be_hidden)
    open_mark(page, 1)
    expect(dialog(page)).to_contain_text("over $3 billion")
    expect(dialog(page)).to_contain_text("“to more than $3 billion at the present”")
    found = dialog(page).get_by_role("link", name="Tehran Times").first
    expect(found).to_be_visible()
    expect(found).to_have_attribute("href", re.compile(r"^https://tehrantimes\.com/"))
    expect(page).to_have_url(re.compile("reading=C002"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sentence = dialog(page).get_by_text("A sentence to write")
    opened = dialog(page).locator("details[open]")
    until(sentence.click, expect(opened).to_have_count, 1)
    code = dialog(page).get_by_test_id("stCode").filter(visible=True).first
    # What still moves leaves the pointer, and the button shows only under it.
    still(page)
    start = "On 12 June 2023, Iran’s then president, Ebrahim Raisi,"
    assert "$3 billion" in copied(code, start)
    close(page)
    expect(page).not_to_have_url(re.compile("reading="))
    open_tab(page, "Who says what")
    expect(page.get_by_role("tabpanel").filter(visible=True)).to_contain_text(
        "11 outlets quote Raisi"
    )


def test_a_link_to_a_value_opens_it_over_the_view_it_names(visit):
    page = visit("reading=R011&view=Target")
    expect(dialog(page)).to_contain_text("$118.1 million")
    close(page)
    expect(chart(page)).not_to_contain_text("$600 million")
    choose(page, "View", "Actual (claimed)")
    expect(chart(page)).to_contain_text("$600 million")
    expect(dialog(page)).to_have_count(0)


def test_a_year_of_the_readers_changes_chart_tab_and_link(visit):
    page = visit("tab=On+track%3F&axis=Over+time")
    settled(page, "On track?")
    open_options(page)
    year = page.get_by_role("spinbutton", name=re.compile("^Your year"))
    year.fill("2030")
    own = page.locator(".own")
    until(lambda: year.press("Enter"), expect(own).to_contain_text, "2030")
    expect(chart(page)).to_contain_text("2030")
    expect(page).to_have_url(re.compile("year_chosen_by_the_reader=2030"))
    press(page, "Escape", expect(options(page)).to_be_hidden)
    expect(page.get_by_role("tabpanel").filter(visible=True)).to_contain_text("2030")
    open_tab(page, "Timeline")
    expect(page).to_have_url(re.compile("year_chosen_by_the_reader=2030"))


def test_a_toggle_sends_what_changed_and_nothing_else(visit):
    frames = []
    page = visit(frames=frames)
    expect(page.get_by_text(re.compile("46 of 46 agreements shown"))).to_be_visible()
    finished(page)
    unchanged = (b"Whose figures?", b"Since then", b"Bilateral trade pact")
    for words in unchanged:
        assert [frame for frame in frames if words in frame], words
    frames.clear()
    choose(page, "View", "Target")
    expect(chart(page)).not_to_contain_text("$600 million")
    finished(page)
    assert [frame for frame in frames if b"Second target" in frame]
    for words in unchanged:
        assert not [frame for frame in frames if words in frame], words
    # What the browser has already would come as the name of it.
    kinds = {ForwardMsg.FromString(frame).WhichOneof("type") for frame in frames}
    assert "delta" in kinds
    assert "ref_hash" not in kinds
