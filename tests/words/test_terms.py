"""Terms: said where rows of UN Comtrade stand, and nowhere else."""

from conftest import ROOT
from pages import opened, shown

from components.dataset import load
from components.words import terms


def with_comtrade(rows):
    old = rows["sources"][0]["source_id"]
    for table in rows.values():
        for row in table:
            if row.get("source_id") == old:
                row["source_id"] = terms.COMTRADE_SOURCE


def test_the_licence_is_followed_by_the_terms_of_un_comtrade(package):
    own = terms.licence(load(package()))
    assert "UN Comtrade" not in own
    both = terms.licence(load(package(with_comtrade)))
    assert both == f"{own} UN Comtrade: {terms.COMTRADE}".strip()


def test_where_sentences_are_offered_the_terms_stand_once(package, monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(package(with_comtrade)))
    words = shown(opened(ROOT, tab="Who says what"))
    assert "Sentences to write" in words
    assert words.count(terms.COMTRADE) == 1


def test_without_its_rows_nothing_is_said_of_un_comtrade(package, monkeypatch):
    monkeypatch.setenv("TRADE_DATA", str(package()))
    assert "Copyright" not in shown(opened(ROOT, tab="Who says what"))
