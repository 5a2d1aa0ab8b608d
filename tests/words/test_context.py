"""Context beside the trajectory: from rows, and called not comparable."""

from invented import claimed, package, record

from components.dataset import load
from components.measures.record import Record
from components.words import context

HONEY = {"concept": "honey", "context": "scale", "label": "Honey of Aland, 2020"}


def test_a_package_without_the_column_or_without_rows_has_no_context(tmp_path):
    pair = record(tmp_path, claimed(100, 2020, step="1"))
    assert context.readings(pair, "scale") == []
    dataset = load(package(tmp_path, claimed(100, 2020)))
    object.__setattr__(dataset, "facts", dataset.facts.drop(columns="context"))
    assert context.readings(Record(dataset), "scale") == []


def test_the_context_is_the_headline_of_each_marked_fact_in_the_files_order(tmp_path):
    pair = record(
        tmp_path,
        claimed(7, 2020, fact_id="h", reading_id="first", **HONEY),
        claimed(9, 2020, fact_id="h", reading_id="second", **HONEY),
        claimed(5, 2020, concept="honey", context="oil"),
        claimed(3, 2019, **HONEY),
    )
    assert [item.value for item in context.readings(pair, "scale")] == [7, 3]
    assert [item.value for item in context.readings(pair, "oil")] == [5]


def test_a_line_names_value_and_who_gives_it(tmp_path):
    unnamed = "Not attributed (a line in a paper)"
    pair = record(
        tmp_path,
        claimed(7000000, 2020, bound="about", **HONEY),
        claimed(5, 2020, stated_by=unnamed, **HONEY | {"unit": "barrels"}),
    )
    assert [context.line(item) for item in context.readings(pair, "scale")] == [
        "Honey of Aland, 2020: about $7 million. Given by Jane Roe, Minister.",
        "Honey of Aland, 2020: 5 barrels. Unattributed.",
    ]


def test_why_it_is_not_comparable_is_the_definition_and_the_notes(tmp_path):
    pair = record(tmp_path, claimed(7, 2020, note="A guess.", **HONEY))
    shown = context.readings(pair, "scale")
    assert context.notes(pair, shown) == [
        "Honey: Honey alone.",
        "Honey of Aland, 2020. A guess.",
    ]
