"""The page in a real Chromium: what only a browser shows."""

import re
from pathlib import Path

import pytest
from browser import chart, choose, finished
from playwright.sync_api import expect
from tiers import each_value

pytestmark = pytest.mark.browser

WHOLE_VIEW = (
    "view=Actual&axis=Over+time&time_scale=Linear&recorded=false"
    "&q=caracas&field=energy&status=signed&years=2005&years=2010&count_by=Field"
)


def parameters(page):
    return sorted(page.url.partition("?")[2].split("&"))


def test_the_page_opens_with_a_chart_that_is_drawn_and_named(visit):
    page = visit()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Iran–Venezuela Trade Trajectory"
    )
    expect(page).to_have_title(re.compile("Trade Trajectory"))
    expect(chart(page)).to_contain_text("over $3 billion")
    expect(chart(page)).to_contain_text("Second target")
    expect(page.locator(".katex")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize(
    ("group", "option", "parameter", "named"),
    [
        ("View", "Target", "view=Target", "$10 billion"),
        ("Axis", "Over time", "axis=Over+time", "over time"),
        ("Scale", "Logarithmic", "scale=Logarithmic", "logarithmic scale"),
    ],
)
def test_a_control_changes_the_chart_and_the_link(
    visit, group, option, parameter, named
):
    page = visit()
    before = chart(page).get_attribute("aria-label")
    choose(page, group, option)
    expect(chart(page)).not_to_have_attribute("aria-label", before)
    expect(chart(page)).to_have_attribute("aria-label", re.compile(re.escape(named)))
    expect(page).to_have_url(re.compile(re.escape(parameter)))


def test_the_recorded_statistics_can_be_taken_away(visit):
    page = visit()
    expect(chart(page)).to_contain_text("about $118.9 million")
    page.get_by_text("Recorded statistics", exact=True).click()
    expect(chart(page)).not_to_contain_text("$118.9 million")
    expect(page).to_have_url(re.compile("recorded=false"))


def test_a_pasted_link_restores_the_whole_view(visit):
    page = visit(WHOLE_VIEW)
    expect(chart(page)).to_have_attribute(
        "aria-label", re.compile("over time, linear scale")
    )
    expect(chart(page)).not_to_have_attribute("aria-label", re.compile("target"))
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("caracas")
    expect(page.get_by_text(re.compile("^4 of 45 agreements shown"))).to_be_visible()
    expect(
        page.get_by_role("figure", name=re.compile("^Agreements by field"))
    ).to_be_visible()
    assert parameters(page) == sorted(WHOLE_VIEW.split("&"))


def test_a_view_clicked_together_is_a_link_that_survives_a_change_of_tab(visit):
    page = visit()
    choose(page, "View", "Actual")
    page.get_by_role("searchbox", name="Search").fill("car")
    page.get_by_role("searchbox", name="Search").press("Enter")
    expect(page).to_have_url(re.compile("q=car"))
    page.get_by_role("tab", name="Timeline").click()
    expect(page.get_by_role("figure", name=re.compile("dated events"))).to_be_visible()
    expect(page).to_have_url(re.compile("tab=Timeline"))
    again = visit(page.url.partition("?")[2])
    expect(chart(again)).not_to_contain_text("Second target")
    expect(again.get_by_role("figure", name=re.compile("dated events"))).to_be_visible()


def test_a_wrong_link_opens_the_default_view(visit):
    page = visit("view=Sideways&axis=x&tab=Nowhere&years=abc")
    expect(chart(page)).to_contain_text("Second target")
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize(
    ("tab", "scheme"),
    each_value(["Agreements", "Timeline", "Data and sources"], ["light", "dark"]),
)
def test_a_phone_needs_no_sideways_scrolling(visit, tab, scheme):
    page = visit(f"tab={tab.replace(' ', '+')}&axis=Over+time", 360, scheme)
    page.get_by_role("tab", name=tab).wait_for()
    width = page.evaluate(
        "Math.max(...[...document.querySelectorAll('[data-testid=stMain], html')]"
        ".map(element => element.scrollWidth))"
    )
    assert width <= 360


def test_each_theme_has_its_colours(visit):
    ground = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
    assert visit().evaluate(ground) == "rgb(252, 251, 248)"
    dark = visit(scheme="dark")
    assert dark.evaluate(ground) == "rgb(17, 21, 28)"
    assert (
        chart(dark)
        .locator("text", has_text="Reported")
        .first.evaluate("element => getComputedStyle(element).fill")
        == "rgb(139, 224, 239)"
    )


def test_the_chart_is_downloaded_as_svg_with_a_name_that_says_what_it_is(visit):
    page = visit()
    chart(page).hover()
    with page.expect_download() as download:
        chart(page).locator(".modebar-btn").click()
    name = download.value.suggested_filename
    assert re.fullmatch(
        r"iran-venezuela-trade-trajectory-[\d.]+-actual-and-target-by-step-linear-scale\.svg",
        name,
    )
    assert "<svg" in Path(download.value.path()).read_text("utf-8")


def test_an_embedded_page_is_compact(visit):
    page = visit("embed=true")
    expect(chart(page)).to_be_visible()
    expect(page.get_by_role("tab")).to_have_count(0)


def test_data_that_break_are_explained_and_data_mended_are_shown(visit, own_site):
    folder, address = own_site
    path = folder / "data" / "agreements.csv"
    good = path.read_text("utf-8")
    page = visit(at=address)
    path.write_text(good.replace(",lapsed,", ",collapsed,", 1), "utf-8")
    page = visit(at=address)
    notice = page.get_by_text("The data files now have 1 problem")
    expect(notice).to_be_visible()
    expect(page.get_by_text("Found: “collapsed”")).to_be_visible()
    expect(chart(page)).to_contain_text("Second target")
    path.write_text(good, "utf-8")
    page.reload()
    chart(page).locator(".main-svg").first.wait_for()
    expect(notice).to_have_count(0)


def click_mark(page, number):
    """Click the mark or bar of the trajectory that is drawn at a place."""
    point = chart(page).locator(".point").nth(number)
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    chart(page).locator(".hoverlayer .hovertext").first.wait_for()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_from_a_mark_to_passport_source_and_sentence(visit, browser_clipboard):
    page = visit()
    click_mark(page, 1)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("over $3 billion · Latest trade reported")
    expect(dialog).to_contain_text("“to more than $3 billion at the present”")
    expect(dialog).to_contain_text("not comparable as stated")
    link = dialog.get_by_role("link", name="Tehran Times").first
    expect(link).to_have_attribute("href", re.compile(r"^https://tehrantimes\.com/"))
    expect(page).to_have_url(re.compile("reading=C002"))
    dialog.get_by_test_id("stCode").first.hover()
    dialog.get_by_role("button", name=re.compile("Copy")).first.click()
    copied = browser_clipboard(page)
    assert copied.startswith("On 12 June 2023, Ebrahim Raisi, President of Iran, put")
    assert "over $3 billion" in copied
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(page).not_to_have_url(re.compile("reading="))


@pytest.fixture
def browser_clipboard():
    """Return a function that reads what a page has copied."""

    def read(page):
        page.context.grant_permissions(["clipboard-read"])
        return page.evaluate("navigator.clipboard.readText()")

    return read


def test_a_link_to_a_reading_opens_it_over_the_view_it_names(visit):
    page = visit("reading=R011&view=Target")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("$118.1 million")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    expect(chart(page)).not_to_contain_text("$600 million")
    choose(page, "View", "Actual")
    expect(chart(page)).to_contain_text("$600 million")
    expect(dialog).to_have_count(0)


def test_a_row_of_who_says_what_opens_its_passport(visit):
    page = visit("tab=Who+says+what")
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + 54)
    expect(page.get_by_role("dialog")).to_contain_text("Identifier: C002")


