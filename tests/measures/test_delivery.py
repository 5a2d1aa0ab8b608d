"""How much of a target can be traced to agreements, and on to delivery."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import rung

from components.dataset import load
from components.measures.bounds import Quantity
from components.measures.delivery import Rungs, Sum, ladder, rungs, target_ahead, traced
from components.measures.record import Record
from components.package.rungs import RUNGS

DAY = date(2022, 1, 1)
# The target of the small package is of $4 billion, named on 5 March 2021.
SIGNED = [rung("a1", "signed"), rung("a2", "signed"), rung("a3", "signed")]


@pytest.fixture
def found(package):
    """Return a function that traces the target through rungs of the package."""

    def run(*rows, **values):
        def change(tables):
            tables["rungs"] = [*SIGNED, *rows]
            for row in tables["agreements"]:
                row.update(status="signed", value_usd="", part_of="")
                row.update(values.get(row["agreement_id"], {}))

        return traced(Record(load(package(change))), DAY)

    return run


def valued(name, value, rung_name="money disclosed", **cells):
    return rung(name, rung_name, value, **cells)


def test_two_agreements_with_a_value_are_added_up(found):
    # 30 + 12 million; the port is of 2019 and older than the target, the wheat of
    # "2021" may be younger; the loan discloses nothing.
    result = found(
        valued("a1", "30000000"),
        valued("a2", "12000000", towards="goal"),
        a1={"value_usd": "30000000"},
        a2={"value_usd": "12000000"},
    )
    assert result.target.fact_id == "goal"
    assert result.disclosed == Sum(Quantity(42e6), ("a1", "a2"))
    assert result.before == ("a1",)
    assert result.towards == Sum(Quantity(12e6), ("a2",))
    assert result.delivered == Sum(Quantity(0), ())
    assert result.without_value == ()
    assert result.others == ()
    assert result.undisclosed == 1


def test_what_is_of_another_kind_or_currency_is_not_added(found):
    result = found(
        valued("a1", "30000000", currency="EUR"),
        valued("a2", "12000000", kind="credit"),
        valued("a3", "1000000", kind="not stated"),
        a2={"value_usd": "12000000"},
    )
    assert result.disclosed == Sum(Quantity(0), ())
    assert [(kind, money, item.agreements) for kind, money, item in result.others] == [
        ("goods or services", "EUR", ("a1",)),
        ("credit", "USD", ("a2",)),
        ("not stated", "USD", ("a3",)),
    ]
    assert result.undisclosed == 0


@pytest.mark.parametrize(
    ("whole", "total", "names"),
    [
        # The whole is 50 million, and its two parts are in it.
        ("50000000", 50e6, ("a1",)),
        # The whole discloses nothing: its parts, 30 and 12 million, are what there is.
        ("", 42e6, ("a2", "a3")),
    ],
)
def test_a_part_is_never_counted_beside_its_whole(found, whole, total, names):
    rows = [valued("a2", "30000000"), valued("a3", "12000000")]
    result = found(
        *rows,
        *([valued("a1", whole)] if whole else []),
        a1={"value_usd": whole},
        a2={"value_usd": "30000000", "part_of": "a1"},
        a3={"value_usd": "12000000", "part_of": "a1"},
    )
    assert result.disclosed == Sum(Quantity(total), names)
    assert result.undisclosed == 0


def test_a_part_of_a_part_is_not_counted_beside_the_first_whole(found):
    result = found(
        valued("a1", "50000000"),
        valued("a3", "12000000"),
        a1={"value_usd": "50000000"},
        a2={"part_of": "a1"},
        a3={"value_usd": "12000000", "part_of": "a2"},
    )
    assert result.disclosed == Sum(Quantity(50e6), ("a1",))


@pytest.mark.parametrize(
    ("deliveries", "delivered", "without"),
    [
        ([("a1", "8000000")], Sum(Quantity(8e6), ("a1",)), ()),
        # More than was agreed is not of the agreement.
        ([("a1", "90000000")], Sum(Quantity(50e6), ("a1",)), ()),
        # What the parts delivered, 8 and 5 million, is of their whole.
        ([("a2", "8000000"), ("a3", "5000000")], Sum(Quantity(13e6), ("a1",)), ()),
        # The whole's own 9 million include its part's 8.
        ([("a1", "9000000"), ("a2", "8000000")], Sum(Quantity(9e6), ("a1",)), ()),
        # Delivered, and nobody says how much: no zero is added.
        ([("a1", "")], Sum(Quantity(0), ()), ("a1",)),
        ([("a3", "")], Sum(Quantity(0), ()), ("a1",)),
        ([], Sum(Quantity(0), ()), ()),
    ],
)
def test_delivery_is_of_what_was_disclosed(found, deliveries, delivered, without):
    names = {name for name, _ in deliveries}
    status = lambda name: "delivered" if name in names else "signed"  # noqa: E731
    result = found(
        valued("a1", "50000000"),
        *(valued(name, value, "delivery reported") for name, value in deliveries),
        a1={"value_usd": "50000000", "status": status("a1")},
        a2={"part_of": "a1", "status": status("a2")},
        a3={"part_of": "a1", "status": status("a3")},
    )
    assert result.delivered == delivered
    assert result.without_value == without


def test_a_delivery_without_a_disclosed_value_is_of_no_sum(found):
    result = found(
        valued("a1", "8000000", "delivery reported"), a1={"status": "delivered"}
    )
    assert result.delivered == Sum(Quantity(0), ())
    assert result.undisclosed == 3


def test_bounds_are_added_up_too(found):
    def both(first, second):
        return found(
            valued("a1", "30000000", bound=first),
            valued("a2", "12000000", bound=second),
            a1={"value_usd": "30000000"},
            a2={"value_usd": "12000000"},
        ).disclosed.quantity

    assert both("at least", "") == Quantity(42e6, "at least")
    assert both("about", "") == Quantity(42e6, "about")
    assert both("at least", "at most") is None


def test_the_ladder_counts_each_agreement_that_stands_for_itself(package):
    def change(tables):
        tables["rungs"] = [*SIGNED, rung("a1", "announced"), rung("a3", "in force")]
        for row in tables["agreements"]:
            row.update(status="signed", value_usd="")
        tables["agreements"][2]["part_of"] = "a1"

    dataset = load(package(change))
    assert ladder(rungs(dataset)) == [
        ("announced", 1),
        ("signed", 2),
        ("in force", 0),
        ("money disclosed", 0),
        ("delivery reported", 0),
    ]


def test_a_target_that_is_reached_is_behind(package):
    def change(tables):
        tables["facts"][4]["step"] = "5"
        passed = {"fact_id": "passed", "headline": "passed-1", "step": "4"}
        tables["facts"].append(tables["facts"][4] | passed)
        goal = tables["readings"][5] | {"reading_id": "passed-1", "fact_id": "passed"}
        tables["readings"].append(goal | {"value": "500000000"})

    record = Record(load(package(change)))
    assert [item.fact_id for item in record.targets] == ["passed", "goal"]
    assert target_ahead(record, DAY).fact_id == "goal"


def test_without_a_target_the_amounts_are_set_against_nothing(package):
    def change(tables):
        tables["facts"][4]["step"] = ""
        tables["rungs"] = [*SIGNED, valued("a1", "30000000")]
        for row in tables["agreements"]:
            row.update(status="signed", value_usd="")
        tables["agreements"][0]["value_usd"] = "30000000"

    result = traced(Record(load(package(change))), DAY)
    assert result.target is None
    assert result.disclosed == Sum(Quantity(30e6), ("a1",))
    assert (result.before, result.towards) == ((), Sum(Quantity(0), ()))


NAMES = [f"a{number}" for number in range(6)]
# An agreement may be a part of one that stands before it.
WHOLES = st.tuples(*(st.sampled_from(["", *NAMES[:place]]) for place in range(6)))
VALUES = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 10**12))


@given(WHOLES, VALUES, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_a_sum_never_exceeds_what_is_disclosed_and_follows_no_order(
    wholes, values, random
):
    amounts = {name: Quantity(float(value)) for name, value in values.items()}
    part_of = dict(zip(NAMES, wholes, strict=True))
    once = Rungs({}, part_of).once(amounts)
    assert sum(item.value for item in once.values()) <= sum(values.values())
    for name in once:
        above = part_of[name]
        while above:
            assert above not in once
            above = part_of[above]
    for name in set(amounts) - set(once):
        above = part_of[name]
        while above and above not in once:
            above = part_of[above]
        assert above, "what is left out lies in what is counted"
    shuffled = random.sample(NAMES, len(NAMES))
    other = Rungs({}, {name: part_of[name] for name in shuffled})
    reordered = {name: amounts[name] for name in shuffled if name in amounts}
    assert other.once(reordered) == once


@given(st.lists(st.sampled_from(RUNGS), max_size=8))
@settings(deadline=None)
def test_no_rung_counts_more_agreements_than_there_are(reached):
    rows = {f"a{number}": {name: {}} for number, name in enumerate(reached)}
    found = ladder(Rungs(rows, dict.fromkeys(rows, "")))
    assert sum(count for _, count in found) == len(reached)
    assert [name for name, _ in found] == list(RUNGS)
