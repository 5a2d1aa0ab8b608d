"""What the package already holds, and what of it must stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from components.comtrade import rows
from components.comtrade.calls import ComtradeError, span
from components.comtrade.signature import Row, is_untouched
from components.dataset import Dataset, Economy, records
from components.package.contradictions import year_of

_MAY_BE_FILLED = ("reported", "not checked")
_CITING = ("readings", "agreements", "events", "evidence")


@dataclass(frozen=True)
class Held:
    """A package before UN Comtrade is asked."""

    dataset: Dataset

    @cached_property
    def facts(self) -> dict[str, str]:
        """The fact of each reading."""
        readings = self.dataset.readings
        return dict(zip(readings["reading_id"], readings["fact_id"], strict=True))

    @cached_property
    def _evidence(self) -> dict[tuple[str, int], Row]:
        return {
            (row["body"], int(row["year"])): {
                name: str(cell) for name, cell in row.items()
            }
            for row in records(self.dataset.evidence)
        }

    @cached_property
    def _values(self) -> dict[tuple[str, int | None, str, str], dict[str, float]]:
        values: dict[tuple[str, int | None, str, str], dict[str, float]] = {}
        for row in records(self.dataset.readings):
            year = year_of(row["period_start"], row["period_end"])
            if row["concept"] == rows.CONCEPT:
                key = row["stated_by"], year, row["exporter"], row["importer"]
                values.setdefault(key, {})[row["reading_id"]] = row["value"]
        return values

    @cached_property
    def _years(self) -> set[tuple[str, int | None]]:
        columns = self.dataset.readings[["stated_by", "period_start", "period_end"]]
        return {
            (body, year_of(start, end))
            for body, start, end in columns.itertuples(index=False, name=None)
        }

    def has_value(self, body: str, year: int) -> bool:
        """Return whether there is a reading of any kind for a body and year."""
        return (body, year) in self._years

    def values(
        self, body: str, year: int, exporter: Economy, importer: Economy
    ) -> dict[str, float]:
        """Return a body's values of one flow of goods in a year, by reading."""
        key = body, year, exporter.code, importer.code
        return self._values.get(key, {})

    def denial(self, body: str, year: int) -> str:
        """Return what a person wrote of a year that rules out a value."""
        row = self._evidence.get((body, year))
        if row is None or row["state"] in _MAY_BE_FILLED or is_untouched(row):
            return ""
        return row["state"]

    def refuse_earlier_form(self) -> None:
        """Raise if rows stand in the form of an earlier version of the command."""
        old = [
            reading
            for reading, fact in self.facts.items()
            if reading == fact and reading.startswith(f"{rows.PREFIX}-")
        ]
        if old:
            raise ComtradeError(
                f"readings.csv has {len(old)} rows in the form of an earlier version "
                f"of this command ({old[0]}, for instance), in which every reporter’s "
                "value was a fact of its own. Remove the rows of facts.csv and "
                f"readings.csv whose identifiers begin with {rows.PREFIX}-, and those "
                "of evidence.csv that this command wrote; then run it again."
            )

    def left_over(self, asked: Iterable[Row]) -> list[str]:
        """Return what a person should put right once these years are asked.

        Parameters
        ----------
        asked
            The incoming rows of ``evidence.csv``.
        """
        keys = {(row["body"], int(row["year"])) for row in asked}
        years = {year for _, year in keys}
        others: dict[str, list[int]] = {}
        for (body, year), row in self._evidence.items():
            is_another = "comtrade" in body.lower() and (body, year) not in keys
            if is_another and year in years and row["state"] == "not checked":
                others.setdefault(body, []).append(year)
        replaced = [
            row
            for key, row in self._evidence.items()
            if key in keys and row["state"] == "not checked"
        ]
        cited = [
            source
            for table in _CITING
            for source in self.dataset.table(table)["source_id"]
        ]
        cited += self.dataset.readings.get("rate_source_id", ())
        for row in replaced:
            cited.remove(row["source_id"])
        free = sorted({row["source_id"] for row in replaced} - set(cited))
        return [
            f"evidence.csv: “{body}” still says not checked for {span(spans)}; remove "
            "those rows, or name the body as here."
            for body, spans in others.items()
        ] + [
            f"sources.csv: nothing cites {source} any more; remove its row."
            for source in free
        ]