def test_a_year_of_the_readers_changes_chart_tab_and_link(visit):
    page = visit("tab=What+would+it+take%3F&axis=Over+time")
    expect(page.get_by_text("Pick a year of your own")).to_be_visible()
    year = page.get_by_role("spinbutton", name="Year of your own for the targets")
    year.fill("2030")
    year.press("Enter")
    expect(chart(page)).to_contain_text("2030: year chosen by the reader")
    expect(page.get_by_text("at most 18.8 % a year for 7 years").last).to_be_visible()
    expect(page.get_by_text("Pick a year of your own")).to_have_count(0)
    expect(page).to_have_url(re.compile("year_chosen_by_the_reader=2030"))
    page.get_by_role("tab", name="Timeline").click()
    expect(page).to_have_url(re.compile("year_chosen_by_the_reader=2030"))


def test_a_toggle_sends_what_changed_and_nothing_else(visit):
    frames = []
    page = visit(frames=frames)
    expect(page.get_by_text("45 of 45 agreements shown")).to_be_visible()
    unchanged = (b"Recorded statistics", b"Baseline", b"Bilateral trade pact")
    for words in unchanged:
        assert [frame for frame in frames if words in frame], words
    frames.clear()
    choose(page, "View", "Target")
    expect(chart(page)).not_to_contain_text("$600 million")
    finished(page)
    figure, caption = [frame for frame in frames if b"Second target" in frame]
    assert len(figure) > len(caption)
    for words in unchanged:
        assert not [frame for frame in frames if words in frame], words
