"""What can be wrong with a data package, in words a person can act on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong or odd, where, and how to fix it.

    Parameters
    ----------
    file
        Name of the file inside the package.
    row
        Line of the file, the header being 1; None if the whole file is meant.
    column
        Name of the column, or None.
    found, expected
        What stands there, and the rule.
    remedy
        What to do about it.
    """

    file: str
    row: int | None
    column: str | None
    found: str
    expected: str
    remedy: str

    @property
    def place(self) -> str:
        """File, row and column in words."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """Return the problem as one line."""
        return (
            f"{self.place}: found {self.found}, expected {self.expected}. {self.remedy}"
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the six parts by name."""
        return asdict(self)


class DataError(ValueError):
    """A data package that cannot be used.

    Parameters
    ----------
    problems
        Everything that keeps it from being used.
    warnings
        What looks wrong and would not keep it from being used.
    """

    def __init__(
        self, problems: Iterable[Problem], warnings: Iterable[Problem] = ()
    ) -> None:
        self.problems = tuple(problems)
        self.warnings = tuple(warnings)
        super().__init__("\n".join(str(problem) for problem in self.problems))


MAX_FOUND = 80
# Spaces at either end are invisible, and two in a row look like one.
_UNSEEN_SPACES = re.compile(r"^ +| +$| {2,}")
# Characters that show nothing although Unicode classes them neither as spaces nor as
# format characters: fillers, the empty Braille pattern, variation selectors.
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0\ufe00-\ufe0f\u034f]")


def is_unseen(letter: str) -> bool:
    """Return whether a character is invisible."""
    kind = unicodedata.category(letter)
    return (
        kind in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
        or (kind == "Zs" and letter != " ")
        or bool(_BLANK.fullmatch(letter))
    )


def spelled(text: str, also: Iterable[str] = ()) -> str:
    """Return text with invisible characters spelled out, as in ``[U+00A0]``.

    Parameters
    ----------
    also
        Visible characters to spell out too.
    """
    others = frozenset(also)
    marked = "".join(
        _code(letter) if letter in others or is_unseen(letter) else letter
        for letter in text
    )
    return _UNSEEN_SPACES.sub(lambda match: _code(" ") * len(match[0]), marked)


def _code(letter: str) -> str:
    return f"[U+{ord(letter):04X}]"


def shown(value: object, also: Iterable[str] = ()) -> str:
    """Return a value in quotation marks, with nothing invisible, cut if it is long.

    Parameters
    ----------
    also
        Visible characters to spell out too.
    """
    text = str(value)
    if len(text) <= MAX_FOUND:
        return f"“{spelled(text, also)}”"
    cut = spelled(text[:MAX_FOUND].rstrip(" "), also)
    return f"“{cut}… ({len(text):,} characters)”"


def rows_named(rows: Iterable[int], most: int = 5) -> str:
    """Return rows in words: ``row 2``, ``rows 2 and 3``, ``rows 2, 3 and 7 more``."""
    known = list(rows)
    if len(known) == 1:
        return f"row {known[0]}"
    named = [str(row) for row in known[:most]]
    if len(known) > most:
        named.append(f"{len(known) - most:,} more")
    return f"rows {', '.join(named[:-1])} and {named[-1]}"
