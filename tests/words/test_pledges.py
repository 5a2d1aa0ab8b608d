"""Targets of others in words: counts by hand, and words that must not occur."""

import re
from datetime import date

import pytest
from conftest import ROOT, loaded
from pledged import pledge, record_with, value

from components.charts import pledge_sizes as size_chart
from components.charts import pledges as chart
from components.charts.style import LIGHT
from components.files.printed import Taken
from components.files.sections import pledges as section
from components.measures import pledge_groups as groups
from components.measures.pledges import own, pledges
from components.measures.record import Record
from components.view import View
from components.words import economies, pledge_limits, pledge_rows, pledge_sizes
from components.words import pledges as words
from components.words.citations import of_pledge
from components.words.pledge_claims import claims
from components.words.pledge_source import source, to_write

TODAY = date(2026, 11, 26)
# What no count of a collection may be taken for.
FORETELLING = re.compile(
    r"probab|likel|chances? |\bodds\b|forecast|predict|expected to|success rate",
    re.IGNORECASE,
)


@pytest.fixture
def record(tmp_path):
    return record_with(tmp_path / "d")


@pytest.fixture
def items(record):
    return {item.pledge_id: item for item in pledges(record, TODAY)}


def test_the_first_sentence_counts_the_targets_of_the_two(record, items):
    assert words.how_they_fared(record, [*items.values()]) == (
        "Of 2 dated targets of Aland or Beeland that can be judged, 1 was reached in "
        "time and 1 later; of 1 without a deadline, 1 was reached and lost again."
    )
    assert words.elsewhere(record, [*items.values()]) == (
        "Elsewhere, of 1 dated one none was reached in time."
    )


@pytest.mark.parametrize(
    ("rows", "values", "said"),
    [
        (
            [pledge("p")],
            [value("p", 1, 1e9, 2015)],
            "Of 1 dated target of Aland or Beeland that can be judged, none was "
            "reached in time.",
        ),
        (
            [pledge("p", deadline="")],
            [value("p", 1, 1e9, 2015)],
            "Of 1 target of Aland or Beeland without a deadline, none was reached.",
        ),
        (
            [pledge("p")],
            [],
            "Of no target of Aland or Beeland can it be said yet what became of it.",
        ),
    ],
)
def test_it_counts_only_what_can_be_judged(tmp_path, rows, values, said):
    record = record_with(tmp_path / "e", pledges=rows, values=values)
    assert words.how_they_fared(record, pledges(record, TODAY)) == said


def test_a_target_is_named_by_pair_value_and_deadline(record, items):
    assert words.name(record, items["hit"]) == "Aland–Fiji, $2 billion by 2015"
    assert words.name(record, items["lost"]) == "Aland–Peru, $2 billion, no deadline"
    assert words.name(record, items["pounds"]) == (
        "Aland–Fiji, two thousand crowns by 2015"
    )
    assert words.label(record, items["late"]) == "Aland–Portugal  $2bn by 2015"
    assert words.way(items["late"]) == "25% → 75%"
    assert words.way(items["near"]) == "5% → not known"
    assert words.way(items["sum"]) == "where trade stood is not known"


def test_what_is_not_judged_says_why(items):
    assert words.fate(items["sum"]) == "not judged: several years together"
    assert words.fate(items["pounds"]) == "not judged: no value in dollars"
    assert words.fate(items["hit"]) == "reached on time"


def test_the_nearest_is_told_with_day_and_size(record, items):
    said = words.nearest(record, items["near"], own(record, TODAY))
    assert said == (
        "21 days before this pair, Aland and Indonesia named $2 billion without a "
        "deadline: 20 times what trade was (this pair: at most 4 times). What became "
        "of it cannot be said: no comparable figure since it was named."
    )


def test_the_medians_name_their_rows(record, items):
    said = {
        item.rows.key: item for item in pledge_sizes.said(record, [*items.values()])
    }
    assert said["sizes-own"].text == (
        "Of Aland or Beeland: the 1 reached in time asked for 1.2 times the trade of "
        "the day in 5.6 years; the 1 missed asked for 4 times the trade of the day in "
        "5.6 years."
    )
    rows = said["sizes-own"].rows.long[1:]
    assert [row.split(":")[0] for row in rows] == [
        "Aland–Fiji, $2 billion by 2015",
        "Aland–Portugal, $2 billion by 2015",
    ]


def test_the_collection_says_once_what_it_is_not(items):
    first, second = pledge_limits.caveats([*items.values()])
    assert (first.short, second.short) == ("Not a sample", "Whose figures")
    assert "Counted: 5 targets in 5 pairs." in first.long[1]
    assert "Not counted: 2 rows" in first.long[2]
    assert max(len(item.short.split()) for item in (first, second)) <= 3


def test_economies_have_their_usual_names_and_the_packages_own(record):
    assert economies.name(record, "AAA") == "Aland"
    assert economies.name(record, "RUS") == "Russia"
    assert economies.name(record, "KOR") == "South Korea"
    assert economies.name(record, "IRN") == "Iran"
    assert economies.name(record, "QQQ") == "QQQ"


