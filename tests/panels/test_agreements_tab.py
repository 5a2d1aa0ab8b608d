"""The tab agreements without a browser: what it shows, filters, orders, files."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from conftest import ROOT
from openpyxl import load_workbook
from pages import unfolded
from samples import rung
from streamlit.testing.v1 import AppTest

from components.page import download
from components.panels import agreements as panel
from components.words import agreements as words
from components.words import labels

FILES = "download-agreements"


def visited(**params):
    """Return the page on the package that is there, opened by a link."""
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


@pytest.fixture
def opened(package, monkeypatch):
    """Return a function that opens the page on a small package, written anew."""

    def run(change=lambda rows: None, **params):
        monkeypatch.setenv("TRADE_DATA", str(package(change)))
        return visited(**params)

    return run


def html(page):
    return "\n".join(part.proto.body for part in page.get("html"))


def titles(page):
    return re.findall(r'<td[^>]* data-name="Agreement">(.*?)</td>', html(page))


def shown(page):
    (text,) = re.findall(r'<p class="shown" role="status">(.*?)</p>', html(page))
    return text


def test_two_large_numbers_a_scoreboard_and_the_table_stand_in_this_order(opened):
    words = html(opened())
    places = [
        words.index(f'class="{name}"') for name in ("counts", "scoreboard", "rows")
    ]
    assert places == sorted(places)
    assert "<strong>7</strong> <span>Jane Roe, Minister" in words
    assert "<strong>9</strong> <span>John Doe, Ambassador" in words
    assert re.search(r"<dt>signed</dt><dd>2</dd>", words)


def test_at_most_sixty_words_stand_before_the_scoreboard(opened):
    before = html(opened()).split('<dl class="scoreboard">')[0]
    counts = before[before.index('<ul class="counts">') :]
    label, buttons = (
        "Papers signed",
        "Who else counts? Other counts that sources dispute",
    )
    visible = f"{label} {re.sub(r'<[^>]+>', ' ', counts)} {buttons}"
    assert len(visible.split()) <= 60


def rungs(rows):
    """Give the agreements rungs: the port delivered, the loan a credit."""
    rows["agreements"][0].update(status="delivered", value_usd="30000000")
    rows["rungs"] = [
        rung("a1", "money disclosed", "30000000"),
        rung("a1", "delivery reported", source_id="office", note="All of it."),
        rung("a2", "signed"),
        rung("a3", "signed"),
        rung("a3", "money disclosed", "5000000", kind="credit"),
    ]


def test_rungs_stand_in_the_place_of_the_scoreboard(opened):
    words = html(opened(rungs))
    assert 'class="scoreboard"' not in words
    places = [words.index(f'class="{name}"') for name in ("counts", "ladder", "rows")]
    assert places == sorted(places)
    assert "one agreement discloses $30 million" in words
    assert "$35 million" not in words, "a credit is not trade"
    steps = re.findall(r"<dt>(.*?)</dt><dd><span .*?></span> (\d)</dd>", words)
    assert steps == [
        *(("announced", "0"), ("signed", "2"), ("in force", "0")),
        *(("money disclosed", "2"), ("delivery reported", "1")),
    ]
    assert "2 signed; 1 delivered" not in words
    assert "by its status in the table: 1 delivered, 1 lapsed and 1 signed" in words


def test_at_most_sixty_words_stand_before_the_ladder(opened):
    before = html(opened(rungs)).split('<dl class="ladder">')[0]
    told = before[before.index('<p class="traced">') :]
    assert len(re.sub(r"<[^>]+>", " ", told).split()) <= 60


def test_each_rung_stands_in_its_row_with_its_own_link(opened):
    row = next(
        row
        for row in re.findall(r'<tr role="row">.*?</tr>', html(opened(rungs)), re.S)
        if "Port agreement" in row
    )
    assert "Sources for: money disclosed, delivery reported" in row
    assert '<a href="https://gazette.example/trade"' in row.split("<li>")[1]
    assert "Office of Statistics via Mirror, no address" in row.split("<li>")[2]
    assert "All of it." in row


def test_rungs_are_found_by_search_and_leave_with_the_file(opened, monkeypatch):
    makers = {}
    monkeypatch.setattr(
        download, "button", lambda label, make, *_: makers.update({label: make})
    )
    page = unfolded(opened(rungs, q="mirror"), FILES)
    assert titles(page) == ["Port agreement"]
    (row,) = csv.DictReader(StringIO(makers[labels.CSV]().decode("utf-8-sig")))
    assert row["rungs"] == (
        "money disclosed: $30 million for goods or services (gazette); "
        "delivery reported (office)"
    )
    unfolded(opened(), FILES)
    plain = makers[labels.CSV]().decode("utf-8-sig")
    assert "rungs" not in plain.splitlines()[0]


def test_search_and_filters_narrow_the_table_and_the_count_says_by_what(opened):
    page = unfolded(opened(), "filter")
    assert shown(page) == "3 of 3 agreements shown"
    page.multiselect(key="status").set_value(["signed"]).run()
    assert titles(page) == ["Port agreement", "Loan"]
    page.text_input(key="q").set_value("aVÎLLE").run()
    assert titles(page) == ["Port agreement"]
    assert shown(page) == "1 of 3 agreements shown · signed · “aVÎLLE”"
    page.text_input(key="q").set_value("no such agreement").run()
    assert titles(page) == []
    assert words.NOTHING_FOUND in [info.value for info in page.info]


def test_filters_are_made_when_opened_or_when_they_choose(opened):
    page = opened()
    assert not page.multiselect
    assert not page.slider
    assert unfolded(page, "filter").multiselect(key="status").value == []
    linked = opened(status=["signed"])
    assert titles(linked) == ["Port agreement", "Loan"]
    assert linked.multiselect(key="status").value == ["signed"]


def test_a_link_restores_filters_and_order(opened):
    page = opened(
        field=["shipping", "agriculture"], years=["2019", "2020"], order="-title"
    )
    assert titles(page) == ["Port agreement"]
    assert page.slider(key="years").value == (2019, 2020)
    page = opened(order="Newest first")
    assert titles(page) == ["Wheat for tractors", "Port agreement", "Loan"]


def test_pressing_a_heading_orders_by_its_column_and_again_the_other_way(opened):
    page = opened()
    assert titles(page) == ["Port agreement", "Wheat for tractors", "Loan"]
    page.button_group(key="pressed").select("title").run()
    assert titles(page) == ["Loan", "Port agreement", "Wheat for tractors"]
    assert page.query_params["order"] == "title"
    page.button_group(key="pressed").select("title").run()
    assert titles(page) == ["Wheat for tractors", "Port agreement", "Loan"]
    assert page.query_params["order"] == "-title"
    page.button_group(key="pressed").select("signed_on").run()
    assert "order" not in page.query_params, "the first order needs no word"


def test_another_order_begins_with_its_first_page(opened, monkeypatch):
    monkeypatch.setattr(panel, "PAGE", 2)
    page = opened(page="2")
    assert titles(page) == ["Loan"]
    page.button_group(key="pressed").select("title").run()
    assert titles(page) == ["Loan", "Port agreement"]


def test_many_agreements_are_shown_a_page_at_a_time(opened, monkeypatch):
    monkeypatch.setattr(panel, "PAGE", 2)
    page = opened()
    assert titles(page) == ["Port agreement", "Wheat for tractors"]
    assert "Agreements, rows 1 to 2 of 3; the download has all." in html(page)
    fewer = opened(page="2", q="loan")
    assert titles(fewer) == ["Loan"]
    beyond = opened(page="99")
    assert titles(beyond) in (["Port agreement", "Wheat for tractors"], ["Loan"])


def test_the_file_holds_the_filtered_rows_in_their_order(opened, monkeypatch):
    makers = []
    monkeypatch.setattr(download, "button", lambda _, make, *__: makers.append(make))
    page = unfolded(opened(status="signed", order="title"), FILES)
    as_csv, as_xlsx = (make() for make in makers)
    rows = list(csv.DictReader(StringIO(as_csv.decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(as_xlsx))["agreements"]
    assert [row[1].value for row in sheet.rows] == ["title", *titles(page)]
    assert [row["title"] for row in rows] == titles(page) == ["Loan", "Port agreement"]
    assert rows[0]["publisher"] == "The Gazette"


def test_readers_who_choose_alike_share_the_work(opened, monkeypatch):
    first = titles(opened(status="signed"))
    ordered = words.ordered
    monkeypatch.setattr(words, "ordered", lambda *_: pytest.fail("worked out again"))
    assert titles(visited(status="signed")) == first
    monkeypatch.setattr(words, "ordered", ordered)
    assert titles(visited(status="lapsed")) != first


def test_earlier_disputes_wait_behind_their_heading(opened):
    def change(rows):
        rows["facts"].append(
            {**rows["facts"][-1], "fact_id": "old", "headline": "old-1"}
            | {"label": "Papers of 2011"}
        )
        for name, value in (("old-1", "3"), ("old-2", "4")):
            rows["readings"].append(
                {**rows["readings"][-2], "reading_id": name, "fact_id": "old"}
                | {"value": value, "stated_by": f"Office {name}"}
                | {"period_end": "2011-03-05"}
            )

    def told(page):
        return "".join(html(page))

    folded = "<summary>Other counts that sources dispute</summary>"
    assert f"<details>{folded}" in told(opened(change))
    assert "<h3>Papers of 2011</h3>" in told(opened(change))
    assert f"<details open>{folded}" in told(opened(change, other_counts="true"))


def test_a_package_without_agreements_says_so_and_offers_no_search(opened):
    page = opened(lambda rows: rows["agreements"].clear())
    assert words.NOTHING_YET in [info.value for info in page.info]
    assert not page.text_input
