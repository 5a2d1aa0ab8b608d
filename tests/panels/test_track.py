"""The tab On track? as a reader finds it, without a browser."""

import re

import pytest
from conftest import ROOT
from invented import claimed, package, published, target
from pages import shown
from streamlit.testing.v1 import AppTest

from components.page import links

A_TO_B = {"exporter": "AAA", "importer": "BBB"}
CLAIMS = (
    claimed(100000000, 2010, step="1"),
    claimed(500000000, 2012, step="2", bound="at least"),
)
AIMS = (
    target(2000000000, step="3", label="First aim"),
    target(4000000000, step="4", label="Second aim", deadline="2018"),
)


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """Return a function that opens the tab on a package of some rows."""

    def page(*rows, **parameters):
        folder = package(tmp_path, *rows)
        monkeypatch.setenv("TRADE_DATA", str(folder))
        app = AppTest.from_function(_tab, default_timeout=60)
        for key, value in parameters.items():
            app.session_state[key] = value
        app.run()
        assert not app.exception
        return app

    return page


def _tab():
    import os
    from pathlib import Path

    from components.dataset import load
    from components.measures.record import Record
    from components.panels import track

    track.render(Record(load(Path(os.environ["TRADE_DATA"]))))


def texts(page):
    """Return all that is written, without the escapes of Markdown."""
    written = [
        str(part.value)
        for part in (*page.header, *page.markdown, *page.caption, *page.info)
    ]
    written += [part.proto.body for part in page.get("html")]
    return re.sub(r"\\(.)", r"\1", "\n".join(written))


def tables(page):
    """Return the rows of each table as lists of cells."""
    return [
        [
            re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", row)
            for row in part.proto.body.split("</tr>")[:-1]
        ]
        for part in page.get("html")
        if 'class="whole"' in part.proto.body
    ]


def test_the_tab_begins_with_the_fate_of_each_target_and_few_words(opened):
    page = opened(*CLAIMS, *AIMS, published(3000000000, 2018))
    fates = tables(page)[0]
    assert fates == [
        ["Target", "By claimed figures", "By published figures"],
        [
            "First aim: $2 billion, no deadline",
            "Cannot be said: no comparable figure since it was named",
            "Reached",
        ],
        [
            "Second aim: $4 billion, by 2018",
            "Cannot be said: no comparable figure since it was named",
            "Missed",
        ],
    ]
    before = page.markdown[0].value
    assert before.startswith("Both targets were named ")
    assert len(before.split()) <= 60
    assert [part.value for part in page.header] == [
        "How fast it grew",
        "What it would take",
    ]


def test_what_would_settle_it_stands_before_growth(opened):
    page = opened(*CLAIMS, *AIMS)
    assert [part.value for part in page.header] == [
        "What would settle it",
        "How fast it grew",
        "What it would take",
    ]
    assert "for 2018, the year of its deadline" in texts(page)


def test_claimed_and_published_growth_stand_in_one_table(opened):
    rows = published(100000, 2011, **A_TO_B), published(520000, 2012, **A_TO_B)
    page = opened(*CLAIMS, *AIMS, *rows)
    assert tables(page)[1] == [
        ["Whose", "From, to", "Rose"],
        [
            "Claimed: goods, both directions",
            "$100 million, 2010 → over $500 million, 2012",
            "at least 5 times",
        ],
        [
            "Published: goods, Aland to Beeland",
            "$100,000, 2011 → $520,000, 2012",
            "5.2 times, from a low base",
        ],
    ]
    assert "Claims rose at least fivefold." in texts(page)
    beside = "5.2 times the year before; claimed from 2010 to 2012: at least 5 times."
    assert beside in texts(page)


def test_the_readers_year_is_told_off_or_on_and_changes_chart_and_file(opened):
    off = opened(*CLAIMS, *AIMS)
    assert "(now: off)" in texts(off)
    assert "2031" not in texts(off) + alt(off)
    on = opened(*CLAIMS, *AIMS, year_chosen_by_the_reader=2031)
    assert "above the chart: 2031." in texts(on)
    assert "If you pick 2031 (your year, nobody else’s): $2 billion takes" in texts(on)
    assert "2031: your year" in alt(on)
    assert ["$2 billion", "19", "at most 7.6%", "2031, year chosen by the reader"] in (
        tables(on)[2]
    )


def alt(page):
    (chart,) = page.get("plotly_chart")
    return chart.proto.alt


