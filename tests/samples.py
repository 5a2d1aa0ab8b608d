"""Readings to vary, of invented economies."""

from components.measures.readings import Reading

YEAR = Reading(
    *("r1", "f1", "Trade", "reported", "USD", 100.0, "exact", "goods", "", ""),
    *("2020-01-01", "2020-12-31", "2020", "", "Jane Roe", "first economy"),
    *("2021", "Aville", "gazette", "", True, False, ""),
)
