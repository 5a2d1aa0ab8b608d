"""Passports: all that can be said of one reading."""

import re

import pytest

from components import passports
from components.dataset import load


def lines_of(dataset, reading_id):
    found = passports.passport(dataset, passports.reading(dataset, reading_id))
    plain = {k: re.sub(r"\\(.)", r"\1", v) for k, v in found.lines}
    return found, plain


def test_a_passport_says_who_when_where_and_what_is_counted(dataset):
    found, lines = lines_of(dataset, "latest-1")
    assert found.title == r"over \$1 billion · Latest value"
    assert lines["Value"] == "over $1 billion, stated as a lower bound"
    assert lines["Words"] == "“over $1 billion”"
    assert lines["Said by"] == "Jane Roe, Minister (Aland)"
    assert lines["When and where"] == "5 March 2021"
    assert lines["Period"] == "March 2021, no period given"
    assert lines["Counts"].startswith("trade. Trade as the speaker called it")
    assert lines["Source"].startswith("[The Gazette](<https://gazette.example/trade>)")
    assert lines["Headline"] == "The only one."
    assert "Questioned" not in lines


def test_a_passport_names_every_rival_and_every_verdict(dataset):
    found, _ = lines_of(dataset, "latest-1")
    assert len(found.rivals) == 1
    assert r"about \$900 million" in found.rivals[0]
    assert len(found.comparisons) == 3
    verdicts = " ".join(found.comparisons)
    assert "not comparable as stated" in verdicts
    assert "comparable with caveat" in verdicts


def test_a_repost_and_a_doubt_are_said(package):
    def change(rows):
        rows["readings"][3].update(questioned="true", note="Too high.")

    _, lines = lines_of(load(package(change)), "out-1")
    assert "as reposted by Mirror" in lines["Source"]
    assert lines["Questioned"]
    assert lines["Note"] == "Too high."
    assert lines["Direction"] == "Aland to Beeland"
    assert lines["In the trajectory"] == "added up with $0 (back-1) to $30 million"


def test_an_unknown_reading_is_none(dataset):
    assert passports.reading(dataset, "nobody") is None
    assert passports.reading(dataset, "") is None


@pytest.mark.parametrize("reading_id", ["base-1", "goal-1", "papers-2", "back-1"])
def test_every_kind_of_reading_has_a_passport(dataset, reading_id):
    found, lines = lines_of(dataset, reading_id)
    assert found.title
    assert lines["Identifier"] == reading_id
