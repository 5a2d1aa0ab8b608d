"""The tab Who says what, without a browser."""

import re

import pytest
from conftest import descriptor, tables, write
from streamlit.testing.v1 import AppTest

from components.page import cache

SCRIPT = """
import streamlit as st
from components.page import cache, server
from components.panels import source, voices

record = cache.current(server.folder())
source.from_link(record)


@st.fragment(key="tabs-part")
def tab():
    voices.render(record)


tab()
"""


@pytest.fixture
def opened(tmp_path, monkeypatch):
    def page(change=lambda rows: None, **params):
        rows = tables()
        change(rows)
        folder = write(tmp_path / "data", rows, descriptor())
        monkeypatch.setenv("TRADE_DATA", str(folder))
        app = AppTest.from_string(SCRIPT, default_timeout=60)
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    yield page
    cache._checked.clear()


def told(page):
    parts = [*page.markdown, *page.info, *page.header, *page.caption]
    return re.sub(r"\\(.)", r"\1", "\n".join(str(part.value) for part in parts))


def charts(page):
    return [chart.proto.alt for chart in page.get("plotly_chart")]


def test_voices_come_first_then_sentences_then_what_is_known(opened):
    page = opened()
    assert not page.exception
    assert page.selectbox[0].value == "latest"
    assert "The Gazette quotes Jane Roe as saying over $1 billion" in told(page)
    assert [item.value for item in page.header] == [
        "Sentences to write",
        "What is known, body by body",
    ]
    voices, evidence = charts(page)
    assert voices.startswith("about $900 million or over $1 billion.")
    assert evidence.startswith("Of 3 body-years, 1 has a value")
    assert "Of 3 body-years, 1 has a value, 1 was searched in vain" in told(page)


def test_few_words_stand_before_the_picture(opened):
    page = opened()
    before = page.markdown[0].value
    option = page.selectbox[0].options[0]
    assert len(f"Fact {option} {before}".split()) <= 60


def test_how_many_facts_differ_stands_behind_why_a_value_is_shown_first(opened):
    page = opened()
    (fold,) = [item for item in page.expander if item.label.startswith("Why is this")]
    _, several = [part.value.replace("\\", "") for part in fold.markdown]
    assert several == "2 facts were given more than once; the values differ."


def test_sentences_are_grouped_and_only_those_to_write_can_be_copied(opened):
    page = opened()
    labels = [item.label for item in page.expander]
    groups = [re.sub(r" \(\d+\)", "", label) for label in labels]
    assert groups[2:5] == ["Safe to publish", "Needs its caveat", "Do not write"]
    copied = [code.value for code in page.code]
    assert len(copied) == sum(int(re.search(r"\d+", label)[0]) for label in labels[2:4])
    assert not any("overdue" in words or "reached over" in words for words in copied)
    assert "The target of $4 billion is overdue." in told(page)


def test_a_caveat_is_copied_with_its_sentence(opened):
    page = opened(lambda rows: rows["readings"][0].update(stated_on=""))
    (copied,) = [c.value for c in page.code if "was $200 million for 2019" in c.value]
    assert copied.endswith("The day is not known.")


@pytest.mark.parametrize("named", ["papers", "Papers signed", "papers signed."])
def test_a_link_chooses_the_fact_by_identifier_or_by_its_old_label(opened, named):
    page = opened(fact=named)
    assert page.selectbox[0].value == "papers"
    assert not page.info
    assert "7 documents or 9 documents" in charts(page)[0]


def test_an_unknown_fact_is_answered_and_the_tab_intact(opened):
    page = opened(fact="<b>nothing")
    assert "“<b>nothing”, which these data do not have" in told(page)
    assert page.selectbox[0].value == "latest"
    assert not page.exception


def test_another_fact_goes_into_the_address(opened):
    page = opened()
    page.selectbox[0].set_value("papers").run()
    assert page.query_params["fact"] == "papers"
    assert "Jane Roe as saying 7 documents" in told(page)
    assert not page.info


def test_facts_of_one_name_stay_two(opened):
    def change(rows):
        for fact in rows["facts"]:
            fact["label"] = "Trade"

    page = opened(change)
    assert page.selectbox[0].options == ["Trade (1 of 2)", "Trade (2 of 2)"]
    page.selectbox[0].set_value("papers").run()
    assert "7 documents" in charts(page)[0]


def test_a_doubt_stands_beside_what_it_doubts_and_nowhere_else(opened):
    page = opened(lambda rows: rows["events"][0].update(doubts="latest"))
    assert "**Said about it by others:** Visit to Aville." in told(page)
    page.selectbox[0].set_value("papers").run()
    assert "Said about it" not in told(page)


def test_every_outlet_opens_its_source_in_place(opened):
    page = opened()
    names = [button.label for button in page.button]
    assert len(names) == 2
    page.button[1].click().run()
    assert page.query_params["reading"] == "latest-2"
    assert r"about \$900 million" in [item.value for item in page.subheader]


def test_without_rivals_the_rest_of_the_tab_stands(opened):
    def change(rows):
        rows["readings"] = [
            item
            for item in rows["readings"]
            if item["reading_id"] not in ("latest-2", "papers-2")
        ]

    page = opened(change)
    assert not page.exception
    assert "No value of this package was given twice" in told(page)
    assert len(charts(page)) == 1
    assert page.code


def test_without_evidence_there_is_no_grid(opened):
    page = opened(lambda rows: rows.update(evidence=[]))
    assert not page.exception
    assert len(charts(page)) == 1
    assert "body-year" not in told(page)


def test_of_very_many_sentences_the_first_are_shown_and_counted(opened):
    def change(rows):
        for place in range(40):
            rows["facts"].append(
                {
                    **rows["facts"][0],
                    "fact_id": f"f{place}",
                    "step": "",
                    "headline": f"r{place}",
                }
            )
            rows["readings"].append(
                {
                    **rows["readings"][0],
                    "reading_id": f"r{place}",
                    "fact_id": f"f{place}",
                }
            )

    page = opened(change)
    assert re.search(r"30 of \d+ sentences shown", told(page))
    assert len(page.code) < 80
