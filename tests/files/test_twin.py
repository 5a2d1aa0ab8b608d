"""The page as one file: whole, foldable, escaped, and asking nothing of any host."""

import base64
import io
import json
import re
import zipfile
from datetime import date
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from conftest import ROOT, loaded

from components.charts.style import LIGHT
from components.dataset import load
from components.files.json_ld import in_script
from components.files.twin import as_html
from components.measures.delivery import traced
from components.measures.readings import readings_of
from components.measures.record import Record
from components.view import AXES, VIEWS
from components.words import names
from components.words.delivery import sentence
from components.words.values import stated

DAY = date(2026, 11, 26)
EXAMPLES = ROOT / "tests" / "packages"
PACKAGES = (
    ROOT / "data",
    EXAMPLES / "quennaria-sundrift",
    EXAMPLES / "vellmark-ostrany",
)
EVIL = "</script><img src=x onerror=alert(1)>"


class Page(HTMLParser):
    """Collects the words of a page, its names and addresses, and what is left open."""

    VOID = ("meta", "link", "input", "br", "hr", "wbr", "img")

    def __init__(self, html):
        super().__init__()
        self.words, self.ids, self.links, self.tags = [], [], [], []
        self.open, self.wrong = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture(scope="module", params=PACKAGES, ids=lambda path: path.name)
def record(request):
    return Record(loaded(request.param))


@pytest.fixture(scope="module")
def html(record):
    return as_html(record, on=DAY, link="https://page.example/")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


@pytest.fixture
def made(package):
    """Return a function that writes the twin of the small package, changed."""
    return lambda change=lambda rows: None: as_html(
        Record(load(package(change))), on=DAY
    )


def test_every_element_is_closed_and_no_name_stands_for_two(page):
    assert page.wrong == page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_leads_somewhere(page):
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside
    assert inside <= set(page.ids)


def test_every_popover_has_its_button_and_every_button_its_popover(page):
    targets = [a["popovertarget"] for _, a in page.tags if "popovertarget" in a]
    popovers = [a["id"] for _, a in page.tags if "popover" in a]
    assert sorted(targets) == sorted(popovers)


def test_every_value_has_a_row_with_its_words(record, html):
    for reading in readings_of(record.dataset, list(record.dataset.fact_of)):
        row = html.split(f'id="reading-{reading.reading_id}"')[1].split("</li>")[0]
        text = Page(row).text
        assert stated(reading) in text
        assert reading.wording in unescape(text).replace("\u2067", "").replace(
            "\u2069", ""
        )


def test_every_view_is_drawn_and_has_a_button_for_each_of_its_choices(html, page):
    shown = re.findall(r'<figure class="([^"]+)"', html)
    assert len(shown) == len(set(shown)) == len(VIEWS) * (1 + 2)
    chosen = {name for classes in shown for name in classes.split()}
    buttons = {a["id"] for tag, a in page.tags if tag == "input" and "name" in a}
    assert chosen == buttons
    assert {f"axis-{axis}" for axis in AXES} < chosen
    for name in chosen:
        assert f":has(#{name}:checked)" in html


def test_the_twin_has_every_tab_of_the_page(record, page):
    tabs = dict(names.TABS)
    if record.dataset.pledges.empty:
        assert "pledges" not in page.ids
        del tabs["pledges"]
    assert set(tabs) <= set(page.ids)
    assert all(title in page.text for title in tabs.values())


def test_every_agreement_event_and_source_is_in_it(record, page):
    dataset = record.dataset
    plain = page.text.replace("\u2067", "").replace("\u2069", "")
    for table in ("agreements", "events", "sources"):
        for title in dataset.table(table)["title"]:
            assert re.sub(r"\s+", " ", title) in plain
    for note in dataset.rungs["note"]:
        assert re.sub(r"\s+", " ", note) in plain


def test_what_is_traced_to_delivery_stands_in_it_where_there_are_rungs(record, page):
    there = not record.dataset.rungs.empty
    assert (sentence(traced(record, DAY)) in page.text) is there
    assert ("which is not zero" in page.text) is there


def test_the_twin_asks_nothing_of_any_host(record, html, page):
    loading = [
        (tag, a) for tag, a in page.tags if "src" in a or tag in ("iframe", "object")
    ]
    assert not loading
    assert [a["rel"] for tag, a in page.tags if tag == "link"] == ["canonical"]
    assert not re.findall(r"url\((?!#)", html)
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]


def test_only_known_addresses_are_linked(record, page):
    cited = {row["url"] for row in record.dataset.source_of.values()}
    cited |= {"https://page.example/"}
    cited |= {
        str(person.get("path", ""))
        for person in record.dataset.descriptor.get("contributors", [])
    }
    texts = json.dumps([*record.dataset.descriptor.items()], ensure_ascii=False)
    disputes = f"mailto:{record.dataset.descriptor.get('disputes', '')}?subject="
    inside = ("#", "data:application/zip;", disputes)
    for link in page.links:
        known = link in cited or link.startswith(inside)
        assert known or link in texts, link


