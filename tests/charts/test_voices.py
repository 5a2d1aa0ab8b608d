"""The chart of one fact: each voice once with its outlets, and nothing cut off."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import descriptor, loaded, tables, write

from components.charts import style, voices
from components.dataset import load
from components.measures.readings import readings_of
from components.measures.record import Record
from components.measures.voices import facts_with_voices

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(tmp_path):
    def record(change=lambda rows: None):
        rows = tables()
        change(rows)
        return Record(load(write(tmp_path / "data", rows, descriptor())))

    return record


def info(record, fact_id="latest"):
    return voices.info(record, readings_of(record.dataset, [fact_id]))


def test_one_speech_is_made_once_with_a_mark_for_each_value(made):
    def change(rows):
        for place, name in enumerate(("Herald", "Courier")):
            rows["sources"].append(
                {**rows["sources"][0], "source_id": name, "publisher": name}
            )
            rows["readings"].append(
                {**rows["readings"][2], "reading_id": f"l{place}", "source_id": name}
            )

    (voice,) = info(made(change)).voices
    assert voice.name == ("Jane Roe, Minister, 5 March 2021",)
    assert [mark.label for mark in voice.marks] == [
        ("over $1 billion · The Gazette",),
        ("about $900 million · The Gazette, Herald and", "Courier"),
    ]
    assert [mark.value for mark in voice.marks] == [1e9, 9e8]
    assert [mark.reading_id for mark in voice.marks] == ["latest-1", "latest-2"]


def test_unnamed_reports_are_drawn_apart(made):
    def change(rows):
        for place in range(2):
            rows["readings"].append(
                {
                    **rows["readings"][2],
                    "reading_id": f"l{place}",
                    "stated_by": "Not attributed (a line)",
                }
            )

    assert [voice.name[0] for voice in info(made(change)).voices] == [
        "Jane Roe, Minister, 5 March 2021",
        "Unattributed (a line), 5 March 2021",
        "Unattributed (a line), 5 March 2021",
    ]


def test_an_outlet_that_speaks_for_itself_is_named_once(made):
    def change(rows):
        rows["readings"][7].update(stated_by="The Gazette", side="third party")

    chart = info(made(change), "papers")
    assert chart.voices[1].name == ("The Gazette, 5 March 2021",)
    assert chart.voices[1].marks[0].label == ("9 documents",)


def test_shape_tells_bound_series_and_what_is_shown_first(made):
    latest = info(made()).voices[0].marks
    assert [mark.symbol for mark in latest] == ["triangle-right", "circle-open"]
    below = made(lambda rows: rows["readings"][2].update(bound="at most"))
    assert info(below).voices[0].marks[1].symbol == "triangle-left-open"
    assert info(made(), "goal").voices[0].marks[0].symbol == "diamond"
    assert info(made(), "out").voices[0].marks[0].symbol == "square"


def test_a_count_has_its_unit_and_a_plain_axis(made):
    chart = info(made(), "papers")
    assert [voice.marks[0].head for voice in chart.voices] == [
        "7 documents",
        "9 documents",
    ]
    assert [words for _, words in chart.ticks] == ["0", "2", "4", "6", "8"]


def test_a_long_name_is_wrapped_and_never_cut(made):
    name = "Office of Tides, Tolls, Weights, Measures and Miscellaneous Statistics"
    record = made(lambda rows: rows["readings"][1].update(stated_by=name))
    chart = info(record)
    assert " ".join(chart.voices[0].name) == f"{name}, 5 March 2021"
    for line in chart.voices[0].name:
        assert len(line) <= style.LABEL_WIDTH
    assert "…" not in str(voices.draw(chart, style.LIGHT).to_dict())


def test_a_questioned_value_is_marked(made):
    record = made(lambda rows: rows["readings"][2].update(questioned="true"))
    assert info(record).voices[0].marks[1].head == "about $900 million (questioned)"
    assert "(questioned)" in info(record).alt


def test_the_alternative_text_begins_with_the_numbers_and_is_short(made):
    assert info(made()).alt == (
        "about $900 million or over $1 billion. One voice. Shown first: over "
        "$1 billion. Latest value."
    )
    record = Record(loaded(ROOT / "data"))
    for fact_id in facts_with_voices(record.dataset):
        assert len(info(record, fact_id).alt.split()) <= voices.MAX_ALT


def test_many_values_are_given_as_a_range(made):
    def change(rows):
        for place in range(9):
            rows["readings"].append(
                {
                    **rows["readings"][7],
                    "reading_id": f"p{place}",
                    "value": str(place + 10),
                }
            )

    alt = info(made(change), "papers").alt
    assert alt.startswith("11 values from 7 documents to 18 documents.")


def test_the_drawing_has_every_mark_and_does_not_overlap(made):
    chart = info(made())
    figure = voices.draw(chart, style.DARK)
    assert [trace.customdata[0] for trace in figure.data] == ["latest-1", "latest-2"]
    assert figure.layout.height == chart.height
    tops = [note.y for note in figure.layout.annotations]
    rows = [trace.y[0] for trace in figure.data]
    assert tops == sorted(tops)
    assert tops[1] < rows[0] < tops[2] < rows[1] < chart.height - voices.AXIS


def test_no_mark_fades_when_another_is_selected(made):
    figure = voices.draw(info(made()), style.LIGHT)
    figure.add_bar(x=[1], y=[1])
    style.with_steady_marks(figure)
    assert {trace.unselected.marker.opacity for trace in figure.data} == {1}


def test_a_fall_has_room_below_zero(made):
    record = made()
    readings = readings_of(record.dataset, ["latest"])
    fallen = [replace(readings[0], value=-5.0), *readings[1:]]
    low, high = voices.info(record, fallen).ends
    assert low < -5 < 0 < 9e8 < high
