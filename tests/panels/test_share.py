"""Share: files, link, citation and snippet of the view that the reader sees."""

from datetime import date

import pytest
import streamlit as st
from conftest import ROOT, loaded
from pages import shown
from streamlit.testing.v1 import AppTest

from components.dataset import load
from components.measures.record import Record
from components.page import parts, state
from components.panels import share
from components.words import citations


def shared(**params):
    """Return the page with Share open, visited by a link."""
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    for key, value in params.items():
        page.query_params[key] = value
    page.session_state[parts.SHARE] = True
    page.run()
    assert not page.exception
    return page


def labels(page):
    return [button.proto.label for button in page.get("download_button")]


def test_it_names_view_version_and_rows():
    page = shared(view="Target", published="false")
    dataset = loaded(ROOT / "data")
    words = shown(page)
    assert f"Target, by step. Data version {dataset.version}" in words
    assert f"Data, {dataset.row_count:,} rows (zip)" in labels(page)


def test_link_citation_and_snippet_are_of_the_view():
    page = shared(view="Target", axis="Over time", published="false", tab="Timeline")
    link, cited, snippet = (code.value for code in page.code[:3])
    query = "view=Target&axis=Over+time&published=false"
    assert link.endswith(f"?{query}")
    assert loaded(ROOT / "data").version in cited
    assert snippet.startswith("<iframe")
    assert f"{query.replace('&', '&amp;')}&amp;embed=true" in snippet
    assert "tab=" not in link + cited + snippet


@pytest.mark.parametrize("form", citations.FORMS)
def test_every_form_of_the_citation_carries_the_version(form):
    page = shared()
    page.segmented_control(key="cite-view").set_value(form).run()
    cited = [code.value for code in page.code]
    assert any(loaded(ROOT / "data").version in words for words in cited)
    assert not page.exception


def test_the_year_of_the_reader_is_named_where_the_view_is_cited():
    page = shared(axis="Over time", log="true", year_chosen_by_the_reader="2030")
    assert "logarithmic scale, 2030, year chosen by the reader" in shown(page)
    assert f"{state.YEAR}=2030" in page.code[0].value


def test_a_server_without_a_browser_says_so_and_offers_the_rest(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    st.cache_resource.clear()
    page = shared()
    st.cache_resource.clear()
    assert "no Chromium or Chrome" in shown(page)
    assert not [label for label in labels(page) if label.startswith("Image")]
    assert any(label.startswith("Data, ") for label in labels(page))


def test_nothing_is_worked_out_while_it_is_closed():
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120).run()
    assert not page.code
    assert not [label for label in labels(page) if "zip" in label]


def test_the_page_as_one_file_is_made_for_a_version_and_not_for_a_click(
    package, monkeypatch
):
    folder, made = package(), []
    monkeypatch.setattr(
        "components.files.twin.as_html",
        lambda record, **given: made.append(given) or str(len(made)),
    )

    def clicked(link="https://trade.example/"):
        return share._twin(Record(load(folder)), date(2022, 1, 1), link)

    assert [clicked() for _ in range(3)] == ["1"] * 3
    assert clicked("https://elsewhere.example/") == "2"
    path = folder / "datapackage.json"
    path.write_text(f"{path.read_text('utf-8')}\n", "utf-8")
    assert clicked() == "3"
    assert len(made) == 3
