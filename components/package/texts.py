"""Bytes of a file as text, or what they are instead."""

from __future__ import annotations

import codecs
from pathlib import Path

from components.problems import DESCRIPTOR, DataError, Problem, shown

_MARK = codecs.BOM_UTF8
# How files begin that are not text, or not UTF-8.
_BEGINNINGS = (
    (b"PK\x03\x04", "a spreadsheet's own file or a zip"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet's own file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%PDF", "a PDF file"),
    (codecs.BOM_UTF32_LE, "text in UTF-32"),
    (codecs.BOM_UTF32_BE, "text in UTF-32"),
    (codecs.BOM_UTF16_LE, "text in UTF-16"),
    (codecs.BOM_UTF16_BE, "text in UTF-16"),
)
_WORD = b'\t\n\r ,;"'


def read_text(folder: Path, name: str) -> str:
    """Return the text of a file of the package, without its byte-order mark.

    Raises
    ------
    DataError
        If it is not UTF-8; says what it is instead, where that can be told.
    """
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError:
        raise DataError([_absent(name, "no such file")]) from None
    except OSError as error:
        raise DataError([_absent(name, error.strerror or str(error))]) from None
    return as_text(content, name)


def as_text(content: bytes, name: str) -> str:
    """Return bytes as text, without a byte-order mark.

    Raises
    ------
    DataError
        As `read_text` does.
    """
    for beginning, what in _BEGINNINGS:
        if content.startswith(beginning):
            raise DataError([_no_text(name, None, what)])
    body = content.removeprefix(_MARK)
    if b"\x00" in body:
        line = body[: body.index(b"\x00")].count(b"\n") + 1
        found = "a NUL byte, as UTF-16 has many"
        raise DataError([_no_text(name, line, found)])
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        found = f"bytes that are not UTF-8: {_as_western(body, error.start)}"
        raise DataError([_no_text(name, line, found)]) from None


def _as_western(body: bytes, place: int) -> str:
    """Return the word around a byte as Western European Windows would read it."""
    start = max((body.rfind(bytes([letter]), 0, place) for letter in _WORD), default=-1)
    ends = [body.find(bytes([letter]), place) for letter in _WORD]
    end = min((at for at in ends if at >= 0), default=len(body))
    word = body[start + 1 : end].decode("cp1252", "replace")
    return f"0x{body[place]:02X}, in {shown(word)} if read as Windows-1252"


def _no_text(name: str, line: int | None, found: str) -> Problem:
    kind = "JSON" if name == DESCRIPTOR else "CSV"
    remedy = (
        "Save the file again in UTF-8."
        if kind == "JSON"
        else "Save the file again as “CSV UTF-8 (comma delimited)”."
    )
    return Problem(name, line, None, found, f"a {kind} file in UTF-8", remedy)


def _absent(name: str, found: str) -> Problem:
    kind = "JSON" if name == DESCRIPTOR else "CSV"
    return Problem(
        name,
        None,
        None,
        found,
        f"a {kind} file that can be read",
        f"Put {name} into the data folder, readable for the page.",
    )