def test_the_chart_library_is_not_inside(html):
    assert "plotly" not in html.lower()
    assert len(html.encode()) < 1_500_000


def test_colours_stand_once_for_each_theme(html):
    style = html.split("<style>")[1].split("</style>")[0]
    body = html.split("</style>")[1]
    assert LIGHT.reported in style
    assert not re.findall(r"#[0-9a-f]{6}\b", body)


def test_headings_are_in_order(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_package_day_and_link_give_the_same_bytes(made):
    assert made() == made()


def test_another_day_or_link_is_another_file(package):
    record = Record(load(package()))
    files = {
        as_html(record, on=on, link=link)
        for on in (DAY, date(2026, 11, 27))
        for link in ("", "https://page.example/")
    }
    assert len(files) == 4


def test_a_search_engine_finds_a_dataset(record, html):
    script = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    answer = json.loads(script)
    assert (answer["@context"], answer["@type"]) == ("https://schema.org", "Dataset")
    assert answer["name"] == record.dataset.title
    assert answer["version"] == record.dataset.version
    assert answer["url"] == "https://page.example/"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", answer["temporalCoverage"])


def test_the_data_inside_are_the_package(record, page, tmp_path):
    (link,) = [item for item in page.links if item.startswith("data:")]
    packed = io.BytesIO(base64.b64decode(link.split(",", 1)[1]))
    with zipfile.ZipFile(packed) as source:
        source.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    again = load(folder / "data")
    assert again.row_count == record.dataset.row_count


def test_markup_and_script_ends_in_the_data_stay_text(made):
    def change(rows):
        for row in rows["facts"]:
            row.update(label=EVIL, rule=EVIL)
        for row in rows["readings"]:
            row.update(note=EVIL, stated_by=EVIL)
        for row in rows["agreements"]:
            row.update(title=EVIL, place=EVIL, note="[x](javascript:alert(1))")
        for row in rows["events"]:
            row.update(title=EVIL, note=EVIL)
        for row in rows["evidence"]:
            row.update(body=f"{EVIL} office", note=EVIL)
        for row in rows["sources"]:
            row.update(publisher=EVIL, title=EVIL, reposted_by=EVIL, note=EVIL)

    html = made(change)
    assert "<img" not in html
    assert 'href="javascript:' not in html
    assert html.count("<script") == html.count("</script>") == 2
    assert Page(html).wrong == []


def test_json_in_a_script_cannot_end_it():
    text = in_script({"a": "</script>\u2028&"})
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script>\u2028&"}


def test_an_arabic_name_is_isolated_and_its_address_is_not_changed(made):
    url = "https://gazette.example/تجارت"

    def change(rows):
        rows["sources"][0].update(publisher="روزنامه 5", url=url)

    html = made(change)
    assert "\u2067روزنامه" in html
    links = [unescape(link) for link in re.findall(r'href="([^"]+)"', html)]
    assert not [link for link in links if "\u2067" in link]


@pytest.mark.parametrize(
    "url",
    [
        "https://he.example/הסכם?a=5&b=מיליון",
        "https://paper.example/a--b/->c~=d<=e",
        "https://paper.example/?a=1&copy;=2&lt=3",
    ],
)
def test_an_address_leaves_as_it_stands_in_the_data(made, url):
    html = made(lambda rows: rows["sources"][0].update(url=url))
    assert url in {unescape(link) for link in re.findall(r'href="([^"]+)"', html)}


def test_what_a_program_reads_of_a_citation_has_no_mark_for_readers(made):
    html = made(lambda rows: rows["sources"][0].update(title="گزارش ۵ روزنامه"))
    forms = re.findall(r"<dt>(BibTeX|CSL-JSON)</dt><dd><pre>(.*?)</pre>", html, re.S)
    assert [form for form, _ in forms] == ["BibTeX", "CSL-JSON"]
    assert not [text for _, text in forms if re.search("[\u2066-\u2069]", text)]


def test_a_caveat_of_both_charts_stands_once_on_paper(html):
    for view in VIEWS:
        start = f'<figure class="view-{view} axis-time scale-linear"'
        figure = html.split(start)[1].split("</figure>")[0]
        own, again = figure.split('<div class="again">')
        bars = html.split(f'<figure class="view-{view} axis-step"')[1]
        bars = bars.split("</figure>")[0]
        names = [
            {re.sub("<.*?>", "", part) for part in re.findall(r"<h2>.*?</h2>", text)}
            for text in (bars, own, again)
        ]
        assert names[2] <= names[0]
        assert not names[1] & names[2]


def test_a_package_without_steps_has_a_twin_too(made):
    def change(rows):
        for fact in rows["facts"]:
            fact["step"] = ""
        for table in ("agreements", "events", "evidence"):
            rows[table] = []

    text = Page(made(change)).text
    assert "No claimed value and no target has a place on the step chart yet." in text
    assert "This package lists no agreements yet." in text
    assert "This package lists no events yet." in text


def test_an_empty_package_has_a_twin_too(made):
    def change(rows):
        for table in rows:
            rows[table] = []

    page = Page(made(change))
    assert "This package has no fact yet." in page.text
    assert page.wrong == []