def test_the_reader_can_start_from_what_was_published(opened):
    opened(*CLAIMS, *AIMS, published(800000000, 2012, step="5"))
    # The whole page, since the start changes the trajectory too.
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.query_params["tab"] = "On track?"
    page.run()
    (start,) = page.selectbox
    assert start.options == [
        "Claimed: over $500 million, 2012",
        "Published: $800 million, 2012",
    ]
    start.select("Published: $800 million, 2012").run()
    assert not page.exception
    assert (
        "from Published: $800 million, 2012" in page.get("plotly_chart")[-1].proto.alt
    )
    assert "$4 billion by 2018: 31% a year for 6 years." in texts(page)


@pytest.mark.parametrize("tab", ["On track?", "Agreements"])
def test_a_link_names_the_start_for_the_trajectory_too(opened, tab):
    opened(*CLAIMS, *AIMS, published(800000000, 2012, step="5"))
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    page.query_params["tab"] = tab
    page.query_params["start"] = "Published: $800 million, 2012"
    page.query_params["year_chosen_by_the_reader"] = "2030"
    page.run()
    assert not page.exception
    # From 0.8 to 2 billion in 18 years.
    assert "$2 billion takes 5.2% a year for 18 years" in shown(page)
    assert "at most 8% a year" not in shown(page)


def test_a_start_as_the_last_version_named_it_is_the_default_or_is_answered():
    latest = links.read({"start": ["The latest reported value"]})
    assert (latest.parameters, latest.not_understood) == ({}, ())
    other = links.read({"start": ["Recorded: goods, 2012"]})
    assert other.parameters == {}
    assert other.not_understood == ("start=Recorded: goods, 2012",)
    ours = {"start": ["Published: $800 million, 2012"]}
    assert links.read(ours).parameters == ours


def test_a_start_that_is_not_like_the_target_gives_no_growth_and_no_chart(opened):
    only = published(800000000, 2012, step="2", concept="services")
    page = opened(only, *AIMS)
    assert not page.get("plotly_chart")
    assert "not like with like, so no growth is given" in texts(page)
    assert "% a year" not in texts(page).split("What it would take")[1]


def test_every_target_beyond_the_fourth_is_drawn_and_in_the_table(opened):
    aims = [target((step + 1) * 10**9, step=str(step)) for step in range(3, 10)]
    page = opened(*CLAIMS, *aims)
    (chart,) = page.get("plotly_chart")
    drawn = [f"${step + 1} billion, no deadline" for step in range(3, 10)]
    assert all(name in chart.proto.spec for name in drawn)
    assert len({row[0] for row in tables(page)[2][1:]}) == 7


def test_context_stands_last_and_only_where_there_are_rows(opened):
    plain = opened(*CLAIMS, *AIMS)
    assert "not comparable" not in texts(plain)
    oil = claimed(9, 2012, concept="honey", context="oil", label="Honey sold")
    page = opened(*CLAIMS, *AIMS, oil)
    assert page.header[-1].value == "Oil beside the claim: context, not comparable"
    assert "Honey sold: $9. Given by Jane Roe, Minister. [The Gazette](<https" in (
        texts(page)
    )
    assert "Scale" not in texts(page)


@pytest.mark.parametrize("rows", [(), CLAIMS[:1], AIMS[:1]])
def test_a_package_with_little_in_it_says_what_is_missing(opened, rows):
    page = opened(*rows)
    assert page.info or tables(page)
    assert "None" not in texts(page)


def test_what_the_data_say_is_text_and_not_markup(opened):
    page = opened(*CLAIMS, target(10**9, step="3", label="<b>aim</b> :red[x]"))
    assert "&lt;b&gt;aim&lt;/b&gt;" in page.get("html")[0].proto.body
    assert "<b>aim" not in page.get("html")[0].proto.body


def test_why_it_is_rough_stands_once_and_what_starts_from_it_leads_there(opened):
    open_ended = {"period_start": "", "period_end": "2016-06-12"}
    page = opened(CLAIMS[0], claimed(500000000, 2016, step="2", **open_ended), *AIMS)
    why = "$500 million has no period"
    assert texts(page).count(f"Rough, since {why}.") == 1
    assert f"Rough: {why}" not in texts(page)
    (caption,) = [part.value for part in page.caption if "Counted from" in part.value]
    assert caption.replace("\\", "").endswith("Rough: see “Why? What decides”.")
