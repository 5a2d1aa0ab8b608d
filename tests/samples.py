"""Readings to vary, of invented economies."""

from components.measures.readings import Reading

YEAR = Reading(
    *("r1", "f1", "Trade", "reported", "USD", 100.0, "exact", "goods", "", ""),
    *("2020-01-01", "2020-12-31", "2020", "", "Jane Roe", "first economy"),
    *("2021", "Aville", "gazette", "", True, False, ""),
)


def rung(agreement, name, value="", **cells):
    """Return a row of rungs, with its money for goods or services in dollars."""
    money = {"value": value, "currency": "USD", "kind": "goods or services"}
    row = {"agreement_id": agreement, "rung": name, "source_id": "gazette"}
    return row | (money if value else {}) | cells
