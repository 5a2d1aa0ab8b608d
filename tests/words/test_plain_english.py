"""Bounds in sentences: no word twice, and no article before one."""

import re
from datetime import date

import pytest
from conftest import ROOT, loaded

from components.measures.record import Record
from components.view import View
from components.words import deciding, finding, over_time
from components.words.claims import claims

TODAY = date(2026, 1, 1)
PACKAGES = [ROOT / "data", *sorted((ROOT / "tests" / "packages").iterdir())]
CLUMSY = re.compile(r"\bat at\b|\bthe (?:about|over|at least|at most|up to)\b")


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_no_sentence_stumbles_over_a_bound(folder):
    record = Record(loaded(folder))
    words = [finding.finding(record, TODAY)]
    words += [f"{item.text} {item.caveat}" for item in claims(record, TODAY)]
    words += [str(item) for item in over_time.rows(record, View())]
    for fate in record.all_fates(TODAY):
        words += deciding.explained(record, fate)
    assert len(words) > 10
    assert [text for text in words if CLUMSY.search(text)] == []
