"""The page without a browser: what it shows, links, filters, broken data."""

import re

import pytest
import streamlit as st
from conftest import ROOT, TABS, descriptor, write
from streamlit.testing.v1 import AppTest
from tiers import each_pair, each_value

from components import measures, sentences, series
from components.dataset import TABLES, load

VIEW, AXIS, SCALE = series.VIEWS, series.AXES, series.SCALES


def opened(folder, **params):
    page = AppTest.from_file(str(folder / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        page.query_params[key] = value
    return page.run()


def alt(page, key="trajectory"):
    found = [
        chart.proto.alt
        for chart in page.get("plotly_chart")
        if chart.proto.id.endswith(f"-{key}")
    ]
    assert len(found) == 1, key
    return found[0]


def shown(page):
    """Return every text of the page without the escapes of Markdown."""
    parts = [
        *page.title,
        *page.header,
        *page.subheader,
        *page.markdown,
        *page.caption,
        *page.warning,
    ]
    parts += [*page.info, *page.error, *page.text]
    words = "\n".join(str(part.value) for part in parts)
    return re.sub(r"\\(.)", r"\1", words)


def agreement_rows(page):
    """Return the cells of the table of agreements by the names of their columns."""
    bodies = [part.proto.body for part in page.get("html")]
    tables = [body for body in bodies if "agreement-rows" in body]
    assert len(tables) < 2
    return [
        dict(re.findall(r'<td data-name="([^"]+)"[^>]*>(.*?)</td>', row, re.DOTALL))
        for table in tables
        for row in re.findall(r"<tr>(<td.*?)</tr>", table, re.DOTALL)
    ]


@pytest.fixture(scope="module")
def page_of_record():
    return opened(ROOT)


def test_the_page_opens_on_the_record(page_of_record):
    page = page_of_record
    assert not page.exception
    words = shown(page)
    assert "Iran–Venezuela Trade Trajectory" in words
    for value in ("$600 million", "over $3 billion", "$10 billion", "$20 billion"):
        assert value in words
    assert "At least 5 times the baseline (comparable with caveat" in words


def test_the_warning_names_speaker_day_and_the_record(page_of_record):
    warning = page_of_record.warning[0]
    words = re.sub(r"\\(.)", r"\1", f"{warning.proto.title} {warning.value}")
    assert "one speaker on 12 June 2023: Ebrahim Raisi" in words
    assert "at least 25 to 1, not comparable as stated" in words
    assert "This does not show that the reported value is wrong." in words


def test_no_share_stands_without_its_caveat(page_of_record):
    words = shown(page_of_record)
    shares = re.findall(r"\d+ % of it; [^(\n]*", words)
    assert len(shares) == 2
    for share in shares:
        assert f"{share}(comparable with caveat: no period was stated" in words


@pytest.mark.parametrize(
    ("view", "axis", "scale", "recorded"),
    each_pair(VIEW, AXIS, SCALE, ["true", "false"]),
)
def test_every_combination_of_controls_draws_what_it_says(view, axis, scale, recorded):
    key = "scale" if axis == AXIS[0] else "time_scale"
    page = opened(ROOT, view=view, axis=axis, recorded=recorded, **{key: scale})
    assert not page.exception
    words = alt(page)
    assert axis.lower() in words
    assert f"{scale.lower()} scale" in words
    assert ("$600 million" in words) == (view != "Target")
    assert ("$20 billion" in words) == (view != "Actual")
    assert ("$118.9 million" in words) == (recorded == "true")
    if (view, recorded) == ("Target", "false"):
        assert not re.search(r"\b20\d\d\b", words)


def test_a_control_changes_chart_text_and_cards():
    page = opened(ROOT)
    before = alt(page)
    page.segmented_control(key="view").set_value("Actual").run()
    assert not page.exception
    assert alt(page) != before
    styles = [part.proto.body for part in page.get("html")]
    (away,) = [body for body in styles if "st-key-card-" in body]
    assert "st-key-card-target-" in away
    assert "st-key-card-reported-" not in away


@pytest.mark.parametrize(
    "params",
    [
        {"view": "Sideways", "axis": "Diagonal", "scale": "cubic", "recorded": "maybe"},
        {"tab": "Nowhere", "years": ["1066", "x"], "field": "magic", "status": "done"},
        {"tab": "Timeline", "kind": "party"},
        {"tab": "Data and sources", "table": "secrets"},
        {"view": "", "axis": "", "scale": "", "tab": ""},
        {"q": "<script>$\\:material/lock:"},
    ],
)
def test_a_wrong_link_falls_back_without_an_error(params):
    page = opened(ROOT, **params)
    assert not page.exception
    assert not page.error
    assert alt(page).startswith("Trajectory, by step, linear scale.")


@pytest.mark.parametrize("table", ["facts", "readings", "evidence", "sources"])
def test_each_table_is_shown_whole(table):
    page = opened(ROOT, tab="Data and sources", table=table)
    assert not page.exception
    frame = load(ROOT / "data").table(table)
    assert len(page.dataframe[0].value) == len(frame)
    assert f"{len(frame)} rows" in page.get("download_button")[0].proto.label


def test_what_is_not_known_is_on_the_page():
    page = opened(ROOT, tab="Data and sources")
    words = shown(page)
    for item in load(ROOT / "data").unknowns:
        assert item["text"] in words


def test_a_link_to_a_reading_opens_its_passport():
    page = opened(ROOT, reading="C002")
    assert not page.exception
    words = shown(page)
    assert "over $3 billion · Latest trade reported" in words
    assert "“to more than $3 billion at the present”" in words
    assert "not comparable as stated" in words
    assert any("put trade at over $3 billion" in code.value for code in page.code)


def test_a_link_to_an_unknown_reading_is_explained_and_the_page_intact():
    page = opened(ROOT, reading="<b>C999")
    assert not page.exception
    assert "a reading “<b>C999”, which these data do not have" in shown(page)
    assert alt(page)
    assert not page.code


def test_who_says_what_shows_every_reading_and_the_rule():
    page = opened(ROOT, tab="Who says what", fact="Latest trade reported")
    assert not page.exception
    assert len(page.dataframe[0].value) == 11
    assert "Why: The statement with a named speaker" in shown(page)
    assert "11 readings" in alt(page, "voices")


def test_what_can_be_written_has_three_groups_to_copy():
    page = opened(ROOT, tab="What can I write?")
    assert not page.exception
    assert [item.value for item in page.header][1:] == [
        "Supported",
        "Needs its caveat",
        "Not supported",
    ]
    assert len(page.code) > 10


def test_the_grid_of_evidence_is_drawn_and_counted():
    page = opened(ROOT, tab="Data and sources")
    assert "104 not checked" in alt(page, "evidence_chart")
    assert "59 of 90 values agree with the number in the words" in shown(page)


def test_only_the_open_tab_runs(page_of_record):
    assert agreement_rows(page_of_record)
    assert not page_of_record.dataframe
    assert "What is not known" not in shown(page_of_record)


def test_broken_data_are_explained_and_nothing_else_is_shown(page_folder):
    path = page_folder / "data" / "agreements.csv"
    text = path.read_text("utf-8")
    assert ",signed," in text
    path.write_text(text.replace(",signed,", ",sealed,", 2), "utf-8")
    page = opened(page_folder)
    assert not page.exception
    words = shown(page)
    assert "agreements.csv, row" in words
    assert "column status" in words
    assert "“sealed”" in words
    assert "Remedy: " in words
    assert not page.get("plotly_chart")


def test_data_that_break_while_the_app_runs_leave_the_last_good_ones(page_folder):
    page = opened(page_folder)
    good = alt(page)
    path = page_folder / "data" / "readings.csv"
    text = path.read_text("utf-8")
    path.write_text(text.replace("600000000", "600 million"), "utf-8")
    page.run()
    assert not page.exception
    assert alt(page) == good
    assert "“600 million”" in shown(page)
    path.write_text(text, "utf-8")
    page.run()
    assert "Remedy: " not in shown(page)


def test_data_changed_on_disk_are_picked_up(page_folder):
    page = opened(page_folder)
    path = page_folder / "data" / "readings.csv"
    text = path.read_text("utf-8")
    changed = text.replace("reported-base,600000000", "reported-base,700000000", 1)
    changed = changed.replace("$600 million in the", "$700 million in the", 1)
    path.write_text(changed, "utf-8")
    page.run()
    assert "$700 million" in alt(page)
    assert "$600 million" not in alt(page)


def test_another_pair_needs_no_other_code(page_folder, package):
    package()
    page = opened(page_folder)
    assert not page.exception
    words = shown(page)
    assert "Aland–Beeland Trade" in words
    assert "Iran" not in words
    found = load(page_folder / "data")
    assert sentences.finding(measures.steps(found)) in words


@pytest.mark.parametrize("tab", TABS)
def test_an_empty_package_says_what_is_missing(page_folder, tab):
    write(page_folder / "data", {name: [] for name in TABLES}, descriptor())
    page = opened(page_folder, tab=tab)
    assert not page.exception
    assert "yet" in shown(page)


def everything(page):
    """Return all that a page shows or names: texts, alternative texts, tables."""
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]
    tables = [table.value.to_csv() for table in page.dataframe]
    return "\n".join([shown(page), *alts, *tables])


def test_with_no_year_chosen_the_page_names_no_later_year():
    newest = max(load(ROOT / "data").events["happened_on"].max()[:4], "2026")
    for axis in AXIS:
        page = opened(ROOT, tab="What would it take?", axis=axis)
        assert not page.exception
        years = set(re.findall(r"\b(?:19|20|21)\d\d\b", everything(page)))
        assert max(years) <= newest
        assert "no deadline was given" in shown(page)
        assert not re.search(r"\b(?:overdue|missed|late)\b", shown(page))


def test_a_year_of_the_readers_is_marked_wherever_it_leaves():
    page = opened(
        ROOT,
        tab="What would it take?",
        axis="Over time",
        year_chosen_by_the_reader="2035",
    )
    assert not page.exception
    words = shown(page)
    assert "at most 10.6 % a year for 12 years" in words
    assert "at most 17.1 % a year for 12 years" in words
    for key in ("trajectory", "required_growth"):
        assert "year chosen by the reader" in alt(page, key)
    names = [chart.proto.config for chart in page.get("plotly_chart")]
    assert sum("2035-year-chosen-by-the-reader" in name for name in names) == 2
    table = page.dataframe[1].value
    assert "2035, year chosen by the reader" in set(table["Basis"])


@pytest.mark.parametrize("year", ["2023", "1950", "soon", ""])
def test_a_year_that_cannot_be_is_a_sentence_or_ignored(year):
    page = opened(ROOT, tab="What would it take?", year_chosen_by_the_reader=year)
    assert not page.exception
    assert ("Choose a year after 2023" in shown(page)) == year.isdigit()
    assert "Assumption, not data" not in shown(page)


def test_a_recorded_starting_point_carries_its_verdict():
    page = opened(ROOT, tab="What would it take?", year_chosen_by_the_reader="2030")
    page.selectbox(key="start").select_index(1).run()
    assert not page.exception
    assert "about 88.3 % a year for 7 years" in shown(page)
    assert "not comparable as stated: about $118.9 million counts non-oil" in shown(
        page
    )


def test_cite_and_download_names_view_version_and_rows():
    page = opened(ROOT, tab="Cite and download", view="Target", recorded="false")
    assert not page.exception
    words = shown(page)
    assert "View: Target, by step, linear scale, without recorded statistics." in words
    labels = [button.label for button in page.get("download_button")]
    assert "All data and this figure, 527 rows (zip)" in labels
    cited = [code.value for code in page.code]
    assert len(cited) == 6
    assert all("1.0.0" in words for words in cited[:4])
    snippet = cited[-1]
    assert snippet.startswith("<iframe")
    assert "view=Target&amp;recorded=false&amp;embed=true" in snippet
    assert "tab=" not in snippet


def test_a_server_without_a_browser_says_so_and_offers_the_rest(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    st.cache_resource.clear()
    page = opened(ROOT, tab="Cite and download")
    st.cache_resource.clear()
    assert not page.exception
    assert "This server has no Chromium or Chrome" in shown(page)
    labels = [button.label for button in page.get("download_button")]
    assert not [label for label in labels if "print" in label]
    assert any("All data" in label for label in labels)


def test_the_year_of_the_reader_is_named_where_the_view_is_cited():
    page = opened(
        ROOT,
        tab="Cite and download",
        axis="Over time",
        year_chosen_by_the_reader="2030",
    )
    words = shown(page)
    assert "logarithmic scale, 2030: year chosen by the reader." in words
    assert "year_chosen_by_the_reader=2030" in page.code[0].value


def test_a_passport_cites_its_reading():
    page = opened(ROOT, reading="C002")
    cited = [code.value for code in page.code if "reading C002" in code.value]
    assert len(cited) == 4
    assert all("over $3 billion" in words.replace("\\$", "$") for words in cited)


def test_a_table_goes_to_paper_as_text():
    page = opened(ROOT, numbers="true")
    (shown_rows,) = [table.value for table in page.dataframe]
    tables = [part.proto.body for part in page.get("html")]
    (printed,) = [body for body in tables if "on-paper" in body and "<table" in body]
    assert printed.count("<tr") == len(shown_rows) + 1


def half_written(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def replaced_by_a_folder(path):
    path.unlink()
    path.mkdir()


def emptied(path):
    path.write_bytes(b"")


def made_unreadable_text(path):
    path.write_bytes(path.read_bytes() + b"\xff\xfe\xff")


def removed(path):
    path.unlink()


@pytest.mark.parametrize(
    ("breaking", "name"),
    each_value(
        [half_written, replaced_by_a_folder, emptied, made_unreadable_text, removed],
        ["readings.csv", "facts.csv", "datapackage.json"],
    ),
)
def test_a_reader_goes_on_while_a_file_is_broken_and_after_it_is_mended(
    page_folder, name, breaking
):
    path = page_folder / "data" / name
    good = path.read_bytes()
    page = opened(page_folder)
    before = alt(page)
    page.segmented_control(key="view").set_value("Actual").run()
    breaking(path)
    page.run()
    assert not page.exception
    (notice,) = [
        box for box in page.warning if "data files now have" in box.proto.title
    ]
    assert "last good version" in notice.value
    assert name in "\n".join(text.value for text in page.text)
    # What the reader had chosen is still chosen, and the chart still follows.
    assert "$20 billion" not in alt(page)
    page.segmented_control(key="view").set_value("Actual and target").run()
    assert alt(page) == before
    if path.is_dir():
        path.rmdir()
    path.write_bytes(good)
    page.run()
    assert not [box for box in page.warning if "data files" in box.proto.title]
    assert alt(page) == before
