"""CSV as RFC 4180 has it: text to rows of cells, each with its line in the file.

Python's own reader takes a quotation mark in the middle of a cell for text, and
does not say where an unclosed cell began: a lost mark swallows rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from components.problems import DataError, Problem, shown

_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*")
_BARE = re.compile(r'[^,"\r\n]*')
_TO_COMMA = re.compile(r"[^,\r\n]*")
# What stands between quotation marks, and whether the last one is there.
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)("?)')
_QUOTING = "Put the whole cell into quotation marks, and double each mark inside it."


@dataclass(frozen=True)
class Row:
    """The cells of a row, and the line of the file on which it begins."""

    line: int
    cells: list[str]


def read_rows(text: str, file: str) -> list[Row]:
    """Return the rows of a CSV text; a blank line is a row of one empty cell.

    Raises
    ------
    DataError
        If a quotation mark stands where none may, or is missing; names the line
        on which the cell began.
    """
    if '"' in text:
        return list(_Scanner(text, file).rows())
    lines = _END.split(text)
    if not lines[-1]:
        lines.pop()
    return [Row(number, line.split(",")) for number, line in enumerate(lines, 1)]


@dataclass
class _Scanner:
    text: str
    file: str
    place: int = 0
    line: int = 1
    names: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        while self.place < len(self.text):
            row = Row(self.line, self._cells())
            self.names = self.names or row.cells
            yield row
            if self._take(_END):
                self.line += 1

    def _cells(self) -> list[str]:
        line = _LINE.match(self.text, self.place)
        if line and '"' not in line[0]:
            self.place = line.end()
            return line[0].split(",")
        cells = [self._cell(0)]
        while self.text[self.place : self.place + 1] == ",":
            self.place += 1
            cells.append(self._cell(len(cells)))
        return cells

    def _cell(self, number: int) -> str:
        quoted = _QUOTED.match(self.text, self.place)
        if not quoted:
            return self._bare(number)
        self.place = quoted.end()
        inside, breaks = quoted[1], len(_END.findall(quoted[1]))
        if not quoted[2]:
            found = f"{_beginning(inside)} …, which never ends"
            raise self._misquoted(number, found)
        after = self._take(_TO_COMMA)
        if after:
            where = f"on line {self.line + breaks} " if breaks else ""
            found = f"{_beginning(inside)} …, which ends {where}before {shown(after)}"
            raise self._misquoted(number, found)
        self.line += breaks
        return inside.replace('""', '"')

    def _bare(self, number: int) -> str:
        cell, rest = self._take(_BARE), self._take(_TO_COMMA)
        if rest:
            found = f"{shown(cell + rest)}, without a quotation mark at its beginning"
            raise self._misquoted(number, found)
        return cell

    def _take(self, pattern: re.Pattern[str]) -> str:
        """Return what matches here, and move past it."""
        match = pattern.match(self.text, self.place)
        self.place = match.end() if match else self.place
        return match[0] if match else ""

    def _misquoted(self, number: int, found: str) -> DataError:
        name = self.names[number] if number < len(self.names) else f"{number + 1}"
        return DataError(
            [
                Problem(
                    self.file,
                    self.line,
                    name,
                    f"a quoted cell, {found}",
                    "a quotation mark at both ends of a cell, or at none, and then a "
                    "comma or the end of the line",
                    f"Look for a quotation mark that is missing. {_QUOTING}",
                )
            ]
        )


def _beginning(inside: str) -> str:
    return shown(_END.split(inside)[0])
