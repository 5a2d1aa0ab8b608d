"""Links with an order of the agreements, of today and of version 0.3.0."""

import pytest

from components.page.links import ALIASES, CLOSED, read
from components.words.agreements import ORDERS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Oldest first", []),
        ("Newest first", ["-signed_on"]),
        ("By title", ["title"]),
        ("by status.", ["status"]),
        ("Most+documents+first", ["-documents"]),
        ("Highest disclosed value first", ["-value_usd"]),
        ("-title", ["-title"]),
        ("Signed_On", ["signed_on"]),
    ],
)
def test_an_order_is_understood_whatever_the_version(old, new):
    understood = read({"order": [old]})
    assert understood.parameters.get("order", []) == new
    assert not understood.not_understood


def test_an_order_that_means_nothing_is_named():
    understood = read({"order": ["best first"]})
    assert "order" not in understood.parameters
    assert understood.not_understood == ("order=best first",)


def test_every_old_order_leads_to_one_that_there_is():
    led = [new for (name, _), new in ALIASES.items() if name == "order" and new]
    assert {order for _, order in led} <= set(ORDERS) == set(CLOSED["order"])
