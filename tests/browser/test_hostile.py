"""Text that would like to be more than text, in every text column."""

import json
import re

import pytest
from browser import chart, choose, finished, link, open_tab, serving, settled, until
from conftest import OWN_TABS, descriptor, tables, write
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HOSTILE = (
    '<script>hacked=1</script><img src=x onerror="hacked=2"> [l](javascript:hacked=3) '
    "![i](data:image/png;base64,AA) :material/lock: :smile: :streamlit: $\\frac{1}{2}$ "
    "`code` **bold** ~~gone~~ <a href='javascript:hacked=4'>t</a> -> :red[r] &lt;b&gt; "
    "</style></script> =HYPERLINK(1) <b>p</b><br>"
)
# Columns whose text is a code, a key, a date or an address.
CODES = {
    *("fact_id", "reading_id", "source_id", "agreement_id", "event_id", "headline"),
    *("series", "unit", "bound", "concept", "exporter", "importer", "side", "status"),
    *("kind", "mechanism", "state", "language", "url", "part_of", "wording"),
    *("period_start", "period_end", "deadline", "stated_on", "signed_on"),
    *("happened_on", "published_on", "checked_on", "no_number", "questioned"),
    "archived_url",
    *("context", "documents_bound", "doubts"),
}


def hostile_package(folder):
    package = descriptor()
    rows = tables()
    columns = 0
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            if field["type"] == "string" and field["name"] not in CODES:
                columns += 1
                for row in rows[resource["name"]]:
                    row[field["name"]] = f"{row.get(field['name'], '')} {HOSTILE}"
    assert columns >= 15
    rows["events"][0]["note"] = f"{HOSTILE} " * 400  # 100 kB and more
    package["title"] = f"Title {HOSTILE}"
    package["economies"][0]["name"] = f"Aland {HOSTILE}"
    package["unknowns"] = [{"title": HOSTILE, "text": HOSTILE}]
    for concept in package["concepts"]:
        concept["definition"] = HOSTILE
    package["contributors"] = [{"title": HOSTILE}]
    return write(folder, rows, package)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    data = hostile_package(folder / "package")
    with serving(folder / "site", data=data) as address:
        yield address


def inside(page):
    """Return what the text of the page has become besides text."""
    return page.evaluate(
        """() => ({
            hacked: typeof hacked,
            images: document.querySelectorAll(
                '[data-testid=stMain] img, svg image').length,
            scripts: [...document.querySelectorAll('a[href]')].filter(
                a => /^(javascript|data):/i.test(a.getAttribute('href'))).length,
            formulas: document.querySelectorAll('.katex').length,
            struck: document.querySelectorAll('[data-testid=stMain] del').length,
            bold: [...document.querySelectorAll('[data-testid=stMain] strong')].filter(
                b => b.textContent === 'bold').length,
            emoji: document.body.textContent.includes('\\u{1F604}'),
            arrows: document.body.textContent.includes('</a> \\u2192'),
            icons: [...document.querySelectorAll(
                '[data-testid=stIconMaterial]')].filter(
                i => i.textContent === 'lock').length,
        })"""
    )


NOTHING = {
    "hacked": "undefined",
    "images": 0,
    "scripts": 0,
    "formulas": 0,
    "struck": 0,
    "bold": 0,
    "emoji": False,
    "arrows": False,
    "icons": 0,
}


def holds(page, tab):
    """Hold that all on an open tab is text, with all that is folded."""
    settled(page, tab)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.locator(".pair")).to_contain_text("<script>hacked=1")
    # All at once: a reader's click waits until what the last one moved is still.
    folded = page.locator("[data-testid=stExpander] details:not([open]) > summary")
    until(
        lambda: folded.evaluate_all("all => all.forEach(item => item.click())"),
        expect(folded).to_have_count,
        0,
    )
    finished(page)
    assert inside(page) == NOTHING


def test_hostile_text_stays_text_from_tab_to_tab(visit, hostile):
    page = visit(at=hostile)
    for tab in OWN_TABS:
        open_tab(page, tab)
        holds(page, tab)
    choose(page, "Axis", "Over time")
    expect(chart(page)).to_have_attribute("aria-label", re.compile("over time"))
    holds(page, tab)


@pytest.mark.exhaustive
@pytest.mark.parametrize("tab", OWN_TABS)
@pytest.mark.parametrize("axis", ["By step", "Over time"])
def test_hostile_text_stays_text(visit, hostile, tab, axis):
    holds(visit(link(tab=tab, axis=axis), at=hostile), tab)


def test_hostile_text_stays_text_in_an_open_source(visit, hostile):
    page = visit("reading=latest-1", at=hostile)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("<script>hacked=1</script>")
    assert inside(page) == NOTHING


@pytest.mark.parametrize(
    "query",
    [
        "view=<script>hacked=1</script>&axis=$\\frac12$"
        "&q=:material/lock:<b>x</b>&field=**bold**&years=1e9&years=-1"
        "&year_chosen_by_the_reader=99999999999999&start=%00%ff",
        "tab=[x](javascript:hacked=1)&table=../../etc/passwd"
        "&reading=</script><img src=x onerror=hacked=1>"
        "&year_chosen_by_the_reader=nan&published=:smile:&log=" + "x" * 5_000,
        "embed=true&embed_options=</style><script>hacked=1</script>",
    ],
)
def test_a_hostile_link_opens_the_page_and_does_nothing(visit, hostile, query):
    page = visit(query, at=hostile)
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert inside(page) == NOTHING


def test_the_package_is_as_hostile_as_it_says(tmp_path):
    folder = hostile_package(tmp_path / "package")
    text = (folder / "events.csv").read_text("utf-8")
    assert len(text) > 100_000
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))["title"]
