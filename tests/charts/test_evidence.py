"""The grid of evidence: every state has a shape and a word, and none is zero."""

from pathlib import Path

import pytest
from conftest import descriptor, loaded, tables, write

from components.charts import evidence, style
from components.dataset import load
from components.measures.evidence import STATES, counts, spans
from components.measures.record import Record

ROOT = Path(__file__).parents[2]


@pytest.fixture
def made(tmp_path):
    def record(rows_of_evidence=None):
        rows = tables()
        if rows_of_evidence is not None:
            rows["evidence"] = rows_of_evidence
        return Record(load(write(tmp_path / "data", rows, descriptor())))

    return record


def row(year, state, body="Office", note="The yearbook."):
    return {
        "body": body,
        "year": str(year),
        "state": state,
        "source_id": "office",
        "note": note,
    }


def test_every_cell_has_its_state_in_words_and_its_note(made):
    (body,) = evidence.info(made()).bodies
    assert body.name == ("Office",)
    assert [cell.hover for cell in body.cells] == [
        ("2019: searched in vain", "The yearbook."),
        ("2020: has a value", "The yearbook."),
        ("2021: not checked", "The yearbook."),
    ]


def test_only_states_that_occur_are_explained_in_their_order(made):
    chart = evidence.info(made())
    assert [words for _, words in chart.states] == [
        "Has a value",
        "Searched in vain",
        "Not checked",
    ]
    every = made([row(2000 + place, state) for place, state in enumerate(STATES)])
    assert len(evidence.info(every).states) == 5


def test_every_state_has_a_shape_of_its_own():
    assert set(evidence.SYMBOLS) == set(STATES)
    assert len(set(evidence.SYMBOLS.values())) == len(STATES)


def test_a_long_name_is_wrapped_and_never_cut(made):
    name = "Office of Tides, Tolls, Weights, Measures and Miscellaneous Statistics"
    chart = evidence.info(made([row(2000, "reported", name)]))
    assert " ".join(chart.bodies[0].name) == name
    assert len(chart.bodies[0].name) == 2
    assert "…" not in str(evidence.draw(chart, style.LIGHT).to_dict())


def test_marks_do_not_touch_on_a_phone(made):
    for years in (1, 3, 26, 45):
        chart = evidence.info(
            made([row(1970 + year, "reported") for year in range(years)])
        )
        across = evidence.PHONE / (chart.last - chart.first + 2)
        assert evidence.LEAST <= chart.mark <= evidence.LARGEST
        assert chart.mark < across
        assert 1 <= len(chart.ticks) <= evidence.MANY_TICKS


def test_nothing_is_drawn_where_nobody_looked(made):
    assert evidence.info(made([])) is None


def test_the_drawing_has_every_cell_once_and_its_key(made):
    chart = evidence.info(Record(loaded(ROOT / "data")))
    figure = evidence.draw(chart, style.DARK)
    drawn = sum(len(trace.x) for trace in figure.data)
    assert drawn == sum(len(body.cells) for body in chart.bodies)
    assert [trace.name for trace in figure.data] == [words for _, words in chart.states]
    assert figure.layout.legend.font.color == style.DARK.ink
    assert len(chart.alt.split()) <= 60


def test_states_are_counted_and_those_of_none_left_out(dataset):
    assert counts(dataset.evidence) == {
        "reported": 1,
        "nothing found": 1,
        "not checked": 1,
    }


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([], []),
        ([2001], [(2001, 2001)]),
        ([2003, 2001, 2002, 2002], [(2001, 2003)]),
        ([2001, 2003, 2004], [(2001, 2001), (2003, 2004)]),
    ],
)
def test_unbroken_years_are_one_span(years, expected):
    assert spans(years) == expected
