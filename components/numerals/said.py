"""Whether a value agrees with the words that state it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.numerals import Stated
from components.problems import shown

# Column, found, expected and remedy.
Breach = tuple[str, str, str, str]


@dataclass(frozen=True)
class Said:
    """A value, the words that state it, and what the author says of both.

    Parameters
    ----------
    wording, value
        The words and the value of a reading.
    stated
        The numbers that the words state.
    no_number, is_confirmed
        Whether the author says that the words contain no number, or that somebody
        compared them with the value.
    """

    wording: str
    value: float
    stated: Stated
    no_number: bool
    is_confirmed: bool

    def breach(self) -> Breach | None:
        """Return column, found, expected and remedy, if the two disagree."""
        numbers, unclear = self.stated.numbers, self.stated.unclear
        unclear += tuple(
            f"{number:.15g}" for number in self.stated.others if self._is_value(number)
        )
        if any(map(self._is_value, numbers)):
            return self._not_without_number() if self.no_number else None
        if unclear:
            return self._unclear(unclear)
        return self._other_number() if numbers else self._without_number()

    def _is_value(self, number: float) -> bool:
        return math.isclose(number, self.value, rel_tol=1e-9)

    def _not_without_number(self) -> Breach:
        return (
            "no_number",
            f"true, beside {shown(self.wording)}",
            "nothing, since the wording carries the value",
            "Empty the cell.",
        )

    def _unclear(self, unclear: Sequence[str]) -> Breach | None:
        parts = ", ".join(map(shown, unclear))
        beside = f"{shown(self.wording)}, of which {parts} may be a number"
        # Only the author can say that a wholly unknown text has no number.
        unknown = unclear == (self.wording.strip(),)
        if self.no_number and unknown and not self.is_confirmed:
            return None
        if self.no_number:
            return (
                "no_number",
                f"true, beside {beside}",
                "nothing, where the wording may carry a number",
                "Empty the cell. If you have compared the words with the value and "
                "they agree, write true under value_confirmed.",
            )
        if self.is_confirmed:
            return None
        none = " If they carry no number, write true under no_number."
        if not unknown:
            none = ""
        return (
            "wording",
            f"{beside}; it cannot be read with certainty",
            f"words that a person has compared with the value: {self.value:,.15g}",
            "Compare them. If they agree, write true under value_confirmed, a boolean "
            "column that a package without it may add here and in datapackage.json; "
            f"if not, correct the wording or the value.{none}",
        )

    def _other_number(self) -> Breach:
        read = ", ".join(f"{number:,.15g}" for number in self.stated.numbers)
        if self.no_number:
            return (
                "no_number",
                f"true, beside {shown(self.wording)}, read as {read}",
                f"nothing, and in the wording the value that is stored: "
                f"{self.value:,.15g}",
                "Correct the wording or the value and empty the cell; or empty the "
                "wording, if it does not carry the value.",
            )
        for_nothing = ", whatever value_confirmed says" if self.is_confirmed else ""
        return (
            "wording",
            f"{shown(self.wording)}, read as {read}{for_nothing}",
            f"the value that is stored: {self.value:,.15g}",
            "Correct the wording or the value; if the source gives the value in other "
            "words, quote those, or empty the wording and write true under no_number.",
        )

    def _without_number(self) -> Breach | None:
        if self.is_confirmed:
            return (
                "value_confirmed",
                f"true, beside {shown(self.wording)}, read as no number",
                "nothing, where there is no number to compare",
                "Empty the cell; write true under no_number.",
            )
        if self.no_number:
            return None
        return (
            "wording",
            f"{shown(self.wording)}, read as no number",
            f"the value that is stored: {self.value:,.15g}",
            "Quote the words that carry the value; if the source gives none, write "
            "true under no_number.",
        )