def test_sentences_to_write_need_their_caveat_and_lead_to_rows(record):
    fared, near = claims(record, TODAY)
    assert fared.reading_ids == ("hit", "late", "lost")
    assert fared.group == near.group == "caveat"
    assert "not drawn as a sample" in fared.caveat
    assert near.reading_ids == ("near",)


def test_a_source_shows_the_target_each_value_and_whoever_judged_first(record, items):
    shown = source(record, items["late"])
    assert "Two neighbours" not in shown.value
    assert "herald.example" in shown.said
    assert [("Since" in line) for line in shown.stood] == [False, True, True]
    assert all("tolls.example" in line for line in shown.stood)
    assert "missed" in " ".join(shown.why)
    assert to_write(record, items["late"]).text == (
        "Ann Poe, minister, named $2 billion by 2015 for trade between Aland and "
        "Portugal on 1 June 2010. It was missed, and reached only later. Trade came to "
        "75% of it (2015)."
    )


def test_a_citation_names_the_target_and_its_source(record, items):
    cited = of_pledge(record, items["hit"], "https://page.example/", TODAY)
    assert cited.key == "aland-beeland-0.0.1-hit"
    assert cited.title.startswith(
        "Aland–Fiji, $2 billion by 2015 (Ann Poe, minister, 1"
    )
    assert "The Herald: Two neighbours aim high, 2 June 2010" in cited.note
    assert all(cited.as_text(form) for form in ("Short", "Long", "BibTeX", "CSL-JSON"))


def test_the_file_has_each_row_as_it_stands_and_what_the_page_works_out(record, items):
    frame = pledge_rows.frame(record, [items["late"], items["pounds"]])
    assert list(frame["pledge_id"]) == ["late", "pounds"]
    first = frame.iloc[0]
    assert first["economies"] == "Aland and Portugal"
    assert first["became"] == "missed, and reached only later"
    assert (first["times_the_baseline"], first["share_of_target"]) == ("4", "75%")
    assert first["urls"] == "https://herald.example/aim https://tolls.example/yearbook"
    assert frame.iloc[1]["times_the_baseline"] == ""
    assert pledge_rows.frame(record, []).empty


def test_the_chart_draws_each_judged_target_once_and_what_goes_beyond_at_the_edge(
    tmp_path,
):
    record = record_with(
        tmp_path / "e", pledges=[pledge("p")], values=[value("p", 1, 9e9, 2015)]
    )
    drawn = chart.info(record, [*own(record, TODAY), *pledges(record, TODAY)])
    rows = {row.pledge_id: row for group in drawn.groups for row in group.rows}
    assert set(rows) == {"p", "goal-1"}
    assert rows["p"].before is None
    assert (rows["p"].after.share, rows["p"].after.is_beyond) == (chart.END, True)
    assert rows["goal-1"].is_own
    assert "450%" in " ".join(rows["p"].label)
    assert len(drawn.alt.split()) <= 60


def test_nothing_is_drawn_of_nothing(record):
    assert chart.info(record, []) is None
    assert size_chart.info(record, []) is None


def test_the_sizes_draw_every_point_and_no_line(record, items):
    sizes = size_chart.info(record, [*items.values()])
    points = {state: len(of_state) for state, of_state in sizes.points.items()}
    assert points == {"reached": 1, "missed, passed later": 1, "missed": 1}
    drawn = size_chart.sketch(sizes, LIGHT)
    assert {trace["mode"] for trace in drawn.traces} == {"markers"}
    assert drawn.shapes == []


def visible_words(record):
    """Return the words of the whole tab but the notes and words of the rows."""
    collected = pledges(record, TODAY)
    mine = own(record, TODAY)
    near = groups.nearest(collected, mine)
    limits = pledge_limits.caveats(collected)
    parts = [
        words.how_they_fared(record, collected),
        words.elsewhere(record, collected),
        words.nearest(record, near, mine),
        words.CAPTION,
        pledge_sizes.CAPTION,
        *(line for item in limits for line in (item.short, *item.long)),
        *(
            line
            for said in pledge_sizes.said(record, collected)
            for line in said.rows.long
        ),
        *(said.text for said in pledge_sizes.said(record, collected)),
        *(words.fate(item) for item in (*collected, *mine)),
        *(words.label(record, item) for item in mine),
        *words.why_nearest(record).long,
        *(f"{claim.to_copy} {claim.reason}" for claim in claims(record, TODAY)),
        pledge_rows.TABLE_NOTE,
    ]
    return " ".join(parts)


@pytest.mark.parametrize("which", ["small", "own"])
def test_nothing_is_foretold(record, which):
    pair = record if which == "small" else Record(loaded(ROOT / "data"))
    assert not FORETELLING.search(visible_words(pair))
    html = section.html(pair, Taken(View(), "", TODAY))
    assert not FORETELLING.search(html.split("<details")[0])


def test_before_the_chart_stand_few_words():
    record = Record(loaded(ROOT / "data"))
    collected = pledges(record, TODAY)
    said = [words.how_they_fared(record, collected), words.elsewhere(record, collected)]
    said += [item.short for item in pledge_limits.caveats(collected)]
    # The filters and their chips: five words and two names.
    assert len(" ".join(said).split()) <= 60 - 8
