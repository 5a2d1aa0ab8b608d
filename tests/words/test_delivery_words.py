"""What is said of the way from promise to delivery, and what must not be said."""

from datetime import date

import pytest
from samples import rung

from components.dataset import load
from components.measures.bounds import Quantity
from components.measures.delivery import Sum, Traced, rungs, traced
from components.measures.record import Record
from components.words import delivery as words

NOTHING = Sum(Quantity(0), ())
DAY = date(2022, 1, 1)


def said(package, disclosed=NOTHING, **fields):
    """Return the sentence on the small package's target of $4 billion."""
    target = Record(load(package())).targets[0]
    values = {
        "target": target,
        "before": (),
        "towards": NOTHING,
        "delivered": NOTHING,
        "without_value": (),
        "others": (),
        "undisclosed": 0,
    }
    return words.sentence(
        Traced(disclosed=disclosed, currency="USD", **values | fields)
    )


def amount(value, *names, bound="exact"):
    return Sum(Quantity(value, bound), names)


ONE, TWO, THREE = (
    amount(5e6, "a1"),
    amount(42e6, "a1", "a2"),
    amount(9e7, "a1", "a2", "a3"),
)


@pytest.mark.parametrize(
    ("disclosed", "fields", "sentence"),
    [
        (
            NOTHING,
            {"undisclosed": 3},
            "Set against the target of $4 billion, no agreement discloses a sum for "
            "goods or services.",
        ),
        (
            ONE,
            {"before": ("a1",)},
            "Set against the target of $4 billion, one agreement discloses $5 million "
            "for goods or services. It is older than the target, and no source says "
            "that it counts towards it. No delivery of it is reported.",
        ),
        (
            TWO,
            {"before": ("a1", "a2"), "without_value": ("a2",)},
            "Set against the target of $4 billion, two agreements disclose $42 million "
            "in all for goods or services. Both are older than the target, and no "
            "source says that either counts towards it. Delivery is reported for one "
            "of them, without a value.",
        ),
        (
            TWO,
            {"towards": amount(12e6, "a2"), "delivered": amount(8e6, "a2")},
            "Set against the target of $4 billion, two agreements disclose $42 million "
            "in all for goods or services. $12 million of it is said to count towards "
            "the target. $8 million of it is reported delivered.",
        ),
        (
            THREE,
            {"before": ("a1",), "without_value": ("a1", "a2", "a3")},
            "Set against the target of $4 billion, three agreements disclose "
            "$90 million in all for goods or services. One of them is older than the "
            "target, and no source says that any counts towards it. Delivery is "
            "reported for all three, without a value.",
        ),
        (
            amount(42e6, "a1", "a2", bound="at least"),
            {},
            "Set against the target of $4 billion, two agreements disclose at least "
            "$42 million in all for goods or services. No source says that either "
            "counts towards the target. No delivery of it is reported.",
        ),
        (
            Sum(None, ("a1", "a2")),
            {},
            "Set against the target of $4 billion, two agreements disclose sums "
            "without a common bound for goods or services. No source says that either "
            "counts towards the target. No delivery of it is reported.",
        ),
        (
            ONE,
            {"target": None, "without_value": ("a1",)},
            "One agreement discloses $5 million for goods or services. Delivery is "
            "reported for it, without a value.",
        ),
    ],
)
def test_the_sentence_says_what_the_rows_say_and_no_more(
    package, disclosed, fields, sentence
):
    assert said(package, disclosed, **fields) == sentence


def changed(rows):
    rows["rungs"] = [
        rung("a1", "signed", on="2019-05-01"),
        rung("a1", "money disclosed", "30000000", bound="at least", on="2019-05"),
        rung("a1", "delivery reported", note="A first part.", source_id="office"),
        rung("a2", "announced"),
        rung("a2", "money disclosed", "9000000", currency="EUR", kind="credit"),
        rung("a3", "signed"),
    ]
    for row, status in zip(
        rows["agreements"], ("partly delivered", "announced", "signed"), strict=True
    ):
        row.update(status=status, value_usd="")
    rows["agreements"][0]["value_usd"] = "30000000"


@pytest.fixture
def record(package):
    return Record(load(package(changed)))


def test_each_rung_of_an_agreement_has_its_own_source(record):
    rung_lines = words.lines(record, rungs(record.dataset), "a1")
    assert [
        (line.text, line.source["source_id"], line.note) for line in rung_lines
    ] == [
        ("signed, 1 May 2019", "gazette", ""),
        (
            "money disclosed, May 2019: over $30 million for goods or services",
            "gazette",
            "",
        ),
        ("delivery reported", "office", "A first part."),
    ]
    assert words.summary(rung_lines) == (
        "Sources for: signed, money disclosed, delivery reported"
    )
    assert words.in_one_cell(rung_lines[:1]) == "signed, 1 May 2019 (gazette)"
    assert words.lines(record, rungs(record.dataset), "nowhere") == []


def test_another_currency_is_never_written_as_dollars(record):
    rung_lines = words.lines(record, rungs(record.dataset), "a2")
    assert rung_lines[1].text == "money disclosed: €9 million as credit"
    assert "$" not in rung_lines[1].text


def test_what_the_row_says_itself_is_not_said_again(record):
    rung_lines = words.lines(record, rungs(record.dataset), "a3")
    row = {"status": "signed", "source_id": "gazette"}
    assert words.beyond_the_row(row, rung_lines) == []
    assert words.beyond_the_row(row | {"source_id": "office"}, rung_lines) == rung_lines
    assert words.beyond_the_row(row | {"status": "lapsed"}, rung_lines) == rung_lines


def test_what_was_added_and_what_was_not_is_named_with_its_source(record):
    caveat = words.why_added(record, rungs(record.dataset), traced(record, DAY))
    assert caveat.long[2:] == (
        "Over $30 million for goods or services: Port agreement. Source: The Gazette.",
        "Not added, being of another kind or in another currency:",
        "€9 million as credit: Wheat for tractors. Source: The Gazette.",
        "1 agreement discloses no sum, which is not zero.",
    )


def test_a_long_list_of_amounts_is_cut_and_says_so(record, monkeypatch):
    monkeypatch.setattr(words, "_SHOWN", 0)
    caveat = words.why_added(record, rungs(record.dataset), traced(record, DAY))
    assert caveat.long.count("And 1 more.") == 2
